"""An incident in the words of a page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from hudna.incidents import Estimate
from hudna.protect import ProtectedPlace
from observatory.atlas.areas import Area, area_of
from observatory.atlas.gate import Shown
from observatory.atlas.glimpse import Glimpse, Teller
from observatory.documents.fields import Voice, party_name, place_name
from observatory.ui import words

_FIRST = ("killed", "wounded", "violations", "displaced", "captured", "released")


@dataclass(frozen=True, slots=True)
class Line:
    """An incident as one line of a list."""

    key: str
    type: str
    address: str
    place: str | None
    precision: str | None
    first_day: date | None
    last_day: date | None
    day_basis: str
    actors: str
    targets: str
    figures: tuple[str, ...]
    documents: int
    sources: int
    disputed: bool
    denied: bool
    area: Area | None

    def title(self, voice: Voice) -> str:
        """Type and place."""
        return " · ".join(filter(None, (voice.label("type", self.type), self.place)))


def line(told: Glimpse, voice: Voice) -> Line:
    """The line of an incident."""
    return Line(
        key=told.key,
        type=told.type,
        address=reverse("incident", args=[told.key]),
        place=place_words(told.place, voice),
        precision=told.place.precision if told.place else None,
        first_day=told.first_day,
        last_day=told.last_day,
        day_basis=told.day_basis,
        actors=voice.joined(party_name(party, voice) for party in told.actors[:3]),
        targets=voice.joined(party_name(party, voice) for party in told.targets[:3]),
        figures=tuple(figure_words(estimate, voice) for estimate in ordered(told.estimates)[:3]),
        documents=told.documents,
        sources=told.sources,
        disputed=told.disputed,
        denied=told.denied,
        area=area_of(told.place),
    )


def teller_name(teller: Teller, voice: Voice) -> str:
    """Who tells it, as far as it may be said."""
    named = party_name(teller.party, voice) if teller.party is not None else teller.outlet
    return named or words.say("incident.source_withheld", voice.language)


def place_words(place: ProtectedPlace | None, voice: Voice) -> str | None:
    """The name of a place with the region that it lies in; None where it has no name."""
    if place is None or (place.name is None and place.english is None):
        return None
    name = place_name(place, voice)
    region = place.admin1_english if voice.language == "en" and place.admin1_english else place.admin1_name
    if region is None or region == name or place.precision in ("admin1", "country", "grid"):
        return name
    return voice.joined((name, region))


def ordered(estimates: tuple[Estimate, ...]) -> list[Estimate]:
    """People first."""
    return sorted(estimates, key=lambda each: _FIRST.index(each.what) if each.what in _FIRST else len(_FIRST))


def figure_words(estimate: Estimate, voice: Voice) -> str:
    """«killed 2–4», «displaced 6,500+»."""
    low, high = voice.figure(estimate.low), voice.figure(estimate.high)
    span = low if estimate.low == estimate.high else f"{low}–{high}"
    if estimate.open_ended:
        span = words.say("incident.or_more", voice.language, figure=span)
    return f"{voice.label('count', estimate.what)} {span}"


def data_row(item: Shown, voice: Voice, with_area: bool) -> dict[str, Any]:
    """An incident as a row of data."""
    told = item.told
    place, killed, area = told.place, told.estimate("killed"), area_of(told.place)
    row: dict[str, Any] = {
        "key": told.key,
        "type": told.type,
        "family": told.family,
        "first_day": told.first_day,
        "last_day": told.last_day,
        "day_basis": told.day_basis,
        "place": place.name if place else None,
        "place_english": place.english if place else None,
        "precision": place.precision if place else None,
        "point": place.point if place else None,
        "admin1": place.admin1 if place else None,
        "country": place.country if place else None,
        "actors": [party.id or party.name for party in told.actors],
        "targets": [party.id or party.name for party in told.targets],
        "killed_low": killed.low if killed else None,
        "killed_best": killed.best if killed else None,
        "killed_high": killed.high if killed else None,
        "disputed": told.disputed,
        "denied_by": list(told.denied_by),
        "documents": len({claim.document.key for claim in told.claims}),
        "claims": [claim.key for claim in told.claims],
    }
    if with_area:
        row["geometry"] = area.geometry() if area else None
    return row
