"""The queue: what is to be looked at, in the order of need."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hudna.labels import STATUSES, TYPES
from observatory.people.audience import person_of
from observatory.people.guard import allowed
from observatory.people.roles import Permission, may
from observatory.records.models import Claim
from observatory.records.pieces import pieces
from observatory.review.queue import (
    STAGES,
    WHY,
    asked_of,
    by_reason,
    holders,
    length,
    limit,
    query_string,
    waiting,
)
from observatory.ui.data import as_data, format_of
from observatory.ui.listing import PAGE_LENGTH, in_order, page_of, page_of_found

_ASKED = 500
_BESIDE = ("waiting", "document", "document__outlet", "body")


@allowed(Permission.SEE_INTERNAL)
def queue(request: HttpRequest) -> HttpResponse:
    """The claims that wait for review."""
    person, asked = person_of(request), asked_of(request)
    rows = waiting(asked, person)
    if format := format_of(request):
        return as_data(request, format, "review", _data(rows.select_related(*_BESIDE)))
    most = limit(asked)
    if asked.is_filtered and most is not None:
        listing = page_of_found(request, rows, PAGE_LENGTH, most)
    else:
        numbers = rows.values_list("pk", flat=True)
        listing = page_of(request, numbers, most=most, total=length(asked, person, most))
    claims = in_order(Claim.objects.select_related(*_BESIDE), list(listing.object_list))
    on = holders([claim.key for claim in claims])
    context = {
        "listing": listing,
        "rows": [_row(claim, on.get(claim.key)) for claim in claims],
        "asked": asked,
        "filters": asked.filters,
        "numbers": by_reason(person, asked.stage),
        "reasons": WHY,
        "stages": STAGES,
        "types": list(TYPES),
        "statuses": list(STATUSES),
        "along": query_string(request),
        "can_review": may(person, Permission.REVIEW),
    }
    return render(request, "review/queue.html", context)


def _row(claim: Claim, holder: str | None) -> dict[str, Any]:
    data = claim.body.standing or claim.body.read
    return {
        "claim": claim,
        "evidence": data["evidence"]["text"],
        "trigger": data["trigger"]["text"],
        "doubts": [doubt.split(".") for doubt in claim.waiting.doubts],
        "counts": data["counts"],
        "holder": holder,
    }


def _data(rows: QuerySet[Claim]) -> Iterator[dict[str, Any]]:
    for claims in pieces(rows.iterator(chunk_size=_ASKED), _ASKED):
        on = holders([claim.key for claim in claims])
        for claim in claims:
            data = claim.body.standing or claim.body.read
            yield {
                "key": claim.key,
                "document": claim.document.key,
                "published": claim.document.published,
                "type": claim.type,
                "status": claim.status,
                "evidence": data["evidence"]["text"],
                "finding": claim.waiting.finding,
                "disputed": claim.waiting.disputed,
                "doubts": claim.waiting.doubts,
                "stage": claim.waiting.stage,
                "review": claim.review,
                "taken_by": on.get(claim.key),
                "point": [claim.latitude, claim.longitude] if claim.latitude is not None else None,
            }
