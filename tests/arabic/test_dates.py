"""Dates: the words that date something and the days that they mean, reckoned from the day of publication."""

from __future__ import annotations

from datetime import date

import pytest

from hudna.arabic.dates import DateMention, read_dates
from hudna.arabic.tokens import tokenise

THURSDAY = date(2018, 6, 14)
"""The day of publication in all tests unless told otherwise: 14 June 2018, a Thursday."""


def dates(text: str, published: date | None = THURSDAY) -> list[DateMention]:
    return read_dates(tokenise(text), published)


def only(text: str, published: date | None = THURSDAY) -> DateMention:
    found = dates(text, published)
    assert len(found) == 1, [text[m.span_start : m.span_end] for m in found]
    return found[0]


def days(mention: DateMention) -> str:
    """The days of a mention as «start» or «start/end»."""
    if mention.start is None or mention.end is None:
        return "-"
    return str(mention.start) if mention.start == mention.end else f"{mention.start}/{mention.end}"


@pytest.mark.parametrize(
    ("surface", "expected", "kind"),
    [
        ("اليوم", "2018-06-14", "relative"),
        ("أمس", "2018-06-13", "day"),
        ("يوم أمس", "2018-06-13", "day"),
        ("أمس الأول", "2018-06-12", "day"),
        ("أول أمس", "2018-06-12", "day"),
        ("أول من أمس", "2018-06-12", "day"),
        ("غدا", "2018-06-15", "day"),
        ("غدًا", "2018-06-15", "day"),
        ("بعد غد", "2018-06-16", "day"),
        ("البارحة", "2018-06-13", "day"),
        ("الليلة الماضية", "2018-06-13", "day"),
        ("هذا الصباح", "2018-06-14", "relative"),
        ("نهاية الأسبوع", "2018-06-09/2018-06-10", "window"),
        ("نهاية الأسبوع الماضي", "2018-06-09/2018-06-10", "window"),
        ("الخميس", "2018-06-14", "weekday"),
        ("الثلاثاء", "2018-06-12", "weekday"),
        ("يوم الجمعة", "2018-06-08", "weekday"),
        ("الإثنين", "2018-06-11", "weekday"),
        ("الجمعة الماضية", "2018-06-08", "weekday"),
        ("الخميس الماضي", "2018-06-07", "weekday"),
        ("الأحد المقبل", "2018-06-17", "weekday"),
        ("أمس الأربعاء", "2018-06-13", "day"),
        ("أمس (الأربعاء)", "2018-06-13", "day"),
        ("اليوم (الخميس)", "2018-06-14", "relative"),
        ("اليوم الخميس", "2018-06-14", "relative"),
        ("غدا الجمعة", "2018-06-15", "day"),
        ("صباح الأحد", "2018-06-10", "weekday"),
        ("مساء أمس", "2018-06-13", "day"),
        ("فجر اليوم", "2018-06-14", "relative"),
        ("بعد ظهر الاثنين", "2018-06-11", "weekday"),
        ("منتصف ليل الأربعاء", "2018-06-13", "weekday"),
        ("وقت متأخر من مساء السبت", "2018-06-09", "weekday"),
        ("ساعة مبكرة من فجر الأحد", "2018-06-10", "weekday"),
        ("الأحد مساءً", "2018-06-10", "weekday"),
        ("ليل الثلاثاء الأربعاء", "2018-06-12/2018-06-13", "window"),
        ("ليل الخميس - الجمعة", "2018-06-14/2018-06-15", "window"),
        ("ليلة السبت/الأحد", "2018-06-09/2018-06-10", "window"),
        ("الساعة 10:30 مساء الأحد", "2018-06-10", "weekday"),
    ],
)
def test_days_by_name(surface: str, expected: str, kind: str) -> None:
    text = f"قصفت القوات البلدة {surface}"
    mention = only(text)
    assert (days(mention), mention.kind) == (expected, kind)
    assert text[mention.span_start : mention.span_end] == surface.rstrip("ً")


