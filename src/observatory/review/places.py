"""The place of the gazetteer that a person means by a name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hudna.arabic.letters import fold
from hudna.places import default_gazetteer


def named_place(surface: str, identity: str | None, claim: Mapping[str, Any]) -> dict[str, Any]:
    """What the gazetteer knows of a place, by its id or else by its name beside the other places of the claim.

    The name may stand behind a word like «بلدة»: the longest end of the words that is a name is taken.
    """
    places = default_gazetteer()
    place = places.by_id(identity) if identity else None
    words = fold(surface).split()
    for first in range(len(words)):
        candidates = places.lookup(" ".join(words[first:]))
        if place is None and candidates:
            place = places.resolve(candidates, country_hint=_told(claim, "country"), admin1_hint=_told(claim, "admin1"))
    if place is None:
        return {"precision": "unresolved", "entry": None}
    known = {
        "name": place.name,
        "id": place.id,
        "kind": place.kind,
        "point": list(place.point) if place.point else None,
        "precision": place.precision,
        "admin1": place.admin1 or None,
        "country": place.country or None,
    }
    return {**{key: value for key, value in known.items() if value is not None}, "entry": place.id}


def _told(claim: Mapping[str, Any], field: str) -> str | None:
    return next((place[field] for place in claim["places"] if place.get(field)), None)
