"""Figures, days and moments as a person reads them in each language and with the digits of choice."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from hudna.labels import Language

_TO_ARABIC = str.maketrans("0123456789.,%", "٠١٢٣٤٥٦٧٨٩٫٬٪")
_DIGITS_ALONE = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
MONTHS: dict[Language, tuple[str, ...]] = {
    "ar": (
        "كانون الثاني/يناير",
        "شباط/فبراير",
        "آذار/مارس",
        "نيسان/أبريل",
        "أيار/مايو",
        "حزيران/يونيو",
        "تموز/يوليو",
        "آب/أغسطس",
        "أيلول/سبتمبر",
        "تشرين الأول/أكتوبر",
        "تشرين الثاني/نوفمبر",
        "كانون الأول/ديسمبر",
    ),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}
WEEKDAYS: dict[Language, tuple[str, ...]] = {
    "ar": ("الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}


def digits(text: str, kind: str) -> str:
    """The text with its digits, separators and percent sign as chosen."""
    return text.translate(_TO_ARABIC) if kind == "arabic" else text


def digits_alone(text: str, kind: str) -> str:
    """A sentence with its digits as chosen; its stops and commas stay, since they end and part its words."""
    return text.translate(_DIGITS_ALONE) if kind == "arabic" else text


def figure(value: float | None, kind: str) -> str:
    """A figure with its thousands set apart; a dash where there is none."""
    if value is None:
        return "—"
    text = f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}".rstrip("0")
    return digits(text, kind)


def day(value: date | None, language: Language, kind: str, weekday: bool = False) -> str:
    """A calendar day in words; a dash where there is none."""
    if value is None:
        return "—"
    text = f"{value.day} {MONTHS[language][value.month - 1]} {value.year}"
    if weekday:
        text = f"{WEEKDAYS[language][value.weekday()]} {text}"
    return digits(text, kind)


def days(first: date | None, last: date | None, language: Language, kind: str) -> str:
    """A span of days in words: one day, or from–to."""
    if first is None or last is None or first == last:
        return day(first or last, language, kind)
    return f"{day(first, language, kind)} – {day(last, language, kind)}"


def zone(name: str) -> tzinfo:
    """The zone of a name («Asia/Damascus») or of a distance («+03:00»); UTC for one that is not known."""
    if name[:1] in ("+", "-"):
        hours, _, minutes = name[1:].partition(":")
        away = timedelta(hours=int(hours), minutes=int(minutes or 0))
        return timezone(-away if name.startswith("-") else away)
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC


def moment(value: datetime | None, language: Language, kind: str) -> str:
    """A moment with its zone: «5 آذار/مارس 2021، 19:30 (UTC+3)»."""
    if value is None:
        return "—"
    comma = "،" if language == "ar" else ","
    offset = value.utcoffset()
    hours = offset.total_seconds() / 3600 if offset is not None else None
    zone = "" if hours is None else f" (UTC{hours:+g})" if hours else " (UTC)"
    return f"{day(value, language, kind)}{comma} {digits(value.strftime('%H:%M'), kind)}{digits(zone, kind)}"
