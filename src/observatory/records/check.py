"""Is the record whole: the database, the original bytes, the spans of claims, the state that decisions give."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from django.db import connection
from django.db.models import Count

from hudna.deserialise import claim_from_dict
from hudna.records import SpanError
from observatory.append_only import unguarded_tables
from observatory.configuration import waiting_migrations
from observatory.records.models import Claim, ClaimBody, Document
from observatory.records.originals import OriginalError, originals_folder, read_original
from observatory.records.pieces import pieces
from observatory.review.models import Decision
from observatory.review.state import claim_state, standing
from observatory.voices.check import voice_problems

Advance = Callable[[int], None]
SAMPLE = 1000
_ASKED = 500


@dataclass(slots=True)
class Report:
    """What was looked at and what is wrong."""

    documents: int = 0
    originals: int = 0
    spans: int = 0
    decided: int = 0
    stray: int = 0
    """Originals that belong to no document: a run was killed before it wrote the document."""
    problems: list[str] = field(default_factory=list)


def check(sample: int = SAMPLE, advance: Advance = lambda number: None) -> Report:
    """Look at everything but the spans, and at the spans of a sample of claims (0: of all)."""
    report = Report(documents=Document.objects.count())
    report.problems.extend(_database_problems())
    _check_originals(report, advance)
    report.problems.extend(_reading_problems())
    _check_spans(report, sample)
    _check_decisions(report)
    report.problems.extend(voice_problems())
    return report


def _database_problems() -> Iterator[str]:
    for name in waiting_migrations():
        yield f"the migration {name} is to be done: run «hudna db migrate»"
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA integrity_check")
            yield from (f"the database file is damaged: {row[0]}" for row in cursor.fetchall() if row[0] != "ok")
            cursor.execute("PRAGMA foreign_key_check")
            yield from (
                f"row {row[1]} of {row[0]} names a row of {row[2]} that is missing" for row in cursor.fetchall()
            )
    for table in unguarded_tables(connection):
        yield f"the triggers that keep rows of {table} from being changed are missing or turned off"


def _check_originals(report: Report, advance: Advance) -> None:
    known = set()
    for key, digest in Document.objects.order_by("pk").values_list("key", "original_hash").iterator():
        known.add(digest)
        try:
            read_original(digest)
            report.originals += 1
        except OriginalError as error:
            report.problems.append(f"document {key}: {error}")
        advance(1)
    kept = (path.name for path in originals_folder().glob("*/*/*") if not path.name.startswith("."))
    report.stray = sum(name not in known for name in kept)


def _reading_problems() -> Iterator[str]:
    for key in Document.objects.exclude(readings__current=True).values_list("key", flat=True):
        yield f"document {key} has no current reading: run «hudna reread»"
    wrong = Claim.objects.filter(current=True, reading__current=False).values("document__key").annotate(Count("pk"))
    for row in wrong:
        yield f"document {row['document__key']}: claims of an older reading stand as current"


def _check_spans(report: Report, sample: int) -> None:
    numbers = list(Claim.objects.values_list("pk", flat=True))
    if sample and sample < len(numbers):
        numbers = random.Random(len(numbers)).sample(numbers, sample)
    for asked in pieces(numbers, _ASKED):
        bodies = ClaimBody.objects.filter(pk__in=asked).values_list(
            "claim__key", "read", "standing", "claim__document__body__text"
        )
        for key, read, after, text in bodies:
            report.spans += 1
            try:
                for data in (read, after):
                    if data is not None:
                        claim_from_dict(data, text)
            except (SpanError, KeyError, TypeError) as error:
                report.problems.append(f"claim {key}: {error}")


def _check_decisions(report: Report) -> None:
    keys = sorted(set(Decision.objects.filter(target_kind="claim").values_list("target_key", flat=True)))
    for asked in pieces(keys, _ASKED):
        rows: dict[str, list[Decision]] = {}
        for decision in Decision.objects.filter(target_kind="claim", target_key__in=asked).order_by("pk"):
            rows.setdefault(decision.target_key, []).append(decision)
        for claim in Claim.objects.filter(key__in=asked, current=True).select_related("body"):
            report.decided += 1
            state = claim_state(rows[claim.key])
            if (claim.review, claim.note) != (state.review, state.note) or claim.body.standing != standing(
                claim.body.read, state
            ):
                report.problems.append(f"claim {claim.key} does not stand as its decisions say")
