"""What goes in and out, as OpenAPI describes it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from ninja import Field, Schema


class Asked(Schema):
    """The filters of every list; the same as in the addresses of the pages."""

    first_day: date | None = Field(None, alias="from", description="The first day told of, or of publication.")
    last_day: date | None = Field(None, alias="to")
    type: str | None = None
    place: str | None = Field(None, description="A country or province by name, code or id. Towns: internal tokens.")
    side: str | None = None
    speaker: str | None = None
    status: str | None = None
    review: str | None = None


class Paged(Schema):
    """A page of a list."""

    page: int
    pages: int
    total: int
    next: str | None = Field(description="The address of the next page.")


class DocumentOut(Schema):
    """A document. Title and address are null where the profile withholds them."""

    key: str
    title: str | None = None
    outlet: str | None
    published: date | None
    address: str | None = None
    claims: int
    reviewed: int
    findings: int


class Documents(Paged):
    """Documents, the newest first."""

    items: list[DocumentOut]


class PartyOut(Schema):
    """An actor, target or speaker."""

    id: str | None
    side: str | None
    name: str
    english: str | None
    kind: str | None
    country: str | None


class PlaceOut(Schema):
    """A place, no more exact than the profile allows."""

    name: str | None
    english: str | None
    id: str | None
    precision: str
    point: tuple[float, float] | None
    admin1: str | None
    admin1_name: str | None
    country: str | None


class PartOut(Schema):
    """A line of a figure's breakdown."""

    name: str
    value: float | None
    by: str


class CountOut(Schema):
    """A figure with its bounds."""

    what: str
    of: str | None
    kind: str | None
    value: float | None
    qualifier: str
    low: float | None
    high: float | None
    is_total: bool
    parts: list[PartOut]


class OfDocument(Schema):
    """The document of a claim."""

    key: str
    title: str | None
    outlet: str | None
    address: str | None
    published: date | None


class ClaimOut(Schema):
    """A claim as the profile hands it out; `withheld` names what was taken out."""

    key: str
    profile: str
    document: OfDocument
    type: str
    neutral: dict[str, str]
    status: str
    review: str
    trigger: str | None
    evidence: str | None
    also: list[str]
    note: str | None
    actors: list[PartyOut]
    targets: list[PartyOut]
    speaker: PartyOut | None
    places: list[PlaceOut]
    first_day: date | None
    last_day: date | None
    day_basis: str
    counts: list[CountOut]
    withheld: list[str]


class Claims(Paged):
    """Claims, the latest first."""

    items: list[ClaimOut]


class ClaimWhole(ClaimOut):
    """A claim with its JSON form (offsets, rules, lexicon lines), for who sees everything."""

    standing: dict[str, Any]
    read: dict[str, Any]


class IncidentOut(Schema):
    """An incident with the bounds of its deaths."""

    key: str
    type: str
    family: str
    first_day: date | None
    last_day: date | None
    day_basis: str
    place: str | None
    place_english: str | None
    precision: str | None
    point: tuple[float, float] | None
    admin1: str | None
    country: str | None
    actors: list[str]
    targets: list[str]
    killed_low: float | None
    killed_best: float | None
    killed_high: float | None
    disputed: bool
    documents: int
    claims: list[str]


class Incidents(Paged):
    """Incidents, the latest first."""

    items: list[IncidentOut]


class DecisionOut(Schema):
    """What a person decided."""

    number: int = Field(alias="pk")
    made_at: datetime
    person: str
    action: str
    target_kind: str
    target_key: str
    document_key: str | None
    field: str | None
    old: Any = None
    new: Any = None
    reason: str
    undoes: int | None = Field(None, alias="undoes_id")


class Decisions(Paged):
    """Decisions, the newest first."""

    items: list[DecisionOut]


class DecisionIn(Schema):
    """A decision about a claim. `seen` is the number of the last decision that the program knows of."""

    action: Literal["accept", "correct", "reject", "note"]
    field: str | None = None
    value: Any = Field(None, description="For «correct» as `hudna decide correct --help` tells; for «note» its text.")
    reason: str = Field("", max_length=2000)
    seen: int | None = None


class UndoIn(Schema):
    """Why a decision is to count no more."""

    reason: str = Field("", max_length=2000)


class Change(Schema):
    """Something that changed: a document was read («reading»), or somebody decided («decision»)."""

    at: datetime
    kind: Literal["reading", "decision"]
    document: str | None
    claim: str | None = None
    engine: str | None = None
    lexicon: str | None = None
    number: int | None = None
    action: str | None = None
    field: str | None = None
    old: Any = None
    new: Any = None
    reason: str | None = None
    person: str | None = None


class Changes(Schema):
    """What changed, in its order, and where to go on: `after` of the next question."""

    items: list[Change]
    after: str
    more: bool


class Problem(Schema):
    """What went wrong and what helps."""

    detail: str
