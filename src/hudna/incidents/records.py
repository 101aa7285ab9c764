"""What incidents are made of: versions side by side, figures with low, best and high, decisions of people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from hudna.recorded import RecordedClaim
from hudna.records import Figure, PlaceMention, Qualifier, Status

DayBasis = Literal["told", "published"]


@dataclass(frozen=True, slots=True)
class VersionFigure:
    """What one version counts: `value` is None where only a word like «عشرات» is told."""

    what: str
    value: Figure | None
    qualifier: Qualifier
    low: Figure | None
    """The least that the words allow («عشرات» is at least 10)."""
    high: Figure | None
    """The most that the words allow; None where they leave it open («more than 20»)."""


@dataclass(frozen=True, slots=True)
class Version:
    """What one source says of an incident at one time. `speaker` is None where the outlet tells it in its own voice."""

    speaker: str | None
    source: str
    """The identity of the source: an actor's id, the folded speaker, or the outlet. One source counts once."""
    outlet: str | None
    published: date | None
    status: Status
    figures: tuple[VersionFigure, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Estimate:
    """Low, best and high of one kind of count, by the rule of `hudna.incidents.estimates`."""

    what: str
    low: Figure
    best: Figure
    high: Figure
    open_ended: bool
    """Whether a source leaves the upper end open («at least», «more than», «dozens»)."""
    sources: int
    """How many independent sources give a figure."""
    agreeing: int
    """How many of them give the best one."""


@dataclass(frozen=True, slots=True)
class Change:
    """One source gave another figure later."""

    what: str
    source: str
    speaker: str | None
    before: Figure
    after: Figure
    published_before: date | None
    published_after: date | None
    claims: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Party:
    """A side of an incident: its id in the lexicon where known, and a naming as it stands in a text."""

    id: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Incident:
    """Claims about one happening, across documents. Derived: it can be made anew from claims and decisions."""

    key: str
    family: str
    type: str
    claims: tuple[RecordedClaim, ...]
    versions: tuple[Version, ...]
    first_day: date | None
    last_day: date | None
    day_basis: DayBasis
    """Whether a text tells the days, or they are those of the earliest publication and the day before."""
    place: PlaceMention | None
    """The most exact place that the claims agree on."""
    actors: tuple[Party, ...]
    targets: tuple[Party, ...]
    estimates: tuple[Estimate, ...]
    changes: tuple[Change, ...]
    denied_by: tuple[str, ...]
    """The sources that say it did not happen."""

    @property
    def disputed(self) -> bool:
        """Whether sources disagree on a figure or on whether it happened."""
        return bool(self.denied_by) or any(e.sources > 1 and e.low != e.high for e in self.estimates)

    @property
    def documents(self) -> tuple[str, ...]:
        """The keys of the documents, each once, in the order of the claims."""
        return tuple(dict.fromkeys(claim.document.key for claim in self.claims))

    def estimate(self, what: str) -> Estimate | None:
        """The estimate of one kind of count."""
        return next((estimate for estimate in self.estimates if estimate.what == what), None)


@dataclass(frozen=True, slots=True)
class Merge:
    """A person says that these claims are about one happening."""

    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Split:
    """A person says that no claim of `apart` is about the same happening as a claim of `others`."""

    apart: tuple[str, ...]
    others: tuple[str, ...]


Decision = Merge | Split
