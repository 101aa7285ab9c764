"""What an incident's line rests on, kept in one row, so that a list need not take every claim up again.

The facts are those of the whole record. `glimpse` puts them through the gate for the audience that asks; it is for
incidents of which that audience may see every claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from functools import lru_cache, partial
from typing import Any

from hudna.incidents import Estimate
from hudna.incidents import Incident as Joined
from hudna.protect import Profile, ProtectedClaim, ProtectedParty, ProtectedPlace, default_gate
from hudna.recorded import RecordedClaim, RecordedDocument
from hudna.records import Claim, Named, PlaceMention, Source, Span, Speaker
from hudna.series import window
from observatory.atlas.glimpse import ChangedFigure, Glimpse, Teller, Telling, ToldIn
from observatory.atlas.models import KEYS, Incident, Part

_MOST_PARTIES, _MOST_PLACES, _MOST_TELLERS, _MOST_CHANGES, MOST_DOCUMENTS = 12, 8, 12, 6, 8
_EXACTNESS = ("exact", "town", "grid", "district", "region", "admin1", "country")
_SOURCE = Source("facts")
_NO_WORDS = Span(0, 1, "-")
_LONG_AGO = date(1, 1, 1)
"""Whether the delay of a profile is over was asked before the gate is."""
_REMEMBERED = 20_000
"""The same few names and places are in most incidents: what the gate makes of them is remembered."""


def facts_of(incident: Joined) -> dict[str, Any]:
    """The facts of an incident as JSON keeps them."""
    claims = incident.claims
    by_key = {claim.key: claim for claim in claims}
    return {
        "actors": _distinct((_named(item) for claim in claims for item in claim.claim.actors), _MOST_PARTIES),
        "targets": _distinct((_named(item) for claim in claims for item in claim.claim.targets), _MOST_PARTIES),
        "places": _distinct(([_place(item) for item in claim.claim.places] for claim in claims), _MOST_PLACES),
        "estimates": [asdict(each) for each in incident.estimates],
        "denied": bool(incident.denied_by),
        "status": incident.versions[0].status,
        "happened": any(version.status in ("happened", "ongoing") for version in incident.versions),
        "tellers": _distinct((_teller(by_key[each.claims[0]]) for each in incident.versions), _MOST_TELLERS),
        "changes": [
            [_teller(by_key[each.claims[1]]), each.what, each.before, each.after]
            for each in incident.changes[:_MOST_CHANGES]
        ],
        "documents": _distinct((_document(claim.document) for claim in claims), MOST_DOCUMENTS),
    }


def is_told(incident: Joined) -> bool:
    """Whether anybody tells that it happened or denies it; what is planned or demanded has not happened.

    Nor have tallies of violations a place among incidents: they are the ledger's.
    """
    if incident.type == "ceasefire_violation" and incident.estimate("violations") is not None:
        return False
    return any(version.status not in ("future", "demanded") for version in incident.versions)


def _distinct(items: Iterable[Any], most: int) -> list[Any]:
    found: list[Any] = []
    for item in items:
        if len(found) == most:
            break
        if item not in found:
            found.append(item)
    return found


def _named(item: Named) -> list[Any]:
    return [item.span.text, item.name, item.id, item.kind]


def _place(item: PlaceMention) -> list[Any]:
    point = list(item.point) if item.point else None
    return [item.span.text, item.name, item.id, item.kind, point, item.precision, item.admin1, item.country]


def _teller(claim: RecordedClaim) -> list[Any]:
    speaker = claim.claim.speaker
    return [speaker.span.text if speaker else None, speaker.id if speaker else None, claim.document.outlet]


def _document(document: RecordedDocument) -> list[Any]:
    return [document.key, document.outlet, document.published.isoformat() if document.published else None]


def open_day(claim: RecordedClaim) -> date | None:
    """The day from which a profile's delay is reckoned: the later of what it tells of and its publication."""
    return max((day for day in (window(claim)[1], claim.document.published) if day is not None), default=None)


def columns_of(told: Joined, open_days: Sequence[date | None]) -> dict[str, Any]:
    """What the rows of an incident and of a part of it keep alike; `open_days` are those of its claims."""
    return {
        "type": told.type,
        "first_day": told.first_day,
        "last_day": told.last_day,
        "day_basis": told.day_basis,
        "documents": len(told.documents),
        "sources": len({version.source for version in told.versions}),
        "disputed": told.disputed,
        "is_told": is_told(told),
        "whole_day": None if None in open_days else max(filter(None, open_days)),
    }


