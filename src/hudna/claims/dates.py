"""A date told once holds for the details of the same event (codebook: When)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from hudna.claims.draft import Draft
from hudna.claims.merge import MEANS

_REACH = 2
"""Over how many sentences a date is inherited."""
_WINDOW = 30
"""How many events back it is looked for."""
_SETTING = frozenset({"since", "year", "month", "season", "part_of_month", "vague"})
"""Kinds of date that place a whole story, not the details of one day."""


def inherit_dates(drafts: Sequence[Draft]) -> None:
    """Give each undated event the day of the event before it that it belongs to."""
    for index, draft in enumerate(drafts):
        if draft.date is not None or draft.status not in ("happened", "denied", "possible"):
            continue
        for other in reversed(drafts[max(0, index - _WINDOW) : index]):
            if draft.sentence - other.sentence > _REACH:
                break
            if other.date is not None and other.date.mention.kind not in _SETTING and _belongs(draft, other):
                draft.date = replace(other.date, rule="dates.inherited")
                break


def mark_future(drafts: Sequence[Draft], published: date | None) -> None:
    """What is dated after its publication is announced, not done."""
    if published is None:
        return
    for draft in drafts:
        first = draft.date.mention.start if draft.date is not None else None
        if first is not None and first > published and draft.status == "happened":
            draft.status, draft.status_rule = "future", "status.date_to_come"


def _belongs(draft: Draft, other: Draft) -> bool:
    family = draft.type == other.type or {draft.type, other.type} <= {*MEANS, "killing", "destruction"}
    if draft.sentence == other.sentence:
        return family
    shared = bool(_place_names(draft) & _place_names(other))
    return family and (shared or draft.definite)


def _place_names(draft: Draft) -> set[str]:
    return {place.hit.name.removeprefix("ال") for place in draft.places}
