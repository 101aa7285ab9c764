"""Masking keeps only words that are known to be harmless."""

from __future__ import annotations

import pytest

from hudna.lexicon.store import default_lexicon
from hudna.places import default_gazetteer
from hudna.protect.words import MASK, Mask

MASKED = Mask(default_lexicon(), default_gazetteer())


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("قال الطبيب أحمد الخطيب إن القصف قتل جنديين", ("أحمد", "الخطيب")),
        ("قتل علي في القصف", ("علي",)),
        ("أصيب محمود بجروح خلال الاشتباكات", ("محمود",)),
        ("استشهد عادل وسعيد في الغارة", ("عادل", "سعيد")),
        ("مقتل المواطن خليل بن سالم المطيري برصاص مجهولين", ("خليل", "سالم", "المطيري")),
        ("اعتقال الصحفية هناء أبو الورد", ("هناء", "الورد")),
        ("قُتِلَ أَحْمَدُ في الغارة", ("أَحْمَدُ",)),
        ("قتل أحـــمد في الغارة", ("أحـــمد",)),
        ("قال John Smith إن القصف توقف", ("John", "Smith")),
        ("قتل الشاب #أحمد_المطيري في الغارة", ("أحمد", "المطيري")),
        ("والدة فهد قالت إن القصف قتل ابنها", ("فهد",)),
        ("سلمت الجثة لعبد الرحيم النجار", ("الرحيم", "النجار")),
    ],
)
def test_names_are_masked(text, hidden):
    masked = MASKED.text(text)
    assert MASK in masked
    assert not [word for word in hidden if word in masked], masked


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("قصف الجيش السوري مواقع المعارضة على أطراف البلدة", "الجيش السوري مواقع المعارضة على"),
        ("قال بشار الأسد إن الحرب لم تنته", "بشار الأسد"),
        ("قتل 12 جنديا في كمين", "12 جنديا"),
        ("غارات على قرية في سوريا", "سوريا"),
    ],
)
def test_what_happened_can_still_be_read(text, kept):
    assert kept in MASKED.text(text)


def test_allowed_places_stay_and_others_go():
    text = "قصف على بلدة الزعرورية القريبة من البلوطية"
    assert "الزعرورية" in MASKED.text(text, ["بلدة الزعرورية"])
    assert "البلوطية" not in MASKED.text(text, ["بلدة الزعرورية"])


def test_empty_texts_and_marks():
    assert MASKED.text("") == ""
    assert MASKED.text("...") == "..."
