"""What a figure belongs to: the place, kind or side that stands after it, before it, or that a pronoun goes back to."""

from __future__ import annotations

from dataclasses import replace

from hudna.arabic.letters import fold
from hudna.sums.items import CLOSING, COMMAS, EQUALS, OPENING, Item
from hudna.sums.orders import AND_THEN, OrderReader
from hudna.sums.phrases import Label
from hudna.sums.quantity import TALLIED, Quantity

_BLOCKING = frozenset({"of", "whole", "partial", "plus", "break", "result"})
_PASSED = frozenset({"filler", "in", "kind_word", "hit"})
_HOLDS_NAMES = frozenset({"في", "داخل", "قرب"})
"""Prepositions after which an unknown word of a list is taken for a place."""
_NATIONALITY = "يا"
"""The end of «30 إسبانيا»: people of a country, not its name."""
_LONGEST_ASIDE = 14
_SOURCE, _LONGEST_WAY = 5, 18
"""Items in which «من مواقع …» may tell where fire came from, and between a counted word and its place."""
_BEFORE_LIST = COMMAS | EQUALS
_TITLE = 3
"""Words before a colon that are rather a name of who tells than a place nobody knows."""
_OPENS_CLAUSE = frozenset({"ان", "بان", "حيث"})
"""Particles before the first place of a list («أن حيس شهدت 40 خرقا، وتعز 38»)."""
_WHEN = frozenset({"بعد", "منذ", "قبل"})
"""«5 منها بعد بدء الهجوم على حلب»: a share by time, and the place is that of something else."""
_AS_FOR, _LOT = frozenset({"اما"}), frozenset({"نصيب", "حصه"})
_OPENS_PLACE = _AS_FOR | _LOT | _OPENS_CLAUSE
_TELLS = frozenset({"witness", "record", "report", "total"})
"""«أما صنعاء فشهدت 6 خروق»."""
_VARIOUS = frozenset({"بمختلف", "بشتي", "بجميع", "بكافه"})
"""«خرقا بمختلف الأعيرة النارية»."""
_MANNERS = frozenset({"بحسب", "بشكل", "بصوره", "بينما", "بدون", "بسبب", "بعدما", "بالرغم", "بالتزامن", "بالمقابل"})
"""Words with «ب» that name no kind."""
_DOMAINS = frozenset({"جويه", "بريه", "بحريه", "مدفعيه", "صاروخيه", "جويا", "بريا", "بحريا"})
_PLACE_WAY = 8
"""Items of «في محور حيس جنوب الحديدة بلغت» before its figure."""
_SHORT = 3
"""Letters of a word too short to be «ف» with the name of a place."""
_EACH_WAY = 12
"""Items of «في كل من …» before its figure."""


