"""Puts the quantities of a document together: which is a total, which are its parts, where a list begins and ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hudna.sums.belonging import (
    first_part,
    is_list_line,
    is_more_than,
    is_restricted,
    is_told_again,
    is_unknown,
    leave_most_open,
    lies_in_one_place,
    makes,
)
from hudna.sums.items import Item
from hudna.sums.quantity import TALLIED, Quantity
from hudna.sums.scope import SentenceScope
from hudna.sums.sides import Side, is_same_side, recorder_of
from hudna.sums.toll_lists import TollBook, add_tolls
from hudna.sums.totals import PartList, Total, series_of
from hudna.sums.zeros import Zero

_REACH = 3
"""Sentences over which a list may follow its total."""
_FAR = 8
"""Sentences over which more than a few parts may follow a total that they make exactly."""
_FEW, _NEARLY = 2, 0.9
"""A list of more parts than this belongs to a total of which it tells this share."""
_PAUSE = 2
"""Sentences from one kind of a list to the next, where each has a sentence of its own."""
_FOILED = "attempt"
"""The unit of attempts: a part of a tally, but no tally by itself («صدت القوات أربع محاولات تسلل»)."""
_SHARED = 2
"""A lone figure above this that is told of «كل من» several places is their total, not the figure of each."""


class Grouper:
    """Reads sentence after sentence; keeps the totals to which a later list may belong."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._totals: list[Total] = []
        self._sentence = -1
        self._lines: PartList | None = None
        self._running: tuple[PartList, Total, int] | None = None
        self._announced = -2
        self._latest = -1 - _REACH
        self.zeros: list[Zero] = []
        self.line = False

    @property
    def listing(self) -> bool:
        """Whether this sentence is a line that may belong to a list of lines."""
        return self.line and (self._lines is not None or self._announced == self._sentence)

    @property
    def may_go_on(self) -> bool:
        """Whether the next sentence may still add parts to a total that stands before it."""
        return self._sentence + 1 - self._latest <= _REACH

    def skip(self) -> None:
        """Pass over a sentence that tells no figure."""
        self._sentence += 1
        if not self.line:
            self._close_lines()

    def sentence(self, items: Sequence[Item], quantities: Sequence[Quantity], sides: Sequence[Side]) -> None:
        """Take the quantities of the next sentence."""
        told = len(self._totals)
        self._read(items, quantities, sides)
        if len(self._totals) > told or self._lines is not None:
            self._latest = self._sentence

    def _read(self, items: Sequence[Item], quantities: Sequence[Quantity], sides: Sequence[Side]) -> None:
        listing = self.listing
        self._sentence += 1
        work = SentenceScope(self._text, items, sides, self._sentence)
        for quantity in quantities:
            work.take(quantity)
        pending = work.close()
        for total in list(work.totals):
            group = first_part(total, self._totals)
            if group is not None:
                work.totals.remove(total)
                pending.append(group)
        sided = bool(sides)
        self._note_partial(items, quantities)
        for zero in self.zeros:
            self._totals.append(self._zero(zero, sides))
            self._totals[-1].recorder = recorder_of(items, zero.asked)
        self.zeros.clear()
        if self.line and not work.totals and not sided and is_list_line(items, pending, listing=listing):
            if self._lines is not None or not self._goes_on(pending[0]):
                self._line(pending[0], items)
            return
        after = quantities[-1].close if quantities else 0
        if items[-2].form == ":" and any("whole" in item.roles for item in items[after:]):
            self._announced = self._sentence
        if quantities or not self.line:
            self._close_lines()
        for total in work.totals:
            for group in total.lists:
                group.settle(total.value)
                if group.cue == "whole":
                    self._running = (group, total, self._sentence)
        leave_most_open(items, work.totals)
        self._sum_up(items, work.totals)
        older = list(self._totals)
        self._totals.extend(work.totals)
        for group in pending:
            self._attach(group, work, older, any(first <= group.members[0].begin for first, _, _ in sides))

    def _sum_up(self, items: Sequence[Item], totals: Sequence[Total]) -> None:
        """«سجلت 8 حالات في حلب و6 في إدلب. وبلغ إجمالي الحالات 14»: a sum in the sentence after its parts."""
        if not (self._totals and totals) or any("cumulative" in item.roles for item in items):
            return
        last, total = self._totals[-1], totals[0]
        if not last.implicit or self._sentence - last.sentence != 1 or total.lists or total.quantity is None:
            return
        summed = last.lists[0].sum()
        grand = any("grand" in item.roles for item in items[: total.quantity.begin])
        if not grand or total.value is None or not _NEARLY * total.value <= summed <= total.value / _NEARLY:
            return
        total.lists, total.series = last.lists, "daily"
        total.side, total.recorder = total.side or last.side, total.recorder or last.recorder
        self._totals.pop()

    def _note_partial(self, items: Sequence[Item], quantities: Sequence[Quantity]) -> None:
        """«من بين الخروقات …»: what follows is no whole list, even when its figures stand in the next sentence."""
        if self._totals and any("partial" in item.roles for item in items):
            named = any(item.unit is not None and item.definite and item.unit.group in TALLIED for item in items)
            last = self._totals[-1]
            near = self._sentence - last.sentence <= _REACH
            if near and last.lists and any("rest" in item.roles for item in items):
                last.lists[-1].cue = "partial"
            if near and named and not last.lists:
                last.partial = True

    def _zero(self, zero: Zero, sides: Sequence[Side]) -> Total:
        near = [label.name for first, _, label in sides if label.start < zero.end]
        after = [label.name for first, _, label in sides if label.start >= zero.end]
        side = near[-1] if near else after[0] if after else None
        total = Total(None, 0, zero.unit, zero.unit_start, zero.unit_end, "daily", side, self._sentence, zero=True)
        total.spans = [(zero.start, zero.end), (zero.whole_start, zero.end)]
        return total

    def _line(self, group: PartList, items: Sequence[Item]) -> None:
        """A line of a list: goes on with the lines before it."""
        group.settle(None)
        if self._lines is None:
            self._lines = group
            announced = self._announced == self._sentence - 1
            target = self._open(group, self._totals, near=_REACH if announced else 2)
            group.cue = "whole" if announced else group.cue
            if target is None:
                target = self._implicit(group, items)
                self._totals.append(target)
            else:
                target.lists.append(group)
            self._lines_of = target
        else:
            self._lines.members.extend(group.members)
        self._lines_of.sentence = self._sentence
        self._running = (self._lines, self._lines_of, self._sentence)

    def _close_lines(self) -> None:
        self._lines = None

    def _attach(self, group: PartList, work: SentenceScope, older: list[Total], sided: bool) -> None:
        """Give a list without total in its own sentence to an earlier total, or leave its total implicit."""
        first = group.members[0]
        group.settle(None)
        target = None
        if self._completes(group):
            return
        if len(group.members) == 1 and first.each and first.value > _SHARED and not first.apiece:
            group.collective = all(total.value != group.sum() for total in older)
        if not sided and not group.collective and (len(group.members) > 1 or group.cue or first.each):
            target = self._open(group, older, near=_REACH if group.cue else 1) or self._nearly(group, older)
        elif group.side is not None and not group.side_only:
            target = self._of_side(group, older)
        if target is not None and len(group.members) == 1 and is_unknown(first) and not group.fits(target.value):
            target = None
        if target is not None and not group.fits(target.value) and is_restricted(work.items, group):
            target = None
        if target is None and self._goes_on(group):
            return
        if target is not None and self._follows(group, target):
            self._running = (group, target, self._sentence)
            fewer = target.value is not None and group.sum() < _NEARLY * target.value
            if not group.cue and (target.partial or fewer or group.by == "kind"):
                group.cue = "partial"
            target.lists.append(group)
        elif len(group.members) > 1 or (first.each and (first.apiece or first.value <= _SHARED)):
            implicit = self._implicit(group, work.items)
            implicit.side = group.side
            implicit.series = series_of(work.items, first, 0)[0]
            self._totals.append(implicit)
        elif first.unit is not None and not first.weak and (first.unit.group in TALLIED or group.collective):
            self._totals.append(work.total(first, group.side))

    def _completes(self, group: PartList) -> bool:
        """«كما سجل 59 خرقا في حلب»: the rest of a list that a sentence before has begun, where the sum fits."""
        total = self._totals[-1] if self._totals else None
        begun = total.lists[-1] if total is not None and total.lists else None
        if total is None or begun is None or begun.by != "place" or group.by != "place" or group.cue == "whole":
            return False
        told_last = self._running is not None and self._running[0] is begun
        since = self._running[2] if told_last and self._running is not None else total.sentence
        near = not total.implicit and self._sentence - since <= (_REACH if total.partial else 1)
        if not near or begun.sum() + group.sum() != total.value:
            return False
        begun.members.extend(group.members)
        total.sentence = self._latest = self._sentence
        return True

    def _nearly(self, group: PartList, totals: list[Total]) -> Total | None:
        """A total some sentences back that three parts or more all but add up to; sums of bulletins are often off."""
        summed = group.sum()
        for total in reversed(totals):
            value = total.value
            if value is None or total.unit is None or total.unit.group not in ("violation", "person") or total.lists:
                continue
            person = total.unit.group == "person"
            if person and (len(group.members) <= _FEW or not self._counts_people(group)):
                continue
            exact = person or len(group.members) <= _FEW
            near = summed == value if exact else _NEARLY * value <= summed <= value
            reach = _FAR if summed == value and len(group.members) > _FEW else _REACH
            if value > _SHARED and len(group.members) > 1 and near and self._in_reach(total, reach):
                return total
        return None

    @staticmethod
    def _counts_people(group: PartList) -> bool:
        return any(member.unit is not None and member.unit.group == "person" for member in group.members)

    def _goes_on(self, group: PartList) -> bool:
        """«توزعت بين 40 حالة قصف. كما رصد المكتب 12 توغلا.»: the next kind of a list that began a sentence before."""
        kinds = all(member.kinds and member.unit is not None for member in group.members)
        if self._running is None or group.cue or not kinds:
            return False
        begun, total, sentence = self._running
        more = sum(member.value for member in group.members)
        fits = total.value is not None and begun.sum() + more <= total.value
        if begun.by != "kind" or begun.cue != "whole" or self._sentence - sentence > _PAUSE or not fits:
            return False
        begun.members.extend(group.members)
        begun.gap = True
        self._running = (begun, total, self._sentence)
        return True

    def _of_side(self, group: PartList, totals: list[Total]) -> Total | None:
        """The total that the same side or the opening has told before, where the parts add up to it."""
        summed = group.sum()
        for total in reversed(totals):
            if total.value != summed or total.lists:
                continue
            opens = total.side is None and total.sentence <= 1 and len(group.members) > 1 and summed > _SHARED
            if opens or (is_same_side(total.side, group.side) and self._in_reach(total, _REACH)):
                return total
        return None

    def _open(self, group: PartList, totals: list[Total], near: int) -> Total | None:
        """The most recent total that can own a list: of the same value as its sum first."""
        unit = next((member.unit for member in group.members if member.unit is not None), None)
        person = unit is not None and unit.group == "person"
        able = [
            total
            for total in totals
            if self._in_reach(total, near)
            and (total.unit is not None and total.unit.group == "person") == person
            and all(have.by != group.by for have in total.lists)
            and not is_told_again(group, total)
            and (group.cue or group.by != "place" or not lies_in_one_place(total) or makes(group, total))
        ]
        aside = len(group.members) == 1 and group.cue == "partial"
        if not able or (aside and totals[-1].lists and totals[-1] is not able[-1]):
            return None  # «من بين الخروقات 3 محاولات في مقبنة», after the parts by place: no share of an older total
        summed = group.sum()
        latest = able[-1].sentence
        same = [total for total in able if makes(group, total)]
        if same:
            return same[-1]
        told_last = [total for total in able if total.sentence == latest]
        held = [total for total in told_last if total.value is not None and total.value >= summed] or told_last[:1]
        return next((total for total in held if total.series == "daily"), held[0])

    def _follows(self, group: PartList, total: Total) -> bool:
        """A list in a later sentence is believed for violations; for others only by its cue or its sum."""
        unit = total.unit
        tallied = unit is None or (unit.group in ("violation", "case", "act") and unit.id != "raid")
        return tallied or bool(group.cue) or group.sum() == total.value

    def _in_reach(self, total: Total, near: int) -> bool:
        reach = _REACH if total.partial else near
        return bool(total.value) and not total.implicit and self._sentence - total.sentence <= reach

    def _implicit(self, group: PartList, items: Sequence[Item]) -> Total:
        first = next((member for member in group.members if member.unit is not None), group.members[0])
        unit, start, end = first.unit, first.unit_start, first.unit_end
        heading = next((item for item in items if item.unit is not None and item.unit.group == "violation"), None)
        if unit is None and heading is not None:
            unit, start, end = heading.unit, heading.start, heading.end
        total = Total(None, None, unit, start, end, "daily", None, self._sentence)
        total.lists.append(group)
        total.recorder = recorder_of(items, group.members[0].begin)
        total.implicit = True
        return total

    def finish(self, book: TollBook) -> list[tuple[Total, PartList | None]]:
        """All totals with each of their lists, in the order of the text."""
        found: list[tuple[Total, PartList | None]] = []
        add_tolls(self._totals, book)
        for total in self._totals:
            for group in list(total.lists):
                group.settle(total.value)
                group.end_where_complete(total.value)
                self._give_up(group, total)
        for total in self._totals:
            total.lists = [
                group
                for group in total.lists
                if group.belongs_to(total.unit, total.value) and not is_more_than(group, total)
            ]
            if total.unit is not None and total.unit.id == _FOILED and total.side is None:
                continue
            if total.implicit:
                total = _settle_implicit(total)
            if total.lists:
                found.extend((total, group) for group in total.lists)
            elif not total.implicit and self._stands_alone(total):
                found.append((total, self._single_place(total)))
        return sorted(found, key=lambda pair: pair[0].start())

    def _give_up(self, group: PartList, total: Total) -> None:
        """«23 عملية … تضمنت 15 إطلاق نار، منها 14 في إدلب و9 في حلب»: parts too many for one total make another."""
        if group.cue != "of" or total.value is None or group.sum() <= total.value:
            return
        for other in reversed(self._totals):
            near = 0 <= total.sentence - other.sentence <= _REACH
            if other is not total and near and not other.lists and _is_tally(other) and other.value == group.sum():
                total.lists.remove(group)
                other.lists.append(group)
                return

    def _stands_alone(self, total: Total) -> bool:
        if total.zero or total.unit is None or total.unit.group == "violation":
            return True
        quantity = total.quantity
        if quantity is None or total.unit.group != "case":
            return False
        return quantity.breach or any(kind.known for kind in quantity.kinds)

    def _single_place(self, total: Total) -> PartList | None:
        """«3 خروقات في محافظة دمشق»: the whole total lies in one place."""
        quantity = total.quantity
        if quantity is None or quantity.each or quantity.many or len(quantity.places) != 1:
            return None
        if total.unit_end <= quantity.start:
            return None  # «خرقت القوات الهدنة في حلب 3 مرات»: the place is that of the verb
        label = quantity.places[0]
        if total.side is None or label.wide or not label.known or total.series == "cumulative":
            return None
        return PartList([quantity])


def _is_tally(total: Total) -> bool:
    return total.unit is not None and total.unit.group in TALLIED


def _settle_implicit(total: Total) -> Total:
    """Parts without a total need two of them, counted in violations; a lone figure is a total of its own."""
    members = [member for group in total.lists for member in group.members]
    counted = total.unit is not None and total.unit.group in ("violation", "case")
    labels = [label for group in total.lists for member in group.members for label in group.labels(member)]
    if labels and all(label.by == "kind" and not label.known for label in labels):
        return replace(total, lists=[])
    if counted and (len(members) > 1 or any(member.each for member in members)):
        return total
    if len(members) == 1 and counted and members[0].unit is not None:
        return replace(total, quantity=members[0], value=members[0].value, lists=[], implicit=False)
    return replace(total, lists=[])
