"""Keeps voices, their words and their figures up with claims, document by document.

Figures are changed by what a document adds and takes away, so that a decision about one claim costs no more in a large
record than in a small one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from hudna.labels import STATUSES
from observatory.records.models import Claim, Document
from observatory.records.pieces import numbers_of, pieces
from observatory.voices.identity import Identity, voice_of
from observatory.voices.models import Contradiction, Said, Term, Usage, Voice
from observatory.voices.stamp import stamp
from observatory.voices.terms import Used, used

FIGURES = ("claims", "documents", "decided", "rejected", *STATUSES)
"""The figures of a voice that are counted from claims."""

_ASKED = 400
Advance = Callable[[int], None]


@dataclass(slots=True)
class Change:
    """What is added to figures, or taken away."""

    voices: dict[int, Counter[str]] = field(default_factory=dict)
    usages: Counter[tuple[int, int]] = field(default_factory=Counter)

    def add(self, rows: Iterable[Said], sign: int) -> None:
        """Count whole documents' rows in, or out again."""
        documents: set[tuple[int, int]] = set()
        for row in rows:
            figures = self.voices.setdefault(row.voice_id, Counter())
            if row.rejected:
                figures["rejected"] += sign
                continue
            figures["claims"] += sign
            figures["decided"] += sign * row.decided
            figures[row.status] += sign
            documents.add((row.voice_id, row.document_id))
            for term in row.terms:
                self.usages[row.voice_id, term] += sign
        for voice, _ in documents:
            self.voices[voice]["documents"] += sign


def rebuild(advance: Advance = lambda number: None) -> int:
    """Make everything anew but what voices disagree about. Gives the number of documents."""
    for table in (Contradiction, Usage, Said, Term, Voice):
        table.objects.all().delete()
    total = 0
    for asked in numbers_of(Document.objects.all(), _ASKED):
        take_documents(asked)
        total += len(asked)
        advance(len(asked))
    return total


def take_documents(numbers: Sequence[int]) -> None:
    """Bring the rows and figures of the voices of these documents up to their current claims."""
    with transaction.atomic():
        # Two processes that count the same document would count it twice: the second waits for the first.
        list(Document.objects.select_for_update().filter(pk__in=numbers).order_by("pk").values_list("pk"))
        change = Change()
        before = Said.objects.filter(document__in=numbers)
        change.add(before, -1)
        before.delete()
        rows = _rows(Claim.objects.filter(document__in=numbers, current=True))
        Said.objects.bulk_create(rows, batch_size=_ASKED)
        change.add(rows, 1)
        _write(change)


def _rows(claims: QuerySet[Claim]) -> list[Said]:
    """Who says each of these claims. What has neither speaker nor outlet is said by nobody."""
    told: list[tuple[Claim, Identity, list[Used]]] = []
    for claim in claims.select_related("body", "document__outlet"):
        data, outlet = claim.body.standing or claim.body.read, claim.document.outlet
        identity = voice_of(data["speaker"], outlet.name if outlet else None)
        if identity is not None:
            told.append((claim, identity, used(data)))
    voices = _voices({identity for _, identity, _ in told})
    terms = _terms({form for _, _, forms in told for form in forms})
    return [
        Said(
            claim=claim,
            voice_id=voices[identity.kind, identity.identity],
            document_id=claim.document_id,
            type=claim.type,
            status=claim.status,
            rejected=claim.review == "rejected",
            decided=claim.review != "unreviewed",
            from_day=claim.from_day,
            to_day=claim.to_day,
            open_day=_open_day(claim),
            terms=sorted(terms[form.topic, form.form] for form in forms),
        )
        for claim, identity, forms in told
    ]


def _open_day(claim: Claim) -> date | None:
    """The later of what it tells of and its publication."""
    return max((day for day in (claim.to_day, claim.document.published) if day is not None), default=None)