@pytest.mark.parametrize(
    ("surface", "expected"),
    [
        ("21 ديسمبر 2017", "2017-12-21"),
        ("21 ديسمبر، 2017", "2017-12-21"),
        ("21/12/2017", "2017-12-21"),
        ("2017-12-21", "2017-12-21"),
        ("21-12-2017", "2017-12-21"),
        ("21.12.2017", "2017-12-21"),
        ("21/12/17", "2017-12-21"),
        ("الـ21 من ديسمبر", "2017-12-21"),
        ("21 كانون الأول/ديسمبر الماضي", "2017-12-21"),
        ("21 ديسمبر/ كانون الأول الماضي", "2017-12-21"),
        ("10 تموز (يوليو) 2015", "2015-07-10"),
        ("١٥ آذار ٢٠١٥", "2015-03-15"),
        ("10 يونيو الجاري", "2018-06-10"),
        ("20 يونيو", "2018-06-20"),
        ("3 جويلية 2012", "2012-07-03"),
        ("5 جانفي 2012", "2012-01-05"),
        ("2 أوت 2012", "2012-08-02"),
        ("6 أغسطس (آب) من عام 2014", "2014-08-06"),
        ("الأول من أيار", "2018-05-01"),
        ("الخامس عشر من آذار الماضي", "2018-03-15"),
        ("الحادي والعشرين من شباط", "2018-02-21"),
        ("15 من الشهر الجاري", "2018-06-15"),
        ("الخامس من الشهر الماضي", "2018-05-05"),
        ("12 أيار من العام الماضي", "2017-05-12"),
        ("يوم الخميس 14 حزيران 2018", "2018-06-14"),
        ("الأحد، 10 حزيران", "2018-06-10"),
        ("صباح 9 حزيران", "2018-06-09"),
        ("15 رمضان 1438", "2017-06-10"),
        ("الجمعة الموافق 8 حزيران", "2018-06-08"),
        ("29 شباط 2016", "2016-02-29"),
    ],
)
def test_days_of_the_calendar(surface: str, expected: str) -> None:
    text = f"بدأت الهدنة في {surface} بحسب البيان"
    mention = only(text)
    assert (days(mention), mention.kind) == (expected, "day")
    assert text[mention.span_start : mention.span_end] == surface


@pytest.mark.parametrize(
    ("surface", "expected", "kind"),
    [
        ("أغسطس/آب 2015", "2015-08-01/2015-08-31", "month"),
        ("يوليو/ تموز الماضي", "2017-07-01/2017-07-31", "month"),
        ("ديسمبر كانون الأول", "2017-12-01/2017-12-31", "month"),
        ("مارس2011", "2011-03-01/2011-03-31", "month"),
        ("شهر آب الماضي", "2017-08-01/2017-08-31", "month"),
        ("حزيران", "2018-06-01/2018-06-30", "month"),
        ("تشرين الثاني المقبل", "2018-11-01/2018-11-30", "month"),
        ("مارس", "2018-03-01/2018-03-31", "month"),
        ("رمضان", "2018-05-16/2018-06-14", "month"),
        ("شهر رمضان الماضي", "2017-05-27/2017-06-24", "month"),
        ("عام 2013", "2013-01-01/2013-12-31", "year"),
        ("سنة 2013", "2013-01-01/2013-12-31", "year"),
        ("2013", "2013-01-01/2013-12-31", "year"),
        ("العام 2013", "2013-01-01/2013-12-31", "year"),
        ("عام 1438 هجري", "2016-10-02/2017-09-20", "year"),
        ("العام الماضي", "2017-01-01/2017-12-31", "relative"),
        ("العام الجاري", "2018-01-01/2018-12-31", "relative"),
        ("هذا العام", "2018-01-01/2018-12-31", "relative"),
        ("الشهر الماضي", "2018-05-01/2018-05-31", "relative"),
        ("هذا الشهر", "2018-06-01/2018-06-30", "relative"),
        ("الأسبوع الماضي", "2018-06-07/2018-06-14", "relative"),
        ("هذا الأسبوع", "2018-06-07/2018-06-14", "relative"),
        ("الأسبوع المقبل", "2018-06-14/2018-06-21", "relative"),
        ("الأسبوع قبل الماضي", "2018-05-31/2018-06-07", "relative"),
        ("صيف 2006", "2006-06-01/2006-08-31", "season"),
        ("صيف عام 2006", "2006-06-01/2006-08-31", "season"),
        ("الصيف الماضي", "2017-06-01/2017-08-31", "season"),
        ("شتاء 2013", "2013-12-01/2014-02-28", "season"),
        ("أوائل آذار", "2018-03-01/2018-03-10", "part_of_month"),
        ("منتصف شهر أيار 2016", "2016-05-11/2016-05-20", "part_of_month"),
        ("أواسط أيار 2016", "2016-05-11/2016-05-20", "part_of_month"),
        ("نهاية شباط 2016", "2016-02-21/2016-02-29", "part_of_month"),
        ("أواخر العام الماضي", "2017-09-01/2017-12-31", "part_of_month"),
        ("مطلع 2013", "2013-01-01/2013-04-30", "part_of_month"),
        ("أوائل الشهر الجاري", "2018-06-01/2018-06-10", "part_of_month"),
    ],
)
def test_months_years_and_their_parts(surface: str, expected: str, kind: str) -> None:
    text = f"توقف القتال في {surface}"
    mention = only(text)
    assert (days(mention), mention.kind) == (expected, kind)
    assert text[mention.span_start : mention.span_end] == surface


