"""The speech lexicon, compiled once: folded form → what it can attribute."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from hudna.arabic.inflection import verb_forms
from hudna.arabic.letters import fold
from hudna.lexicon.entries import LexiconError, lexicon_folder, read_yaml

FILE = "speech.yaml"
CLAUSE = "ان"
CONTENT = "content"
_LEADS = ("", "و", "ف")
_NOUN_LEADS = ("", "و", "ف", "ب", "ل", "وب", "ول", "ك")
_PRONOUNS = ("ه", "ها", "هم", "هما")


class Speech(NamedTuple):
    """One lexicon entry: its force and what must follow it."""

    id: str
    force: str
    only_with: frozenset[str]
    addressee: bool = False
    noun_like: bool = False
    relays: bool = False
    inner: bool = False
    of_subject: bool = False
    """A noun of purpose («للمطالبة بـ…»): the subject of its sentence speaks."""
    near: bool = False
    performs: bool = False
    """Its bare object is a deed done by saying it («أعلنت هدنة»): the outlet tells that, nobody is quoted."""


class Cue(NamedTuple):
    """What a form can be: a verb, participle, verbal noun or document verb, with its agreement."""

    kind: str
    speech: Speech
    feminine: bool = False
    plural: bool = False
    joined: bool = False
    """Written with و or ف before it."""
    noun_like: bool = False
    """The bare form is also an everyday noun or preposition."""
    object_pronoun: bool = False


class Opening(NamedTuple):
    """A fixed phrase that attributes: the words after its first, and whether the last is joined to the speaker by ل."""

    kind: str
    rest: tuple[str, ...]
    joined_by_l: bool
    speech: Speech


@dataclass(frozen=True)
class Lexicon:
    """The compiled speech lexicon."""

    cues: dict[str, Cue]
    openings: dict[str, tuple[Opening, ...]]
    words: dict[str, frozenset[str]]
    """Section name (`head.source`, `documents`, `contents`, …) → folded words."""
    examples: tuple[dict[str, Any], ...] = field(default=())


def _folded(words: Iterable[Any]) -> frozenset[str]:
    return frozenset(fold(str(word)) for word in words)


def _speech(entry: dict[str, Any]) -> Speech:
    only = entry.get("only_with") or ()
    return Speech(
        entry["id"],
        entry.get("force", "assert"),
        _folded(only),
        bool(entry.get("addressee")),
        bool(entry.get("noun_like")),
        bool(entry.get("relays")),
        bool(entry.get("inner")),
        bool(entry.get("of_subject")),
        bool(entry.get("near")),
        bool(entry.get("performs")),
    )


def _verb_cues(entry: dict[str, Any], kind: str) -> Iterator[tuple[str, Cue]]:
    speech = _speech(entry)
    not_forms = _folded(entry.get("not_forms") or ())
    for form in verb_forms(entry["verb"]):
        rare = form.number == "many" and form.gender == "feminine"
        if form.person != 3 or form.voice != "active" or rare or form.form in not_forms:
            continue
        feminine, plural = form.gender == "feminine", form.number != "one"
        past = form.tense == "past" and not feminine and not plural
        for lead in _LEADS:
            noun_like = speech.noun_like and past and not lead
            yield lead + form.form, Cue(kind, speech, feminine, plural, bool(lead), noun_like)
            if speech.addressee:
                bare = form.form.removesuffix("وا") + "و" if form.form.endswith("وا") else form.form
                for pronoun in _PRONOUNS:
                    yield lead + bare + pronoun, Cue(kind, speech, feminine, plural, bool(lead), False, True)


def _participle_cues(entry: dict[str, Any]) -> Iterator[tuple[str, Cue]]:
    if not (stem := fold(entry.get("participle", ""))):
        return
    speech = _speech(entry)
    if entry["id"] == "speech.qala":
        speech = speech._replace(only_with=frozenset({CLAUSE}))
    weak = verb_forms(entry["verb"])[0].written.endswith(("ى", "ا"))
    stem = stem.removesuffix("ي") if weak else stem
    for ending, feminine, plural in (("ا", False, False), ("ه", True, False), ("ين", False, True)):
        form = stem + ("ي" if weak and ending != "ين" else "") + ending
        for lead in _LEADS:
            yield lead + form, Cue("participle", speech, feminine, plural, bool(lead))


def _noun_cues(entry: dict[str, Any]) -> Iterator[tuple[str, Cue]]:
    speech = _speech(entry)
    for noun in entry["nouns"]:
        for lead in _NOUN_LEADS:
            yield lead + fold(noun), Cue("noun", speech, joined=bool(lead))


def _compile_cues(data: dict[str, Any]) -> dict[str, Cue]:
    cues: dict[str, Cue] = {}
    sources: tuple[Iterator[tuple[str, Cue]], ...] = (
        *(_verb_cues(entry, "document_verb") for entry in data["document_verbs"]),
        *(_verb_cues(entry, "verb") for entry in data["verbs"]),
        *(_participle_cues(entry) for entry in data["verbs"]),
        *(_noun_cues(entry) for entry in data["nouns"]),
    )
    for source in sources:
        for form, cue in source:
            known = cues.get(form)
            if known is None or (known.object_pronoun and not cue.object_pronoun):
                cues[form] = cue
    return cues


def _openings(data: dict[str, Any]) -> dict[str, tuple[Opening, ...]]:
    found: dict[str, list[Opening]] = {}
    for section, kind in (("prepositions", "preposition"), ("as_told", "as_told"), ("passives", "passive")):
        for entry in data[section]:
            speech = _speech(entry)
            for written in entry["forms"]:
                words = fold(written).split()
                by_l = words[-1] == "ل"
                rest = tuple(words[1:-1] if by_l else words[1:])
                for lead in ("", "و") if kind != "passive" else ("",):
                    found.setdefault(lead + words[0], []).append(Opening(kind, rest, by_l, speech))
    return {first: tuple(sorted(group, key=lambda o: -len(o.rest))) for first, group in found.items()}


def _word_lists(data: dict[str, Any]) -> dict[str, frozenset[str]]:
    words = {f"head.{kind}": _folded(nouns) for kind, nouns in data["heads"].items() if kind != "__line__"}
    for section in ("documents", "rumours", "own"):
        words[section] = _folded(noun for entry in data[section] for noun in entry["nouns"])
    for section, items in data.items():
        if isinstance(items, list) and items and isinstance(items[0], str):
            words[section] = _folded(items)
    return words


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The shipped speech lexicon; compiled on the first call and kept."""
    file = lexicon_folder() / FILE
    data = read_yaml(file)
    try:
        examples = [entry for section in data.values() if isinstance(section, list) for entry in section]
        return Lexicon(
            _compile_cues(data),
            _openings(data),
            _word_lists(data),
            tuple(entry for entry in examples if isinstance(entry, dict) and "example" in entry),
        )
    except KeyError as error:
        raise LexiconError(
            f"{file}: an entry or section lacks {error}: add it as the head of the file describes"
        ) from error
