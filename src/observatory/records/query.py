"""Which claims of the record are asked for."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from hudna.recorded import Review
from observatory.records.models import Claim, Party, Place
from observatory.records.models.claim import LONG
from observatory.records.projection import folded_naming

_FEW = 3000


@dataclass(frozen=True, slots=True)
class Query:
    """What claims must be. A field that is None or empty asks for nothing.

    Days ask for claims that touch them: those that the text tells, or the day of publication where it tells none.
    Names are compared as the reader compares them; places and sides can be named by their id too.
    """

    first_day: date | None = None
    last_day: date | None = None
    country: str | None = None
    admin1: str | None = None
    speaker: str | None = None
    side: str | None = None
    """A side as actor, target or speaker."""
    types: Collection[str] = ()
    reviews: Collection[Review] = ()
    documents: Collection[str] = ()

    def claims(self) -> QuerySet[Claim]:
        """The current claims that are asked for."""
        found = Claim.objects.filter(_touching(self.first_day, self.last_day))
        if self.types:
            found = found.filter(type__in=self.types)
        if self.reviews:
            found = found.filter(review__in=self.reviews)
        if self.documents:
            found = found.filter(document__key__in=self.documents)
        if self.country or self.admin1:
            found = found.filter(_having(self._places()))
        if self.speaker:
            found = found.filter(_having(_named(self.speaker, role=Party.Role.SPEAKER)))
        if self.side:
            found = found.filter(_having(_of_side(self.side)))
        return found

    def _places(self) -> QuerySet[Place]:
        places = Place.objects.all()
        if self.country:
            places = places.filter(country=self.country.upper())
        if self.admin1:
            places = places.filter(admin1__in=admin1_ids(self.admin1, self.country))
        return places


def _touching(first: date | None, last: date | None) -> Q:
    """Current claims of days that touch these.

    Long ones are looked for apart, and each branch says that they are current: so an index finds the claims of either.
    """
    asked = Q(current=True)
    if last:
        asked &= Q(from_day__lte=last)
    if first is None:
        return asked
    return (asked & Q(to_day__gte=first, from_day__gte=first - LONG)) | (asked & Q(to_day__gte=first, long=True))


def _having(rows: QuerySet[Any]) -> Q | Exists:
    """That a claim has one of these rows.

    Few rows are looked up first, and their claims after them; where there are many, the claims of a list are gone
    through in its order, as the first page of it is soon full.
    """
    if rows[: _FEW + 1].count() <= _FEW:
        return Q(pk__in=rows.values("claim"))
    return Exists(rows.filter(claim=OuterRef("pk")))


def _named(name: str, **more: str) -> QuerySet[Party]:
    wanted = Q(entry=name) | Q(folded=folded_naming(name))
    return Party.objects.filter(wanted, **more)


def _of_side(name: str) -> QuerySet[Party]:
    """The parties of a side, named by its id or by a naming that the lexicon knows."""
    from hudna.sides import default_sides

    sides = default_sides()
    actor = name if sides.entry(name) else sides.find(name)
    side = sides.side(actor) if actor else name
    return Party.objects.filter(side=side)


def admin1_ids(name: str, country: str | None = None) -> list[str]:
    """The ids of the first-level regions of a name; the name itself where the gazetteer knows none."""
    from hudna.arabic.letters import fold
    from hudna.places import default_gazetteer

    found = [
        place.id
        for place in default_gazetteer().lookup(fold(name))
        if place.kind == "admin1" and country in (None, place.country, str(place.country).lower())
    ]
    return found or [name]
