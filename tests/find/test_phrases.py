"""Noun phrases: what heads them, how far they reach, what governs them, which are joined."""

from __future__ import annotations

import pytest

from hudna.arabic.sentences import sentences
from hudna.arabic.tokens import tokenise
from hudna.find.agreement import case, head_word
from hudna.find.phrase import Phrase
from hudna.find.phrases import read_phrases
from hudna.find.sentence import SentenceReader
from hudna.find.view import SentenceView
from hudna.gazetteer import Gazetteer
from hudna.lexicon.store import default_lexicon


@pytest.fixture(scope="module")
def reader() -> SentenceReader:
    return SentenceReader(default_lexicon(), Gazetteer.load())


def _phrases(reader: SentenceReader, text: str) -> tuple[SentenceView, list[Phrase]]:
    tokens = tokenise(text)
    (view,) = reader.views(text, tokens, sentences(text, tokens), None)
    return view, read_phrases(view)


def _texts(reader: SentenceReader, text: str) -> list[str]:
    view, phrases = _phrases(reader, text)
    return [text[view.start(phrase.first) : view.end(phrase.last)] for phrase in phrases]


EXTENT = {
    "who it is loyal to": ("انتشرت القوات الموالية للحكومة", ["القوات الموالية للحكومة"]),
    "made up of": ("وصلت مجموعة من المسلحين", ["مجموعة من المسلحين"]),
    "members of a group told before": ("قتل عناصر من التنظيم", ["عناصر من التنظيم"]),
    "shells have no place as owner": ("قصف بعدة قذائف مواقع الجيش", ["قذائف", "مواقع الجيش"]),
    "fire opened by members": ("فتح عناصر من الجيش النار", ["عناصر من الجيش"]),
    "a participle is no name": ("تحدث الوزير متهما المتمردين", ["الوزير", "المتمردين"]),
    "none of them": ("لم يقتل أي من الجنود", ["أي من الجنود"]),
    "construct plural": ("انقض مقاتلو القبيلة", ["مقاتلو القبيلة"]),
}


@pytest.mark.parametrize(("text", "expected"), EXTENT.values(), ids=EXTENT)
def test_how_far_phrases_reach(reader, text, expected):
    assert _texts(reader, text) == expected


@pytest.mark.parametrize("text", ["قصف الجيش بجانب الطريق", "وقف الجيش إلى جانب الحكومة"])
def test_a_side_may_only_say_where(reader, text):
    assert not any("جانب" in phrase for phrase in _texts(reader, text))


def test_a_noun_with_a_verb_of_its_own_is_not_joined(reader):
    _, phrases = _phrases(reader, "مقتل قياديين والميليشيات تفخخ الميناء")
    assert [phrase.coordinate for phrase in phrases[:2]] == [-1, -1]


def test_help_is_told_by_two_words(reader):
    _, phrases = _phrases(reader, "تقدم الجيش بإسناد من قوات التحالف")
    assert phrases[-1].governor == "support"


CASES = {"المتمردون": "subject", "المتمردين": "object", "مسلحو الحركة": "subject", "مسلحي الحركة": ""}


@pytest.mark.parametrize(("words", "expected"), CASES.items())
def test_the_ending_of_a_plural_shows_its_case(reader, words, expected):
    view, phrases = _phrases(reader, f"هاجم {words}")
    phrase = phrases[0]
    assert case(head_word(view, phrase.head, ""), phrase.match) == expected
