"""Words that lost their space are told apart; words that only look like it stay whole."""

from __future__ import annotations

import pytest

from hudna.arabic.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("سقطت قذائف فيالمدينة ليلا", ["سقطت", "قذائف", "في", "المدينة", "ليلا"]),
        ("قتل أحد عشر مدنياًفي القرية", ["قتل", "أحد", "عشر", "مدنياً", "في", "القرية"]),
        ("غادروا البلدةبعد القصف", ["غادروا", "البلدة", "بعد", "القصف"]),
        ("عاد الوفدإلى العاصمة", ["عاد", "الوفد", "إلى", "العاصمة"]),
        ("انسحبوا منالمواقع وبعدالتصعيد", ["انسحبوا", "من", "المواقع", "وبعد", "التصعيد"]),
    ],
)
def test_glued_words_are_told_apart(text, words):
    tokens = tokenise(text)
    assert [text[token.start : token.end] for token in tokens] == words


@pytest.mark.parametrize(
    "word",
    ["معالجة", "بعدالة", "فيالق", "منال", "بالإعلان", "والإعلام", "وبالإضافة", "للإفراج", "شيئاً", "مسؤولاً", "الإله"],
)
def test_whole_words_stay_whole(word):
    assert len(tokenise(word)) == 1


def test_offsets_hold_with_vowels_and_tatweel_before():
    text = "عـــملية قُتِلَ فيهاجنودٌ وجُرح مدنيّاًمن القرية"
    for token in tokenise(text):
        assert 0 <= token.start < token.end <= len(text)
    assert [text[t.start : t.end] for t in tokenise(text)][-3:] == ["مدنيّاً", "من", "القرية"]
