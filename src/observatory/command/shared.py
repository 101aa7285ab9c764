"""What the commands of the record share: opening it, what goes wrong, progress, filters."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from hudna.command.read import complain

if TYPE_CHECKING:
    from observatory.records.query import Query

INTERRUPTED = 130
Advance = Callable[[int], None]


@contextmanager
def record(prepare: bool = True) -> Iterator[None]:
    """The record, opened. What keeps it from being used ends the command with exit code 1 and a message.

    Without `prepare` Django is loaded only: the database may be of another version, or not there.
    """
    from observatory.configuration import RecordError, configure, open_record, told_errors

    try:
        (open_record if prepare else configure)()
        with told_errors():
            yield
    except ModuleNotFoundError as error:
        complain(f"the record needs more than the reader ({error.name} is missing): pip install 'hudna[observatory]'")
        raise typer.Exit(1) from error
    except RecordError as error:
        complain(str(error))
        raise typer.Exit(1) from error
    except KeyboardInterrupt:
        complain("interrupted: what was written is whole, the same command goes on where it stopped")
        raise typer.Exit(INTERRUPTED) from None


@contextmanager
def bar(description: str, total: int) -> Iterator[Advance]:
    """A function that is told of each step done, and a bar on standard error while a person is watching.

    What is done inside may show bars of its own (`observatory.progress.step`).
    """
    if not sys.stderr.isatty():
        yield lambda steps: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    from observatory.progress import shown_by

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:

        def show(name: str, length: int) -> Advance:
            task = shown.add_task(name, total=length or None)
            return lambda steps: shown.advance(task, steps)

        with shown_by(show):
            yield show(description, total)


def join_incidents() -> None:
    """Bring the incidents of the pages up to date with the claims; nothing when they are."""
    from observatory.atlas.build import refresh
    from observatory.voices import follow

    with bar("looking for new claims", 0):
        follow.refresh()
        refresh()


def number(count: int, one: str, many: str | None = None) -> str:
    """A figure with its noun: «1 document», «5,991 claims»."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def day(value: str | None) -> str | None:
    """A day of the command line, checked: YYYY-MM-DD."""
    if value is not None:
        try:
            date.fromisoformat(value)
        except ValueError as error:
            raise typer.BadParameter(f"«{value}» is no day: write YYYY-MM-DD, for example 2017-09-12") from error
    return value


First = Annotated[
    str | None, typer.Option("--from", metavar="YYYY-MM-DD", callback=day, help="First day of what is told.")
]
Last = Annotated[str | None, typer.Option("--to", metavar="YYYY-MM-DD", callback=day, help="Last day of what is told.")]
Country = Annotated[str | None, typer.Option("--country", metavar="CODE", help="Country of a place, as SY or YE.")]
Region = Annotated[
    str | None, typer.Option("--admin1", metavar="NAME", help="Governorate of a place, by its name or id.")
]
SpeakerName = Annotated[
    str | None, typer.Option("--speaker", metavar="NAME", help="Who says it, by name or lexicon id.")
]
Side = Annotated[
    str | None,
    typer.Option("--side", metavar="NAME", help="A side as actor, target or speaker, by name or lexicon id."),
]
Types = Annotated[
    list[str] | None, typer.Option("--type", metavar="TYPE", help="Type of claim, as shelling; may be given again.")
]
Reviews = Annotated[
    list[str] | None,
    typer.Option(
        "--review",
        metavar="STATE",
        help="unreviewed, accepted, corrected or rejected; may be given again. Without it: all but rejected.",
    ),
]
_REVIEWS = ("unreviewed", "accepted", "corrected", "rejected")


def query(
    first: str | None,
    last: str | None,
    country: str | None,
    admin1: str | None,
    speaker: str | None,
    side: str | None,
    types: list[str] | None,
    reviews: list[str] | None,
) -> Query:
    """The query that the filters of a command make; wrong names end the command with exit code 2."""
    from hudna.lexicon.types import EVENT_TYPES
    from observatory.records.query import Query

    for given, known, option in ((types, sorted(EVENT_TYPES), "--type"), (reviews, _REVIEWS, "--review")):
        unknown = [name for name in given or () if name not in known]
        if unknown:
            raise typer.BadParameter(f"«{unknown[0]}» is none of: {', '.join(known)}", param_hint=option)
    return Query(
        first_day=date.fromisoformat(first) if first else None,
        last_day=date.fromisoformat(last) if last else None,
        country=country,
        admin1=admin1,
        speaker=speaker,
        side=side,
        types=tuple(types or ()),
        reviews=tuple(reviews or _REVIEWS[:3]),  # type: ignore[arg-type]
    )