class NameReader(OrderReader):
    """Finds the names of figures in one row of items."""

    def _name_told_before(self, quantity: Quantity, at: int) -> None:
        """Look for the name of a figure before it, where none stands after it or only a kind that nobody knows."""
        unnamed = all(not kind.known for kind in quantity.kinds) or quantity.counts_its_kind
        if quantity.places or quantity.sides or not unnamed:
            return
        for way in (self._each_before, self._name_before, self._named_by_order, self._named_by_pronoun):
            if way(quantity, at) is not None:
                return

    def _each_before(self, quantity: Quantity, at: int) -> Quantity | None:
        """«وفي كل من حلب وحماة حالة واحدة»: the places of a distributive figure that stands after them."""
        end = min(at, quantity.begin)
        for back in range(end - 2, max(end - _EACH_WAY, self._floor), -1):
            item = self._items[back]
            if item.number is not None or item.unit is not None:
                return None
            if "each" in item.roles:
                phrase = self._phrases.places_of_each(back + 1) if "in" in self._items[back - 1].roles else None
                if phrase is None or phrase.next != end or len(phrase.labels) < 2:
                    return None
                quantity.places, quantity.each = phrase.labels, True
                quantity.begin, quantity.shape = back - 1, "place_then_figure"
                return quantity
        return None

    def _name_before(self, quantity: Quantity, at: int) -> Quantity | None:
        """«دمشق 3», «دمشق: 3», «في دمشق 3 خروقات»."""
        end = min(at, quantity.begin)
        colon = end > self._floor and self._items[end - 1].form in EQUALS
        if colon:
            end -= 1
        elif self._items[end].lead and not self._is_object(end):
            return None
        else:
            end = self._before_verb(end, quantity)
        if end <= self._floor:
            return None
        named = self._phrases.before(end, self._floor)
        if named is None:
            return None
        label, begin = named
        if self._lists_places and quantity.unit is not None:
            label = self._next_in_order(label, begin, end)
        before = self._items[begin - 1] if begin else None
        listed = before is None or before.kind == "mark" or self._items[begin].conjoined
        governed = listed or (before is not None and bool(before.roles & {"in", "witness"}))
        governed = governed or self._items[begin].lead == "ب"
        governed = governed or (before is not None and (before.form in _OPENS_PLACE or "rank" in before.roles))
        if not colon and quantity.unit is not None and not governed:
            return None
        if (
            (label.wide and not (colon and self._listing))
            or (label.by == "place" and not label.known and not colon)
            or label.by == "side"
        ):
            return None
        if fold(label.name) in self._forms.side_names or (colon and self._is_title(quantity, label, end)):
            return None
        quantity.belongs_to(label)
        quantity.begin = begin
        quantity.shape = f"{label.by}_then_figure"
        return quantity

    def _next_in_order(self, label: Label, begin: int, end: int) -> Label:
        """«تصدرت مأرب بـ39 خرقا، فتعز 22 خرقا»: the ف of order before the name of the next place."""
        alone = begin == end - 1 and not label.known and self._items[begin - 1].form in COMMAS
        if not alone or len(label.name) <= _SHORT or not label.name.startswith("ف"):
            return label
        return replace(label, name=label.name[1:], start=label.start + 1, known=True)

    def _is_title(self, quantity: Quantity, label: Label, colon: int) -> bool:
        """«هيئة مقاومة الجدار والاستيطان: 128 اعتداء»: who tells a tally in a title, no place of a list."""
        counted = quantity.unit is not None and quantity.unit.group in TALLIED
        return counted and not (label.known or self._listing) and colon - self._floor >= _TITLE

    def _before_verb(self, end: int, quantity: Quantity) -> int:
        """Step back over «منها» («تعز منها 22») and over a verb that opens a list («في حلب سجلت 8 وفي إدلب 5»)."""
        place = self._items[end - 2] if end - 2 >= self._floor else None
        if place is None or place.kind != "place":
            return end
        roles = self._items[end - 1].roles
        opener = self._items[end - 3 - ("place_head" in self._items[end - 3].roles)]
        begins = end - 2 == 0 or place.conjoined or opener.form in _BEFORE_LIST | _OPENS_CLAUSE
        if "witness" in roles and begins:
            return end - 1  # «حلب شهدت 12 خرقا، وريف حماة تعرض لـ5»
        governed = any("in" in item.roles for item in self._items[max(end - _PLACE_WAY, self._floor) : end - 2])
        if "total" in roles and governed and quantity.unit is not None:
            return end - 1
        if self._items[end - 1].lead == "ف" and roles & _TELLS and self._items[self._floor].form in _AS_FOR:
            return end - 1
        opens = end >= 3 and quantity.unit is not None and self._opens_clause(end - 3, end)
        return end - 1 if "of" in roles or ("report" in roles and opens) else end

    def _opens_clause(self, at: int, end: int) -> bool:
        """«في حلب سجلت 8», «…، ففي حلب رصدت 8»: whether a clause begins with the preposition of its place."""
        if "in" in self._items[0].roles and end <= 4:
            return True
        return "in" in self._items[at].roles and self._items[at].lead in AND_THEN and self._items[at - 1].form in COMMAS

    def _is_object(self, at: int) -> bool:
        """«تعرض ريف حماة لـ5 خروقات», «وريف اللاذقية لـ3»: a figure with ل after a place or after such a verb."""
        before = self._items[at - 1] if at > self._floor else None
        told = before is not None and ("witness" in before.roles or (before.kind == "place" and before.conjoined))
        return told and self._items[at].lead == "ل"

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
                if following.unit is not None and following.unit.group == "act" and not following.lead:
                    break  # «40 خرقا بينها استهداف بالطائرات»: one of them, not all
                quantity.of = True
                i += 1
                continue
            if quantity.of and i == at + 1 and item.form in _WHEN:
                break
            if item.kind == "mark" or item.number is not None or item.plurality == "two":
                onward = self._pass(quantity, i)
                if onward == i:
                    break
                i = onward
                continue
            if item.roles & _BLOCKING and "filler" not in item.roles:
                break
            done_by = "agent" in item.roles or (i - quantity.of == at and "doer" in item.roles)
            if done_by and self._may_be_done(quantity, i == at):
                done = self._phrases.actor(i + 1)
                if done is not None:
                    quantity.actors.append(done[0])
                    quantity.close = done[1]
                    return
            if "source" in item.roles and i == at and self._tells_origin(quantity, i + 1):
                reached = self._origin(quantity, i + 1)
            else:
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

    def _tells_origin(self, quantity: Quantity, at: int) -> bool:
        """«4 معتقلين من محافظة دمشق», «3 من كل من حلب وحماة»: people are told by where they come from."""
        person = quantity.unit is None or quantity.unit.group == "person"
        return person and ("each" in self._items[at].roles or self._phrases.begins_place(at))

    def _origin(self, quantity: Quantity, at: int) -> int | None:
        if "each" in self._items[at].roles:
            return self._each(quantity, at + 1)
        phrase = self._phrases.place(at)
        if phrase is None or self._phrases.is_figure_ahead(phrase.next):
            return None
        quantity.places, quantity.many = phrase.labels, phrase.many
        return phrase.next

    def _may_be_done(self, quantity: Quantity, beside: bool) -> bool:
        """«12 على يد قوات النظام»: a bare figure, «5 منها» or the next of a list is the share of an actor."""
        return (beside and quantity.unit is None) or quantity.of or self._lists_actors

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
        if "each" in self._items[start].roles and (inside or self._items[start].lead in ("ب", "ل")):
            return self._each(quantity, start + 1)
        begins = self._phrases.begins_place(start)
        beside = adjacent and not item.conjoined and not item.form.endswith(_NATIONALITY)
        governed = begins and (beside or item.lead[-1:] in ("ب", "ل") or self._leads_itself(item))
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

    def _leads_itself(self, item: Item) -> bool:
        """«25 خرقا للهدنة شمال وغرب مأرب», «15 اعتداء من قبل المسلحين داخل إدلب»: no preposition need lead to it."""
        named = item.kind == "place" and not item.conjoined
        heads = named and any(self._forms.has_role(item.form, role) for role in ("direction", "in"))
        return heads or "direction" in item.roles

    def _each(self, quantity: Quantity, at: int) -> int | None:
        """«في كل من حلب وحماة»: the places of a distributive figure; None when they have figures of their own."""
        phrase = self._phrases.places_of_each(at)
        if phrase is None:
            phrase = self._phrases.places_meant_by_each(quantity.begin, at)
            quantity.apiece = phrase is not None
        if phrase is None or not phrase.labels:
            return None if phrase is None else at
        quantity.places = phrase.labels
        quantity.each = True
        return phrase.next

    def _kind_with(self, quantity: Quantity, at: int) -> tuple[Label, int] | None:
        """«بقصف مدفعي», «بالأعيرة النارية», «135 إطلاق نار»: the kind that a figure is told with."""
        item = self._items[at]
        if "means" in item.roles and not self._items[at + 1].lead:
            return self._phrases.means(at + 1)
        if item.form in _VARIOUS and "kind_head" in self._items[at + 1].roles:
            return self._phrases.kind(at + 1)
        if self._lists_kinds and at == quantity.after and quantity.unit is not None and self._is_done_by(item):
            return self._phrases.kind(at)
        group = item.unit.group if item.unit is not None else ""
        tried = group == "case" and quantity.unit is not None and self._lists_kinds  # «و4 خروقات بمحاولات تسلل»
        named = group == "act" or tried or "kind_head" in item.roles
        named = named or (quantity.unit is None and item.form in _DOMAINS)  # «30 منها جوية و15 برية»
        if not named or (item.lead not in ("ب", "وب") and not (quantity.unit is None and not item.lead)):
            return None
        return self._phrases.kind(at)

    def _is_done_by(self, item: Item) -> bool:
        """«وخرق بإلقاء قنابل»: in a list of kinds, a noun after «ب» that the lexicon does not know."""
        plain = item.kind == "word" and item.form.startswith("ب") and not (item.roles or item.lead or item.unit)
        return plain and len(item.form) > _SHORT + 1 and item.form not in _MANNERS
