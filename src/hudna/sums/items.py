"""A sentence of a bulletin as a row of items: figures, counted words, places, cues, marks and other words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from hudna.arabic.clitics import splits
from hudna.arabic.letters import fold
from hudna.arabic.tokens import Token
from hudna.records import Figure
from hudna.sums.forms import NOTHING, Forms, Unit, Word

QUOTES = frozenset("«»\"'“”„‟‹›`´’‘*_#ـ")
BULLETS = frozenset("-–—•●▪◦*·")
OPENING = frozenset("([")
CLOSING = frozenset(")]")
COMMAS = frozenset("،,؛;/")
JOINING = COMMAS | {"و"}
EQUALS = frozenset(":=-–—")
_PLACE_ROLES = frozenset({"place_head", "stripped_head", "many_head", "direction", "side_name"})
_PARTICLES = frozenset({"وان", "ان", "بان"})
"""«وأن», which is also the name of a town."""
SOURCES = frozenset({"بحسب", "حسب", "وفق", "وفقا", "فقا"})
"""Words of source; in «وفقا» the و is taken for a proclitic."""
_SOURCE_WAY = 3
_LONGEST_ASIDE = 16
_SPELT = ("إب", "اب")
"""A place name whose hamza alone tells it from a month, as written and folded."""
_SPELT_LENGTH = 3
NO_ROLES: frozenset[str] = frozenset()

PlaceSpan = tuple[int, int, str]
"""(first token, token after the last, name) of a place mention."""


class Number(Protocol):
    """What is needed of `hudna.arabic.numbers.Number`."""

    @property
    def first(self) -> int: ...
    @property
    def last(self) -> int: ...
    @property
    def value(self) -> Figure | None: ...
    @property
    def qualifier(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def lead(self) -> str: ...
    @property
    def definite(self) -> bool: ...
    @property
    def weak(self) -> bool: ...


class Item:
    """One step of the row; `start` stands after the proclitics in `lead`.

    `kind` is number, place, word, mark, or date for digits that count nothing («10 أكتوبر»).
    """

    __slots__ = (
        "definite",
        "end",
        "first",
        "form",
        "kind",
        "last",
        "lead",
        "number",
        "plurality",
        "roles",
        "start",
        "unit",
    )

    def __init__(
        self,
        kind: str,
        first: int,
        last: int,
        start: int,
        end: int,
        form: str,
        lead: str = "",
        roles: frozenset[str] = NO_ROLES,
        unit: Unit | None = None,
        plurality: str = "",
        definite: bool = False,
        number: Number | None = None,
    ) -> None:
        self.kind = kind
        self.first = first
        self.last = last
        self.start = start
        self.end = end
        self.form = form
        self.lead = lead
        self.roles = roles
        self.unit = unit
        self.plurality = plurality
        self.definite = definite
        self.number = number

    @property
    def conjoined(self) -> bool:
        """Whether it begins with «و»."""
        return self.lead[:1] == "و"


@dataclass(frozen=True, slots=True)
class _WordNumber:
    """A number word that only lists use («ثلاثا في حلب»)."""

    first: int
    last: int
    value: Figure
    start: int
    end: int
    lead: str
    qualifier: str = "exact"
    kind: str = "cardinal"
    definite: bool = False
    weak: bool = True


END = Item("end", -1, -1, -1, -1, "")
"""Stands after the last item of a sentence."""


def after_lead(text: str, token: Token, lead: str) -> int:
    """The offset of a token's first letter after its proclitics; in «للجانب» both ل go."""
    assimilated = lead.endswith("ل") and token.form.startswith("ل", len(lead))
    wanted = len(lead) + assimilated
    at = token.start
    while wanted and at < token.end - 1:
        if fold(text[at]).isalpha():
            wanted -= 1
        at += 1
    return at


