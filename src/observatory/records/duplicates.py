"""Links documents of nearly the same words, in the transaction of their caller."""

from __future__ import annotations

from collections.abc import Sequence

from observatory.records.models import Band, Document, DocumentText, NearDuplicate
from observatory.records.near import SIMILAR, bands_of, similarity
from observatory.records.pieces import pieces

_ASKED = 500
_MOST_LINKS = 20
"""A document is linked to so many earlier ones at most, the likest first: a text sent out a thousand times must not
make a million links."""


def link_duplicates(documents: Sequence[Document], signatures: Sequence[bytes | None]) -> int:
    """Link new documents with earlier ones and with each other; gives how many links were made."""
    signed = {document.pk: mark for document, mark in zip(documents, signatures, strict=True) if mark}
    bands = {number: bands_of(mark) for number, mark in signed.items()}
    Band.objects.bulk_create(
        [Band(document_id=number, value=value) for number, values in bands.items() for value in values],
        batch_size=_ASKED,
    )
    candidates = _candidates(bands)
    known = signed | _signatures({other for others in candidates.values() for other in others} - signed.keys())
    links = [
        NearDuplicate(earlier_id=earlier, later_id=later, similarity=like)
        for later, others in candidates.items()
        for like, earlier in _likest(known[later], {other: known[other] for other in others})
    ]
    NearDuplicate.objects.bulk_create(links, batch_size=_ASKED)
    return len(links)


def _candidates(bands: dict[int, list[int]]) -> dict[int, set[int]]:
    """For each document the earlier ones that share a band with it."""
    holders: dict[int, list[int]] = {}
    for asked in pieces(sorted({value for values in bands.values() for value in values}), _ASKED):
        for value, number in Band.objects.filter(value__in=asked).values_list("value", "document_id"):
            holders.setdefault(value, []).append(number)
    return {
        number: {other for value in values for other in holders.get(value, ()) if other < number}
        for number, values in bands.items()
    }


def _signatures(numbers: set[int]) -> dict[int, bytes]:
    found: dict[int, bytes] = {}
    for asked in pieces(sorted(numbers), _ASKED):
        rows = DocumentText.objects.filter(document_id__in=asked).values_list("document_id", "signature")
        found.update({number: bytes(mark) for number, mark in rows if mark is not None})
    return found


def _likest(own: bytes, others: dict[int, bytes]) -> list[tuple[float, int]]:
    measured = [(similarity(own, mark), number) for number, mark in others.items()]
    like = sorted((item for item in measured if item[0] >= SIMILAR), key=lambda item: (-item[0], item[1]))
    return like[:_MOST_LINKS]
