"""Watches feeds: asks those that are due, takes in what is new, and keeps the state of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from observatory.feeds.client import Client, Marks
from observatory.feeds.listing import FeedSource
from observatory.feeds.poll import poll
from observatory.feeds.schedule import FeedState
from observatory.records.identity import storable, text_hash
from observatory.records.ingest import Ingest, Summary
from observatory.records.models import Document, Feed
from observatory.records.sources import GivenSource


@dataclass(frozen=True, slots=True)
class Asked:
    """What asking one feed gave."""

    feed: Feed
    summary: Summary
    unchanged: bool


def feed_row(source: FeedSource) -> Feed:
    """The row of a feed, made when it is seen first."""
    row, _ = Feed.objects.get_or_create(
        address_hash=text_hash(source.address), defaults={"address": source.address, "name": source.name}
    )
    row.name = source.name
    return row


def state_of(row: Feed) -> FeedState:
    """The state that a row keeps."""
    return FeedState(
        marks=Marks(row.entity_tag, row.last_modified),
        due=row.due,
        asked=row.asked,
        answered=row.answered,
        failures=row.failures,
        problem=row.problem,
        remedy=row.remedy,
    )


def ask(source: FeedSource, client: Client, ingest: Ingest, now: datetime) -> Asked:
    """Ask a feed and take in what is new. Its state is kept after its documents: a killed run asks again."""
    row = feed_row(source)
    answer = poll(source, state_of(row), client, now, _is_known)
    summary = ingest.run([GivenSource(source.address, answer.found)]) if answer.found else Summary()
    state = answer.state
    row.entity_tag, row.last_modified = state.marks.entity_tag, state.marks.last_modified
    row.due, row.asked, row.answered = state.due, state.asked, state.answered
    row.failures, row.problem, row.remedy = state.failures, state.problem, state.remedy
    row.new += summary.new
    row.save()
    return Asked(row, summary, answer.unchanged)


def due_sources(sources: tuple[FeedSource, ...], now: datetime) -> list[FeedSource]:
    """The feeds of a list that are to be asked now."""
    return [source for source in sources if state_of(feed_row(source)).is_due(now)]


def next_moment(sources: tuple[FeedSource, ...]) -> datetime | None:
    """When the next feed is to be asked; None for one that was never asked."""
    moments = [feed_row(source).due for source in sources]
    return None if None in moments else min(moment for moment in moments if moment)


def _is_known(address: str) -> bool:
    return Document.objects.filter(address_hash=text_hash(storable(address))).exists()
