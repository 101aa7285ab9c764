"""`hudna export`."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hudna.command.read import complain
from observatory.command.shared import (
    Country,
    First,
    Last,
    Region,
    Reviews,
    Side,
    SpeakerName,
    Types,
    number,
    query,
    record,
)

if TYPE_CHECKING:
    from observatory.records.exports import Exported

EXAMPLES = """
[bold]Examples[/bold]

  hudna export --format jsonl --profile internal --output claims.jsonl

  hudna export --format acled --profile public --from 2017-09-01 --to 2017-09-30 --country SY -o events.csv

  hudna export --format gold --profile internal --review corrected --output gold.zip

Formats: acled, ucdp, plover, hxl, geojson, xlsx, parquet (of incidents), jsonl, gold (of claims). Profiles: internal,
partner, public. What a profile does not allow is left out, made coarser or held back.
"""


def export_command(
    form: Annotated[str, typer.Option("--format", metavar="FORMAT", help="The format; see below.")],
    profile: Annotated[str, typer.Option("--profile", metavar="NAME", help="Whom the file is for; see below.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write there instead of standard output.")
    ] = None,
    first: First = None,
    last: Last = None,
    country: Country = None,
    admin1: Region = None,
    speaker: SpeakerName = None,
    side: Side = None,
    types: Types = None,
    reviews: Reviews = None,
) -> None:
    """Write claims or incidents in a format of the field, through the protection gate."""
    from hudna.exchange import FormatError, GoldError, format_named
    from hudna.protect import ProfileError, profile_named

    try:
        chosen = profile_named(profile)
        unit = format_named(form).unit
    except (ProfileError, FormatError) as error:
        raise typer.BadParameter(str(error)) from error
    with record():
        from observatory.records.exports import exported

        asked = query(first, last, country, admin1, speaker, side, types, reviews)
        try:
            made = exported(form, chosen, asked, date.today())
        except GoldError as error:
            complain(str(error))
            raise typer.Exit(2) from error
    _write(made.data, output)
    _tell(made, unit, output)


def _write(data: bytes, output: Path | None) -> None:
    if output is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        output.write_bytes(data)
    except OSError as error:
        raise typer.BadParameter(f"{output} cannot be written ({error.strerror})", param_hint="--output") from error


def _tell(made: Exported, unit: str, output: Path | None) -> None:
    one = unit.removesuffix("s")
    told = f"{output or 'standard output'}: {number(made.written, one)}"
    if made.withheld:
        told += f"; {number(made.withheld, one)} held back by the profile"
    typer.echo(told, err=True)
    for reason, count in made.left_out.most_common():
        typer.echo(f"  {number(count, one)} without a row: {reason}", err=True)
