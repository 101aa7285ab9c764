"""Divisions at their seats: the point of a governorate is that of the town where most of its people live."""

from __future__ import annotations

from dataclasses import replace

from hudna.arabic.letters import fold
from hudna.gazetteer.resolve import kilometres
from hudna.gazetteer.table import Row

SEATED = frozenset(("SY", "IQ", "YE", "LB", "JO", "EG", "SD", "SS", "LY", "SA", "TR"))
"""Countries whose divisions stand at their seats."""
FARTHEST = 500.0
"""How many kilometres a seat may lie from the centre of its division's land."""
_TOWNS = frozenset(("town", "village"))


def at_seats(rows: list[Row], seats: dict[str, str]) -> list[Row]:
    """Divisions at the point of their seat, where most of their people live, and not at the centre of their land.

    The seat is the town that `seats` names, else the largest town of the division's own name nearby.
    """
    towns: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        if row.kind in _TOWNS:
            for name in set(map(fold, row.names)):
                towns.setdefault((row.country, name), []).append(row)
    placed = []
    for row in rows:
        code = row.id.removeprefix("iso:")
        seat = _seat(row, towns, seats.get(code)) if row.kind == "admin1" and row.country in SEATED else None
        if seat is None and code in seats:
            raise SystemExit(f"places.yaml: seat of {code} not found: {seats[code]}")
        placed.append(row if seat is None else replace(row, latitude=seat.latitude, longitude=seat.longitude))
    return placed


def _seat(row: Row, towns: dict[tuple[str, str], list[Row]], told: str | None) -> Row | None:
    name = fold(told or row.names[0])
    near = [
        town
        for town in towns.get((row.country, name), ())
        if kilometres((row.latitude, row.longitude), (town.latitude, town.longitude)) < FARTHEST
    ]
    return max(near, key=lambda town: town.population, default=None)
