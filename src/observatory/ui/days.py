"""The days that an address can ask for."""

from __future__ import annotations

from datetime import date

EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
"""Days outside are taken for mistyped: nothing of the record is so old, and pages count days on from either end."""


def day_of(text: str) -> date:
    """The day that is written so: 2021-03-05. ValueError for one that no calendar has or that lies outside."""
    day = date.fromisoformat(text)
    if not EARLIEST <= day <= LATEST:
        raise ValueError(text)
    return day
