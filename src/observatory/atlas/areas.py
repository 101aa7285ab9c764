"""How exact a place is, as an area: the region it lies in, or a circle. A place is never shown as a bare point."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from hudna.protect import ProtectedPlace

_KILOMETRES = {"exact": 1.0, "town": 5.0, "grid": 8.0, "district": 20.0, "region": 40.0}
"""How far from the point the happening may have been."""

_CORNERS = 32
_EARTH = 6371.0
_REGIONS = Path(__file__).parent / "static" / "atlas" / "regions.geojson"


@dataclass(frozen=True, slots=True)
class Area:
    """A region by the ids of its outlines, or a circle."""

    kind: Literal["region", "circle"]
    regions: tuple[str, ...] = ()
    point: tuple[float, float] | None = None
    kilometres: float = 0.0

    @property
    def key(self) -> str:
        """The same for the same area."""
        return f"{self.kind}:{','.join(self.regions)}:{self.point}:{self.kilometres}"

    def geometry(self) -> dict[str, Any]:
        """The area as GeoJSON has it; a circle is a polygon of many corners."""
        if self.kind == "circle":
            return {"type": "Polygon", "coordinates": [self._ring()]}
        parts = [part for region in self.regions for part in outlines()[region]["coordinates"]]
        return {"type": "MultiPolygon", "coordinates": parts}

    def _ring(self) -> list[list[float]]:
        assert self.point is not None
        latitude, longitude = self.point
        high = math.degrees(self.kilometres / _EARTH)
        wide = high / max(0.1, math.cos(math.radians(latitude)))
        angles = [2 * math.pi * (corner % _CORNERS) / _CORNERS for corner in range(_CORNERS + 1)]
        return [
            [round(longitude + wide * math.cos(angle), 5), round(latitude + high * math.sin(angle), 5)]
            for angle in angles
        ]


@cache
def outlines() -> dict[str, dict[str, Any]]:
    """The outlines of the regions that the map knows, by the gazetteer's id."""
    collection = json.loads(_REGIONS.read_text(encoding="utf-8"))
    return {feature["id"]: feature["geometry"] for feature in collection["features"]}


def area_of(place: ProtectedPlace | None) -> Area | None:
    """The area that a place may mean; None where it cannot be drawn."""
    if place is None:
        return None
    if place.precision == "country":
        return _country(place)
    if place.precision == "admin1" and place.id in outlines():
        return Area("region", (str(place.id),))
    if place.point is not None and place.precision in _KILOMETRES:
        return Area("circle", point=place.point, kilometres=_KILOMETRES[place.precision])
    return Area("region", (place.admin1,)) if place.admin1 in outlines() else None


def _country(place: ProtectedPlace) -> Area | None:
    code = place.country or (place.id or "").removeprefix("iso:")
    regions = tuple(sorted(region for region in outlines() if region.startswith(f"iso:{code}-")))
    return Area("region", regions) if code and regions else None
