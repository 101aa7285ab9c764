"""Pages of a list."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

PAGE_LENGTH = 50


def page_of(request: HttpRequest, rows: QuerySet[Any], length: int = PAGE_LENGTH) -> Page[Any]:
    """The page of a list that the address asks for; the first or last one for a number that is none."""
    return Paginator(rows, length).get_page(request.GET.get("page"))
