"""The claims of the record as `hudna.incidents`, `hudna.ledger`, `hudna.protect` and `hudna.exchange` take them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from hudna.deserialise import claim_from_dict
from hudna.recorded import RecordedClaim, RecordedDocument, Review
from observatory.records.models import Claim, Document, DocumentText
from observatory.records.pieces import pieces
from observatory.records.query import Query

_ASKED = 2000
_FIELDS = (
    "pk", "key", "review", "note", "document_id", "body__read", "body__standing", "reading__engine", "reading__lexicon"
)  # fmt: skip


def recorded(query: Query | None = None) -> Iterator[RecordedClaim]:
    """The claims that are asked for, as they stand after people's decisions, document by document.

    They come in pieces, so that a record of any size passes through little memory.
    """
    claims = (query or Query()).claims().order_by("document_id", "position")
    numbers = claims.values_list("pk", flat=True)
    for asked in pieces(numbers.iterator(chunk_size=_ASKED), _ASKED):
        yield from _recorded(asked)


def recorded_of(keys: Iterable[str]) -> Iterator[RecordedClaim]:
    """The current claims of these keys, as `recorded`."""
    for asked in pieces(keys, _ASKED):
        found = Claim.objects.filter(key__in=asked, current=True).order_by("document_id", "position")
        yield from _recorded(list(found.values_list("pk", flat=True)))


def _recorded(numbers: list[int]) -> Iterator[RecordedClaim]:
    rows = list(Claim.objects.filter(pk__in=numbers).order_by("document_id", "position").values(*_FIELDS))
    owners = {row["document_id"] for row in rows}
    documents = {
        row.pk: recorded_document(row) for row in Document.objects.filter(pk__in=owners).select_related("outlet")
    }
    texts = dict(DocumentText.objects.filter(pk__in=owners).values_list("pk", "text"))
    for row in rows:
        review: Review = row["review"]
        yield RecordedClaim(
            key=row["key"],
            document=documents[row["document_id"]],
            claim=claim_from_dict(row["body__standing"] or row["body__read"], texts[row["document_id"]]),
            engine=row["reading__engine"],
            lexicon=row["reading__lexicon"],
            review=review,
            note=row["note"],
        )


def recorded_document(document: Document) -> RecordedDocument:
    """A document of the record, without its text."""
    return RecordedDocument(
        key=document.key,
        title=document.title,
        outlet=document.outlet.name if document.outlet else None,
        address=document.address,
        published=document.published,
        published_at=_in_zone(document.published_at, document.published_zone),
        country=document.country,
    )


def _in_zone(moment: datetime | None, zone: str | None) -> datetime | None:
    """A moment in the zone that its source told it in."""
    return moment.astimezone(_zone(zone)) if moment and zone else moment


def _zone(name: str) -> tzinfo:
    if name[:1] in "+-":
        hours, minutes = int(name[1:3]), int(name[4:6])
        away = timedelta(hours=hours, minutes=minutes)
        return timezone(-away if name.startswith("-") else away)
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC
