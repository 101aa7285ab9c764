"""Builds the view of each sentence: lexicon, gazetteer, dates and figures in one pass over its words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hudna.arabic.dates import read_dates
from hudna.arabic.numbers import read_numbers
from hudna.arabic.tokens import Token
from hudna.find.places import PlaceFinder
from hudna.find.view import QUOTES, SentenceView
from hudna.gazetteer import Gazetteer
from hudna.lexicon.match import Match, Matcher
from hudna.lexicon.store import Lexicon

_TO_HIM = "اليه"
"""«إليه», which folding makes the same as «آلية»."""
_NAMED = ("actor", "title")


class SentenceReader:
    """Reads tokens of one document into sentence views."""

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        self._matcher = Matcher(lexicon)
        self._places = PlaceFinder(gazetteer)

    def views(
        self, text: str, tokens: list[Token], sentences: list[tuple[int, int]], published: date | None
    ) -> Iterator[SentenceView]:
        """One view a sentence, in order; sentences without a word are left out."""
        for first, last in sentences:
            at = [i for i in range(first, last) if tokens[i].form not in QUOTES]
            words = [tokens[i] for i in at]
            if words:
                yield self._view(text, words, at, published)

    def _view(self, text: str, words: list[Token], at: list[int], published: date | None) -> SentenceView:
        forms = [word.form for word in words]
        size = len(forms)
        taken = [""] * size
        view = SentenceView(text, words, at, forms, self._matcher.matches(forms), [""] * size, taken=taken)
        view.dates = read_dates(words, published)
        blocked = bytearray(size)
        for mention in view.dates:
            for position in range(mention.first, mention.last):
                taken[position] = "date"
                blocked[position] = 1
        for number in read_numbers(words, blocked):
            view.numbers[number.first] = number
            for position in range(number.first, number.last):
                taken[position] = "number"
                blocked[position] = 1
        _drop_false_pronouns(view)
        _set_roles(view)
        _drop_inside_names(view)
        kinds = [word.kind for word in words]
        for position, found in enumerate(view.matches):
            for match in found:
                if match.family == "actor" and match.entry.data.get("kind") != "state":
                    blocked[position : match.last] = b"\x01" * (match.last - position)
                elif match.family in ("event", "weapon"):
                    blocked[position + 1 : match.last] = b"\x01" * (match.last - position - 1)
        for position, form in enumerate(forms):
            if form.endswith("احياء") and "إ" in text[words[position].start : words[position].end]:
                blocked[position] = 1  # «إحياء» is no quarter
        known = [any(m.family != "actor" or m.last > at + 1 for m in found) for at, found in enumerate(view.matches)]
        view.places = self._places.find(forms, kinds, view.roles, blocked, known)
        for place in view.places:
            if place.described or not (place.certain and (place.local or not known[place.first])):
                continue
            for position in range(place.first, place.last):
                taken[position] = taken[position] or "place"
        return view


def _drop_false_pronouns(view: SentenceView) -> None:
    """A word written with ة ends in no pronoun: folding made its ending look like ه."""
    for at, found in enumerate(view.matches):
        if any(m.pronoun == "ه" for m in found) and view.text[view.words[at].end - 1] == "ة":
            view.matches[at] = [m for m in found if m.pronoun != "ه"]
        if view.forms[at] == _TO_HIM and "آ" not in view.text[view.words[at].start : view.words[at].end]:
            view.matches[at] = []


def _set_roles(view: SentenceView) -> None:
    """Function words keep their role and lose other readings, unless a longer name or phrase begins with them."""
    roles, matches = view.roles, view.matches
    inside = 0
    for at, found in enumerate(matches):
        if not found:
            continue
        if at < inside and any(m.family == "function" for m in found):
            matches[at] = []  # «من آن لآخر»: the words of a longer phrase have no role of their own
            continue
        function = next((m for m in found if m.family == "function"), None)
        if function is None or roles[at] or function.lead not in ("", "و", "ف"):
            if function is not None:
                matches[at] = [m for m in found if m.family != "function"]
            continue
        if any(m.last - at > function.last - at or m.family == "actor" for m in found):
            matches[at] = [m for m in found if m.family != "function"]
            inside = max(m.last for m in matches[at])
            continue
        role = function.entry.data["role"]
        for position in range(at, function.last):
            roles[position] = role
            if position > at:
                matches[position] = []
        matches[at] = [m for m in found if m.family == "status"]


def _drop_inside_names(view: SentenceView) -> None:
    """A word inside a longer name («هيئة تحرير الشام») has no reading of its own, save another name of the same end."""
    end = 0
    for at, found in enumerate(view.matches):
        if at < end:
            view.matches[at] = []
            continue
        if found and found[0].last - at > 1:
            end = max(found, key=_length).last


def _length(match: Match) -> int:
    return match.last - match.first
