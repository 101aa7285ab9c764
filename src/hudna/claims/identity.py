"""Whether two tellings can be of one event: their sides, places, days, figures and targets."""

from __future__ import annotations

from hudna.arabic.letters import fold
from hudna.claims.draft import Draft, Filler
from hudna.gazetteer.place import Place

_COARSE = frozenset({"country", "admin1", "admin2", "region", "sea"})
_TOWNS = frozenset({"town", "village"})
_TOWN_DEGREES = 0.12
"""How far, in degrees, a quarter or a building may lie from the point of its town."""
_OWN = "circumstances.place"
_THESE = frozenset(["هذا", "هذه", "هذين", "هاتين", "ذلك", "تلك", "ذات", "نفس"])
"""Words before or after a noun that point at what was told."""
_VAGUE = frozenset({"fighter", "victim", "crowd", "people", "group"})
"""Kinds of words that only describe who did it («مسلحون», «مجموعة»)."""
_STATE = frozenset({"state", "state_force"})


def refers(draft: Draft) -> bool:
    """Whether a noun points at an event told before: «الهجوم», «هذه الغارة»."""
    if not draft.noun:
        return False
    return draft.definite or (draft.first > 0 and draft.view.forms[draft.first - 1].lstrip("وفبل") in _THESE)


def agree(first: Draft, second: Draft) -> bool:
    """Whether the actors of two tellings can be the same: one names none, or a side of one is a side of the other."""
    if not first.actors or not second.actors:
        return True
    return any(_same_side(a, b, first, second) for a in first.actors for b in second.actors)


def _same_side(one: Filler, other: Filler, first: Draft, second: Draft) -> bool:
    if one.identity(first.view.text) == other.identity(second.view.text):
        return True
    words, more_words = _words(one, first), _words(other, second)
    if words <= more_words or more_words <= words:
        return True  # «المقاومة», «المقاومة في الجنوب»
    a, b = one.match or one.owner, other.match or other.owner
    if a is None or b is None:
        return False
    data, more = a.entry.data, b.entry.data
    if "nationality" in (a.family, b.family):
        return data.get("country") == more.get("country")
    if data.get("kind") in _VAGUE or more.get("kind") in _VAGUE:
        return False
    chain = {a.entry.id, data.get("side"), data.get("parent")} - {None, "null"}
    return bool(chain & ({b.entry.id, more.get("side"), more.get("parent")} - {None, "null"}))


def _words(filler: Filler, draft: Draft) -> frozenset[str]:
    words = fold(draft.view.text[filler.start : filler.end]).split()
    return frozenset(word.removeprefix("ال") for word in words)


def places(draft: Draft) -> set[str]:
    """The identities and the names of the places of a telling."""
    keys: set[str] = set()
    for place in draft.places:
        keys.update(p.id for p in place.hit.places[:1])
        keys.add(place.hit.name.removeprefix("ال"))
    return keys


def places_agree(first: Draft, second: Draft) -> bool:
    """Whether the places of two tellings can be one: no two different towns, the same names or one within the other."""
    exact, other = _spots(first), _spots(second)
    if exact and other:
        return any(_same_spot(one, two) for one in exact for two in other)
    if not places(first).isdisjoint(places(second)):
        return True
    located, more = _located(first), _located(second)
    return not located or not more or any(_within(one, two) for one in located for two in more)


def _located(draft: Draft) -> list[Place]:
    """The places of a telling that the gazetteer knows, each in its likeliest reading."""
    return [place.hit.places[0] for place in draft.places if place.hit.places]


def _spots(draft: Draft) -> list[Place]:
    """The towns and spots that the telling names itself, without regions, governorates and countries."""
    hits = [p.hit for p in draft.places if p.rule == _OWN and p.hit.places]
    exact = [hit.places[0] for hit in hits if hit.head is None or hit.head.precision != "region"]
    return [place for place in exact if place.kind not in _COARSE]


def _same_spot(one: Place, two: Place) -> bool:
    """One place, or a quarter, camp or building and the town that it is in."""
    if one.id == two.id:
        return True
    if (one.kind in _TOWNS) == (two.kind in _TOWNS) or one.point is None or two.point is None:
        return False
    return abs(one.point[0] - two.point[0]) < _TOWN_DEGREES and abs(one.point[1] - two.point[1]) < _TOWN_DEGREES


def _within(one: Place, two: Place) -> bool:
    """Whether one is the country, governorate or region of the other."""
    if one.country != two.country:
        return False
    if "country" in (one.kind, two.kind):
        return True
    return bool(one.admin1) and one.admin1 == two.admin1 and not _COARSE.isdisjoint((one.kind, two.kind))


def dates_agree(first: Draft, second: Draft) -> bool:
    """Whether the days of two tellings overlap, as far as both tell them."""
    if first.date is None or second.date is None:
        return True
    a, b = first.date.mention, second.date.mention
    if a.start is None or b.start is None:
        return True
    return a.start <= (b.end or b.start) and b.start <= (a.end or a.start)


def counts_compatible(first: Draft, second: Draft) -> bool:
    """No figure of one kind with two values."""
    for a in first.counts:
        same = [b for b in second.counts if b.what == a.what]
        if same and all(a.value != b.value for b in same):
            return False
    return True


def counts_agree(first: Draft, second: Draft) -> bool:
    """Whether both tell the same figure of the same kind."""
    return any(a.what == b.what and a.value == b.value for a in first.counts for b in second.counts)


def shared(first: Draft, second: Draft) -> int:
    """How much two tellings have in common: sides, places, targets; a figure weighs as two of them."""
    actors = bool(first.actors and second.actors and agree(first, second))
    return actors + bool(places(first) & places(second)) + _one_target(first, second) + 2 * counts_agree(first, second)


def _one_target(first: Draft, second: Draft) -> bool:
    """Whether both name the same target, by the word that heads it."""
    heads = {_head(first, filler) for filler in first.targets}
    return bool(heads) and any(_head(second, filler) in heads for filler in second.targets)


def _head(draft: Draft, filler: Filler) -> str:
    words = fold(draft.view.text[filler.start : filler.end]).split()
    return words[0].removeprefix("ال") if words else ""
