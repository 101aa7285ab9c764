"""Calendar arithmetic: months and years as spans of days, the year that a date without one means, Hijri dates."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

Days = tuple[date, date]
"""The first and last day of a stretch of time."""

HIJRI_YEARS = range(1343, 1501)
"""The years that the Umm al-Qura tables cover."""

FUTURE_WEIGHT = 2
"""How much farther a future day counts than a past one when a date is told without its year: news tells of the past."""


def day(year: int, month: int, number: int) -> Days | None:
    """One day, or None when the calendar has no such day."""
    try:
        only = date(year, month, number)
    except ValueError:
        return None
    return only, only


def month(year: int, number: int) -> Days:
    """The first and last day of a month; `number` may run below 1 or above 12 into other years."""
    year += (number - 1) // 12
    number = (number - 1) % 12 + 1
    return date(year, number, 1), date(year, number, monthrange(year, number)[1])


def year(number: int) -> Days:
    """The first and last day of a year."""
    return date(number, 1, 1), date(number, 12, 31)


def season(number: int, first_month: int) -> Days:
    """Three months from `first_month` of a year on; winter runs into the next year."""
    return month(number, first_month)[0], month(number, first_month + 2)[1]


def months_before(start: date, count: int) -> date:
    """The day `count` months earlier (later when negative), the last of the month where that is shorter."""
    first, last = month(start.year, start.month - count)
    return first.replace(day=min(start.day, last.day))


def third(days: Days, part: str) -> Days:
    """The first, middle or last third: days 1-10, 11-20 and from 21 on of a month, four months of a year."""
    start, end = days
    length = (end - start).days + 1
    if length > 93:
        offset = {"first": 0, "middle": 4, "last": 8}[part]
        return month(start.year, start.month + offset)[0], month(start.year, start.month + offset + 3)[1]
    if length > 31:
        middle = start + timedelta(days=length // 3)
        last = start + timedelta(days=2 * length // 3)
        return {"first": (start, middle), "middle": (middle, last), "last": (last, end)}[part]
    if part == "first":
        return start, start + timedelta(days=9)
    if part == "middle":
        return start + timedelta(days=10), start + timedelta(days=19)
    return start + timedelta(days=20), end


def choose(candidates: list[Days], published: date, tail: str) -> Days | None:
    """The candidate that a date without its year means: the nearest, or the last one before, or the next one after.

    `tail` is "last" («الماضي»), "next" («المقبل»), "since" (what has begun) or empty.
    """
    if tail == "since":
        return max((days for days in candidates if days[0] <= published), default=None)
    if tail == "last":
        past = [days for days in candidates if days[1] < published]
        return max(past, default=None)
    if tail == "next":
        future = [days for days in candidates if days[0] > published]
        return min(future, default=None)
    return min(candidates, key=lambda days: _distance(days, published), default=None)


def _distance(days: Days, published: date) -> int:
    if days[0] > published:
        return FUTURE_WEIGHT * (days[0] - published).days
    return max(0, (published - days[1]).days)


def hijri_day(year_number: int, month_number: int, number: int) -> Days | None:
    """The Gregorian day of a Hijri date, by the Umm al-Qura tables."""
    from hijridate import Hijri

    if year_number not in HIJRI_YEARS:
        return None
    try:
        found: date = Hijri(year_number, month_number, number).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(found.year, found.month, found.day), date(found.year, found.month, found.day)


def hijri_month(year_number: int, month_number: int) -> Days | None:
    """The Gregorian days of a Hijri month."""
    from hijridate import Hijri

    if year_number not in HIJRI_YEARS:
        return None
    start = hijri_day(year_number, month_number, 1)
    if start is None:
        return None
    length: int = Hijri(year_number, month_number, 1).month_length()
    return start[0], start[0] + timedelta(days=length - 1)


def hijri_year(year_number: int) -> Days | None:
    """The Gregorian days of a Hijri year."""
    start, end = hijri_month(year_number, 1), hijri_month(year_number, 12)
    return (start[0], end[1]) if start and end else None


def hijri_year_of(published: date) -> int:
    """The Hijri year in which a Gregorian day falls, give or take one."""
    return round((published.year - 622) * 33 / 32)
