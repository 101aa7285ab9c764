"""Words as place names and place heads: the gazetteer asked once for each form, the answers kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hudna.arabic.clitics import splits
from hudna.find.place_hit import FIRST_PARTS, SETTLEMENTS
from hudna.gazetteer import Gazetteer, Place, PlaceHead, direction_adjectives, load_heads

_CACHE_LIMIT = 200_000
_NAME_LEADS = frozenset(("", "و", "ب", "ل"))
Names = tuple[tuple[tuple[str, ...], tuple[Place, ...]], ...]
Named = tuple[int, str, tuple[Place, ...]]
"""The end of a name, the proclitics before it and its places."""


@dataclass(slots=True)
class Words:
    """The words of a sentence as the place finder needs them; `known` words have a reading in the lexicon."""

    forms: Sequence[str]
    kinds: Sequence[str]
    roles: Sequence[str]
    blocked: Sequence[int]
    known: Sequence[bool]

    def free(self, at: int) -> bool:
        """Whether there is a word that no date or figure holds."""
        return at < len(self.forms) and not self.blocked[at] and self.kinds[at] == "word"

    def plain(self, at: int) -> bool:
        """Whether there is a word without any other reading."""
        return self.free(at) and not self.roles[at] and not self.known[at]

    def form(self, at: int) -> str:
        """The form of a word, empty outside the sentence."""
        return self.forms[at] if 0 <= at < len(self.forms) else ""


class PlaceNames:
    """Looks up forms as names and heads."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._index = gazetteer.first_words
        self._heads = load_heads()
        self.directions = direction_adjectives()
        self.beginnings: dict[str, tuple[tuple[str, PlaceHead] | None, bool]] = {}
        self._name_cache: dict[str, tuple[tuple[str, Names], ...]] = {}
        self._head_cache: dict[str, tuple[str, PlaceHead] | None] = {}

    def names(self, form: str) -> tuple[tuple[str, Names], ...]:
        """The names that begin with a form, by the proclitics taken off."""
        cached = self._name_cache.get(form)
        if cached is not None:
            return cached
        if len(self._name_cache) > _CACHE_LIMIT:
            self._name_cache.clear()
        # «البلاد», «المدينة» refer to a place named elsewhere; they name no town
        found = tuple(
            (lead, self._index[base])
            for lead, base in splits(form)
            if base in self._index
            and lead[-1:] in _NAME_LEADS
            and not (base.startswith("ال") and base in self._heads and self._heads[base].number == "one")
        )
        self._name_cache[form] = found
        return found

    def begins(self, form: str) -> tuple[tuple[str, PlaceHead] | None, bool]:
        """The head that a form is, and whether a place mention may begin there."""
        known = self.beginnings.get(form)
        if known is None:
            if len(self.beginnings) > _CACHE_LIMIT:
                self.beginnings.clear()
            head = self.head(form)
            known = self.beginnings[form] = (head, head is not None or bool(self.names(form)))
        return known

    def head(self, form: str) -> tuple[str, PlaceHead] | None:
        """The head that a form is, with the proclitics before it."""
        if form in self._head_cache:
            return self._head_cache[form]
        if len(self._head_cache) > _CACHE_LIMIT:
            self._head_cache.clear()
        found = None
        for lead, base in splits(form):
            if base in self._heads:
                found = (lead, self._heads[base])
                break
        self._head_cache[form] = found
        return found

    def named(self, forms: Sequence[str], at: int, leads: Sequence[str] | None = None) -> Named | None:
        """The longest name that begins at a word, with one of the proclitics given."""
        best: Named | None = None
        for lead, entries in self.names(forms[at]):
            if leads is not None and lead not in leads:
                continue
            for rest, places in entries:
                end = at + 1 + len(rest)
                if best is not None and end <= best[0]:
                    break
                if not rest or tuple(forms[at + 1 : end]) == rest:
                    best = (end, lead, places)
                    break
        return best

    def is_long(self, forms: Sequence[str], at: int) -> bool:
        """Whether a name of several words begins at a word."""
        named = self.named(forms, at, ("",))
        return named is not None and named[0] > at + 1

    def follows(self, forms: Sequence[str], at: int) -> bool:
        """Whether a name begins at a word."""
        return at < len(forms) and any(not lead for lead, _ in self.names(forms[at]))

    def name_start(self, forms: Sequence[str], first: int, name: str) -> int:
        """Where a name begins after the plural head at a word, with heads of its own («مناطق ريف حلب»)."""
        at, start = first, name.partition(" ")[0]
        while forms[at] != start:
            head = self.head(forms[at])
            if head is None or (at > first and head[1].number == "one"):
                break
            at += 1
        return at

    def direction_end(self, forms: Sequence[str], at: int, several: bool = False) -> int:
        """The end of a place after adjectives of direction («الجنوبي الغربي»; of several «الشمالي والشرقي»)."""
        last = at
        while last < len(forms) and forms[last] in self.directions and last - at < 2:
            last += 1
        joined = several and at < last < len(forms) and forms[last].startswith("و")
        return self.direction_end(forms, last + 1) if joined and forms[last][1:] in self.directions else last

    def unknown_end(self, words: Words, at: int, head: str = "") -> int:
        """The end of an unknown name that begins at a word, after a head."""
        second = at + 1
        if words.plain(second) and self.head(words.forms[second]) is None:
            form = words.forms[second]
            compound = words.forms[at] in FIRST_PARTS or words.forms[at][1:] in FIRST_PARTS
            compound = compound or head.lstrip("وبل") in SETTLEMENTS
            if (form.startswith("ال") and len(form) > 3) or (compound and form[0] not in "وف"):
                return second + 1
        return second


def bare_name(forms: Sequence[str], first: int, last: int, lead: str) -> str:
    """A name without the proclitics before it; «للرقة» is «الرقة»."""
    word = forms[first]
    if lead.endswith("ل") and word[len(lead) :].startswith("ل"):
        word = "ا" + word[len(lead) :]
    elif lead:
        word = word[len(lead) :]
    return " ".join((word, *forms[first + 1 : last]))
