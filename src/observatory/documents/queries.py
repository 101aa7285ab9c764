"""What the pages of documents ask the record for: a fixed number of questions, whatever the length of a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from hudna.deserialise import claim_from_dict
from hudna.protect import Profile
from hudna.recorded import RecordedClaim, RecordedDocument
from observatory.people.audience import visible_documents
from observatory.people.roles import Person
from observatory.records.models import Claim, Document, Finding, NearDuplicate, Reading
from observatory.records.query import sought
from observatory.records.recorded import recorded_document
from observatory.ui.filters import Filters


@dataclass(slots=True)
class Summary:
    """What a list says of one document beside its own columns."""

    claims: int = 0
    reviewed: int = 0
    types: list[tuple[str, int]] = field(default_factory=list)
    warnings: int = 0
    duplicates: int = 0


def open_documents(person: Person, profile: Profile) -> QuerySet[Document]:
    """The documents that a person may see today."""
    found = visible_documents(person)
    limit = open_until(profile)
    return found.filter(published__lte=limit) if limit else found


def open_until(profile: Profile) -> date | None:
    """The last day of publication that a profile shows; None for no limit."""
    return date.today() - timedelta(days=profile.delay) if profile.delay else None


def listed(person: Person, profile: Profile, filters: Filters, outlet: str, findings: bool) -> QuerySet[Document]:
    """The documents of a list, the newest first. Days of its filters are days of publication."""
    found = open_documents(person, profile).select_related("outlet").order_by("-published", "-pk")
    if filters.first_day:
        found = found.filter(published__gte=filters.first_day)
    if filters.last_day:
        found = found.filter(published__lte=filters.last_day)
    if outlet:
        found = found.filter(outlet__name=outlet)
    if filters.asks_about_claims:
        asked = sought(_without_days(filters).conditions())
        found = holding(found, _open_claims(asked.claims, profile), asked.are_few)
    if findings:
        warned = Finding.objects.filter(reading__current=True, level="warning", reading__document=OuterRef("pk"))
        found = found.filter(Exists(warned))
    return found


def holding(documents: QuerySet[Document], claims: QuerySet[Claim], are_few: bool) -> QuerySet[Document]:
    """The documents that hold one of some claims.

    Of few claims the documents are looked up; for many the documents are gone through in their order.
    """
    if are_few:
        return documents.filter(pk__in=claims.order_by().values("document"))
    return documents.filter(Exists(claims.filter(document=OuterRef("pk"))))


def _without_days(filters: Filters) -> Filters:
    names = ("types", "place", "side", "speaker", "status", "reviews")
    return Filters(**{name: getattr(filters, name) for name in names})


def _open_claims(claims: QuerySet[Claim], profile: Profile) -> QuerySet[Claim]:
    """Those of some claims that the gate would let through."""
    limit = open_until(profile)
    if limit:
        claims = claims.filter(to_day__lte=limit)
    return claims if profile.rejected else claims.exclude(review="rejected")


def summaries(documents: Sequence[Document], person: Person, profile: Profile) -> dict[int, Summary]:
    """What a list says of its documents, by their number; of near duplicates those that the person may see."""
    numbers = [document.pk for document in documents]
    found = {number: Summary() for number in numbers}
    claims = _open_claims(Claim.objects.filter(document__in=numbers, current=True), profile)
    reviewed = Count("pk", filter=~Q(review="unreviewed"))
    rows = claims.order_by().values_list("document", "type").annotate(total=Count("pk"), done=reviewed)
    for number, type_, total, done in rows:
        found[number].claims += total
        found[number].reviewed += done
        found[number].types.append((type_, total))
    for summary in found.values():
        summary.types.sort(key=lambda item: (-item[1], item[0]))
    warned = Finding.objects.filter(reading__current=True, reading__document__in=numbers, level="warning")
    for number in warned.values_list("reading__document", flat=True):
        found[number].warnings += 1
    for number, others in _duplicates(numbers, open_documents(person, profile)).items():
        found[number].duplicates = others
    return found


def _duplicates(numbers: Sequence[int], seen: QuerySet[Document]) -> Counter[int]:
    """How many documents of nearly the same words as each of these may be seen."""
    links = [
        *NearDuplicate.objects.filter(earlier__in=numbers).values_list("earlier", "later"),
        *NearDuplicate.objects.filter(later__in=numbers).values_list("later", "earlier"),
    ]
    others = set(seen.filter(pk__in={other for _, other in links}).values_list("pk", flat=True))
    return Counter(number for number, other in links if other in others)


@dataclass(frozen=True, slots=True)
class ReadClaim:
    """A claim of a reading with its number on the page, from 1."""

    number: int
    recorded: RecordedClaim


def claims_of(reading: Reading, document: Document) -> list[ReadClaim]:
    """The claims of a reading in their order, as they stand after decisions."""
    told: RecordedDocument = recorded_document(document)
    text = document.body.text
    rows = Claim.objects.filter(reading=reading).select_related("body").order_by("position")
    return [
        ReadClaim(
            row.position + 1,
            RecordedClaim(
                key=row.key,
                document=told,
                claim=claim_from_dict(row.body.standing or row.body.read, text),
                engine=reading.engine,
                lexicon=reading.lexicon,
                review=row.review,  # type: ignore[arg-type]
                note=row.note,
            ),
        )
        for row in rows
    ]


@dataclass(frozen=True, slots=True)
class Like:
    """A document of nearly the same words."""

    document: Document
    share: float
    """How much of its words it has in common, from 0 to 1."""
    is_later: bool


def near_duplicates(document: Document, seen: QuerySet[Document]) -> list[Like]:
    """The documents of nearly the same words that may be seen, the likest first."""
    links = NearDuplicate.objects.filter(Q(earlier=document) | Q(later=document))
    shares = {
        later if earlier == document.pk else earlier: (share, earlier == document.pk)
        for earlier, later, share in links.values_list("earlier_id", "later_id", "similarity")
    }
    found = [Like(row, *shares[row.pk]) for row in seen.filter(pk__in=shares).select_related("outlet")]
    return sorted(found, key=lambda like: -like.share)


def readings_of(document: Document) -> list[Reading]:
    """Every reading of a document with the number of its claims, the newest first."""
    return list(document.readings.annotate(total=Count("claims")).order_by("-current", "-made_at"))
