"""The command `hudna`: its subcommands and what they share."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
from typing import Annotated

import typer

from hudna.command import gazetteer, lexicon, read
from hudna.evaluation import command as evaluation
from hudna.learning import command as learning

app = typer.Typer(
    name="hudna",
    help="Reads Arabic conflict reporting into claims: who says what happened, where, when, to whom, how many.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("read", epilog=read.READ_EXAMPLES)(read.read_command)
app.command("explain", epilog=read.EXPLAIN_EXAMPLES)(read.explain_command)
app.command("evaluate", epilog=evaluation.EVALUATE_EXAMPLES)(evaluation.evaluate_command)
app.command("learn", epilog=learning.LEARN_EXAMPLES)(learning.learn_command)
app.add_typer(lexicon.app, name="lexicon")
app.add_typer(gazetteer.app, name="gazetteer")
if find_spec("observatory"):
    from observatory.command import join_commands

    join_commands(app)


def _version(wanted: bool) -> None:
    if wanted:
        from hudna import __version__

        typer.echo(f"hudna {__version__}")
        raise typer.Exit


@app.callback()
def _shared(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version and leave.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    pass


def run() -> None:
    """Run the command; a reader that went away (`hudna read … | head`) is no error."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
