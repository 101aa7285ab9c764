"""The words that a claim uses, beside the neutral label of what they mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

from hudna.arabic.clitics import splits
from hudna.arabic.letters import fold
from hudna.lexicon.entries import Entry
from hudna.lexicon.forms import entry_forms, words_of
from hudna.lexicon.loaded import LoadedWords, load_loaded_words
from hudna.lexicon.store import default_lexicon
from observatory.voices.models import Term

_LONGEST_FORM = 120
_REMEMBERED = 65536
_VOWELS = dict.fromkeys((*range(1611, 1619), 1648, 1600))
_LEMMAS = ("verbs", "nouns", "participles", "phrases")
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Used:
    """A form of words that a claim uses for one thing."""

    kind: str
    topic: str
    arabic: str
    english: str
    form: str
    loaded: bool
    known: bool


def used(data: Mapping[str, Any]) -> list[Used]:
    """Every form that a claim in JSON form uses, each once."""
    neutral = data["neutral"]
    found = [_event(data["trigger"]["text"], _entry_id(data["entry"]), neutral.get("ar", ""), neutral.get("en", ""))]
    for item in (*data["actors"], *data["targets"]):
        if (term := _named(item["surface"], item.get("id"))) is not None:
            found.append(term)
    return list(dict.fromkeys(found))


def _entry_id(source: str | None) -> str:
    return (source or "").partition(" (")[0]


@lru_cache(maxsize=_REMEMBERED)
def _event(trigger: str, entry_id: str, arabic: str, english: str) -> Used:
    entry = default_lexicon().by_id.get(entry_id)
    lemma = _lemma(entry, words_of(trigger)) if entry is not None else None
    form = (lemma or " ".join(trigger.split()))[:_LONGEST_FORM]
    folded = fold(form)
    loaded = _loaded().events
    label = loaded.get(folded) or {"ar": arabic, "en": english}
    return Used(
        Term.Kind.EVENT, f"event/{label['ar']}", label["ar"], label["en"], form, folded in loaded, lemma is not None
    )


def _lemma(entry: Entry, words: Words) -> str | None:
    """The word of the entry of which the words of a text are a form."""
    known = _lemmas(entry.id)
    if not words:
        return None
    for _, base in splits(words[0]):
        if (found := known.get((base, *words[1:]))) is not None:
            return found
    return None


@cache
def _lemmas(entry_id: str) -> Mapping[Words, str]:
    """Every form of an entry with the word that it is a form of."""
    entry = default_lexicon().by_id[entry_id]
    found: dict[Words, str] = {}
    for name in _LEMMAS:
        for lemma in entry.data.get(name) or ():
            alone = replace(entry, data={name: [lemma]})
            for words, _ in entry_forms(alone):
                found.setdefault(words, _plain(lemma))
    return found


def _plain(lemma: str | Mapping[str, Any]) -> str:
    """A word of the lexicon without its vowels and signs."""
    told = lemma if isinstance(lemma, str) else lemma.get("one") or next(iter(lemma.get("many") or ()), "")
    return str(told).translate(_VOWELS).strip("~* ")


@lru_cache(maxsize=_REMEMBERED)
def _named(surface: str, entry_id: str | None) -> Used | None:
    """The form under which an actor or target of the lexicon is named; None for who has no neutral name."""
    entry = default_lexicon().by_id.get(entry_id or "")
    if entry is not None and entry.family == "actor":
        return _actor(surface, entry)
    word = _group_word(entry) if entry is not None else None
    if word is None or (group := _loaded().groups.get(fold(word))) is None:
        return None
    return Used(Term.Kind.GROUP, f"group/{group.topic}", group.label["ar"], group.label["en"], word, group.loaded, True)


def _actor(surface: str, entry: Entry) -> Used:
    name, words = entry.data["name"], words_of(surface)
    form = max((form for form in _names(entry.id) if _holds(words, form)), key=len, default=None)
    told, is_loaded = _names(entry.id)[form] if form else (" ".join(surface.split())[:_LONGEST_FORM], False)
    english = str(name.get("en") or name["ar"])
    return Used(Term.Kind.ACTOR, f"actor/{entry.id}", str(name["ar"]), english, told, is_loaded, form is not None)


def _holds(words: Words, form: Words) -> bool:
    """Whether a form of a name stands in a naming; its first word may have a proclitic."""
    for at in range(len(words) - len(form) + 1):
        rest = words[at + 1 : at + len(form)] == form[1:]
        if rest and any(base == form[0] for _, base in splits(words[at])):
            return True
    return False


@cache
def _names(entry_id: str) -> Mapping[Words, tuple[str, bool]]:
    """The names of an actor by their folded words: as the lexicon has them, and whether they are loaded."""
    data = default_lexicon().by_id[entry_id].data
    plain = [(name, False) for name in (data["name"]["ar"], *(data.get("aliases") or ()))]
    found: dict[Words, tuple[str, bool]] = {}
    for name, is_loaded in (*plain, *((name, True) for name in data.get("loaded") or ())):
        found.setdefault(words_of(name), (name, is_loaded))
    return found


def _group_word(entry: Entry) -> str | None:
    nouns = entry.data.get("nouns") or [entry.data]
    word = nouns[0].get("one") if isinstance(nouns[0], dict) else None
    return str(word) if word and entry.family in ("group", "thing") else None


@cache
def _loaded() -> LoadedWords:
    return load_loaded_words(default_lexicon().folders)
