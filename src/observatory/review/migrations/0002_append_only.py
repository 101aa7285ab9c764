"""The database itself refuses to change or delete decisions."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations

from observatory.append_only import refuse_changes


class Migration(migrations.Migration):
    """Triggers on SQLite and PostgreSQL."""

    dependencies: ClassVar = [("review", "0001_initial")]
    operations: ClassVar = [refuse_changes("review_decision", "decisions are never changed or deleted")]
