"""Verdicts about totals, parts and headlines, on claims made by hand from the breakdowns of made-up bulletins."""

from __future__ import annotations

from datetime import date

import pytest

from hudna import read
from hudna.records import Claim, Count, Figure, Finding, Part, Qualifier, Source, Span, Speaker, When
from hudna.sums.breakdowns import Breakdown
from hudna.sums.checks import check_sums
from tests.sums.reading import breakdowns_of

RULE = Source("test")


def claim_of(text: str, breakdown: Breakdown, speaker: str | None) -> Claim:
    """The claim of a ceasefire tally, as the reader makes it."""
    start = breakdown.total_start if breakdown.total_start is not None else breakdown.start
    end = breakdown.total_end if breakdown.total_end is not None else breakdown.end
    span = Span.of(text, start, end)
    count = Count(
        "violations", breakdown.unit, breakdown.total, breakdown.qualifier, span, RULE, breakdown.parts, breakdown.whole
    )
    said = None if speaker is None else Speaker(Span(0, len(speaker), speaker), RULE)
    return Claim("ceasefire_violation", span, Span.of(text, 0, len(text)), RULE, counts=(count,), speaker=said)


def findings_of(text: str, headline_speaker: str | None = None) -> tuple[Finding, ...]:
    """The findings on a whole bulletin; a tally without side is told by `headline_speaker`."""
    return check_sums([claim_of(text, found, found.side or headline_speaker) for found in breakdowns_of(text)])


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.code for finding in findings]


def count(
    value: Figure, *parts: Figure, whole: bool = True, qualifier: Qualifier = "exact", what: str = "killed"
) -> Claim:
    """A claim with one figure and parts at numbered places."""
    span = Span(0, 1, "س")
    told = tuple(Part(f"موضع{n}", part, span, "place") for n, part in enumerate(parts, 1))
    figure = Count(what, None, value, qualifier, span, RULE, told, whole)
    return Claim("killing", span, span, RULE, counts=(figure,))


@pytest.mark.parametrize(
    ("text", "code", "stated", "summed"),
    [
        ("رصد الجانب الروسي 6 حالات في حلب (2) ودرعا (4).", "parts_match", 6, 6),
        ("رصد الجانب التركي 5 انتهاكات في دمشق (4) ودرعا (2).", "parts_differ", 5, 6),
        ("رصدت اللجنة 9 خروقات، 4 في حلب و3 في إدلب.", "parts_differ", 9, 7),
        ("رصدت اللجنة 9 خروقات، منها 4 في حلب و3 في إدلب.", "parts_partial", 9, 7),
        ("رصدت اللجنة 9 خروقات، منها 4 في حلب و5 في إدلب.", "parts_match", 9, 9),
        ("رصدت اللجنة 9 خروقات، منها 6 في حلب و5 في إدلب.", "parts_differ", 9, 11),
        ("رصدت اللجنة 9 خروقات، أبرزها 4 في حلب و3 في إدلب.", "parts_partial", 9, 7),
        ("سجلت اللجنة 11 خرقا، رصد الجانب الروسي 6 والتركي 5.", "parts_match", 11, 11),
        ("سجلت اللجنة 12 خرقا، رصد الجانب الروسي 6 والتركي 5.", "parts_differ", 12, 11),
        ("سجلت الغرفة 31 خرقا: 12 بقصف مدفعي و18 بالأعيرة النارية.", "parts_differ", 31, 30),
        ("رصد المراقبون 6 خروقات: 2 في كل من حلب وإدلب وحماة.", "parts_match", 6, 6),
    ],
)
def test_parts_against_their_total(text: str, code: str, stated: int, summed: int) -> None:
    (finding,) = findings_of(text)
    assert finding.code == code
    assert finding.level == ("warning" if code == "parts_differ" else "info")
    assert finding.figures["stated"] == stated
    assert finding.figures["sum"] == summed
    assert finding.figures["difference"] == stated - summed


def test_other_counts_with_parts_are_checked_too() -> None:
    assert codes(check_sums([count(10, 6, 4), count(10, 6, 5), count(10, 6, whole=False)])) == [
        "parts_match",
        "parts_differ",
        "parts_partial",
    ]


@pytest.mark.parametrize(
    ("qualifier", "parts", "code"),
    [
        ("more_than", (60, 45), "parts_match"),
        ("more_than", (60, 35), "parts_differ"),
        ("about", (60, 42), "parts_match"),
        ("about", (60, 70), "parts_differ"),
        ("up_to", (60, 30), "parts_match"),
        ("exact", (60, 42), "parts_differ"),
    ],
)
def test_approximate_totals_leave_room(qualifier: Qualifier, parts: tuple[int, ...], code: str) -> None:
    assert codes(check_sums([count(100, *parts, qualifier=qualifier)])) == [code]


def test_without_parts_or_total_there_is_nothing_to_say() -> None:
    assert check_sums([count(10)]) == ()
    assert findings_of("تم تسجيل 7 خروقات في دمشق وحالة واحدة في اللاذقية.") == ()
    assert check_sums([]) == ()


HEADLINE = "أعلنت الوزارة رصد {} حالة انتهاك خلال الساعات الـ24 الماضية. "
RUSSIAN = "رصد الجانب الروسي 6 حالات إطلاق نار في حلب (2) ودمشق (4). "


