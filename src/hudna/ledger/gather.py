"""Tallies of the record as contributions to the cells of a ledger: which day, zone, side and unit each belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from hudna.arabic.letters import fold
from hudna.ledger.records import OUTSIDE, WHOLE, Ceasefire, ReportingSide, RunningTotal
from hudna.ledger.zones import Zoning
from hudna.recorded import RecordedClaim
from hudna.records import Figure
from hudna.series import Tally, source_of, tallies, unit_named, window
from hudna.sides import Sides

CellKey = tuple[date, str, str, str | None]
"""Day, zone, reporting side, unit."""

_HOURS = fold("ساع")
_TOLD = frozenset({"happened", "ongoing", "possible"})


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one claim says for one cell. `place` tells apart the places of one zone; it is empty for the zone itself."""

    cell: CellKey
    claim: RecordedClaim
    place: str
    value: Figure | None
    qualifier: str
    is_zero: bool
    parts_sum: Figure | None
    covers_from: date | None


class Gatherer:
    """Puts claims where they belong in one ceasefire's ledger."""

    def __init__(self, ceasefire: Ceasefire, zoning: Zoning, sides: Sides) -> None:
        self._ceasefire = ceasefire
        self._zoning = zoning
        self._sides = sides
        self._units = {side.id: {unit_named(word) for word in side.units} for side in ceasefire.sides}
        self.main_unit = {side.id: unit_named(side.units[0]) if side.units else None for side in ceasefire.sides}
        self.unassigned: dict[str, list[str]] = {}

    def side_of(self, claim: RecordedClaim) -> ReportingSide | None:
        """The reporting side that speaks in a claim: by the lexicon's id, or by the words that name it."""
        speaker = claim.claim.speaker
        if speaker is None:
            return None
        identity = source_of(claim, self._sides)
        naming = f" {fold(speaker.span.text)} "
        best: tuple[int, ReportingSide] | None = None
        for side in self._ceasefire.sides:
            for known in side.speakers:
                if known == identity:
                    return side
                if f" {fold(known)} " in naming and (best is None or len(known) > best[0]):
                    best = (len(known), side)
        return best[1] if best else None

    def contributions(self, claims: Iterable[RecordedClaim], first: date, last: date) -> Iterator[Contribution]:
        """What the claims say for the days from `first` to `last`; daily figures alone."""
        counted: set[str] = set()
        kept = [claim for claim in claims if claim.review != "rejected"]
        for tally in tallies(kept, self._sides):
            side = self.side_of(tally.claim)
            if tally.kind != "daily" or not _in_days(tally.last_day, first, last):
                continue
            if side is None:
                self._note_unassigned(tally)
            elif tally.what == side.counts:
                counted.add(tally.claim.key)
                yield from self._of_tally(tally, side)
        yield from self._without_figure((claim for claim in kept if claim.key not in counted), first, last)

    def running(self, claims: Iterable[RecordedClaim], first: date, last: date) -> tuple[RunningTotal, ...]:
        """The running totals that the sides state between two days, by side, unit and day."""
        found: dict[tuple[str, str, str, date, Figure], list[Tally]] = {}
        kept = [claim for claim in claims if claim.review != "rejected"]
        for tally in tallies(kept, self._sides):
            side, day = self.side_of(tally.claim), tally.last_day
            if side is None or day is None or tally.kind != "running" or tally.what != side.counts:
                continue
            if tally.value is not None and first <= day <= last:
                zone = self._zoning.of_claim(tally.claim)
                key = (side.id, self._unit(tally, side) or "", zone, day, tally.value)
                found.setdefault(key, []).append(tally)
        return tuple(_running(*key[:3], found[key]) for key in sorted(found))

    def _of_tally(self, tally: Tally, side: ReportingSide) -> Iterator[Contribution]:
        assert tally.last_day is not None
        unit = self._unit(tally, side)
        covers = _covers_from(tally)
        qualifier = tally.count.qualifier if tally.count is not None else "exact"
        placed = [part for part in tally.parts if part.by == "place" and part.value is not None]
        zone = WHOLE if placed else self._zoning.of_claim(tally.claim)
        values = [part.value for part in tally.parts if part.value is not None]
        whole = (tally.last_day, zone, side.id, unit)
        yield Contribution(
            cell=whole,
            claim=tally.claim,
            place=self._place(tally.claim, zone),
            value=tally.value,
            qualifier=qualifier,
            is_zero=tally.value == 0,
            parts_sum=sum(values) if values else None,
            covers_from=covers,
        )
        for part in placed:
            in_zone = self._zoning.of_part(part, tally.claim) or OUTSIDE
            name = "" if self._zoning.is_zone_itself(in_zone, (part.name,)) else fold(part.name)
            cell = (tally.last_day, in_zone, side.id, unit)
            yield Contribution(cell, tally.claim, name, part.value, qualifier, part.value == 0, None, covers)

    def _without_figure(self, claims: Iterable[RecordedClaim], first: date, last: date) -> Iterator[Contribution]:
        """Breaches that a side tells of without counting them."""
        for claim in claims:
            side = self.side_of(claim)
            day = window(claim)[1]
            if side is None or day is None or not _in_days(day, first, last) or side.counts != "violations":
                continue
            if claim.claim.type == "ceasefire_violation" and claim.claim.status in _TOLD and not claim.claim.counts:
                cell = (day, self._zoning.of_claim(claim), side.id, self.main_unit[side.id])
                yield Contribution(cell, claim, "", None, "vague", False, None, None)

    def _unit(self, tally: Tally, side: ReportingSide) -> str | None:
        if tally.unit is None or tally.unit in self._units[side.id]:
            return self.main_unit[side.id]
        return tally.unit

    def _place(self, claim: RecordedClaim, zone: str) -> str:
        if zone == WHOLE or not claim.claim.places:
            return ""
        place = claim.claim.places[0]
        if self._zoning.is_zone_itself(zone, (place.id, place.name, place.span.text)):
            return ""
        return place.id or fold(place.span.text)

    def _note_unassigned(self, tally: Tally) -> None:
        if any(side.counts == tally.what for side in self._ceasefire.sides) and tally.what == "violations":
            speaker = tally.claim.claim.speaker
            name = speaker.span.text if speaker is not None else tally.claim.document.outlet or ""
            keys = self.unassigned.setdefault(name, [])
            if tally.claim.key not in keys:
                keys.append(tally.claim.key)


def _in_days(day: date | None, first: date, last: date) -> bool:
    return day is not None and first <= day <= last


def _covers_from(tally: Tally) -> date | None:
    """The first day of a window of several days. «The last 24 hours» touch two calendar days and report one."""
    if tally.first_day is None or tally.last_day is None:
        return None
    days = (tally.last_day - tally.first_day).days
    when = tally.claim.claim.when
    by_hours = when is not None and _HOURS in fold(when.span.text)
    first = tally.first_day + timedelta(days=1) if by_hours and days else tally.first_day
    return first if first < tally.last_day else None


def _running(side: str, unit: str, zone: str, told: list[Tally]) -> RunningTotal:
    tally = told[0]
    assert tally.last_day is not None and tally.value is not None
    return RunningTotal(
        day=tally.last_day,
        since=tally.first_day if tally.first_day != tally.last_day else None,
        zone=zone,
        side=side,
        unit=unit or None,
        value=tally.value,
        qualifier=tally.count.qualifier if tally.count is not None else "exact",
        claims=tuple(dict.fromkeys(each.claim.key for each in told)),
    )
