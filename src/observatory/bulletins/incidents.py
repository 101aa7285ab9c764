"""The incidents that a bulletin tells of: their figures over all of them, and the best documented one by one.

Incidents of which everybody of the audience may see every claim are counted by the database from what is kept of them.
The others are told by their open part.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, Q, QuerySet, Sum

from hudna.places import default_gazetteer
from hudna.protect import Profile
from observatory.atlas.gate import glimpses, open_incidents, touching
from observatory.atlas.glimpse import Glimpse
from observatory.atlas.models import Incident
from observatory.atlas.parts import standing_in
from observatory.atlas.queries import Days
from observatory.documents.queries import open_until
from observatory.people.audience import hidden_documents
from observatory.ui import words

EVERYBODY = AnonymousUser()
MOST = 300
"""Incidents that can be told one by one, the best documented first; the figures are those of all."""
FIGURES = ("killed", "wounded", "displaced", "captured")
TALKS = frozenset({"ceasefire", "agreement", "talks"})
Region = tuple[str, str]
"""A region's name in Arabic and English."""


@dataclass(slots=True)
class Figures:
    """What all incidents of some days add up to."""

    incidents: int = 0
    sums: dict[str, tuple[float, float]] = field(default_factory=dict)
    """The lowest and highest figures added up, by what is counted."""

    def add(self, what: str, low: float | None, high: float | None) -> None:
        """Add a figure."""
        before = self.sums.get(what, (0, 0))
        self.sums[what] = (before[0] + (low or 0), before[1] + (high or 0))


class Told:
    """The incidents of some days that are told to have happened, for one audience."""

    def __init__(self, days: Days, profile: Profile) -> None:
        self.days, self.profile = days, profile
        whole, rest = _parted(days, profile)
        self._whole = whole.filter(is_told=True)
        self._rest = [item for item in glimpses(rest, EVERYBODY, profile) if item.is_told]

    def figures(self) -> Figures:
        """What they add up to."""
        asked = {f"{what}_{end}": Sum(f"{what}_{end}") for what in FIGURES for end in ("low", "high")}
        rows = self._whole.aggregate(number=Count("pk"), **asked)
        found = Figures(rows["number"] + len(self._rest))
        for what in FIGURES:
            if rows[f"{what}_high"] is not None:
                found.add(what, rows[f"{what}_low"], rows[f"{what}_high"])
        for item in self._rest:
            for each in item.estimates:
                found.add(each.what, each.low, each.high)
        return found

    def best(self) -> list[Glimpse]:
        """The best documented of them, at most `MOST`."""
        rows = self._whole.order_by("-documents", "first_day", "key")[:MOST]
        found = [*glimpses(rows, EVERYBODY, self.profile), *self._rest]
        return sorted(found, key=lambda each: (-each.documents, str(each.first_day), each.key))[:MOST]

    def regions(self) -> Counter[Region]:
        """How many there are of each region, talks and agreements left out."""
        # Counted here: the database would go through all incidents region by region instead of through those days.
        counted = Counter(self._whole.exclude(type__in=TALKS).order_by().values_list("admin1", "country"))
        found: Counter[Region] = Counter()
        for region, number in counted.items():
            found[region_named(*region)] += number
        found.update(region_of(item) for item in self._rest if item.type not in TALKS)
        return found

    def talks(self) -> int:
        """How many talks, agreements and truces there are."""
        return self._whole.filter(type__in=TALKS).count() + sum(item.type in TALKS for item in self._rest)


def _parted(days: Days, profile: Profile) -> tuple[QuerySet[Incident], QuerySet[Incident]]:
    """The incidents of some days of which everything is open, and those of which a part is."""
    touched = touching(days.first, days.last)
    is_whole = Q(is_told__isnull=False)
    if limit := open_until(profile):
        is_whole &= Q(whole_day__isnull=False, whole_day__lte=limit)
    hidden = hidden_documents(EVERYBODY)
    if hidden is not None:
        members = standing_in(hidden).filter(incident__in=Incident.objects.filter(touched).values("pk"))
        is_whole &= ~Q(pk__in=set(members.values_list("incident", flat=True)))
    return Incident.objects.filter(touched & is_whole), open_incidents(EVERYBODY, profile).filter(touched & ~is_whole)


def region_of(item: Glimpse) -> Region:
    """The region of an incident as far as the audience may know it."""
    return region_named(item.place.admin1, item.place.country) if item.place else nowhere()


def region_named(admin1: str | None, country: str | None) -> Region:
    """The names of a first-level region, or else of a country."""
    gazetteer = default_gazetteer()
    known = (gazetteer.by_id(admin1) if admin1 else None) or (gazetteer.by_id(f"iso:{country}") if country else None)
    if known is not None:
        return known.name, known.english or known.name
    return (country, country) if country else nowhere()


def nowhere() -> Region:
    """What stands in the place of a region where none is told."""
    return words.say("bulletin.nowhere", "ar"), words.say("bulletin.nowhere", "en")


def by_region(items: Iterable[Glimpse]) -> dict[Region, Sequence[Glimpse]]:
    """Incidents by region, talks and agreements left out."""
    found: dict[Region, list[Glimpse]] = {}
    for item in items:
        if item.type not in TALKS:
            found.setdefault(region_of(item), []).append(item)
    return dict(found)
