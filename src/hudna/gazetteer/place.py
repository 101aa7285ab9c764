"""One place of the gazetteer, its kinds, and which of several places of one name comes first."""

from __future__ import annotations

import math
from dataclasses import dataclass

PRECISIONS: dict[str, str] = {
    "country": "country",
    "admin1": "admin1",
    "admin2": "district",
    "region": "region",
    "town": "town",
    "village": "town",
    "quarter": "exact",
    "camp": "exact",
    "sea": "region",
    "river": "region",
    "mountain": "district",
    "island": "district",
    "crossing": "exact",
    "airport": "exact",
    "base": "exact",
    "port": "exact",
    "road": "region",
    "site": "exact",
}
"""How exact the point of a place is, by its kind: exact, town, district, region, admin1, country."""

_WEIGHTS: dict[str, float] = {
    "country": 12.0,
    "sea": 8.0,
    "river": 6.2,
    "region": 5.0,
    "admin1": 4.5,
    "admin2": 3.6,
    "crossing": 4.0,
    "airport": 3.8,
    "base": 3.6,
    "port": 3.6,
    "site": 3.4,
    "camp": 3.4,
    "island": 3.2,
    "mountain": 3.0,
    "quarter": 2.5,
    "road": 3.0,
    "town": 2.6,
    "village": 2.4,
}

WATCHED = frozenset({"SY", "YE", "IQ", "LY", "SD", "SS", "PS", "IL", "LB"})
"""Countries that Arabic conflict reporting means first when it gives a name alone."""

_WATCHED_BONUS = 1.5
_SECOND_NAME = 6.5


@dataclass(frozen=True, slots=True)
class Place:
    """A place with a point. `name` is its Arabic name.

    `admin1` is the id of its first-level division (`iso:SY-ID`; of a division its own id), `country` an ISO code.
    `id` begins with where the place comes from: `geonames:`, `iso:`, `hudna:` (written by hand), `pcode:` (imported).
    """

    id: str
    name: str
    english: str
    kind: str
    point: tuple[float, float] | None
    precision: str
    admin1: str
    country: str
    population: int


def weight(place: Place) -> float:
    """How likely a name alone means this place: by kind, population and country."""
    value = _WEIGHTS.get(place.kind, 2.0)
    if place.population > 0 and place.kind not in ("country", "admin1"):
        value = max(value, math.log10(place.population))
    if place.country in WATCHED:
        value += _WATCHED_BONUS
    return value


def name_weight(place: Place, folded_name: str, folded_first: str, regions: dict[str, str]) -> float:
    """The weight of a place under one of its names: less under a second name, more for the seat of a region."""
    value = weight(place)
    if place.kind == "country" and folded_name != folded_first:
        value -= _SECOND_NAME
    if place.kind in ("town", "village") and regions.get(place.admin1) == folded_name:
        value += 2.0
    return value
