"""How exactly places are told: towns and spots against regions, sides of the compass and countries."""

from __future__ import annotations

from hudna.claims.draft import PlaceFiller
from hudna.find.places import PlaceHit

_COARSE = frozenset({"country", "admin1", "region", "compass", "sea"})
_OWN = "circumstances.place"


def is_exact(places: list[PlaceFiller]) -> bool:
    """Whether one of the places is a town or a spot, not only a region or a side of the compass."""
    return any(_is_spot(place.hit) for place in places)


def more_exact(main: list[PlaceFiller], other: list[PlaceFiller]) -> list[PlaceFiller]:
    """What a second telling adds to the places of an event: all when it had none, a town when it had only regions."""
    if not main:
        return other
    if is_exact(main):
        return []
    told = {word for place in main for word in place.hit.name.split()}
    exact = [place for place in other if place.rule == _OWN and _is_spot(place.hit)]
    return [place for place in exact if told.isdisjoint(place.hit.name.split())]


def _is_spot(hit: PlaceHit) -> bool:
    if hit.described or hit.part_of is not None or (hit.head is not None and hit.head.kind in _COARSE):
        return False
    return not hit.places or hit.places[0].kind not in _COARSE
