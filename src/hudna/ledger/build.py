"""The ledger of a ceasefire: contributions added up into cells, and every day without a report shown as that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from hudna.gazetteer import Gazetteer
from hudna.ledger.gather import CellKey, Contribution, Gatherer
from hudna.ledger.records import OUTSIDE, WHOLE, Ceasefire, Cell, Ledger, SideTotal, State
from hudna.ledger.zones import Zoning
from hudna.places import default_gazetteer
from hudna.recorded import RecordedClaim
from hudna.records import Figure
from hudna.sides import Sides, default_sides

_REPORTED: frozenset[State] = frozenset({"counted", "zero", "unquantified"})


def build(
    ceasefire: Ceasefire,
    claims: Sequence[RecordedClaim],
    first: date | None = None,
    last: date | None = None,
    sides: Sides | None = None,
    gazetteer: Gazetteer | None = None,
) -> Ledger:
    """The ledger of a ceasefire from `first` to `last`: by default its own days, up to the last report in the record.

    Rejected claims are left out. Nothing is filled in: a day without a report is `no_report` and not zero.
    """
    known = sides or default_sides()
    gatherer = Gatherer(ceasefire, Zoning(ceasefire.zones, gazetteer or default_gazetteer()), known)
    start = max(first or ceasefire.first, ceasefire.first)
    end = min(last or ceasefire.last or _last_report(claims, start), ceasefire.last or date.max)
    told = list(gatherer.contributions(claims, start, end))
    cells = {key: _cell(key, own) for key, own in _by_cell(told).items()}
    filled = sorted(_filled(cells, ceasefire, gatherer, start, end), key=lambda cell: _order(cell, ceasefire))
    return Ledger(
        ceasefire=ceasefire,
        first=start,
        last=end,
        cells=tuple(filled),
        running=gatherer.running(claims, start, end),
        totals=tuple(_totals(filled)),
        unassigned={name: tuple(keys) for name, keys in gatherer.unassigned.items()},
    )


def _last_report(claims: Iterable[RecordedClaim], start: date) -> date:
    return max((claim.document.published for claim in claims if claim.document.published), default=start)


def _by_cell(told: Iterable[Contribution]) -> dict[CellKey, list[Contribution]]:
    found: dict[CellKey, list[Contribution]] = defaultdict(list)
    for contribution in told:
        found[contribution.cell].append(contribution)
    return found


def _cell(key: CellKey, told: Sequence[Contribution]) -> Cell:
    """One cell: a document's places are added up; of several documents' figures the one that most of them give."""
    day, zone, side, unit = key
    by_document: dict[str, list[Contribution]] = defaultdict(list)
    for contribution in told:
        if contribution.value is not None:
            by_document[contribution.claim.document.key].append(contribution)
    if not by_document:
        return Cell(day, zone, side, unit, "unquantified", claims=_keys(told))
    figures: dict[Figure, list[Contribution]] = defaultdict(list)
    for own in by_document.values():
        value, used = _of_document(own)
        figures[value].extend(used)
    value = max(figures, key=lambda value: (_documents(figures[value]), _latest(figures[value]), value))
    chosen = figures.pop(value)
    parts = next((each.parts_sum for each in chosen if each.parts_sum is not None), None)
    covers = [each.covers_from for each in chosen if each.covers_from is not None]
    return Cell(
        day=day,
        zone=zone,
        side=side,
        unit=unit,
        state="zero" if value == 0 else "counted",
        value=value,
        qualifier=chosen[0].qualifier,
        parts_sum=parts,
        covers_from=min(covers, default=None),
        claims=_keys(chosen),
        otherwise=tuple((other, _keys(own)) for other, own in sorted(figures.items())),
    )


def _of_document(told: Sequence[Contribution]) -> tuple[Figure, list[Contribution]]:
    """The figure of one document: that of the zone as a whole where told, else its places added up."""
    whole = [each for each in told if not each.place]
    if whole:
        best = max(whole, key=lambda each: each.value or 0)
        return best.value or 0, [each for each in whole if each.value == best.value]
    places: dict[str, Contribution] = {}
    for each in told:
        kept = places.setdefault(each.place, each)
        if (each.value or 0) > (kept.value or 0):
            places[each.place] = each
    return sum(each.value or 0 for each in places.values()), list(places.values())


def _documents(told: Iterable[Contribution]) -> int:
    return len({each.claim.document.key for each in told})


def _latest(told: Iterable[Contribution]) -> date:
    return max((each.claim.document.published or date.min for each in told), default=date.min)


def _keys(told: Iterable[Contribution]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.claim.key for each in told))


def _filled(
    cells: dict[CellKey, Cell], ceasefire: Ceasefire, gatherer: Gatherer, start: date, end: date
) -> Iterator[Cell]:
    """The cells that are told, and in each side's own unit one for every other day and zone, saying why it is empty."""
    zones = [WHOLE, *(zone.id for zone in ceasefire.zones)]
    reported = {(cell.day, cell.side) for cell in cells.values() if cell.state in _REPORTED}
    yield from cells.values()
    for side in ceasefire.sides:
        unit = gatherer.main_unit[side.id]
        own = [cell for cell in cells.values() if cell.side == side.id and cell.unit == unit]
        covered = _covered(own)
        for at in range((end - start).days + 1):
            day = start + timedelta(days=at)
            whole = cells.get((day, WHOLE, side.id, unit))
            for zone in zones:
                if (day, zone, side.id, unit) in cells:
                    continue
                if whole is not None and whole.state == "zero":
                    yield Cell(day, zone, side.id, unit, "zero", 0, claims=whole.claims)
                    continue
                state: State = "not_named" if (day, side.id) in reported else "no_report"
                if state == "no_report" and day in covered:
                    state = "within"
                yield Cell(day, zone, side.id, unit, state)


def _covered(cells: Iterable[Cell]) -> set[date]:
    """The days that lie in windows booked on a later day."""
    found: set[date] = set()
    for cell in cells:
        if cell.covers_from is not None:
            found.update(cell.covers_from + timedelta(days=at) for at in range((cell.day - cell.covers_from).days))
    return found


def _order(cell: Cell, ceasefire: Ceasefire) -> tuple[object, ...]:
    zones = [WHOLE, *(zone.id for zone in ceasefire.zones), OUTSIDE]
    sides = [side.id for side in ceasefire.sides]
    return (cell.day, sides.index(cell.side), zones.index(cell.zone), cell.unit or "")


def _totals(cells: Iterable[Cell]) -> Iterator[SideTotal]:
    grouped: dict[tuple[str, str, str | None], list[Cell]] = defaultdict(list)
    for cell in cells:
        grouped[cell.side, cell.zone, cell.unit].append(cell)
    for (side, zone, unit), own in grouped.items():
        values = [cell.value for cell in own if cell.value is not None]
        yield SideTotal(
            side=side,
            zone=zone,
            unit=unit,
            total=sum(values) if values else None,
            days_counted=sum(cell.state == "counted" for cell in own),
            days_zero=sum(cell.state == "zero" for cell in own),
            days_without_report=sum(cell.state == "no_report" for cell in own),
        )
