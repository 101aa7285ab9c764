"""Quantities of a sentence: each figure with what it counts and the place, kind or side that it belongs to."""

from __future__ import annotations

from typing import cast

from hudna.arabic.letters import fold
from hudna.records import Qualifier
from hudna.sums.items import CLOSING, COMMAS, EQUALS, OPENING
from hudna.sums.phrases import Label
from hudna.sums.quantity import COUNTED, TALLIED, Quantity
from hudna.sums.row import RowReader

_BLOCKING = frozenset({"of", "whole", "partial", "plus", "break", "result"})
_PASSED = frozenset({"filler", "in", "kind_word", "hit"})
_HOLDS_NAMES = frozenset({"في", "داخل", "قرب"})
"""Prepositions after which an unknown word of a list is taken for a place."""
_LONGEST_ASIDE = 14
_SOURCE, _LONGEST_WAY = 5, 18
"""Items in which «من مواقع …» may tell where fire came from, and between a counted word and its place."""


class QuantityReader(RowReader):
    """Reads the quantities of one row of items, left to right."""

    def read(self) -> list[Quantity]:
        """All quantities of the row."""
        found: list[Quantity] = []
        at = 0
        end = len(self._items) - 1
        while at < end:
            quantity = self._at(at, found[-1] if found else None)
            if quantity is None:
                at += 1
                continue
            found.append(quantity)
            self._floor = at = max(quantity.close, at + 1)
        return found

    def _at(self, at: int, last: Quantity | None) -> Quantity | None:
        item = self._items[at]
        if item.number is not None:
            return self._number(at)
        if item.unit is None:
            if "one_of" in item.roles:
                return self._another(at, last, first=True)
            return self._another(at, last) if "another" in item.roles else None
        if item.definite or (item.unit.group not in COUNTED and "times" not in item.roles):
            return None
        if item.plurality == "two":
            return self._dual(at)
        return self._single(at, last) if item.plurality == "one" else None

    def _number(self, at: int) -> Quantity | None:
        number = self._items[at].number
        if number is None or number.value is None or number.kind not in ("cardinal", "range"):
            return None
        if self._is_clock_or_age(at):
            return None
        bracket = self._in_brackets(at)
        if bracket:
            named = self._phrases.before(at - 1, self._floor)
            if named is not None:
                return self._bracketed(at, bracket, named)
        quantity = self._figure(at, number.value, "figure")
        quantity.qualifier = cast(Qualifier, number.qualifier)
        after = self._unit_after(quantity, bracket or at + 1)
        counted = quantity.unit is not None or self._unit_before(quantity, at)
        if not counted and number.weak and not self._followed_by_place(after):
            return self._name_before(quantity, at)
        if quantity.unit is not None and quantity.unit.group == "thing":
            return None
        quantity.after = quantity.close = after
        self._label_after(quantity, after)
        if not quantity.labelled:
            self._name_before(quantity, at)
        return quantity

    def _bracketed(self, at: int, close: int, named: tuple[Label, int]) -> Quantity:
        label, begin = named
        number = self._items[at].number
        assert number is not None and number.value is not None
        quantity = self._figure(at, number.value, f"{label.by}_in_parentheses")
        quantity.qualifier = cast(Qualifier, number.qualifier)
        quantity.begin = begin
        quantity.belongs_to(label)
        inside = self._items[at + 1]
        if inside.unit is not None:
            quantity.counts(inside)
        following = self._items[close]
        if inside.unit is None and following.unit is not None and not following.lead and not following.definite:
            quantity.counts(following)
            close += 1
        quantity.close = quantity.after = close
        return quantity

    def _unit_after(self, quantity: Quantity, at: int) -> int:
        """Take the counted word after a figure, with the kind in it («عملية توغل»); the index after it."""
        item = self._items[at]
        if item.form == "عدد" and not item.lead and self._items[at + 1].definite:
            counted = self._items[at + 1]
            if counted.unit is not None and counted.unit.group in TALLIED:
                quantity.counts(counted)
                return at + 2
        if item.unit is None or item.lead or (item.definite and item.unit.group != "thing"):
            return at
        if "times" in item.roles and self._counts_breaches(quantity, at):
            return at + 1
        quantity.counts(item)
        return self._kind_of_unit(quantity, at)

    def _kind_of_unit(self, quantity: Quantity, at: int) -> int:
        item, following = self._items[at], self._items[at + 1]
        if following.form in self._forms.peaceful:
            quantity.unit = self._forms.units["object"]
            return at + 2
        kind = None
        if item.unit is None or item.unit.group == "act":
            kind = self._phrases.kind(at)
        elif item.unit.group == "case" and following.unit is not None and not following.lead:
            if following.unit.group == "violation":
                quantity.unit_end = following.end
                quantity.breach = True
                quantity.unit = following.unit if item.unit.id != "case" else item.unit
                return at + 2
            kind = self._phrases.kind(at + 1) if following.unit.group == "act" else None
        elif item.unit.group == "case":
            kind = self._phrases.other_kind(at + 1)
        if kind is None:
            return at + 1
        quantity.kinds.append(kind[0])
        return kind[1]

    def _unit_before(self, quantity: Quantity, at: int) -> bool:
        """«حالة إطلاق نار واحدة», «خرقا واحدا», «الخروقات الـ188»: the counted word stands before its figure."""
        before = self._items[at - 1]
        if at > self._floor and before.definite and before.unit is not None and before.unit.group in TALLIED:
            number = self._items[at].number
            if number is not None and number.definite:
                quantity.counts(before)
                return True
        if quantity.value not in (1, 2):
            return False
        wanted = "one" if quantity.value == 1 else "two"
        for back in range(at - 1, max(at - 5, self._floor - 1), -1):
            item = self._items[back]
            if item.unit is not None and item.unit.group in COUNTED and item.plurality == wanted and not item.definite:
                if item.unit.group == "act" and back > self._floor and self._is_counted_case(back - 1):
                    continue
                quantity.counts(item)
                quantity.start, quantity.begin = item.start, back
                self._kind_of_unit(quantity, back)
                return True
            if not (item.roles & {"kind_word", "filler"} or item.unit is not None):
                return False
        return False

    def _dual(self, at: int) -> Quantity | None:
        item = self._items[at]
        quantity = self._figure(at, 2, "dual")
        quantity.start = item.start
        quantity.counts(item)
        after = self._kind_of_unit(quantity, at)
        counted = "times" in item.roles and self._counts_breaches(quantity, at)
        if not counted and quantity.unit is not None and quantity.unit.group == "thing":
            return None
        number = self._items[after].number
        if number is not None and number.value == 2:
            quantity.end = self._items[after].end
            after += 1
        quantity.after = quantity.close = after
        self._label_after(quantity, after)
        if not quantity.labelled:
            self._name_before(quantity, at)
        return quantity

    def _single(self, at: int, last: Quantity | None) -> Quantity | None:
        """«وحالة في حلب» in a list: one, told without a numeral."""
        item = self._items[at]
        joined = item.conjoined or (at > 0 and self._items[at - 1].form in (*COMMAS, "و"))
        if last is None or item.unit is None:
            return None
        if item.unit.group == "act":
            return self._told_once(at)
        if not joined or item.unit.group not in ("violation", "case"):
            return None
        for ahead in range(at + 1, at + 5):
            if self._items[ahead] is self._items[-1] or "in" in self._items[ahead].roles:
                break
            if self._items[ahead].number is not None:
                return None
        quantity = self._figure(at, 1, "single")
        quantity.weak = True
        quantity.counts(item)
        quantity.after = quantity.close = self._kind_of_unit(quantity, at)
        self._label_after(quantity, quantity.after, way=3)
        told = quantity.places or (quantity.kinds and item.unit.group == "violation")
        return quantity if told else None

    def _another(self, at: int, last: Quantity | None, first: bool = False) -> Quantity | None:
        """«وأخرى في حلب» in a list, «أحدهما في حلب»: one more."""
        item = self._items[at]
        joined = item.conjoined or (at > 0 and self._items[at - 1].form in (*COMMAS, "و"))
        if last is None or not (joined or first) or not self._followed_by_place(at + 1):
            return None
        quantity = self._figure(at, 1, "another")
        quantity.weak = True
        self._label_after(quantity, at + 1)
        return quantity if quantity.places else None

    def _name_before(self, quantity: Quantity, at: int) -> Quantity | None:
        """«دمشق 3», «دمشق: 3», «في دمشق 3 خروقات»."""
        end = min(at, quantity.begin)
        colon = end > self._floor and self._items[end - 1].form in EQUALS
        if colon:
            end -= 1
        elif self._items[end].lead:
            return None
        else:
            end = self._before_verb(end, quantity)
        if end <= self._floor:
            return None
        named = self._phrases.before(end, self._floor)
        if named is None:
            return None
        label, begin = named
        before = self._items[begin - 1] if begin else None
        listed = before is None or before.kind == "mark" or self._items[begin].conjoined
        governed = listed or (before is not None and "in" in before.roles)
        if not colon and quantity.unit is not None and not governed:
            return None
        if label.wide or (label.by == "place" and not label.known and not colon) or label.by == "side":
            return None
        if fold(label.name) in self._forms.side_names:
            return None
        quantity.belongs_to(label)
        quantity.begin = begin
        quantity.shape = f"{label.by}_then_figure"
        return quantity

    def _before_verb(self, end: int, quantity: Quantity) -> int:
        """Step back over «منها» («تعز منها 22») and over a verb that opens a list («في حلب سجلت 8 وفي إدلب 5»)."""
        place = self._items[end - 2] if end - 2 >= self._floor else None
        if place is None or place.kind != "place":
            return end
        roles = self._items[end - 1].roles
        opens = end >= 3 and "in" in self._items[0].roles and end <= 4 and quantity.unit is not None
        return end - 1 if "of" in roles or ("report" in roles and opens) else end

    def _label_after(self, quantity: Quantity, at: int, way: int = _LONGEST_WAY) -> None:
        """Find the place or kind that follows a figure and its counted word, within its clause."""
        i = at
        sourced = False
        while i - at <= way:
            item = self._items[i]
            if item is self._items[-1]:
                break
            following = self._items[i + 1]
            if "of" in item.roles and i == at and following.number is None and following.plurality != "two":
                quantity.of = True
                i += 1
                continue
            if item.kind == "mark" or item.number is not None or item.plurality == "two":
                onward = self._pass(quantity, i)
                if onward == i:
                    break
                i = onward
                continue
            if item.roles & _BLOCKING and "filler" not in item.roles:
                break
            reached = self._place_at(quantity, i, i == at or "hit" in self._items[i - 1].roles)
            if reached is not None:
                quantity.close = reached
                return
            if (not quantity.kinds and quantity.unit is None) or (quantity.unit and quantity.unit.group == "violation"):
                kind = self._kind_with(quantity, i)
                if kind is not None:
                    quantity.kinds.append(kind[0])
                    quantity.close = i = kind[1]
                    continue
            sourced = sourced or ("source" in item.roles and i == at)
            if quantity.unit is None and not item.roles & _PASSED and not (sourced and i - at <= _SOURCE):
                break
            i += 1

    def _pass(self, quantity: Quantity, at: int) -> int:
        """The index after a bracket without figure, a munition or a stretch of time; `at` when the clause ends."""
        item = self._items[at]
        if item.form in OPENING and self._items[at + 1].number is None:
            for end in range(at + 1, min(at + _LONGEST_ASIDE, len(self._items))):
                if self._items[end].form in CLOSING:
                    return end + 1
            return at
        if item.plurality == "two" and item.unit is not None:
            return at + 1 if item.unit.group == "thing" else at
        if item.number is None:
            return at
        counted = self._items[at + 1]
        timed = at > 0 and self._items[at - 1].unit is not None and self._is_clock_or_age(at)
        if counted.unit is not None and counted.unit.group == "thing":
            if counted.unit.id != "time" and item.lead.endswith("ب") and not quantity.kinds:
                kind = self._phrases.kind(at + 1)
                if kind is not None:
                    quantity.kinds.append(kind[0])
                    quantity.close = kind[1]
                    return kind[1]
            return at + 2
        return at + 1 if timed else at

    def _place_at(self, quantity: Quantity, at: int, adjacent: bool) -> int | None:
        """Take the place that begins at an item; the index after it, or None when there is none."""
        item = self._items[at]
        start = at
        inside = "in" in item.roles and "place_head" not in item.roles
        if inside:
            start = at + 1
        if "each" in self._items[start].roles and (inside or self._items[start].lead == "ب"):
            return self._each(quantity, start + 1)
        begins = self._phrases.begins_place(start)
        beside = adjacent and not item.conjoined
        governed = begins and (beside or item.lead[-1:] in ("ب", "ل") or "direction" in item.roles)
        if not (inside or governed):
            return None
        phrase = self._phrases.place(start, unknown=inside and item.form in _HOLDS_NAMES)
        if phrase is None and inside:
            phrase = self._phrases.place_within(start)
        if phrase is None:
            return None
        if self._phrases.is_figure_ahead(phrase.next):
            quantity.close = at
            return at
        quantity.places = phrase.labels
        quantity.many = phrase.many
        if quantity.shape == "figure":
            quantity.shape = "figure_in_place"
        elif quantity.shape == "dual":
            quantity.shape = "dual_in_place"
        return phrase.next

    def _each(self, quantity: Quantity, at: int) -> int | None:
        """«في كل من حلب وحماة»: the places of a distributive figure; None when they have figures of their own."""
        phrase = self._phrases.places_of_each(at)
        if phrase is None or not phrase.labels:
            return None if phrase is None else at
        quantity.places = phrase.labels
        quantity.each = True
        return phrase.next

    def _kind_with(self, quantity: Quantity, at: int) -> tuple[Label, int] | None:
        """«بقصف مدفعي», «بالأعيرة النارية», «135 إطلاق نار»: the kind that a figure is told with."""
        item = self._items[at]
        named = (item.unit is not None and item.unit.group == "act") or "kind_head" in item.roles
        if not named or (item.lead not in ("ب", "وب") and not (quantity.unit is None and not item.lead)):
            return None
        return self._phrases.kind(at)
