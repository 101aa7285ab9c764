"""Which claims of the record are asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from hudna.recorded import Review
from observatory.records.models import Claim, Party, Place
from observatory.records.models.claim import LONG
from observatory.records.projection import folded_naming

_FEW = 20_000
"""Rows that are few in a large record: to look them up takes no longer than to fill a page of what is common."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What claims must be, by their own columns or by a row of theirs."""

    own: Q | None = None
    plain: Q | None = None
    """The same as `own` for claims that are gone through one by one, where that is said otherwise."""
    rows: QuerySet[Any] | None = None
    """Rows with a column `claim`: a claim must have one of them."""

    def is_rare(self) -> bool:
        """Whether few claims fulfil it."""
        found = self.rows if self.rows is not None else Claim.objects.filter(self.own or Q(), current=True)
        return found.order_by()[: _FEW + 1].values("pk").count() <= _FEW

    def of_claim(self, is_rare: bool) -> Q | Exists:
        """As a filter of claims: of rare rows the claims are looked up, else each claim is asked for its rows."""
        if self.rows is None:
            return (self.own if is_rare or self.plain is None else self.plain) or Q()
        return Q(pk__in=self.rows.values("claim")) if is_rare else Exists(self.rows.filter(claim=OuterRef("pk")))


@dataclass(frozen=True, slots=True)
class Sought:
    """The claims that fulfil some conditions."""

    claims: QuerySet[Claim]
    are_few: bool
    """Whether one condition alone leaves few: then they are looked up and put in order. Else a list is gone through in
    its own order, as the first page of it is soon full."""


def sought(conditions: Iterable[Condition]) -> Sought:
    """The current claims that fulfil all conditions, asked for in the way that is the shorter one."""
    found, are_few = Claim.objects.filter(current=True), False
    for condition in conditions:
        is_rare = condition.is_rare()
        found, are_few = found.filter(condition.of_claim(is_rare)), are_few or is_rare
    return Sought(found, are_few)


def among(claims: QuerySet[Claim], conditions: Iterable[Condition]) -> QuerySet[Claim]:
    """Those of a few claims that fulfil all conditions."""
    for condition in conditions:
        claims = claims.filter(condition.of_claim(False))
    return claims


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
    entries: Collection[str] = ()
    """Places by their ids in the gazetteer."""
    speaker: str | None = None
    side: str | None = None
    """A side as actor, target or speaker."""
    types: Collection[str] = ()
    reviews: Collection[Review] = ()
    documents: Collection[str] = ()

    def claims(self) -> QuerySet[Claim]:
        """The current claims that are asked for."""
        found = Claim.objects.filter(current=True)
        for condition in self.conditions():
            found = found.filter(condition.of_claim(condition.rows is None or condition.is_rare()))
        return found

    def conditions(self) -> list[Condition]:
        """What is asked for, each by itself."""
        found = []
        if self.first_day or self.last_day:
            found.append(Condition(_touching(self.first_day, self.last_day), _within(self.first_day, self.last_day)))
        if self.types:
            found.append(Condition(Q(type__in=self.types)))
        if self.reviews:
            found.append(Condition(Q(review__in=self.reviews)))
        if self.documents:
            found.append(Condition(Q(document__key__in=self.documents)))
        if self.country or self.admin1 or self.entries:
            found.append(Condition(rows=self._places()))
        if self.speaker:
            found.append(Condition(rows=_named(self.speaker, role=Party.Role.SPEAKER)))
        if self.side:
            found.append(Condition(rows=_of_side(self.side)))
        return found

    def _places(self) -> QuerySet[Place]:
        places = Place.objects.all()
        if self.country:
            places = places.filter(country=self.country.upper())
        if self.admin1:
            places = places.filter(admin1__in=admin1_ids(self.admin1, self.country))
        if self.entries:
            places = places.filter(entry__in=self.entries)
        return places


def _touching(first: date | None, last: date | None) -> Q:
    """Current claims of days that touch these.

    Long ones are looked for apart, and each branch says that they are current: so an index finds the claims of either.
    """
    near, long = Q(current=True), Q(current=True, long=True)
    if last:
        # Said of long claims in a way for which no index is looked in: their own index serves them.
        near, long = near & Q(from_day__lte=last), long & ~Q(from_day__gt=last)
    if first is None:
        return near
    return near & Q(to_day__gte=first, from_day__gte=first - LONG) | long & Q(to_day__gte=first)


def _within(first: date | None, last: date | None) -> Q:
    """The same of a claim that is looked at by itself."""
    asked = Q(from_day__lte=last) if last else Q()
    return asked & Q(to_day__gte=first) if first else asked


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
