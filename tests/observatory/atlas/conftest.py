"""A record whose incidents are made."""

from __future__ import annotations

import pytest

from observatory.atlas import build
from observatory.atlas.models import Incident
from tests.observatory.atlas.texts import shelling
from tests.observatory.texts import take, write_lines


@pytest.fixture
def record(db, tmp_path) -> None:
    """Articles about a shelling, a strike and a truce, with their incidents."""
    take(write_lines(tmp_path / "articles.jsonl", shelling()))
    build.refresh()


@pytest.fixture
def shelled(record) -> Incident:
    """The incident of the shelling."""
    return Incident.objects.get(type="shelling", place="كفرنبل")
