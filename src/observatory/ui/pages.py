"""The pages that the head of every page leads to, and which of them is open."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the menu: the name of its address and the key of its words."""

    name: str
    words: str


MENU = (
    Page("today", "nav.today"),
    Page("ceasefires", "nav.ceasefires"),
    Page("voices", "nav.voices"),
    Page("review", "nav.review"),
    Page("bulletins", "nav.bulletin"),
    Page("documents", "nav.documents"),
    Page("search", "nav.search"),
)


def pages_context(request: HttpRequest) -> dict[str, object]:
    """The menu for the templates; a page whose application is not installed is left out."""
    return {"pages": [found for page in MENU if (found := _entry(page, request.path))]}


def _entry(page: Page, path: str) -> dict[str, object] | None:
    try:
        address = reverse(page.name)
    except NoReverseMatch:
        return None
    here = path == address if address == "/" else path.startswith(address)
    return {"address": address, "words": page.words, "here": here}
