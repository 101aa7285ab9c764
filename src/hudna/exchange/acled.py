"""Incidents in the 31 columns of ACLED. Competing figures become one number; the dispute goes into `notes`."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time

from hudna.exchange.events import (
    Event,
    addresses,
    cell,
    day,
    event,
    is_civilian,
    is_state,
    party_name,
    party_names,
    place_name,
    whole,
)  # fmt: skip
from hudna.exchange.mapping import BATTLES, CIVILIANS, DISORDER, TYPES
from hudna.protect import ProtectedIncident, ProtectedParty

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
    "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting",
    "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision",
    "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip

_GEO = {"exact": 1, "town": 1, "grid": 2, "district": 2, "region": 2, "admin1": 3, "country": 3}
_WEEK, _LONGEST = 7, 31
_UNKNOWN = "Unidentified Armed Group"
_CIVILIANS_OR_CLASH = frozenset({"attack", "gunfire"})


def why_not(row: Event) -> str | None:
    """Why an incident has no ACLED row; None when it has one."""
    if TYPES[row.incident.type].acled is None:
        return f"ACLED has no event for {row.incident.type}"
    if not row.happened:
        return f"told as {row.status} and not as having happened"
    if row.incident.first_day is None:
        return "no day"
    if row.days > _LONGEST:
        return "covers more than a month: a toll or a state of affairs, no event"
    if not row.is_placed:
        return "no place that is known"
    return None


def rows(incidents: Iterable[ProtectedIncident]) -> list[dict[str, object]]:
    """One row for each incident that ACLED has an event for and that happened on a day at a place."""
    found = map(event, incidents)
    return [_row(row) for row in found if why_not(row) is None]


def write(incidents: Iterable[ProtectedIncident]) -> bytes:
    """The rows as CSV in UTF-8."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows({column: cell(value) for column, value in row.items()} for row in rows(incidents))
    return out.getvalue().encode()


def event_type(row: Event) -> tuple[str, str]:
    """ACLED's event and sub-event type: by the type, and by whether civilians alone were hit or fighters alone died."""
    type = row.incident.type
    usual = TYPES[type].acled
    assert usual is not None
    if type in _CIVILIANS_OR_CLASH and row.only_civilians:
        return CIVILIANS, "Attack"
    if type == "killing" and row.targets and not any(map(is_civilian, row.targets)):
        return BATTLES, "Armed clash"
    if type == "territory_taken" and row.actors and _is_home_state(row.actors[0], row):
        return BATTLES, "Government regains territory"
    return usual


def _row(row: Event) -> dict[str, object]:
    incident, place, country = row.incident, row.place, row.country
    assert place is not None and incident.first_day is not None
    kind, sub = event_type(row)
    first, second = _sides(row)
    one, two = _inter(first, row), _inter(second, row)
    latitude, longitude = place.point or (None, None)
    return {
        "event_id_cnty": f"{country.iso3 if country else 'XXX'}-{row.key.rpartition('-')[2]}",
        "event_date": day(incident.first_day),
        "year": incident.first_day.year,
        "time_precision": _time_precision(row),
        "disorder_type": DISORDER[kind],
        "event_type": kind,
        "sub_event_type": sub,
        "actor1": party_name(first[0]) if first else _UNKNOWN,
        "assoc_actor_1": party_names(first[1:]),
        "inter1": one or "",
        "actor2": ("Civilians" if is_civilian(second[0]) else party_name(second[0])) if second else "",
        "assoc_actor_2": party_names(second[1:]),
        "inter2": two or "",
        "interaction": _interaction(one, two),
        "civilian_targeting": "Civilian targeting" if any(map(is_civilian, second)) else "",
        "iso": country.numeric if country else "",
        "region": country.region if country else "",
        "country": place.country_english or "",
        "admin1": place.admin1_english or place.admin1_name or "",
        "admin2": "",
        "admin3": "",
        "location": place_name(place),
        "latitude": latitude,
        "longitude": longitude,
        "geo_precision": _GEO.get(place.precision, 3),
        "source": "; ".join(row.outlets) or addresses(incident.claims),
        "source_scale": "",
        "notes": row.notes,
        "fatalities": whole(row.killed.low) if row.killed else 0,
        "tags": "disputed" if incident.disputed else "",
        "timestamp": _timestamp(row),
    }


def _sides(row: Event) -> tuple[Sequence[ProtectedParty], Sequence[ProtectedParty]]:
    """Actor 1 and actor 2 with their associates: of a two-sided event its parties, else actors and targets."""
    targets = tuple(party for party in row.targets if party.id or is_civilian(party))
    if not targets and len(row.actors) > 1 and row.incident.type in ("armed_clash", "agreement", "ceasefire", "talks"):
        return row.actors[:1], row.actors[1:]
    return row.actors, targets


def _is_home_state(party: ProtectedParty, row: Event) -> bool:
    at_home = party.country is None or row.place is None or party.country == row.place.country
    return is_state(party) and at_home


def _inter(parties: Sequence[ProtectedParty], row: Event) -> int | None:
    """ACLED's code of a kind of actor: 1 state forces, 2 rebels, 6 protesters, 7 civilians, 8 foreign and others."""
    if not parties:
        return None
    party = parties[0]
    if is_civilian(party):
        return 6 if row.incident.type == "protest" else 7
    if is_state(party):
        return 1 if _is_home_state(party, row) else 8
    return 2 if party.kind in ("armed_group", "fighter", "coalition", "movement", "group", "force") else 8


def _interaction(one: int | None, two: int | None) -> str:
    codes = sorted(code for code in (one, two) if code is not None)
    if not codes:
        return ""
    return f"{codes[0]}{codes[1] if len(codes) > 1 else 0}"


def _time_precision(row: Event) -> int:
    """1 for a told day, 2 for a few days or a day taken from the publication, 3 for more than a week."""
    if row.days > _WEEK:
        return 3
    return 1 if row.days == 1 and row.incident.day_basis == "told" else 2


def _timestamp(row: Event) -> int | str:
    """The latest publication as seconds since 1970: when the row could first have been written."""
    if row.published is None:
        return ""
    return int(datetime.combine(row.published, time(), UTC).timestamp())
