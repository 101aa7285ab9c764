"""Sentences: stops, line breaks, quotes, abbreviations, and texts without any stop."""

from __future__ import annotations

import pytest

from hudna.arabic.sentences import HARD_LIMIT, sentences
from hudna.arabic.tokens import tokenise
from tests.work import calls


def surfaces(text: str) -> list[str]:
    tokens = tokenise(text)
    return [text[tokens[first].start : tokens[last - 1].end] for first, last in sentences(text, tokens)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("وصلت القافلة", ["وصلت القافلة"]),
        ("وصلت القافلة. ثم عادت.", ["وصلت القافلة.", "ثم عادت."]),
        ("من أطلق النار؟ لا أحد يعلم!", ["من أطلق النار؟", "لا أحد يعلم!"]),
        ("Who fired? Nobody.", ["Who fired?", "Nobody."]),
        ("هدنة في المدينة\nبدأت الهدنة صباحا", ["هدنة في المدينة", "بدأت الهدنة صباحا"]),
        ("سطر\r\nآخر", ["سطر", "آخر"]),
        ("سطر\u2028آخر", ["سطر", "آخر"]),
        ("\n\nسطر\n\n\nآخر\n", ["سطر", "آخر"]),
        ("توقف القصف... ثم عاد", ["توقف القصف...", "ثم عاد"]),
        ("توقف القصف… ثم عاد", ["توقف القصف…", "ثم عاد"]),
        ("ماذا؟! لا", ["ماذا؟!", "لا"]),
        ("قال «انسحبنا.» ثم سكت", ["قال «انسحبنا.»", "ثم سكت"]),
        ('قال "انسحبنا." ثم سكت', ['قال "انسحبنا."', "ثم سكت"]),
        ("(انسحبوا.) ثم عادوا", ["(انسحبوا.)", "ثم عادوا"]),
        ("نشر 27.8 ألف جندي. انتهى", ["نشر 27.8 ألف جندي.", "انتهى"]),
        ("قال د. سامر إن المشفى مغلق", ["قال د. سامر إن المشفى مغلق"]),
        ("نقلت أ.ف.ب عن شهود", ["نقلت أ.ف.ب عن شهود"]),
        ("نقل الخبر (أ.ف.ب). وانتهى", ["نقل الخبر (أ.ف.ب).", "وانتهى"]),
        ("1. هدنة فورية", ["1. هدنة فورية"]),
        ("حدث ذلك عام 2017. ثم انتهى", ["حدث ذلك عام 2017.", "ثم انتهى"]),
        ("موقع example.com نشر الخبر", ["موقع example.com نشر الخبر"]),
        ("انتهى القصف.وبدأت الهدنة", ["انتهى القصف.", "وبدأت الهدنة"]),
        ("قال: انسحبنا؛ ثم سكت", ["قال: انسحبنا؛ ثم سكت"]),
    ],
)
def test_boundaries(text: str, expected: list[str]) -> None:
    assert surfaces(text) == expected


def test_ranges_cover_every_token_once() -> None:
    text = "عنوان\nقصف. «رد.» ... ؟\n\n. نهاية"
    tokens = tokenise(text)
    covered = [at for first, last in sentences(text, tokens) for at in range(first, last)]
    assert covered == list(range(len(tokens)))


def test_an_abbreviated_agency_ends_nothing() -> None:
    text = "قال المصدر لوكالة الأنباء (و. ا. م) إن الجسر آمن"
    assert len(sentences(text, tokenise(text))) == 1


def test_a_stop_between_a_name_and_its_figure_ends_nothing() -> None:
    figures, counted = "خرقان في حلب.1 ودرعا.1", "ساد الهدوء أمس.3 قتلى سقطوا اليوم."
    assert len(sentences(figures, tokenise(figures))) == 1
    assert len(sentences(counted, tokenise(counted))) == 2


def test_a_long_sentence_splits_softly_at_a_comma() -> None:
    text = "كلمة " * 130 + "، " + "كلمة " * 50
    ranges = sentences(text, tokenise(text))
    assert ranges == [(0, 131), (131, 181)]


def test_a_line_without_any_mark_is_cut() -> None:
    text = "كلمة " * 1000
    ranges = sentences(text, tokenise(text))
    assert max(last - first for first, last in ranges) <= HARD_LIMIT


def test_a_huge_line_stays_linear() -> None:
    short, long = "قصف المدينة، " * 1000, "قصف المدينة، " * 4000
    few, many = tokenise(short), tokenise(long)
    assert len(sentences(long, many)) > 50
    assert calls(lambda: sentences(long, many)) < 4.6 * calls(lambda: sentences(short, few))
