"""SQLite's planner knows how the values of the record are spread, once documents have come in."""

from __future__ import annotations

import pytest
from django.db import connection

from observatory.atlas import build
from observatory.records.models import Claim
from tests.observatory.texts import many, take, write_lines

pytestmark = pytest.mark.usefixtures("record")


def test_statistics_follow_what_comes_in(tmp_path):
    take(write_lines(tmp_path / "many.jsonl", many(12)))
    build.refresh()
    if connection.vendor != "sqlite":
        assert connection.vendor == "postgresql"  # which gathers its own
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(CAST(stat AS INTEGER)) FROM sqlite_stat1 WHERE tbl = %s", [Claim._meta.db_table])
        (rows,) = cursor.fetchone()
    assert rows == Claim.objects.count() > 0
