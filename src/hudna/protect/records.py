"""What passes the gate. Exports, pages and API answers are made of these records and of nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from hudna.incidents.records import DayBasis, Estimate, VersionFigure
from hudna.recorded import RecordedClaim, Review
from hudna.records import Figure, Qualifier, Status


@dataclass(frozen=True, slots=True)
class ProtectedDocument:
    """The document of a claim as far as the profile tells it."""

    key: str
    title: str | None
    outlet: str | None
    address: str | None
    published: date | None


@dataclass(frozen=True, slots=True)
class ProtectedPlace:
    """A place no more exact than the profile allows. `precision` says how exact `point` is."""

    name: str | None
    english: str | None
    id: str | None
    precision: str
    point: tuple[float, float] | None
    admin1: str | None
    admin1_name: str | None
    admin1_english: str | None
    country: str | None
    country_english: str | None


@dataclass(frozen=True, slots=True)
class ProtectedParty:
    """A side, a body, a public figure or a kind of people; never a private person by name."""

    id: str | None
    side: str | None
    name: str
    english: str | None
    kind: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class ProtectedPart:
    """One line of a breakdown."""

    name: str
    value: Figure | None
    by: str


@dataclass(frozen=True, slots=True)
class ProtectedCount:
    """A figure with the bounds that its words allow."""

    what: str
    of: str | None
    kind: str | None
    """The lexicon's kind of what is counted: victim, fighter, building…"""
    value: Figure | None
    qualifier: Qualifier
    low: Figure | None
    high: Figure | None
    is_total: bool
    """Whether it is not a subgroup of another figure of the same claim."""
    parts: tuple[ProtectedPart, ...]


@dataclass(frozen=True, slots=True)
class ProtectedClaim:
    """A claim as a profile hands it out. `withheld` names what was taken out; texts are None where withheld."""

    key: str
    profile: str
    document: ProtectedDocument
    type: str
    neutral: Mapping[str, str]
    status: Status
    review: Review
    trigger: str | None
    evidence: str | None
    also: tuple[str, ...]
    note: str | None
    actors: tuple[ProtectedParty, ...]
    targets: tuple[ProtectedParty, ...]
    speaker: ProtectedParty | None
    places: tuple[ProtectedPlace, ...]
    first_day: date | None
    last_day: date | None
    day_basis: DayBasis
    counts: tuple[ProtectedCount, ...]
    withheld: tuple[str, ...]
    original: RecordedClaim | None = None
    """The claim itself, for the internal profile alone: gold files and corrections are made of it."""

    @property
    def place(self) -> ProtectedPlace | None:
        """The most exact place that is known, else the first that is named."""
        known = (place for place in self.places if place.precision != "unresolved")
        return next(known, self.places[0] if self.places else None)


@dataclass(frozen=True, slots=True)
class ProtectedVersion:
    """What one source says of an incident at one time."""

    speaker: ProtectedParty | None
    source: str
    outlet: str | None
    published: date | None
    status: Status
    figures: tuple[VersionFigure, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProtectedChange:
    """One source gave another figure later."""

    what: str
    speaker: str
    before: Figure
    after: Figure
    published_before: date | None
    published_after: date | None


@dataclass(frozen=True, slots=True)
class ProtectedIncident:
    """An incident as a profile hands it out, made of protected claims."""

    key: str
    profile: str
    family: str
    type: str
    claims: tuple[ProtectedClaim, ...]
    versions: tuple[ProtectedVersion, ...]
    first_day: date | None
    last_day: date | None
    day_basis: DayBasis
    place: ProtectedPlace | None
    actors: tuple[ProtectedParty, ...]
    targets: tuple[ProtectedParty, ...]
    estimates: tuple[Estimate, ...]
    changes: tuple[ProtectedChange, ...]
    denied_by: tuple[str, ...]
    withheld: tuple[str, ...]

    @property
    def disputed(self) -> bool:
        """Whether sources disagree on a figure or on whether it happened."""
        return bool(self.denied_by) or any(each.sources > 1 and each.low != each.high for each in self.estimates)

    def estimate(self, what: str) -> Estimate | None:
        """The estimate of one kind of count."""
        return next((each for each in self.estimates if each.what == what), None)
