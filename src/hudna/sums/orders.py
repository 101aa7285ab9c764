"""What a figure belongs to by the order of a list or by a pronoun: «تصدرت حلب بـ12، تلتها إدلب بـ7», «فيها 14 خرقا»."""

from __future__ import annotations

from hudna.arabic.letters import fold
from hudna.sums.items import COMMAS
from hudna.sums.phrases import PlacePhrase
from hudna.sums.quantity import TALLIED, Quantity
from hudna.sums.row import RowReader

AND_THEN = ("و", "ف")
RATES = frozenset({"بواقع", "بمعدل", "بمقدار", "بعدد"})
_WHICH = frozenset({"التي", "الذي", "والتي", "والذي"})
"""«تعز التي سجلت 12 خرقا»."""
_RANK_WAY = 9
"""Items between a word of order and the figure of the place that it names."""
_ORDER_WAY = 5
"""Items between the first of an order and its figure («إدلب سجلت وحدها 19 خرقا، تلتها حماة»)."""
_THERE_WAY = 14
"""Items between a pronoun and its figure, and between a place and the pronoun that goes back to it."""


class OrderReader(RowReader):
    """Finds the names that stand before figures in one row of items, far from them."""

    def _named_by_order(self, quantity: Quantity, at: int) -> Quantity | None:
        """«تصدرت حلب القائمة بـ12 خرقا، تلتها إدلب، والتي شهدت 7، وحماة بـ3»: a word of order names the place first."""
        rated = at > 0 and self._items[at - 1].form in RATES
        at -= rated
        witnessed = bool(self._items[at - 1].roles & {"witness", "record"})
        if not (witnessed or rated or self._items[at].lead.endswith("ب")):
            return None
        if witnessed and self._items[at - 2].form in _WHICH and self._items[at - 3].kind == "place":
            return self._placed(quantity, at - 3, at)
        for back in range(at - 1, max(at - _RANK_WAY, self._floor - 1), -1):
            item = self._items[back]
            if item.number is not None or (item.kind == "mark" and not (witnessed and item.form in COMMAS)):
                return None
            if "share" in item.roles and self._placed(quantity, self._of_share(back), at) is not None:
                quantity.of = any("of" in between.roles for between in self._items[back:at])
                return quantity
            if "rank" in item.roles or (rated and "record" in item.roles and self._items[back + 1].kind == "place"):
                return self._placed(quantity, back + 1, at)
            begin = back - ("place_head" in self._items[back - 1].roles)
            governed = "in" in self._items[begin - 1].roles
            if back == at - 1 and item.kind == "place" and not item.lead and governed:
                return self._placed(quantity, begin, at)
            listed = item.lead[:1] in AND_THEN and (self._items[back - 1].form in COMMAS or back == self._floor > 0)
            if item.kind == "place" and listed and not witnessed:
                return self._placed(quantity, back, at)
        return None

    def _of_share(self, at: int) -> int:
        """«كان لمحافظة تعز النصيب الأكبر», «كان النصيب الأكبر لمحافظة تعز»: where the place of a share begins."""
        return at + 1 if self._items[at + 1].lead.endswith("ل") else at - 1

    def _placed(self, quantity: Quantity, begin: int, at: int) -> Quantity | None:
        """The figure with the one place that begins at an item before it."""
        phrase = self._phrases.place(begin)
        if phrase is None or phrase.next > at or (len(phrase.labels) > 1 and not self._is_one_region(begin, phrase)):
            return None
        quantity.places = phrase.labels
        quantity.begin, quantity.shape = begin, "place_then_figure"
        return quantity

    def _is_one_region(self, begin: int, phrase: PlacePhrase) -> bool:
        """«محافظة رام الله والبيرة»: a region named after two towns."""
        head, _, name = self._text[self._items[begin].start : self._items[begin].end].partition(" ")
        headed = "stripped_head" in self._items[begin].roles or (
            bool(name) and fold(head) in self._forms.stripped_heads
        )
        return headed and not phrase.many

    def _named_by_pronoun(self, quantity: Quantity, at: int) -> Quantity | None:
        """«أغلبها في ريف دمشق، حيث بلغ عدد الخروقات فيها 14 خرقا»: the pronoun goes back to the place before it."""
        if quantity.unit is None or quantity.unit.group not in TALLIED:
            return None
        first = max(at - _THERE_WAY, self._floor)
        there = next((back for back in range(at - 1, first - 1, -1) if "there" in self._items[back].roles), None)
        if there is None:
            return self._first_in_order(quantity, at)
        if any(item.number is not None for item in self._items[there:at]):
            return None
        for back in range(there - 1, max(there - _THERE_WAY, self._floor - 1), -1):
            if self._items[back].number is not None:
                return None
            if self._items[back].kind == "place":
                named = self._placed(quantity, back, there)
                quantity.shape = "pronoun_then_figure" if named is not None else quantity.shape
                return named
        return None

    def _first_in_order(self, quantity: Quantity, at: int) -> Quantity | None:
        """«معظمها في ريف دمشق، حيث بلغت 14 خرقا، تلتها حماة»: the place of the first figure of those in order."""
        ordered = any("rank" in item.roles for item in self._items[quantity.close : quantity.close + 2])
        for back in range(at - 1, max(at - _ORDER_WAY, self._floor - 1), -1):
            item = self._items[back]
            if not ordered or item.number is not None or item.kind == "mark":
                break
            if item.kind == "place":
                begin = back - (back > self._floor and "place_head" in self._items[back - 1].roles)
                return self._placed(quantity, begin, at)
        here = at - 2 if "total" in self._items[at - 1].roles else 0
        place = here - 1 - (self._items[here - 1].form in COMMAS)
        told = here > self._floor and self._items[here].form == "حيث" and self._items[place].kind == "place"
        return self._placed(quantity, place, here) if ordered and told else None