def test_headline_fits_the_stated_totals_and_not_the_parts() -> None:
    findings = findings_of(
        HEADLINE.format(11) + RUSSIAN + "رصد الجانب التركي 5 انتهاكات في دمشق (5) ودرعا (1).", "الوزارة"
    )
    assert codes(findings) == ["parts_match", "parts_differ", "headline_matches_totals"]
    assert findings[2].claims == (0, 1, 2)
    assert findings[2].figures == {"stated": 11, "sum": 11, "totals": [6, 5], "parts": [6, 6], "difference": 0}
    assert "«الجانب الروسي» 6 + «الجانب التركي» 5 = 11" in findings[2].message["ar"]
    assert "ولا يوافق مجموع الأجزاء 12" in findings[2].message["ar"]
    assert "does not fit the sum of the parts, 12" in findings[2].message["en"]


def test_headline_fits_the_parts_and_not_the_stated_totals() -> None:
    findings = findings_of(
        HEADLINE.format(12) + RUSSIAN + "رصد الجانب التركي 5 انتهاكات في دمشق (5) ودرعا (1).", "الوزارة"
    )
    assert codes(findings)[-1] == "headline_matches_parts"
    assert findings[-1].figures["sum"] == 12


def test_headline_that_fits_both_says_so() -> None:
    findings = findings_of(
        HEADLINE.format(9) + RUSSIAN + "رصد الجانب التركي 3 انتهاكات في دمشق (2) ودرعا (1).", "الوزارة"
    )
    assert codes(findings) == ["parts_match", "parts_match", "headline_matches_totals"]
    assert "ويوافق مجموع الأجزاء أيضا" in findings[2].message["ar"]


def test_headline_that_fits_nothing() -> None:
    findings = findings_of(
        HEADLINE.format(20) + RUSSIAN + "رصد الجانب التركي 3 انتهاكات في دمشق (2) ودرعا (1).", "الوزارة"
    )
    assert (findings[-1].code, findings[-1].level) == ("headline_differs", "warning")
    assert findings[-1].figures["difference"] == 11


def test_headline_of_one_side_alone_names_the_side() -> None:
    text = HEADLINE.format(6) + RUSSIAN + "أعلن الجانب التركي رصد 4 انتهاكات."
    findings = findings_of(text, "الوزارة")
    assert findings[-1].code == "headline_matches_totals"
    assert findings[-1].figures["sum"] == 6
    assert "يساوي ما أعلنه «الجانب الروسي» وحده" in findings[-1].message["ar"]
    assert "= 10" in findings[-1].message["en"]


def test_zero_by_negation_counts_as_a_side() -> None:
    findings = findings_of(HEADLINE.format(6) + RUSSIAN + "ولم يرصد الجانب التركي أي خرق.", "الوزارة")
    assert codes(findings) == ["parts_match", "headline_matches_totals"]
    assert findings[1].figures["totals"] == [6, 0]


def test_different_units_are_named() -> None:
    findings = findings_of(HEADLINE.format(11) + RUSSIAN + "رصد الجانب التركي 5 انتهاكات.", "الوزارة")
    assert "الوحدات مختلفة (حالة، خرق)" in findings[-1].message["ar"]
    assert "units differ (cases, violations)" in findings[-1].message["en"]
    same = findings_of("أعلنت الوزارة رصد 8 خروقات. رصد الجانب الروسي 3 خروقات. رصد الجانب التركي 5 خروقات.", "الوزارة")
    assert "الوحدات" not in same[-1].message["ar"]


def test_stock_and_flow_are_never_added() -> None:
    text = "أعلنت الوزارة 220 خرقا منذ بدء الهدنة. رصد الجانب الروسي أمس 6 خروقات. رصد الجانب التركي أمس 5 خروقات."
    assert "headline_differs" not in codes(findings_of(text, "الوزارة"))


def test_other_windows_are_not_compared() -> None:
    def tally(value: int, speaker: str, day: int) -> Claim:
        span = Span(0, 1, "س")
        when = When(span, RULE, date(2020, 5, day), date(2020, 5, day))
        figure = Count("violations", "خرق", value, "exact", span, RULE)
        said = Speaker(Span(0, len(speaker), speaker), RULE)
        return Claim("ceasefire_violation", span, span, RULE, when=when, counts=(figure,), speaker=said)

    assert check_sums([tally(30, "الوزارة", 1), tally(6, "الجانب الروسي", 9), tally(5, "الجانب التركي", 9)]) == ()
    assert len(check_sums([tally(11, "الوزارة", 9), tally(6, "الجانب الروسي", 9), tally(5, "الجانب التركي", 9)])) == 1


def test_sides_told_as_parts_stand_under_a_headline() -> None:
    text = "أعلنت الوزارة رصد 11 خرقا.\nوسجلت اللجنة 12 خرقا، رصد الجانب الروسي 6 والتركي 5."
    found = breakdowns_of(text)
    findings = check_sums([claim_of(text, found[0], "الوزارة"), claim_of(text, found[1], "اللجنة")])
    assert codes(findings) == ["parts_differ", "headline_matches_totals"]
    assert findings[1].figures["totals"] == [6, 5]


def test_messages_come_in_both_languages_with_all_figures() -> None:
    (finding,) = findings_of("رصد الجانب التركي 5 انتهاكات في دمشق (4) ودرعا (2).")
    assert set(finding.message) == {"ar", "en"}
    for text in finding.message.values():
        assert "{" not in text
        assert all(figure in text for figure in ("5", "6", "دمشق 4 + درعا 2", "الجانب التركي"))


def test_figures_of_others_than_sides_are_no_shares_of_a_headline() -> None:
    text = (
        "أعلن الجيش رصد 900 خرق للهدنة. وقال المتحدث سالم عمر إن الجماعة ارتكبت 226 خرقا للهدنة. "
        "وقالت غرفة العمليات إنها سجلت 342 خرقا للهدنة."
    )
    assert [finding.code for finding in read(text).findings] == []