def glimpse(row: Incident, told: Incident | Part, facts: Mapping[str, Any], profile: Profile) -> Glimpse:
    """What a profile lets through of an incident, or of a part of it, whose claims are all open to it."""
    places = (_place_told(profile, row.sensitive, *map(_as_mention, each)) for each in facts["places"])
    return Glimpse(
        row=row,
        key=getattr(row, KEYS[profile.name]),
        type=told.type,
        first_day=told.first_day,
        last_day=told.last_day,
        day_basis=told.day_basis,
        place=_most_exact(places),
        actors=_parties(profile, facts["actors"]),
        targets=_parties(profile, facts["targets"]),
        estimates=tuple(Estimate(**each) for each in facts["estimates"]),
        documents=told.documents,
        sources=told.sources,
        disputed=told.disputed,
        denied=facts["denied"],
        is_told=bool(told.is_told),
        telling=partial(_telling, facts, profile),
    )


def _telling(facts: Mapping[str, Any], profile: Profile) -> Telling:
    return Telling(
        status=facts["status"],
        happened=facts["happened"],
        tellers=tuple(dict.fromkeys(_teller_told(profile, *each) for each in facts["tellers"])),
        changes=tuple(
            ChangedFigure(_teller_told(profile, *teller), what, before, after)
            for teller, what, before, after in facts["changes"]
        ),
        documents=tuple(
            ToldIn(key, _teller_told(profile, None, None, outlet).outlet, date.fromisoformat(day) if day else None)
            for key, outlet, day in facts["documents"]
        ),
    )


def _most_exact(places: Iterable[ProtectedPlace | None]) -> ProtectedPlace | None:
    def exactness(place: ProtectedPlace) -> int:
        return _EXACTNESS.index(place.precision) if place.precision in _EXACTNESS else len(_EXACTNESS)

    return min((place for place in places if place is not None), key=exactness, default=None)


def _parties(profile: Profile, items: Iterable[list[Any]]) -> tuple[ProtectedParty, ...]:
    found: dict[str, ProtectedParty] = {}
    for party in _told_parties(profile, items):
        found.setdefault(party.id or party.name, party)
    return tuple(found.values())


def _told_parties(profile: Profile, items: Iterable[list[Any]]) -> Iterator[ProtectedParty]:
    for item in items:
        if (party := _party_told(profile, *item)) is not None:
            yield party


@lru_cache(maxsize=_REMEMBERED)
def _party_told(
    profile: Profile, words: str, name: str | None, identity: str | None, kind: str | None
) -> ProtectedParty | None:
    told = _through(profile, actors=(Named(_span(words), _SOURCE, name, identity, kind),))
    return next(iter(told.actors), None)


@lru_cache(maxsize=_REMEMBERED)
def _teller_told(profile: Profile, words: str | None, identity: str | None, outlet: str | None) -> Teller:
    speaker = Speaker(_span(words), _SOURCE, (), identity) if words else None
    told = _through(profile, outlet=outlet, speaker=speaker)
    return Teller(told.speaker, None if told.speaker else told.document.outlet)


@lru_cache(maxsize=_REMEMBERED)
def _place_told(profile: Profile, sensitive: bool, *mentions: PlaceMention) -> ProtectedPlace | None:
    return _through(profile, sensitive=sensitive, places=mentions).place


def _through(profile: Profile, outlet: str | None = None, sensitive: bool = False, **fields: Any) -> ProtectedClaim:
    """What the gate lets through of a claim that holds nothing but these fields."""
    claim = Claim(type="armed_clash", trigger=_NO_WORDS, evidence=_NO_WORDS, source=_SOURCE, **fields)
    document = RecordedDocument("", None, outlet, None, _LONG_AGO)
    told = default_gate().claim(RecordedClaim("", document, claim, "", ""), profile, date.today(), sensitive)
    assert told is not None
    return told


def _span(words: str) -> Span:
    return Span(0, len(words), words)


def _as_mention(item: list[Any]) -> PlaceMention:
    words, name, identity, kind, point, precision, admin1, country = item
    told = (point[0], point[1]) if point else None
    return PlaceMention(_span(words), _SOURCE, name, identity, kind, told, precision, admin1, country)
