"""A backup: one ZIP file of every row as JSON lines and every original, the same for SQLite and PostgreSQL.

A record can be moved from one database to the other by it. The file is whole when it has its name; the hash of each
member stands in `manifest.json`.
"""

from __future__ import annotations

import base64
import hashlib
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import IO, Any

from django.core.management.color import no_style
from django.db import DatabaseError, connection, models, transaction
from django.utils import timezone

from hudna import __version__
from observatory.people.invitations import setup_links
from observatory.people.models import Invitation
from observatory.records.models import Document
from observatory.records.originals import OriginalError, hash_of, keep_original, read_original
from observatory.records.pieces import pieces
from observatory.records.snapshot import applied_migrations, kept_tables, snapshot

FORMAT = 1
MANIFEST = "manifest.json"
_ROWS = 500
Advance = Callable[[int], None]


class BackupError(Exception):
    """A backup cannot be read or restored; the message says why and what helps."""


@dataclass(slots=True)
class BackupSummary:
    """What a backup holds."""

    rows: dict[str, int] = field(default_factory=dict)
    originals: int = 0
    missing: list[str] = field(default_factory=list)
    """Originals that the record names and that could not be read."""


def backup(target: Path, advance: Advance = lambda number: None) -> BackupSummary:
    """Write a backup to a file, which is there whole or not at all."""
    summary = BackupSummary()
    unfinished = target.with_name(f".{target.name}.unfinished")
    try:
        with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive, snapshot():
            hashes = {}
            for model in kept_tables():
                name = f"rows/{model._meta.label_lower}.jsonl"
                with archive.open(name, "w", force_zip64=True) as stream:
                    hashes[name], summary.rows[model._meta.label_lower] = _write_rows(model, stream, advance)
            _write_originals(archive, summary, advance)
            archive.writestr(MANIFEST, json.dumps(_manifest(summary, hashes), indent=2))
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    return summary


def _manifest(summary: BackupSummary, hashes: dict[str, str]) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "hudna": __version__,
        "made_at": timezone.now().isoformat(),
        "database": connection.vendor,
        "migrations": applied_migrations(),
        "rows": summary.rows,
        "originals": summary.originals,
        "missing": summary.missing,
        "sha256": hashes,
    }


def _write_rows(model: type[models.Model], stream: IO[bytes], advance: Advance) -> tuple[str, int]:
    digest, number = hashlib.sha256(), 0
    names = [column.attname for column in model._meta.concrete_fields]
    for row in model._base_manager.order_by("pk").values_list(*names).iterator(chunk_size=_ROWS):
        line = json.dumps([_plain(value) for value in row], ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        digest.update(line)
        stream.write(line)
        number += 1
        if number % _ROWS == 0:
            advance(_ROWS)
    return digest.hexdigest(), number


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return base64.b64encode(value).decode("ascii") if isinstance(value, bytes | memoryview) else value


def _write_originals(archive: zipfile.ZipFile, summary: BackupSummary, advance: Advance) -> None:
    for digest in Document.objects.order_by("pk").values_list("original_hash", flat=True).iterator():
        try:
            archive.writestr(f"originals/{digest}", read_original(digest))
            summary.originals += 1
        except OriginalError as error:
            summary.missing.append(str(error))
        advance(1)


def total_of_backup() -> int:
    """How many rows and originals a backup made now would hold, for progress."""
    return sum(model._base_manager.count() for model in kept_tables()) + Document.objects.count()


def restore(source: Path, advance: Advance = lambda number: None) -> BackupSummary:
    """Fill an empty record from a backup, wholly or not at all."""
    try:
        with zipfile.ZipFile(source) as archive:
            manifest = _checked_manifest(archive)
            _require_empty()
            summary = BackupSummary(rows=manifest["rows"], missing=manifest["missing"])
            for name in archive.namelist():
                if name.startswith("originals/"):
                    _restore_original(name, archive.read(name))
                    summary.originals += 1
                    advance(1)
            _restore_tables(archive, manifest, advance)
    except (OSError, zipfile.BadZipFile, KeyError, json.JSONDecodeError) as error:
        raise BackupError(f"{source} is no whole backup ({error}): use another one") from error
    except DatabaseError as error:
        raise BackupError(f"the database did not take the backup ({error}): restore into a new database") from error
    return summary


def _checked_manifest(archive: zipfile.ZipFile) -> dict[str, Any]:
    manifest: dict[str, Any] = json.loads(archive.read(MANIFEST))
    if manifest["format"] != FORMAT:
        raise BackupError(
            f"the backup has format {manifest['format']}, this hudna reads {FORMAT}: use the hudna that made it"
        )
    if manifest["migrations"] != applied_migrations():
        raise BackupError(
            f"the backup is of tables of another version: restore it with hudna {manifest['hudna']},"
            " then run «hudna db migrate»"
        )
    return manifest


def _require_empty() -> None:
    """Nothing but the link that `hudna serve` prints while there is no administrator may be there."""
    for model in kept_tables():
        rows = model._base_manager.all()
        if (rows.exclude(pk__in=setup_links()) if model is Invitation else rows).exists():
            raise BackupError(
                "the record is not empty: restore into a new one (set HUDNA_HOME to a new folder, or DATABASE_URL to a"
                " new database)"
            )


def _restore_original(name: str, data: bytes) -> None:
    digest = name.removeprefix("originals/")
    if hash_of(data) != digest:
        raise BackupError(f"the original {digest} in the backup has been changed: use another backup")
    keep_original(data, digest)


def _restore_tables(archive: zipfile.ZipFile, manifest: dict[str, Any], advance: Advance) -> None:
    tables = kept_tables()
    with transaction.atomic():
        setup_links().delete()
        for model in tables:
            name = f"rows/{model._meta.label_lower}.jsonl"
            for rows in pieces(_checked_lines(archive, name, manifest["sha256"][name]), _ROWS):
                model._base_manager.bulk_create(_instances(model, rows))
                advance(len(rows))
        statements = connection.ops.sequence_reset_sql(no_style(), tables)
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)


def _checked_lines(archive: zipfile.ZipFile, name: str, expected: str) -> Iterator[bytes]:
    digest = hashlib.sha256()
    with archive.open(name) as stream:
        for line in stream:
            digest.update(line)
            yield line
    if digest.hexdigest() != expected:
        raise BackupError(f"{name} in the backup has been changed: use another backup")


def _instances(model: type[models.Model], lines: Iterable[bytes]) -> list[models.Model]:
    columns = model._meta.concrete_fields
    found = []
    for line in lines:
        values = json.loads(line)
        found.append(model(**{c.attname: _value(c, v) for c, v in zip(columns, values, strict=True)}))
    return found


def _value(column: models.Field[Any, Any], value: Any) -> Any:
    if value is None or isinstance(column, models.JSONField | models.ForeignKey):
        return value
    return base64.b64decode(value) if isinstance(column, models.BinaryField) else column.to_python(value)
