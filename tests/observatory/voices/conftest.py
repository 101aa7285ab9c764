"""A record in which voices contradict each other."""

from __future__ import annotations

import pytest
from django.core.cache import cache

from observatory.atlas import build
from tests.observatory.texts import take, write_lines
from tests.observatory.voices.texts import quarrel


@pytest.fixture(autouse=True)
def _quick(settings) -> None:
    """Passwords that are quick to check; nothing is kept in mind from another test."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()


@pytest.fixture
def record(db, tmp_path) -> None:
    """The articles, with their incidents."""
    take(write_lines(tmp_path / "articles.jsonl", quarrel()))
    build.refresh()
