"""The database itself refuses to change or delete decisions."""

from __future__ import annotations

from typing import ClassVar

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

MESSAGE = "decisions are never changed or deleted"

SQLITE = (
    f"""CREATE TRIGGER review_decision_no_update BEFORE UPDATE ON review_decision
        BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END""",
    f"""CREATE TRIGGER review_decision_no_delete BEFORE DELETE ON review_decision
        BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END""",
    f"""CREATE TRIGGER review_decision_no_replace BEFORE INSERT ON review_decision
        WHEN EXISTS (SELECT 1 FROM review_decision WHERE id = NEW.id)
        BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END""",
)
SQLITE_BACK = (
    "DROP TRIGGER review_decision_no_update",
    "DROP TRIGGER review_decision_no_delete",
    "DROP TRIGGER review_decision_no_replace",
)
POSTGRESQL = (
    f"""CREATE FUNCTION review_decision_is_final() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'integrity_constraint_violation'; END $$""",
    """CREATE TRIGGER review_decision_no_change BEFORE UPDATE OR DELETE ON review_decision
       FOR EACH ROW EXECUTE FUNCTION review_decision_is_final()""",
    """CREATE TRIGGER review_decision_no_truncate BEFORE TRUNCATE ON review_decision
       FOR EACH STATEMENT EXECUTE FUNCTION review_decision_is_final()""",
)
POSTGRESQL_BACK = (
    "DROP TRIGGER review_decision_no_truncate ON review_decision",
    "DROP TRIGGER review_decision_no_change ON review_decision",
    "DROP FUNCTION review_decision_is_final()",
)


def add_triggers(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Put the triggers on the table of decisions."""
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def drop_triggers(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take them off again, when the migration is undone."""
    for statement in {"sqlite": SQLITE_BACK, "postgresql": POSTGRESQL_BACK}[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    """Triggers on SQLite and PostgreSQL."""

    dependencies: ClassVar = [("review", "0001_initial")]
    operations: ClassVar = [migrations.RunPython(add_triggers, drop_triggers)]
