"""Tables whose rows are added and never changed: the database itself refuses it, on SQLite and on PostgreSQL."""

from __future__ import annotations

from typing import Any, ClassVar, NoReturn

from django.apps.registry import Apps
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import RunPython


class RowsAreFinalError(RuntimeError):
    """A row that is only ever added was to be changed or taken out."""


class FinalQuerySet(models.QuerySet[Any]):
    """Rows can be asked for and added."""

    def update(self, **fields: Any) -> NoReturn:
        """Refused."""
        raise RowsAreFinalError(self.model._meta.label)

    def delete(self) -> NoReturn:
        """Refused."""
        raise RowsAreFinalError(self.model._meta.label)


class FinalModel(models.Model):
    """A row that is added and never changed."""

    rows_are_final: ClassVar = True
    objects = FinalQuerySet.as_manager()

    class Meta:
        """No table of its own."""

        abstract = True

    def save(self, *arguments: Any, **options: Any) -> None:
        """Add the row; RowsAreFinalError when it is kept already."""
        if self.pk is not None:
            raise RowsAreFinalError(self._meta.label)
        super().save(*arguments, **options)

    def delete(self, *arguments: Any, **options: Any) -> NoReturn:
        """Refused."""
        raise RowsAreFinalError(self._meta.label)


def refuse_changes(table: str, message: str) -> RunPython:
    """A step of a migration that puts triggers on a table which refuse every change and deletion."""

    def add(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
        for statement in _ADD[schema_editor.connection.vendor]:
            schema_editor.execute(statement.format(table=table, message=message))

    def drop(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
        for statement in _DROP[schema_editor.connection.vendor]:
            schema_editor.execute(statement.format(table=table))

    return RunPython(add, drop)


def final_tables() -> list[str]:
    """The tables whose rows are only added."""
    from django.apps import apps

    return sorted(model._meta.db_table for model in apps.get_models() if getattr(model, "rows_are_final", False))


def unguarded_tables(connection: BaseDatabaseWrapper) -> list[str]:
    """Those of them on which a trigger that refuses changes is missing or turned off."""
    vendor = connection.vendor
    with connection.cursor() as cursor:
        cursor.execute(_TRIGGERS[vendor])
        present = {row[0] for row in cursor.fetchall()}
    return [table for table in final_tables() if not {f"{table}_no_{what}" for what in _GUARDS[vendor]} <= present]


_GUARDS = {"sqlite": ("update", "delete", "replace"), "postgresql": ("change", "truncate")}
_TRIGGERS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE tgenabled <> 'D'",
}
_ADD = {
    "sqlite": (
        "CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, '{message}'); END",
        "CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{message}'); END",
        "CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "
        "WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, '{message}'); END",
    ),
    "postgresql": (
        "CREATE FUNCTION {table}_is_final() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '{message}' USING ERRCODE = 'integrity_constraint_violation'; END $$",
        "CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION {table}_is_final()",
        "CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION {table}_is_final()",
    ),
}
_DROP = {
    "sqlite": tuple(f"DROP TRIGGER {{table}}_no_{what}" for what in _GUARDS["sqlite"]),
    "postgresql": (
        "DROP TRIGGER {table}_no_truncate ON {table}",
        "DROP TRIGGER {table}_no_change ON {table}",
        "DROP FUNCTION {table}_is_final()",
    ),
}
