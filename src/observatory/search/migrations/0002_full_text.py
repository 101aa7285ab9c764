"""The index of words: FTS5 kept by triggers on SQLite, GIN over `simple` on PostgreSQL."""

from __future__ import annotations

from typing import ClassVar

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TABLES = {"search_textwords": "document_id", "search_claimwords": "claim_id"}


def _sqlite(table: str, key: str) -> tuple[str, ...]:
    index = f"{table}_index"
    gone = f"INSERT INTO {index}({index}, rowid, words) VALUES ('delete', OLD.{key}, OLD.words);"
    come = f"INSERT INTO {index}(rowid, words) VALUES (NEW.{key}, NEW.words);"
    return (
        f"""CREATE VIRTUAL TABLE {index} USING fts5(words, content='{table}', content_rowid='{key}', detail=none,
            tokenize="unicode61 remove_diacritics 0")""",
        f"CREATE TRIGGER {table}_come AFTER INSERT ON {table} BEGIN {come} END",
        f"CREATE TRIGGER {table}_gone AFTER DELETE ON {table} BEGIN {gone} END",
        f"CREATE TRIGGER {table}_changed AFTER UPDATE ON {table} BEGIN {gone} {come} END",
    )


def _sqlite_back(table: str) -> tuple[str, ...]:
    triggers = tuple(f"DROP TRIGGER {table}_{name}" for name in ("come", "gone", "changed"))
    return (*triggers, f"DROP TABLE {table}_index")


def add_index(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Make the index of each table."""
    for table, key in TABLES.items():
        if schema_editor.connection.vendor == "sqlite":
            for statement in _sqlite(table, key):
                schema_editor.execute(statement, None)
        else:
            schema_editor.execute(
                f"CREATE INDEX {table}_index ON {table} USING gin (to_tsvector('simple', words))", None
            )


def drop_index(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take the indexes off again, when the migration is undone."""
    for table in TABLES:
        if schema_editor.connection.vendor == "sqlite":
            for statement in _sqlite_back(table):
                schema_editor.execute(statement, None)
        else:
            schema_editor.execute(f"DROP INDEX {table}_index", None)


class Migration(migrations.Migration):
    """Full text on SQLite and PostgreSQL."""

    dependencies: ClassVar = [("search", "0001_initial")]
    operations: ClassVar = [migrations.RunPython(add_index, drop_index)]
