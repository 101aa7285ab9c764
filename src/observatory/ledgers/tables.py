"""A ledger as the rows and cells of a page: what each cell shows, where its sentences stand, where sums differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from urllib.parse import urlencode

from django.urls import reverse

from hudna.ledger import OUTSIDE, WHOLE, Ceasefire, Cell, Ledger
from hudna.records import Figure
from hudna.series import unit_name, unit_named
from observatory.documents.fields import Voice
from observatory.ui import words
from observatory.ui.charts import Series

LETTERS = {"ar": "أبجدهو", "en": "ABCDEF"}


@dataclass(frozen=True, slots=True)
class Side:
    """A reporting side with its letter and number."""

    id: str
    number: int
    letter: str
    title: str
    unit: str
    rule: str
    main_unit: str | None


@dataclass(frozen=True, slots=True)
class ShownCell:
    """One cell of the table. `state` is none for a unit in which the side tells nothing there."""

    state: str
    zone: str
    zone_name: str
    value: Figure | None = None
    address: str = ""
    others: tuple[Figure, ...] = ()
    covers_from: date | None = None
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One day, side and unit."""

    day: date
    side: Side
    unit: str
    whole: ShownCell
    parts_sum: Figure | None
    zones: tuple[ShownCell, ...]
    rows_of_day: int
    """How many rows the day has; 0 in all but the first."""
    message: str
    """What to say where the stated total and its parts differ; else empty."""

    @property
    def gap(self) -> str:
        """Why the whole row is empty, where it is."""
        return self.whole.state if self.whole.state in ("no_report", "within") and not self.told else ""

    @property
    def told(self) -> bool:
        """Whether any zone holds a figure."""
        return any(cell.state not in ("no_report", "within", "none") for cell in self.zones)


@dataclass(slots=True)
class Total:
    """What one side reported in one unit over the days."""

    side: Side
    unit: str
    whole: Figure | None = None
    parts_sum: Figure | None = None
    differs: bool = False
    zones: list[Figure | None] = field(default_factory=list)
    counted: int = 0
    zero: int = 0
    without: int = 0


