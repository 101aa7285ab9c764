"""`hudna read` and `hudna explain` from the outside: what they print, and the code they leave with."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command.conftest import EXAMPLES

BULLETIN = EXAMPLES / "bulletin.txt"
REPORTS = EXAMPLES / "reports.jsonl"
COMMAND = (sys.executable, "-c", "from hudna.command.main import run; run()")


@pytest.fixture
def english(tmp_path):
    path = tmp_path / "english.txt"
    path.write_text("Nothing here is written in Arabic.")
    return path


def test_table_of_the_bulletin_names_both_sides_and_the_wrong_sum(hudna):
    result = hudna("read", BULLETIN, "--published", "2019-05-15")
    assert result.exit_code == 0
    for words in ("who says", "الجانب الروسي", "الجانب التركي", "2019-05-14", "parts_differ", "parts_match"):
        assert words in result.stdout


def test_arabic_table(hudna):
    result = hudna("read", BULLETIN, "--published", "2019-05-15", "--lang", "ar")
    assert "من يقول" in result.stdout
    assert "who says" not in result.stdout


def test_jsonl_has_one_object_a_document_in_order(hudna):
    result = hudna("read", REPORTS, "--format", "jsonl")
    ids = [json.loads(line)["id"] for line in result.stdout.splitlines()]
    assert ids == [json.loads(line)["id"] for line in REPORTS.read_text("utf-8").splitlines()]


def test_json_is_one_list(hudna):
    result = hudna("read", BULLETIN, REPORTS, "--format", "json")
    readings = json.loads(result.stdout)
    assert [reading["id"] for reading in readings][:2] == [str(BULLETIN), "libya-front"]


def test_json_of_nothing_readable_is_an_empty_list(hudna, english):
    result = hudna("read", english, "--format", "json")
    assert (result.exit_code, json.loads(result.stdout)) == (1, [])


@pytest.mark.parametrize("arguments", [(), ("-",)])
def test_standard_input(hudna, arguments):
    result = hudna("read", *arguments, "--format", "jsonl", input=BULLETIN.read_bytes())
    assert json.loads(result.stdout)["id"] == "stdin"


def test_standard_input_of_lines(hudna):
    result = hudna("read", "--input-format", "jsonl", "--format", "jsonl", input=REPORTS.read_bytes())
    assert len(result.stdout.splitlines()) == 5


def test_output_goes_to_a_file(hudna, tmp_path):
    target = tmp_path / "claims.jsonl"
    result = hudna("read", BULLETIN, "--format", "jsonl", "--output", target)
    assert (result.exit_code, result.stdout) == (0, "")
    assert json.loads(target.read_text("utf-8"))["claims"]


def test_what_cannot_be_read_is_told_and_the_rest_is_read(hudna, english, tmp_path):
    result = hudna("read", english, tmp_path / "none.txt", BULLETIN, "--format", "jsonl")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    assert f"hudna: {english}: the text is not Arabic" in result.stderr
    assert "no such file" in result.stderr


def test_broken_line_among_good_ones(hudna, tmp_path):
    lines = REPORTS.read_text("utf-8").splitlines(keepends=True)
    path = tmp_path / "mixed.jsonl"
    path.write_text("".join([lines[0], "{broken\n", lines[1]]), "utf-8")
    result = hudna("read", path, "--format", "jsonl")
    assert (result.exit_code, len(result.stdout.splitlines())) == (1, 2)
    assert f"hudna: {path}:2: not valid JSON" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("read", BULLETIN, "--published", "yesterday"),
        ("read", BULLETIN, "--published", "2019-02-30"),
        ("read", BULLETIN, "--format", "xml"),
        ("read", BULLETIN, "--output", EXAMPLES),
        ("read", "--no-such-option"),
        ("explain", BULLETIN),
        ("explain", BULLETIN, "0"),
        ("explain", BULLETIN, "9999"),
        ("explain", REPORTS, "1"),
        ("explain", REPORTS, "1", "--document", "none"),
        ("nothing",),
    ],
)
def test_wrong_use_leaves_with_two(hudna, arguments):
    result = hudna(*arguments)
    assert result.exit_code == 2
    assert result.stderr
    assert "Traceback" not in result.stderr


def test_explain_shows_rule_characters_and_lexicon_line(hudna):
    result = hudna("explain", BULLETIN, "1", "--published", "2019-05-15")
    assert result.exit_code == 0
    for words in ("claim 1/", "event word", "evidence", ".yaml:", "lexicon"):
        assert words in result.stdout


def test_explain_finds_a_document_by_its_id(hudna):
    result = hudna("explain", REPORTS, "1", "--document", "gaza-tally", "--lang", "ar")
    assert result.exit_code == 0
    assert "كلمة الحدث" in result.stdout


def test_explain_of_what_cannot_be_read(hudna, english):
    result = hudna("explain", english, "1")
    assert result.exit_code == 1
    assert "is not Arabic" in result.stderr


@pytest.mark.parametrize("words", [[], ["read"], ["explain"], ["lexicon", "check"], ["lexicon", "list"]])
def test_help_explains_every_command(hudna, words):
    result = hudna(*words, "--help")
    assert result.exit_code == 0
    assert "Usage" in result.stdout
    assert not words or "hudna " + " ".join(words) in result.stdout.split("Examples")[1]


def test_version(hudna):
    assert hudna("--version").stdout.startswith("hudna 0.")


def _shown_on_the_terminal(target: Path, *arguments) -> bytes:
    """What the command writes to a terminal that shows its standard error; standard output goes to the target."""
    ours, theirs = pty.openpty()
    with target.open("wb") as output:
        process = subprocess.Popen([*COMMAND, *map(str, arguments)], stdout=output, stderr=theirs)
    os.close(theirs)
    seen = b""
    try:
        while chunk := os.read(ours, 4096):
            seen += chunk
    except OSError:  # Linux says so when the other end is closed
        pass
    os.close(ours)
    process.wait(timeout=60)
    return seen


def test_progress_bar_only_for_many_files_and_only_on_the_terminal(tmp_path):
    copies = [tmp_path / f"{number}.txt" for number in range(4)]
    for copy in copies:
        copy.write_bytes(BULLETIN.read_bytes())
    target = tmp_path / "claims.jsonl"
    assert b"reading" in _shown_on_the_terminal(target, "read", "--format", "jsonl", *copies)
    assert len(target.read_bytes().splitlines()) == 4
    assert _shown_on_the_terminal(target, "read", "--format", "jsonl", copies[0]) == b""


def test_reader_that_goes_away_is_no_error(tmp_path):
    path = tmp_path / "many.jsonl"
    path.write_bytes(REPORTS.read_bytes() * 60)
    process = subprocess.Popen(
        [*COMMAND, "read", "--format", "jsonl", str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout and process.stderr
    process.stdout.readline()
    process.stdout.close()
    errors = process.stderr.read()
    process.stderr.close()
    process.wait(timeout=60)
    assert b"Traceback" not in errors
    assert b"Exception" not in errors


def test_starting_loads_no_reader():
    code = "import sys, hudna.command.main; print({'hudna.pipeline', 'yaml', 'mazini'} & set(sys.modules) or 'none')"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "none"


def test_arabic_reaches_a_terminal_that_claims_no_unicode():
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    result = subprocess.run([*COMMAND, "read", str(BULLETIN)], capture_output=True, env=environment, check=True)
    assert "الجانب التركي" in result.stdout.decode("utf-8")


def test_lexicon_that_cannot_be_used_is_told_in_one_line(tmp_path):
    (tmp_path / "actors").mkdir()
    (tmp_path / "actors" / "mine.yaml").write_text("- id: a\n  name: {ar: [\n", "utf-8")
    environment = {**os.environ, "HUDNA_LEXICONS": str(tmp_path)}
    result = subprocess.run([*COMMAND, "read", str(BULLETIN)], capture_output=True, env=environment)
    assert result.returncode == 1
    assert b"mine.yaml:" in result.stderr
    assert b"Traceback" not in result.stderr


def test_documented_examples_exist():
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    assert "examples/bulletin.txt" in readme
