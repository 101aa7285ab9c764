"""Incidents and claims as flat rows of plain values, for workbooks, Parquet and GeoJSON."""

from __future__ import annotations

from datetime import date
from typing import Any

from hudna.exchange.events import Event, addresses, number, party_names, place_name
from hudna.protect import ProtectedClaim, ProtectedCount, ProtectedParty

ESTIMATED = ("killed", "wounded", "captured", "displaced", "strikes", "destroyed", "violations")

INCIDENT_COLUMNS: dict[str, type] = {
    "key": str, "type": str, "family": str, "status": str, "first_day": date, "last_day": date, "day_basis": str,
    "country": str, "admin1": str, "admin1_name": str, "place": str, "place_en": str, "place_id": str,
    "place_precision": str, "latitude": float, "longitude": float, "actors": str, "targets": str,
    **{f"{what}_{bound}": float for what in ESTIMATED for bound in ("low", "best", "high")},
    "disputed": bool, "denied_by": str, "documents": int, "sources": str, "outlets": str, "addresses": str,
    "claims": str, "notes": str, "withheld": str, "profile": str,
}  # fmt: skip
"""Column → type of the flat row of an incident."""

CLAIM_COLUMNS: dict[str, type] = {
    "key": str, "incident": str, "type": str, "status": str, "review": str, "speaker": str, "outlet": str,
    "published": date, "first_day": date, "last_day": date, "day_basis": str, "country": str, "admin1": str,
    "place": str, "place_precision": str, "latitude": float, "longitude": float, "actors": str, "targets": str,
    "counts": str,
    "evidence": str, "address": str, "withheld": str, "profile": str,
}  # fmt: skip
"""Column → type of the flat row of a claim."""


def incident_row(row: Event) -> dict[str, Any]:
    """An incident as one flat row."""
    incident, place = row.incident, row.place
    point = place.point if place is not None and place.point is not None else (None, None)
    estimates: dict[str, Any] = {}
    for what in ESTIMATED:
        found = incident.estimate(what)
        for bound in ("low", "best", "high"):
            estimates[f"{what}_{bound}"] = float(getattr(found, bound)) if found is not None else None
    return {
        "key": row.key,
        "type": incident.type,
        "family": incident.family,
        "status": row.status,
        "first_day": incident.first_day,
        "last_day": incident.last_day,
        "day_basis": incident.day_basis,
        "country": place.country if place else None,
        "admin1": place.admin1 if place else None,
        "admin1_name": place.admin1_name if place else None,
        "place": place.name if place else None,
        "place_en": place_name(place) or None,
        "place_id": place.id if place else None,
        "place_precision": place.precision if place else None,
        "latitude": point[0],
        "longitude": point[1],
        "actors": party_names(row.actors),
        "targets": party_names(row.targets),
        **estimates,
        "disputed": incident.disputed,
        "denied_by": "; ".join(incident.denied_by),
        "documents": len({claim.document.key for claim in incident.claims}),
        "sources": "; ".join(row.sources),
        "outlets": "; ".join(row.outlets),
        "addresses": addresses(incident.claims),
        "claims": " ".join(claim.key for claim in incident.claims),
        "notes": row.notes,
        "withheld": ", ".join(incident.withheld),
        "profile": incident.profile,
    }


def claim_row(claim: ProtectedClaim, incident: str | None = None) -> dict[str, Any]:
    """A claim as one flat row, with the key of its incident."""
    place = claim.place
    point = place.point if place is not None and place.point is not None else (None, None)
    return {
        "key": claim.key,
        "incident": incident,
        "type": claim.type,
        "status": claim.status,
        "review": claim.review,
        "speaker": _name(claim.speaker),
        "outlet": claim.document.outlet,
        "published": claim.document.published,
        "first_day": claim.first_day,
        "last_day": claim.last_day,
        "day_basis": claim.day_basis,
        "country": place.country if place else None,
        "admin1": place.admin1 if place else None,
        "place": place.name if place else None,
        "place_precision": place.precision if place else None,
        "latitude": point[0],
        "longitude": point[1],
        "actors": party_names(claim.actors),
        "targets": party_names(claim.targets),
        "counts": "; ".join(map(_count, claim.counts)),
        "evidence": claim.evidence,
        "address": claim.document.address,
        "withheld": ", ".join(claim.withheld),
        "profile": claim.profile,
    }


def _name(party: ProtectedParty | None) -> str | None:
    return party.name if party is not None else None


def _count(count: ProtectedCount) -> str:
    """«killed exact 8 (مدنيين)», with its parts."""
    parts = " = " + " + ".join(f"{part.name} {number(part.value)}" for part in count.parts) if count.parts else ""
    of = f" ({count.of})" if count.of else ""
    return f"{count.what} {count.qualifier} {number(count.value)}{of}{parts}".replace("  ", " ")
