"""A date told once holds for the details of the same event (codebook: When)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from hudna.arabic.dates import DateMention
from hudna.claims.draft import DateFiller, Draft
from hudna.claims.joining import MEANS

_REACH = 2
"""Over how many sentences a date is inherited."""
_LEAD_REACH = 4
"""The same for what the opening of a text tells, when the same side did it."""
_WITHIN_A_DAY = ("بعد ساع", "خلال ساع", "خلال دق", "في غضون دق", "في غضون ساع", "خلال لحظ", "بعد دق", "بعد لحظ")
_THEN = (["ذلك"], ["تلك"], ["هذه"])
_LENDABLE = timedelta(days=7)
"""The longest stretch of days that details inherit."""
_FIGHT = frozenset({*MEANS, "killing", "destruction", "interception"})
"""Types that details of one fight have."""
_WINDOW = 30
"""How many events back it is looked for."""
_SETTING = frozenset({"since", "year", "month", "season", "part_of_month", "vague"})
"""Kinds of date that place a whole story, not the details of one day."""


def inherit_dates(drafts: Sequence[Draft], published: date | None = None) -> None:
    """Give each undated event the day of the event before it that it belongs to; a time of day alone is of today."""
    for index, draft in enumerate(drafts):
        if not _is_open(draft) or draft.status not in ("happened", "denied", "possible"):
            continue
        for other in _neighbours(drafts, index):
            far = draft.sentence - other.sentence
            if far > _LEAD_REACH:
                break
            if far > _REACH and not (other.sentence <= 1 and _same_doer(draft, other)):
                continue
            if other.date is not None and _lends(other.date.mention, draft, other) and _belongs(draft, other):
                draft.date = _lent(draft, other.date)
                break
        if draft.date is not None and published is not None and _is_open(draft) and not _is_clock(draft, draft.date):
            draft.date = replace(draft.date, mention=replace(draft.date.mention, start=published, end=published))


def _neighbours(drafts: Sequence[Draft], index: int) -> list[Draft]:
    """The events before one, the nearest first, then those after it in its sentence («قتل … وأصيب … أمس»)."""
    after = drafts[index + 1 : index + _WINDOW]
    rest = [draft for draft in after if draft.sentence == drafts[index].sentence]
    before = drafts[max(0, index - _WINDOW) : index]
    here = [draft for draft in reversed(before) if draft.sentence == drafts[index].sentence]
    return [*here, *rest, *reversed(before[: len(before) - len(here)])]


def _is_open(draft: Draft) -> bool:
    """Whether an event has no date or only a time («فجرا», «ليلا», «بعد ساعتين») of a day told elsewhere."""
    if draft.date is None:
        return True
    words = draft.view.text[draft.date.start : draft.date.end]
    hours = draft.date.mention.kind == "vague" and words.startswith(_WITHIN_A_DAY)
    return draft.date.mention.start is None and (hours or draft.date.mention.kind == "time_of_day")


def _is_clock(draft: Draft, date: DateFiller) -> bool:
    """Whether a time of day is told by the clock («الساعة 05:00»), as of a day that was told before."""
    words = draft.view.text[date.start : date.end]
    return "ساع" in words or any(letter.isdigit() for letter in words)


def _lent(draft: Draft, date: DateFiller) -> DateFiller:
    """The date of another event; a time of day keeps its words and takes the days."""
    if draft.date is None or date.mention.start is None:
        return replace(date, rule="dates.inherited")
    own = replace(draft.date.mention, start=date.mention.start, end=date.mention.end)
    return replace(draft.date, mention=own, rule="dates.inherited")


def _lends(mention: DateMention, draft: Draft, other: Draft) -> bool:
    """Whether a date holds for details: a day or two, or the years of a tally for the next figure of the same kind."""
    if mention.kind == "since" and draft.type == other.type == "killing" and mention.start is not None:
        return bool(other.counts) and (bool(draft.counts) or draft.status == "denied")
    if mention.kind in _SETTING:
        return False
    if mention.start is None or mention.end is None or mention.end - mention.start <= _LENDABLE:
        return True
    return draft.definite and draft.type == other.type and draft.sentence - other.sentence <= 1


def mark_future(drafts: Sequence[Draft], published: date | None) -> None:
    """Days that only the whole telling settles; what is dated after its publication is announced, not done."""
    if published is None:
        return
    for index, draft in enumerate(drafts):
        if draft.date is not None and draft.date.mention.kind == "since" and draft.date.mention.start is None:
            _settle_since(draft, drafts[max(0, index - _WINDOW) : index + 1], published)
        if draft.date is not None and draft.date.mention.undirected and draft.status in ("future", "demanded"):
            draft.date = replace(draft.date, mention=_ahead(draft.date.mention, published))
        if draft.date is not None and draft.date.mention.kind == "weekday" and draft.status == "future":
            draft.date = replace(draft.date, mention=_next_week(draft, draft.date.mention, published))
        first = draft.date.mention.start if draft.date is not None else None
        if first is not None and first > published and draft.status == "happened":
            draft.status, draft.status_rule = "future", "status.date_to_come"


def _ahead(mention: DateMention, published: date) -> DateMention:
    """«خلال 48 ساعة» of what is to come: as long after publication as it would be before it."""
    if mention.start is None or mention.end is None:
        return mention
    return replace(mention, start=published, end=published + (mention.end - mention.start))


def _next_week(draft: Draft, mention: DateMention, published: date) -> DateMention:
    """The weekday of what is to come is the next one, unless the words say that it is past."""
    words = draft.view.text[mention.span_start : mention.span_end]
    if mention.start is None or mention.end is None or mention.start >= published or "ماضي" in words:
        return mention
    week = timedelta(days=7)
    return replace(mention, start=mention.start + week, end=mention.end + week)


def _settle_since(draft: Draft, drafts: Sequence[Draft], published: date) -> None:
    """«منذ ذلك الحين», «خلال هذه الفترة» run from the day told before them."""
    found = draft.date
    if (
        found is None
        or draft.status in ("future", "demanded")
        or draft.view.text[found.start : found.end].split()[-2:-1] not in _THEN
    ):
        return
    earlier = [m for other in drafts for m in other.view.dates if m.span_start < found.start and m.start is not None]
    if earlier:
        latest = max(earlier, key=lambda mention: mention.span_start)
        draft.date = replace(found, mention=replace(found.mention, start=latest.start, end=published))


def _belongs(draft: Draft, other: Draft) -> bool:
    if draft.type == other.type and other.date is not None and other.date.mention.kind == "since":
        return True
    family = draft.type == other.type or {draft.type, other.type} <= _FIGHT
    if draft.sentence == other.sentence:
        return family
    shared = bool(_place_names(draft) & _place_names(other))
    return family and (shared or draft.definite or other.sentence <= 1)


def _same_doer(draft: Draft, other: Draft) -> bool:
    """Whether one side did both: what the opening sentence dates, the sentences after it tell one by one."""
    doers = {filler.identity(other.view.text) for filler in other.actors}
    return any(filler.identity(draft.view.text) in doers for filler in draft.actors)


def _place_names(draft: Draft) -> set[str]:
    return {place.hit.name.removeprefix("ال") for place in draft.places}
