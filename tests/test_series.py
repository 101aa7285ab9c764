"""A day's count or a running total, of which unit, by which source."""

from __future__ import annotations

from datetime import date

import pytest

from hudna.series import is_running, tallies, unit_name, unit_named, window
from hudna.sides import default_sides
from tests.recording import count, recorded

DAY = date(2021, 5, 11)


def tally(text: str, **more):
    counts = [count(text, "violations", 12, "12", "خروقات")]
    return recorded("a", "ceasefire_violation", text, trigger="خروقات", counts=counts, **more)


@pytest.mark.parametrize(
    ("text", "running"),
    [
        ("سجل المركز 12 خروقات اليوم", False),
        ("ليرتفع العدد إلى 12 خروقات", True),
        ("أحصى المركز 12 خروقات منذ بدء الهدنة", True),
        ("بلغ العدد 12 خروقات حتى الآن", True),
        ("سجل المركز 12 خروقات، وارتفع عدد القتلى إلى 90", False),
    ],
)
def test_the_words_of_its_own_clause_make_a_running_total(text, running):
    told = tally(text)
    assert is_running(told, told.claim.counts[0]) is running


def test_a_long_window_makes_a_running_total_and_a_short_one_does_not():
    text = "سجل المركز 12 خروقات"
    month = tally(text, day=date(2021, 4, 1), last_day=date(2021, 4, 30))
    days = tally(text, day=date(2021, 5, 9), last_day=DAY)
    assert is_running(month, month.claim.counts[0]) and not is_running(days, days.claim.counts[0])


def test_a_report_without_a_date_is_of_its_day_of_publication():
    assert window(tally("سجل المركز 12 خروقات", published=DAY)) == (DAY, DAY)
    assert window(tally("سجل المركز 12 خروقات", published=None)) == (None, None)
    assert window(tally("سجل المركز 12 خروقات", published=DAY, day_words="سجل")) == (None, DAY)


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("خرقا", "violation"), ("انتهاكات", "violation"), ("حالات إطلاق نار", "case.firing"), ("حالة", "case"),
        ("غارة", "raid"), ("الأرانب", "ارانب"),
    ],
)  # fmt: skip
def test_units(words, unit):
    assert unit_named(words) == unit


def test_units_have_names_for_people():
    assert unit_name("case.firing", "en") == "cases of firing" and unit_name("case.firing", "ar") == "حالة إطلاق نار"
    assert unit_name(None, "en") == "" and unit_name("ارانب", "en") == "ارانب"


def test_a_source_that_saw_nothing_counts_none_and_one_that_denies_its_breach_does_not_count():
    none = "لم يرصد المركز أي خروقات"
    denial = "نفى المركز أي خروقات"
    found = [
        list(tallies([recorded("a", "ceasefire_violation", text, trigger="خروقات", speaker="المركز", status="denied")],
                     default_sides()))
        for text in (none, denial)
    ]  # fmt: skip
    assert [each.value for each in found[0]] == [0] and found[1] == []


def test_plans_and_rejected_claims_give_no_figures():
    text = "سجل المركز 12 خروقات"
    claims = [tally(text, status="future"), tally(text, review="rejected")]
    assert list(tallies(claims, default_sides())) == []
