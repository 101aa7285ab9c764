"""Zero by negation: «لم يرصد الجانب التركي أي خرق», «دون تسجيل أي انتهاك»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hudna.sums.forms import Unit
from hudna.sums.items import COMMAS, Item

_VERB_WITHIN = 4
_OBJECT_WITHIN = 14


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


def zero_of(items: Sequence[Item]) -> Zero | None:
    """The first denied tally of a row of items."""
    for at, item in enumerate(items[:-1]):
        if "negation" not in item.roles:
            continue
        verb = _verb_after(items, at)
        found = _object_after(items, verb) if verb else None
        if found is not None:
            found.whole_start, found.at = item.start, at
            return found
    return None


def _verb_after(items: Sequence[Item], at: int) -> int:
    for ahead in range(at + 1, min(at + _VERB_WITHIN, len(items) - 1)):
        if "report_present" in items[ahead].roles:
            return ahead
        if items[ahead].kind in ("mark", "number"):
            return 0
    return 0


def _object_after(items: Sequence[Item], at: int) -> Zero | None:
    for ahead in range(at + 1, min(at + _OBJECT_WITHIN, len(items) - 1)):
        item = items[ahead]
        if "nothing" in item.roles:
            return Zero(None, 0, 0, item.start, item.end, item.start, ahead)
        if item.number is not None or (item.kind == "mark" and item.form in COMMAS):
            return None
        if item.unit is None or item.definite or item.plurality == "two":
            continue
        start = items[ahead - 1].start if "any" in items[ahead - 1].roles else item.start
        following = items[ahead + 1]
        named = item.unit.group in ("violation", "act")
        if item.unit.group == "case" and following.unit is not None and following.unit.group in ("violation", "act"):
            return Zero(item.unit, item.start, following.end, start, following.end, start, ahead)
        if named:
            return Zero(item.unit, item.start, item.end, start, item.end, start, ahead)
    return None
