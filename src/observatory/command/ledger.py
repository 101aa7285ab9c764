"""`hudna ledger`."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hudna.command.read import Lang, Tongue, complain
from observatory.command.shared import First, Last, record

if TYPE_CHECKING:
    from hudna.ledger import Ceasefire

EXAMPLES = """
[bold]Examples[/bold]

  hudna ledger valley.toml --from 2017-09-01 --to 2017-09-12

  hudna ledger valley --format csv > ledger.csv

NAME is a definition (a TOML file), the name of one in the folder «ceasefires» of hudna's data folder, or the name of a
ceasefire that was defined in the observatory.
"""


class LedgerFormat(StrEnum):
    """How a ledger is written."""

    table = "table"
    csv = "csv"
    json = "json"


def ledger_command(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The ceasefire: a TOML file or the name of a kept one.")],
    first: First = None,
    last: Last = None,
    form: Annotated[LedgerFormat, typer.Option("--format", help="A table to read, CSV or JSON.")] = LedgerFormat.table,
    lang: Lang = Tongue.en,
) -> None:
    """Show the violations of a ceasefire by day, zone and reporting side, with gaps as gaps."""
    with record():
        from hudna.ledger import to_csv, to_json, to_table
        from observatory.records.ledgers import ledger

        ceasefire = _ceasefire(name)
        made = ledger(ceasefire, _day(first), _day(last))
    if form is LedgerFormat.json:
        typer.echo(to_json(made))
    elif form is LedgerFormat.csv:
        typer.echo(to_csv(made, lang.value), nl=False)
    else:
        typer.echo(to_table(made, lang.value))


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _ceasefire(name: str) -> Ceasefire:
    from hudna.home import home
    from hudna.ledger import DefinitionError, load
    from observatory.ledgers.keeping import kept_named

    file = home() / "ceasefires" / f"{name}.toml"
    try:
        if not file.is_file() and not Path(name).exists() and (kept := kept_named(name)) is not None:
            return kept.ceasefire
        return load(file if file.is_file() else Path(name))
    except DefinitionError as error:
        complain(str(error))
        raise typer.Exit(2) from error
