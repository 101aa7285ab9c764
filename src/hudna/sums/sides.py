"""The sides that report: «الجانب الروسي», «والتركي 5», «رصدت تركيا 5»."""

from __future__ import annotations

from collections.abc import Sequence

from hudna.sums.items import Item
from hudna.sums.phrases import Label

Side = tuple[int, int, Label]
"""(first item, item after the last, name)."""


def sides_of(text: str, items: Sequence[Item], names: frozenset[str]) -> list[Side]:
    """The sides named in a row of items, in order. `names` are the folded names of states that report like sides."""
    found: list[Side] = []
    for at, item in enumerate(items[:-1]):
        if found and at < found[-1][1]:
            continue
        end = _side_end(items, at, bool(found), names)
        if end > at:
            stop = items[end - 1].end
            found.append((at, end, Label(" ".join(text[item.start : stop].split()), item.start, stop, "side")))
    return found


def _side_end(items: Sequence[Item], at: int, seen: bool, names: frozenset[str]) -> int:
    item, following = items[at], items[at + 1]
    if "side_head" in item.roles:
        named = following.kind == "place" and following.form in names
        return at + 2 if named or (following.kind == "word" and _is_adjective(following)) else at
    if item.number is not None or item.unit is not None or item.roles - {"side_name"}:
        return at
    beside = following.number is not None and not following.lead
    before = items[at - 1] if at else None
    if "side_name" in item.roles or (item.kind == "place" and item.form in names):
        reported = before is not None and "report" in before.roles
        return at + 1 if (beside or reported) and (before is None or "in" not in before.roles) else at
    if seen and beside and item.conjoined and _is_adjective(item):
        return at + 1
    return at


def _is_adjective(item: Item) -> bool:
    return len(item.form) > 4 and item.form.startswith("ال") and item.form.endswith(("ي", "يه", "يون", "يين"))
