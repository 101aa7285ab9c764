"""The words of tallies, compiled from lexicons/tallies.yaml: counted words in all their forms, and cues."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from hudna.arabic.clitics import splits
from hudna.arabic.letters import fold
from hudna.arabic.tokens import tokenise
from hudna.lexicon.entries import lexicon_folder, read_yaml

FILE = "tallies.yaml"
_LIMIT = 200_000


@dataclass(frozen=True, slots=True)
class Unit:
    """A counted word: its id, class, codebook kind of count and neutral names."""

    id: str
    group: str
    what: str
    arabic: str
    english: str


@dataclass(frozen=True, slots=True)
class Word:
    """What a form (or phrase) of the table can be: a counted word in one number, and the cues that it gives."""

    unit: Unit | None = None
    number: str = ""
    definite: bool = False
    roles: frozenset[str] = frozenset()


NOTHING = Word()
ROLE_LISTS = {
    "filler": "fillers", "another": "another", "another_two": "another_two",
    "one_of": "one_of", "kind_word": "kind_words", "month": "months",
    "kind_head": "kind_heads",
    "hit": "hits",
}  # fmt: skip
PLAIN_LISTS = ("not_places", "number_names", "wide_places", "numbered", "truces", "peaceful", "among", "narrow_places")
OWNED = frozenset({"violation", "case", "act"})
PRONOUNS = ("ه", "ها", "هم", "هما")
Phrases = list[tuple[tuple[str, ...], Word]]


@dataclass(slots=True)
class Forms:
    """Folded first word → (rest of the phrase, what it is), longest first; and the plain word lists."""

    phrases: dict[str, Phrases]
    not_places: frozenset[str]
    number_names: frozenset[str]
    wide_places: frozenset[str]
    narrow_places: frozenset[str]
    numbered: frozenset[str]
    truces: frozenset[str]
    peaceful: frozenset[str]
    among: frozenset[str]
    stripped_heads: frozenset[str]
    side_names: frozenset[str]
    states: dict[str, str]
    number_words: dict[str, int]
    harms: dict[str, str]
    units: dict[str, Unit]
    flags: dict[str, int] = field(default_factory=dict)
    """What the gate knows of words that it has met."""
    _alone: dict[str, tuple[Word, str] | None] = field(default_factory=dict)
    _seen: dict[str, tuple[tuple[str, Phrases], ...]] = field(default_factory=dict)

    def alone(self, form: str) -> tuple[Word, str] | None:
        """What a folded word is by itself, with its proclitics; None where a phrase of several words begins with it."""
        if form not in self._alone:
            options = [(lead, option) for lead, phrases in self.candidates(form) for option in phrases]
            known: tuple[Word, str] | None = None
            if not any(rest for _, (rest, _) in options):
                known = (options[0][1][1], options[0][0]) if options else (NOTHING, "")
            if len(self._alone) > _LIMIT:
                self._alone.clear()
            self._alone[form] = known
        return self._alone[form]

    def candidates(self, form: str) -> tuple[tuple[str, Phrases], ...]:
        """(proclitics, phrases that begin with the rest) of a folded word, the untouched word first."""
        known = self._seen.get(form)
        if known is None:
            known = tuple((lead, self.phrases[base]) for lead, base in splits(form) if base in self.phrases)
            if len(self._seen) > _LIMIT:
                self._seen.clear()
            self._seen[form] = known
        return known

    @staticmethod
    def bases(form: str) -> tuple[str, ...]:
        """A folded word without proclitics, in every way to take them off."""
        return tuple(base for _, base in splits(form))

    def harm_of(self, form: str) -> str:
        """The harm to people that a folded word tells («استشهاد»: killed), or nothing."""
        plain = (base.removeprefix("ال") for base in self.bases(form))
        return next((self.harms[base] for base in plain if base in self.harms), "")

    def has_role(self, form: str, role: str) -> bool:
        """Whether a folded word can give a cue by itself."""
        return any(role in word.roles for _, phrases in self.candidates(form) for rest, word in phrases if not rest)

    def unit_of(self, word: str | None) -> Unit | None:
        """The unit that a word as it stands in a text counts, or None."""
        tokens = [token.form for token in tokenise(word or "") if token.kind == "word"]
        for _, phrases in self.candidates(tokens[0]) if tokens else ():
            for _, found in phrases:
                if found.unit is not None:
                    return found.unit
        return None


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(token.form for token in tokenise(phrase))


class _Builder:
    """Collects the words of the file; a phrase listed twice keeps its unit and gathers its roles."""

    def __init__(self) -> None:
        self.words: dict[tuple[str, ...], Word] = {}

    def add(self, phrase: tuple[str, ...], word: Word) -> None:
        old = self.words.get(phrase)
        if old is not None:
            first = old if old.unit is not None else word
            word = Word(first.unit, first.number, first.definite, old.roles | word.roles)
        self.words[phrase] = word

    def unit(self, entry: dict[str, Any]) -> Unit:
        name = entry["name"]
        unit = Unit(entry["id"], entry["class"], entry["what"], name["ar"], name["en"])
        for number in ("one", "two", "many"):
            for phrase in entry[number]:
                self._noun(unit, number, _words(phrase))
        return unit

    def _noun(self, unit: Unit, number: str, words: tuple[str, ...]) -> None:
        self.add(words, Word(unit, number))
        head = words[0]
        if not head.startswith("ال"):
            self.add(("ال" + head, *words[1:]), Word(unit, number, True))
        if number == "one" and head[-1] not in "هاء" and len(words) == 1:
            self.add((head + "ا",), Word(unit, number))
        if number == "one" and head[-1] == "ء":
            self.add((head + "ا", *words[1:]), Word(unit, number))
        if unit.group in OWNED and number != "two" and len(words) == 1:
            stem = head[:-1] + "ت" if head[-1] == "ه" else head
            for pronoun in PRONOUNS:
                self.add((stem + pronoun,), Word(unit, number, True))

    def role(self, role: str, phrases: list[str]) -> None:
        for phrase in phrases:
            self.add(_words(phrase), Word(roles=frozenset({role})))


@lru_cache(maxsize=1)
def load_forms() -> Forms:
    """The compiled table of lexicons/tallies.yaml, loaded once."""
    data = read_yaml(lexicon_folder() / FILE)
    builder = _Builder()
    units = {}
    for entry in data["units"]:
        units[entry["id"]] = builder.unit(entry)
    for role, words in data["cues"].items():
        if role != "__line__":
            builder.role(role, words)
    for role, key in ROLE_LISTS.items():
        builder.role(role, data[key])
    phrases: dict[str, Phrases] = {}
    for phrase, word in builder.words.items():
        phrases.setdefault(phrase[0], []).append((phrase[1:], word))
    for options in phrases.values():
        options.sort(key=lambda option: -len(option[0]))
    side_names = frozenset(fold(word) for word in data["cues"]["side_name"])
    heads = frozenset(fold(word) for word in data["cues"]["stripped_head"])
    plain = {key: frozenset(fold(word) for word in data[key]) for key in PLAIN_LISTS}
    return Forms(
        phrases,
        not_places=plain["not_places"],
        number_names=plain["number_names"],
        wide_places=plain["wide_places"],
        narrow_places=plain["narrow_places"],
        numbered=plain["numbered"],
        truces=plain["truces"],
        peaceful=plain["peaceful"],
        among=plain["among"],
        stripped_heads=heads,
        side_names=side_names,
        states={fold(word): state for state, words in data["states"].items() if state != "__line__" for word in words},
        number_words={fold(word): value for word, value in data["number_words"].items() if word != "__line__"},
        harms={fold(word): harm for harm, words in data["harms"].items() if harm != "__line__" for word in words},
        units=units,
    )
