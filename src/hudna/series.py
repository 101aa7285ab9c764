"""Figures that are told again and again: a day's count or a running total, of which unit, by which source.

A day's count («سجل اليوم خمسة خروقات») and a running total («ليرتفع العدد منذ بدء الهدنة إلى 120») are two series that
are never mixed. What a count is of is its unit: «حالات إطلاق نار» and «خروقات» are not the same thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from hudna.arabic.letters import fold
from hudna.arabic.tokens import tokenise
from hudna.recorded import RecordedClaim
from hudna.records import Count, Figure, Part
from hudna.sides import Sides
from hudna.sums.forms import load_forms

Kind = Literal["daily", "running"]

LONGEST_DAILY = 3
"""A window of more days than this is a running total and no day's count."""

_CLAUSE_MARKS = frozenset("،,؛;.\n:")
_TOLD = frozenset({"happened", "ongoing", "possible", "denied"})
_UNTIL_NOW = (fold("حتى"), fold("الآن"))


@dataclass(frozen=True, slots=True)
class Tally:
    """One figure of a source as an observation: `value` is 0 where the source says that there was none."""

    claim: RecordedClaim
    count: Count | None
    what: str
    unit: str | None
    """The counted word as `unit_named` compares it; None where no word is told («لم يرصد شيئا»)."""
    value: Figure | None
    kind: Kind
    source: str
    first_day: date | None
    last_day: date | None

    @property
    def parts(self) -> tuple[Part, ...]:
        """The breakdown told with the figure."""
        return self.count.parts if self.count is not None else ()


def tallies(claims: Iterable[RecordedClaim], sides: Sides) -> Iterator[Tally]:
    """Every figure of the claims that were told as so, and every zero: a denied breach is a count of none."""
    for claim in claims:
        if claim.review == "rejected" or claim.claim.status not in _TOLD:
            continue
        source = source_of(claim, sides)
        first, last = window(claim)
        zero = claim.claim.status == "denied"
        for count in claim.claim.counts:
            kind: Kind = "running" if is_running(claim, count) else "daily"
            value = 0 if zero and count.value is None else count.value
            yield Tally(claim, count, count.what, unit_of(count), value, kind, source, first, last)
        if zero and not claim.claim.counts and _reports_none(claim):
            yield Tally(claim, None, "violations", None, 0, "daily", source, first, last)


def _reports_none(claim: RecordedClaim) -> bool:
    """Whether a source says that it saw no breach («لم يرصد أي خرق»), not that it committed none («نفى خرق الهدنة»)."""
    if claim.claim.type != "ceasefire_violation" or claim.claim.speaker is None:
        return False
    forms = load_forms()
    return any(forms.has_role(token.form, "report_present") for token in tokenise(claim.claim.evidence.text))


def source_of(claim: RecordedClaim, sides: Sides) -> str:
    """The identity of a claim's source: the side or body that speaks, else the folded speaker, outlet or document."""
    speaker = claim.claim.speaker
    if speaker is not None:
        return sides.actor(speaker.span.text) or fold(speaker.span.text)
    return fold(claim.document.outlet or "") or claim.document.key


def unit_of(count: Count) -> str | None:
    """What a count is of, as it is compared: «violation» for خرق and انتهاك, «case.firing» for حالات إطلاق نار."""
    return unit_named(count.of) if count.of else None


def unit_named(words: str) -> str:
    """The unit that some words name: ids of the tally lexicon, else the folded words without article."""
    found: list[str] = []
    forms = load_forms()
    tokens = [token.form for token in tokenise(words)]
    for at, form in enumerate(tokens):
        for _, phrases in forms.candidates(form):
            unit = next(
                (word.unit for rest, word in phrases if word.unit and tuple(tokens[at + 1 :])[: len(rest)] == rest),
                None,
            )
            if unit is not None:
                found.append(unit.id)
                break
        if found and forms.units[found[0]].group != "case":
            break
    return ".".join(found[:2]) or fold(words).removeprefix("ال")


def unit_name(unit: str | None, language: str) -> str:
    """The name of a unit for people."""
    if not unit:
        return ""
    units = load_forms().units
    known = [units[part] for part in unit.split(".") if part in units]
    if not known:
        return unit
    if language == "ar":
        return " ".join(part.arabic for part in known)
    return " of ".join(part.english for part in known)


def window(claim: RecordedClaim) -> tuple[date | None, date | None]:
    """The days that a claim is about: those told, else the day before its publication for a report without a date."""
    when = claim.claim.when
    if when is not None and when.first_day is not None:
        return when.first_day, when.last_day or when.first_day
    if when is not None:
        return None, claim.document.published
    return claim.document.published, claim.document.published


def is_running(claim: RecordedClaim, count: Count) -> bool:
    """Whether a figure is told since a beginning, by its window of days or by the words of its own clause."""
    when = claim.claim.when
    if when is not None and when.first_day is not None and when.last_day is not None:
        if (when.last_day - when.first_day).days > LONGEST_DAILY:
            return True
    elif when is not None and fold(when.span.text).startswith("منذ"):
        return True
    return _is_cumulative(_clause(claim, count))


def _clause(claim: RecordedClaim, count: Count) -> str:
    text, at = claim.claim.evidence.text, count.span.start - claim.claim.evidence.start
    if not 0 <= at < len(text):
        return ""
    first = max((text.rfind(mark, 0, at) for mark in _CLAUSE_MARKS), default=-1) + 1
    ends = [end for end in (text.find(mark, at) for mark in _CLAUSE_MARKS) if end >= 0]
    return text[first : min(ends, default=len(text))]


def _is_cumulative(clause: str) -> bool:
    forms = load_forms()
    words = [token.form for token in tokenise(clause)]
    for word, following in pairwise([*words, ""]):
        if (word, following) == _UNTIL_NOW:
            return True
        since_today = word == "منذ" and forms.has_role(following, "after_since_today")
        if forms.has_role(word, "cumulative") and not since_today:
            return True
    return False
