"""The zones of a ledger as areas, each with its cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from hudna.ledger import Zone
from observatory.atlas.areas import outlines


def zones_with_cells(zones: Sequence[Zone], cells: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """A row for each zone that has cells; those of the whole and of no known zone have no area."""
    by_zone: dict[str, list[Mapping[str, Any]]] = {}
    for cell in cells:
        by_zone.setdefault(cell["zone"], []).append(cell)
    known = {zone.id: zone for zone in zones}
    for identity, own in by_zone.items():
        zone = known.get(identity)
        yield {
            "zone": identity,
            "title": dict(zone.title) if zone else None,
            "cells": own,
            "geometry": geometry_of(zone) if zone else None,
        }


def geometry_of(zone: Zone) -> dict[str, Any] | None:
    """The polygon that a definition gives, else the outlines of its regions; None where the map knows neither."""
    if zone.polygon:
        ring = [[longitude, latitude] for latitude, longitude in (*zone.polygon, zone.polygon[0])]
        return {"type": "Polygon", "coordinates": [ring]}
    parts = [part for place in zone.places if place in outlines() for part in outlines()[place]["coordinates"]]
    return {"type": "MultiPolygon", "coordinates": parts} if parts else None
