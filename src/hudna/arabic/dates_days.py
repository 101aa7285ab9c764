"""Days told by name or by distance: weekdays, today and yesterday, with the part of the day before them."""

from __future__ import annotations

from datetime import date, timedelta

from hudna.arabic.calendars import Days
from hudna.arabic.dates_cursor import Found
from hudna.arabic.dates_relative import RelativeReader
from hudna.arabic.dates_words import (
    DAY_PHRASE_FORMS,
    MEDIA_NAMES,
    MEDIA_WORDS,
    NAMES_BEFORE,
    NOT_TODAY,
    PART_PHRASES,
    TAILS,
    TIME_PHRASES,
    DateWord,
)

_ALWAYS_MEDIA = "المصري"
_PARTS_OF_HOUR = frozenset(("والنصف", "ونصف", "والربع", "وربع", "والثلث", "وثلث"))
_PAIR_MARKS = frozenset("-/\u2013")


class DayReader(RelativeReader):
    """Reads single days and pairs of days."""

    def day(self, at: int, after_day_word: bool = False) -> Found | None:
        """A day at an index, with a time of day after it taken along («الأحد مساء»)."""
        found = self._day(at, after_day_word)
        if found is None:
            return None
        after = self.phrase(TIME_PHRASES, found.end)
        if after is None or self.form(found.end).startswith("و") or self.part_of_day(found.end) is not None:
            return found
        return found._replace(end=after[0])

    def _day(self, at: int, after_day_word: bool) -> Found | None:
        phrase = self.phrase(DAY_PHRASE_FORMS, at)
        if phrase is not None:
            return self._with_weekday(phrase[0], int(phrase[1]))
        word = self.word(at)
        if word is not None and word.role == "day":
            return self.day(at + 1, True)
        if word is not None and word.role == "today":
            return self._today(at, word, after_day_word)
        if word is not None and word.role == "weekday":
            return self._weekday(at, word, after_day_word)
        return self.calendar_day(at)

    def calendar_day(self, at: int) -> Found | None:
        """A day told with its month, in figures or in words."""
        step = self.past_article(at)
        if self.whole_number(step) is not None or self.form(step).count(".") == 2:
            return self.figures(step) or self.day_of_month(at)
        return self.day_of_month(at)

    def part_of_day(self, at: int) -> Found | None:
        """«مساء الاثنين», «فجر اليوم», «ليل الثلاثاء الأربعاء», «وقت متأخر من ليلة أمس»."""
        for words, _ in PART_PHRASES.get(self.form(at), ()):
            end = at + len(words)
            if any(self.form(at + step) != word for step, word in enumerate(words)):
                continue
            if self.form(end) == "من":
                end += 1
            found = self.day(end)
            if found is not None:
                return found
        return None

    def _today(self, at: int, word: DateWord, after_day_word: bool) -> Found | None:
        form, before = self.form(at)[len(word.lead) :], self.form(at - 1)
        offset = int(word.value)
        if form in ("اليوم", "ليوم"):
            media = before in MEDIA_NAMES and (self.form(at - 2) in MEDIA_WORDS or before == _ALWAYS_MEDIA)
            if self.form(at + 1) in NOT_TODAY or before in ("ذلك", "ذاك") or media:
                return None
            if self.form(at + 1) == "من" and self.form(at) != "اليوم":
                return None
        if form == "غد" and not after_day_word:
            return None
        end = at + 1
        if form == "الليله" and TAILS.get(self.form(end)) == "last":
            offset, end = -1, end + 1
        return self._with_weekday(end, offset)

    def _with_weekday(self, end: int, offset: int) -> Found:
        """Today or yesterday with the weekday that may follow («أمس الاثنين», «اليوم (الخميس)») and its date."""
        days = None
        if self.published is not None:
            only = self.published + timedelta(days=offset)
            days = (only, only)
        opened = self.form(end) in ("(", "،")
        word = self.word(end + opened)
        if word is not None and word.role == "weekday" and not word.lead:
            bracket = self.form(end) == "("
            end += 1 + opened
            if self.published is not None:
                days = self._weekday_days(int(word.value), "next_or_this" if offset > 0 else "")
            if bracket and self.form(end) == ")":
                end += 1
        dated = self._date_after(end)
        return dated if dated is not None else Found(end, days, "day" if offset else "relative")

    def _date_after(self, end: int) -> Found | None:
        """The date told after a day's name: «الخميس 21 ديسمبر», «الخميس الموافق 15 رمضان»."""
        bracket = self.form(end) == "("
        step = end + (self.form(end) in ("،", "(", "الموافق"))
        if self.whole_number(self.past_article(step)) is None and self.form(end) != "الموافق":
            return None
        found = self.calendar_day(step)
        if found is not None and bracket and self.form(found.end) == ")":
            return found._replace(end=found.end + 1)
        return found

    def _weekday(self, at: int, word: DateWord, after_day_word: bool) -> Found | None:
        before = self.form(at - 1)
        if not after_day_word and before in NAMES_BEFORE:
            return None
        end, number = at + 1, int(word.value)
        pair = self._pair(end, number)
        if pair is not None:
            return pair
        following = self.word(end)
        listed = following is not None and following.role == "weekday" and following.lead == "و"
        if number == 0 and not after_day_word and not listed and before in ("بين", "كلا", "كلي", "احد"):
            return None
        dated = self._date_after(end)
        if dated is not None:
            return dated
        tail = TAILS.get(self.form(end), "")
        if tail:
            end += 1
        elif self.form(end) == "من" and self.form(end + 1) == "الاسبوع" and self.form(end + 2) in TAILS:
            tail, end = TAILS[self.form(end + 2)], end + 3
        return Found(end, self._weekday_days(number, tail), "weekday")

    def _pair(self, at: int, first: int) -> Found | None:
        """A second weekday: «الثلاثاء الأربعاء», «الخميس - الجمعة», «الأحد والاثنين» when it is the day after."""
        step = at + (self.form(at) in _PAIR_MARKS)
        word = self.word(step)
        if word is None or word.role != "weekday" or int(word.value) != (first + 1) % 7:
            return None
        if word.lead not in ("", "و") or (word.lead == "و" and step > at):
            return None
        tail = TAILS.get(self.form(step + 1), "")
        opening, closing = self._weekday_days(first, tail), self._weekday_days(int(word.value), tail)
        days: Days | None = None
        if word.lead and closing:
            days = closing[0] - timedelta(days=1), closing[1]
        elif opening:  # a night that begins on the day of publication is told as soon as it is over
            days = opening[0], opening[0] + timedelta(days=1)
        return Found(step + 1 + bool(tail), days, "window")

    def _weekday_days(self, number: int, tail: str) -> Days | None:
        """The latest such day on or before publication; strictly before for «الماضي», after it for «المقبل»."""
        if self.published is None:
            return None
        back = (self.published.weekday() - number) % 7
        if tail == "next":
            day: date = self.published + timedelta(days=7 - back)
        elif tail == "next_or_this":
            day = self.published + timedelta(days=(7 - back) % 7)
        elif tail == "last":
            day = self.published - timedelta(days=back or 7)
        else:
            day = self.published - timedelta(days=back)
        return day, day

    def clock(self, at: int) -> Found | None:
        """«الساعة 10:30 مساء», «10:30 صباحا»; with its day when «من يوم الأحد» follows."""
        named = self.form(at) in ("الساعه", "للساعه", "بالساعه", "والساعه")
        step = self.past_article(at + 1) if named else at
        if self.whole_number(step) is not None:
            end = step + 1
            minutes = self.form(end) == ":" and self.whole_number(end + 1) is not None and self.touching(end + 1)
            end += 2 if minutes else 0
            if not (named or minutes):
                return None
        else:
            hour = self._hour_word(step) if named else None
            if hour is None:
                return None
            end = hour + (self.form(hour) in _PARTS_OF_HOUR)
        after = self.phrase(TIME_PHRASES, end)
        end = after[0] if after else end
        if self.form(end) in ("بالتوقيت", "بتوقيت"):
            end += 2
        day = self.part_of_day(end) or self.day(end + (self.form(end) == "من"))
        return day if day is not None else Found(min(end, self.count), None, "time_of_day")

    def _hour_word(self, at: int) -> int | None:
        """The index after an hour in words («الساعة الثامنة», «الساعة الواحدة»)."""
        if self.form(at) == "الواحده":
            return at + 1
        value = self.values.read(at)
        return value.end if value is not None and value.value is not None and 1 <= value.value <= 24 else None
