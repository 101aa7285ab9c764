"""Time told by its distance from the day of publication: windows, «قبل ثلاثة أيام», «منذ يومين», «الشهر الماضي»."""

from __future__ import annotations

from datetime import date, timedelta

from hudna.arabic import calendars
from hudna.arabic.calendars import Days
from hudna.arabic.dates_cursor import Found
from hudna.arabic.dates_months import MonthReader
from hudna.arabic.dates_words import TAILS, UNIT_FORMS

_APPROXIMATE = frozenset(
    ["نحو", "حوالي", "قرابه", "زهاء", "اكثر", "اقل", "ازيد", "من", "ما", "يقارب", "يقرب", "يزيد", "علي", "عن", "بنحو"]
)
_OPEN = frozenset(["اكثر", "اقل", "ازيد", "يزيد"])
_FEW = frozenset(["بضع", "بضعه", "عده", "عدد", "بعض", "العديد"])
_FEW_AFTER = frozenset(
    ["قليله", "معدوده", "عديده", "طويله", "القليله", "العديده", "المعدوده", "الطويله", "قليل", "قصيره"]
)
_SHORT = frozenset(["قصيره", "وجيزه", "قريب", "قياسي", "طويله", "قصير", "وجيز"])
_ONE = frozenset(["واحد", "واحده", "كامل", "كامله"])
_DAYS = {"day": 1, "week": 7}
_UNRECKONED = frozenset(("time", "decade"))


