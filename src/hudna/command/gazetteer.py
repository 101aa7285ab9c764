"""`hudna gazetteer import` and `hudna gazetteer find`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich import box
from rich.table import Table
from rich.text import Text

from hudna.command.direction import Cell
from hudna.command.output import console_for
from hudna.home import home, imported_tables

if TYPE_CHECKING:
    from hudna.gazetteer import Gazetteer, ImportReport, Place

IMPORT_EXAMPLES = """
[bold]Examples[/bold]

  hudna gazetteer import SY.txt

  hudna gazetteer import communities_pcodes.csv --output places.tsv

The file is a GeoNames dump (tab-separated, 19 columns) or a CSV of places with Arabic names and coordinates, with
p-codes as a rule. What is imported without --output is used by every later reading.
"""
FIND_EXAMPLES = """
[bold]Examples[/bold]

  hudna gazetteer find الباب

  hudna gazetteer find Tadmur
"""
_CLOSE = 5

app = typer.Typer(no_args_is_help=True, help="Search and extend the places that hudna knows.")


@app.command("import", epilog=IMPORT_EXAMPLES)
def import_command(
    source: Annotated[Path, typer.Argument(metavar="FILE", help="GeoNames dump or table of p-codes.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write there instead of into the data folder.")
    ] = None,
) -> None:
    """Turn a table of places into one that the reader uses."""
    from hudna.gazetteer import GazetteerError, import_table

    target = output or home() / "gazetteer" / f"{source.stem}.tsv"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        report = import_table(source, target)
    except GazetteerError as error:
        typer.echo(f"hudna: {error}", err=True)
        raise typer.Exit(1) from error
    except OSError as error:
        typer.echo(f"hudna: {error.filename or source}: {error.strerror or error}", err=True)
        raise typer.Exit(1) from error
    typer.echo(_told(report, target))


def _told(report: ImportReport, target: Path) -> str:
    left_out = (
        (report.without_arabic_name, "without an Arabic name"),
        (report.without_point, "without a point"),
        (report.of_other_kinds, "of kinds that are no places to read"),
    )
    reasons = ", ".join(f"{count} {reason}" for count, reason in left_out if count)
    kept = f"{report.written} of {report.read} places imported ({report.format}) to {target}"
    return f"{kept}; left out: {reasons}" if reasons else kept


@app.command("find", epilog=FIND_EXAMPLES)
def find_command(
    name: Annotated[str, typer.Argument(metavar="NAME", help="An Arabic name, an English name, or an id.")],
) -> None:
    """Show the places of a name, the likeliest first."""
    from hudna.gazetteer import Gazetteer, GazetteerError

    try:
        gazetteer = Gazetteer.load(imported_tables())
    except GazetteerError as error:
        typer.echo(f"hudna: {error}", err=True)
        raise typer.Exit(1) from error
    found = find_places(gazetteer, name)
    if not found:
        near = ", ".join(_near(gazetteer, name))
        typer.echo(f"hudna: no place «{name}»" + (f": did you mean {near}?" if near else ""), err=True)
        raise typer.Exit(1)
    console_for(sys.stdout).print(_table(found, gazetteer))


def find_places(gazetteer: Gazetteer, name: str) -> list[Place]:
    """The places of an Arabic name (with or without a leading preposition), of an id, or of an English name."""
    from hudna.arabic.clitics import splits
    from hudna.arabic.letters import fold

    by_id = gazetteer.by_id(name)
    if by_id:
        return [by_id]
    first, _, rest = " ".join(fold(name).split()).partition(" ")
    for _, base in splits(first):
        if places := gazetteer.lookup(f"{base} {rest}".strip()):
            return list(places)
    wanted = name.strip().casefold()
    return list({place.id: place for _, place in _all(gazetteer) if place.english.casefold() == wanted}.values())


def _all(gazetteer: Gazetteer) -> Iterator[tuple[str, Place]]:
    for first, entries in gazetteer.first_words.items():
        for rest, places in entries:
            yield from ((" ".join((first, *rest)), place) for place in places)


def _near(gazetteer: Gazetteer, name: str) -> list[str]:
    from difflib import get_close_matches

    from hudna.arabic.letters import fold

    names = {known: place.name for known, place in _all(gazetteer)}
    names.update((place.english, place.english) for _, place in _all(gazetteer))
    close = get_close_matches(fold(name), names, n=_CLOSE, cutoff=0.75)
    return list(dict.fromkeys(names[known] for known in close))


def _table(found: list[Place], gazetteer: Gazetteer) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in ("name", "English", "kind", "region", "country", "point", "precision", "population", "id"):
        table.add_column(heading, overflow="fold")
    for place in found:
        region = gazetteer.by_id(place.admin1)
        table.add_row(
            Cell(Text(place.name)),
            place.english,
            place.kind,
            Cell(Text(region.name if region else place.admin1)),
            place.country,
            f"{place.point[0]:.4f}, {place.point[1]:.4f}" if place.point else "",
            place.precision,
            str(place.population or ""),
            place.id,
        )
    return table
