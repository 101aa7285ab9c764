"""`hudna evaluate`: measures readings against gold files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from hudna.command.read import Lang, Tongue
from hudna.evaluation.figures import Evaluation
from hudna.evaluation.inputs import InputError, load_gold, load_predictions
from hudna.evaluation.page import render_html
from hudna.evaluation.report import render_text
from hudna.evaluation.score import compare

EVALUATE_EXAMPLES = """
[bold]Examples[/bold]

  hudna evaluate accuracy/gold --read

  hudna evaluate gold/ claims.jsonl --errors 20

  hudna evaluate gold/ claims.jsonl --html evaluation.html --lang ar

Exit code 0: measured. 2: gold or readings cannot be read; each fault comes with its file and line.
"""


def evaluate_command(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="The folder of gold files (*.json, see the codebook).")],
    predictions: Annotated[
        Path | None, typer.Argument(metavar="PRED", help="Readings, as «hudna read --format jsonl» writes them.")
    ] = None,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Write a page with every error beside its text.")
    ] = None,
    errors: Annotated[int, typer.Option("--errors", metavar="N", min=0, help="Also show up to N errors.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as one JSON object.")] = False,
    read_now: Annotated[bool, typer.Option("--read", help="Read the gold texts now instead of taking PRED.")] = False,
    lang: Lang = Tongue.en,
) -> None:
    """Measure readings against gold files: overall, by field and by type, with every error beside its text."""
    if read_now == (predictions is not None):
        raise typer.BadParameter("give a file of readings, or --read to read the gold texts now", param_hint="PRED")
    try:
        evaluation = _evaluation(gold, predictions)
    except InputError as error:
        for problem in error.problems:
            typer.echo(f"hudna: {problem}", err=True)
        raise typer.Exit(2) from error
    if html is not None:
        _write(html, render_html(evaluation, lang.value))
    if as_json:
        typer.echo(json.dumps(evaluation.to_dict(), ensure_ascii=False))
    else:
        typer.echo(render_text(evaluation, errors), nl=False)


def _evaluation(gold: Path, predictions: Path | None) -> Evaluation:
    documents = load_gold(gold)
    if predictions is not None:
        return compare(documents, load_predictions(predictions))
    from hudna.evaluation.reading import read_gold

    return compare(documents, read_gold(gold))


def _write(file: Path, page: str) -> None:
    try:
        file.write_text(page, "utf-8")
    except OSError as error:
        raise typer.BadParameter(f"{file} cannot be written ({error.strerror})", param_hint="--html") from error
