"""Statements given in full, datelines before a verb, and sources set between figures. All sentences are made up."""

from __future__ import annotations

import pytest

import hudna
from tests.attribution.sentences import read

SPEAKERS = [
    # a statement is its issuer's to the end
    ("أصدرت قيادة الجيش البيان التالي: قصفت الطائرات الجسر. وانسحبت القوات من الحي.", "انسحبت", "قيادة الجيش"),
    ("صدر عن قيادة الجيش بيان جاء فيه: قصفت الطائرات الجسر. وانسحبت القوات من الحي.", "انسحبت", "قيادة الجيش"),
    ("أصدرت قيادة الجيش البيان التالي: قصفت الطائرات الجسر.\nيذكر أن القوات انسحبت من الحي.", "انسحبت", None),
    ("أصدرت قيادة الجيش بيانا: «قصف الجسر». وانسحبت القوات من الحي.", "انسحبت", None),
    # a dateline is no subject
    ("وكالات (صنعاء) اتهمت لجنة المراقبة الفصائل بقصف الجسر.", "بقصف", "لجنة المراقبة"),
    ("صنعاء (وكالات) اتهمت لجنة المراقبة الفصائل بقصف الجسر.", "بقصف", "لجنة المراقبة"),
    ("غزة – كشف مكتب الإعلام أن القصف توقف.", "القصف", "مكتب الإعلام"),
    # a source between a verb and its figure, and one before a list
    ("وارتكبت القوات، وفق المركز، 40 خرقا للهدنة.", "خرقا", "المركز"),
    ("ووفقا للمركز، ارتكبت القوات 12 خرقا، أسفرت عن مقتل مدني.", "مقتل", "للمركز"),
    ("أفاد المركز برصد 9 خروقات للهدنة.", "خروقات", "المركز"),
]


@pytest.mark.parametrize(("text", "word", "speaker"), SPEAKERS)
def test_who_speaks(text: str, word: str, speaker: str | None) -> None:
    assert read(text).speaker(word) == speaker


def test_a_degree_with_its_full_stop_belongs_to_the_name() -> None:
    claims = hudna.read("وقال د. سالم نصار إن الطائرات قصفت الجسر.").claims
    assert [claim.speaker.span.text for claim in claims if claim.speaker is not None] == ["سالم نصار"]
