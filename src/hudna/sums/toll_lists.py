"""Lists of people harmed, told by place or by doer, that make a total told anywhere near.

Casualties are told in freer words than violations: line by line with the dead and the wounded of each province, with a
verb for each perpetrator, with the total before or after. Here a list is believed by its sum alone: three named figures
or more of one harm that stand one after another and add up exactly to a figure of the same harm.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from hudna.arabic.letters import fold
from hudna.records import Figure
from hudna.sums.forms import Forms, Unit
from hudna.sums.items import Item
from hudna.sums.phrases import By
from hudna.sums.quantity import Quantity, plain_figure
from hudna.sums.tolls import BREACHES, HARMED, Toll, TollReader
from hudna.sums.totals import PartList, Total

_FEWEST = 3
"""Parts that make a list by their sum."""
_MANY, _NEARLY = 5, 0.9
"""Parts from which on a sum this near to the total makes a list that does not add up."""
_LONGEST, _WINDOW = 40, 120
"""Parts of a list, and figures before or after a total among which it is looked for."""
_REACH = 6
"""Sentences between a total and the list that makes it."""
_GAP = 2
"""Sentences between one part and the next."""
_SKIPPED = 8
"""Named figures of the same harm between a total and its list."""
_SURE = 50
"""A total from which on two parts by their doers make a list."""


@dataclass(slots=True)
class TollBook:
    """All figures of people of a document, in order."""

    text: str
    forms: Forms
    _tolls: list[Toll] = field(default_factory=list)
    _rests: set[int] = field(default_factory=set)
    """The sentences that tell a rest without figure («والباقي في درعا»)."""

    def sentence(self, items: Sequence[Item], quantities: Sequence[Quantity], number: int, *, line: bool) -> None:
        """Take the figures of one sentence; `line` says that it is a line of its own."""
        last = self._tolls[-1] if self._tolls and number - self._tolls[-1].sentence <= _GAP else None
        if any("rest" in item.roles for item in items):
            self._rests.add(number)
        for toll in TollReader(self.text, items, self.forms).tolls(quantities, last, line=line):
            toll.sentence = number
            self._tolls.append(toll)

    def starts(self) -> set[int]:
        """Where the figures of people begin."""
        return {toll.quantity.start for toll in self._tolls if toll.harm != BREACHES}

    def lists(self) -> list[tuple[Toll, list[Toll]]]:
        """The totals with the figures that make them."""
        able = list(self._of_dead_and_wounded())
        for harm in ("killed", "wounded", "captured", BREACHES):
            row = [toll for toll in self._tolls if toll.harm == harm]
            for at, total in enumerate(row):
                if not _may_be_total(total):
                    continue
                after, before = row[at + 1 : at + _WINDOW], row[max(at - _WINDOW, 0) : at][::-1]
                parts = _run(total, after) or _run(total, before) or self._all_but_run(total, after)
                if parts:
                    able.append((total, sorted(parts, key=lambda part: part.quantity.start)))
        taken: set[int] = set()
        found: list[tuple[Toll, list[Toll]]] = []
        for total, parts in sorted(able, key=lambda pair: (-len(pair[1]), -pair[0].quantity.start)):
            starts = {total.quantity.start, *(part.quantity.start for part in parts)}
            if not taken & starts:
                taken |= starts
                found.append((total, parts))
        return found

    def _of_dead_and_wounded(self) -> Iterator[tuple[Toll, list[Toll]]]:
        """«89 ضحية، منهم 38 قتيلا و51 جريحا»: the dead and the wounded that make one figure of the sentence."""
        for total, one, other in zip(self._tolls, self._tolls[1:], self._tolls[2:], strict=False):
            near = total.sentence == one.sentence == other.sentence and one.shared
            told = total.kind is not None and {one.harm, other.harm} == HARMED
            if near and told and one.kind and other.kind and total.quantity.value == one.value + other.value:
                yield total, [replace(one, label=one.kind), replace(other, label=other.kind)]

    def _all_but_run(self, total: Toll, row: Sequence[Toll]) -> list[Toll]:
        """The many named figures right after a total that all but make it: sums of bulletins are often off."""
        parts: list[Toll] = []
        for toll in row:
            if toll.label is None or toll.sentence - (parts[-1] if parts else total).sentence > 1:
                break
            parts.append(toll)
        summed = sum(toll.value for toll in parts)
        near = _NEARLY * total.quantity.value <= summed < total.quantity.value
        whole = near and total.label is None and not self._rests & {toll.sentence for toll in parts}
        return parts if whole and len(parts) >= _MANY else []


def _may_be_total(toll: Toll) -> bool:
    return toll.kind is not None and toll.quantity.value >= _FEWEST


def _run(total: Toll, row: Sequence[Toll]) -> list[Toll]:
    """The first figures of a row, going away from the total, that follow each other and make it."""
    named = [toll for toll in row if toll.label is not None]
    for first in range(min(_SKIPPED, len(named))):
        if abs(named[first].sentence - total.sentence) > _REACH:
            return []
        parts = _reaching(named[first : first + _LONGEST], total.quantity.value)
        if parts and not _goes_on(named, first, first + len(parts)) and _are_enough(parts, total):
            return parts
    return []


def _reaching(named: Sequence[Toll], value: Figure) -> list[Toll]:
    """The figures from the first on whose sum is a value; each name only once."""
    summed: Figure = 0
    names: set[str] = set()
    for at, toll in enumerate(named):
        name = fold(toll.label.name) if toll.label is not None else ""
        if name in names or (at and abs(toll.sentence - named[at - 1].sentence) > _GAP):
            return []
        names.add(name)
        summed += toll.value
        if summed >= value:
            return list(named[: at + 1]) if summed == value else []
    return []


def _are_enough(parts: Sequence[Toll], total: Toll) -> bool:
    """Whether so many parts do not add up by chance; a total with a name of its own may be one of other parts."""
    size = sum(len(part.quantity.places) if part.quantity.each else 1 for part in parts)
    done = all(part.label is not None and part.label.by == "actor" for part in parts)
    sure = done and total.quantity.value >= _SURE
    return size >= _FEWEST - sure + (total.label is not None)


def _goes_on(named: Sequence[Toll], first: int, last: int) -> bool:
    """Whether figures of the same sentence stand before or after some of them: a list is taken whole."""
    inside = {toll.sentence for toll in named[first:last]}
    beyond = [*named[max(first - 1, 0) : first], *named[last : last + 1]]
    return any(toll.sentence in inside and not toll.shared for toll in beyond)


def part_list(parts: Sequence[Toll]) -> PartList:
    """A list of parts that is believed by its sum."""
    told = [toll.label.by for toll in parts if toll.label is not None]
    by: By = max(told, key=told.count)
    for toll in parts:
        if toll.label is not None and not toll.quantity.each:
            toll.quantity.labels(by)[:] = [replace(toll.label, by=by)]
    return PartList([toll.quantity for toll in parts], "whole", by, exact=True)


def add_tolls(totals: list[Total], book: TollBook) -> None:
    """Give the lists of people to their totals; what was read as another list or total of the same figures goes."""
    people = book.starts()
    for total in totals:
        if total.quantity is not None and total.quantity.start in people and not _counts_cases(total):
            total.lists = [group for group in total.lists if _is_told_of(group, total)]
    told = {total.quantity.start: total for total in totals if total.quantity is not None}
    listed: dict[int, list[Total]] = {}
    for total in totals:
        for member in (member for group in total.lists for member in group.members):
            listed.setdefault(member.start, []).append(total)
    gone: set[int] = set()
    for toll, parts in book.lists():
        starts = {part.quantity.start for part in parts}
        owner = told.get(toll.quantity.start)
        for total in (total for start in starts for total in listed.get(start, ())):
            total.lists = [one for one in total.lists if not any(member.start in starts for member in one.members)]
            if total.implicit and not total.lists:
                gone.add(id(total))
        gone.update(id(told[start]) for start in starts if start in told and told[start] is not owner)
        if owner is None:
            owner = _total(toll, book.forms)
            totals.append(owner)
        owner.lists = [part_list(parts)]
    totals[:] = [total for total in totals if id(total) not in gone]


def _counts_cases(total: Total) -> bool:
    """«بلغ الإجمالي 20 حالة، وقتل جندي», with its parts by place: no figure of people."""
    cases = total.unit is not None and total.unit.group == "case"
    return cases and all(len(group.members) > 1 and group.by == "place" for group in total.lists)


def _is_told_of(group: PartList, total: Total) -> bool:
    """Whether a list of people is the total's by its sum or its cue; more people than the total are of another."""
    if total.value is None or group.fits(total.value):
        return True
    return group.cue == "whole" or (bool(group.cue) and group.sum() <= total.value)


def _total(toll: Toll, forms: Forms) -> Total:
    quantity = toll.quantity
    unit: Unit | None = quantity.unit
    start, end = quantity.unit_start, quantity.unit_end
    if unit is None or unit.group != "person":
        unit, start, end = forms.units.get(toll.harm, forms.units["people"]), 0, 0
    return Total(quantity, plain_figure(quantity.value), unit, start, end, "daily", None, toll.sentence)
