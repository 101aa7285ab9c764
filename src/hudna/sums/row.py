"""What the reader of quantities asks of single items of a row: brackets, clocks, times, acts told without a figure."""

from __future__ import annotations

from collections.abc import Sequence

from hudna.records import Figure
from hudna.sums.forms import Forms
from hudna.sums.items import CLOSING, COMMAS, OPENING, Item
from hudna.sums.phrases import PhraseReader
from hudna.sums.quantity import MUNITION, TALLIED, Quantity, plain_figure

_YEARS = range(1980, 2061)
_OF_WAY = 7
"""Items between a counted thing and the «منها» that opens a list of it."""
_DONE = frozenset({"تم", "جري", "يتم"})
"""Verbs that make a passive of the verbal noun after them."""
_ONE_OF = frozenset({"احد", "احدي"})
_BREACH_WAY, _BREACH_FAR = 18, 32
"""Items between a verb of breaking and the times that count it, and those that come after a clause of their own."""
_SUM_WAY, _TOTAL_WAY = 16, 3
"""Items between a sum of breaches and its figure, and between a word of summing and what it sums."""


def is_munition(item: Item) -> bool:
    """Whether an item is a word for what is fired: «قذيفة», «صاروخين»."""
    return item.unit is not None and item.unit.id == MUNITION and not item.definite


