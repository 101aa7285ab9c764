"""Quantities of a sentence: each figure with what it counts and the place, kind or side that it belongs to."""

from __future__ import annotations

from typing import cast

from hudna.records import Figure, Qualifier
from hudna.sums.items import CLOSING, JOINING, OPENING, Item
from hudna.sums.names import NameReader
from hudna.sums.phrases import Label
from hudna.sums.quantity import COUNTED, TALLIED, Quantity
from hudna.sums.row import is_munition

_OTHERS_WAY = 14
"""Items between the first of a list, told without a numeral, and the next figure."""
_DATE_WAY = 5
"""Items of a window of time after a figure."""


def _is_harm(item: Item) -> bool:
    """«حالة إصابة»: the harm is the kind of the case, and no people are counted."""
    return "harm" in item.roles and item.unit is not None and item.unit.group == "person"


class QuantityReader(NameReader):
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
            self._lists_actors = bool(quantity.actors)
            self._lists_kinds = bool(quantity.kinds)
            self._lists_places = bool(quantity.places)
            self._lists_times = self._lists_times or (quantity.tally and self._heads_times(quantity))
            self._floor = at = max(quantity.close, at + 1)
        return found

    def _at(self, at: int, last: Quantity | None) -> Quantity | None:
        item = self._items[at]
        if item.number is not None:
            return self._number(at)
        if "another_two" in item.roles and last is not None and last.value == 2:
            return self._another(at, last, value=2)
        if is_munition(item) and item.plurality in ("one", "two"):
            return self._shell(at, 2 if item.plurality == "two" else 1)
        if item.unit is None:
            if "one_of" in item.roles:
                return self._another(at, last, first=True)
            return self._another(at, last) if "another" in item.roles else None
        if item.definite or (item.unit.group not in COUNTED and "times" not in item.roles):
            return None
        bracketed = self._noun_in_brackets(at)
        if bracketed is not None:
            return bracketed
        if item.plurality == "two":
            return self._dual(at)
        return self._single(at, last) if item.plurality == "one" else None

    def _goes_on_in_times(self, at: int) -> bool:
        """«40 مرة في الحديدة و12 مرة في تعز», «8 مرات بإطلاق النار»: times of a list, told by place or kind."""
        return self._lists_times and ("in" in self._items[at].roles or self._items[at].lead == "ب")

    def _heads_times(self, quantity: Quantity) -> bool:
        """«خرقت الهدنة 52 مرة، 40 مرة في …», «5 مرات في حلب و3 مرات في حماة»: more times follow as parts."""
        if "times" not in self._items[quantity.after - 1].roles:
            return False
        following = self._items[quantity.close]
        more = (
            bool(quantity.places) and following.number is not None and "times" in self._items[quantity.close + 1].roles
        )
        after = quantity.after
        while after < quantity.after + _DATE_WAY and self._tells_when(self._items[after]):
            after += 1  # «19 مرة أمس، 8 مرات …», «14 مرة خلال الساعات الـ24 الماضية، منها 6 مرات …»
        return more or self._items[after].kind == "mark"

    @staticmethod
    def _tells_when(item: Item) -> bool:
        """A word of a day or a window, or the number of its hours («الـ24»)."""
        return "daily" in item.roles or item.kind == "date" or item.form == "ال"

    def _number(self, at: int) -> Quantity | None:
        number = self._items[at].number
        if number is None or number.value is None or number.kind not in ("cardinal", "range"):
            return None
        if self._is_clock_or_age(at) or self._is_one_of(at):
            return self._places_told(at, number.value)
        bracket = self._in_brackets(at)
        if bracket:
            named = self._phrases.before(at - 1, self._floor)
            following = self._items[bracket]
            alone = following.unit is None or bool(following.lead)
            if named is not None and (alone or (named[0].known and named[0].by == "place")):
                return self._bracketed(at, bracket, named)
        quantity = self._figure(at, number.value, "figure")
        quantity.qualifier = cast(Qualifier, number.qualifier)
        after = self._unit_after(quantity, bracket or at + 1)
        counted = quantity.unit is not None or self._unit_before(quantity, at)
        if not counted and number.weak:
            if self._describes_before(at):
                return None
            if not self._followed_by_place(after):
                return self._name_before(quantity, at)
        thing = quantity.unit is not None and quantity.unit.group == "thing"
        fired = thing and is_munition(self._items[after - 1])
        if fired and not self._lists_shells and self._heads_shells(quantity, after):
            return quantity
        if (thing or quantity.unit is None) and self._heads_other_list(after):
            quantity.foreign = True
            return quantity
        if thing and not (fired and self._lists_shells):
            return None
        quantity.after = quantity.close = after
        self._label_after(quantity, after)
        self._name_told_before(quantity, at)
        return quantity

    def _describes_before(self, at: int) -> bool:
        """«عملية إنسانية واحدة في حلب», «مهمة واحدة»: «one» only says of the noun before it that it is single."""
        item, before = self._items[at], self._items[at - 1]
        if at <= self._floor or item.conjoined or item.lead or before.kind != "word" or before.roles:
            return False
        single = item.form == "واحده" and before.form.endswith("ه") and not before.definite
        return single or before.form in self._forms.peaceful

    def _heads_shells(self, quantity: Quantity, after: int) -> bool:
        """«سقوط 6 قذائف من مواقع المسلحين، منها 4 في حلب وقذيفتان في حماة»: a figure of munitions and its parts."""
        if not self._shared_out(quantity.value, after):
            return False
        quantity.foreign = quantity.shells = self._lists_shells = True
        quantity.after = quantity.close = after
        return True

    def _shell(self, at: int, value: int) -> Quantity | None:
        """«قذيفتين، واحدة على حلب وأخرى على حماة», «منها 4 في حلب وقذيفتان في حماة»: munitions without a numeral."""
        item = self._items[at]
        quantity = self._figure(at, value, "dual" if value > 1 else "single")
        quantity.counts(item)
        if not self._lists_shells:
            return quantity if value > 1 and self._heads_shells(quantity, at + 1) else None
        if not item.conjoined or "in" not in self._items[at + 1].roles:
            return None
        quantity.weak = True
        self._label_after(quantity, at + 1)
        return quantity if quantity.places else None

    def _places_told(self, at: int, value: Figure) -> Quantity | None:
        """«8 مناطق هي 5 في السويداء و3 في حلب», «8 بلدات، 5 منها في حلب»: places that joined, parts of no tally."""
        governed = at > 0 and "in" in self._items[at - 1].roles
        counted = "many_head" in self._items[at + 1].roles and not self._items[at + 1].lead
        listed = "whole" in self._items[at + 2].roles and self._items[at + 3].number is not None if counted else False
        if governed or not (listed or (counted and self._opens_list(at + 2))):
            return None
        quantity = self._figure(at, value, "figure")
        quantity.foreign = True
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

    def _noun_in_brackets(self, at: int) -> Quantity | None:
        """«درعا (خرقان)», «حماة (خرق واحد)»: a figure told by the counted word alone."""
        item, close = self._items[at], at + 1
        value = {"one": 1, "two": 2}.get(item.plurality, 0)
        number = self._items[close].number
        close += number is not None and number.value == value
        if not (value and at > self._floor + 1 and item.unit is not None and item.unit.group in TALLIED):
            return None
        if self._items[at - 1].form not in OPENING or self._items[close].form not in CLOSING:
            return None
        named = self._phrases.before(at - 1, self._floor)
        if named is None or not named[0].known:
            return None
        quantity = self._figure(at, value, f"{named[0].by}_in_parentheses")
        quantity.begin = named[1]
        quantity.belongs_to(named[0])
        quantity.counts(item)
        quantity.close = quantity.after = close + 1
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
        placed = self._goes_on_in_times(at + 1)
        if "times" in item.roles and (placed or self._counts_breaches(quantity, at)):
            return at + 1
        quantity.counts(item)
        after = self._kind_of_unit(quantity, at)
        if item.unit.group == "case" and not quantity.kinds and self._sums_breaches(at - 1):
            quantity.unit = self._forms.units["violation"]
        return after

    def _kind_of_unit(self, quantity: Quantity, at: int) -> int:
        item, following = self._items[at], self._items[at + 1]
        if following.form in self._forms.peaceful:
            quantity.unit = self._forms.units["object"]
            return at + 2
        if "alike" in following.roles and item.unit is not None and item.unit.group == "case":
            quantity.breach = True
            return at + 2
        kind = None
        if item.unit is not None and item.unit.group == "violation" and "kind_word" in following.roles:
            kind = self._phrases.kind(at) if not following.lead else None
        elif item.unit is None or item.unit.group == "act":
            kind = self._phrases.kind(at)
        elif item.unit.group == "violation" and self._lists_kinds and self._is_bare_act(following):
            kind = self._phrases.kind(at + 1)
        elif (
            item.unit.group == "case" and following.unit is not None and not following.lead and not _is_harm(following)
        ):
            if following.unit.group == "violation":
                quantity.unit_end = following.end
                quantity.breach = True
                quantity.unit = following.unit if item.unit.id != "case" else item.unit
                if not (self._lists_kinds and following.unit.id == "aggression"):
                    return at + 2
                quantity.breach = False
                kind = self._phrases.kind(at + 1)
            elif following.unit.group == "act":
                kind = self._phrases.kind(at + 1)
        elif item.unit.group == "case":
            kind = self._phrases.other_kind(at + 1)
            quantity.breach = kind is None and self._is_recorded_by_side(quantity.begin)
        if kind is None:
            return at + 1
        quantity.kinds.append(kind[0])
        return kind[1]

    def _is_recorded_by_side(self, at: int) -> bool:
        """«بينما رصد الجانب التركي 3 حالات», «والجانب التركي 3»: what a side of a commission records is breaches."""
        head = at - 2
        named = head > self._floor and "side_head" in self._items[head].roles and self._items[at - 1].kind == "word"
        return named and (self._items[head].conjoined or "record" in self._items[head - 1].roles)

    @staticmethod
    def _is_bare_act(item: Item) -> bool:
        """«21 خرقا قصف مدفعي» in a list of kinds."""
        return item.unit is not None and item.unit.group == "act" and not item.lead and not item.definite

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
            if "times" not in item.roles or not self._goes_on_in_times(after):
                return None
            quantity.unit = None
        number = self._items[after].number
        if number is not None and number.value == 2:
            quantity.end = self._items[after].end
            after += 1
        quantity.after = quantity.close = after
        self._label_after(quantity, after)
        self._name_told_before(quantity, at)
        return quantity

    def _single(self, at: int, last: Quantity | None) -> Quantity | None:
        """«وحالة في حلب» in a list: one, told without a numeral."""
        item = self._items[at]
        joined = item.conjoined or (at > 0 and self._items[at - 1].form in JOINING)
        first = last is None and self._others_follow(at)
        if item.unit is None or not (first or last is not None):
            return None
        if item.unit.group == "act":
            return self._told_once(at) or self._next_act(at, last, joined=joined)
        if not (joined or first) or item.unit.group not in ("violation", "case"):
            return None
        for ahead in range(at + 1, at + 5):
            if self._items[ahead] is self._items[-1] or "in" in self._items[ahead].roles:
                break
            if self._items[ahead].number is not None:
                return None
        quantity = self._figure(at, 1, "single")
        quantity.weak = not first
        quantity.counts(item)
        quantity.after = quantity.close = self._kind_of_unit(quantity, at)
        self._label_after(quantity, quantity.after, way=3)
        told = quantity.places or (quantity.kinds and item.unit.group == "violation")
        return quantity if told else None

    def _next_act(self, at: int, last: Quantity | None, *, joined: bool) -> Quantity | None:
        """«تسع غارات على حيس وغارة على الصليف»: one more act of the same kind in another place."""
        item = self._items[at]
        listed = joined and last is not None and last.unit is item.unit and bool(last.places)
        if not listed or "in" not in self._items[at + 1].roles:
            return None
        quantity = self._figure(at, 1, "single")
        quantity.weak = True
        quantity.counts(item)
        quantity.after = quantity.close = self._kind_of_unit(quantity, at)
        self._label_after(quantity, quantity.after, way=1)
        return quantity if quantity.places else None

    def _others_follow(self, at: int) -> bool:
        """«حالة انتهاك في حلب وثلاث حالات أخرى في حماة»: the first of a list, told without a numeral."""
        for ahead in range(at + 1, min(at + _OTHERS_WAY, len(self._items) - 1)):
            item, following = self._items[ahead], self._items[ahead + 1 : ahead + 3]
            if item.number is not None or (item.plurality == "two" and item.unit is not None):
                return item.conjoined and any("another" in other.roles for other in following)
        return False

    def _another(self, at: int, last: Quantity | None, first: bool = False, value: int = 1) -> Quantity | None:
        """«وأخرى في حلب» in a list, «أحدهما في حلب»: one more; «هجومين في حلب وآخرين في إدلب»: two more."""
        item = self._items[at]
        joined = item.conjoined or (at > 0 and self._items[at - 1].form in JOINING)
        if last is None or not (joined or first) or not self._followed_by_place(at + 1):
            return None
        quantity = self._figure(at, value, "another")
        quantity.weak = True
        self._label_after(quantity, at + 1)
        if not quantity.places and last.places and self._items[at + 2].form.startswith("ال"):
            phrase = self._phrases.place(at + 2, unknown=True)  # «غارة على حيس وأخرى على الكدن»
            if phrase is not None and not self._phrases.is_figure_ahead(phrase.next):
                quantity.places, quantity.close = phrase.labels, phrase.next
        return quantity if quantity.places else None
