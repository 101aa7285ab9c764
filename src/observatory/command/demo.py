"""`hudna demo`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from hudna.command.read import complain
from observatory.command.shared import bar, number, record

if TYPE_CHECKING:
    from observatory.records.ingest import Summary

EXAMPLES = """
[bold]Examples[/bold]

  hudna demo

  HUDNA_HOME=./try hudna demo

The articles are made up: no outlet, town or day in them reports what happened. Run twice, the command adds nothing.
"""
FILE = "demo.jsonl"


def demo_command() -> None:
    """Load the made-up example articles into the record, so that every page has something to show."""
    with record():
        summary = load()
    for refusal in summary.refusals:
        complain(str(refusal))
    known = f", {number(summary.known, 'was known', 'were known')}" if summary.known else ""
    typer.echo(f"new: {number(summary.new, 'document')} with {number(summary.claims, 'claim')}{known}")
    typer.echo("look at them: hudna serve")


def load() -> Summary:
    """Take the example articles into the opened record."""
    from hudna.sources import Defaults
    from observatory.records.ingest import Ingest
    from observatory.records.pool import readers
    from observatory.records.sources import FileSource

    source = FileSource(demo_file(), Defaults(), None)
    with bar("reading the example", source.size()) as advance, readers(1) as reading:
        summary = Ingest(reading, advance).run([source])
    define_example()
    return summary


def define_example() -> None:
    """Keep the example ceasefire, unless people have defined it otherwise."""
    from observatory.ledgers.keeping import keep, versions

    for path in sorted(demo_file().parent.glob("ceasefires/*.toml")):
        if not versions(path.stem):
            keep(path.read_text("utf-8"), "", path.name)


def demo_file() -> Path:
    """The example articles: inside the package in a wheel, in `examples` of a checkout."""
    package = Path(__file__).parents[1]
    packaged = package / FILE
    return packaged if packaged.exists() else package.parents[1] / "examples" / FILE
