"""From lexicon entries to the folded forms under which a text can hold them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from hudna.arabic.inflection import noun_forms, verb_forms
from hudna.arabic.tokens import tokenise
from hudna.lexicon.entries import Entry


class Features(NamedTuple):
    """What a matched form says of itself: part of speech and inflection."""

    part: str
    """`verb`, `noun`, `adjective`, `name` or `phrase`."""
    number: str = ""
    definite: bool = False
    tense: str = ""
    voice: str = ""
    person: int = 0
    gender: str = ""


NAME = Features("name")
PHRASE = Features("phrase")

Form = tuple[tuple[str, ...], Features]


def words_of(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase as the matcher sees them: without quotation marks and other signs."""
    return tuple(token.form for token in tokenise(phrase) if token.kind != "mark")


def entry_forms(entry: Entry) -> Iterator[Form]:
    """All forms of an entry, as (words, features)."""
    data = entry.data
    if entry.family == "actor":
        yield from _names([data["name"]["ar"], *data.get("aliases", []), *data.get("loaded", [])])
    elif entry.family == "nationality":
        yield from _adjective(data)
    elif entry.family == "speech":
        yield from _verbs({"verb": data.get("verb")})
    else:
        yield from _verbs(data)
        yield from _nouns(data)
        yield from _participles(data)
        yield from _phrases(data)
        if entry.family == "event":
            yield from _phrase_variants(data)


def _names(names: list[str]) -> Iterator[Form]:
    for name in names:
        words = words_of(name)
        if words:
            yield words, NAME


def _adjective(data: dict[str, Any]) -> Iterator[Form]:
    plural = data.get("plural") or []
    many = [plural] if isinstance(plural, str) else plural
    for key, one, others in (("masculine", data.get("masculine"), many), ("feminine", data.get("feminine"), [])):
        if not one:
            continue
        for form in noun_forms(one, others, None):
            yield (form.form,), Features("adjective", form.number, form.definite, gender=key)


def _listed(data: dict[str, Any], *keys: str) -> list[Any]:
    found: list[Any] = []
    for key in keys:
        value = data.get(key)
        if value is None:
            continue
        found.extend(value if isinstance(value, list) else [value])
    return found


def _verbs(data: dict[str, Any]) -> Iterator[Form]:
    for lemma in _listed(data, "verbs", "verb"):
        words = lemma.split()
        rest = words_of(" ".join(words[1:]))
        for form in verb_forms(words[0]):
            if form.person == 1 and form.number == "one":
                continue  # «أصل», «أسر»: news has no «I» outside quotations, and everyday words look like it
            features = Features("verb", form.number, False, form.tense, form.voice, form.person, form.gender)
            yield (form.form, *rest), features


def _noun_entries(data: dict[str, Any]) -> list[dict[str, Any]]:
    nouns: list[dict[str, Any]] = []
    for noun in _listed(data, "nouns"):
        nouns.append({"one": noun} if isinstance(noun, str) else noun)
    if data.get("one") or (data.get("many") and not nouns):
        nouns.append(data)
    return nouns


def _nouns(data: dict[str, Any]) -> Iterator[Form]:
    for noun in _noun_entries(data):
        one = str(noun.get("one") or "")
        many = [str(word) for word in _listed(noun, "many")]
        for form in noun_forms(one, many, noun.get("two")):
            yield words_of(form.form), Features("noun", form.number, form.definite)


def _participles(data: dict[str, Any]) -> Iterator[Form]:
    for word in _listed(data, "participles"):
        one = word if isinstance(word, str) else word["one"]
        many = [] if isinstance(word, str) else _listed(word, "many")
        for form in noun_forms(one, many, None):
            yield (form.form,), Features("adjective", form.number, form.definite)


def _phrases(data: dict[str, Any]) -> Iterator[Form]:
    for phrase in _listed(data, "phrases", "forms", "form"):
        text = str(phrase)
        if text.startswith("~"):
            first, _, rest = text[1:].partition(" ")
            for form in verb_forms(first):
                features = Features("verb", form.number, False, form.tense, form.voice, form.person, form.gender)
                yield (form.form, *words_of(rest)), features
        elif words := words_of(text):
            yield words, PHRASE


def _phrase_variants(data: dict[str, Any]) -> Iterator[Form]:
    """A noun with its adjective also definite and in the accusative: «قتل جماعي», «القتل الجماعي», «قتلا جماعيا»."""
    for phrase in _listed(data, "phrases"):
        words = str(phrase).split()
        if len(words) != 2 or words[0].startswith(("ال", "~", "ب", "ل")):
            continue
        noun, adjective = words
        if adjective.startswith("ال"):
            continue
        feminine = noun.endswith(("ة", "ات")) and adjective.endswith("ة")
        if feminine or adjective.endswith("ي"):
            yield words_of(f"ال{noun} ال{adjective}"), PHRASE
        if adjective.endswith("ي") and not noun.endswith(("ة", "ات", "اء", "ى")):
            yield words_of(f"{noun}ا {adjective}ا"), PHRASE
