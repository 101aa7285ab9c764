"""The database itself refuses to change or delete definitions."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations

from observatory.append_only import refuse_changes


class Migration(migrations.Migration):
    """Triggers on SQLite and PostgreSQL."""

    dependencies: ClassVar = [("ledgers", "0001_initial")]
    operations: ClassVar = [refuse_changes("ledgers_definition", "definitions are never changed or deleted")]
