"""How far reviewers agree: the share of same values and Cohen's kappa for each field. Pure.

A reviewer's value of a field is the one that stood after their last verdict: who accepts a claim agrees with what it
then said. Cohen's kappa takes off what two reviewers who chose at random would agree on, each with the values and their
shares that they chose (J. Cohen, «A coefficient of agreement for nominal scales», 1960). Where both always chose the
same one value it says nothing, and is None.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from observatory.review.models import Decision
from observatory.review.state import claim_state, counting, standing

VERDICTS = frozenset({"accept", "correct", "reject"})
FIELDS = ("type", "status", "actors", "targets", "speaker", "places", "when", "counts")


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two reviewers agree about a field."""

    field: str
    number: int
    same: int
    kappa: float | None

    @property
    def share(self) -> float:
        """The share of claims with the same value, from 0 to 1."""
        return self.same / self.number if self.number else 0.0


Views = Mapping[str, Mapping[str, str]]
"""By person: the value of each field, and the verdict."""


def views(read: Mapping[str, Any], decisions: Iterable[Decision]) -> dict[str, dict[str, str]]:
    """What each reviewer of a claim took it for, in the order of their first verdict."""
    found: dict[str, dict[str, str]] = {}
    counted = counting(decisions)
    for at, row in enumerate(counted):
        if row.action in VERDICTS:
            state = claim_state(counted[: at + 1])
            data = standing(read, state) or read
            verdict = "rejected" if row.action == "reject" else "kept"
            found.setdefault(row.person, {}).update(
                {"verdict": verdict, **{field: _value(field, data[field]) for field in FIELDS}}
            )
    return found


def _value(field: str, value: Any) -> str:
    """What two values are compared by: where their words stand and what they say, not how they were read."""
    items = value if isinstance(value, list) else [value]
    if field in ("type", "status"):
        return str(value)
    if field == "when":
        return json.dumps([value.get("start"), value.get("end"), value.get("surface")], ensure_ascii=False)
    keys = ("start", "end", "what", "value", "qualifier") if field == "counts" else ("start", "end")
    return json.dumps(sorted([str(item.get(key)) for key in keys] for item in items if item), ensure_ascii=False)


def pairs(claims: Sequence[Views]) -> dict[tuple[str, str], list[Agreement]]:
    """The agreement of each two reviewers about the claims that both have decided about."""
    both: dict[tuple[str, str], list[tuple[Mapping[str, str], Mapping[str, str]]]] = {}
    for views_of_claim in claims:
        for first, second in combinations(sorted(views_of_claim), 2):
            both.setdefault((first, second), []).append((views_of_claim[first], views_of_claim[second]))
    return {
        names: [_agreement(field, [(a[field], b[field]) for a, b in found]) for field in ("verdict", *FIELDS)]
        for names, found in sorted(both.items())
    }


def _agreement(field: str, values: Sequence[tuple[str, str]]) -> Agreement:
    same = sum(first == second for first, second in values)
    return Agreement(field, len(values), same, kappa(values))


def kappa(values: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa of pairs of values; None where chance alone gives full agreement, or there are none."""
    number = len(values)
    if not number:
        return None
    firsts, seconds = Counter(first for first, _ in values), Counter(second for _, second in values)
    chance = sum(firsts[value] * seconds[value] for value in firsts) / number**2
    seen = sum(first == second for first, second in values) / number
    return None if chance == 1 else (seen - chance) / (1 - chance)
