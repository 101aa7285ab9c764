"""Whether a list of parts can belong to a total, and whether it is told as all of it."""

from __future__ import annotations

from collections.abc import Sequence

from hudna.arabic.letters import fold
from hudna.sums.items import Item
from hudna.sums.quantity import TALLIED, Quantity
from hudna.sums.totals import PartList, Total

_LITTLE_MORE = 1.1
"""How far the sum of the parts may go beyond a total told as «أكثر من»."""
_IN_NUMBER = frozenset({"لعدد", "بعدد", "عدد", "نحو"})
_MOST_WAY = 6
"""Words after «معظم» in which the place of most breaches is named."""


def leave_most_open(items: Sequence[Item], totals: Sequence[Total]) -> None:
    """«(7 في إدلب و4 في حمص)، ومعظم الخروقات كانت في حلب»: a place without a figure is told of after the list."""
    if not totals or not totals[-1].lists:
        return
    group = totals[-1].lists[-1]
    named = {fold(label.name) for member in group.members for label in member.places}
    for at in range(group.members[-1].close, len(items) - 1):
        if "most" in items[at].roles:
            following = items[at + 1 : at + 1 + _MOST_WAY]
            if any(item.kind == "place" and item.form not in named for item in following):
                group.cue = "partial"
            return


def makes(group: PartList, total: Total) -> bool:
    """Whether the parts make a total, told exactly or as «أكثر من ثلاثة آلاف»."""
    if total.value is None or total.quantity is None or total.quantity.qualifier not in ("more_than", "at_least"):
        return group.fits(total.value)
    return group.fits(total.value) or (
        len(group.members) > 1 and total.value < group.sum() <= _LITTLE_MORE * total.value
    )


def is_another_tally(group: PartList, total: Total, joined: bool) -> bool:
    """«111 انتهاكا، مقابل 19 انتهاكا في عدن»: one more figure of the same counted word is no part but by its sum."""
    member = group.members[0]
    several = len(group.members) > 1
    if several and not (joined and total.value is not None and group.sum() > total.value):
        return False
    if group.cue or member.shape not in ("figure", "figure_in_place"):
        return False
    counted = all(unit is not None and unit.group == "violation" for unit in (member.unit, total.unit))
    return counted and total.value is not None and total.value > member.value and not group.fits(total.value)


def lies_in_one_place(total: Total) -> bool:
    """«222 خرقا في دونيتسك»: other places that are told later are no parts of it."""
    quantity = total.quantity
    return quantity is not None and len(quantity.places) == 1 and not quantity.places[0].wide


def is_unknown(member: Quantity) -> bool:
    """«113 خرقا داخل المملكة»: a tally whose one place nobody knows is a total of its own rather than a part."""
    counted = member.unit is not None and member.unit.group == "violation"
    return counted and bool(member.places) and not member.kinds and not any(label.known for label in member.places)


def is_restricted(items: Sequence[Item], group: PartList) -> bool:
    """«أما خروقات القوات عبر الاعتقال فتوزعت …»: a list of some of the violations, not of a total told before."""
    before = items[: group.members[0].begin]
    counted = next((n for n, item in enumerate(before) if item.unit is not None and item.unit.group in TALLIED), None)
    return counted is not None and any(item.roles & {"means", "agent"} for item in before[counted:])


def is_list_line(items: Sequence[Item], pending: Sequence[PartList], *, listing: bool) -> bool:
    """Whether a line holds one named figure and nothing that is told: «- حلب: 3»."""
    if len(pending) != 1 or len(pending[0].members) != 1:
        return False
    member = pending[0].members[0]
    told = any(item.roles & {"report", "result"} for item in items)
    wide = not listing and any(label.wide for label in member.places)
    ends = member.close >= len(items) - 3 or (listing and bool(member.kinds))
    return member.begin <= 3 and ends and not told and not wide


def counts_alike(quantity: Quantity, other: Quantity | Total) -> bool:
    """Whether both count people or both count something else; a bare figure goes with either."""
    if quantity.unit is None or other.unit is None:
        return True
    return (quantity.unit.group == "person") == (other.unit.group == "person")


def total_before(quantity: Quantity, current: Total | None, totals: Sequence[Total]) -> Total | None:
    """«125 خرقا أسفرت عن 94 شهيدا، بواقع 52 عملية قصف و9 توغلات»: the total that people told in passing stand after."""
    passing = current is not None and current.unit is not None and current.unit.group == "person"
    if not passing or not quantity.kinds or quantity.unit is None or quantity.unit.group not in ("case", "act"):
        return None
    for total in reversed(totals):
        if total.unit is not None and total.unit.group == "violation":
            return total if not total.lists and (total.value or 0) > quantity.value else None
    return None


def skips_things(items: Sequence[Item], first: int, last: int) -> bool:
    """«توزعت بين إطلاق 52 صاروخا و451 قذيفة، و29 عملية تعزيز»: shares of a total told in things stand before a part."""
    for at in range(first, last - 1):
        item, thing = items[at], items[at + 1].unit
        if item.number is None or item.lead not in ("", "و") or thing is None or thing.group != "thing":
            continue
        if (thing.id != "time" or "times" in items[at + 1].roles) and items[at - 1].form not in _IN_NUMBER:
            return True
    return False


