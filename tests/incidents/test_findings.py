"""Figures of several documents against each other."""

from __future__ import annotations

from datetime import date, timedelta

from hudna.incidents import findings
from hudna.incidents.messages import LANGUAGES
from tests.recording import count, named, place, recorded

FIRST = date(2021, 5, 10)


def running(key, total, day, since=date(2021, 3, 6), speaker="المركز الروسي"):
    text = f"أحصى {speaker} {total} خرقا منذ بدء الهدنة"
    return recorded(
        key, "ceasefire_violation", text, trigger="خرقا", day=since, last_day=day, published=day, speaker=speaker,
        counts=[count(text, "violations", total, str(total), "خرقا")],
    )  # fmt: skip


def daily(key, number, day, speaker="المركز الروسي", word="خرقا", places=(), status="happened"):
    text = f"سجل {speaker} {number} {word} في إدلب"
    return recorded(
        key, "ceasefire_violation", text, trigger=word, day=day, published=day, speaker=speaker, places=places,
        counts=[count(text, "violations", number, str(number), word)], status=status,
    )  # fmt: skip


def codes(*claims):
    return [finding.code for finding in findings(claims)]


def test_a_running_total_that_falls():
    (finding,) = findings([running("a", 120, FIRST), running("b", 115, FIRST + timedelta(days=1))])
    assert (finding.code, finding.level, finding.claims) == ("running_total_falls", "warning", ("a", "b"))
    assert finding.figures == {"before": 120, "after": 115}
    assert "120" in finding.message["ar"] and "115" in finding.message["en"]


def test_a_running_total_that_rises_is_no_finding_and_another_beginning_is_another_series():
    assert codes(running("a", 120, FIRST), running("b", 121, FIRST + timedelta(days=1))) == []
    assert codes(running("a", 120, FIRST), running("b", 15, FIRST + timedelta(days=5), since=FIRST)) == []
    assert codes(running("a", 120, FIRST), running("b", 115, FIRST + timedelta(days=1), speaker="المركز التركي")) == []


def test_a_total_of_an_outlet_or_of_things_without_a_kind_is_no_sides_running_total():
    text = "بلغ عدد المحاصرين 400 شخص منذ بدء الهدنة"

    def total(key, number, day, what, speaker=None):
        told = text.replace("400", str(number))
        return recorded(
            key, "siege", told, day=date(2021, 3, 6), last_day=day, published=day, speaker=speaker,
            counts=[count(told, what, number, str(number), "شخص")],
        )  # fmt: skip

    later = FIRST + timedelta(days=1)
    assert codes(total("a", 400, FIRST, "killed"), total("b", 300, later, "killed")) == []
    assert codes(total("a", 400, FIRST, "other", "عدد"), total("b", 300, later, "other", "عدد")) == []


def test_todays_total_against_yesterdays_and_todays_count():
    tomorrow = FIRST + timedelta(days=1)
    fitting = [running("a", 120, FIRST), running("b", 125, tomorrow), daily("c", 5, tomorrow)]
    assert codes(*fitting) == []
    (finding,) = findings([running("a", 120, FIRST), running("b", 125, tomorrow), daily("c", 7, tomorrow)])
    assert finding.code == "running_total_differs"
    assert finding.claims == ("a", "b", "c")
    assert finding.figures["sum"] == 127


def test_a_day_without_a_report_between_two_totals_is_not_checked():
    assert (
        codes(
            running("a", 120, FIRST),
            running("b", 190, FIRST + timedelta(days=3)),
            daily("c", 7, FIRST + timedelta(days=3)),
        )
        == []
    )


def test_two_sides_that_count_one_day_differently_are_told_with_their_units():
    (finding,) = findings([
        daily("a", 5, FIRST, places=["إدلب"]),
        daily("b", 9, FIRST, "المركز التركي", "حالة", places=["إدلب"]),
    ])  # fmt: skip
    assert (finding.code, finding.level) == ("tallies_differ", "info")
    assert "The units differ" in finding.message["en"]
    assert codes(daily("a", 5, FIRST), daily("b", 5, FIRST, "المركز التركي")) == []
    assert codes(daily("a", 5, FIRST), daily("b", 9, FIRST + timedelta(days=1), "المركز التركي")) == []


def holding(key, words, what, value, **more):
    text = f"باتت قوات النظام تسيطر على {words} من سوريا"
    return recorded(
        key, "control_status", text, trigger="تسيطر", places=[place(text, "سوريا")],
        actors=[named(text, "قوات النظام", "sy.government")], counts=[count(text, what, value, str(value))], **more,
    )  # fmt: skip


def test_a_share_and_an_area_that_contradict():
    share = holding("a", "85 بالمئة", "percent", 85)
    (finding,) = findings([share, holding("b", "90000 كيلومتر مربع", "area_km2", 90000)])
    assert (finding.code, finding.claims) == ("share_area_differ", ("a", "b"))
    assert codes(share, holding("b", "157000 كيلومتر مربع", "area_km2", 157000)) == []
    later = holding("c", "90000 كيلومتر مربع", "area_km2", 90000, published=date(2021, 9, 1))
    assert codes(share, later) == []


def test_a_claim_dated_after_its_publication():
    text = "قصف الجيش البلدة في 20 مايو"
    told = recorded("a", "shelling", text, day=date(2021, 5, 20))
    assert codes(told) == ["dated_after_publication"]
    assert codes(recorded("a", "shelling", text, day=date(2021, 5, 20), status="future")) == []
    assert codes(recorded("a", "shelling", text, day=date(2021, 5, 12))) == []


def test_rejected_claims_are_not_compared_and_messages_stand_in_both_languages():
    text = "قصف الجيش البلدة في 20 مايو"
    assert codes(recorded("a", "shelling", text, day=date(2021, 5, 20), review="rejected")) == []
    (finding,) = findings([recorded("a", "shelling", text, day=date(2021, 5, 20))])
    assert set(finding.message) == set(LANGUAGES)
    assert all(finding.message.values()) and "{" not in "".join(finding.message.values())
