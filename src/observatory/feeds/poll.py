"""Asks one feed and gives the articles that are not known yet, from the feed itself or from the pages that it names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from hudna.sources import MEDIA_TYPES, Defaults, Refusal, SourceDocument, read_bytes
from hudna.sources.encodings import UnreadableError
from hudna.sources.feed import FeedEntry, entry_article, parse_feed
from observatory.feeds.client import Client, FetchError
from observatory.feeds.listing import FeedSource
from observatory.feeds.schedule import FeedState, after_answer, after_failure

Known = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Poll:
    """What asking a feed gave, and the feed's state after it."""

    state: FeedState
    found: tuple[SourceDocument | Refusal, ...] = ()
    unchanged: bool = False


def poll(source: FeedSource, state: FeedState, client: Client, now: datetime, known: Known) -> Poll:
    """Ask a feed. `known` tells of an entry's address whether the record holds its article already.

    A feed that cannot be fetched or read gives no article and a state that says why; nothing is raised.
    """
    try:
        answer = client.get(source.address, state.marks)
        if answer.data is None:
            return Poll(after_answer(state, answer.marks, now, source.interval), unchanged=True)
        defaults = Defaults(outlet=source.outlet, zone=source.zone)
        feed = parse_feed(answer.data, defaults)
    except FetchError as error:
        return Poll(after_failure(state, error, now, source.interval))
    except UnreadableError as error:
        wrong = FetchError(error.problem, error.remedy, passing=True)
        return Poll(after_failure(state, wrong, now, source.interval))
    named = replace(defaults, outlet=source.outlet or feed.title)
    fresh = [entry for entry in feed.entries if not (entry.address and known(entry.address))]
    found = tuple(item for entry in fresh for item in _articles(entry, source, named, client))
    return Poll(after_answer(state, answer.marks, now, source.interval), found)


def _articles(
    entry: FeedEntry, source: FeedSource, defaults: Defaults, client: Client
) -> Iterator[SourceDocument | Refusal]:
    where = entry.address or f"{source.address}#{entry.id}"
    if entry.whole or not source.fetch_pages or not entry.address:
        yield _filed(entry_article(entry, where, defaults.outlet), source)
        return
    try:
        found = fetch(entry.address, client, replace(defaults, address=entry.address, published=entry.published))
    except FetchError as error:
        yield Refusal(where, error.problem, error.remedy)
        return
    for item in found:
        yield _filed(_as_told(item, entry), source)


def _as_told(item: SourceDocument | Refusal, entry: FeedEntry) -> SourceDocument | Refusal:
    """A page that does not tell its time was published when the feed says so."""
    if isinstance(item, Refusal) or item.published_at:
        return item
    return replace(item, published=item.published or entry.published, published_at=entry.published_at)


def _filed(item: SourceDocument | Refusal, source: FeedSource) -> SourceDocument | Refusal:
    if isinstance(item, Refusal) or not source.country:
        return item
    return replace(item, country=item.country or source.country)


def fetch(address: str, client: Client, defaults: Defaults) -> tuple[SourceDocument | Refusal, ...]:
    """The articles at one address; FetchError when it gives nothing."""
    answer = client.get(address)
    named = replace(defaults, address=defaults.address or answer.address)
    return tuple(read_bytes(answer.data or b"", address, named, MEDIA_TYPES.get(answer.media_type)))
