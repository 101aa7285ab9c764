"""What figures across documents say about each other. Findings change no claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from hudna.arabic.letters import fold
from hudna.incidents.messages import message
from hudna.recorded import RecordedClaim
from hudna.records import Figure, Level
from hudna.series import Tally, tallies
from hudna.sides import Sides, default_sides
from hudna.sums.messages import figure

_POINT_OF_TIME = frozenset({"happened"})
_COMPARED = frozenset({"exact", "about"})
_ROUNDING = 0.06
"""A share and an area that differ by no more of the whole than this may both be rounded."""

_DAYS_OF_A_SHARE = 14

AREAS_KM2: Mapping[str, int] = {
    "iso:SY": 185_180, "iso:YE": 527_968, "iso:IQ": 438_317, "iso:LY": 1_759_540, "iso:SD": 1_861_484,
    "iso:SS": 619_745, "iso:LB": 10_452, "iso:PS": 6_020, "hudna:ps.gaza-strip": 365, "hudna:ps.west-bank": 5_655,
}  # fmt: skip
"""Total areas of places of which texts tell shares."""


@dataclass(frozen=True, slots=True)
class RecordFinding:
    """What a check has to say about figures of several documents. `claims` are the keys of the claims compared."""

    code: str
    level: Level
    claims: tuple[str, ...]
    figures: Mapping[str, Figure]
    message: Mapping[str, str]


def findings(claims: Iterable[RecordedClaim], sides: Sides | None = None) -> tuple[RecordFinding, ...]:
    """All findings across the documents of these claims; rejected claims are left out.

    Codes: running_total_falls, running_total_differs, tallies_differ, share_area_differ, dated_after_publication.
    """
    known = sides or default_sides()
    kept = [claim for claim in claims if claim.review != "rejected"]
    told = list(tallies(kept, known))
    return (
        *_running_totals(told, known),
        *_two_sides(told, known),
        *_shares(kept, known),
        *_dated_after_publication(kept),
    )


def _where(tally: Tally) -> tuple[str, str]:
    places = tally.claim.claim.places
    return (places[0].id or fold(places[0].span.text), places[0].name or places[0].span.text) if places else ("", "")


def _running_totals(told: Sequence[Tally], sides: Sides) -> Iterator[RecordFinding]:
    running: dict[tuple[str, ...], dict[date, Tally]] = defaultdict(dict)
    daily: dict[tuple[str, ...], dict[date, Tally]] = defaultdict(dict)
    for tally in told:
        if tally.value is None or tally.last_day is None or tally.what == "other" or tally.claim.claim.speaker is None:
            continue
        series = (tally.source, tally.claim.claim.type, tally.what, tally.unit or "", _where(tally)[0])
        of_kind = running if tally.kind == "running" else daily
        if tally.kind == "running" and tally.count is not None and tally.count.qualifier not in _COMPARED:
            continue
        of_kind[series].setdefault(tally.last_day, tally)
    for counted, by_day in running.items():
        days = sorted(by_day)
        for before, after in pairwise(days):
            if _same_beginning(by_day[before], by_day[after]):
                yield from _two_totals(by_day[before], by_day[after], daily.get(counted, {}), sides)


def _same_beginning(before: Tally, after: Tally) -> bool:
    """Whether two totals are counted from one day: another beginning is another series."""
    first, other = _beginning(before), _beginning(after)
    return first is None or other is None or first == other


def _beginning(tally: Tally) -> date | None:
    when = tally.claim.claim.when
    if when is None or when.first_day is None or when.last_day is None or when.first_day == when.last_day:
        return None
    return when.first_day


def _two_totals(before: Tally, after: Tally, daily: Mapping[date, Tally], sides: Sides) -> Iterator[RecordFinding]:
    assert before.value is not None and after.value is not None
    assert before.last_day is not None and after.last_day is not None
    fields = {
        "source": _shown(after, sides), "unit": _unit(after), "before": figure(before.value),
        "after": figure(after.value), "day_before": before.last_day.isoformat(),
        "day_after": after.last_day.isoformat(),
    }  # fmt: skip
    keys = (before.claim.key, after.claim.key)
    if after.value < before.value:
        figures = {"before": before.value, "after": after.value}
        yield RecordFinding("running_total_falls", "warning", keys, figures, message("running_total_falls", **fields))
        return
    today = daily.get(after.last_day)
    follows = after.last_day - before.last_day == timedelta(days=1)
    if not follows or today is None or today.value is None or not _certain(today):
        return
    total = before.value + today.value
    if total == after.value:
        return
    fields |= {"today": figure(today.value), "sum": figure(total), "gap": figure(abs(total - after.value))}
    figures = {"before": before.value, "today": today.value, "sum": total, "after": after.value}
    yield RecordFinding(
        "running_total_differs",
        "warning",
        (*keys, today.claim.key),
        figures,
        message("running_total_differs", **fields),
    )


def _certain(tally: Tally) -> bool:
    return tally.count is None or tally.count.qualifier in _COMPARED


def _two_sides(told: Sequence[Tally], sides: Sides) -> Iterator[RecordFinding]:
    """Sides that count the violations of one day and zone differently. They observe apart, so that it is no error."""
    by_day: dict[tuple[date, date, str], dict[str, Tally]] = defaultdict(dict)
    for tally in told:
        if tally.what != "violations" or tally.kind != "daily" or tally.claim.claim.speaker is None:
            continue
        if tally.value is None or tally.first_day is None or tally.last_day is None:
            continue
        by_day[tally.first_day, tally.last_day, _where(tally)[0]].setdefault(tally.source, tally)
    for (_, day, _), by_source in by_day.items():
        found = sorted(by_source.items())
        for at, (_, one) in enumerate(found):
            for _, other in found[at + 1 :]:
                if one.value != other.value:
                    yield _differing(one, other, day, sides)


def _differing(one: Tally, other: Tally, day: date, sides: Sides) -> RecordFinding:
    assert one.value is not None and other.value is not None
    text = message(
        "tallies_differ",
        day=day.isoformat(),
        zone=_where(one)[1] or "@everywhere",
        source=_shown(one, sides),
        value=figure(one.value),
        unit=_unit(one),
        other_source=_shown(other, sides),
        other_value=figure(other.value),
        other_unit=_unit(other),
        units="@units_differ" if one.unit and other.unit and one.unit != other.unit else "",
    )
    figures = {"one": one.value, "other": other.value, "difference": abs(one.value - other.value)}
    return RecordFinding("tallies_differ", "info", (one.claim.key, other.claim.key), figures, text)


def _shown(tally: Tally, sides: Sides) -> str:
    speaker = tally.claim.claim.speaker
    return speaker.span.text if speaker is not None else sides.arabic(tally.source) or tally.claim.document.outlet or ""


def _unit(tally: Tally) -> str:
    return (tally.count.of if tally.count is not None and tally.count.of else None) or "@no_unit"


@dataclass(frozen=True, slots=True)
class _Holding:
    """What a side is told to hold of a place: a share of it or an area."""

    claim: RecordedClaim
    value: float
    place: str
    name: str
    side: str
    day: int


def _shares(claims: Sequence[RecordedClaim], sides: Sides) -> Iterator[RecordFinding]:
    shares: dict[tuple[str, str], list[_Holding]] = defaultdict(list)
    areas: dict[tuple[str, str], list[_Holding]] = defaultdict(list)
    for claim in claims:
        for what, found in (("percent", shares), ("area_km2", areas)):
            holding = _holding(claim, what, sides)
            if holding is not None:
                found[holding.place, holding.side].append(holding)
    for key, held in shares.items():
        total = AREAS_KM2[key[0]]
        for share in held:
            for area in areas.get(key, ()):
                near = abs(share.day - area.day) <= _DAYS_OF_A_SHARE
                if near and abs(share.value / 100 - area.value / total) > _ROUNDING:
                    yield _contradiction(share, area, total)


def _holding(claim: RecordedClaim, what: str, sides: Sides) -> _Holding | None:
    told = claim.claim
    if told.type not in ("control_status", "territory_taken") or told.status in ("denied", "future", "demanded"):
        return None
    value = next((count.value for count in told.counts if count.what == what and count.value is not None), None)
    place = next((place for place in told.places if place.id in AREAS_KM2), None)
    side = next((side for side in map(sides.of, told.actors) if side), None)
    day = claim.document.published
    if told.when is not None and told.when.last_day is not None:
        day = told.when.last_day
    if value is None or place is None or place.id is None or side is None or day is None:
        return None
    return _Holding(claim, float(value), place.id, place.name or place.span.text, side, day.toordinal())


def _contradiction(share: _Holding, area: _Holding, total: int) -> RecordFinding:
    text = message(
        "share_area_differ",
        percent=figure(share.value),
        zone=share.name,
        implied=figure(round(total * share.value / 100)),
        total=figure(total),
        area=figure(area.value),
        area_percent=figure(round(100 * area.value / total, 1)),
    )
    figures = {"percent": share.value, "area_km2": area.value, "total_km2": total}
    keys = tuple(dict.fromkeys((share.claim.key, area.claim.key)))
    return RecordFinding("share_area_differ", "warning", keys, figures, text)


def _dated_after_publication(claims: Sequence[RecordedClaim]) -> Iterator[RecordFinding]:
    for claim in claims:
        when, published = claim.claim.when, claim.document.published
        if when is None or when.first_day is None or published is None or claim.claim.status not in _POINT_OF_TIME:
            continue
        if when.first_day > published:
            text = message("dated_after_publication", day=when.first_day.isoformat(), published=published.isoformat())
            days = {"days": (when.first_day - published).days}
            yield RecordFinding("dated_after_publication", "warning", (claim.key,), days, text)
