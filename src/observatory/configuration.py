"""Makes Django and the record's database ready for a command."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager


class RecordError(Exception):
    """The record cannot be used as it stands; the message says why and what helps."""


def configure() -> None:
    """Load Django with the observatory's settings; nothing when it is loaded already.

    RecordError when DATABASE_URL names no database that is supported.
    """
    import django
    from django.apps import apps

    from observatory.databases import database_settings

    if not apps.ready:
        try:
            database_settings(os.environ.get("DATABASE_URL"))
        except ValueError as error:
            raise RecordError(f"DATABASE_URL cannot be used ({_first_line(error)})") from error
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "observatory.settings")
        django.setup()


@contextmanager
def told_errors() -> Iterator[None]:
    """Turn what a database or a lexicon file can do wrong into a RecordError with its reason."""
    from django.db import DatabaseError

    from hudna.gazetteer import GazetteerError
    from hudna.lexicon.entries import LexiconError

    try:
        yield
    except DatabaseError as error:
        raise RecordError(
            f"the database failed ({_first_line(error)}): «hudna db check» tells whether it is whole"
        ) from error
    except (LexiconError, GazetteerError) as error:
        raise RecordError(str(error)) from error


def open_record() -> None:
    """Load Django and make the database ready: a new one gets its tables, one of an older version is not touched.

    RecordError when the database cannot be reached, is too old, or waits for `hudna db migrate`.
    """
    configure()
    from django.db import DatabaseError

    try:
        _prepare()
    except DatabaseError as error:
        raise RecordError(f"the database cannot be used ({_first_line(error)}): see «hudna db path»") from error


def _prepare() -> None:
    from django.db import connection

    from observatory.databases import LEAST_POSTGRESQL

    prepare_folder()
    connection.ensure_connection()
    if connection.vendor == "postgresql" and connection.pg_version < LEAST_POSTGRESQL * 10_000:  # type: ignore[attr-defined]
        found = connection.pg_version // 10_000  # type: ignore[attr-defined]
        raise RecordError(f"PostgreSQL {found} is too old: use {LEAST_POSTGRESQL} or later")
    waiting = waiting_migrations()
    if not waiting:
        return
    if connection.introspection.table_names():
        raise RecordError(
            f"the database is of an older version (migrations to do: {len(waiting)}): run «hudna db migrate»"
        )
    migrate()


def prepare_folder() -> None:
    """Make the data folder when the record is kept in a file."""
    from pathlib import Path

    from django.db import connection

    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite" and "memory" not in name:
        Path(name).parent.mkdir(parents=True, exist_ok=True)


def waiting_migrations() -> list[str]:
    """The migrations that the database has not had, by name."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def migrate() -> None:
    """Bring the database's tables to this version."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)


def _first_line(error: Exception) -> str:
    return str(error).strip().split("\n", 1)[0] or type(error).__name__
