"""Figures of people harmed, and of breaches by those who did them: what befell them, and whose each figure is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hudna.records import Figure
from hudna.sums.items import BULLETS, COMMAS, EQUALS, Item
from hudna.sums.names import NameReader
from hudna.sums.phrases import Label
from hudna.sums.quantity import Quantity

_HARM_WAY = 4
"""Items between a figure and the word that tells the harm."""
_HEADING = 7
"""Items of the name that a line of a list begins with."""
_LONGEST_DOER = 7
_THEM = "هم"
"""The pronoun of «30 قتلتهم قوات النظام»."""
_ASIDE_WAY = 18
"""Items of «(بينهم طفل وسيدتان)» between a figure and «على يد»."""
_NO_HEADING = frozenset({"report", "total", "whole", "daily", "grand", "carry"})
_PERCENT = frozenset("%٪")
BREACHES = "violations"
"""Breaches are told here only by those who did them; `groups` reads them by place and by kind."""
HARMED = frozenset({"killed", "wounded"})


@dataclass(slots=True)
class Toll:
    """One figure of people or of breaches by their doers: its harm, the words that tell it, and whose it is."""

    quantity: Quantity
    harm: str
    kind: Label | None
    label: Label | None
    shared: bool = False
    """«منهم 38 قتيلا»."""
    sentence: int = 0

    @property
    def value(self) -> Figure:
        """What it adds to a sum: «شهيد في كل من حماة والرقة» is two."""
        return self.quantity.value * (len(self.quantity.places) if self.quantity.each else 1)


class TollReader(NameReader):
    """Reads the figures of people in one row of items."""

    def tolls(self, quantities: Sequence[Quantity], last: Toll | None, *, line: bool) -> list[Toll]:
        """All of them, in order; `last` is the one before this sentence, whose harm a bare figure goes on with."""
        read = {quantity.start: quantity for quantity in quantities}
        heading = self._heading() if line else None
        found: list[Toll] = []
        floor = 0
        for at in range(len(self._items) - 1):
            quantity = self._quantity(at, read) if at >= floor else None
            if quantity is None:
                continue
            harm, kind = self._harm(quantity, at, floor)
            before = found[-1] if found else last
            if not harm and before is not None:
                harm = before.harm
            if not harm:
                floor = quantity.close
                continue
            label = heading or self._label(quantity, at, floor, found[-1] if found else None, harm)
            label = label or (self._rest_of_line(quantity) if line and not found else None)
            shared = any("of" in item.roles for item in self._items[floor : quantity.begin])
            found.append(Toll(quantity, harm, kind, label, shared))
            floor = max(quantity.close, at + 1)
        return found

    def _heading(self) -> Label | None:
        """«- محافظة الجنوب: 5 شهداء و38 جريحا»: the name that a line gives to all its figures."""
        first = 1 if self._items[0].form in BULLETS else 0
        for at in range(first, min(first + _HEADING, len(self._items) - 1)):
            item = self._items[at]
            if item.number is not None or item.form in COMMAS:
                return None
            if item.form in EQUALS and at > first and self._items[at + 1] is not self._items[-1]:
                named = self._phrases.before(at, first)
                plain = all(not one.roles & _NO_HEADING for one in self._items[first:at])
                return named[0] if named is not None and plain and named[0].by in ("place", "actor") else None
        return None

    def _rest_of_line(self, quantity: Quantity) -> Label | None:
        """«- 9 شهداء بانفجار لغم»: the cause that a line of a list gives after its figure, up to its end."""
        last = len(self._items) - 1
        while last > quantity.after and self._items[last - 1].kind == "mark":
            last -= 1
        cause = self._items[quantity.after : last]
        plain = all(item.kind in ("word", "place") and item.number is None for item in cause)
        if quantity.begin > 2 or not cause or len(cause) > _HEADING or not plain:
            return None
        return self._named_harm(cause[0].start, cause[-1].end)

    def _quantity(self, at: int, read: dict[int, Quantity]) -> Quantity | None:
        """The figure that begins at an item, where it may count people."""
        item = self._items[at]
        known = read.get(item.start)
        if item.number is not None:
            if known is None or known.begin > at:
                known = self._bare(at)
            return known if known is not None and self._may_count_people(known) else None
        if item.unit is None or item.unit.group != "person" or item.definite:
            return None
        if item.plurality == "two":
            return known if known is not None and item.form not in self._forms.among else None
        return self._one(at) if item.plurality == "one" else None

    def _bare(self, at: int) -> Quantity | None:
        number = self._items[at].number
        if number is None or number.value is None or number.kind != "cardinal" or self._is_clock_or_age(at):
            return None
        quantity = self._figure(at, number.value, "figure")
        close = self._in_brackets(at) or at + 1
        quantity.after = quantity.close = close
        if self._items[close].unit is not None and not self._items[close].lead:
            quantity.counts(self._items[close])
            quantity.after = quantity.close = close + 1
        self._label_after(quantity, quantity.after)
        return quantity

    def _may_count_people(self, quantity: Quantity) -> bool:
        """Not a share by age or sex («بينهم 3 أطفال»), not hours, houses or breaches."""
        if quantity.unit is not None and quantity.unit.group not in ("person", "case", "violation"):
            return False
        counted = self._items[quantity.begin + 1] if quantity.shape != "dual" else self._items[quantity.begin]
        before = self._items[quantity.begin - 1] if quantity.begin else counted
        if quantity.value == 1 and before.form in self._forms.among:
            return False
        if self._is_share(quantity, counted) or counted.form in _PERCENT:
            return False
        plain = counted.kind == "word" and not counted.roles and counted.unit is None and not counted.conjoined
        harmed = self._befell(counted) or self._befell(before)
        return not plain or quantity.unit is not None or bool(harmed)

    def _is_share(self, quantity: Quantity, counted: Item) -> bool:
        following = self._items[quantity.after] if quantity.unit is None else counted
        return counted.form in self._forms.among or following.form in self._forms.among

    def _one(self, at: int) -> Quantity | None:
        """«وشهيد في بريتال», «إصابة شخص»: one, told without a numeral."""
        item, before = self._items[at], self._items[at - 1] if at else None
        if item.unit is None or "result" in item.roles or item.form in self._forms.among:
            return None
        if before is not None and before.number is not None and not item.lead:
            return None
        listed = item.conjoined or (before is not None and before.form in COMMAS | EQUALS)
        harmed = before is not None and bool(self._befell(before)) and not item.lead
        if not (harmed or (listed and item.unit.what in HARMED)):
            return None
        quantity = self._figure(at, 1, "single")
        quantity.weak = True
        quantity.counts(item)
        number = self._items[at + 1].number
        quantity.after = quantity.close = at + 1 + (number is not None and number.value == 1)
        self._label_after(quantity, quantity.after, way=3)
        return quantity

    def _harm(self, quantity: Quantity, at: int, floor: int) -> tuple[str, Label | None]:
        """What befell them, and the words that tell it: the counted word, the case, the verb before or after."""
        unit = quantity.unit
        first, last = quantity.unit_start, quantity.unit_end
        if unit is not None and unit.what in HARMED:
            return unit.what, self._named_harm(first, last)
        if unit is not None and unit.group == "violation":
            return BREACHES, self._named_harm(first, last)
        near = self._items[quantity.begin + 1 : min(quantity.after + 2, len(self._items))]
        told = next((item for item in near if self._befell(item)), None)
        if told is not None and unit is not None and unit.group == "case":
            return self._befell(told), self._named_harm(first, told.end)
        begin = min(at, quantity.begin)
        for back in range(begin - 1, max(begin - _LONGEST_DOER, floor - 1), -1):
            item = self._items[back]
            harm = self._befell(item)
            if harm and (begin - back <= _HARM_WAY or self._doer(back + 1, begin) is not None):
                return harm, self._named_harm(item.start, item.end)
        if told is not None:
            return self._befell(told), self._named_harm(told.start, told.end)
        return "", None

    def _befell(self, item: Item) -> str:
        """The harm that a word tells («استشهاد», «عدد المصابين»); «وفاة» begins with no «و»."""
        counted = item.unit is not None and item.definite and item.unit.what in HARMED
        return item.unit.what if counted and item.unit is not None else self._forms.harm_of(item.lead + item.form)

    def _named_harm(self, start: int, end: int) -> Label:
        return Label(" ".join(self._text[start:end].split()), start, end, "kind")

    def _label(self, quantity: Quantity, at: int, floor: int, before: Toll | None, harm: str) -> Label | None:
        """Whose figure it is: the place or doer after it, or before it."""
        begin = min(at, quantity.begin)
        done = quantity.actors[0] if quantity.actors else self._doer_after(quantity)
        if done is not None:
            return done
        harmed = next((n for n in range(begin - 1, floor - 1, -1) if self._befell(self._items[n])), None)
        if harmed is not None and harmed < begin - 1:
            doer = self._doer(harmed + 1, begin)
            if doer is not None:
                return doer
        if harm == BREACHES and (before is None or before.label is None or before.label.by != "actor"):
            return None
        if quantity.places:
            return None if quantity.places[0].wide else quantity.places[0]
        named = self._place_between(floor, begin)
        if named is not None:
            return None if named.wide else named
        if before is None:
            return None
        if before.label is not None and before.label.by == "actor":
            while floor < begin and (self._items[floor].form in COMMAS or "of" in self._items[floor].roles):
                floor += 1
            return self._doer(floor, begin) if self._items[floor].conjoined else None
        if before.harm != harm and not any(self._items[n].kind == "mark" for n in range(floor, begin)):
            return before.label
        return None

    def _doer_after(self, quantity: Quantity) -> Label | None:
        """«106 (بينهم طفل وسيدتان) على يد قوات النظام»: who did it, behind the shares by age and sex."""
        for at in range(quantity.after, min(quantity.after + _ASIDE_WAY, len(self._items) - 1)):
            item = self._items[at]
            if "agent" in item.roles or (at == quantity.after and item.form.endswith(_THEM) and self._befell(item)):
                actor = self._phrases.actor(at + 1)
                return actor[0] if actor is not None else None
            share = item.form in self._forms.among or self._items[at + 1].form in self._forms.among
            share = share or self._items[at - 1].form in self._forms.among
            if item.roles & {"break", "report"} or ((item.number is not None or item.plurality == "two") and not share):
                return None
        return None

    def _place_between(self, first: int, last: int) -> Label | None:
        found = None
        at = first
        while at < last:
            phrase = self._phrases.place(at) if self._phrases.begins_place(at) else None
            if phrase is None or phrase.next > last:
                at += 1
                continue
            found = phrase.labels[0] if len(phrase.labels) == 1 else None
            at = max(phrase.next, at + 1)
        return found

    def _doer(self, first: int, last: int) -> Label | None:
        """«قوات النظام» of «قتلت قوات النظام 31», «والقوات الروسية 12»: nothing but a name between verb and figure."""
        actor = self._phrases.actor(first, joined=self._items[first].lead == "و") if last > first else None
        if actor is None or actor[1] < last:
            return None
        return actor[0]
