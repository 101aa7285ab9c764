"""Texts in which only words stay that are known to be harmless.

Names of private persons cannot be listed, so that nothing is searched for and struck out. Instead a word stays only
when it is known: a word of the lexicon, a number, a country or province, a place or a public figure that the profile
may name. What is left over is masked, and so is every given name, though it may be an ordinary word as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hudna.arabic.clitics import splits
from hudna.arabic.letters import fold
from hudna.arabic.tokens import Token, tokenise
from hudna.gazetteer import Gazetteer, given_names
from hudna.lexicon.match import Match, Matcher
from hudna.lexicon.store import Lexicon

MASK = "…"
_ON = fold("على")
_WIDE = frozenset({"country", "admin1"})
_ONLY_BEFORE_NAMES = frozenset(fold(word) for word in ("بن", "ابن", "بنت", "أبو", "أبي", "أبا", "آل", "عبد", "ولد"))
_SPOKEN_FOR = frozenset(
    {"event", "group", "title", "nationality", "thing", "unit", "weapon", "status", "verb", "speech", "function"}
)
"""Families of the lexicon whose words are ordinary words; words of actors stay only as whole names of actors."""


class Mask:
    """Masks texts by what a lexicon and a gazetteer know."""

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        self._matcher = Matcher(lexicon)
        self._gazetteer = gazetteer
        self._given = given_names() | _ONLY_BEFORE_NAMES

    def text(self, text: str, allowed: Iterable[str] = ()) -> str:
        """A text with every word masked that is not known; `allowed` are namings (of places) that may stay."""
        tokens = tokenise(text)
        forms = [token.form for token in tokens]
        keep = [token.kind in ("number", "mark") for token in tokens]
        self._known_words(forms, keep)
        self._given_names(text, forms, tokens, keep)
        self._namings(forms, keep, allowed)
        return _joined(text, tokens, keep)

    def has_given_name(self, text: str) -> bool:
        """Whether a given name stands in a text."""
        return any(self._may_be_name(token.form) for token in tokenise(text) if token.form != _ON)

    def _known_words(self, forms: Sequence[str], keep: list[bool]) -> None:
        for at, matches in enumerate(self._matcher.matches(forms)):
            for match in matches:
                if match.family in _SPOKEN_FOR or (match.family == "actor" and _is_public(match)):
                    keep[match.first : match.last] = [True] * (match.last - match.first)
            if not keep[at] and any(form[1].family in _SPOKEN_FOR and not form[0] for *_, found in
                                    self._matcher.candidates(forms[at]) for form in found):  # fmt: skip
                keep[at] = True
            if not keep[at]:
                keep[at] = self._is_wide_place(forms[at])

    def _is_wide_place(self, form: str) -> bool:
        for _, base in splits(form):
            places = self._gazetteer.lookup(base)
            if places and places[0].kind in _WIDE and base not in self._given:
                return True
        return False

    def _namings(self, forms: Sequence[str], keep: list[bool], allowed: Iterable[str]) -> None:
        for naming in allowed:
            words = [token.form for token in tokenise(naming)]
            for at in range(len(forms) - len(words) + 1):
                if words and list(forms[at : at + len(words)]) == words:
                    keep[at : at + len(words)] = [True] * len(words)

    def _given_names(self, text: str, forms: Sequence[str], tokens: Sequence[Token], keep: list[bool]) -> None:
        """Mask every given name that is no part of a public figure's name or of an allowed place."""
        public = self._public_figures(forms)
        names = [at not in public and self._may_be_name(form) for at, form in enumerate(forms)]
        for at, is_name in enumerate(names):
            if is_name and not self._is_preposition(text, tokens[at], at, names, keep):
                keep[at] = False

    def _may_be_name(self, form: str) -> bool:
        return form in self._given or any(base in self._given and len(lead) == 1 for lead, base in splits(form))

    def _is_preposition(self, text: str, token: Token, at: int, names: Sequence[bool], keep: Sequence[bool]) -> bool:
        """«على» as it is written with a final alif, where no name stands beside it."""
        if text[token.start : token.end][-1:] != "ى" or token.form.lstrip("وف") != _ON:
            return False
        return not any(0 <= near < len(names) and names[near] for near in (at - 1, at + 1))

    def _public_figures(self, forms: Sequence[str]) -> set[int]:
        return {
            place
            for matches in self._matcher.matches(forms)
            for match in matches
            if match.family == "actor" and _is_public(match)
            for place in range(match.first, match.last)
        }


def _is_public(match: Match) -> bool:
    """Whether an actor of the lexicon is named in full: a surname alone may be anybody's."""
    return match.entry.data.get("kind") != "person" or match.last - match.first > 1


def _joined(text: str, tokens: Sequence[Token], keep: Sequence[bool]) -> str:
    """The text with one mask for each run of masked words."""
    parts: list[str] = []
    at = 0
    masked = False
    for token, stays in zip(tokens, keep, strict=True):
        if stays:
            parts.append(text[at : token.end])
            masked = False
        elif not masked:
            parts.append(text[at : token.start] + MASK)
            masked = True
        at = token.end
    return "".join(parts).strip()