class RowReader:
    """One row of items with its phrases; `_floor` is the item before which nothing is read again.

    `listing` says that the row is a line in a list of lines.
    """

    def __init__(self, text: str, items: Sequence[Item], forms: Forms, *, listing: bool = False) -> None:
        self._text = text
        self._items = items
        self._forms = forms
        self._phrases = PhraseReader(text, items, forms)
        self._floor = 0
        self._listing = listing
        self._lists_kinds = self._lists_places = False
        self._lists_times = False
        self._lists_shells = False
        self._lists_actors = False
        """Whether the figure before is the share of an actor, so that the next may be one too."""

    def _figure(self, at: int, value: Figure, shape: str) -> Quantity:
        item = self._items[at]
        return Quantity(plain_figure(value), "exact", item.start, item.end, at, at + 1, shape, after=at + 1)

    def _is_clock_or_age(self, at: int) -> bool:
        """«الساعات الـ24», «12 آذار», «القرار 2254», «ست محافظات»: figures of time, names or places, not counts."""
        if "month" in self._items[at + 1].roles:
            return True
        if "many_head" in self._items[at + 1].roles and not self._items[at + 1].lead:
            return True
        before = self._items[at - 1] if at else None
        if before is None:
            return False
        if (before.form in self._forms.numbered and not self._counts_after(at)) or self._is_year(at):
            return True
        timed = before.unit is not None and before.unit.id == "time"
        return timed and before.definite and before.plurality == "many"

    def _counts_after(self, at: int) -> bool:
        """«ارتكبت هذا العام 2200 انتهاك»: a figure after a word of time counts the violations that follow it."""
        following = self._items[at + 1]
        return following.unit is not None and following.unit.group in TALLIED and not following.lead

    def _is_one_of(self, at: int) -> bool:
        """«وأحد المرتفعات», «إحدى القرى»: some one of many, no figure."""
        item = self._items[at]
        joined = item.form == "واحد" and self._text.startswith("وأ", item.start)
        return (joined or item.form in _ONE_OF) and self._items[at + 1].form.startswith("ال")

    def _is_year(self, at: int) -> bool:
        """«العام الجاري 2025», «عام 2025»."""
        number = self._items[at].number
        plain = number is not None and number.value is not None and number.value in _YEARS
        return plain and any(item.form in self._forms.numbered for item in self._items[max(at - 3, 0) : at])

    def _in_brackets(self, at: int) -> int:
        """The index after the bracket that closes right after a figure («(3)», «(3 خروقات)»); 0 when there is none."""
        if not at or self._items[at - 1].form not in OPENING:
            return 0
        end = at + 1
        while self._items[end].unit is not None or "filler" in self._items[end].roles:
            end += 1
        return end + 1 if self._items[end].form in CLOSING else 0

    def _counts_breaches(self, quantity: Quantity, at: int) -> bool:
        """«خرقت القوات الهدنة 11 مرة», «تم انتهاكها 11 مرة»: the times count the verb before them."""
        aside = at > 1 and self._items[at - 2].form in COMMAS  # «خرقت الهدنة التي أعلنها فلان، 20 مرة»
        for back in range(at - 1, max(at - (_BREACH_FAR if aside else _BREACH_WAY), self._floor) - 1, -1):
            item = self._items[back]
            noun = item.unit is not None and item.unit.group == "violation" and item.plurality == "one"
            done = noun and (item.lead.endswith("ب") or (back > 0 and self._items[back - 1].form in _DONE))
            if done or ("breach" in item.roles and not item.definite):
                quantity.counts(item)
                quantity.unit = self._forms.units["violation"]
                return True
        return False

    def _sums_breaches(self, at: int) -> bool:
        """«يرتفع عدد الخروقات منذ بدء الهدنة إلى 40 حادثة»: the cases are the breaches told before as a sum."""
        for back in range(at - 1, max(at - _SUM_WAY, self._floor) - 1, -1):
            item = self._items[back]
            if item.kind == "mark":
                return False
            if item.unit is not None and item.unit.group == "violation" and item.plurality == "many":
                before = self._items[max(back - _TOTAL_WAY, 0) : back]
                return any("total" in other.roles for other in before)
        return False

    def _is_counted_case(self, at: int) -> bool:
        unit = self._items[at].unit
        return unit is not None and unit.group == "case"

    def _followed_by_place(self, at: int) -> bool:
        item = self._items[at]
        return bool(item.roles & {"in", "filler", "agent"}) or (
            self._phrases.begins_place(at) and item.lead[-1:] in ("", "ب")
        )

    def _heads_other_list(self, at: int) -> bool:
        """«12 فصيلا انضمت، منها 8 في حمص»: whether the figure before heads a list of something that is no tally."""
        noun = self._items[at]
        if self._items[at - 1].number is not None and (noun.kind != "word" or noun.roles or noun.lead or noun.unit):
            return False
        return self._opens_list(at)

    def _opens_list(self, at: int) -> bool:
        """«…، منها 8 في حمص», «…، 8 منها في حمص»: whether shares of the figure before follow."""
        for ahead in range(at, min(at + _OF_WAY, len(self._items) - 1)):
            if self._items[ahead].number is not None:
                return self._items[ahead - 1].form in COMMAS and "of" in self._items[ahead + 1].roles
            if self._items[ahead].plurality == "two":
                return False
            if "of" in self._items[ahead].roles:
                return self._items[ahead + 1].number is not None
        return False

    def _shared_out(self, value: Figure, at: int) -> bool:
        """«6 قذائف …، منها 4 في حلب وقذيفتان في حماة»: whether bare figures with places make a figure of munitions."""
        parts: list[Figure] = []
        for here in range(at, len(self._items) - 1):
            item, following = self._items[here], self._items[here + 1]
            counted = following.unit is not None and not following.lead
            placed = self._items[here + 1 + (counted and following.unit is not None and following.unit.id == MUNITION)]
            led = "in" in placed.roles or placed.lead[-1:] == "ب" or self._leads(here)
            if item.number is not None and item.number.value is not None:
                opens = not item.conjoined and self._opens_parts(here - 1)
                if not led or (counted and following.unit is not None and following.unit.id != MUNITION):
                    if parts:
                        return False
                elif parts or opens:
                    parts.append(item.number.value)
            elif parts and item.conjoined and "in" in following.roles:
                told = {"one": 1, "two": 2}.get(item.plurality, 0) if is_munition(item) else 0
                parts += [told] if told else [1] if "another" in item.roles else []
            if len(parts) > 1 and sum(parts) >= value:
                return sum(parts) == value
        return False

    def _opens_parts(self, at: int) -> bool:
        item = self._items[at]
        return "of" in item.roles or item.form in COMMAS or item.form == ":"

    def _leads(self, at: int) -> bool:
        return self._phrases.begins_place(at + 1) and not self._items[at + 1].conjoined

    def _told_once(self, at: int) -> Quantity | None:
        """«تضمنت تحليق طائرة و10 خروقات بقصف»: an act of one thing in a list is one, where the sum then fits."""
        item, thing = self._items[at], self._items[at + 1]
        joined = item.conjoined or bool(self._items[at - 1].roles & {"partial", "whole", "plus", "of"})
        single = thing.unit is not None and thing.unit.group == "thing" and thing.plurality == "one"
        if not joined or not single or thing.lead or thing.definite:
            return None
        quantity = self._figure(at, 1, "told")
        quantity.weak = True
        quantity.counts(item)
        kind = self._phrases.kind(at)
        if kind is None:
            return None
        quantity.kinds.append(kind[0])
        quantity.after = quantity.close = max(kind[1], at + 2)
        return quantity
