"""What people mean by the names that they type into filters: places and actors, in Arabic, in English or by id."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from hudna.arabic.letters import fold
from hudna.gazetteer import Place
from hudna.lexicon.store import default_lexicon
from hudna.places import default_gazetteer
from hudna.sides import default_sides
from observatory.records.projection import folded_naming

_COUNTRY_LENGTH = 2


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A country by its code, a province by its name or id, or else the places of a name by their ids."""

    country: str | None = None
    admin1: str | None = None
    entries: tuple[str, ...] = ()


def place_named(name: str) -> NamedPlace:
    """The place of a name: its province before its towns, as a province holds the town that it is named after."""
    if not name:
        return NamedPlace()
    if len(name) == _COUNTRY_LENGTH and name.isascii():
        return NamedPlace(country=name)
    known = default_gazetteer().by_id(name)
    found = (known,) if known else default_gazetteer().lookup(fold(name)) or _english_places().get(_plain(name), ())
    by_kind = {place.kind: place for place in reversed(found)}
    if "admin1" in by_kind:
        return NamedPlace(admin1=name if fold(name) == fold(by_kind["admin1"].name) else by_kind["admin1"].id)
    if "country" in by_kind:
        return NamedPlace(country=by_kind["country"].country)
    return NamedPlace(entries=tuple(place.id for place in found)) if found else NamedPlace(admin1=name)


def actor_named(name: str) -> str:
    """The id of an actor that is named in English, with or without what its name adds in brackets; else the name."""
    return name if default_sides().entry(name) else _english_actors().get(_plain(name), name)


def speaker_named(name: str) -> str:
    """The id of a speaker that is named as the lexicon names it, in either language; else the name."""
    actor, sides = actor_named(name), default_sides()
    if sides.entry(actor):
        return actor
    found = sides.actor(name)
    is_whole = found is not None and folded_naming(sides.arabic(found) or "") == folded_naming(name)
    return found if found is not None and is_whole else name


def _plain(name: str) -> str:
    """An English name without the marks that people leave out: «Ma‘arrat an Nu‘mān» is «maarrat an numan»."""
    letters = unicodedata.normalize("NFKD", name.replace("-", " ")).lower()
    return " ".join("".join(sign for sign in letters if sign.isalnum() or sign.isspace()).split())


@lru_cache(maxsize=1)
def _english_places() -> dict[str, tuple[Place, ...]]:
    by_first_word = default_gazetteer().first_words.values()
    places = {place.id: place for named in by_first_word for _, same in named for place in same}
    found: dict[str, list[Place]] = {}
    for place in sorted(places.values(), key=lambda place: -place.population):
        found.setdefault(_plain(place.english), []).append(place)
    return {name: tuple(same) for name, same in found.items() if name}


@lru_cache(maxsize=1)
def _english_actors() -> dict[str, str]:
    found: dict[str, str] = {}
    told = [(entry.id, default_sides().english(entry.id)) for entry in default_lexicon().family("actor")]
    for whole in (True, False):
        for actor, english in told:
            if english:
                found.setdefault(_plain(english if whole else english.split("(")[0]), actor)
    return found
