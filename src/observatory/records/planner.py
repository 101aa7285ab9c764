"""What the database's planner must know of the record so that it picks the right index."""

from __future__ import annotations

from django.db import connection

_ROWS = 1000
"""How many rows of an index are looked at: enough to tell a rare value from a common one, in a tenth of a second."""


def gather_statistics() -> None:
    """Let SQLite count how values are spread. Without that it guesses, and a search may read the whole record.

    PostgreSQL does so by itself.
    """
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA analysis_limit = {_ROWS}")
        cursor.execute("ANALYZE")
