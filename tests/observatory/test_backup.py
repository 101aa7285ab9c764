"""A backup holds every row and original; a record comes back from it whole, or not at all."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

from observatory.people.invitations import setup_path
from observatory.people.models import Invitation
from observatory.records.backup import BackupError, backup, restore
from observatory.records.check import check
from observatory.records.models import Claim, ClaimBody, Document
from observatory.records.originals import original_path, originals_folder
from observatory.review import decide
from tests.observatory.texts import RAID, SHELLING, article, many, take, write_lines


@pytest.fixture
def record(db: None, tmp_path: Path, django_capture_on_commit_callbacks: Callable) -> None:
    """A record with a decision."""
    take(write_lines(tmp_path / "articles.jsonl", [article(SHELLING), article(RAID), *many(3)]))
    claim = decide.find_claim(Claim.objects.get(type="air_strike").key)
    with django_capture_on_commit_callbacks(execute=True):
        decide.correct(claim, "status", "possible", "Rana", "no one confirms it")


def test_a_backup_of_one_record_fills_another(hudna_process: Callable, environment, new_database, tmp_path):
    hudna_process("ingest", write_lines(tmp_path / "articles.jsonl", [article(SHELLING), *many(5)]))
    key = json.loads(hudna_process("incidents", "--format", "jsonl").stdout.splitlines()[0])["claims"][0]
    hudna_process("decide", "reject", key, "--person", "Rana", "--reason", "a repetition")
    hudna_process("db", "backup", tmp_path / "record.zip")
    before = hudna_process("incidents", "--format", "jsonl").stdout
    environment.update(HUDNA_HOME=str(tmp_path / "other"), DATABASE_URL=new_database())
    assert "6 documents" in hudna_process("db", "restore", tmp_path / "record.zip").stdout
    assert hudna_process("incidents", "--format", "jsonl").stdout == before
    assert "no problems" in hudna_process("db", "check").stdout
    hudna_process("ingest", write_lines(tmp_path / "more.jsonl", [article(RAID)]))
    assert "not empty" in hudna_process("db", "restore", tmp_path / "record.zip", status=1).stderr


def test_a_backup_holds_rows_and_originals(record, tmp_path):
    summary = backup(tmp_path / "record.zip")
    assert (summary.originals, summary.missing) == (5, [])
    assert summary.rows["review.decision"] == 1
    with zipfile.ZipFile(tmp_path / "record.zip") as archive:
        names = archive.namelist()
        manifest = json.loads(archive.read("manifest.json"))
    assert sum(name.startswith("originals/") for name in names) == 5
    assert manifest["rows"]["records.document"] == 5
    assert [path.name for path in tmp_path.glob("*.zip*")] == ["record.zip"]


def test_a_missing_original_is_told(record, tmp_path):
    document = Document.objects.first()
    original_path(document.original_hash).unlink()
    assert document.original_hash in backup(tmp_path / "record.zip").missing[0]


@pytest.mark.usefixtures("db")
def test_what_is_no_backup_is_refused(tmp_path):
    source = tmp_path / "record.zip"
    source.write_bytes(b"no archive")
    with pytest.raises(BackupError, match="no whole backup"):
        restore(source)


def test_a_restore_into_a_full_record_is_refused(record, tmp_path):
    backup(tmp_path / "record.zip")
    with pytest.raises(BackupError, match="not empty"):
        restore(tmp_path / "record.zip")


def test_a_whole_record_has_no_problems(record):
    report = check()
    assert (report.documents, report.originals, report.decided, report.problems) == (5, 5, 1, [])
    assert report.spans == Claim.objects.count()


def test_damage_is_found(record):
    documents = list(Document.objects.order_by("pk"))
    original_path(documents[0].original_hash).unlink()
    original_path(documents[1].original_hash).write_bytes(b"other bytes")
    moved = ClaimBody.objects.filter(claim__document=documents[2]).first()
    moved.read["trigger"]["start"] += 1
    ClaimBody.objects.filter(pk=moved.pk).update(read=moved.read)
    Claim.objects.filter(review="corrected").update(review="accepted")
    (originals_folder() / "ab/cd").mkdir(parents=True, exist_ok=True)
    (originals_folder() / "ab/cd/stray").write_bytes(b"")
    report = check()
    told = "\n".join(report.problems)
    assert len(report.problems) == 4, told
    for problem in ("are missing", "have been changed", "span", "does not stand as its decisions say"):
        assert problem in told
    assert report.stray == 1


@pytest.mark.usefixtures("db")
def test_the_link_that_serve_prints_does_not_fill_a_record(tmp_path):
    backup(tmp_path / "empty.zip")
    setup_path()
    restore(tmp_path / "empty.zip")
    assert not Invitation.objects.exists()
    Invitation.objects.create(
        digest="0", role="reader", made_at=timezone.now(), expires_at=timezone.now(), used_at=timezone.now()
    )
    with pytest.raises(BackupError, match="not empty"):
        restore(tmp_path / "empty.zip")


@pytest.mark.parametrize("table", ["people_export", "review_decision", "bulletins_version", "ledgers_definition"])
def test_missing_triggers_are_found(record, table):
    with connection.cursor() as cursor:
        name = f"{table}_no_delete" if connection.vendor == "sqlite" else f"{table}_no_change ON {table}"
        cursor.execute(f"DROP TRIGGER {name}")
    assert [problem for problem in check().problems if table in problem]
