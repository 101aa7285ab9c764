"""Addresses of static files that change when the file does, so that browsers may keep files and still see new ones."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage

_MARK_LENGTH = 10


class MarkedStaticFilesStorage(StaticFilesStorage):
    """Files stay where they are; `{% static %}` adds a mark of their bytes to the address."""

    def url(self, name: str | None) -> str:
        """The address of a file with its mark; without one for a file that is not there."""
        address = super().url(name)
        mark = _mark(name) if name else None
        return f"{address}?v={mark}" if mark else address


@lru_cache(maxsize=1024)
def _mark(name: str) -> str | None:
    found = finders.find(name)
    if not isinstance(found, str):
        return None
    return hashlib.sha256(Path(found).read_bytes()).hexdigest()[:_MARK_LENGTH]
