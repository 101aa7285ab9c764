"""Dates in a text: the words that date something and the calendar days that they mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hudna.arabic import calendars
from hudna.arabic.dates_cursor import LETTERS_BEFORE_DIGITS, Found
from hudna.arabic.dates_days import DayReader
from hudna.arabic.dates_months import YEARS
from hudna.arabic.dates_words import (
    BEFORE_YEAR,
    DAY_PHRASE_FORMS,
    GOVERNED_MARKERS,
    MARKER_PHRASES,
    PART_PHRASES,
    START_WORDS,
    TABLE,
    TAILS,
    TIME_PHRASES,
    TODAY_AFTER_THIS,
    UNIT_FORMS,
    VAGUE_AFTER_IN,
    VAGUE_PHRASES,
)
from hudna.arabic.numbers_words import WORDS
from hudna.arabic.tokens import Token

__all__ = ["DateMention", "read_dates"]

_UNTIL = frozenset(["الي", "حتي", "وحتي", "والي", "لغايه", "ولغايه"])
_HYPHENS = frozenset("-\u2013\u2014")
_BETWEEN = frozenset(("بين", "وبين", "مابين"))
_OPENS_RANGE = _BETWEEN | {"من"}
_OPENERS = frozenset(("علي", "في", "من", "بين"))
_REACH_OF_SINCE = 7
"""Most words between «منذ» and the date of the beginning that it names."""
_THEN = frozenset(("الحين", "التاريخ", "الوقت", "اليوم", "الفتره", "المده", "الليله", "اللحظه", "الشهر", "العام"))
"""«منذ ذلك التاريخ»: from a day told before."""
_THROUGH = frozenset(("خلال", "طوال", "طيله", "اثناء"))
_LEADS = ("وب", "ول", "فب", "و", "ف", "ب", "ل", "ك")

TRIGGERS = frozenset(
    {
        *TABLE,
        *PART_PHRASES,
        *TIME_PHRASES,
        *VAGUE_PHRASES,
        *DAY_PHRASE_FORMS,
        *MARKER_PHRASES,
        *(form for form, word in WORDS.items() if word.definite and word.role in ("ordinal", "tens", "unit", "ten")),
    }
)
"""Folded forms at which a date may begin; all other words cost one look-up."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as told.

    `first`…`last` is its half-open token range, `span_start` and `span_end` its offsets in the text (without a
    proclitic and without «في»). `start` and `end` are the calendar days meant, None when they cannot be reckoned.
    `kind` is day, weekday, relative, month, year, season, window, since, part_of_month, time_of_day or vague.
    `undirected` marks a window of which the words do not say whether it is past or to come; its days are those of the
    past. `anchor_end` is the last day of what «منذ» governs: «الاتفاق الموقع منذ عام 2013» may be dated by it.
    """

    first: int
    last: int
    span_start: int
    span_end: int
    start: date | None
    end: date | None
    kind: str
    undirected: bool = False
    anchor_end: date | None = None


def read_dates(tokens: Sequence[Token], published: date | None = None) -> list[DateMention]:
    """All dates of a text or sentence, in order. Relative ones have no days when `published` is None."""
    found: list[DateMention] = []
    triggers = TRIGGERS
    reader: _Dates | None = None
    resume = 0
    for at, token in enumerate(tokens):
        if (token.form not in triggers and token.kind != "number") or at < resume:
            continue
        if reader is None:
            reader = _Dates(tokens, published if published is not None and published.year in YEARS else None)
        mention = reader.mention(at, resume)
        if mention is not None:
            found.append(mention)
            resume = mention.last
    return found


class _Dates(DayReader):
    def mention(self, at: int, resume: int) -> DateMention | None:
        """The mention that begins at an index (or before it, at the «من», «بين» or «منذ» that governs it)."""
        self.default_tail = ""
        word = self.word(at)
        if word is not None and word.role == "part_of_month":
            weekend = self._weekend(at)
            if weekend is not None or not self._may_be_date(at + 1):
                return weekend
        found = self._marked(at) or self.point(at)
        if found is None:
            return None
        first = at - 1 if self.form(at) in GOVERNED_MARKERS and at > resume else at
        number = self.tokens[at].kind == "number"
        if number and at > resume and self.past_article(at - 1) == at and self.form(at - 1) in LETTERS_BEFORE_DIGITS:
            first = at - 1
        if found.kind not in ("vague", "time_of_day", "since"):
            ranged = self._range(first, found, resume)
            if ranged is None and found.kind == "window" and self._opens_range(first, resume):
                ranged = first - 1, found
            if ranged is not None:
                first, found = ranged
            else:
                first, found = self._since_beginning(first, found, resume)
        return self._record(first, found)

    def _weekend(self, at: int) -> DateMention | None:
        """«نهاية الأسبوع», «نهاية الأسبوع الماضي»: the latest Saturday and Sunday on or before publication."""
        if self.form(at).lstrip("وب") != "نهايه" or self.form(at + 1) != "الاسبوع":
            return None
        tail = TAILS.get(self.form(at + 2), "")
        if tail in ("next", "next_or_this"):
            return None
        days = None
        if self.published is not None:
            sunday = self.published - timedelta(days=(self.published.weekday() - 6) % 7)
            days = sunday - timedelta(days=1), sunday
        return self._record(at, Found(at + 2 + bool(tail), days, "window"))

    def _may_be_date(self, at: int) -> bool:
        follows = self.form(at) in TRIGGERS or self.form(at) == "من"
        return follows or self.is_number(at)

    def _opens_range(self, first: int, resume: int) -> bool:
        """Whether «من» or «بين» before a range of days or years belongs to it («من 5 إلى 10 مايو»)."""
        if first <= resume or self.form(first - 1) not in _OPENS_RANGE:
            return False
        word = self.word(first)
        return self.tokens[first].kind == "number" or (word is not None and word.role == "years")

    def _record(self, first: int, found: Found) -> DateMention:
        token = self.tokens[first]
        start = token.start
        lead = self._lead(token.form)
        if lead == token.form:
            start = self.tokens[first + 1].start
        elif token.end - token.start == len(token.form):
            start += len(lead)
        days = found.days or (None, None)
        end = self.tokens[found.end - 1].end
        kind, undirected, anchor_end = found.kind, found.undirected, found.anchor_end
        return DateMention(first, found.end, start, end, days[0], days[1], kind, undirected, anchor_end)

    def _lead(self, form: str) -> str:
        word = TABLE.get(form) or WORDS.get(form)
        if word is not None:
            return "" if form.startswith(("لل", "ولل")) else word.lead
        if form in LETTERS_BEFORE_DIGITS:
            return "" if form == "لل" else form.removesuffix("ال")
        for lead in _LEADS:
            if form.startswith(lead) and (form[len(lead) :] in TRIGGERS or form[len(lead) :] in _OPENERS):
                return lead
        return ""

    def point(self, at: int, in_range: bool = False) -> Found | None:
        """A date by itself, without منذ, خلال and the like before it."""
        if at >= self.count:
            return None
        if self.is_number(self.past_article(at)):
            step = self.past_article(at)
            return self.calendar_day(at) or self.window(at) or self.clock(step) or self._bare_year(step, in_range)
        found = self.part_of_day(at) or self.day(at)
        if found is not None:
            return found
        phrase = self.phrase(VAGUE_PHRASES, at) or self.phrase(TIME_PHRASES, at)
        if phrase is not None:
            vague = self.form(at) in VAGUE_PHRASES and self.phrase(VAGUE_PHRASES, at) is not None
            through = None if vague or phrase[0] - at < 2 else self._through(at)
            if through is not None:
                return Found(phrase[0], through, "day")
            return Found(phrase[0], None, "vague" if vague else "time_of_day")
        return self._by_role(at)

    def _through(self, at: int) -> calendars.Days | None:
        """«خلال النهار» is the day of publication, «خلال الليل» the night before it."""
        if self.published is None or self.form(at).removeprefix("و") not in _THROUGH:
            return None
        night = self.form(at + 1) == "الليل"
        return (self.published - timedelta(days=1) if night else self.published), self.published

    def _by_role(self, at: int) -> Found | None:
        word = self.word(at)
        if word is None:
            return None
        if word.role == "in_the":
            alone = self.form(at - 1) in ("في", "وفي") and self.form(at) in VAGUE_AFTER_IN
            return Found(at + 1, None, "vague") if alone else None
        if word.role == "this":
            return self._this(at)
        if word.role == "part_of_month":
            return self._part(at, str(word.value))
        if word.role == "unit":
            return self.clock(at) or self.window(at)
        if word.role in ("year", "years"):
            return self.year(at) or self.window(at)
        if word.role == "season":
            return self.season(at) or self.month(at)
        if word.role == "month_word":
            return self.month(at) or self.window(at)
        return self.month(at)

    def _bare_year(self, at: int, in_range: bool) -> Found | None:
        """A year without «عام»: after a preposition, and no round number that counts something («في 1950 موقعا»)."""
        number = self.whole_number(at)
        if number is None or number not in YEARS:
            return None
        after = self.tokens[at + 1] if at + 1 < self.count else None
        if number % 50 == 0 and after is not None and after.kind != "mark":
            return None
        before = self.form(at - 1)
        leads_range = before in _OPENS_RANGE and (self.form(at + 1) in _UNTIL or self.form(at + 1) == "و")
        to_year = self.whole_number(self.past_article(at + 2)) in YEARS or self.form(at + 2) in ("عام", "العام")
        if in_range or before in BEFORE_YEAR or (leads_range and to_year):
            return Found(at + 1, calendars.year(number), "year")
        return None

    def _this(self, at: int) -> Found | None:
        if self.form(at + 1) in TODAY_AFTER_THIS:
            return Found(at + 2, (self.published, self.published) if self.published else None, "relative")
        word = self.word(at + 1)
        if word is not None and word.role == "season" and self.published is not None:
            around = [
                calendars.season(year, int(word.value)) for year in (self.published.year - 1, self.published.year)
            ]
            return Found(at + 2, calendars.choose(around, self.published, ""), "season")
        unit = UNIT_FORMS.get(self.form(at + 1))
        if unit is None or not unit[2] or unit[0] not in ("week", "month", "year") or unit[1] != 1:
            return None
        return Found(at + 2, self._stretch(unit[0], 1, "this", True, 1), "relative")

    def _part(self, at: int, part: str) -> Found | None:
        """«أوائل آذار», «نهاية العام الماضي», «مطلع 2013»."""
        if self.whole_number(at + 1) in YEARS:
            inner = self._bare_year(at + 1, True)
        else:
            inner = self.month(at + 1) or self.year(at + 1) or self.window(at + 1) or self.season(at + 1)
            word = self.word(at + 1)
            if inner is None and word is not None and word.role == "this":
                inner = self._this(at + 1)
        if inner is None:
            return None
        if inner.days is None:
            return inner._replace(kind="part_of_month")
        if inner.days[1] - inner.days[0] < timedelta(days=27):
            return inner
        return inner._replace(days=calendars.third(inner.days, part), kind="part_of_month")

    def _marked(self, at: int) -> Found | None:
        """A date after منذ, خلال, قبل or بعد."""
        marker = self.phrase(MARKER_PHRASES, at)
        if marker is None:
            return None
        end, role = marker
        governors = GOVERNED_MARKERS.get(self.form(at))
        if governors is not None and self.form(at - 1) not in governors:
            return None
        if role == "since":
            if self.form(end) in ("ذلك", "تلك") and self.form(end + 1) in _THEN:
                return Found(end + 2, None, "since")
            self.default_tail = "since"
            found = self.point(end) or self.since_duration(end)
            self.default_tail = ""
            if found is None or found.kind in ("since", "vague", "time_of_day"):
                return found
            return self._running(found)
        if role == "within" and self.form(end) == "هذه" and self.form(end + 1) in _THEN:
            return Found(end + 2, None, "since")
        if role == "within":
            return self.point(end) or self._open_window(end) or self.within(end)
        if self.phrase(DAY_PHRASE_FORMS, at) is not None or self.part_of_day(at) is not None:
            return None
        if role == "before" and self.form(at - 1) in ("من", "ومن"):
            return None
        governed = self.point(end)
        if governed is not None:
            return governed if self.form(end) == "منتصف" else governed._replace(days=None, kind="vague")
        return self.ago(end) if role == "before" else self.later(end)

    def _open_window(self, at: int) -> Found | None:
        """«الساعات الـ24», «الأيام الثلاثة» after خلال, without «الماضية»."""
        unit = UNIT_FORMS.get(self.form(at))
        if unit is None or not unit[2] or at + 1 >= self.count:
            return None
        if unit[1] == 1 and unit[0] in ("week", "month", "year") and not self.form(at + 1).startswith("ال"):
            return Found(at + 1, self._stretch(unit[0], 1, "this", True, 1), "window", True)
        amount = self.amount(at + 1) if unit[1] == 0 else None
        if amount is None or amount.value is None:
            return None
        return Found(amount.end, self._stretch(unit[0], int(amount.value), "last", False, 1), "window", True)

    def _running(self, found: Found) -> Found:
        """From the start of a date to publication."""
        if found.days is not None and self.published is not None and found.days[0] <= self.published:
            return found._replace(days=(found.days[0], self.published), kind="since", anchor_end=found.days[1])
        return found._replace(kind="since")

    def _since_beginning(self, first: int, found: Found, resume: int) -> tuple[int, Found]:
        """«منذ بدء النزاع عام 2003»: the date belongs to the beginning that منذ governs."""
        for at in range(first - 1, max(resume, first - _REACH_OF_SINCE) - 1, -1):
            if self.tokens[at].kind == "mark":
                break
            if self.form(at) in ("منذ", "ومنذ"):
                return (at, self._running(found)) if self.form(at + 1) in START_WORDS else (first, found)
        return first, found

    def _range(self, first: int, found: Found, resume: int) -> tuple[int, Found] | None:
        """«من 2 مارس إلى 16 مايو», «بين عامي 2011 و2015», «من الأحد حتى الخميس»."""
        before = self.form(first - 1) if first > resume else ""
        joint = self.form(found.end)
        step = found.end + 1
        if joint in _UNTIL:
            opened = before == "من" or joint in ("حتي", "وحتي")
        elif joint in _HYPHENS:
            opened = found.kind in ("day", "month", "year")
        else:
            opened = before in _BETWEEN
            word = self.word(found.end)
            step = found.end + (joint == "و")
            if not opened or (joint != "و" and (word is None or word.lead != "و")):
                return None
        if not opened:
            return None
        second = self.point(step, in_range=True)
        if second is None or second.kind in ("vague", "time_of_day"):
            return None
        if before in _BETWEEN or before == "من":
            first -= 1
        return first, Found(second.end, _between(found, second), "window")


def _between(first: Found, second: Found) -> calendars.Days | None:
    """From the start of one date to the end of another; weekdays may run on into the next week."""
    if first.days is None or second.days is None:
        return None
    end = second.days[1]
    if end < first.days[0] and second.kind == "weekday":
        end += timedelta(days=7)
    return (first.days[0], end) if end >= first.days[0] else first.days
