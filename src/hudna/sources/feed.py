"""A feed in RSS or Atom: an article for each entry that carries text, and the addresses of its pages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import feedparser
import lxml.html

from hudna.sources.encodings import UnreadableError, require_arabic
from hudna.sources.source import Defaults, Refusal, SourceDocument, parse_moment

MEDIA_TYPE = "application/json"


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An entry as the feed tells it: enough to decide whether its page must be fetched."""

    id: str
    address: str | None
    title: str | None
    published: date | None
    published_at: datetime | None
    text: str
    whole: bool
    """Whether the feed carries the article's content and not a summary only."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed's name and entries, in the order of the file."""

    title: str | None
    entries: tuple[FeedEntry, ...]


def parse_feed(data: bytes, defaults: Defaults) -> Feed:
    """The feed that the bytes hold; UnreadableError when they hold none."""
    parsed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    if not parsed.version:
        raise UnreadableError("is no RSS or Atom feed", "check the address of the feed")
    return Feed(parsed.feed.get("title"), tuple(_entry(item, defaults) for item in parsed.entries))


def read_feed(data: bytes, where: str, defaults: Defaults) -> Iterator[SourceDocument | Refusal]:
    """An article for each entry, known by the entry alone: the same entry in a later feed is the same document."""
    try:
        feed = parse_feed(data, defaults)
    except UnreadableError as error:
        yield Refusal(where, error.problem, error.remedy, len(data))
        return
    if not feed.entries:
        yield Refusal(where, "the feed has no entries", "check the address of the feed", len(data))
    for number, entry in enumerate(feed.entries, 1):
        yield entry_article(entry, f"{where}#{number}", defaults.outlet or feed.title)


def entry_article(entry: FeedEntry, where: str, outlet: str | None) -> SourceDocument | Refusal:
    """The article that an entry carries in itself, or why it carries none."""
    content = {"id": entry.id, "link": entry.address, "title": entry.title, "text": entry.text}
    original = json.dumps(content, ensure_ascii=False).encode()
    try:
        require_arabic(entry.text, "the entry")
    except UnreadableError as error:
        return Refusal(where, error.problem, error.remedy, len(original))
    return SourceDocument(
        entry.text,
        original,
        where,
        MEDIA_TYPE,
        id=entry.id,
        title=entry.title,
        outlet=outlet,
        address=entry.address,
        published=entry.published,
        published_at=entry.published_at,
    )


def _entry(item: Any, defaults: Defaults) -> FeedEntry:
    contents = [part.value for part in item.get("content", []) if part.get("value")]
    published, moment = _published(item.get("published") or item.get("updated"), defaults)
    address = item.get("link")
    return FeedEntry(
        id=str(item.get("id") or address or item.get("title") or ""),
        address=address,
        title=item.get("title"),
        published=published,
        published_at=moment,
        text=_plain("\n".join(contents) if contents else item.get("summary", "")),
        whole=bool(contents),
    )


def _published(stamp: str | None, defaults: Defaults) -> tuple[date | None, datetime | None]:
    if not stamp:
        return defaults.published, None
    try:
        return parse_moment(stamp, defaults.zone)
    except ValueError:
        pass
    try:
        return parse_moment(parsedate_to_datetime(stamp).isoformat(), defaults.zone)
    except ValueError:
        return defaults.published, None


_BLOCKS = ("p", "div", "br", "li", "h1", "h2", "h3", "h4", "blockquote", "tr")


def _plain(markup: str) -> str:
    """The text of an entry's markup, a line for each block."""
    if not markup.strip():
        return ""
    tree = lxml.html.fragment_fromstring(markup, create_parent="div")
    for element in tree.iter(*_BLOCKS):
        element.tail = "\n" + (element.tail or "")
    lines = (" ".join(line.split()) for line in tree.text_content().splitlines())
    return "\n".join(line for line in lines if line)
