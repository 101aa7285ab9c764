"""Incidents as GeoJSON (RFC 7946): points as [longitude, latitude]; an incident without a point has a null geometry."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from hudna.exchange.events import event
from hudna.exchange.flat import incident_row
from hudna.protect import ProtectedIncident


def collection(incidents: Iterable[ProtectedIncident]) -> dict[str, Any]:
    """All incidents as a feature collection; `place_precision` says how exact a point is."""
    return {"type": "FeatureCollection", "features": [_feature(incident) for incident in incidents]}


def write(incidents: Iterable[ProtectedIncident]) -> bytes:
    """The feature collection as JSON in UTF-8."""
    return (json.dumps(collection(incidents), ensure_ascii=False) + "\n").encode()


def _feature(incident: ProtectedIncident) -> dict[str, Any]:
    row = incident_row(event(incident))
    latitude, longitude = row.pop("latitude"), row.pop("longitude")
    properties = {name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()}
    properties["versions"] = [
        {
            "what": figure.what,
            "speaker": version.speaker.name if version.speaker else version.outlet,
            "value": figure.value,
            "qualifier": figure.qualifier,
            "published": version.published.isoformat() if version.published else None,
        }
        for version in incident.versions
        for figure in version.figures
    ]
    geometry = None if latitude is None else {"type": "Point", "coordinates": [longitude, latitude]}
    return {"type": "Feature", "id": incident.key, "geometry": geometry, "properties": properties}
