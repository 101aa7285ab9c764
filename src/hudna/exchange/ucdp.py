"""Incidents in the columns of UCDP GED: events with at least one death, low, best and high, and who died.

The identity of the scheme holds in every row: best = deaths_a + deaths_b + deaths_civilians + deaths_unknown.
"""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterable

from hudna.exchange.events import (
    Event,
    cell,
    day,
    event,
    is_civilian,
    is_organised,
    is_state,
    party_name,
    place_name,
    whole,
)  # fmt: skip
from hudna.protect import ProtectedClaim, ProtectedIncident, ProtectedParty

COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office",
    "source_date", "source_headline", "source_original", "where_prec", "where_coordinates", "where_description",
    "adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region",
    "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians",
    "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob", "notes",
)  # fmt: skip
"""The columns of GED; `notes` is ours and stands last."""

_WHERE = {"exact": 1, "town": 1, "grid": 2, "district": 3, "admin1": 4, "region": 5, "country": 6}
_DAY, _FEW, _WEEK, _MONTH, _YEAR = 1, 6, 7, 31, 366
_FAMILIES = frozenset({"violence", "control"})
_ARMED_COUNTS = frozenset({"fighter", "force", "military", "unit", "armed_group", "state_force", "leader"})
_CIVILIAN_COUNTS = frozenset({"victim", "crowd", "people", "civilian_group", "witness"})


def why_not(row: Event) -> str | None:
    """Why an incident is no GED event; None when it is one."""
    if row.incident.family not in _FAMILIES:
        return f"{row.incident.type} is no use of armed force"
    if not row.happened:
        return f"told as {row.status} and not as having happened"
    if row.killed is None or whole(row.killed.best) < 1:
        return "no death told"
    if not any(map(is_organised, row.actors)):
        return "no organised actor named"
    if row.incident.first_day is None or not row.is_placed:
        return "no day or no place that is known"
    if row.days > _YEAR:
        return "covers more than a year"
    return None


def rows(incidents: Iterable[ProtectedIncident]) -> list[dict[str, object]]:
    """One row for each incident that is a GED event."""
    found = map(event, incidents)
    return [_row(row) for row in found if why_not(row) is None]


def write(incidents: Iterable[ProtectedIncident]) -> bytes:
    """The rows as CSV in UTF-8."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n", restval="")
    writer.writeheader()
    writer.writerows({column: cell(value) for column, value in row.items()} for row in rows(incidents))
    return out.getvalue().encode()


def _row(row: Event) -> dict[str, object]:
    incident, place, country = row.incident, row.place, row.country
    assert place is not None and row.killed is not None and incident.first_day is not None
    one, two = _sides(row)
    kind = _violence(row, one, two)
    deaths = deaths_by_side(row, one, two)
    latitude, longitude = place.point or (None, None)
    side_b = "Civilians" if kind == 3 else party_name(two) if two else ""
    articles = [
        ";".join((claim.document.outlet or "", day(claim.document.published), claim.document.title or ""))
        for claim in incident.claims
    ]
    return {
        "id": row.key,
        "relid": row.key,
        "year": incident.first_day.year,
        "code_status": "Draft from reports, not verified",
        "type_of_violence": kind,
        "dyad_name": f"{party_name(one)} - {side_b}" if side_b else party_name(one),
        "side_a": party_name(one),
        "side_b": side_b,
        "number_of_sources": len(row.sources),
        "source_article": " | ".join(dict.fromkeys(articles)),
        "source_office": "; ".join(row.outlets),
        "source_date": "; ".join(dict.fromkeys(day(claim.document.published) for claim in incident.claims)),
        "source_headline": "; ".join(
            dict.fromkeys(claim.document.title for claim in incident.claims if claim.document.title)
        ),
        "source_original": "; ".join(row.sources),
        "where_prec": _WHERE.get(place.precision, 6),
        "where_coordinates": place_name(place),
        "where_description": f"{place_name(place)} ({place.precision})",
        "adm_1": place.admin1_english or place.admin1_name or "",
        "latitude": latitude,
        "longitude": longitude,
        "geom_wkt": f"POINT ({longitude} {latitude})" if place.point else "",
        "priogrid_gid": _cell_of(*place.point) if place.point else "",
        "country": place.country_english or "",
        "country_id": country.gw if country and country.gw else "",
        "region": country.region if country else "",
        "event_clarity": 1 if _date_precision(row) == 1 and _WHERE.get(place.precision, 6) <= 2 else 2,
        "date_prec": _date_precision(row),
        "date_start": day(incident.first_day),
        "date_end": day(incident.last_day),
        **deaths,
        "high": whole(row.killed.high),
        "low": whole(row.killed.low),
        "notes": row.notes,
    }


def _sides(row: Event) -> tuple[ProtectedParty, ProtectedParty | None]:
    """Side a, a state where there is one, and side b."""
    armed = [party for party in row.actors if is_organised(party)]
    others = [party for party in (*armed[1:], *row.targets) if is_organised(party) and party.side != armed[0].side]
    one, two = armed[0], others[0] if others else None
    return (two, one) if two is not None and is_state(two) and not is_state(one) else (one, two)


def _violence(row: Event, one: ProtectedParty, two: ProtectedParty | None) -> int:
    """1 where a state fights an organised group or another state, 2 between groups, 3 against civilians."""
    if two is None and (row.only_civilians or not row.targets or any(map(is_civilian, row.targets))):
        return 3
    return 1 if is_state(one) or (two is not None and is_state(two)) else 2


def deaths_by_side(row: Event, one: ProtectedParty, two: ProtectedParty | None) -> dict[str, int]:
    """Who died, of the best figure: as one claim that gives this figure tells it; what is not told is unknown."""
    assert row.killed is not None
    best = whole(row.killed.best)
    found = {"deaths_a": 0, "deaths_b": 0, "deaths_civilians": 0}
    for claim in row.incident.claims:
        split = _split(claim, one, two)
        if split is not None and sum(split.values()) == best:
            found = {column: split[column] for column in found}
            break
    return {**found, "deaths_unknown": best - sum(found.values()), "best": best}


def _split(claim: ProtectedClaim, one: ProtectedParty, two: ProtectedParty | None) -> dict[str, int] | None:
    totals = [count for count in claim.counts if count.what == "killed" and count.is_total]
    if not totals or any(count.value is None for count in totals):
        return None
    found = {"deaths_a": 0, "deaths_b": 0, "deaths_civilians": 0, "rest": 0}
    sides = {party.side for party in claim.targets if party.side}
    for count in totals:
        value = whole(count.value or 0)
        column = "rest"
        if count.kind in _CIVILIAN_COUNTS:
            column = "deaths_civilians"
        elif count.kind in _ARMED_COUNTS and len(sides) == 1:
            side = next(iter(sides))
            column = "deaths_a" if side == one.side else "deaths_b" if two and side == two.side else "rest"
        found[column] += value
    return found


def _date_precision(row: Event) -> int:
    if row.days == _DAY:
        return 1
    return 2 if row.days <= _FEW else 3 if row.days == _WEEK else 4 if row.days <= _MONTH else 5


def _cell_of(latitude: float, longitude: float) -> int:
    """The number of the PRIO-GRID cell of half a degree that a point lies in."""
    row = min(math.floor((latitude + 90) * 2), 359)
    column = min(math.floor((longitude + 180) * 2), 719)
    return row * 720 + column + 1
