"""Pages of a list, and the filters of an address that makes no sense refused."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest
from ninja.errors import HttpError

from hudna.protect import Profile
from observatory.people.exports import note_export
from observatory.ui.filters import Filters, filters_of
from observatory.ui.preferences import address_with

MOST = 200
DEFAULT = 50


def filters_told(request: HttpRequest, profile: Profile) -> Filters:
    """The filters of an address; an answer of 422 for one that makes no sense or is not open to this audience."""
    filters = filters_of(request, profile)
    if filters.problems:
        raise HttpError(422, f"not understood, or not open to you: {', '.join(filters.problems)}")
    return filters


def page_asked(request: HttpRequest, rows: QuerySet[Any], page: int, size: int) -> Page[Any]:
    """The page of a list that is asked for, written down in the audit of exports."""
    found = Paginator(rows, min(max(size, 1), MOST)).get_page(page)
    note_export(request, "api", len(found.object_list))
    return found


def paged(request: HttpRequest, found: Page[Any], items: list[Any]) -> dict[str, Any]:
    """The answer with a page."""
    following = address_with(request, page=str(found.next_page_number())) if found.has_next() else None
    return {
        "items": items,
        "page": found.number,
        "pages": found.paginator.num_pages,
        "total": found.paginator.count,
        "next": following,
    }
