"""`hudna watch`."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hudna.command.direction import isolated
from hudna.command.read import complain
from observatory.command.shared import number, record

if TYPE_CHECKING:
    from datetime import datetime

    from observatory.feeds.listing import FeedSource
    from observatory.records.models import Feed
    from observatory.records.watch import Asked

EXAMPLES = """
[bold]Examples[/bold]

  hudna watch feeds.toml

  hudna watch feeds.toml --once

  hudna watch feeds.toml --status

Each feed is asked at its interval; one that fails is asked ever more rarely, up to once a day. Ctrl-C ends it.
Exit code 1 with --once when a feed failed or a document was refused.
"""
_LONGEST_SLEEP = 60.0
_SHORTEST_SLEEP = 1.0


def watch_command(
    feeds: Annotated[Path, typer.Argument(metavar="FEEDS", help="The list of feeds, a TOML file.")],
    once: Annotated[bool, typer.Option("--once", help="Ask every feed once, due or not, and leave.")] = False,
    status: Annotated[bool, typer.Option("--status", help="Show the state of each feed; ask none.")] = False,
) -> None:
    """Watch feeds and take what is new into the record."""
    from observatory.feeds.listing import FeedListError, read_feed_list

    try:
        sources = read_feed_list(feeds)
    except FeedListError as error:
        complain(str(error))
        raise typer.Exit(2) from error
    with record():
        if status:
            _show(sources)
        elif once:
            failed = _ask_all(sources)
            if failed:
                raise typer.Exit(1)
        else:
            _go_on(sources)


def _ask_all(sources: tuple[FeedSource, ...] | list[FeedSource]) -> bool:
    """Ask these feeds, say what came of it, and whether any failed or gave something that was refused."""
    from django.utils import timezone

    from observatory.feeds.client import Client
    from observatory.records.ingest import Ingest
    from observatory.records.pool import readers
    from observatory.records.watch import ask

    failed = False
    with Client() as client, readers(1) as reading:
        for source in sources:
            asked = ask(source, client, Ingest(reading), timezone.now())
            failed = failed or bool(asked.feed.problem or asked.summary.refusals)
            _tell(asked)
    return failed


def _go_on(sources: tuple[FeedSource, ...]) -> None:
    from django.utils import timezone

    from observatory.records.watch import due_sources, next_moment

    if sys.stderr.isatty():
        typer.echo(f"watching {number(len(sources), 'feed')}; Ctrl-C ends it", err=True)
    while True:
        _ask_all(due_sources(sources, timezone.now()))
        moment = next_moment(sources)
        left = (moment - timezone.now()).total_seconds() if moment else 0.0
        time.sleep(min(max(left, _SHORTEST_SLEEP), _LONGEST_SLEEP))


def _tell(asked: Asked) -> None:
    feed, summary = asked.feed, asked.summary
    for refusal in summary.refusals:
        complain(str(refusal))
    if feed.problem:
        complain(f"{feed.name}: {feed.problem}: {feed.remedy} (asked again {_moment(feed.due)})")
    elif asked.unchanged:
        typer.echo(f"{isolated(feed.name)}: unchanged")
    else:
        refused = f", {len(summary.refusals)} refused" if summary.refusals else ""
        typer.echo(f"{isolated(feed.name)}: {number(summary.new, 'new document')}, {summary.known} known{refused}")


def _show(sources: tuple[FeedSource, ...]) -> None:
    from observatory.records.watch import feed_row

    for source in sources:
        typer.echo(_state(feed_row(source)))


def _state(feed: Feed) -> str:
    moments = f"answered {_moment(feed.answered)}, next {_moment(feed.due)}"
    told = f"{isolated(feed.name)}: {number(feed.new, 'document')}, {moments}"
    if not feed.problem:
        return told
    return f"{told}; {number(feed.failures, 'failure')} in a row: {feed.problem}: {feed.remedy}"


def _moment(moment: datetime | None) -> str:
    return moment.strftime("%Y-%m-%d %H:%M UTC") if moment else "never"
