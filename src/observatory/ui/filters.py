"""The filters of every list, as they stand in the address: from, to, type, place, side, speaker, status, review."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import cast, get_args

from django.db.models import Q
from django.http import HttpRequest

from hudna.labels import STATUSES, TYPES
from hudna.protect import Profile
from hudna.recorded import Review
from observatory.records.query import Condition, Query
from observatory.ui.days import day_of
from observatory.ui.named import actor_named, place_named, speaker_named


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list was asked for. `problems` are the names of filters that were not understood and are left out."""

    first_day: date | None = None
    last_day: date | None = None
    types: tuple[str, ...] = ()
    place: str = ""
    side: str = ""
    speaker: str = ""
    status: str = ""
    reviews: tuple[Review, ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def asks_about_claims(self) -> bool:
        """Whether anything but days is asked for."""
        return bool(self.types or self.place or self.side or self.speaker or self.status or self.reviews)

    def conditions(self) -> list[Condition]:
        """What is asked of claims."""
        status = [Condition(Q(status=self.status))] if self.status else []
        return [*self.query().conditions(), *status]

    def query(self) -> Query:
        """The query of claims; the status is left to the caller."""
        place = place_named(self.place)
        return Query(
            first_day=self.first_day,
            last_day=self.last_day,
            country=place.country,
            admin1=place.admin1,
            entries=place.entries,
            speaker=speaker_named(self.speaker) or None,
            side=actor_named(self.side) or None,
            types=self.types,
            reviews=self.reviews,
        )


def filters_of(request: HttpRequest, profile: Profile) -> Filters:
    """The filters of an address.

    Under a profile that names no private persons only known actors can be asked for, and only provinces and countries
    under one that makes places less exact: what a list holds would tell the town.
    """
    asked, problems = request.GET, list[str]()

    def day(name: str) -> date | None:
        try:
            return day_of(asked[name]) if asked.get(name) else None
        except ValueError:
            problems.append(name)
            return None

    def known(name: str, names: frozenset[str]) -> tuple[str, ...]:
        given = [value for value in asked.getlist(name) if value]
        if not names.issuperset(given):
            problems.append(name)
        return tuple(value for value in given if value in names)

    def actor(name: str) -> str:
        value = asked.get(name, "").strip()
        if not value or profile.names or _is_actor(value):
            return value
        problems.append(name)
        return ""

    def place() -> str:
        value = asked.get("place", "").strip()
        if profile.places == "exact" or not place_named(value).entries:
            return value
        problems.append("place")
        return ""

    return Filters(
        first_day=day("from"),
        last_day=day("to"),
        types=known("type", frozenset(TYPES)),
        place=place(),
        side=actor("side"),
        speaker=actor("speaker"),
        status=next(iter(known("status", frozenset(STATUSES))), ""),
        reviews=cast("tuple[Review, ...]", known("review", frozenset(get_args(Review)))),
        problems=tuple(problems),
    )


def _is_actor(name: str) -> bool:
    """Whether a name means an actor of the lexicon: others may be names of private persons."""
    from hudna.sides import default_sides

    sides = default_sides()
    return sides.entry(actor_named(name)) is not None or sides.find(name) is not None