@pytest.mark.parametrize(
    ("surface", "expected", "kind"),
    [
        ("خلال الساعات الـ24 الماضية", "2018-06-13/2018-06-14", "window"),
        ("خلال الساعات الأربع والعشرين الماضية", "2018-06-13/2018-06-14", "window"),
        ("خلال الـ24 ساعة الأخيرة", "2018-06-13/2018-06-14", "window"),
        ("خلال 48 ساعة", "2018-06-12/2018-06-14", "window"),
        ("خلال الـ 48 ساعة", "2018-06-12/2018-06-14", "window"),
        ("خلال يومين", "2018-06-12/2018-06-14", "window"),
        ("خلال اليومين الماضيين", "2018-06-12/2018-06-14", "window"),
        ("على مدى الأيام الثلاثة الماضية", "2018-06-11/2018-06-14", "window"),
        ("على مدار أسبوع", "2018-06-07/2018-06-14", "window"),
        ("خلال الأشهر الثلاثة الماضية", "2018-03-14/2018-06-14", "window"),
        ("خلال اليومين المقبلين", "2018-06-14/2018-06-16", "window"),
        ("خلال عام 2014", "2014-01-01/2014-12-31", "year"),
        ("خلال شهر نيسان", "2018-04-01/2018-04-30", "month"),
        ("منذ يومين", "2018-06-12/2018-06-14", "since"),
        ("منذ ثلاثة أيام", "2018-06-11/2018-06-14", "since"),
        ("منذ أكثر من شهر", "-", "since"),
        ("منذ ذلك الحين", "-", "since"),
        ("منذ 4 سنوات", "2014-06-14/2018-06-14", "since"),
        ("منذ نحو 4 سنوات", "2014-01-01/2018-06-14", "since"),
        ("منذ 2013", "2013-01-01/2018-06-14", "since"),
        ("منذ عام 2013", "2013-01-01/2018-06-14", "since"),
        ("منذ آذار/مارس الماضي", "2018-03-01/2018-06-14", "since"),
        ("منذ أيلول", "2017-09-01/2018-06-14", "since"),
        ("منذ الأحد", "2018-06-10/2018-06-14", "since"),
        ("منذ صباح أمس", "2018-06-13/2018-06-14", "since"),
        ("منذ الشهر الماضي", "2018-05-01/2018-06-14", "since"),
        ("منذ مطلع آذار", "2018-03-01/2018-06-14", "since"),
        ("منذ بدء النزاع عام 2003", "2003-01-01/2018-06-14", "since"),
        ("منذ اندلاع القتال في آذار 2011", "2011-03-01/2018-06-14", "since"),
        ("قبل ثلاثة أيام", "2018-06-11", "relative"),
        ("قبل أسبوع", "2018-06-07", "relative"),
        ("قبل شهرين", "2018-04-01/2018-04-30", "relative"),
        ("قبل عامين", "2016-01-01/2016-12-31", "relative"),
        ("قبل نحو أربع سنوات", "2014-01-01/2014-12-31", "relative"),
        ("قبل نحو ثلاثة أيام", "2018-06-11", "relative"),
        ("قبل نحو خمسة أشهر", "-", "vague"),
        ("من 2-3-2017 وحتى 16-5-2017", "2017-03-02/2017-05-16", "window"),
        ("من 5 إلى 10 مايو", "2018-05-05/2018-05-10", "window"),
        ("بين 5 و10 مايو", "2018-05-05/2018-05-10", "window"),
        ("من 20 آذار إلى 5 نيسان 2017", "2018-03-20", "window"),
        ("بين عامي 2011 و2015", "2011-01-01/2015-12-31", "window"),
        ("من 2011 إلى 2013", "2011-01-01/2013-12-31", "window"),
        ("من الأحد إلى الثلاثاء", "2018-06-10/2018-06-12", "window"),
        ("بين الاثنين والأربعاء", "2018-06-11/2018-06-13", "window"),
        ("15-20 مايو", "2018-05-15/2018-05-20", "window"),
    ],
)
def test_windows(surface: str, expected: str, kind: str) -> None:
    text = f"نزحت عائلات {surface}"
    mention = only(text)
    assert (days(mention), mention.kind) == (expected, kind)
    assert text[mention.span_start : mention.span_end] == surface


