"""In which zone of a ceasefire a place lies."""

from __future__ import annotations

from hudna.arabic.letters import fold
from hudna.gazetteer import Gazetteer
from hudna.ledger.records import WHOLE, Zone
from hudna.recorded import RecordedClaim
from hudna.records import Part

_POINTS = frozenset({"exact", "town", "district"})


class Zoning:
    """The zones of one ceasefire, looked up by id, name or point. Where two zones hold a place, the first has it."""

    def __init__(self, zones: tuple[Zone, ...], gazetteer: Gazetteer) -> None:
        self._zones = zones
        self._gazetteer = gazetteer
        self._by_place = {place: zone.id for zone in reversed(zones) for place in zone.places}
        self._by_name = {fold(name): zone.id for zone in reversed(zones) for name in zone.names}

    def of_claim(self, claim: RecordedClaim) -> str:
        """The zone of a claim: that of its first place that lies in one, else the whole."""
        for place in claim.claim.places:
            points = place.point if place.precision in _POINTS else None
            found = self._zone(place.id, place.admin1, [place.span.text, place.name or ""], points)
            if found is not None:
                return found
        return WHOLE

    def of_part(self, part: Part, claim: RecordedClaim) -> str | None:
        """The zone of a line of a breakdown; None where it lies in none."""
        known = self._by_name.get(fold(part.name))
        if known is not None:
            return known
        for place in claim.claim.places:
            if fold(part.name) in (fold(place.name or ""), fold(place.span.text)):
                found = self._zone(place.id, place.admin1, [], place.point)
                if found is not None:
                    return found
        for candidate in self._gazetteer.lookup(fold(part.name)):
            found = self._zone(candidate.id, candidate.admin1, [], candidate.point)
            if found is not None:
                return found
        return None

    def is_zone_itself(self, zone: str, names: tuple[str | None, ...]) -> bool:
        """Whether one of some ids or names stands for a whole zone and not for a place in it."""
        return any(
            name is not None and (self._by_place.get(name) == zone or self._by_name.get(fold(name)) == zone)
            for name in names
        )

    def _zone(
        self, place: str | None, admin1: str | None, names: list[str], point: tuple[float, float] | None
    ) -> str | None:
        for identity in (place, admin1):
            if identity and identity in self._by_place:
                return self._by_place[identity]
        for name in names:
            if fold(name) in self._by_name:
                return self._by_name[fold(name)]
        if point is not None:
            return next((zone.id for zone in self._zones if zone.polygon and inside(point, zone.polygon)), None)
        return None


def inside(point: tuple[float, float], polygon: tuple[tuple[float, float], ...]) -> bool:
    """Whether a point lies in a polygon, both as (latitude, longitude)."""
    latitude, longitude = point
    found = False
    for (one_latitude, one_longitude), (latitude_2, longitude_2) in zip(
        polygon, (*polygon[1:], polygon[0]), strict=True
    ):
        crosses = (one_latitude > latitude) != (latitude_2 > latitude)
        if crosses:
            share = (latitude - one_latitude) / (latitude_2 - one_latitude)
            found ^= longitude < one_longitude + share * (longitude_2 - one_longitude)
    return found
