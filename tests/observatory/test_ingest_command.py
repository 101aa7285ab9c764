"""`hudna ingest` as a person runs it, and as a machine that is switched off runs it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from observatory.records.models import Document
from tests.observatory.conftest import COMMAND
from tests.observatory.texts import RAID, SHELLING, article, many, write_lines

COUNTS = """
import sys
from observatory.configuration import open_record
open_record()
from django.apps import apps
for model in "Document DocumentText Reading Claim ClaimBody Party Place Count NearDuplicate Band".split():
    print(model, apps.get_model("records", model).objects.count())
"""


KNOWN = "new: 0 documents with 0 claims; 2 known (1 file read through before)"


def counts(environment) -> dict[str, int]:
    """How many rows the tables of a record hold."""
    result = subprocess.run([sys.executable, "-c", COUNTS], env=environment, capture_output=True, text=True, check=True)
    return {name: int(number) for name, number in (line.split() for line in result.stdout.splitlines())}


def test_documents_come_in_and_are_known_again(hudna, tmp_path):
    source = write_lines(tmp_path / "articles.jsonl", [article(SHELLING), article(RAID)])
    assert hudna("ingest", source).stdout.startswith("new: 2 documents with ")
    assert hudna("ingest", source).stdout.startswith(KNOWN)


def test_a_folder_is_taken_with_all_its_files(hudna, tmp_path):
    (tmp_path / "reports/old").mkdir(parents=True)
    (tmp_path / "reports/.cache").mkdir()
    for name, text in (("a.txt", SHELLING), ("old/b.txt", RAID), (".cache/c.txt", SHELLING)):
        (tmp_path / "reports" / name).write_text(text, "utf-8")
    assert "new: 2 documents" in hudna("ingest", tmp_path / "reports").stdout


def test_what_is_refused_is_told_and_the_rest_comes_in(hudna, tmp_path):
    source = write_lines(tmp_path / "articles.jsonl", [article(SHELLING), {"title": "no text"}])
    result = hudna("ingest", source, tmp_path / "missing.txt", status=1)
    assert "new: 1 document with" in result.stdout
    assert "2 refused" in result.stdout
    assert "articles.jsonl:2: the field «text» is missing" in result.stderr
    assert "missing.txt: no such file" in result.stderr


def test_a_dry_run_writes_nothing(hudna, tmp_path):
    source = write_lines(tmp_path / "articles.jsonl", [article(SHELLING), article(RAID)])
    assert "would be new: 2 documents" in hudna("ingest", "--dry-run", source).stdout
    assert not Document.objects.exists()


@pytest.mark.parametrize(
    "arguments",
    [(), ("--zone", "Nowhere/City", "a.txt"), ("--input-format", "scroll", "a.txt"), ("--jobs", "0", "a.txt")],
)
def test_wrong_use_is_refused(hudna, arguments):
    hudna("ingest", *arguments, status=2)


def test_several_processes_read_the_same_as_one(hudna_process, tmp_path, environment, new_database):
    source = write_lines(tmp_path / "articles.jsonl", many(40))
    hudna_process("ingest", "--jobs", "2", source)
    found = counts(environment)
    environment.update(HUDNA_HOME=str(tmp_path / "other"), DATABASE_URL=new_database())
    hudna_process("ingest", "--jobs", "1", source)
    assert counts(environment) == found


def test_killed_three_times_and_run_again_it_loses_and_doubles_nothing(
    hudna_process, tmp_path, environment, new_database
):
    source = write_lines(tmp_path / "articles.jsonl", many(260))
    seen = [_kill_after(source, environment) for _ in range(3)]
    assert 0 < seen[0] < seen[1] < seen[2] < 260
    assert "known" in hudna_process("ingest", source).stdout
    found = counts(environment)
    assert found["Document"] == found["DocumentText"] == found["Reading"] == 260
    assert "no problems" in hudna_process("db", "check", "--sample", "0").stdout
    environment.update(HUDNA_HOME=str(tmp_path / "other"), DATABASE_URL=new_database())
    hudna_process("ingest", source)
    assert counts(environment) == found


def _kill_after(source: Path, environment: dict[str, str]) -> int:
    """Run until more documents are written, kill the run without warning; how many the record holds then."""
    before = _written(environment)
    words = [sys.executable, "-c", COMMAND, "ingest", "--jobs", "1", str(source)]
    with subprocess.Popen(words, env=environment) as process:
        limit = time.monotonic() + 60
        while _written(environment) <= before and time.monotonic() < limit and process.poll() is None:
            time.sleep(0.02)
        assert process.poll() is None, "the run ended before it could be killed"
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    return _written(environment)


def _written(environment: dict[str, str]) -> int:
    """The documents that the record holds, asked for without loading the command."""
    address = environment["DATABASE_URL"]
    try:
        if address.startswith("sqlite:///"):
            import sqlite3

            with sqlite3.connect(f"file:{address.removeprefix('sqlite:///')}?mode=ro", uri=True) as connection:
                return int(connection.execute("SELECT count(*) FROM records_document").fetchone()[0])
        import psycopg

        with psycopg.connect(address) as server:
            row = server.execute("SELECT count(*) FROM records_document").fetchone()
            return int(row[0]) if row else 0
    except Exception:
        return 0


def test_the_processes_of_a_killed_run_end_too(tmp_path, environment):
    source = write_lines(tmp_path / "articles.jsonl", many(200))
    words = [sys.executable, "-c", COMMAND, "ingest", "--jobs", "2", str(source)]
    readers: list[psutil.Process] = []
    with subprocess.Popen(words, env=environment) as process:
        limit = time.monotonic() + 60
        while len(readers) < 2 and time.monotonic() < limit and process.poll() is None:
            readers = psutil.Process(process.pid).children(recursive=True)
            time.sleep(0.02)
        assert len(readers) >= 2
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    _, alive = psutil.wait_procs(readers, timeout=20)
    assert not alive
