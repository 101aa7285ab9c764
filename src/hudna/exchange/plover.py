"""Incidents as PLOVER 0.8 JSON: actors and recipients as lists, the auxiliary modes for what did not (yet) happen."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from hudna.exchange.countries import COUNTRIES
from hudna.exchange.events import Event, day, event, is_civilian, place_name, whole
from hudna.exchange.mapping import TYPES
from hudna.protect import ProtectedIncident, ProtectedParty

NEEDS_RECIPIENT = frozenset({"COOPERATE", "AID", "SANCTION"})
_AUXILIARY = {"future": "future", "demanded": "hypothetical", "possible": "hypothetical", "denied": "negation"}
_SECTORS = {
    "state": "GOV", "state_force": "MIL", "judiciary": "JUD", "armed_group": "REB", "coalition": "UAF", "party": "PTY",
    "media": "MED", "organisation": "IGO", "monitor": "NGO", "person": "GOV", "fighter": "UAF", "victim": "CVL",
    "crowd": "CVL", "people": "CVL", "civilian_group": "CVL",
}  # fmt: skip


def why_not(row: Event) -> str | None:
    """Why an incident has no PLOVER event; None when it has one."""
    target = TYPES[row.incident.type].plover
    if target is None:
        return f"PLOVER has no event for {row.incident.type}"
    if target[0] in NEEDS_RECIPIENT and not row.targets:
        return f"{target[0]} needs a recipient and none is told"
    if row.incident.first_day is None:
        return "no day"
    return None


def rows(incidents: Iterable[ProtectedIncident]) -> list[dict[str, Any]]:
    """One event for each incident that PLOVER has an event for."""
    found = map(event, incidents)
    return [_row(row) for row in found if why_not(row) is None]


def write(incidents: Iterable[ProtectedIncident]) -> bytes:
    """The events as a JSON list in UTF-8."""
    return (json.dumps(rows(incidents), ensure_ascii=False, indent=1) + "\n").encode()


def _row(row: Event) -> dict[str, Any]:
    incident, place = row.incident, row.place
    target = TYPES[incident.type].plover
    assert target is not None
    demanded = incident.type in ("ceasefire", "release", "withdrawal", "aid") and row.status == "demanded"
    kind, mode = ("REQUEST", "yield") if demanded else target
    return {
        "event_id": row.key,
        "date": day(incident.first_day),
        "date_end": day(incident.last_day),
        "event_type": kind,
        "event_mode": mode,
        "auxiliary": [_AUXILIARY[row.status]] if row.status in _AUXILIARY else [],
        "context": ["military"],
        "actor": [_actor(party) for party in row.actors],
        "recipient": [_actor(party) for party in row.targets],
        "size": {
            "dead": whole(row.killed.best) if row.killed else None,
            "injured": whole(row.wounded.best) if row.wounded else None,
            "dead_low": whole(row.killed.low) if row.killed else None,
            "dead_high": whole(row.killed.high) if row.killed else None,
        },
        "location": {
            "name": place_name(place),
            "admin1": (place.admin1_english or place.admin1_name or "") if place else "",
            "country": row.country.iso3 if row.country else "",
            "latitude": place.point[0] if place and place.point else None,
            "longitude": place.point[1] if place and place.point else None,
            "precision": place.precision if place else None,
        },
        "reported_by": list(row.sources),
        "disputed": incident.disputed,
        "notes": row.notes,
    }


def _actor(party: ProtectedParty) -> dict[str, str]:
    country = COUNTRIES.get(party.country or "")
    sector = "CVL" if is_civilian(party) else _SECTORS.get(party.kind or "", "")
    return {"name": party.english or party.name, "country": country.iso3 if country else "", "sector": sector}
