"""One sentence in work: which quantities are totals, and which go on with a list of parts."""

from __future__ import annotations

from collections.abc import Sequence

from hudna.sums.belonging import (
    counts_alike,
    goes_on_after_break,
    is_another_tally,
    is_headed,
    is_nameless_part,
    lists_on,
    share_told,
    skips_things,
    total_before,
    turns_to_next,
)
from hudna.sums.items import COMMAS, SOURCES, Item
from hudna.sums.orders import RATES
from hudna.sums.phrases import Label
from hudna.sums.quantity import TALLIED, Quantity
from hudna.sums.sides import Side, recorded_after, recorder_of
from hudna.sums.totals import PartList, Total, series_of

_PRONOUNS = frozenset({"هي", "وهي", "هم", "وهم"})
"""Pronouns that open a list only right before it («وهي: 3 في حلب»), not in «الشبكة، وهي مؤسسة حقوقية»."""
_NO_NOUNS = frozenset(
    {"حتي", "خلال", "بعد", "قبل", "وفق", "وفقا", "بحسب", "حسب", "طبقا", "عبر", "اثر", "عقب", "مع", "بين"}
)
"""Particles, which no figure counts."""
_CUES = ("whole", "partial", "of")


class SentenceScope:
    """One sentence in work: its totals, and the lists whose total is not in it."""

    def __init__(self, text: str, items: Sequence[Item], sides: Sequence[Side], number: int) -> None:
        self.items = items
        self._text = text
        self._sides = sides
        self._number = number
        self._reached = 0
        self._window = 0
        self._list: PartList | None = None
        self._current: Total | None = None
        self._pending: list[PartList] = []
        self.totals: list[Total] = []
        self.last_side: str | None = None

    def take(self, quantity: Quantity) -> None:
        """Place a quantity: a new total, a part of the open list, or nothing."""
        if quantity.foreign:
            self._close_list()
            self._current = self._start(quantity) if quantity.shells else self.total(quantity, None)
            return
        roles = self._roles_between(quantity)
        side = self._side_before(quantity)
        if quantity.tally and self._told_by_agent(quantity):
            return
        cue = next((cue for cue in _CUES if cue in roles), "of" if quantity.of else "")
        largest = not cue and "share" in roles and bool(quantity.places) and self._current is not None
        cue = "partial" if largest or (cue == "whole" and "rest" in roles) else cue
        if cue == "of" and self._is_nested(quantity):
            self._reached = max(self._reached, quantity.close)
            return
        recorder = recorded_after(self.items, quantity.after, self._sides) if quantity.tallied and not cue else None
        if recorder is not None:
            self._close_list()
            self.last_side, quantity.close = recorder[2].name, max(quantity.close, recorder[1])
            self._start(quantity)
        elif side is None and self._told_before_side(quantity, cue):
            self._add(quantity, cue, side_only=True)
        elif side is not None and self._is_side_part(quantity, cue):
            quantity.sides.append(side)
            self._add(quantity, cue, side_only=True)
        elif cue == "of" and not quantity.labelled:
            self._sub_total(quantity)
        elif side is None and "break" in roles and (not cue or "rest" in roles) and self._is_next_part(quantity):
            self._extend(quantity, cue)
        elif (side is not None or "break" in roles) and self._may_head(quantity, side, roles):
            self._new_scope(quantity, cue)
        elif quantity.labelled:
            self._labelled(quantity, roles, cue)
        elif self._interrupts(quantity):
            self._reached = max(self._reached, quantity.close)
            return
        elif is_nameless_part(quantity, self._list, self._current, roles):
            assert self._list is not None
            self._list.gap = True
        elif (quantity.tally or self._is_carried(quantity, roles)) and not self._totals_the_list(quantity, roles):
            self._close_list()
            self._start(quantity).partial = cue == "partial"
        if self._list is not None and ("skipped" in roles or not (quantity.labelled or quantity.tally)):
            self._list.gap = True
        if quantity.labelled or quantity.tally:
            self._reached = max(self._reached, quantity.close)

    def _interrupts(self, quantity: Quantity) -> bool:
        """People named in passing while parts of another tally are told: «142 عملية … على شخصين، و21 توغلا»."""
        if self._list is None or quantity.unit is None or quantity.unit.group != "person":
            return False
        return not counts_alike(quantity, self._list.members[0])

    def _totals_the_list(self, quantity: Quantity, roles: set[str]) -> bool:
        """«حلب (3)، إدلب (4)، والمجموع 7 خروقات»: the total stands after its parts."""
        if self._list is None or self._current is not None or not self._sums_up(quantity, roles):
            return False
        since_long = "cumulative" in roles and self._list.sum() != quantity.value
        if since_long or len(self._list.members) == 1:
            return False
        group, self._list = self._list, None
        total = self._start(quantity, group)
        total.lists.append(group)
        total.series = series_of(self.items, group.members[0], 0)[0]
        self._current = None
        return True

    def _sums_up(self, quantity: Quantity, roles: set[str]) -> bool:
        """«والمجموع 7», «أي خمس حالات إجمالا»: the words around a figure say that it is the sum."""
        if roles & {"carry", "grand"} or "grand" in self.items[quantity.after].roles:
            return True
        return self._list is not None and "any" in roles and self._list.sum() == quantity.value

    def _roles_between(self, quantity: Quantity) -> set[str]:
        roles: set[str] = set()
        for at in range(self._reached, quantity.begin):
            item = self.items[at]
            beside = item.form not in _PRONOUNS or at >= quantity.begin - 2
            if "filler" not in item.roles and beside:
                roles |= item.roles
            if item.kind == "mark":
                roles.add("comma" if item.form in COMMAS else "colon" if item.form == ":" else "mark")
            if item.form == "و":
                roles.add("and")
        if self.items[quantity.begin].conjoined:
            roles.add("and")
        if skips_things(self.items, self._reached, quantity.begin):
            roles.add("skipped")
        return roles

    def _side_before(self, quantity: Quantity) -> Label | None:
        for first, last, label in reversed(self._sides):
            if self._reached <= first and last <= quantity.begin:
                self.last_side = label.name
                return label
        return None

    def _is_nested(self, quantity: Quantity) -> bool:
        """«منها 246 عملية قصف، بينها 88 بالصواريخ»: a second «بينها» without «و» is a share of the part before."""
        if self._list is None or self._current is None or quantity.value >= self._list.members[-1].value:
            return False
        fits = self._list.sum() + quantity.value == self._current.value
        cues = [item for item in self.items[self._reached : quantity.begin] if "of" in item.roles]
        return bool(cues) and not cues[-1].conjoined and not fits

    def _told_before_side(self, quantity: Quantity, cue: str) -> bool:
        """«منها 6 رصدها الجانب الروسي و5 الجانب التركي»: each side stands right after its figure."""
        going_on = self._list is not None and self._list.side_only
        current = self._current
        open_total = current is not None and current.side is None and self._list is None and quantity.unit is None
        if quantity.places or not (going_on or cue == "of" or open_total):
            return False
        for first, last, label in self._sides:
            if quantity.after <= first <= quantity.after + 3:
                quantity.sides.append(label)
                quantity.close = max(quantity.close, last)
                return True
        return False

    def _told_by_agent(self, quantity: Quantity) -> bool:
        """«7 خروقات من قبل الجانب الروسي في حلب (7)»: the figure opens the tally of the side that follows it."""
        for first, last, label in self._sides:
            before = self.items[first - 1]
            beside = last <= quantity.close or first - 1 == quantity.close
            if quantity.after < first and beside and ("agent" in before.roles or before.form in SOURCES):
                self._close_list()
                self.last_side = label.name
                self._start(quantity)
                self._reached = max(self._reached, quantity.close, last)
                return True
        return False

    def _is_side_part(self, quantity: Quantity, cue: str) -> bool:
        if quantity.places or quantity.kinds:
            return False
        if self._list is not None and self._list.side_only:
            return True
        current = self._current
        open_total = current is not None and current.side is None and self._list is None
        return open_total and (quantity.unit is None or cue == "of")

    def _may_head(self, quantity: Quantity, side: Label | None, roles: set[str]) -> bool:
        """Whether a figure after a new side or «بينما» can be a total; bare figures need a verb of reporting."""
        if quantity.tally or quantity.weak:
            return not quantity.weak
        told = "report" in roles or self._current is not None or quantity.labelled
        return side is not None and told and not self._counts_something(quantity)

    def _is_next_part(self, quantity: Quantity) -> bool:
        between = self.items[self._reached : quantity.begin]
        return self._list is not None and goes_on_after_break(quantity, between, self._list, self._current)

    def _counts_something(self, quantity: Quantity) -> bool:
        following = self.items[quantity.after]
        named = following.kind == "word" and not following.roles and not following.conjoined
        return named and following.form not in _NO_NOUNS

    def _sub_total(self, quantity: Quantity) -> None:
        """«بينها 27 خرقا أمس»: a share of the total by time, a total of its own and no part."""
        if quantity.tallied:
            self._close_list()
            kept = self._current
            self._start(quantity)
            self._current = kept if kept is not None else self._current

    def _new_scope(self, quantity: Quantity, cue: str) -> None:
        unit_of = self._current
        self._close_list()
        if quantity.labelled and not (quantity.tally and quantity.each):
            self._current = None
            self._list = PartList([quantity], cue, side=self.last_side)
            return
        total = self._start(quantity)
        if quantity.unit is None and unit_of is not None:
            total.unit = unit_of.unit

    def _labelled(self, quantity: Quantity, roles: set[str], cue: str) -> None:
        if self._list is not None:
            if ("break" in roles and cue == "whole") or turns_to_next(quantity, self._list, self._current):
                self._close_list()
                self._current = None
                self._list = PartList([quantity], cue, side=self.last_side)
            elif self._promotes(cue, quantity, roles):
                group, self._list = self._list, None
                self._start(group.members[0], group)
                self._add(quantity, cue)
            elif self._goes_on(quantity, roles, cue):
                self._extend(quantity, cue)
            elif quantity.tally and not quantity.weak:
                self._close_list()
                self._current = None
                self._list = PartList([quantity], side=self.last_side)
        elif self._current is not None and counts_alike(quantity, self._current):
            if cue or "result" not in roles:
                self._add(quantity, cue)
        elif not quantity.weak and (self._current is None or quantity.tallied):
            listed = cue or self.items[quantity.begin - 1].form in RATES
            self._current = total_before(quantity, self._current, self.totals) if listed else None
            self._list = PartList([quantity], cue, side=self.last_side)

    def _promotes(self, cue: str, quantity: Quantity, roles: set[str]) -> bool:
        """Whether the first of a list turns out to be the total of what follows: «7 خروقات في سوريا، منها 3 في حلب»."""
        assert self._list is not None
        first, cued = self._list.members[0], self._list.cue and cue != "of"
        lone = self._current is None and len(self._list.members) == 1 and first.tally and not cued
        if not lone or not counts_alike(quantity, first) or (cue == "of" and quantity.value > first.value):
            return False
        turns = bool(first.kinds and not first.places and quantity.places and not quantity.kinds)
        wide = bool(first.places and first.places[0].wide)
        many = first.many and "and" not in roles
        return bool(cue) or many or wide or turns or "colon" in roles

    def _goes_on(self, quantity: Quantity, roles: set[str], cue: str) -> bool:
        linked = cue or roles & {"and", "comma", "plus", "mark", "colon"} or quantity.shape.endswith("_in_parentheses")
        if not linked and quantity.begin != self._reached:
            return quantity.shape.endswith("then_figure")
        headed = quantity.shape != "pronoun_then_figure" and is_headed(
            quantity, self.items[self._reached : quantity.begin]
        )
        headed = headed and not self._makes_total(quantity)
        if cue in ("", "partial") and headed:
            return False
        if "result" in roles and not cue:
            return False
        if self._current is not None:
            return counts_alike(quantity, self._current)
        assert self._list is not None
        return counts_alike(quantity, self._list.members[0])

    def _makes_total(self, quantity: Quantity) -> bool:
        """Whether the list and one more figure make the total."""
        assert self._list is not None
        listed = quantity.places and self._list.members[0].places
        return bool(listed) and self._current is not None and self._list.sum() + quantity.value == self._current.value

    def _extend(self, quantity: Quantity, cue: str) -> None:
        """Go on with the list, or begin another one when the text turns from places to kinds or back."""
        assert self._list is not None
        members = self._list.members
        by_kind = all(member.kinds and not member.places for member in members)
        by_place = all(member.places and not member.kinds for member in members)
        to_place = bool(by_kind and quantity.places and not quantity.kinds)
        turns = to_place or bool(by_place and quantity.kinds and not quantity.places)
        turns = turns or bool(by_kind and quantity.actors and cue == "of")
        by_actor = all(member.actors and not member.places for member in members)
        of_actor = bool(by_actor and cue == "partial" and quantity.places and not quantity.actors)
        if ((len(members) > 1 and (turns or cue == "whole")) or of_actor) and self._current is not None:
            current = self._current
            self._close_list()
            self._current = current
            self._add(quantity, cue)
            return
        members.append(quantity)

    def _add(self, quantity: Quantity, cue: str, side_only: bool = False) -> None:
        if self._list is None or (side_only and not self._list.side_only):
            self._close_list()
            self._list = PartList([], cue, side_only=side_only)
        self._list.members.append(quantity)

    def _is_carried(self, quantity: Quantity, roles: set[str]) -> bool:
        """«ليرتفع إجمالي الخروقات منذ بدء الهدنة إلى 220»: the counted word stands before the figure."""
        headed = "colon" in roles and self.items[quantity.begin - 1].form == ":"
        if quantity.unit is not None or self._counts_something(quantity) or not ("total" in roles or headed):
            return False
        for at in range(quantity.begin - 1, self._reached - 1, -1):
            item, truce = self.items[at], at > 0 and "truce" in self.items[at - 1].roles  # «وقف إطلاق النار»
            if item.unit is not None and item.unit.group in TALLIED and not truce:
                quantity.unit, quantity.unit_start, quantity.unit_end = item.unit, item.start, item.end
                return True
        if "carry" in roles and self._current is not None:
            quantity.unit = self._current.unit
            return True
        if "carry" in roles and self._list is not None and self._list.members[0].tally:
            quantity.unit = self._list.members[0].unit
            return True
        return False

    def total(self, quantity: Quantity, side: str | None) -> Total:
        """A quantity as a total."""
        series, window = series_of(self.items, quantity, min(self._window, quantity.begin))
        self._window = window
        unit, start, end = quantity.unit, quantity.unit_start, quantity.unit_end
        recorder = recorder_of(self.items, quantity.begin)
        return Total(quantity, quantity.value, unit, start, end, series, side, self._number, recorder=recorder)

    def _start(self, quantity: Quantity, group: PartList | None = None) -> Total:
        total = self.total(quantity, group.side if group is not None else self.last_side)
        self.totals.append(total)
        self._current = total
        return total

    def _close_list(self) -> None:
        """The open list ends: it goes to the total of this sentence, or waits for one."""
        group, self._list = self._list, None
        if group is None:
            return
        if self._current is not None:
            first = group.members[0]
            if is_another_tally(group, self._current, self.items[first.begin].conjoined):
                self.totals.extend(self.total(member, group.side) for member in group.members)
                return
            if self._current.partial and not group.cue:
                group.cue = "partial"
            share = share_told(group, self._current)
            holder = self._start(share) if share is not None else self._holder(group, self._current)
            holder.lists.append(group)
            return
        first = group.members[0]
        rest = PartList(group.members[1:])
        rest.settle(first.value)
        if (
            first.tally
            and not group.cue
            and rest.members
            and rest.sum() == first.value
            and not lists_on(self.items, first, rest)
        ):
            self._start(first, group).lists.append(rest)
            self._current = None
            return
        self._pending.append(group)

    def _holder(self, group: PartList, latest: Total) -> Total:
        """«نفذ الجيش 130 خرقا والمستوطنون 20، تركزت خروقات الجيش في حلب بواقع 60»: the total that can hold a list."""
        told = sum(member.value for member in group.members)
        if latest.value is None or group.cue != "partial" or told <= latest.value:
            return latest
        able = [total for total in self.totals if total.unit is latest.unit and not total.lists]
        return next((total for total in reversed(able) if (total.value or 0) >= told), latest)

    def close(self) -> list[PartList]:
        """End the sentence; the lists that have no total in it."""
        self._close_list()
        alone = [group for group in self._pending if len(group.members) == 1 and group.members[0].tally]
        if self.totals or len(self._pending) > 1:
            for group in alone:
                if not group.cue and not group.members[0].each:
                    self._pending.remove(group)
                    self.totals.append(self.total(group.members[0], group.side))
        return self._pending
