"""Incidents of the record: its claims joined, with the merges and splits that people decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from hudna.incidents import Decision, Incident, Merge, RecordFinding, Split, findings, join
from hudna.recorded import RecordedClaim
from observatory.records.query import Query
from observatory.records.recorded import recorded, recorded_of
from observatory.review.decide import joins

MARGIN = timedelta(days=7)
"""An incident is told in the days around it: so far beyond the asked days claims are looked at."""


def incidents(query: Query) -> tuple[Incident, ...]:
    """The incidents that have a claim among those that are asked for, each with all its claims.

    Claims are joined before they are filtered: an incident is the same whatever is asked for.
    """
    claims = list(recorded(_around(query)))
    decisions = decided()
    claims.extend(_named_elsewhere(decisions, {claim.key for claim in claims}))
    asked = set(query.claims().values_list("key", flat=True))
    return tuple(
        incident for incident in join(claims, decisions) if any(claim.key in asked for claim in incident.claims)
    )


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


def _around(query: Query) -> Query:
    """The claims among which the incidents of a query are looked for: all of its days and a few more."""
    return replace(
        Query(),
        first_day=query.first_day - MARGIN if query.first_day else None,
        last_day=query.last_day + MARGIN if query.last_day else None,
    )


def _named_elsewhere(decisions: Sequence[Decision], present: set[str]) -> list[RecordedClaim]:
    """Claims of other days that people have put into one incident with claims of these."""
    named = {
        key
        for decision in decisions
        if isinstance(decision, Merge) and not present.isdisjoint(decision.claims)
        for key in decision.claims
    }
    return list(recorded_of(sorted(named - present)))
