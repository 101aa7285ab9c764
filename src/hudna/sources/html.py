"""A web page: its article by trafilatura, its time of publication from what the page says about itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import lxml.html
from trafilatura import bare_extraction
from trafilatura.settings import Document as ExtractedPage

from hudna.sources.encodings import UnreadableError, require_arabic
from hudna.sources.source import Defaults, Refusal, SourceDocument, parse_day, parse_moment

MEDIA_TYPE = "text/html"
_TIME_PATHS = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//meta[@name='date' or @name='pubdate' or @name='publish-date']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//article//time/@datetime",
)


def read_html(data: bytes, where: str, defaults: Defaults) -> SourceDocument | Refusal:
    """The article of a page, or why none was found in it."""
    page = _extract(data, defaults.address)
    if page is None or not page.text:
        return Refusal(where, "no article was found in the page", "save the article's text as a .txt file", len(data))
    try:
        require_arabic(page.text, "the article of the page")
    except UnreadableError as error:
        return Refusal(where, error.problem, error.remedy, len(data))
    published, moment = _published(data, page.date, defaults)
    return SourceDocument(
        page.text,
        data,
        where,
        MEDIA_TYPE,
        id=where,
        title=page.title or None,
        outlet=defaults.outlet or page.sitename or page.hostname or None,
        address=defaults.address or page.url or None,
        published=published,
        published_at=moment,
    )


def _extract(data: bytes, address: str | None) -> ExtractedPage | None:
    page = bare_extraction(data, url=address, with_metadata=True, include_comments=False, include_tables=True)
    return page if isinstance(page, ExtractedPage) else None


def _published(data: bytes, found: str | None, defaults: Defaults) -> tuple[date | None, datetime | None]:
    for stamp in _time_stamps(data):
        try:
            return parse_moment(stamp, defaults.zone)
        except ValueError:
            continue
    return (parse_day(found) if found else defaults.published), None


def _time_stamps(data: bytes) -> Iterator[str]:
    """What the page gives as its time of publication, the most reliable first."""
    tree = lxml.html.fromstring(data)
    for block in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            yield from _in_linked_data(json.loads(str(block)))
        except ValueError:
            continue
    for path in _TIME_PATHS:
        yield from map(str, tree.xpath(path))


def _in_linked_data(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        stamp = value.get("datePublished")
        if isinstance(stamp, str):
            yield stamp
        for inner in value.values():
            yield from _in_linked_data(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _in_linked_data(inner)
