"""What people decided about incidents, and what does not fit together among claims."""

from __future__ import annotations

from hudna.incidents import Decision, Merge, RecordFinding, Split, findings
from observatory.records.query import Query
from observatory.records.recorded import recorded
from observatory.review.decide import joins


def record_findings(query: Query) -> tuple[RecordFinding, ...]:
    """What does not fit together among the claims that are asked for."""
    return findings(recorded(query))


def decided() -> list[Decision]:
    """The merges and splits that count, in their order."""
    found: list[Decision] = []
    for row in joins():
        named: dict[str, list[str]] = row.new or {}
        if row.action == "merge":
            found.append(Merge(tuple(named["claims"])))
        else:
            found.append(Split(tuple(named["apart"]), tuple(named["others"])))
    return found
