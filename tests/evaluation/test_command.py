from __future__ import annotations

import json
from pathlib import Path

import typer
from typer.testing import CliRunner, Result

from hudna.evaluation import command, load_predictions

app = typer.Typer()
app.command("evaluate")(command.evaluate_command)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_the_figures_and_some_errors_are_shown(gold: Path, predictions: Path) -> None:
    result = run(gold, predictions, "--errors", 2)
    assert result.exit_code == 0
    assert "claims" in result.output and "errors: 2 of" in result.output


def test_json_holds_the_figures(gold: Path, predictions: Path) -> None:
    result = run(gold, predictions, "--json")
    assert json.loads(result.output)["claims"]["f1"] == 0.7619


def test_the_page_is_written(gold: Path, predictions: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert run(gold, predictions, "--html", page, "--lang", "ar").exit_code == 0
    assert 'lang="ar" dir="rtl"' in page.read_text("utf-8")


def test_a_page_that_cannot_be_written_is_wrong_use(gold: Path, predictions: Path, tmp_path: Path) -> None:
    assert run(gold, predictions, "--html", tmp_path / "no" / "page.html").exit_code == 2


def test_broken_lines_are_named_and_the_exit_code_is_two(gold: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.jsonl"
    broken.write_text('{"id": 1}\n{\n', "utf-8")
    result = run(gold, broken)
    assert result.exit_code == 2
    assert f"hudna: {broken}:2: no valid JSON" in result.stderr


def test_readings_or_read_are_needed_but_not_both(gold: Path, predictions: Path) -> None:
    assert run(gold).exit_code == 2
    assert run(gold, predictions, "--read").exit_code == 2


def test_read_measures_what_hudna_reads_now(gold: Path, predictions: Path, monkeypatch) -> None:
    monkeypatch.setattr("hudna.evaluation.reading.read_gold", lambda folder: load_predictions(predictions))
    result = run(gold, "--read", "--json")
    assert json.loads(result.output)["claims"]["f1"] == 0.7619
