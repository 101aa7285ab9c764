"""The database itself refuses to change or delete lines of the audit."""

from __future__ import annotations

from typing import ClassVar

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

MESSAGE = "the audit of exports is never changed or deleted"

SQLITE = (
    f"""CREATE TRIGGER people_export_no_update BEFORE UPDATE ON people_export
        BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END""",
    f"""CREATE TRIGGER people_export_no_delete BEFORE DELETE ON people_export
        BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END""",
    f"""CREATE TRIGGER people_export_no_replace BEFORE INSERT ON people_export
        WHEN EXISTS (SELECT 1 FROM people_export WHERE id = NEW.id)
        BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END""",
)
SQLITE_BACK = (
    "DROP TRIGGER people_export_no_update",
    "DROP TRIGGER people_export_no_delete",
    "DROP TRIGGER people_export_no_replace",
)
POSTGRESQL = (
    f"""CREATE FUNCTION people_export_is_final() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'integrity_constraint_violation'; END $$""",
    """CREATE TRIGGER people_export_no_change BEFORE UPDATE OR DELETE ON people_export
       FOR EACH ROW EXECUTE FUNCTION people_export_is_final()""",
    """CREATE TRIGGER people_export_no_truncate BEFORE TRUNCATE ON people_export
       FOR EACH STATEMENT EXECUTE FUNCTION people_export_is_final()""",
)
POSTGRESQL_BACK = (
    "DROP TRIGGER people_export_no_truncate ON people_export",
    "DROP TRIGGER people_export_no_change ON people_export",
    "DROP FUNCTION people_export_is_final()",
)


def add_triggers(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Put the triggers on the audit of exports."""
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def drop_triggers(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take them off again, when the migration is undone."""
    for statement in {"sqlite": SQLITE_BACK, "postgresql": POSTGRESQL_BACK}[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    """Triggers on SQLite and PostgreSQL."""

    dependencies: ClassVar = [("people", "0001_initial")]
    operations: ClassVar = [migrations.RunPython(add_triggers, drop_triggers)]
