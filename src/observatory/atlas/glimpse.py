"""An incident as a line of a list needs it, as far as an audience may know it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from hudna.incidents import Estimate
from hudna.protect import ProtectedParty, ProtectedPlace
from hudna.records import Figure, Status
from observatory.atlas.models import Incident


@dataclass(frozen=True, slots=True)
class Teller:
    """Who tells: a party that may be named, else the outlet."""

    party: ProtectedParty | None
    outlet: str | None


@dataclass(frozen=True, slots=True)
class ChangedFigure:
    """One source gave another figure later."""

    teller: Teller
    what: str
    before: Figure
    after: Figure


@dataclass(frozen=True, slots=True)
class ToldIn:
    """A document that tells of an incident: its key in the record, its outlet where it may be named, its day."""

    key: str
    outlet: str | None
    published: date | None


@dataclass(frozen=True, slots=True)
class Telling:
    """Who tells of an incident and how, for what says more than a line. Of documents the first few."""

    status: Status
    """How the first version tells it."""
    happened: bool
    """Whether any version tells that it happened or goes on."""
    tellers: tuple[Teller, ...]
    changes: tuple[ChangedFigure, ...]
    documents: tuple[ToldIn, ...]


@dataclass(frozen=True, slots=True)
class Glimpse:
    """What a line shows. `telling` is reckoned when it is asked for."""

    row: Incident
    key: str
    """The key under which the audience knows it."""
    type: str
    first_day: date | None
    last_day: date | None
    day_basis: str
    place: ProtectedPlace | None
    actors: tuple[ProtectedParty, ...]
    targets: tuple[ProtectedParty, ...]
    estimates: tuple[Estimate, ...]
    documents: int
    sources: int
    disputed: bool
    denied: bool
    is_told: bool
    """Whether it counts as having happened."""
    telling: Callable[[], Telling]
