"""Finds lexicon entries in tokens: longest match, proclitics and pronoun endings taken off where licensed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from hudna.arabic.clitics import splits
from hudna.lexicon.entries import Entry
from hudna.lexicon.forms import Features
from hudna.lexicon.store import IndexedForm, Lexicon

PRONOUNS = ("هما", "هم", "هن", "ها", "نا", "ه")
_CACHE_LIMIT = 400_000

Candidate = tuple[str, str, tuple[IndexedForm, ...]]


class Match:
    """One reading of the words `first`…`last` (half-open): an entry in one of its forms.

    `lead` holds the proclitics taken off the first word, `pronoun` the ending taken off it.
    """

    __slots__ = ("entry", "family", "features", "first", "last", "lead", "pronoun")

    def __init__(self, first: int, last: int, entry: Entry, features: Features, lead: str, pronoun: str) -> None:
        self.first = first
        self.last = last
        self.entry = entry
        self.family = entry.family
        self.features = features
        self.lead = lead
        self.pronoun = pronoun

    def __repr__(self) -> str:
        return f"Match({self.first}, {self.last}, {self.entry.id}, {self.features.part}, {self.lead!r})"


_Reading = tuple[Entry, Features, str, str]


class _Prepared(NamedTuple):
    """A word made ready for matching: readings of the word alone, and longer forms by their second word."""

    alone: tuple[_Reading, ...]
    followed: dict[str, list[tuple[tuple[str, ...], _Reading]]] | None


class Matcher:
    """Matches sequences of folded words against a lexicon; analyses of words are kept, since news repeats itself."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._index = lexicon.index
        self._analyses: dict[str, tuple[Candidate, ...]] = {}
        self._prepared: dict[str, _Prepared] = {}

    def candidates(self, form: str) -> tuple[Candidate, ...]:
        """Every licensed (lead, pronoun, indexed forms) of one folded word."""
        known = self._analyses.get(form)
        if known is None:
            known = self._analyse(form)
            if len(self._analyses) > _CACHE_LIMIT:
                self._analyses.clear()
            self._analyses[form] = known
        return known

    def _analyse(self, form: str) -> tuple[Candidate, ...]:
        found: list[Candidate] = []
        for lead, base in splits(form):
            forms = self._index.get(base)
            if forms is not None:
                if lead:
                    forms = tuple(f for f in forms if _licensed(lead, f[2]))
                if forms:
                    found.append((lead, "", forms))
                if len(base) > 4 and all(f[0] for f in forms):
                    found.extend(self._without_pronoun(lead, base))  # «تقدمه» also begins «تقدمه نحو»
            elif len(base) > 4:
                found.extend(self._without_pronoun(lead, base))
            elif len(base) == 4 and base.endswith("ه"):
                found.extend(c for c in self._without_pronoun(lead, base) if any(f[2].part == "verb" for f in c[2]))
        return tuple(found)

    def _without_pronoun(self, lead: str, base: str) -> list[Candidate]:
        for pronoun in PRONOUNS:
            if not base.endswith(pronoun):
                continue
            stem = base[: -len(pronoun)]
            for variant in _stems_before_pronoun(stem):
                forms = tuple(
                    form
                    for form in self._index.get(variant, ())
                    if not form[0]
                    and form[2].part in ("verb", "noun")
                    and not form[2].definite
                    and not (form[2].part == "noun" and form[2].number == "two")
                    and (not lead or _licensed(lead, form[2]))
                )
                if forms:
                    return [(lead, pronoun, forms)]
        return []

    def holds(self, forms: Sequence[str], entry: Entry) -> bool:
        """Whether some words read as a form of the entry, though a longer form of another entry may begin there."""
        return any(
            indexed[1].id == entry.id and tuple(forms[at + 1 : at + 1 + len(indexed[0])]) == indexed[0]
            for at, form in enumerate(forms)
            for _, _, known in self.candidates(form)
            for indexed in known
        )

    def matches(self, forms: Sequence[str]) -> list[list[Match]]:
        """For each word the readings that begin at it: all of the longest length, families side by side."""
        found: list[list[Match]] = []
        prepared = self._prepared
        empty: list[Match] = []
        last = len(forms) - 1
        for at, form in enumerate(forms):
            known = prepared.get(form)
            if known is None:
                known = self._prepare(form)
            alone, followed = known
            if not alone and followed is None:
                found.append(empty)
                continue
            longer = followed.get(forms[at + 1]) if followed is not None and at < last else None
            read = _longest(forms, at, longer) if longer is not None else None
            found.append(
                read or [Match(at, at + 1, entry, features, lead, end) for entry, features, lead, end in alone]
            )
        return found

    def _prepare(self, form: str) -> _Prepared:
        if len(self._prepared) > _CACHE_LIMIT:
            self._prepared.clear()
        alone: list[_Reading] = []
        followed: dict[str, list[tuple[tuple[str, ...], _Reading]]] = {}
        for lead, pronoun, indexed in self.candidates(form):
            for rest, entry, features in indexed:
                reading = (entry, features, lead, pronoun)
                if rest:
                    followed.setdefault(rest[0], []).append((rest, reading))
                else:
                    alone.append(reading)
        for longer in followed.values():
            longer.sort(key=lambda option: -len(option[0]))
        prepared = self._prepared[form] = _Prepared(tuple(alone), followed or None)
        return prepared


def _licensed(lead: str, features: Features) -> bool:
    """Whether a form takes these proclitics: س and ل stand before verbs of the present, ب and ك before no verb."""
    inner = lead.lstrip("وف")
    if features.part == "verb":
        return not inner or (inner in ("س", "ل") and features.tense == "present")
    return inner != "س"


def _stems_before_pronoun(stem: str) -> tuple[str, ...]:
    if stem.endswith("ت"):
        return (stem, stem[:-1] + "ه")
    if stem.endswith("ا"):
        return (stem, stem[:-1] + "ي")
    if stem.endswith("و"):
        return (stem + "ا", stem + "ن", stem)
    if stem.endswith(("ئ", "ؤ")):
        return (stem, stem[:-1] + "ء")
    return (stem,)


def _longest(forms: Sequence[str], at: int, options: list[tuple[tuple[str, ...], _Reading]]) -> list[Match]:
    """The readings of the longest form that the words from `at` hold; empty when none goes on."""
    best: list[Match] = []
    longest = 0
    for rest, (entry, features, lead, pronoun) in options:
        length = len(rest)
        if length < longest:
            break
        if length == 1 or tuple(forms[at + 1 : at + 1 + length]) == rest:
            longest = length
            best.append(Match(at, at + 1 + length, entry, features, lead, pronoun))
    return best
