"""When: the day of the event and not of the statement; windows; dates that hold for details."""

from __future__ import annotations

from datetime import date

import pytest

from tests.claims.telling import claims, describe, one

DAYS = {
    "today": ("قصف الجيش البلدة اليوم", "اليوم", (10, 10)),
    "yesterday": ("قصف الجيش البلدة أمس", "أمس", (9, 9)),
    "weekday": ("قصف الجيش البلدة يوم الاثنين", "يوم الاثنين", (8, 8)),
    "weekday of publication": ("قصف الجيش البلدة الأربعاء", "الأربعاء", (10, 10)),
    "last hours": ("قصف الجيش البلدة خلال الساعات الـ24 الماضية", "خلال الساعات الـ24 الماضية", (9, 10)),
    "last week": ("قصف الجيش البلدة الأسبوع الماضي", "الأسبوع الماضي", (3, 10)),
    "since": ("قصف الجيش البلدة منذ 3 مارس", "منذ 3 مارس", (3, 10)),
    "day and month": ("قصف الجيش البلدة في 5 آذار", "5 آذار", (5, 5)),
    "first days of a month": ("قصف الجيش البلدة أوائل مارس 2021", "أوائل مارس 2021", (1, 10)),
    "a month": ("قصف الجيش البلدة في آذار/مارس 2021", "آذار/مارس 2021", (1, 31)),
}


@pytest.mark.parametrize(("text", "surface", "days"), DAYS.values(), ids=DAYS)
def test_date_of_the_clause_dates_the_event(text, surface, days):
    when = one(text, "shelling").when
    assert when is not None
    assert surface in when.span.text
    assert (when.first_day, when.last_day) == tuple(date(2021, 3, day) for day in days)


def test_relative_date_without_publication_keeps_its_words():
    (claim,) = claims("قصف الجيش البلدة أمس", published=None)
    assert claim.when is not None
    assert (claim.when.span.text, claim.when.first_day, claim.when.last_day) == ("أمس", None, None)


def test_whole_date_needs_no_publication():
    (claim,) = claims("قصف الجيش البلدة في 5 مارس 2020", published=None)
    assert claim.when is not None
    assert claim.when.first_day == claim.when.last_day == date(2020, 3, 5)


STATEMENTS = {
    "weekday": "أعلن الجيش الجمعة أن قواته دخلت القرية",
    "day with a word": "قال المتحدث يوم الأحد إن القوات دخلت القرية",
    "yesterday": "قالت الوزارة أمس إن القوات دخلت القرية",
    "in a statement": "قال الجيش في بيان الاثنين إن قواته دخلت القرية",
}


@pytest.mark.parametrize("text", STATEMENTS.values(), ids=STATEMENTS)
def test_day_of_a_statement_does_not_date_the_event(text):
    (claim,) = claims(text)
    assert claim.when is None


def test_event_has_its_own_day_beside_that_of_the_statement():
    when = one("قال المتحدث أمس إن القوات قصفت القرية يوم الأحد", "shelling").when
    assert when is not None
    assert (when.span.text, when.first_day) == ("يوم الأحد", date(2021, 3, 7))


def test_date_told_once_holds_for_the_details():
    text = "قصفت طائرات مدينة إدلب أمس. وقتل أربعة مدنيين في القصف على مدينة إدلب."
    assert {claim.when and claim.when.first_day for claim in claims(text)} == {date(2021, 3, 9)}, describe(text)


def test_two_events_keep_their_two_days():
    text = "انسحب الجيش من درعا يوم الاثنين، وقصفت طائرات مدينة إدلب يوم الثلاثاء"
    days = {claim.type: claim.when and claim.when.first_day for claim in claims(text)}
    assert days == {"withdrawal": date(2021, 3, 8), "air_strike": date(2021, 3, 9)}


TOLD = {
    "noun of speech": ("جاء ذلك بعد إعلان الوزارة الأحد مقتل جنديين في هجوم", "attack", None),
    "month of both": ("أعلن القائد هذا الشهر انطلاق عملية عسكرية في درنة", "operation", (1, 31)),
    "nearest of two": ("انتهت في العام الماضي حرب وأدت أمس إلى قصف البلدة", "shelling", (9, 9)),
    "dated before time of day": ("عند الساعة التاسعة من صباح أمس قصف الجيش البلدة", "shelling", (9, 9)),
    "earlier today": ("وفي وقت سابق اليوم، قصف الجيش البلدة", "shelling", (10, 10)),
    "during the night": ("قصف الجيش البلدة خلال الليل", "shelling", (9, 10)),
}


@pytest.mark.parametrize(("text", "kind", "days"), TOLD.values(), ids=TOLD)
def test_day_that_is_told_of_the_event(text, kind, days):
    when = one(text, kind).when
    found = None if when is None or when.first_day is None else (when.first_day, when.last_day)
    assert found == (None if days is None else tuple(date(2021, 3, day) for day in days)), describe(text)


def test_since_then_runs_from_the_day_told_before():
    text = "اندلعت احتجاجات في المدينة في 1 مارس. ومنذ ذلك التاريخ، قتل سبعة متظاهرين."
    (killing,) = claims(text, "killing")
    assert killing.when is not None
    assert (killing.when.first_day, killing.when.last_day) == (date(2021, 3, 1), date(2021, 3, 10))