class ItemReader:
    """Turns token ranges into items, with the figures and places that were found before."""

    def __init__(
        self,
        text: str,
        tokens: Sequence[Token],
        numbers: Mapping[int, Number],
        places: Mapping[int, PlaceSpan],
        forms: Forms,
    ) -> None:
        self._text = text
        self._tokens = tokens
        self._numbers = numbers
        self._places = places
        self._forms = forms

    def items(self, first: int, last: int) -> list[Item]:
        """The items of the tokens first…last (half-open), without quotation marks; a last `END` item closes the row."""
        row: list[Item] = []
        at = first
        while at < last:
            item = self._item(at, last)
            at = item.last
            if item.kind != "mark" or item.form not in QUOTES:
                row.append(item)
        row.append(END)
        return row

    def _item(self, at: int, last: int) -> Item:
        token = self._tokens[at]
        number = self._numbers.get(at)
        if number is not None and number.last <= last and not self._in_name(at):
            return self._figure(number)
        place = self._places.get(at)
        if place is not None and place[1] <= last and not self._is_tally_word(place):
            return self._place(place)
        if token.form.endswith(_SPELT[1]) and len(token.form) <= _SPELT_LENGTH and self._is_spelt_out(token):
            return self._place((at, at + 1, _SPELT[0]))
        if token.kind == "mark":
            form = ":" if token.form == "." and self._gives_figure(at, last) else token.form
            return Item("mark", at, at + 1, token.start, token.end, form)
        if token.kind == "number" and not self._in_name(at):
            return Item("date", at, at + 1, token.start, token.end, token.form)
        return self._word(at, last)

    def _gives_figure(self, at: int, last: int) -> bool:
        """«ودرعا.1»: a stop between a name and its figure, with no space on either side."""
        if at == 0 or at + 1 >= last or at + 1 not in self._numbers:
            return False
        before, token, after = self._tokens[at - 1 : at + 2]
        return before.kind == "word" and before.end == token.start and token.end == after.start

    def _is_spelt_out(self, token: Token) -> bool:
        """«إب», «وإب», «بإب»: the governorate, which folded is a month and no place («آب»)."""
        return token.kind == "word" and self._text[token.start : token.end].endswith(_SPELT[0])

    def _in_name(self, at: int) -> bool:
        """Whether digits belong to a name: «كيلو 16», «شارع الـ50», «كيلو 16 و19»."""
        if at == 0:
            return False
        token, before = self._tokens[at], self._tokens[at - 1]
        if token.form == "و" and before.kind == "number":
            return at + 1 < len(self._tokens) and self._tokens[at + 1].kind == "number" and self._in_name(at - 1)
        if token.kind != "number":
            return False
        if before.form == "و":
            return at > 1 and self._tokens[at - 2].kind == "number" and self._in_name(at - 2)
        if before.form == "ال" and at > 1:
            before = self._tokens[at - 2]
        return any(base in self._forms.number_names for _, base in splits(before.form))

    def _figure(self, number: Number) -> Item:
        form = self._tokens[number.first].form
        return Item("number", number.first, number.last, number.start, number.end, form, number.lead, number=number)

    def _is_tally_word(self, place: PlaceSpan) -> bool:
        """Whether a one-word place is rather a word of tallies («رصد», «وقف», «بري» are towns too)."""
        first, last, _ = place
        if last - first > 1:
            return False
        if self._tokens[first].form in _PARTICLES:
            return True
        governed = first > 0 and self._tokens[first - 1].form == "في"
        allowed = _PLACE_ROLES | {"kind_word"} if governed else _PLACE_ROLES
        for _, phrases in self._forms.candidates(self._tokens[first].form):
            for _, word in phrases:
                if word.unit is not None or word.roles - allowed:
                    return True
        return False

    def _place(self, place: PlaceSpan) -> Item:
        first, last, name = place
        token = self._tokens[first]
        wanted = fold(name).split(" ")[0]
        lead = ""
        for candidate, base in splits(token.form):
            if base == wanted or self._is_head(base):
                lead = candidate
                break
        start = after_lead(self._text, token, lead)
        return Item("place", first, last, start, self._tokens[last - 1].end, token.form[len(lead) :], lead)

    def _is_head(self, base: str) -> bool:
        return any("place_head" in word.roles for rest, word in self._forms.phrases.get(base, ()) if not rest)

    def _word(self, at: int, last: int) -> Item:
        token = self._tokens[at]
        best, size, lead = self._longest(at, last)
        form = token.form[len(lead) :]
        start = after_lead(self._text, token, lead) if lead else token.start
        end = self._tokens[at + size - 1].end
        if best is NOTHING:
            listed = self._listed_number(at, token)
            if listed is not None:
                return self._figure(listed)
            if token.form[0] == "و" and len(token.form) > 3:
                return Item("word", at, at + 1, after_lead(self._text, token, "و"), end, token.form[1:], "و")
            return Item("word", at, at + 1, token.start, end, token.form)
        return Item("word", at, at + size, start, end, form, lead, best.roles, best.unit, best.number, best.definite)

    def _listed_number(self, at: int, token: Token) -> Number | None:
        for lead, base in splits(token.form):
            value = self._forms.number_words.get(base)
            if value is not None and lead in ("", "و"):
                return _WordNumber(at, at + 1, value, after_lead(self._text, token, lead), token.end, lead)
        return None

    def _longest(self, at: int, last: int) -> tuple[Word, int, str]:
        alone = self._forms.alone(self._tokens[at].form)
        if alone is not None:
            return alone[0], 1, alone[1]
        best, size, best_lead = NOTHING, 1, ""
        for lead, phrases in self._forms.candidates(self._tokens[at].form):
            for rest, word in phrases:
                end = at + 1 + len(rest)
                if end > last or (best is not NOTHING and end - at <= size):
                    continue
                if all(self._tokens[at + 1 + n].form == form for n, form in enumerate(rest)):
                    best, size, best_lead = word, end - at, lead
        return best, size, best_lead


def is_done_to(items: Sequence[Item], at: int) -> bool:
    """«عمليات نسف المنازل 41»: the thing that an act is done to belongs to the name of its kind."""
    thing, act = items[at].unit, items[at - 1].unit
    return at > 0 and act is not None and act.group == "act" and thing is not None and thing.group == "thing"


def without_asides(items: Sequence[Item]) -> list[Item]:
    """The row without the say of another side: «(منها وفقا للجانب السوري 14)», «، بينها 14 بحسب الجانب التركي،»."""
    row: list[Item] = []
    at = 0
    while at < len(items):
        close = at
        if items[at].form in OPENING:
            end = next((n for n in range(at, min(at + _LONGEST_ASIDE, len(items))) if items[n].form in CLOSING), at)
            close = end if any("side_head" in item.roles for item in items[at:end]) else at
        elif items[at].form in COMMAS and items[at + 1].roles & {"of", "partial"}:
            ahead = range(at + 1, min(at + _LONGEST_ASIDE, len(items)))
            end = next((n for n in ahead if items[n].form in COMMAS or items[n].form in ".:"), at)
            sourced = any(
                items[n].form in SOURCES
                and any("side_head" in item.roles for item in items[n + 1 : min(n + 1 + _SOURCE_WAY, end)])
                for n in range(at, end)
            )
            close = end - 1 if sourced else at
        if close == at:
            row.append(items[at])
        at = close + 1
    return row