@pytest.mark.parametrize(
    ("surface", "kind"),
    [
        ("الآونة الأخيرة", "vague"),
        ("مؤخرا", "vague"),
        ("حاليا", "vague"),
        ("الآن", "vague"),
        ("خلال أيام", "vague"),
        ("خلال الأسابيع الماضية", "vague"),
        ("الأيام القليلة الماضية", "vague"),
        ("بعد ساعات", "vague"),
        ("بعد نحو ستة أيام", "vague"),
        ("منذ سنوات", "vague"),
        ("منذ عدة أشهر", "vague"),
        ("قبل أيام", "vague"),
        ("بعد عام 2011", "vague"),
        ("ليلا", "time_of_day"),
        ("الساعة الثامنة صباحا", "time_of_day"),
        ("الساعة الـ1:38 مساء", "time_of_day"),
    ],
)
def test_times_without_days(surface: str, kind: str) -> None:
    mention = only(f"وصلت القافلة {surface}")
    assert (mention.kind, mention.start, mention.end) == (kind, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "وصلت التعزيزات إلى سوق الخميس",
        "قصف تل الأحد",
        "مارس الوسطاء ضغوطا على الطرفين",
        "خلال حرب تموز",
        "ثورة 25 يناير",
        "جامعة تشرين",
        "زار رجب المخيم",
        "أفادت قناة روسيا اليوم",
        "وصلوا إلى باب الهوى في باب توما",
        "استعاد في 1950 موقعا",
        "قتل أكثر من 2000 شخص",
        "من قبل القوات الحكومية",
        "الأمين العام للمنظمة",
        "الأمين العام الحالي",
        "أربعاء وأحد الجنود",
        "مقتل ثلاثة جنود وجرح أربعة",
        "لمدة خمسة أيام",
        "27.8 ألف كيلومتر و85%",
        "وصل في اليوم التالي",
        "مدى الصواريخ",
        "فاز 3-1",
        "خلال فترة الهدنة",
    ],
)
def test_no_dates(text: str) -> None:
    assert dates(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أمس", "-"),
        ("الثلاثاء", "-"),
        ("الشهر الماضي", "-"),
        ("منذ يومين", "-"),
        ("خلال 48 ساعة", "-"),
        ("21 ديسمبر", "-"),
        ("رمضان الماضي", "-"),
        ("21 ديسمبر 2017", "2017-12-21"),
        ("عام 2013", "2013-01-01/2013-12-31"),
        ("صيف 2006", "2006-06-01/2006-08-31"),
        ("من 2011 إلى 2013", "2011-01-01/2013-12-31"),
        ("15 رمضان 1438", "2017-06-10"),
    ],
)
def test_without_a_day_of_publication(text: str, expected: str) -> None:
    assert days(only(text, None)) == expected


def test_a_year_less_date_is_the_nearest_and_leans_to_the_past() -> None:
    assert days(only("في 18 كانون الثاني", date(2009, 8, 24))) == "2009-01-18"
    assert days(only("في 3 كانون الثاني", date(2009, 12, 28))) == "2010-01-03"


def test_impossible_days_are_not_dated() -> None:
    assert days(only("في 31 شباط 2016")) == "-"


def test_the_first_of_january() -> None:
    assert days(only("أمس", date(2018, 1, 1))) == "2017-12-31"
    assert days(only("الشهر الماضي", date(2018, 1, 1))) == "2017-12-01/2017-12-31"
    assert days(only("قبل شهر", date(2018, 3, 31))) == "2018-02-01/2018-02-28"


def test_an_absurd_day_of_publication_is_ignored() -> None:
    assert days(only("العام الماضي", date.min)) == "-"
    assert days(only("الأسبوع المقبل", date.max)) == "-"


def test_an_absurd_length_of_time() -> None:
    assert only("منذ 99999999 سنة").kind == "since"


def test_the_preposition_and_the_proclitic_are_left_out() -> None:
    text = "وفي آذار وأمس وبالأمس والثلاثاء"
    assert [text[m.span_start : m.span_end] for m in dates(text)] == ["آذار", "أمس", "الأمس", "الثلاثاء"]


def test_what_since_governs_is_kept() -> None:
    mention = only("الاتفاق الموقع منذ عام 2013")
    assert (mention.start, mention.end, mention.anchor_end) == (date(2013, 1, 1), THURSDAY, date(2013, 12, 31))


def test_a_window_of_open_direction_is_marked() -> None:
    assert only("خلال يومين").undirected
    assert not only("خلال اليومين الماضيين").undirected


def test_two_days_in_one_sentence() -> None:
    found = dates("قتل جندي الأحد وأصيب آخر مساء الاثنين")
    assert [days(m) for m in found] == ["2018-06-10", "2018-06-11"]


def test_mentions_never_overlap() -> None:
    text = "من من بين الأحد و 5 و6 أيار إلى منذ بدء عام 2003 - 2004 قبل بعد خلال"
    text += " الساعة الساعات 10:30:20 21/12 مطلع أول الشهر"
    last = 0
    for mention in dates(text):
        assert last <= mention.first < mention.last
        assert mention.span_start < mention.span_end
        last = mention.last
