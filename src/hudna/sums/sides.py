"""The sides that report: «الجانب الروسي», «والتركي 5», «رصدت تركيا 5»."""

from __future__ import annotations

from collections.abc import Sequence

from hudna.arabic.letters import fold
from hudna.sums.forms import load_forms
from hudna.sums.items import COMMAS, OPENING, Item
from hudna.sums.phrases import Label

_RECORDER_REACH = 16
_OPENERS = frozenset({"ان", "بان"})
_TIMES = frozenset({"خلال", "منذ", "امس", "اليوم", "قد", "كانت", "كان"})
_ENDS_RECORDER = frozenset({"report", "total", "daily", "of", "break", "negation"})
_NO_RECORDER = _ENDS_RECORDER | {"in", "place_head", "direction", "each", "source", "result"}
_DATED = frozenset({"daily", "month"})
_SOURCES, _SOURCE_WAY = frozenset({"بحسب", "حسب", "وفق", "وفقا"}), 5
_OBJECTS = ("ها", "ه")
"""Endings of a verb whose object is the figure before it."""
_PEERS = frozenset({"الروسي", "الروس", "التركي", "الاتراك", "الايراني"})
"""«العسكريون الروس والأتراك»: one name of both sides."""
_PEOPLES = frozenset({"الروس", "الاتراك"})

Side = tuple[int, int, Label]
"""(first item, item after the last, name)."""


def is_side(name: str) -> bool:
    """Whether a folded name is that of a reporting side («الجانب الروسي»)."""
    return bool(name) and load_forms().has_role(name.split()[0], "side_head")


def state_of(name: str) -> str:
    """The state that a folded name of a reporting side stands for («الجانب الروسي», «موسكو»: روسيا), or nothing."""
    words = name.split()[: 2 if is_side(name) else 1]
    return load_forms().states.get(words[-1], "") if words else ""


def is_same_side(one: str | None, other: str | None) -> bool:
    """«المراقبون الروس» and «الطرف الروسي» are one side: sides are told apart by their states."""
    if one is None or other is None:
        return one is other
    state = state_of(fold(one))
    return one == other or (bool(state) and state == state_of(fold(other)))


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
        if named or not (following.kind == "word" and _is_adjective(following)):
            return at + 2 if named else at
        both = items[at + 2].conjoined and items[at + 2].form in _PEERS
        return at + 3 if both else at + 2
    if item.number is not None or item.unit is not None or item.roles - {"side_name"}:
        return at
    beside = following.number is not None and not following.lead
    before = items[at - 1] if at else None
    if "side_name" in item.roles or (item.kind == "place" and item.form in names):
        reported = before is not None and bool(before.roles & {"report", "report_present"})
        reported = reported or (item.conjoined and _is_her_verb(following))
        return at + 1 if (beside or reported) and (before is None or "in" not in before.roles) else at
    if seen and beside and item.conjoined and _is_adjective(item):
        return at + 1
    return at


def _is_her_verb(item: Item) -> bool:
    """«وتركيا سجلت», not «وموسكو رصد مركزها»: names of states are feminine."""
    return "record" in item.roles and not item.lead and (item.form[-1] == "ت" or item.form[0] == "ت")


def recorder_of(items: Sequence[Item], figure: int) -> tuple[int, int] | None:
    """Who records a figure: the offsets of «غرفة العمليات» in «سجلت غرفة العمليات 9 خروقات», «بأن الغرفة سجلت 9»."""
    figure -= figure > 0 and items[figure - 1].form in OPENING
    figure -= figure > 0 and items[figure - 1].form in COMMAS
    figure = _before_source(items, figure)
    figure = _before_date(items, figure) if items[figure].form in COMMAS else figure
    for at in range(figure - 1, max(figure - _RECORDER_REACH, -1), -1):
        item = items[at]
        if "record" in item.roles and not item.lead.endswith("ل"):
            before = _before_date(items, at)
            return _name_between(items, at + 1, figure) or _name_between(items, _clause_start(items, before), before)
        if item.kind not in ("word", "place"):
            return None
    return None


def recorded_after(items: Sequence[Item], after: int, sides: Sequence[Side]) -> Side | None:
    """«17 انتهاكا، مقابل 11 انتهاكا رصدها الجانب التركي»: the side that records a figure stands after it."""
    verb = items[after]
    if "record" not in verb.roles or not verb.form.endswith(_OBJECTS):
        return None
    return next((side for side in sides if side[0] == after + 1), None)


def _before_source(items: Sequence[Item], end: int) -> int:
    """«سجلت الوزارة، بحسب بيانها، 20 خرقا»: where a source begins that is her own."""
    for at in range(end - 1, max(end - _SOURCE_WAY, 0), -1):
        if items[at - 1].form in COMMAS and items[at].form in _SOURCES:
            own = items[end - 1].form.endswith(("ها", "هم", "ه"))
            return at - 1 if own and at < end - 1 else end
    return end


def _before_date(items: Sequence[Item], verb: int) -> int:
    """«المركز، الجمعة 2 سبتمبر/أيلول، رصد 6»: where the date and the commas before a verb begin."""
    start = verb
    while start > 0 and (_is_dated(items[start - 1]) or items[start - 1].form in COMMAS):
        start -= 1
    return start if any(_is_dated(item) for item in items[start:verb]) else verb


def _is_dated(item: Item) -> bool:
    return item.kind == "date" or bool(item.roles & _DATED)


def _clause_start(items: Sequence[Item], verb: int) -> int:
    start = verb
    while start > 0 and items[start - 1].kind in ("word", "place") and items[start - 1].form not in _OPENERS:
        start -= 1
    return start


def _name_between(items: Sequence[Item], first: int, last: int) -> tuple[int, int] | None:
    """The noun phrase that fills a stretch of items up to a word of time or of reporting; None for anything else."""
    end = first
    while end < last and end - first < _RECORDER_REACH and not items[end].roles & _ENDS_RECORDER:
        if items[end].form in _TIMES:
            break
        end += 1
    if end == first or items[first].lead not in ("", "و"):
        return None
    described = items[first].kind == "place" and end > first + 1 and items[first + 1].form.startswith("ال")
    if not described and not _names(items[first]):
        return None
    if not any(item.kind == "place" or item.form.startswith("ال") for item in items[first:end]):
        return None
    follows = first > 0 and items[first - 1].kind == "word"
    return items[first].start - (len(items[first].lead) if follows else 0), items[end - 1].end


def _names(item: Item) -> bool:
    return item.kind == "word" and item.unit is None and not item.roles & _NO_RECORDER


def _is_adjective(item: Item) -> bool:
    if item.form in _PEOPLES:
        return True
    return len(item.form) > 4 and item.form.startswith("ال") and item.form.endswith(("ي", "يه", "يون", "يين"))