class RelativeReader(MonthReader):
    """Reads durations and windows."""

    def window(self, at: int) -> Found | None:
        """«الأسبوع الماضي», «الأيام الثلاثة الماضية», «الساعات الـ24 الأخيرة», «الـ48 ساعة الماضية»."""
        counted = self._count_first(at)
        if counted is not None:
            return counted
        unit = UNIT_FORMS.get(self.form(at))
        if unit is None or not unit[2]:
            return None
        name, number, _ = unit
        count: int | None = number or None
        end = at + 1
        if self.form(end) in _FEW_AFTER:
            end += 1
        elif number == 0 or name == "hour":
            amount = self.amount(end)
            if amount is not None and amount.value is not None:
                count, end = int(amount.value), amount.end
        before_last = self.form(end) == "قبل" and TAILS.get(self.form(end + 1)) == "last"
        tail = TAILS.get(self.form(end + before_last))
        if tail is None or self._is_general(at, end):
            return None
        end += 1 + before_last
        if count is None or name in _UNRECKONED or name == "minute":
            return Found(end, None, "vague")
        if number == 1 and name == "day":
            return None
        return Found(
            end, self._stretch(name, count, tail, number == 1, 1 + before_last), "window" if number != 1 else "relative"
        )

    def _is_general(self, at: int, end: int) -> bool:
        """«الأمين العام الحالي»: العام is «general» after a title."""
        return self.form(at) == "العام" and self.form(end) == "الحالي" and self.form(at - 1).startswith("ال")

    def _count_first(self, at: int) -> Found | None:
        amount = self.amount(at) if self.is_number(self.past_article(at)) else None
        if amount is None or amount.value is None:
            return None
        unit = UNIT_FORMS.get(self.form(amount.end))
        tail = TAILS.get(self.form(amount.end + 1))
        if unit is None or tail is None or unit[0] in _UNRECKONED:
            return None
        return Found(amount.end + 2, self._stretch(unit[0], int(amount.value), tail, False, 1), "window")

    def _stretch(self, unit: str, count: int, tail: str, calendar: bool, back: int) -> Days | None:
        """The days of «the last/this/next … units». A single month or year is the calendar's, a week seven days."""
        published = self.published
        if published is None:
            return None
        step = {"last": -back, "this": 0, "next": 1}[tail]
        if calendar and unit == "month":
            return calendars.month(published.year, published.month + step)
        if calendar and unit == "year":
            return calendars.year(published.year + step)
        if tail == "next":
            return published, self._shifted(unit, -count)
        end = published - timedelta(days=7) if back == 2 and unit == "week" else published
        return self._shifted(unit, count * back), end

    def _shifted(self, unit: str, count: int) -> date:
        """The day so many units before publication (after it when negative), never outside the calendar."""
        published = self.published or date.max
        try:
            if unit in ("hour", "minute"):
                days = -(-abs(count) // 24) if unit == "hour" else 0
                return published - timedelta(days=days if count > 0 else -days)
            if unit in _DAYS:
                return published - timedelta(days=count * _DAYS[unit])
            return calendars.months_before(published, count * (12 if unit == "year" else 1))
        except (ValueError, OverflowError):
            return published

    def duration(self, at: int) -> tuple[int, str, int | None] | None:
        """A length of time without the article: (end, unit, how many; None when vague)."""
        step = at
        while step < at + 4 and self.form(step) in _APPROXIMATE:
            step += 1
        few = self.form(step) in _FEW
        if few:
            step += 1 + (self.form(step + 1) == "من")
        unit = UNIT_FORMS.get(self.form(step))
        if unit is not None and (not unit[2] or few):
            end = step + 1
            if self.form(end) in _ONE or self.form(end) in _FEW_AFTER:
                end += 1
            return end, unit[0], None if few or not unit[1] else unit[1]
        amount = self.amount(step)
        if amount is None or amount.kind not in ("cardinal", "vague"):
            return None
        unit = UNIT_FORMS.get(self.form(amount.end))
        if unit is None or unit[2] or unit[1] == 2:
            return None
        return amount.end + 1, unit[0], None if amount.value is None else int(amount.value)

    def within(self, at: int) -> Found | None:
        """What follows خلال when it is a length of time: «48 ساعة», «يومين», «أيام»."""
        length = self.duration(at)
        if length is None:
            return None
        end, unit, count = length
        if unit == "time":
            return Found(end + 1, None, "vague") if self.form(end) in _SHORT else None
        tail = TAILS.get(self.form(end))
        end += tail is not None
        if count is None or unit in _UNRECKONED or unit == "minute":
            return Found(end, None, "vague")
        return Found(end, self._stretch(unit, count, tail or "last", False, 1), "window", tail is None)

    def since_duration(self, at: int) -> Found | None:
        """What follows منذ when it is a length of time: from so long ago to publication."""
        length = self.duration(at)
        if length is None:
            return None
        end, unit, count = length
        if count is None or unit in _UNRECKONED or self.published is None:
            return Found(end, None, "vague" if count is None or unit in _UNRECKONED else "since")
        if any(self.form(step) in _OPEN for step in range(at, end)):  # «منذ أكثر من عام» has no first day
            return Found(end, None, "since")
        about = any(self.form(step) in _APPROXIMATE for step in range(at, end))
        start = self._shifted(unit, count)
        start = start.replace(month=1, day=1) if unit == "year" and about else start
        return Found(end, (start, self.published), "since")

    def ago(self, at: int) -> Found | None:
        """What follows قبل: the day, month or year so long ago. «قبل يومين من الهجوم» is reckoned from elsewhere."""
        length = self.duration(at)
        if length is None:
            return None
        end, unit, count = length
        from_elsewhere = self.form(end) in ("من", "علي")
        if unit == "minute" and not from_elsewhere and self.published is not None:
            return Found(end, (self.published, self.published), "day")
        if from_elsewhere or count is None or unit in _UNRECKONED or self.published is None:
            return Found(end, None, "vague" if from_elsewhere or count is None or unit in _UNRECKONED else "relative")
        long = unit == "month" or count * _DAYS.get(unit, 0) > _DAYS["week"]
        if long and any(self.form(step) in _APPROXIMATE for step in range(at, end)):
            return Found(end, None, "vague")  # «قبل نحو أربعة أشهر» names no month
        day = self._shifted(unit, count)
        if unit == "hour":
            day = self._shifted("day", count // 24)
        if unit == "month":
            return Found(end, calendars.month(day.year, day.month), "relative")
        return Found(end, calendars.year(day.year) if unit == "year" else (day, day), "relative")

    def later(self, at: int) -> Found | None:
        """What follows بعد: reckoned from something else in the text, so vague."""
        length = self.duration(at)
        return None if length is None or length[1] in _UNRECKONED else Found(length[0], None, "vague")
