"""The list of documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.core.paginator import Page
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hudna.labels import STATUSES, TYPES
from hudna.protect import Profile
from observatory.documents.keys import public_key
from observatory.documents.queries import Summary, listed, open_documents, summaries
from observatory.people.audience import audience_of, person_of
from observatory.people.roles import Person
from observatory.records.models import Document, Outlet
from observatory.records.pieces import pieces
from observatory.ui.data import as_data, format_of
from observatory.ui.filters import filters_of
from observatory.ui.listing import MOST_COUNTED, PAGE_LENGTH, in_order, page_of, page_of_found

_MOST_OUTLETS = 200
MOST_FOUND = 1000
"""Of a list for which claims or findings have to be looked at, so many are counted."""
_ASKED = 500


def documents(request: HttpRequest) -> HttpResponse:
    """The documents that the filters of the address ask for, the newest first."""
    profile, person = audience_of(request), person_of(request)
    filters = filters_of(request, profile)
    outlet, findings = request.GET.get("outlet", ""), request.GET.get("findings") == "1"
    rows = listed(person, profile, filters, outlet, findings)
    if format := format_of(request):
        return as_data(request, format, "documents", _data(rows, person, profile))
    listing, shown = _page(request, rows, filters.asks_about_claims or findings)
    told = summaries(shown, person, profile)
    context = {
        "listing": listing,
        "rows": [_row(document, told[document.pk], profile) for document in shown],
        "filters": filters,
        "outlet": outlet,
        "findings": findings,
        "outlets": _outlets(open_documents(person, profile)),
        "types": list(TYPES),
        "statuses": list(STATUSES),
        "profile": profile,
        "is_filtered": filters.asks_about_claims or filters.first_day or filters.last_day or outlet or findings,
    }
    return render(request, "documents/list.html", context)


def _page(request: HttpRequest, rows: QuerySet[Document], is_long: bool) -> tuple[Page[Any], list[Document]]:
    """The page that is asked for with its documents; `is_long` says that it takes long to find them."""
    if is_long:
        found = page_of_found(request, rows, PAGE_LENGTH, MOST_FOUND)
        return found, in_order(Document.objects.select_related("outlet"), list(found.object_list))
    listing = page_of(request, rows, most=MOST_COUNTED)
    return listing, list(listing.object_list)


def _outlets(documents: QuerySet[Document]) -> list[str]:
    seen = Outlet.objects.filter(Exists(documents.filter(outlet=OuterRef("pk"))))
    return list(seen.order_by("name").values_list("name", flat=True)[:_MOST_OUTLETS])


def _row(document: Document, summary: Summary, profile: Profile) -> dict[str, Any]:
    return {
        "key": public_key(document.key, profile),
        "title": document.title if profile.text == "full" else None,
        "outlet": document.outlet,
        "published": document.published,
        "summary": summary,
    }


def _data(rows: QuerySet[Document], person: Person, profile: Profile) -> Iterator[dict[str, Any]]:
    for found in pieces(rows.iterator(chunk_size=_ASKED), _ASKED):
        yield from _plain(found, summaries(found, person, profile), profile)


def _plain(found: Iterable[Document], told: dict[int, Summary], profile: Profile) -> Iterator[dict[str, Any]]:
    for document in found:
        summary = told[document.pk]
        row = {
            "key": public_key(document.key, profile),
            "title": document.title,
            "outlet": document.outlet.name if document.outlet else None,
            "published": document.published,
            "address": document.address,
            "claims": summary.claims,
            "reviewed": summary.reviewed,
            "findings": summary.warnings,
            "near_duplicates": summary.duplicates,
        }
        if profile.text != "full":
            del row["title"], row["address"]
        yield row
