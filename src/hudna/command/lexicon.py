"""`hudna lexicon check` and `hudna lexicon list`."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich import box
from rich.table import Table
from rich.text import Text

from hudna.command.direction import Cell, isolated
from hudna.command.output import console_for
from hudna.home import imported_tables

if TYPE_CHECKING:
    from hudna.lexicon.check import Problem
    from hudna.lexicon.entries import Entry
    from hudna.lexicon.store import Lexicon

CHECK_EXAMPLES = """
[bold]Examples[/bold]

  hudna lexicon check

  hudna lexicon check my-lexicon/

  hudna lexicon check --read

Each problem comes with its file, line and remedy. Exit code 1 when there is one.
"""
LIST_EXAMPLES = """
[bold]Examples[/bold]

  hudna lexicon list

  hudna lexicon list قصفت

  hudna lexicon list ceasefire_violation
"""

app = typer.Typer(no_args_is_help=True, help="Check and search the words that hudna knows.")


@app.command("check", epilog=CHECK_EXAMPLES)
def check_command(
    folder: Annotated[
        Path | None, typer.Argument(metavar="DIR", help="A folder of your own lexicon files; none: those in use.")
    ] = None,
    read_examples: Annotated[
        bool | None,
        typer.Option(
            "--read/--no-read",
            help="Also read each example and compare it with what its entry says it reads as. On for a folder.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Check every entry: its shape, its references, and that its example holds one of its forms and reads as told."""
    from hudna.lexicon.check import check_lexicon

    folders = _folders(folder)
    problems = check_lexicon(folders)
    if folder is not None and len(folders) > 1:
        own = _places_of(folder)
        problems = [problem for problem in problems if not problem.file or (problem.file, problem.line) in own]
    if not problems and (read_examples if read_examples is not None else folder is not None):
        problems = _examples_read_otherwise(folders, folder)
    for problem in problems:
        typer.echo(isolated(str(problem)) if problem.file else problem.message, err=True)
    if problems:
        typer.echo(f"{len(problems)} problems", err=True)
        raise typer.Exit(1)
    lexicon = _loaded(folders)
    typer.echo(f"{len(lexicon.entries)} entries: no problems (lexicon {lexicon.version})")


def _places_of(folder: Path) -> set[tuple[str, int]]:
    """File and line of each entry of a folder; none where its YAML is broken, which is told without them."""
    from hudna.lexicon.entries import LexiconError, read_entries

    try:
        return {(entry.file, entry.line) for entry in read_entries((folder,))}
    except LexiconError:
        return set()


def _examples_read_otherwise(folders: tuple[Path, ...], folder: Path | None) -> list[Problem]:
    from hudna.command.lexicon_examples import example_problems
    from hudna.gazetteer import Gazetteer
    from hudna.pipeline import RuleReader

    lexicon = _loaded(folders)
    own = _places_of(folder) if folder is not None else None
    entries = [entry for entry in lexicon.family("event") if own is None or (entry.file, entry.line) in own]
    return list(example_problems(entries, RuleReader(lexicon, Gazetteer.load(imported_tables()))))


@app.command("list", epilog=LIST_EXAMPLES)
def list_command(
    word: Annotated[
        str | None,
        typer.Argument(metavar="WORD", help="An Arabic word in any form, an id, a type or an English label."),
    ] = None,
) -> None:
    """Show the entries behind a word, or how many entries of each kind there are."""
    lexicon = _loaded(_folders(None))
    console = console_for(sys.stdout)
    if word is None:
        console.print(_summary(lexicon))
        return
    found = find_entries(lexicon, word)
    if not found:
        typer.echo(f"hudna: no entry holds «{word}»: add one (README, «Adding words»)", err=True)
        raise typer.Exit(1)
    console.print(_entries(found))


def _folders(folder: Path | None) -> tuple[Path, ...]:
    from hudna.lexicon.entries import extra_folders, lexicon_folder

    if folder is None:
        return (lexicon_folder(), *extra_folders())
    if not folder.is_dir():
        raise typer.BadParameter(f"{folder} is no folder", param_hint="DIR")
    shipped = lexicon_folder()
    return (shipped,) if folder.resolve() == shipped.resolve() else (shipped, folder)


def _loaded(folders: tuple[Path, ...]) -> Lexicon:
    from hudna.lexicon.entries import LexiconError
    from hudna.lexicon.store import load_lexicon

    try:
        return load_lexicon(folders)
    except LexiconError as error:
        typer.echo(f"hudna: {error}", err=True)
        raise typer.Exit(1) from error


def find_entries(lexicon: Lexicon, word: str) -> list[Entry]:
    """The entries that a word can stand for, by any of its forms, or that its id, type or English label names."""
    from hudna.lexicon.forms import words_of
    from hudna.lexicon.match import Matcher

    matches = Matcher(lexicon).matches(words_of(word))
    by_form = [match.entry for starting in matches for match in starting]
    wanted = word.strip().lower()
    by_name = [entry for entry in lexicon.entries if wanted in _names(entry)]
    return list({entry.id: entry for entry in (*by_form, *by_name)}.values())


def _names(entry: Entry) -> tuple[str, ...]:
    return (entry.id, entry.family, _kind(entry), _label(entry, "en").lower())


def _kind(entry: Entry) -> str:
    return str(entry.data.get("type") or entry.data.get("kind") or entry.data.get("section") or "")


def _label(entry: Entry, language: str) -> str:
    labels: Any = entry.data.get("neutral") or entry.data.get("name") or {}
    return str(labels.get(language, "")) if isinstance(labels, dict) else str(labels)


def _summary(lexicon: Lexicon) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in ("family", "kind", "entries"):
        table.add_column(heading, justify="right" if heading == "entries" else "left")
    counts = Counter((entry.family, _kind(entry)) for entry in lexicon.entries)
    for (family, kind), count in sorted(counts.items()):
        table.add_row(family, kind, str(count))
    table.add_section()
    table.add_row("all", "", str(len(lexicon.entries)))
    return table


def _entries(found: list[Entry]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True)
    for heading, ratio in (("id", 3), ("kind", 2), ("label", 3), ("example", 5), ("file:line", 3)):
        table.add_column(heading, ratio=ratio, overflow="fold")
    for entry in found:
        table.add_row(
            entry.id,
            _kind(entry) or entry.family,
            Cell(Text(_label(entry, "ar")), Text(_label(entry, "en"))),
            Cell(Text(str(entry.data.get("example") or ""))),
            f"{entry.file}:{entry.line}",
        )
    return table
