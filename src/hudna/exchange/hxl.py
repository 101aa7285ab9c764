"""Incidents as HXL 1.1 CSV: a row of headers, a row of hashtags, one row an incident."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable

from hudna.exchange.events import (
    Event,
    addresses,
    cell,
    day,
    event,
    is_civilian,
    number,
    party_name,
    party_names,
    place_name,
)  # fmt: skip
from hudna.protect import ProtectedIncident

_Column = tuple[str, str, Callable[[Event], object]]


def _estimate(what: str, bound: str) -> Callable[[Event], object]:
    def value(row: Event) -> object:
        estimate = row.incident.estimate(what)
        return number(getattr(estimate, bound)) if estimate is not None else ""

    return value


def _point(at: int) -> Callable[[Event], object]:
    return lambda row: row.place.point[at] if row.place is not None and row.place.point is not None else ""


_COLUMNS: tuple[_Column, ...] = (
    ("Incident", "#event+id", lambda row: row.key),
    ("Type", "#event+type", lambda row: row.incident.type),
    ("Status", "#event+status", lambda row: row.status),
    ("First day", "#date+occurred+start", lambda row: day(row.incident.first_day)),
    ("Last day", "#date+occurred+end", lambda row: day(row.incident.last_day)),
    ("Reported", "#date+reported", lambda row: day(row.published)),
    ("Country", "#country+code+v_iso3", lambda row: row.country.iso3 if row.country else ""),
    ("Province", "#adm1+name+i_ar", lambda row: (row.place.admin1_name or "") if row.place else ""),
    ("Province (en)", "#adm1+name+i_en", lambda row: (row.place.admin1_english or "") if row.place else ""),
    ("Province code", "#adm1+code", lambda row: (row.place.admin1 or "").removeprefix("iso:") if row.place else ""),
    ("Place", "#loc+name+i_ar", lambda row: (row.place.name or "") if row.place else ""),
    ("Place (en)", "#loc+name+i_en", lambda row: place_name(row.place)),
    ("Latitude", "#geo+lat", _point(0)),
    ("Longitude", "#geo+lon", _point(1)),
    ("Precision", "#geo+precision", lambda row: row.place.precision if row.place else ""),
    ("Actor", "#group+name+actor1", lambda row: party_name(row.actors[0]) if row.actors else ""),
    ("Other actors", "#group+name+others", lambda row: party_names(row.actors[1:])),
    ("Target", "#group+name+actor2", lambda row: party_names(row.targets)),
    ("Killed", "#affected+killed", _estimate("killed", "best")),
    ("Killed, least", "#affected+killed+min", _estimate("killed", "low")),
    ("Killed, most", "#affected+killed+max", _estimate("killed", "high")),
    ("Injured", "#affected+injured", _estimate("wounded", "best")),
    ("Abducted or captured", "#affected+abducted", _estimate("captured", "best")),
    ("Displaced", "#affected+displaced", _estimate("displaced", "best")),
    ("Civilians hit", "#meta+civilians", lambda row: "yes" if any(map(is_civilian, row.targets)) else ""),
    ("Violations", "#indicator+violations+num", _estimate("violations", "best")),
    ("Reported by", "#org+reporting", lambda row: "; ".join(row.sources)),
    ("Outlets", "#meta+source", lambda row: "; ".join(row.outlets)),
    ("Addresses", "#meta+url", lambda row: addresses(row.incident.claims)),
    ("Claims", "#meta+id", lambda row: " ".join(claim.key for claim in row.incident.claims)),
    ("Notes", "#description", lambda row: row.notes),
)

HEADERS = tuple(header for header, _, _ in _COLUMNS)
TAGS = tuple(tag for _, tag, _ in _COLUMNS)


def rows(incidents: Iterable[ProtectedIncident]) -> list[list[object]]:
    """One row for each incident, in the order of `TAGS`. Every status is told; `#event+status` says which."""
    return [[value(row) for _, _, value in _COLUMNS] for row in map(event, incidents)]


def write(incidents: Iterable[ProtectedIncident]) -> bytes:
    """Headers, hashtags and rows as CSV in UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADERS)
    writer.writerow(TAGS)
    writer.writerows([cell(value) for value in row] for row in rows(incidents))
    return out.getvalue().encode()
