"""`hudna learn`: weights from gold files, tried on texts that they were not learned from."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from hudna.evaluation.inputs import GoldDocument, InputError, load_gold

if TYPE_CHECKING:  # the reader is loaded when something is learned, not when the command starts
    from hudna.learning.examples import Example
    from hudna.learning.trial import Trial
    from hudna.lexicon.weights import Weights
    from hudna.pipeline import RuleReader

LEARN_EXAMPLES = """
[bold]Examples[/bold]

  hudna learn gold/ --dry-run                      only try: figures by the rules alone and with weights

  hudna learn gold/ more-gold/ --out my-lexicon

  HUDNA_LEXICONS=my-lexicon hudna read article.txt       reads with them

Gold files are written by the codebook; «hudna export --format gold» makes them from decisions.
Exit code 0: written, or tried. 1: the weights do not help, nothing written. 2: gold cannot be read.
"""
_FEWEST = 10
"""Documents without which nothing can be learned."""


def learn_command(
    gold: Annotated[list[Path], typer.Argument(metavar="GOLD…", help="Folders of gold files (*.json).")],
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FOLDER", help="Where «weights/» is written: a folder for HUDNA_LEXICONS."),
    ] = None,
    folds: Annotated[int, typer.Option("--folds", min=2, max=20, help="Parts for the trial.")] = 5,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Try, write nothing.")] = False,
) -> None:
    """Learn which words tell events of their own and who did it, from texts that a careful coder has read.

    The weights are tried on texts that they were not learned from. They are written only when claims become better.
    """
    if (out is None) != dry_run:
        raise typer.BadParameter("give --out FOLDER, or --dry-run to write nothing", param_hint="--out")
    from hudna.learning.fit import fit
    from hudna.lexicon.weights import write_weights

    documents = _documents(gold)
    try:
        examples, trial = _learn(documents, folds)
    except InputError as error:
        raise _refused(error) from error
    typer.echo(_table(trial))
    if trial.gain <= 0:
        typer.echo("hudna: the weights do not make claims better: nothing written", err=True)
        raise typer.Exit(1)
    if out is not None:
        for name, found in examples.items():
            file = out / "weights" / f"{name}.tsv"
            write_weights(file, _heading(len(documents), len(found), trial), fit(found).items())
            typer.echo(f"written: {file}")


def _documents(folders: list[Path]) -> list[GoldDocument]:
    try:
        found = {document.id: document for folder in folders for document in load_gold(folder)}
    except InputError as error:
        raise _refused(error) from error
    if len(found) < _FEWEST:
        typer.echo(f"hudna: {len(found)} documents are too few to learn from: give {_FEWEST} or more", err=True)
        raise typer.Exit(2)
    return list(found.values())


def _refused(error: InputError) -> typer.Exit:
    """Name every problem; the end of the command."""
    for problem in error.problems:
        typer.echo(f"hudna: {problem}", err=True)
    return typer.Exit(2)


def _learn(documents: list[GoldDocument], folds: int) -> tuple[dict[str, list[Example]], Trial]:
    from hudna.gazetteer import Gazetteer
    from hudna.home import imported_tables
    from hudna.learning.trial import cross_validate, examples_of
    from hudna.lexicon.store import default_lexicon
    from hudna.pipeline import RuleReader

    lexicon, gazetteer = default_lexicon(), Gazetteer.load(imported_tables())

    def make(weights: Mapping[str, Weights]) -> RuleReader:
        return RuleReader(lexicon, gazetteer, weights)

    with Progress(console=Console(stderr=True), disable=not sys.stderr.isatty()) as bar:
        reading = bar.add_task("examples", total=len(documents))
        examples = examples_of(make, documents, lambda: bar.advance(reading))
        trying = bar.add_task("trial", total=folds + 1)
        return examples, cross_validate(make, documents, examples, folds, lambda: bar.advance(trying))


def _table(trial: Trial) -> str:
    lines = [f"{'F1':16}{'rules':>8}{'weighed':>9}"]
    for name, ratio in trial.rules.rows.items():
        lines.append(f"{name:16}{ratio.f1:8.3f}{trial.weighed.rows[name].f1:9.3f}")
    return "\n".join(lines)


def _heading(documents: int, examples: int, trial: Trial) -> str:
    before, after = trial.rules.figures.claims.f1, trial.weighed.figures.claims.f1
    return (
        "How much each sign speaks for (above zero) or against (below zero) what is asked: kind, value, weight.\n"
        f"Made by «hudna learn» from {documents} documents with {examples} examples; do not edit by hand.\n"
        f"F1 of claims on documents not learned from: {before:.3f} by the rules alone, {after:.3f} with weights.\n"
        "See docs/decisions/0005-weights.md."
    )
