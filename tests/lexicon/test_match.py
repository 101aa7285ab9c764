"""Entries in text: longest match, proclitics and pronoun endings, and what is licensed where."""

from __future__ import annotations

import pytest

from hudna.lexicon.entries import Entry
from hudna.lexicon.forms import words_of
from hudna.lexicon.match import Match, Matcher
from hudna.lexicon.store import Lexicon, build_index

ENTRIES = [
    Entry("event", "shell", {"verbs": ["قَصَفَ"], "nouns": [{"one": "قصف", "many": []}]}, "x.yaml", 1),
    Entry("event", "raid", {"nouns": [{"one": "غارة", "many": ["غارات"]}]}, "x.yaml", 2),
    Entry("event", "breach", {"phrases": ["خرق"]}, "x.yaml", 3),
    Entry("event", "breach.truce", {"phrases": ["خرق وقف النار"]}, "x.yaml", 4),
    Entry("event", "fire", {"phrases": ["~أَطْلَقَ النار"]}, "x.yaml", 5),
    Entry("actor", "army", {"name": {"ar": "الجيش"}, "aliases": ["الجيش الوطني"]}, "x.yaml", 6),
]


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    index, features = build_index(ENTRIES)
    compiled = {
        word: tuple((rest, ENTRIES[number], features[code]) for rest, number, code in forms)
        for word, forms in index.items()
    }
    return Matcher(Lexicon(ENTRIES, compiled, "test", ()))


def _found(matcher: Matcher, text: str) -> list[Match]:
    return [match for starting in matcher.matches(words_of(text)) for match in starting]


WORDS = {
    "past": ("قصفت", "shell", "", ""),
    "present": ("يقصفون", "shell", "", ""),
    "vowelled": ("قَصَفَت", "shell", "", ""),
    "tatweel": ("قصـــفت", "shell", "", ""),
    "conjunction": ("فقصفت", "shell", "ف", ""),
    "future": ("سيقصف", "shell", "س", ""),
    "conjunction and future": ("وسيقصف", "shell", "وس", ""),
    "object pronoun": ("قصفتها", "shell", "", "ها"),
    "plural": ("غارات", "raid", "", ""),
    "article": ("الغارة", "raid", "", ""),
    "preposition": ("بغارة", "raid", "ب", ""),
    "preposition and article": ("للغارات", "raid", "ل", ""),
    "possessive": ("غاراته", "raid", "", "ه"),
    "possessive on ta marbuta": ("غارتهم", "raid", "", "هم"),
}


@pytest.mark.parametrize(("word", "entry", "lead", "pronoun"), WORDS.values(), ids=WORDS)
def test_word_is_found_in_its_forms(matcher, word, entry, lead, pronoun):
    found = _found(matcher, word)
    assert (entry, lead, pronoun) in {(m.entry.id, m.lead, m.pronoun) for m in found}


@pytest.mark.parametrize("word", ["بيقصف", "سغارة", "كقصفت", "غار", "تقصفص", "الجيشان"])
def test_what_is_not_licensed_is_not_found(matcher, word):
    assert _found(matcher, word) == []


def test_longest_form_wins(matcher):
    assert [(m.entry.id, m.first, m.last) for m in _found(matcher, "خرق وقف النار")] == [("breach.truce", 0, 3)]


def test_short_form_stands_where_the_long_one_breaks_off(matcher):
    assert [(m.entry.id, m.last) for m in _found(matcher, "خرق وقف الهدنة")] == [("breach", 1)]


def test_longer_name_wins(matcher):
    assert [(m.first, m.last) for m in _found(matcher, "انسحب الجيش الوطني")] == [(1, 3)]


def test_verb_of_a_phrase_is_inflected(matcher):
    (match,) = _found(matcher, "ويطلقون النار")
    assert (match.entry.id, match.lead, match.features.tense, match.last) == ("fire", "و", "present", 2)


def test_features_tell_verb_from_noun(matcher):
    assert {m.features.part for m in _found(matcher, "قصفت")} == {"verb"}
    assert {(m.features.part, m.features.definite) for m in _found(matcher, "القصف")} == {("noun", True)}


def test_holds_looks_at_one_entry_alone(matcher):
    assert matcher.holds(words_of("خرق وقف النار"), ENTRIES[2])
    assert not matcher.holds(words_of("خرق وقف النار"), ENTRIES[1])


def test_one_list_of_readings_a_word(matcher):
    assert len(matcher.matches(["قصف", "الجيش", "الوطني", "zz"])) == 4
    assert matcher.matches([]) == []
