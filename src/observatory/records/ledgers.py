"""Ledgers from the claims of the record."""

from __future__ import annotations

from datetime import date, timedelta

from hudna.ledger import Ceasefire, Ledger, build
from observatory.records.query import Query
from observatory.records.recorded import recorded

_REPORTED_AFTER = timedelta(days=31)
"""So long after a day its figures still come in."""


def ledger(ceasefire: Ceasefire, first: date | None = None, last: date | None = None) -> Ledger:
    """The ledger of a ceasefire over these days, by default over all of its days."""
    start = max(first or ceasefire.first, ceasefire.first)
    end = min(filter(None, (last, ceasefire.last)), default=None)
    asked = Query(
        first_day=start - timedelta(days=1),
        last_day=end + _REPORTED_AFTER if end else None,
        reviews=("unreviewed", "accepted", "corrected"),
    )
    return build(ceasefire, list(recorded(asked)), first, last)
