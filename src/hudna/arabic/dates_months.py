"""Dates of the calendar: days with a month, months, years, seasons, and dates in figures."""

from __future__ import annotations

from datetime import date

from hudna.arabic import calendars
from hudna.arabic.calendars import Days
from hudna.arabic.dates_cursor import Cursor, Found
from hudna.arabic.dates_words import (
    AMBIGUOUS_MONTHS,
    BEFORE_MONTH,
    HIJRI_MARKS,
    NAMES_BEFORE,
    NEVER_ALONE,
    TAILS,
    TWO_WORD_HIJRI_MONTHS,
    TWO_WORD_MONTHS,
)

YEARS = range(1900, 2101)
_SEPARATORS = frozenset("/-.\u2013")
_JOINTS = frozenset("/-(،\u2013|\\")
_SAME_YEAR = frozenset(("نفسه", "ذاته"))


class MonthReader(Cursor):
    """Reads dates told with a month, a year or a season, or in figures."""

    def month_name(self, at: int) -> tuple[int, str, int, bool] | None:
        """A month's name with its double («كانون الأول/ديسمبر») as (end, calendar, number, ambiguous)."""
        single = self._single_month(at)
        if single is None:
            return None
        end, calendar, number, _ = single
        second_at = end + 1 if self.form(end) in _JOINTS else end
        second = self._single_month(second_at)
        if second is not None and second[1] == calendar and second[2] == number:
            bracketed = self.form(end) == "(" and self.form(second[0]) == ")"
            return second[0] + bracketed, calendar, number, False
        return single

    def _single_month(self, at: int) -> tuple[int, str, int, bool] | None:
        word = self.word(at)
        if word is None:
            return None
        if word.role in ("month", "hijri"):
            name = self.form(at)[len(word.lead) :]
            calendar = "gregorian" if word.role == "month" else "hijri"
            return at + 1, calendar, int(word.value), name in AMBIGUOUS_MONTHS
        if word.role in ("month_two", "hijri_two", "season"):
            pair = (self.form(at)[len(word.lead) :], self.form(at + 1))
            number = TWO_WORD_MONTHS.get(pair)
            if number is not None:
                return at + 2, "gregorian", number, False
            number = TWO_WORD_HIJRI_MONTHS.get(pair)
            if number is not None:
                return at + 2, "hijri", number, False
        return None

    def year_tail(self, at: int) -> tuple[int, int | None, str]:
        """The year or adjective after a month: (end, year, tail): «2017», «من العام الماضي», «الماضي»."""
        tail = TAILS.get(self.form(at))
        if tail is not None:
            number = self.whole_number(at + 1)
            return (at + 2, number, "") if number in YEARS else (at + 1, None, tail)
        step = at
        if self.form(step) in ("من", "لعام", "،", ",", "/", "-"):
            step += 1
        word = self.word(step)
        if word is not None and word.role == "year":
            relative = self._relative_year(step + 1)
            if relative is not None:
                return step + 2, relative, ""
            step += 1
        number = self.whole_number(step)
        if number is None or not (number in YEARS or number in calendars.HIJRI_YEARS):
            return at, None, ""
        if step > at and self.form(at) in ("/", "-") and not self.touching(step):
            return at, None, ""
        return self._past_era(step + 1), number, ""

    def _past_era(self, at: int) -> int:
        return at + 1 if self.form(at) in HIJRI_MARKS or (self.form(at) == "م" and self.touching(at)) else at

    def _relative_year(self, at: int) -> int | None:
        tail = TAILS.get(self.form(at))
        if tail is None and self.form(at) not in _SAME_YEAR:
            return None
        if self.published is None or tail is None:
            return None
        return self.published.year + {"last": -1, "this": 0, "next": 1}[tail]

    def month(self, at: int) -> Found | None:
        """A month without a day: «أغسطس/آب 2015», «شهر تموز الماضي»."""
        before = at - 2 if self.whole_number(at - 1) is not None else at - 1
        if self.form(before) in NAMES_BEFORE and self._year_after_month(at) is None:
            return None
        start = at
        word = self.word(at)
        if word is not None and word.role == "month_word":
            at += 1
        named = self.month_name(at)
        if named is None:
            return None
        end, calendar, number, ambiguous = named
        after, year, tail = self.year_tail(end)
        lead = word.lead if word is not None else ""
        if (
            ambiguous
            and at == start
            and (lead not in ("", "و") or (not year and not tail and not self._month_place(at, lead)))
        ):
            return None
        return Found(after, self._month_days(calendar, number, year, tail), "month")

    def _year_after_month(self, at: int) -> int | None:
        """The year after the month name at an index, if any."""
        named = self.month_name(at)
        return self.year_tail(named[0])[1] if named else None

    def _month_place(self, at: int, lead: str) -> bool:
        if self.form(at)[len(lead) :] in NEVER_ALONE:
            return False
        return self.form(at - 1) in BEFORE_MONTH

    def _month_days(self, calendar: str, number: int, year: int | None, tail: str) -> Days | None:
        tail = tail or self.default_tail
        if calendar == "hijri":
            return self._hijri(number, None, year, tail)
        if year is not None and year in YEARS:
            return calendars.month(year, number)
        if year is not None or self.published is None:
            return None
        if tail == "this":
            return calendars.month(self.published.year, number)
        first = self.published.year
        return calendars.choose([calendars.month(y, number) for y in range(first - 2, first + 2)], self.published, tail)

    def _hijri(self, number: int, day: int | None, year: int | None, tail: str) -> Days | None:
        def days(in_year: int) -> Days | None:
            if day is None:
                return calendars.hijri_month(in_year, number)
            return calendars.hijri_day(in_year, number, day)

        if year is not None:
            return days(year)
        if self.published is None:
            return None
        around = calendars.hijri_year_of(self.published)
        candidates = [found for found in map(days, range(around - 2, around + 3)) if found is not None]
        return calendars.choose(candidates, self.published, "" if tail == "this" else tail)

    def day_of_month(self, at: int) -> Found | None:
        """«21 ديسمبر 2017», «الـ21 من ديسمبر», «الخامس عشر من آذار», «5 و6 أيار», «من 5 إلى 10 مايو»."""
        first = self._day_number(at)
        if first is None:
            return None
        number, end = first
        last = number
        joint = self.form(end)
        if joint in ("-", "\u2013", "و", "الي", "حتي", "او", "/"):
            second = self._day_number(end + 1)
            if second is not None and second[0] > number:
                last, end = second
        if self.form(end) == "من":
            end += 1
        word = self.word(end)
        if word is not None and word.role == "month_word":
            relative = self._day_of_relative_month(end, number, last)
            if relative is not None:
                return relative
            end += 1
        named = self.month_name(end)
        if named is None or (word is not None and word.lead):
            return None
        end, calendar, month, _ = named
        end, year, tail = self.year_tail(end)
        if self.form(at - 1) in NAMES_BEFORE and year is None:
            return None
        return Found(
            end, self._joined(calendar, month, number, last, year, tail), "day" if last == number else "window"
        )

    def _joined(self, calendar: str, month: int, first: int, last: int, year: int | None, tail: str) -> Days | None:
        start = self._day_days(calendar, month, first, year, tail)
        if start is None or first == last:
            return start
        end = self._day_days(calendar, month, last, year, tail)
        return (start[0], end[1]) if end and end[1] > start[0] else start

    def _day_number(self, at: int) -> tuple[int, int] | None:
        """The number of a day in digits or as an ordinal: (number, end)."""
        step = self.past_article(at)
        number = self.whole_number(step)
        if number is not None:
            return (number, step + 1) if 1 <= number <= 31 else None
        word = self.values.word(at)
        if word is None or not (word.definite or word.role == "tens"):
            return None
        value = self.values.read(at)
        if (
            value is None
            or value.value is None
            or not 1 <= value.value <= 31
            or value.kind not in ("ordinal", "cardinal")
        ):
            return None
        return int(value.value), value.end

    def _day_of_relative_month(self, at: int, first: int, last: int) -> Found | None:
        """«15 من الشهر الجاري»."""
        tail = TAILS.get(self.form(at + 1))
        if tail is None:
            return None
        if self.published is None:
            return Found(at + 2, None, "day")
        start, _ = calendars.month(self.published.year, self.published.month + {"last": -1, "this": 0, "next": 1}[tail])
        begin = calendars.day(start.year, start.month, first)
        finish = calendars.day(start.year, start.month, last)
        return Found(at + 2, (begin[0], finish[1]) if begin and finish else None, "day" if first == last else "window")

    def _day_days(self, calendar: str, month: int, number: int, year: int | None, tail: str) -> Days | None:
        tail = tail or self.default_tail
        if calendar == "hijri":
            return self._hijri(month, number, year, tail)
        if year is not None:
            return calendars.day(year, month, number) if year in YEARS else None
        if self.published is None:
            return None
        if tail == "this":
            return calendars.day(self.published.year, month, number)
        first = self.published.year
        candidates = [calendars.day(y, month, number) for y in range(first - 4, first + 3)]
        return calendars.choose([days for days in candidates if days is not None], self.published, tail)

    def figures(self, at: int) -> Found | None:
        """«21/12/2017», «2017-12-21», «21.12.2017», «14/6» after a word of dates."""
        parts: list[int] = []
        form = self.form(at)
        end = at + 1
        if form.count(".") == 2 and form.replace(".", "").isdigit():
            parts = [int(part) for part in form.split(".")]
        else:
            end, parts = self._slashed(at)
        if len(parts) == 3:
            return self._three_figures(end, parts)
        if len(parts) == 2 and self._dated_before(at) and 1 <= parts[0] <= 31 and 1 <= parts[1] <= 12:
            return Found(end, self._day_days("gregorian", parts[1], parts[0], None, ""), "day")
        return None

    def _slashed(self, at: int) -> tuple[int, list[int]]:
        number = self.whole_number(at)
        parts: list[int] = []
        end = at
        separator = self.form(at + 1)
        while number is not None:
            parts.append(number)
            end += 1
            if len(parts) == 3 or self.form(end) != separator or separator not in _SEPARATORS:
                break
            spaced = separator != "/" and not (self.touching(end) and self.touching(end + 1))
            number = None if spaced else self.whole_number(end + 1)
            end += number is not None
        return end, parts

    def _dated_before(self, at: int) -> bool:
        word = self.word(at - 1)
        return self.form(at) != "" and (
            self.form(at - 1) in ("بتاريخ", "تاريخ", "الموافق")
            or (word is not None and word.role in ("weekday", "day", "today"))
        )

    def _three_figures(self, end: int, parts: list[int]) -> Found | None:
        first, second, third = parts
        if first > 999:
            first, third = third, first
        if third < 100 and third <= 69:
            third += 2000
        if second > 12 >= first:
            first, second = second, first
        if not 1 <= first <= 31 or not 1 <= second <= 12:
            return None
        days = None
        if third in YEARS:
            days = calendars.day(third, second, first)
        elif third in calendars.HIJRI_YEARS:
            days = calendars.hijri_day(third, second, first)
        return Found(self._past_era(end), days, "day") if days else None

    def year(self, at: int) -> Found | None:
        """«عام 2013», «عام 1438 هـ», «عامي 2011 و2015», «الأعوام 2011-2013»."""
        word = self.word(at)
        if word is None or word.role not in ("year", "years"):
            return None
        step = self.past_article(at + 1)
        number = self.whole_number(step)
        if number is None:
            return None
        end = self._past_era(step + 1)
        if number in calendars.HIJRI_YEARS and self.form(step + 1) in HIJRI_MARKS:
            return Found(step + 2, calendars.hijri_year(number), "year")
        if number not in YEARS:
            return None
        if word.role == "years" or self.form(end) in ("-", "\u2013"):
            second = self.whole_number(end + 1)
            if second is not None and second in YEARS and second > number and self.form(end) in ("و", "-", "\u2013"):
                return Found(end + 2, (date(number, 1, 1), date(second, 12, 31)), "window")
        return Found(end, calendars.year(number), "year")

    def season(self, at: int) -> Found | None:
        """«صيف 2006», «صيف عام 2006», «الصيف الماضي», «شتاء العام الماضي»."""
        word = self.word(at)
        if word is None or word.role != "season":
            return None
        end, year, tail = self.year_tail(at + 1)
        if year is None and not tail:
            return None
        month = int(word.value)
        if year is not None:
            return Found(end, calendars.season(year, month) if year in YEARS else None, "season")
        if self.published is None:
            return Found(end, None, "season")
        around = range(self.published.year - 2, self.published.year + 2)
        candidates = [calendars.season(y, month) for y in around]
        return Found(end, calendars.choose(candidates, self.published, "" if tail == "this" else tail), "season")
