"""Violations of a truce by day and by the side that reports them. A day without a report is a gap and not zero."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Max

from hudna.protect import Profile
from hudna.sides import default_sides
from observatory.atlas.models import Violations
from observatory.atlas.queries import Days
from observatory.documents.fields import Voice
from observatory.documents.queries import open_until
from observatory.people.audience import visible_claims
from observatory.people.roles import Person
from observatory.records.models import Claim
from observatory.ui.charts import SIDES, Series

LONGEST = 31
"""So many days stand on one chart; of longer spans the last ones."""

_LETTERS = {"ar": "أبجدهو", "en": "ABCDEF"}


@dataclass(frozen=True, slots=True)
class Timeline:
    """What the chart and the table behind it show."""

    days: tuple[date, ...]
    series: tuple[Series, ...]
    letters: tuple[str, ...]

    @property
    def legend(self) -> list[tuple[int, str, str]]:
        """Number, letter and name of each side."""
        return [(at, self.letters[at - 1], each.name) for at, each in enumerate(self.series, 1)]

    @property
    def table(self) -> list[tuple[date, list[float | None]]]:
        """A row a day."""
        return [(day, [each.values[at] for each in self.series]) for at, day in enumerate(self.days)]


def timeline(person: Person, profile: Profile, days: Days, voice: Voice) -> Timeline | None:
    """The timeline of these days; None where nobody reports violations in them."""
    first = max(days.first, days.last - timedelta(days=LONGEST - 1))
    shown = tuple(first + timedelta(days=at) for at in range((days.last - first).days + 1))
    rows = Violations.objects.filter(day__range=(first, days.last), claim__current=True)
    limit = open_until(profile)
    if limit:
        rows = rows.filter(open_day__lte=limit)
    rows = rows.filter(
        claim__in=visible_claims(person, Claim.objects.filter(violations__day__range=(first, days.last)))
    )
    told: dict[str, dict[date, float]] = {}
    names: dict[str, str] = {}
    asked = rows.values_list("source", "claim__speaker", "claim__document__outlet__name", "day").order_by("source")
    for source, speaker, outlet, day, value in asked.annotate(most=Max("value")):
        name = _name(source, profile, voice) or (speaker or outlet if profile.names else None)
        if name:
            names.setdefault(source, name)
            by_day = told.setdefault(source, {})
            by_day[day] = max(value, by_day.get(day, value))
    order = sorted(told, key=lambda source: (-sum(told[source].values()), source))[:SIDES]
    series = tuple(Series(names[source], tuple(told[source].get(day) for day in shown)) for source in order)
    return Timeline(shown, series, tuple(_LETTERS[voice.language])) if series else None


def _name(source: str, profile: Profile, voice: Voice) -> str | None:
    """The name of a source that the lexicon knows; a person is named only to who may know names."""
    sides = default_sides()
    if sides.entry(source) is None or (sides.kind(source) == "person" and not profile.names):
        return None
    return sides.english(source) if voice.language == "en" else sides.arabic(source)
