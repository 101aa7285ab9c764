"""Zero by negation: «لم يرصد الجانب التركي أي خرق», «دون تسجيل أي انتهاك»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hudna.sums.forms import Unit
from hudna.sums.items import COMMAS, Item

_VERB_WITHIN = 4
_OBJECT_WITHIN, _ASKED_WITHIN = 14, 20
"""Items between a verb and its object, and its object with «أي»."""
_BARE_WITHIN = 5
"""An object without «أي» stands near its verb."""


@dataclass(slots=True)
class Zero:
    """A tally told as none: the object that is denied, and where it stands."""

    unit: Unit | None
    unit_start: int
    unit_end: int
    start: int
    end: int
    whole_start: int
    at: int
    asked: int = 0
    """The index of the denied object."""


def zero_of(items: Sequence[Item]) -> Zero | None:
    """The first denied tally of a row of items."""
    for at, item in enumerate(items[:-1]):
        if "negation" not in item.roles:
            continue
        verb = _verb_after(items, at)
        found = _object_after(items, verb) if verb else None
        if found is not None:
            found.asked = found.at - ("any" in items[found.at - 1].roles)
            found.whole_start, found.at = item.start, at
            return found
    return None


def _verb_after(items: Sequence[Item], at: int) -> int:
    for ahead in range(at + 1, min(at + _VERB_WITHIN, len(items) - 1)):
        if "confirming" in items[ahead].roles:
            return 0
        if items[ahead].roles & {"report_present", "being"}:
            return ahead
        if items[ahead].kind in ("mark", "number"):
            return 0
    return 0


def _object_after(items: Sequence[Item], at: int) -> Zero | None:
    for ahead in range(at + 1, min(at + _ASKED_WITHIN, len(items) - 1)):
        item = items[ahead]
        if ahead - at >= _OBJECT_WITHIN and "any" not in items[ahead - 1].roles:
            continue
        if "nothing" in item.roles:
            return Zero(None, 0, 0, item.start, item.end, item.start, ahead)
        if item.number is not None or (item.kind == "mark" and item.form in COMMAS):
            return None
        if item.unit is None or item.definite or item.lead or item.plurality == "two":
            continue
        before = items[ahead - 1]
        asked = "any" in before.roles
        bare = "being" not in items[at].roles and ahead - at <= _BARE_WITHIN and "in" not in before.roles
        if not asked and not bare:
            return None
        start, end = before.start if asked else item.start, item.end
        following = items[ahead + 1].unit
        if item.unit.group == "case" and following is not None and following.group in ("violation", "act"):
            return Zero(item.unit, item.start, items[ahead + 1].end, start, items[ahead + 1].end, start, ahead)
        if item.unit.group == "violation" or (item.unit.group == "act" and asked):
            return Zero(item.unit, item.start, end, start, end, start, ahead)
    return None
