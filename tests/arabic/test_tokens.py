"""Folding, tokens and clitics: forms, kinds, and offsets that always point back at the text."""

from __future__ import annotations

import random

import pytest

from hudna.arabic.clitics import splits
from hudna.arabic.letters import CHANGES_LENGTH, INVISIBLE, TASHKEEL, TATWEEL, fold, fold_character
from hudna.arabic.normal import fold_with_offsets
from hudna.arabic.tokens import tokenise

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآؤئةى"
NOISE = (*TASHKEEL[:20], TATWEEL, *INVISIBLE, "ﻻ", "ﷲ", "ﺑ", "ﻼ", "ی", "ک")
OTHER = (*" \n\t.,،؛؟!«»()[]\"'-_/#:%٪0123456789٠١٢٣۴۵٫٬", *"abcXYZé", "😀", "\u00a0")


def random_text(seed: int) -> str:
    source = random.Random(seed)
    pools: list[tuple[str, ...]] = [tuple(LETTERS), NOISE, OTHER]
    return "".join(source.choice(source.choices(pools, (6, 2, 2))[0]) for _ in range(source.randrange(1, 120)))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("أإآٱ", "اااا"),
        ("مستشفى", "مستشفي"),
        ("هدنة", "هدنه"),
        ("قَصَفَ", "قصف"),
        ("محـــاور", "محاور"),
        ("٢٠١٧", "2017"),
        ("۱۲", "12"),
        ("ﻻ", "لا"),
        ("\u202bحلب\u202c", "حلب"),
        ("حل\x00ب", "حلب"),
        ("ایران", "ايران"),
        ("کوبانی", "كوباني"),
        ("ﷲ", "الله"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_characters_that_keep_their_length_fold_to_one() -> None:
    for character in LETTERS:
        assert character not in CHANGES_LENGTH
        assert len(fold_character(character)) == 1


@pytest.mark.parametrize("seed", range(60))
def test_folding_with_offsets_agrees_with_folding(seed: int) -> None:
    text = random_text(seed)
    folded = fold_with_offsets(text)
    assert folded.text == fold(text)
    if folded.origins is not None:
        assert len(folded.origins) == len(folded.text) + 1
        assert list(folded.origins) == sorted(folded.origins)
        assert folded.origins[-1] == len(text)


@pytest.mark.parametrize("seed", range(200))
def test_every_token_points_at_its_form(seed: int) -> None:
    text = random_text(seed)
    end = 0
    for token in tokenise(text):
        assert end <= token.start < token.end <= len(text)
        assert fold(text[token.start : token.end]) == token.form
        end = token.end


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("قصف الجيش", ["قصف", "الجيش"]),
        ("الـ24 ساعة", ["ال", "24", "ساعه"]),
        ("مسلحي«داعش»", ["مسلحي", "«", "داعش", "»"]),
        ("#خرق_الهدنة", ["#", "خرق", "_", "الهدنه"]),
        ("مارس2011", ["مارس", "2011"]),
        ("12,500 و27.8", ["12,500", "و", "27.8"]),
        ("بلدة، ثم.", ["بلده", "،", "ثم", "."]),
        ("F-16 وM5", ["F", "-", "16", "و", "M", "5"]),
        ("10:30", ["10", ":", "30"]),
        ("1. بند", ["1", ".", "بند"]),
        ("محـــــاور", ["محاور"]),
        ("الهُدْنَةُ", ["الهدنه"]),
        ("ﻻجئون", ["لاجئون"]),
        ("\u202bدمشق\u202c\u200f،", ["دمشق", "،"]),
        ("حلب\x00 وحماة", ["حلب", "وحماه"]),
        ("", []),
        (" \n\t ", []),
        ("ـــ", []),
    ],
)
def test_forms(text: str, forms: list[str]) -> None:
    assert [token.form for token in tokenise(text)] == forms


def test_surfaces_with_marks_inside() -> None:
    text = "في مُحـــافظة \u202bإدلب\u202c أُصيب"
    assert [text[t.start : t.end] for t in tokenise(text)] == ["في", "مُحـــافظة", "إدلب", "أُصيب"]


def test_kinds() -> None:
    assert [t.kind for t in tokenise("قتل 5 من YPG !")] == ["word", "number", "word", "latin", "mark"]


def test_a_null_inside_a_word_stays_in_its_surface() -> None:
    text = "هد\x00نة"
    token = tokenise(text)[0]
    assert (token.form, token.start, token.end) == ("هدنه", 0, 5)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("وحلب", ("و", "حلب")),
        ("بحلب", ("ب", "حلب")),
        ("للتحالف", ("ل", "التحالف")),
        ("وللتحالف", ("ول", "التحالف")),
        ("وبالقصف", ("وب", "القصف")),
        ("فسيطر", ("ف", "سيطر")),
        ("سيقصف", ("س", "يقصف")),
        ("وسيقصف", ("وس", "يقصف")),
    ],
)
def test_splits_hold_the_wanted_one(form: str, expected: tuple[str, str]) -> None:
    found = splits(form)
    assert found[0] == ("", form)
    assert expected in found


def test_short_words_are_not_split() -> None:
    assert splits("من") == (("", "من"),)
    assert ("و", "ا") not in splits("وا")


@pytest.mark.parametrize("form", ["وبلدة", "للجيش", "كتائب", "فلول", "ولللاجئين", "سلام"])
def test_splits_put_together_give_the_form_back(form: str) -> None:
    for lead, base in splits(form):
        joined = lead + base
        assert joined == form or (lead.endswith("ل") and base.startswith("ال") and lead + base[1:] == form)
