"""The state of a claim after its decisions. Pure: what is kept and how is none of its business.

Decisions are taken in their order. A decision that is undone counts for nothing; an undo can be undone itself, and the
decision counts again. The last of accept and reject wins over the other; a correction takes a rejection back, as its
person looked at the claim and mended it. A claim is «corrected» while any correction counts, even where it was
accepted before or after.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from hudna.labels import TYPES
from hudna.recorded import Review


class DecisionRow(Protocol):
    """What the state needs of a decision."""

    @property
    def pk(self) -> int:
        """Its number: later decisions have greater ones."""
        ...

    action: str
    field: str | None
    new: Any
    undoes_id: int | None


@dataclass(frozen=True, slots=True)
class ClaimState:
    """What people have decided about a claim: its review, the corrected fields in JSON form, the last note."""

    review: Review = "unreviewed"
    corrections: Mapping[str, Any] = field(default_factory=dict)
    note: str | None = None


UNREVIEWED = ClaimState()
Row = TypeVar("Row", bound=DecisionRow)


def counting(decisions: Iterable[Row]) -> list[Row]:
    """The decisions that count, in their order: neither undone nor undos."""
    undone: set[int] = set()
    found: list[Row] = []
    for decision in sorted(decisions, key=lambda row: row.pk, reverse=True):
        if decision.pk in undone:
            continue
        if decision.action == "undo":
            if decision.undoes_id is not None:
                undone.add(decision.undoes_id)
        else:
            found.append(decision)
    return found[::-1]


def claim_state(decisions: Sequence[DecisionRow]) -> ClaimState:
    """The state that a claim's decisions leave it in."""
    verdict: Review = "unreviewed"
    corrections: dict[str, Any] = {}
    note: str | None = None
    for decision in counting(decisions):
        if decision.action == "accept":
            verdict = "accepted"
        elif decision.action == "reject":
            verdict = "rejected"
        elif decision.action == "correct" and decision.field:
            corrections[decision.field] = decision.new
            verdict = "corrected"
        elif decision.action == "note":
            note = decision.new
    if corrections and verdict == "accepted":
        verdict = "corrected"
    return ClaimState(verdict, corrections, note)


def standing(read: Mapping[str, Any], state: ClaimState) -> dict[str, Any] | None:
    """The JSON form of a claim with its corrections; None where there are none.

    A claim of another type takes the label of its type: the label of the word that was read names the wrong one.
    """
    if not state.corrections:
        return None
    label = TYPES.get(str(state.corrections.get("type")))
    neutral = {"neutral": {"ar": label.in_("ar"), "en": label.in_("en")}} if label else {}
    return {**read, **neutral, **state.corrections}
