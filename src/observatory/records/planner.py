"""What the database's planner must know of the record so that it picks the right index."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.db.models import Func
from django.db.models.sql.compiler import SQLCompiler

_ROWS = 1000
"""How many rows of an index are looked at: enough to tell a rare value from a common one, in a tenth of a second."""


class Unindexed(Func):
    """A column as it is, for which SQLite looks in no index.

    To SQLite all values of a column are about equally common. Where that would lead it through a whole table, this
    keeps it from the index that it would take. PostgreSQL knows better and is told the column alone.
    """

    arity = 1
    template = "%(expressions)s"

    def as_sqlite(self, compiler: SQLCompiler, connection: Any, **context: Any) -> Any:
        """With a sign that changes nothing."""
        return self.as_sql(compiler, connection, template="+%(expressions)s", **context)


def gather_statistics() -> None:
    """Let SQLite count how values are spread. Without that it guesses, and a search may read the whole record.

    PostgreSQL does so by itself.
    """
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA analysis_limit = {_ROWS}")
        cursor.execute("ANALYZE")
