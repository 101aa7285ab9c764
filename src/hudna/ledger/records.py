"""What a ceasefire is, and what its ledger holds: cells by day, zone and reporting side; running totals apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from hudna.records import Figure

WHOLE = "*"
"""The zone of a figure that is told for all zones together, or for none by name."""

OUTSIDE = "-"
"""The zone of parts that name places in no zone of the definition."""

State = Literal["counted", "zero", "unquantified", "not_named", "within", "no_report"]
"""counted: a figure is told. zero: the side says that there was none. unquantified: breaches told without a figure.
not_named: the side reported that day and did not name this zone. within: inside a longer window that is booked on its
last day. no_report: no report of the side for that day is in the record. Only `zero` is a zero."""

Names = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Zone:
    """A part of the territory of a ceasefire: ids of places or regions, names as texts write them, or a polygon."""

    id: str
    title: Names
    places: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    polygon: tuple[tuple[float, float], ...] = ()
    """Corners as (latitude, longitude)."""


@dataclass(frozen=True, slots=True)
class ReportingSide:
    """One who counts. What it counts is its own unit: figures of two sides are never added up."""

    id: str
    title: Names
    speakers: tuple[str, ...]
    """Ids of the lexicon, or names as texts write them."""
    counts: str
    """The kind of count that it reports: violations, strikes, killed…"""
    units: tuple[str, ...]
    """The words that it counts in («خرق», «حالة إطلاق نار»); empty takes every unit, each as a row of its own."""
    rule: Names
    """How it counts, for people: «each shot or burst is one», «cases as reported by the joint commission»."""


@dataclass(frozen=True, slots=True)
class Ceasefire:
    """The definition of a ceasefire. `last` is None while it holds."""

    name: str
    title: Names
    parties: tuple[str, ...]
    first: date
    last: date | None
    zones: tuple[Zone, ...]
    sides: tuple[ReportingSide, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One day, zone, reporting side and unit. `claims` are the keys of the claims that the figure rests on."""

    day: date
    zone: str
    side: str
    unit: str | None
    state: State
    value: Figure | None = None
    qualifier: str | None = None
    parts_sum: Figure | None = None
    """The sum of the parts told with the figure; None when none are told."""
    covers_from: date | None = None
    """The first day of the window that the figure covers, where it is more than its own day."""
    claims: tuple[str, ...] = ()
    otherwise: tuple[tuple[Figure, tuple[str, ...]], ...] = ()
    """Other figures that documents give for the same cell, with the claims that give them."""

    @property
    def difference(self) -> Figure | None:
        """The stated figure less the sum of its parts."""
        return None if self.value is None or self.parts_sum is None else self.value - self.parts_sum


@dataclass(frozen=True, slots=True)
class RunningTotal:
    """A total since a beginning as a side stated it on a day. A series of its own, never added to daily counts."""

    day: date
    since: date | None
    zone: str
    side: str
    unit: str | None
    value: Figure
    qualifier: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SideTotal:
    """A side's daily figures of one unit in one zone added up over the days that it reported."""

    side: str
    zone: str
    unit: str | None
    total: Figure | None
    """None where the side gave no figure on any day: not zero."""
    days_counted: int
    days_zero: int
    days_without_report: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """The violations of a ceasefire by day, zone and reporting side between two days."""

    ceasefire: Ceasefire
    first: date
    last: date
    cells: tuple[Cell, ...]
    running: tuple[RunningTotal, ...]
    totals: tuple[SideTotal, ...]
    unassigned: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Sources of tallies in these days that are no reporting side of the definition, with their claims."""
