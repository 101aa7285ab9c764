"""The table: every field is there, in both languages, and right-to-left text stays within its cell."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from rich.console import Console

from hudna.command.direction import END, LEFT_TO_RIGHT, RIGHT_TO_LEFT, is_arabic, isolated, on_one_line
from hudna.command.explain import print_explanation
from hudna.command.table import print_reading

ISLANDS = re.compile("[\u2066\u2067].*?\u2069")


def shown(reading, language="en", width=170):
    stream = io.StringIO()
    print_reading(Console(file=stream, width=width, highlight=False), reading, language)
    return stream.getvalue()


def without_isolates(text):
    return re.sub("[\u2066\u2067\u2069]", "", text)


def test_table_shows_every_field_of_a_claim(reading):
    text = without_isolates(shown(reading))
    for words in ("الجانب الشمالي", "لجنة المراقبة", "ceasefire violation", "«خروقات»", "الرمانة", "أمس", "2021-03-03"):
        assert words in text
    for words in (
        "about 5",
        "الرمانة 4 · التينة 2",
        "shelling",
        "قوات الوادي",
        "مدنيين",
        "unconfirmed",
        "صحيفة الوادي",
    ):
        assert words in text


def test_findings_stand_below_in_words_with_the_number_of_their_claim(reading):
    text = shown(reading)
    assert "The total told is 5; the parts 4 + 2 make 6." in text
    assert "claim 1 · parts_differ" in text
    assert text.index("parts_differ") > text.index("shelling")


def test_arabic_labels_and_messages(reading):
    text = without_isolates(shown(reading, "ar"))
    for words in ("من يقول", "ضد من", "كم", "غير مؤكد", "خروقات: نحو 5", "الإجمالي 5 والأجزاء 4 + 2 = 6", "قصف"):
        assert words in text
    assert "who says" not in text
    assert "unconfirmed" not in text


def test_arabic_table_runs_from_right_to_left(reading):
    header = next(line for line in without_isolates(shown(reading, "ar")).splitlines() if "من يقول" in line)
    assert header.index("الحالة") < header.index("من يقول") < header.index("#")


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("width", [170, 124, 90, 60])
def test_every_line_with_arabic_keeps_it_within_closed_isolates(reading, language, width):
    for line in shown(reading, language, width).splitlines():
        assert line.count(RIGHT_TO_LEFT) + line.count(LEFT_TO_RIGHT) == line.count(END)
        assert not is_arabic(ISLANDS.sub("", line))


@pytest.mark.parametrize("width", [170, 124, 90, 60])
def test_lines_fit_the_terminal(reading, width):
    assert all(len(without_isolates(line)) <= width for line in shown(reading, "en", width).splitlines())


def test_narrow_terminal_gets_blocks_with_the_same_words(reading):
    text = without_isolates(shown(reading, "en", 80))
    for words in ("who says", "«خروقات»", "قوات الوادي", "unconfirmed", "parts 4 + 2 make 6"):
        assert words in text


def test_text_without_claims_says_so(reading):
    assert "no claims in this text" in shown(replace(reading, claims=(), findings=()))


def test_outlet_speaks_where_no_speaker_is_told(reading):
    line = next(line for line in shown(reading).splitlines() if "shelling" in line)
    assert "صحيفة الوادي" in line


def test_isolated_takes_the_direction_of_the_first_letter():
    assert isolated("قصف 5") == f"{RIGHT_TO_LEFT}قصف 5{END}"
    assert isolated("5 killed (مدنيون)") == f"{LEFT_TO_RIGHT}5 killed (مدنيون){END}"
    assert isolated("shelling") == "shelling"


def test_marks_and_control_characters_of_a_text_cannot_reach_the_terminal():
    assert on_one_line("ريف\u202e حلب\x1b[31m\n\tالشمالي\u2067") == "ريف حلب [31m الشمالي"


def test_explanation_names_characters_rule_and_lexicon_line(reading):
    stream = io.StringIO()
    print_explanation(Console(file=stream, width=200, highlight=False), reading, 1, "en")
    text = without_isolates(stream.getvalue())
    start = reading.document.text.index("أمس")
    for words in (
        "claim 1/2",
        "claims.tally",
        "events/truce.yaml:12",
        f"{start}–{start + 3}",
        "35.500, 36.250",
        "lexicon abc123",
    ):
        assert words in text
    assert "not on the map" in text


def test_explanation_shows_why_a_claim_is_unconfirmed(reading):
    stream = io.StringIO()
    print_explanation(Console(file=stream, width=200, highlight=False), reading, 2, "ar")
    text = without_isolates(stream.getvalue())
    assert "لم يتأكد" in text
    assert "status.doubt" in text
    assert "غير مؤكد" in text