def test_years_of_a_tally_hold_for_its_next_figure():
    text = "قتل أكثر من 240 ألف شخص منذ مارس 2011. ووثق المرصد مقتل 71 ألف مدني."
    days = {claim.when and claim.when.first_day for claim in claims(text, "killing")}
    assert days == {date(2011, 3, 1)}


def test_window_of_what_is_to_come_lies_ahead():
    (claim,) = claims("سيدخل الجيش المدينة خلال يومين")
    assert claim.when is not None
    assert (claim.when.first_day, claim.when.last_day) == (date(2021, 3, 10), date(2021, 3, 12))


def test_long_window_does_not_date_the_details():
    text = "وقع انفجاران خلال ثلاثة أشهر في البلدة. ودمر القصف منزلا في البلدة."
    (detail,) = claims(text, "shelling")
    assert detail.when is None


def test_weekday_of_what_is_to_come_is_the_next_one():
    (claim,) = claims("ستصل قافلة مساعدات إنسانية إلى البلدة يوم السبت", "aid")
    assert claim.when is not None
    assert claim.when.first_day == date(2021, 3, 13)


def test_day_on_which_a_truce_is_announced_dates_it():
    (claim,) = claims("أعلن التحالف السبت هدنة في المدينة", "ceasefire")
    assert claim.when is not None
    assert claim.when.first_day == date(2021, 3, 6)


def test_truce_lasts_as_long_as_it_is_told_to():
    (claim,) = claims("تبدأ هدنة إنسانية في اليمن اليوم لمدة خمسة أيام", "ceasefire")
    assert claim.when is not None
    assert (claim.when.first_day, claim.when.last_day) == (date(2021, 3, 10), date(2021, 3, 15))


def test_this_period_runs_from_the_day_told_before():
    text = "بدأت الحملة العسكرية في 2 مارس على البلدة. وخلال هذه الفترة قصفت المدفعية السوق."
    (claim,) = claims(text, "shelling")
    assert claim.when is not None
    assert (claim.when.first_day, claim.when.last_day) == (date(2021, 3, 2), date(2021, 3, 10))


def test_time_of_day_takes_the_day_of_the_event_before():
    text = "شن الجيش أمس غارات على بلدة سراقب. ونفذت طائرات الجيش فجرا غارات على مستودعات قرب سراقب."
    days = {claim.when.first_day for claim in claims(text, "air_strike") if claim.when}
    assert days == {date(2021, 3, 9)}, describe(text)


def test_time_of_day_alone_is_of_the_day_of_publication():
    when = one("قصفت المدفعية ليلا بلدة سراقب", "shelling").when
    assert when is not None
    assert (when.span.text, when.first_day) == ("ليلا", date(2021, 3, 10))


def test_clock_alone_names_no_day():
    when = one("قصفت المدفعية عند الساعة 05:00 بلدة سراقب", "shelling").when
    assert when is not None
    assert when.first_day is None


@pytest.mark.parametrize("measure", ["أعنف", "أكبر", "أول"])
def test_comparison_with_earlier_years_is_no_date(measure):
    claim = one(f"دارت {measure} معارك بين الجيش والفصائل منذ عام 2014", "armed_clash")
    assert claim.when is None


def test_day_before_a_verb_of_speech_is_that_of_the_statement():
    claim = one("وأمس أعلن الجيش تدمير مخزن أسلحة في مأرب", "destruction")
    assert claim.when is None


@pytest.mark.parametrize("noun", ["معارك", "مواجهات", "هجمات"])
def test_bare_year_after_an_event_noun(noun):
    (claim,) = claims(f"وقعت {noun} 2006 في الجنوب")[:1]
    assert claim.when is not None
    assert (claim.when.first_day, claim.when.last_day) == (date(2006, 1, 1), date(2006, 12, 31))


def test_date_told_last_holds_for_the_whole_sentence():
    text = "قتل شاب برصاص الجنود وأصيب عشرون في مواجهات يوم الاثنين قرب بلدة حوارة"
    assert {claim.when.first_day for claim in claims(text) if claim.when} == {date(2021, 3, 8)}, describe(text)
    assert all(claim.when for claim in claims(text)), describe(text)


def test_interception_is_of_the_day_of_the_strike():
    text = "شن الجيش فجر الثلاثاء غارات على بلدة سراقب. واعترضت الدفاعات الجوية صواريخ فوق سراقب."
    assert one(text, "interception").when is not None


def test_day_of_a_declaration_is_one_day_however_long_the_truce():
    claim = one("أعلن التحالف الاثنين هدنة في تعز لمدة أسبوعين", "ceasefire")
    assert claim.when is not None
    assert (claim.when.first_day, claim.when.last_day) == (date(2021, 3, 8), date(2021, 3, 8))


def test_a_few_minutes_leave_the_day_open():
    found = claims("قصف الجيش بلدة سرمين الاثنين. وسقطت ثماني قذائف على سرمين خلال دقائق.", "shelling")
    assert {claim.when.first_day for claim in found if claim.when} == {date(2021, 3, 8)}


def test_the_governorate_of_ibb_is_no_month():
    claim = one("دارت اشتباكات بين الطرفين في إب", "armed_clash")
    assert claim.when is None
