"""Phrases inside a row of items: the name of a place, of a kind of violation, of a side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from hudna.arabic.letters import fold
from hudna.sums.forms import Forms
from hudna.sums.items import CLOSING, COMMAS, JOINING, OPENING, Item, is_done_to

By = Literal["place", "kind", "side", "actor"]
_REACH_BACK = 9
_LONGEST_NAME = 4
_BOUNDS = frozenset({"of", "whole", "partial", "plus", "break", "result", "in", "each", "report", "negation"})

_LONGEST_ACTOR = 6
_AFTER_ACTOR = frozenset({"خلال", "منذ", "حتي", "بعد", "قبل", "اثر", "بسبب", "وفق", "وفقا", "بحسب", "حسب", "ال"})
_WITHIN = 6
"""Words of a region between its preposition and the place that they lead to."""
_OPENS, _CLOSES = '«“"', frozenset('»”"')
_ENDS_ACTOR = frozenset(
    {"of", "whole", "partial", "plus", "break", "result", "in", "report", "daily", "source", "agent"}
)


@dataclass(slots=True)
class Label:
    """The name of a part with its offsets. `known` is False for a name that only its position makes a place."""

    name: str
    start: int
    end: int
    by: By
    known: bool = True
    wide: bool = False


@dataclass(slots=True)
class PlacePhrase:
    """A place or several joined by «و»; `next` is the index of the item after it; `many` marks a plural head."""

    labels: list[Label]
    next: int
    many: bool = False


class PhraseReader:
    """Reads names at positions of one row of items."""

    def __init__(self, text: str, items: Sequence[Item], forms: Forms) -> None:
        self._text = text
        self.items = items
        self._forms = forms

    def begins_place(self, at: int) -> bool:
        """Whether an item is a place, the head of one or a direction."""
        item = self.items[at]
        return item.kind == "place" or "place_head" in item.roles or "direction" in item.roles

    def is_figure_ahead(self, at: int) -> bool:
        """Whether the item after a name gives the name its figure: «(3)», «: 3», «3» with nothing counted after it."""
        item = self.items[at]
        if item.kind == "mark" and item.form in OPENING:
            return self.items[at + 1].number is not None
        if item.kind == "mark" and item.form in ":=-–—":
            return self.items[at + 1].number is not None and not self._counts_on(at + 2)
        return item.number is not None and not item.lead and not self._counts_on(at + 1)

    def _counts_on(self, at: int) -> bool:
        """Whether a figure before this item counts what follows: «3 في حلب», «3 خروقات»."""
        item = self.items[at]
        placed = self.begins_place(at) and not item.conjoined
        return placed or item.unit is not None or ("in" in item.roles and not item.conjoined) or "filler" in item.roles

    def place(self, at: int, *, unknown: bool = False) -> PlacePhrase | None:
        """The place phrase that begins at an item, joined places included; `unknown` allows a name without a head."""
        first = self._one_place(at, unknown)
        if first is None:
            return None
        label, end, many = first
        labels = [label]
        while not self.is_figure_ahead(end):
            joined = self._joined(end, many)
            if joined is None:
                break
            more = self._one_place(joined, many and self.items[joined].conjoined)
            if more is None or self.is_figure_ahead(more[1]):
                break
            labels.append(more[0])
            end = more[1]
        return PlacePhrase(labels, end, many)

    def places_of_each(self, at: int) -> PlacePhrase | None:
        """The places after «كل من», commas between them included; without labels when they have their own figures."""
        phrase = self.place(at + (self.items[at].form in COMMAS), unknown=True)
        if phrase is None:
            return None
        if self.is_figure_ahead(phrase.next):
            return PlacePhrase([], at)
        labels, end = list(phrase.labels), phrase.next
        while self.items[end].conjoined or self.items[end].form in COMMAS:
            step = end if self.items[end].conjoined else end + 1
            more = self.place(step, unknown=self.items[step].conjoined)
            if more is None or self.is_figure_ahead(more.next):
                break
            labels.extend(more.labels)
            end = more.next
        return PlacePhrase(labels, end)

    def places_meant_by_each(self, figure: int, at: int) -> PlacePhrase | None:
        """«في محافظات حلب وإدلب، بواقع 5 لكل محافظة»: «كل» has its places before the figure or after it."""
        head = self.items[at]
        if head.lead or head.definite or not head.roles & {"place_head", "of"}:
            return None
        if "source" in self.items[at + 1].roles:
            return self.places_of_each(at + 2)
        found: PlacePhrase | None = None
        begin = 0
        while begin < figure:
            phrase = self.place(begin) if self.begins_place(begin) else None
            if phrase is not None and len(phrase.labels) > 1 and phrase.next <= figure:
                found = phrase
            begin = phrase.next if phrase is not None else begin + 1
        return PlacePhrase(found.labels, at + 1) if found is not None else None

    def place_within(self, at: int) -> PlacePhrase | None:
        """«في المناطق المحررة بإدلب», «في الجبهات الغربية والجنوبية لمأرب»: the place that plain words lead to."""
        for ahead in range(at, min(at + _WITHIN, len(self.items))):
            item = self.items[ahead]
            if item.kind == "place" and item.lead in ("ب", "ل") and ahead > at:
                return self.place(ahead)
            described = ahead > at and item.form.startswith("ال")
            if item.kind != "word" or (item.conjoined and not described) or item.unit is not None or item.roles:
                return None
        return None

    def _joined(self, at: int, many: bool) -> int | None:
        item = self.items[at]
        if item.conjoined and item.number is None:
            return at
        if item.form == "و" and self.items[at + 1].number is None:
            return at + 1
        if many and item.kind == "mark" and item.form in COMMAS and self.items[at + 1].kind == "place":
            return at + 1
        return None

    def _one_place(self, at: int, unknown: bool) -> tuple[Label, int, bool] | None:
        i = at
        many = False
        while self._is_heading(i):
            many = many or "many_head" in self.items[i].roles
            i += 1
        name = self.items[i]
        known = name.kind == "place"
        if known:
            end = i + 1
            head, _, rest = self._text[name.start : name.end].partition(" ")
            many = many or (bool(rest) and self._forms.has_role(fold(head), "many_head"))
        elif (i > at and self._is_name(i, joined=many)) or (unknown and self._is_name(i, joined=True)):
            end = self._name_end(i)
        elif i > at and self._names_alone(at, i):
            end = i
        else:
            return None
        start = self._named_from(at, i)
        start = start if start < self.items[end - 1].end else self.items[at].start
        surface = " ".join(self._text[start : self.items[end - 1].end].split())
        wide = self._is_wide(surface)
        label = Label(surface, start, self.items[end - 1].end, "place", known or i > at, wide)
        return label, self._trailing(end), many

    def _is_wide(self, surface: str) -> bool:
        """Whether a name is that of a country or zone, or of a side of it («شمال سوريا», «شمال غربي سوريا»)."""
        name = fold(surface)
        if name in self._forms.narrow_places:
            return False
        while name not in self._forms.wide_places:
            head, _, rest = name.partition(" ")
            if not rest or not (self._forms.has_role(head, "direction") or head in self._forms.stripped_heads):
                return False
            name = rest
        return True

    def _is_heading(self, at: int) -> bool:
        roles = self.items[at].roles
        if self.items[at].kind == "place":
            return False
        return "place_head" in roles or "direction" in roles

    def _names_alone(self, at: int, end: int) -> bool:
        return end - at >= 1 and self.items[end - 1].form.startswith("ال") and "place_head" in self.items[end - 1].roles

    def _named_from(self, at: int, name: int) -> int:
        """Where the name begins: after «محافظة», «محاور» and their like, which only say what kind of list it is."""
        while at < name and "stripped_head" in self.items[at].roles:
            at += 1
        item = self.items[at]
        start = item.start
        while item.kind == "place":
            surface = self._text[start : item.end]
            head, _, rest = surface.partition(" ")
            led = self._forms.has_role(fold(head), "in")  # «داخل محافظة إدلب»
            if not rest.strip() or not (led or fold(head) in self._forms.stripped_heads):
                break
            start = item.end - len(rest.lstrip())
        return start

    def _is_name(self, at: int, *, joined: bool) -> bool:
        item = self.items[at]
        if item.kind != "word" or item.roles or item.unit is not None or len(item.form) < 2:
            return False
        return (joined or not item.conjoined) and item.form not in self._forms.not_places

    def _name_end(self, at: int) -> int:
        end = at + 1
        while end - at < _LONGEST_NAME:
            item = self.items[end]
            if item.kind == "word" and not item.roles and not item.lead and item.unit is None:
                before_bracket = self.items[end + 1].form in OPENING or self.items[end + 1].form == ":"
                closes = end == at + 1 and self.items[end + 1].form in COMMAS
                if item.form.startswith("ال") or item.form.isdigit() or before_bracket or closes:
                    end += 1
                    continue
            break
        return end

    def _trailing(self, at: int) -> int:
        """The end of what only says where a named place lies: «جنوب الحديدة», «بمحور الضالع», «(غربي تعز)»."""
        while True:
            item = self.items[at]
            if item.kind == "mark" and item.form in OPENING and self.items[at + 1].number is None:
                close = next(
                    (n for n in range(at, min(at + 6, len(self.items))) if self.items[n].form in CLOSING), None
                )
                if close is None:
                    return at
                at = close + 1
            elif item.kind == "place" and not item.lead and self._forms.has_role(item.form, "direction"):
                at += 1
            elif "direction" in item.roles or (item.lead == "ب" and self.begins_place(at)):
                at += 1
                while self._is_heading(at) and not (self.items[at].conjoined and "place_head" in self.items[at].roles):
                    at += 1
                if (self.items[at].kind == "place" and not self.items[at].conjoined) or self._is_name(at, joined=False):
                    at += 1
            else:
                return at

    def before(self, end: int, floor: int) -> tuple[Label, int] | None:
        """The name that ends before an opening bracket or colon at `end`, and the index at which it begins."""
        if end > floor and self.items[end - 1].form == "و":
            return None
        start = end
        inside = False
        while start > floor and end - start < _REACH_BACK:
            item = self.items[start - 1]
            stops = (item.kind in ("mark", "number") and item.form not in CLOSING) or bool(item.roles & _BOUNDS)
            if stops and start < end and self._goes_on_inside(start - 1, floor):
                start -= 1
                inside = True
                continue
            if stops or (item.kind == "mark" and self._closes_figure(start - 1)):
                break
            if item.unit is not None and item.unit.group not in ("act",) and not is_done_to(self.items, start - 1):
                break
            start -= 1
            if "kind_word" in item.roles and "kind_word" in self.items[start - 1].roles:
                continue  # «قصف جوي ومدفعي: 19»
            if (item.conjoined and "direction" not in item.roles) or (item.lead == "ب" and self.begins_place(start)):
                break
        if start < end and self.items[start].form == "و":
            start += 1
        if inside:
            first = self._one_place(start, unknown=True)
            return (first[0], start) if first is not None else None
        return self._named(start, end) if start < end else None

    def _goes_on_inside(self, at: int, floor: int) -> bool:
        """«والحزم في الجوف (7)»: before the preposition stands the name that the figure belongs to."""
        if at - 1 < floor or self.items[at].form != "في":
            return False
        name, before = self.items[at - 1], self.items[at - 2]
        listed = name.conjoined or before.form in JOINING
        return listed and (name.kind == "place" or self._is_name(at - 1, joined=True))

    def _closes_figure(self, at: int) -> bool:
        return self.items[at].form in CLOSING and at > 0 and self.items[at - 1].number is not None

    def _named(self, start: int, end: int) -> tuple[Label, int] | None:
        for at in range(start, end):
            item = self.items[at]
            if self.begins_place(at):
                phrase = self.place(at)
                if phrase is not None and phrase.next >= end:
                    return phrase.labels[0], at
            if "side_head" in item.roles or "side_name" in item.roles:
                stop = self.items[end - 1].end
                return Label(self._text[item.start : stop], item.start, stop, "side"), at
            if item.unit is not None or "kind_head" in item.roles:
                truce = at > 0 and "truce" in self.items[at - 1].roles
                kind = self.kind(at) if not truce else None
                return (kind[0], at) if kind is not None else None
        names = [self.items[at] for at in range(start, end)]
        plain = all(item.kind == "word" and item.form not in self._forms.not_places for item in names)
        if len(names) > _LONGEST_NAME or not plain:
            return None
        begin = names[0].start
        if start and self.items[start - 1].form in CLOSING and names[0].form[0] == "و" and len(names) > 1:
            begin += 1
        surface = " ".join(self._text[begin : names[-1].end].split())
        return Label(surface, begin, names[-1].end, "place", known=False), start

    def kind(self, at: int) -> tuple[Label, int] | None:
        """The kind of violation that begins at an item, with the words that describe it."""
        item = self.items[at]
        if item.kind != "word":
            return None
        end = at + 1
        while self._describes(end):
            end += 1
        start, stop = item.start, self.items[end - 1].end
        alone = end == at + 1 and item.unit is not None and item.unit.group == "act" and not item.lead
        surface = item.unit.arabic if alone and item.unit is not None and self._inflected(at) else ""
        return Label(surface or " ".join(self._text[start:stop].split()), start, stop, "kind"), end

    def other_kind(self, at: int) -> tuple[Label, int] | None:
        """A kind that the lexicon does not know, right after «حالات» or «عمليات»: «منع من الوصول», «تجنيد أطفال»."""
        first = self.items[at]
        named = not first.roles or "harm" in first.roles
        if first.kind != "word" or first.lead or not named or first.form.startswith("ال") or first.form in _AFTER_ACTOR:
            return None
        end = at + 1
        while end - at < _LONGEST_NAME and self._goes_with_kind(end):
            end += 1
        start, stop = first.start, self.items[end - 1].end
        return Label(" ".join(self._text[start:stop].split()), start, stop, "kind", known=False), end

    def actor(self, at: int, *, joined: bool = False) -> tuple[Label, int] | None:
        """Who did it: «قوات النظام السوري», «هيئة تحرير الشام»; `joined` allows a «و» before the name."""
        end = at
        while end - at < _LONGEST_ACTOR and self._goes_with_actor(end, first=end == at and not joined):
            end += 1
        if end == at:
            return None
        start, stop = self.items[at].start, self.items[end - 1].end
        opened = any(mark in self._text[start:stop] for mark in _OPENS)
        stop += opened and self._text[stop : stop + 1] in _CLOSES
        return Label(" ".join(self._text[start:stop].split()), start, stop, "actor"), end

    def _goes_with_actor(self, at: int, *, first: bool) -> bool:
        item = self.items[at]
        if item.kind not in ("word", "place") or item.lead not in ("", "و") or (first and item.lead):
            return False
        ends = item.roles & _ENDS_ACTOR or (item.unit is not None and item.unit.group != "person")
        return not ends and item.form not in _AFTER_ACTOR

    def means(self, at: int) -> tuple[Label, int] | None:
        """What stands after «عبر» or «عن طريق»: «طائرات مسيرة», «عمليات اعتقال»."""
        first = self.items[at]
        if first.kind != "word" or (first.form.startswith("ال") and first.unit is None):
            return None
        end = at + 1
        while end - at < _LONGEST_NAME and self.items[end].kind == "word" and not self.items[end].lead:
            if self.items[end].roles - {"result", "harm", "kind_word", "kind_head"}:
                break
            end += 1
        start, stop = first.start, self.items[end - 1].end
        return Label(" ".join(self._text[start:stop].split()), start, stop, "kind"), end

    def _goes_with_kind(self, at: int) -> bool:
        item = self.items[at]
        if item.kind != "word" or item.lead or item.form in _AFTER_ACTOR:
            return False
        return (
            not item.roles
            or "harm" in item.roles
            or (item.roles == {"source"} and self.items[at + 1].form.startswith("ال"))
        )

    def _inflected(self, at: int) -> bool:
        item = self.items[at]
        return item.unit is not None and fold(item.unit.arabic) == item.form.removesuffix("ا")

    def _describes(self, at: int) -> bool:
        item = self.items[at]
        if item.kind != "word" or item.number is not None:
            return False
        if "kind_word" in item.roles:
            return not item.lead or (item.lead == "و" and self.items[at + 1].kind != "place")
        if "kind_head" in item.roles and not item.lead:
            return True
        group = item.unit.group if item.unit is not None else ""
        counted = self.items[at + 1].number is not None and not self.items[at + 1].conjoined  # «وإطلاق 52 صاروخا»
        joined = item.conjoined and not counted and (group in ("act", "thing") or "kind_head" in item.roles)
        countable = group == "act" and item.plurality == "one" and item.form.endswith("ه")
        return joined and item.plurality != "two" and not countable
