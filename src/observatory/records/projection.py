"""From the JSON form of a claim to the columns and rows that it is looked for by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from hudna.arabic.letters import fold
from hudna.arabic.tokens import tokenise
from hudna.records import Source, Span, Speaker
from hudna.sides import Sides, default_sides
from observatory.records.models import Claim, Count, Part, Party, Place
from observatory.records.models.claim import LONG

_LONGEST_FOLDED = 200
"""Of a naming, so much is compared: an index holds no more."""
_REMEMBERED = 65536
"""Namings that a process keeps in mind: the same few are in most documents."""


@dataclass(slots=True)
class Rows:
    """The rows that hang on claims, to be written together."""

    parties: list[Party] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    counts: list[Count] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)

    def add(self, claim: Claim, data: Mapping[str, Any]) -> None:
        """The rows of one claim from its JSON form."""
        self.parties.extend(_parties(claim, data, default_sides()))
        self.places.extend(_places(claim, data))
        for position, item in enumerate(data["counts"]):
            count = _count(claim, position, item)
            self.counts.append(count)
            self.parts.extend(_parts(count, item["parts"]))

    def write(self) -> None:
        """Write the rows; the claims must be written already."""
        Party.objects.bulk_create(self.parties, batch_size=500)
        Place.objects.bulk_create(self.places, batch_size=500)
        Count.objects.bulk_create(self.counts, batch_size=500)
        for part in self.parts:
            part.count_id = part.count.pk
        Part.objects.bulk_create(self.parts, batch_size=500)


def take_columns(claim: Claim, data: Mapping[str, Any], published: date | None) -> None:
    """Give a claim row the columns that its JSON form tells."""
    when, places, speaker = data["when"], data["places"], data["speaker"]
    claim.type, claim.status = data["type"], data["status"]
    claim.first_day, claim.last_day = _day(when["start"]), _day(when["end"])
    claim.from_day = claim.first_day or claim.last_day or published
    claim.to_day = claim.last_day or claim.first_day or published
    claim.long = bool(claim.from_day and claim.to_day and claim.to_day - claim.from_day > LONG)
    claim.speaker = speaker["surface"] if speaker else None
    claim.speaker_entry = speaker_known(speaker["surface"], speaker.get("id")) if speaker else None
    first = places[0] if places else {}
    claim.place, claim.place_entry = first.get("name") or first.get("surface"), first.get("id")
    claim.country, claim.admin1 = first.get("country"), first.get("admin1")
    claim.latitude, claim.longitude = first.get("point") or (None, None)
    claim.precision = first.get("precision")


@lru_cache(maxsize=_REMEMBERED)
def folded_naming(surface: str) -> str:
    """A naming as namings are compared: folded words, without marks."""
    words = " ".join(token.form for token in tokenise(surface) if token.kind != "mark")
    return (words or fold(surface))[:_LONGEST_FOLDED]


@lru_cache(maxsize=_REMEMBERED)
def speaker_known(surface: str, entry: str | None = None) -> str | None:
    """The actor of the lexicon that a speaker's naming means."""
    sides = default_sides()
    known = sides.entry(entry or "")
    return known.id if known is not None and known.family == "actor" else sides.actor(surface)


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _parties(claim: Claim, data: Mapping[str, Any], sides: Sides) -> Iterable[Party]:
    speakers = [data["speaker"]] if data["speaker"] else []
    for role, items in (("actor", data["actors"]), ("target", data["targets"]), ("speaker", speakers)):
        for position, item in enumerate(items):
            surface, entry = item["surface"], item.get("id")
            yield Party(
                claim=claim,
                role=role,
                position=position,
                surface=surface,
                folded=folded_naming(surface),
                name=item.get("name"),
                entry=speaker_known(surface, entry) if role == "speaker" else entry,
                kind=item.get("kind"),
                side=_side(surface, entry, sides),
            )


def _side(surface: str, entry: str | None, sides: Sides) -> str | None:
    return sides.of(Speaker(Span(0, len(surface), surface), Source("record"), (), entry))


def _places(claim: Claim, data: Mapping[str, Any]) -> Iterable[Place]:
    for position, item in enumerate(data["places"]):
        latitude, longitude = item.get("point") or (None, None)
        yield Place(
            claim=claim,
            position=position,
            surface=item["surface"],
            name=item.get("name"),
            entry=item.get("id"),
            kind=item.get("kind"),
            precision=item.get("precision"),
            latitude=latitude,
            longitude=longitude,
            admin1=item.get("admin1"),
            country=item.get("country"),
        )


def _count(claim: Claim, position: int, item: Mapping[str, Any]) -> Count:
    return Count(
        claim=claim,
        position=position,
        what=item["what"],
        of=item["of"],
        value=item["value"],
        qualifier=item["qualifier"],
        whole=item["whole"],
    )


def _parts(count: Count, parts: Iterable[Mapping[str, Any]]) -> Iterable[Part]:
    for position, item in enumerate(parts):
        yield Part(count=count, position=position, name=item["place"], value=item["value"], by=item["by"])
