"""The commands of the record as a person runs them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import OperationalError

from hudna.lexicon.entries import LexiconError
from observatory.ledgers.keeping import keep
from tests.observatory.texts import RAID, SHELLING, TRUCE, article, many, take, write_lines

LEXICON = """
- id: shelling.made_word
  type: shelling
  neutral: {ar: قصف, en: shelling}
  nouns: [{one: زمجرة, many: [زمجرات]}]
  noun_of: {genitive: actor}
  example: سمعت زمجرة المدافع قرب القرية
"""
EXAMPLE = Path(__file__).parents[2] / "examples/ceasefires/de-escalation-zones.toml"
PERSON = ("--person", "Rana", "--reason", "checked")


@pytest.fixture
def record(hudna: Callable, tmp_path: Path) -> dict[str, str]:
    """A record of three documents; the keys of its claims by type."""
    lines = [article(SHELLING), article(RAID), article(TRUCE)]
    hudna("ingest", write_lines(tmp_path / "articles.jsonl", lines))
    incidents = [json.loads(line) for line in hudna("incidents", "--format", "jsonl").stdout.splitlines()]
    return {incident["type"]: incident["claims"][0] for incident in incidents}


def test_the_words_of_search_and_the_queue_are_made_anew(hudna, tmp_path):
    from observatory.review.models import Waiting
    from observatory.search.models import TextWords

    take(write_lines(tmp_path / "a.jsonl", many(2)))
    claims = Waiting.objects.count()
    TextWords.objects.all().delete()
    Waiting.objects.all().delete()
    assert f"2 documents and {claims} claims indexed" in hudna("db", "index").output
    assert (TextWords.objects.count(), Waiting.objects.count()) == (2, claims)


def test_decisions_are_made_shown_and_undone(hudna, record):
    key = record["shelling"]
    hudna("decide", "accept", key, *PERSON)
    hudna("decide", "correct", key[:10], "--field", "type", "--value", "attack", *PERSON)
    hudna("decide", "note", key, "--text", "ask again", "--person", "Sami")
    shown = hudna("decide", "history", key).stdout
    assert "attack" in shown.splitlines()[0]
    assert "(corrected)" in shown.splitlines()[0]
    assert "type: shelling → attack" in shown
    number = next(line.split(":")[0] for line in shown.splitlines() if " correct " in line)
    hudna("decide", "undo", number, *PERSON)
    assert "(accepted)" in hudna("decide", "history", key).stdout


def test_what_cannot_be_decided_is_told(hudna, record):
    key = record["shelling"]
    wrong = hudna("decide", "correct", key, "--field", "actors", "--value", "الجيش الأزرق", *PERSON, status=2)
    assert "does not hold" in wrong.stderr
    assert "key of no claim" in hudna("decide", "accept", "0000000000", *PERSON, status=2).stderr
    assert "no decision 99" in hudna("decide", "undo", 99, *PERSON, status=2).stderr
    hudna("decide", "accept", key, "--reason", "nobody", status=2)


def test_merged_claims_are_one_incident(hudna, record, django_capture_on_commit_callbacks):
    keys = {record["shelling"], record["air_strike"]}
    with django_capture_on_commit_callbacks(execute=True):
        hudna("decide", "merge", *keys, *PERSON)
    found = [json.loads(line) for line in hudna("incidents", "--format", "jsonl").stdout.splitlines()]
    assert any(keys <= set(incident["claims"]) for incident in found)
    with django_capture_on_commit_callbacks(execute=True):
        hudna("decide", "split", record["shelling"], "--from", record["air_strike"], *PERSON)
    found = [json.loads(line) for line in hudna("incidents", "--format", "jsonl").stdout.splitlines()]
    assert not any(keys <= set(incident["claims"]) for incident in found)


def test_incidents_are_filtered_and_shown(hudna, record):
    shown = hudna("incidents", "--country", "YE").stdout
    assert "1 incident" in shown
    assert "الحديدة" in shown
    (line,) = hudna("incidents", "--type", "shelling", "--format", "jsonl").stdout.splitlines()
    incident = json.loads(line)
    killed = next(item for item in incident["estimates"] if item["what"] == "killed")
    assert (killed["low"], killed["best"], killed["high"]) == (3, 3, 3)
    one = hudna("incidents", "--key", incident["key"]).stdout
    assert "الدفاع المدني السوري" in one
    assert "none of" in hudna("incidents", "--type", "storm", status=2).stderr
    assert "findings" in hudna("incidents", "--findings").stdout


def test_a_ledger_is_printed_in_three_forms(hudna, record, tmp_path, home):
    definition = tmp_path / "coast.toml"
    definition.write_text(
        '[ceasefire]\nname = "coast"\nparties = ["الحكومة اليمنية", "الحوثيون"]\nfrom = 2021-03-01\nto = 2021-03-10\n'
        '[[zones]]\nid = "hudaydah"\nplaces = ["الحديدة"]\n'
        '[[sides]]\nid = "government"\nspeakers = ["الحكومة اليمنية"]\ncounts = "violations"\n',
        "utf-8",
    )
    assert "23" in hudna("ledger", definition).stdout
    (home / "ceasefires").mkdir(parents=True)
    definition.rename(home / "ceasefires/coast.toml")
    assert ",23," in hudna("ledger", "coast", "--format", "csv").stdout
    json.loads(hudna("ledger", "coast", "--format", "json", "--from", "2021-03-03", "--to", "2021-03-04").stdout)
    assert "no such file" in hudna("ledger", "nowhere", status=2).stderr


def test_a_ledger_of_a_ceasefire_that_was_defined_in_the_observatory(hudna, record, tmp_path):
    keep(EXAMPLE.read_text(encoding="utf-8"), "amal")
    assert "De-escalation zones" in hudna("ledger", "de-escalation-zones").stdout


def test_reading_anew_tells_what_another_lexicon_reads(hudna_process, tmp_path, environment):
    lines = [article(SHELLING), article("سمعت زمجرة المدافع قرب بلدة سراقب أمس.")]
    hudna_process("ingest", write_lines(tmp_path / "articles.jsonl", lines))
    (line,) = hudna_process(
        "export", "--format", "jsonl", "--profile", "internal", "--type", "shelling"
    ).stdout.splitlines()
    key = json.loads(line)["key"]
    assert hudna_process("reread").stdout.startswith("0 documents read anew")
    folder = tmp_path / "lexicon" / "events"
    folder.mkdir(parents=True)
    (folder / "own.yaml").write_text(LEXICON, "utf-8")
    environment["HUDNA_LEXICONS"] = str(folder.parent)
    told = hudna_process("reread", "--dry-run").stdout
    assert "2 documents would be read anew, 1 without a change; claims: 1 new, 0 gone, 0 changed" in told
    hudna_process("decide", "accept", key, *PERSON)
    told = hudna_process("reread", "--changes", tmp_path / "changes.jsonl").stdout
    assert "زمجرة" in told
    (change,) = [json.loads(line) for line in (tmp_path / "changes.jsonl").read_text("utf-8").splitlines()]
    assert (change["change"], change["type"]) == ("new", "shelling")
    assert "(accepted)" in hudna_process("decide", "history", key).stdout
    assert "every decision has its claim" in hudna_process("decide", "lost").stdout


def test_the_database_is_shown_and_looked_after(hudna, record, home, tmp_path):
    database, originals = hudna("db", "path").stdout.splitlines()
    assert database.startswith("postgresql://") or Path(database).is_file()
    assert originals == str(home / "originals")
    assert "nothing to do" in hudna("db", "migrate").stdout
    assert "no problems" in hudna("db", "check").stdout
    hudna("db", "backup", tmp_path / "record.zip")
    hudna("db", "backup", tmp_path / "record.zip", status=2)
    next(path for path in (home / "originals").glob("*/*/*")).unlink()
    assert "are missing" in hudna("db", "check", status=1).stderr


def test_the_database_is_a_file_in_the_data_folder_when_none_is_named(hudna_process, environment, home, tmp_path):
    del environment["DATABASE_URL"]
    hudna_process("ingest", write_lines(tmp_path / "articles.jsonl", [article(SHELLING)]))
    assert hudna_process("db", "path").stdout.splitlines()[0] == str(home / "record.sqlite3")
    assert (home / "record.sqlite3").read_bytes().startswith(b"SQLite format 3")


def test_a_database_that_cannot_be_reached_is_told(hudna_process, environment):
    environment["DATABASE_URL"] = "postgresql://nobody@127.0.0.1:1/none"
    assert "cannot be used" in hudna_process("incidents", status=1).stderr


def test_an_export_goes_to_a_file_or_the_output(hudna, record, tmp_path):
    result = hudna("export", "--format", "jsonl", "--profile", "internal", "--type", "shelling")
    assert json.loads(result.stdout)["key"] == record["shelling"]
    assert "1 claim" in result.stderr
    target = tmp_path / "events.csv"
    told = hudna("export", "--format", "ucdp", "--profile", "internal", "--output", target).stderr
    assert "without a row" in told
    assert target.read_text("utf-8").count("\n") >= 2
    assert "no profile" in hudna("export", "--format", "jsonl", "--profile", "all", status=2).stderr
    assert "no format" in hudna("export", "--format", "doc", "--profile", "public", status=2).stderr
    hudna("export", "--format", "jsonl", status=2)


@pytest.mark.parametrize("address", ["mysql://localhost/record", "nothing"])
def test_an_address_of_no_database_is_told(hudna_process, environment, address):
    environment["DATABASE_URL"] = address
    assert "DATABASE_URL cannot be used" in hudna_process("db", "path", status=1).stderr


def test_a_database_that_fails_and_a_broken_lexicon_are_told(hudna, record, tmp_path, monkeypatch):
    def fail(*arguments: object) -> None:
        raise OperationalError("disk I/O error")

    monkeypatch.setattr("observatory.atlas.kept.recorded_of", fail)
    assert "the database failed (disk I/O error)" in hudna("incidents", status=1).stderr
    monkeypatch.undo()

    def refuse() -> None:
        raise LexiconError("own.yaml:3: no type")

    monkeypatch.setattr("observatory.records.reread.reader_version", refuse)
    assert "own.yaml:3: no type" in hudna("reread", status=1).stderr


def test_an_older_database_is_not_touched(hudna, monkeypatch):
    monkeypatch.setattr("observatory.configuration.waiting_migrations", lambda: ["records.0009_more"])
    assert "run «hudna db migrate»" in hudna("incidents", status=1).stderr
