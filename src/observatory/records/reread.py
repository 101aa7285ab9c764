"""Reads documents anew with the present engine and lexicon, and tells what changed claim by claim.

Readings are added, older ones stay. A document that the present engine and lexicon have read is passed over, so that a
run that was cut short goes on where it stopped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from django.db import transaction
from django.db.models import QuerySet

from observatory.records.identity import claim_keys
from observatory.records.models import Claim, ClaimBody, Document, Reading
from observatory.records.pieces import pieces
from observatory.records.pool import Readers
from observatory.records.prepare import Prepared, Text, Unread, reader_version
from observatory.records.write import Decisions, decisions_of, retire_readings, write_readings
from observatory.review.anchors import keep_keys

BATCH = 64
Kind = Literal["new", "gone", "changed"]
_FIELDS = ("type", "status", "trigger", "evidence", "actors", "targets", "places", "when", "counts", "speaker")


@dataclass(frozen=True, slots=True)
class Change:
    """One claim that is read otherwise: `fields` are those that differ, with their value before and now."""

    kind: Kind
    document: str
    key: str
    type: str
    evidence: str
    fields: Mapping[str, tuple[Any, Any]] = field(default_factory=dict)
    decided: bool = False
    """Whether people have decided about the claim."""


@dataclass(slots=True)
class RereadSummary:
    """What reading anew did, or would do."""

    documents: int = 0
    unchanged: int = 0
    new: int = 0
    gone: int = 0
    changed: int = 0
    failed: list[str] = field(default_factory=list)


def outdated() -> QuerySet[Document]:
    """The documents whose current reading is not of the present engine and lexicon."""
    engine, lexicon = reader_version()
    read = Reading.objects.filter(current=True, engine=engine, lexicon=lexicon)
    return Document.objects.exclude(pk__in=read.values("document")).order_by("pk")


def reread(
    readers: Readers, report: Callable[[Change], None], advance: Callable[[int], None], dry_run: bool = False
) -> RereadSummary:
    """Read every outdated document anew, batch by batch; with `dry_run` nothing is written."""
    total = RereadSummary()
    numbers = list(outdated().values_list("pk", flat=True))
    for asked in pieces(numbers, BATCH):
        documents = list(Document.objects.filter(pk__in=asked).select_related("body", "outlet").order_by("pk"))
        done = _read(documents, readers, total)
        with transaction.atomic():
            decisions = decisions_of([document for document, _ in done])
            for change in _compare(done, decisions, total):
                report(change)
            if not dry_run:
                _replace(done, decisions)
        total.documents += len(done)
        advance(len(documents))
    return total


def _read(documents: list[Document], readers: Readers, total: RereadSummary) -> list[tuple[Document, Prepared]]:
    texts = [
        Text(
            document.key,
            document.body.text,
            document.title,
            document.published,
            document.outlet.name if document.outlet else None,
        )
        for document in documents
    ]
    done: list[tuple[Document, Prepared]] = []
    for document, outcome in zip(documents, readers(texts), strict=True):
        if isinstance(outcome, Unread):
            total.failed.append(f"{document.key} ({document.origin}): {outcome.problem}")
        else:
            done.append((document, outcome))
    return done


def _replace(done: list[tuple[Document, Prepared]], decisions: Decisions) -> None:
    """Make the new readings the current ones. One that this engine and lexicon made before becomes current again."""
    documents = [document for document, _ in done]
    engine, lexicon = reader_version()
    earlier = dict(
        Reading.objects.filter(document__in=documents, engine=engine, lexicon=lexicon).values_list("document_id", "pk")
    )
    retire_readings(documents)
    Reading.objects.filter(pk__in=earlier.values()).update(current=True)
    Claim.objects.filter(reading__in=earlier.values()).update(current=True)
    write_readings([item for item in done if item[0].pk not in earlier], decisions)
    _refresh(earlier.values())


def _refresh(readings: Iterable[int]) -> None:
    """Decisions may have come while a reading was not the current one."""
    from observatory.review.decide import refresh

    for claim in Claim.objects.filter(reading__in=list(readings)).select_related("document", "body"):
        refresh(claim)


def _compare(done: list[tuple[Document, Prepared]], decisions: Decisions, total: RereadSummary) -> Iterator[Change]:
    bodies = ClaimBody.objects.filter(claim__document__in=[document for document, _ in done], claim__current=True)
    before: dict[int, dict[str, Mapping[str, Any]]] = {}
    for number, key, read in bodies.values_list("claim__document_id", "claim__key", "read"):
        before.setdefault(number, {})[key] = read
    for document, prepared in done:
        own = decisions.get(document.key, [])
        keys = keep_keys(document.key, claim_keys(document.key, prepared.claims), prepared.claims, own)
        now = dict(zip(keys, prepared.claims, strict=True))
        decided = {row.target_key for row in own}
        changes = list(_changes(document.key, before.get(document.pk, {}), now, decided))
        for change in changes:
            setattr(total, change.kind, getattr(total, change.kind) + 1)
        total.unchanged += not changes
        yield from changes


def _changes(
    document: str, before: Mapping[str, Mapping[str, Any]], now: Mapping[str, Mapping[str, Any]], decided: set[str]
) -> Iterator[Change]:
    for key, claim in before.items():
        if key not in now:
            yield Change("gone", document, key, claim["type"], claim["evidence"]["text"], {}, key in decided)
    for key, claim in now.items():
        if key not in before:
            yield Change("new", document, key, claim["type"], claim["evidence"]["text"], {}, key in decided)
        elif fields := _differences(before[key], claim):
            yield Change("changed", document, key, claim["type"], claim["evidence"]["text"], fields, key in decided)


def _differences(before: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    told = {name: (_told(name, before[name]), _told(name, now[name])) for name in _FIELDS}
    return {name: values for name, values in told.items() if values[0] != values[1]}


def _told(name: str, value: Any) -> Any:
    """A field as a person would compare it: its words, days and figures, without rules and offsets."""
    if name in ("actors", "targets", "places"):
        return [item["surface"] for item in value]
    if name == "speaker":
        return value["surface"] if value else None
    if name in ("trigger", "evidence"):
        return value["text"]
    if name == "when":
        return [value["surface"], value["start"], value["end"]]
    if name == "counts":
        return [[item["what"], item["value"], item["qualifier"]] for item in value]
    return value
