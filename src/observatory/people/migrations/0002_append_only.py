"""The database itself refuses to change or delete lines of the audit."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations

from observatory.append_only import refuse_changes


class Migration(migrations.Migration):
    """Triggers on SQLite and PostgreSQL."""

    dependencies: ClassVar = [("people", "0001_initial")]
    operations: ClassVar = [refuse_changes("people_export", "the audit of exports is never changed or deleted")]