class Table:
    """The whole table of a ledger in one language."""

    def __init__(self, ledger: Ledger, voice: Voice) -> None:
        self.ledger, self.voice = ledger, voice
        ceasefire = ledger.ceasefire
        self.sides = sides_of(ceasefire, voice)
        self._by_id = {side.id: side for side in self.sides}
        self.names = zone_names(ceasefire, voice)
        self.zones = [zone.id for zone in ceasefire.zones]
        if any(cell.zone == OUTSIDE for cell in ledger.cells):
            self.zones.append(OUTSIDE)
        self.rows = self._rows()
        self.totals = self._totals()

    @property
    def heads(self) -> list[str]:
        """The names of the zones' columns."""
        return [self.names[zone] for zone in self.zones]

    @property
    def messages(self) -> list[str]:
        """What is to be said where sums differ."""
        return [row.message for row in self.rows if row.message]

    def _rows(self) -> list[Row]:
        grouped: dict[date, dict[tuple[str, str | None], dict[str, Cell]]] = defaultdict(dict)
        for cell in self.ledger.cells:
            grouped[cell.day].setdefault((cell.side, cell.unit), {})[cell.zone] = cell
        return [
            self._row(day, side, unit, cells, len(own) if not at else 0)
            for day, own in grouped.items()
            for at, ((side, unit), cells) in enumerate(own.items())
        ]

    def _row(self, day: date, side: str, unit: str | None, cells: Mapping[str, Cell], rows_of_day: int) -> Row:
        differing = [cell for cell in cells.values() if cell.difference]
        whole = cells.get(WHOLE)
        return Row(
            day=day,
            side=self._by_id[side],
            unit=unit_name(unit, self.voice.language),
            whole=self._shown(WHOLE, whole),
            parts_sum=whole.parts_sum if whole else None,
            zones=tuple(self._shown(zone, cells.get(zone)) for zone in self.zones),
            rows_of_day=rows_of_day,
            message=" ".join(self._message(cell) for cell in differing),
        )

    def _shown(self, zone: str, cell: Cell | None) -> ShownCell:
        if cell is None:
            return ShownCell("none", zone, self.names[zone])
        return ShownCell(
            state=cell.state,
            zone=zone,
            zone_name=self.names[zone],
            value=cell.value,
            address=sentences_address(self.ledger.ceasefire, cell) if cell.claims else "",
            others=tuple(value for value, _ in cell.otherwise),
            covers_from=cell.covers_from,
            differs=bool(cell.difference),
        )

    def _message(self, cell: Cell) -> str:
        voice = self.voice
        assert cell.difference is not None
        return words.say(
            "ledger.differs",
            voice.language,
            side=self._by_id[cell.side].title,
            zone=self.names[cell.zone],
            stated=voice.figure(cell.value),
            parts=voice.figure(cell.parts_sum),
            gap=voice.figure(abs(cell.difference)),
        )

    def _totals(self) -> list[Total]:
        found: dict[tuple[str, str | None], Total] = {}
        for told in self.ledger.totals:
            side = self._by_id[told.side]
            total = found.setdefault(
                (told.side, told.unit),
                Total(side, unit_name(told.unit, self.voice.language), zones=[None for _ in self.zones]),
            )
            if told.zone == WHOLE:
                total.whole, total.counted, total.zero = told.total, told.days_counted, told.days_zero
                total.without = told.days_without_report
            else:
                total.zones[self.zones.index(told.zone)] = told.total
        for (identity, unit), total in found.items():
            own = [c for c in self.ledger.cells if (c.side, c.unit, c.zone) == (identity, unit, WHOLE) and c.parts_sum]
            total.parts_sum = sum(cell.parts_sum or 0 for cell in own) if own else None
            total.differs = sum(cell.value or 0 for cell in own) != (total.parts_sum or 0)
        return sorted(found.values(), key=lambda total: total.side.number)


def sides_of(ceasefire: Ceasefire, voice: Voice) -> list[Side]:
    """The reporting sides with their letters, in the order of the definition."""
    letters = LETTERS[voice.language]
    found = []
    for number, side in enumerate(ceasefire.sides, 1):
        unit = unit_named(side.units[0]) if side.units else None
        found.append(
            Side(
                id=side.id,
                number=(number - 1) % len(letters) + 1,
                letter=letters[(number - 1) % len(letters)],
                title=side.title[voice.language],
                unit=unit_name(unit, voice.language) or voice.label("count", side.counts),
                rule=side.rule[voice.language],
                main_unit=unit,
            )
        )
    return found


def zone_names(ceasefire: Ceasefire, voice: Voice) -> dict[str, str]:
    """The names of zones, of all together, and of what lies outside."""
    names = {zone.id: zone.title[voice.language] for zone in ceasefire.zones}
    return {
        WHOLE: words.say("ledger.all_zones", voice.language),
        OUTSIDE: words.say("ledger.outside", voice.language),
        **names,
    }


def sentences_address(ceasefire: Ceasefire, cell: Cell) -> str:
    """The address of the sentences behind a cell."""
    asked = {"day": cell.day.isoformat(), "side": cell.side, "zone": cell.zone, "unit": cell.unit or ""}
    return f"{reverse('ceasefire_sentences', args=[ceasefire.name])}?{urlencode(asked)}"


def series_of(ledger: Ledger, sides: Iterable[Side], zone: str) -> tuple[tuple[date, ...], tuple[Series, ...]]:
    """The figures of a zone by day and side, each side in its own unit; a gap where nothing was reported."""
    days = tuple(ledger.first + timedelta(days=at) for at in range((ledger.last - ledger.first).days + 1))
    told = {(c.side, c.unit, c.day): c.value for c in ledger.cells if c.zone == zone}
    return days, tuple(
        Series(f"{side.title} ({side.unit})", tuple(told.get((side.id, side.main_unit, day)) for day in days))
        for side in sides
    )