def _voices(wanted: set[Identity]) -> dict[tuple[str, str], int]:
    rows = {
        (one.kind, one.identity): Voice(
            key=one.key,
            kind=one.kind,
            identity=one.identity,
            entry=one.entry,
            name=one.name,
            english=one.english,
            words=one.words,
            named=one.named,
        )
        for one in sorted(wanted, key=lambda one: (one.kind, one.identity, -len(one.name), one.name))
    }
    known = _known_voices(list(rows.values()))
    missing = [row for identity, row in rows.items() if identity not in known]
    if missing:
        Voice.objects.bulk_create(missing, batch_size=_ASKED, ignore_conflicts=True)
        known |= _known_voices(missing)
    return known


def _known_voices(rows: Sequence[Voice]) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for asked in pieces((row.key for row in rows), _ASKED):
        for kind, identity, number in Voice.objects.filter(key__in=asked).values_list("kind", "identity", "pk"):
            found[kind, identity] = number
    return found


def _terms(wanted: set[Used]) -> dict[tuple[str, str], int]:
    rows = {(one.topic, one.form): _term(one) for one in sorted(wanted, key=lambda one: (one.topic, one.form))}
    known = _known_terms(rows)
    missing = [row for identity, row in rows.items() if identity not in known]
    if missing:
        Term.objects.bulk_create(missing, batch_size=_ASKED, ignore_conflicts=True)
        known |= _known_terms((row.topic, row.form) for row in missing)
    return known


def _term(one: Used) -> Term:
    return Term(
        kind=one.kind,
        topic=one.topic,
        arabic=one.arabic,
        english=one.english,
        form=one.form,
        loaded=one.loaded,
        known=one.known,
    )


def _known_terms(wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str], int]:
    asked = set(wanted)
    topics, forms = {topic for topic, _ in asked}, {form for _, form in asked}
    found: dict[tuple[str, str], int] = {}
    for piece in pieces(sorted(topics), _ASKED):
        rows = Term.objects.filter(topic__in=piece, form__in=forms) if len(forms) <= _ASKED else (
            Term.objects.filter(topic__in=piece)
        )  # fmt: skip
        found.update({(topic, form): number for topic, form, number in rows.values_list("topic", "form", "pk")})
    return {identity: number for identity, number in found.items() if identity in asked}


def _write(change: Change) -> None:
    """Add what has changed to the figures that are kept."""
    for number, figures in sorted(change.voices.items()):
        changed = {name: F(name) + figures[name] for name in FIGURES if figures[name]}
        Voice.objects.filter(pk=number).update(**changed, **_bounds())
    usages = {pair: number for pair, number in change.usages.items() if number}
    Usage.objects.bulk_create(
        [Usage(voice_id=voice, term_id=term) for voice, term in sorted(usages)],
        batch_size=_ASKED,
        ignore_conflicts=True,
    )
    terms: Counter[int] = Counter()
    for (voice, term), number in sorted(usages.items()):
        Usage.objects.filter(voice=voice, term=term).update(claims=F("claims") + number)
        terms[term] += number
    for term, number in sorted(terms.items()):
        Term.objects.filter(pk=term).update(claims=F("claims") + number)
    Usage.objects.filter(voice__in=change.voices, claims=0).delete()
    stamp()


def _bounds() -> dict[str, Subquery]:
    """The first and last day that the claims of a voice tell of: an index is asked for its ends."""
    said = Said.objects.filter(voice=OuterRef("pk"), rejected=False, to_day__isnull=False)
    return {
        "first_day": Subquery(said.order_by("to_day").values("to_day")[:1]),
        "last_day": Subquery(said.order_by("-to_day").values("to_day")[:1]),
    }


def outdated() -> set[int]:
    """The documents of which a claim that somebody says is not counted, or one is that no current reading holds."""
    told = Q(speaker__isnull=False) | Q(document__outlet__isnull=False)
    uncounted = Claim.objects.filter(told, current=True, said=None).values_list("document", flat=True)
    gone = Said.objects.filter(claim__current=False).values_list("document", flat=True)
    return {*uncounted, *gone}