def is_nameless_part(quantity: Quantity, begun: PartList | None, total: Total | None, roles: set[str]) -> bool:
    """«منها 44 خرقا في حلب و43 في حماة، و25 خرقا على مواقع متفرقة، و18 في إدلب»: a part whose name nobody knows."""
    if begun is None or begun.cue not in ("of", "whole") or quantity.labelled or quantity.unit is None:
        return False
    if quantity.unit.group != "violation" or "and" not in roles or roles - {"and", "comma", "mark"}:
        return False
    told = begun.members[-1]
    placed = len(begun.members) > 1 and all(member.places for member in begun.members)
    if not placed or (told.unit is not None and told.unit is not quantity.unit):
        return False
    return total is None or total.value is None or begun.sum() + quantity.value <= total.value


def is_headed(quantity: Quantity, between: Sequence[Item]) -> bool:
    """«، وبلغت الانتهاكات في عدن 448 جريمة»: a new sum of its own, not the next part."""
    summed = any("total" in item.roles and "filler" not in item.roles for item in between)
    if not summed or not quantity.tally:
        return False
    return any(item.definite and item.unit is not None and item.unit.group in TALLIED for item in between)


def turns_to_next(quantity: Quantity, begun: PartList, current: Total | None) -> bool:
    """«222 خرقا في حلب، بينها 135 قصفا، و648 خرقا في حماة»: the total of the next place, no part."""
    total = current.quantity if current is not None else None
    if total is None or not total.places or not quantity.places or quantity.unit is None:
        return False
    kinds = all(member.kinds and not member.places for member in begun.members)
    return kinds and quantity.unit is total.unit and quantity.unit.group == "violation"


def goes_on_after_break(quantity: Quantity, between: Sequence[Item], begun: PartList, total: Total | None) -> bool:
    """«بلغت في حيس 28 خرقا، فيما بلغت في البرح 21 خرقا»: the next part of a list, where nobody else records it."""
    first, value = begun.members[0], total.value if total is not None else None
    if quantity.actors and first.actors and value is not None:
        return sum(member.value for member in begun.members) + quantity.value <= value
    if not quantity.places or not first.places or any("report" in item.roles for item in between):
        return False
    if total is not None and value is not None:
        return begun.sum() + begun.value(quantity) <= value and counts_alike(quantity, total)
    return not begun.cue and quantity.unit is first.unit is not None


def first_part(total: Total, older: Sequence[Total]) -> PartList | None:
    """«رصد 32 خرقا. وسجل 15 خرقا في منطقة إدلب و10 في حماة و7 في حلب»: parts of the total told just before them."""
    first, group = total.quantity, total.lists[0] if len(total.lists) == 1 else None
    if group is None or group.cue or first is None or not first.places or first.unit is None:
        return None
    bare = all(member.places and member.unit is None for member in group.members)
    summed = first.value + group.sum()
    held = [other for other in older if total.sentence - other.sentence <= 1 and not other.lists]
    if not bare or group.fits(first.value) or all(other.value != summed for other in held):
        return None
    return PartList([first, *group.members])


def share_told(group: PartList, total: Total) -> Quantity | None:
    """«897 خرقا، في جازان 205 وفي اليمن 692، تمثلت في 600 في تعز و92 في مأرب»: parts of a part."""
    if not total.lists or len(group.members) == 1 or group.sum() == total.value:
        return None
    members = total.lists[-1].members
    last = members[-1]
    if group.cue != "whole" and not (group.cue == "partial" and all(member.actors for member in members)):
        return None
    if not group.fits(last.value):
        return None
    if last.unit is None and last.actors:
        last.unit = total.unit
        if len(members) == 1:
            total.lists.pop()  # «277 منها على يد القوات، معظمها في حماة …»: a total that has parts of its own
    return last if last.tally else None


def is_told_again(group: PartList, total: Total) -> bool:
    """«رصد 750 انتهاكا … رصدنا 750 انتهاكا جويا و250 بريا»: the first of a list, told before it, is no total."""
    same = any(member.value == total.value for member in group.members)
    return same and len(group.members) > 1 and total.value is not None and group.sum() > total.value


def is_more_than(group: PartList, total: Total) -> bool:
    """«شنت 46 هجوما … شملت 900 عملية قصف»: one figure that is larger is no part, nor are those beside it."""
    largest = max((member.value for member in group.members), default=0)
    return total.value is not None and (len(group.members) == 1 or not group.cue) and largest > total.value


def lists_on(items: Sequence[Item], first: Quantity, rest: PartList) -> bool:
    """«3 خروقات في حماة وخرقان في إدلب وخرق في حلب»: each counts its violations, so the first is no total."""
    joined = items[rest.members[0].begin].conjoined and bool(first.places)
    counted = all(member.unit is not None for member in rest.members)
    return joined and (counted or (first.places[0].known and not first.places[0].wide and not first.many))
