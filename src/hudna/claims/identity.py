"""Whether two tellings can be of one event: their sides, places, days, figures and targets."""

from __future__ import annotations

from hudna.arabic.letters import fold
from hudna.claims.draft import Draft, Filler, PlaceFiller
from hudna.gazetteer.place import Place

_COARSE = frozenset({"country", "admin1", "admin2", "region", "sea"})
_TOWNS = frozenset({"town", "village"})
_TOWN_DEGREES = 0.12
"""How far, in degrees, a quarter or a building may lie from the point of its town."""
_REGION_DEGREES = 2.0
"""How far a town may lie from the point of a region that belongs to no governorate («شمال العراق»)."""
_OWN = "circumstances.place"
_THESE = frozenset(["هذا", "هذه", "هذين", "هاتين", "ذلك", "تلك", "ذات", "نفس"])
"""Words before or after a noun that point at what was told."""
_SOME = frozenset(["بعض", "عدد", "مزيد", "المزيد", "معظم", "كل", "جميع", "اي", "ابرز", "اكبر", "اعنف"])
"""Words before a plural that make it more than the event told before («بعض الهجمات»)."""
_GROUND = frozenset({"territory_taken", "withdrawal", "control_status", "siege"})
"""Types of which the place is what they are about."""
_BOMBERS = frozenset(
    ("الانتحاري", "المهاجم", "المنفذ", "السياره", "الشاحنه", "المركبه", "العبوه", "القنبله", "الدراجه", "انه", "انها")
)
"""Attackers and bombs that a text has told of when they take the article, and «إنه»."""
_VAGUE = frozenset({"fighter", "victim", "crowd", "people", "group"})
"""Kinds of words that only describe who did it («مسلحون», «مجموعة»)."""
_STATE = frozenset({"state", "state_force"})


def refers(draft: Draft) -> bool:
    """Whether a noun points at an event told before: «الهجوم», «هذه الغارة»."""
    if not draft.noun:
        return draft.type == "explosion" and _has_definite_subject(draft)
    if draft.first and draft.view.forms[draft.first - 1] in _SOME:
        return False
    if draft.view.forms[draft.last : draft.last + 1] in (["هذا"], ["هذه"]):
        return True
    return draft.definite or (draft.first > 0 and draft.view.forms[draft.first - 1].lstrip("وفبل") in _THESE)


def _has_definite_subject(draft: Draft) -> bool:
    """«الانتحاري فجر نفسه», «السيارة انفجرت»: the attacker or the bomb with its article was told before."""
    near = draft.view.forms[max(0, draft.first - 2) : draft.first] + draft.view.forms[draft.last : draft.last + 1]
    return not _BOMBERS.isdisjoint(near)


def same_number(first: Draft, second: Draft) -> bool:
    """Whether a noun that refers can mean the earlier event by its number: «الهجمات» is more than one «هجوم»."""
    if not first.number or first.number == second.number:
        return True
    return first.number == "many" and not first.counts


def agree(first: Draft, second: Draft) -> bool:
    """Whether the actors of two tellings can be the same: one names none, or a side of one is a side of the other."""
    if not first.actors or not second.actors:
        return True
    return any(same_side(a, b, first, second) for a in first.actors for b in second.actors)


def same_side(one: Filler, other: Filler, first: Draft, second: Draft) -> bool:
    """Whether two actors are one side: one entry, one within the other, the state of an adjective, or like words."""
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
        other_side = more if a.family == "nationality" else data
        same_country = data.get("country") == more.get("country")
        kind = other_side.get("kind")
        return same_country and (kind is None or kind in _STATE)  # a party of the country is not its state
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
    if first.type in _GROUND and not _same_ground(first, second):
        return False
    unknown, more = _unknown(first), _unknown(second)
    if unknown and more and unknown.isdisjoint(more):
        return False
    if not places(first).isdisjoint(places(second)):
        return True
    located, others = _located(first), _located(second)
    return not located or not others or any(_within(one, two) for one in located for two in others)


def _same_ground(first: Draft, second: Draft) -> bool:
    """Whether the place that each is about, the one named first, is among those of the other."""
    one, two = first.places[:1], second.places[:1]
    if not one or not two:
        return True
    return any(_key(one[0]) == _key(place) for place in second.places) and any(
        _key(two[0]) == _key(place) for place in first.places
    )


def _key(place: PlaceFiller) -> str:
    return place.hit.places[0].id if place.hit.places else place.hit.name.removeprefix("ال")


def _located(draft: Draft) -> list[Place]:
    """The places of a telling that the gazetteer knows, each in its likeliest reading."""
    return [place.hit.places[0] for place in draft.places if place.hit.places]


def _unknown(draft: Draft) -> set[str]:
    """The names of the places of its own that no gazetteer knows."""
    return {p.hit.name for p in draft.places if p.rule == _OWN and not p.hit.places and not p.hit.anaphor}


def _spots(draft: Draft) -> list[Place]:
    """The towns and spots that the telling names itself, without regions, governorates and countries."""
    hits = [p.hit for p in draft.places if p.rule == _OWN and p.hit.places]
    exact = [hit.places[0] for hit in hits if hit.head is None or hit.head.precision != "region"]
    return [place for place in exact if place.kind not in _COARSE]


def _same_spot(one: Place, two: Place) -> bool:
    """One place, or a quarter, camp or building and the town that it is in."""
    if one.id == two.id:
        return True
    if (one.kind in _TOWNS) == (two.kind in _TOWNS):
        return False
    return _near(one, two, _TOWN_DEGREES)


def _near(one: Place, two: Place, degrees: float) -> bool:
    if one.point is None or two.point is None:
        return False
    return abs(one.point[0] - two.point[0]) < degrees and abs(one.point[1] - two.point[1]) < degrees


def _within(one: Place, two: Place) -> bool:
    """Whether one is the country, governorate or region of the other."""
    if one.country != two.country:
        return False
    if "country" in (one.kind, two.kind):
        return True
    if "region" in (one.kind, two.kind) and not (one.admin1 and two.admin1):
        return _near(one, two, _REGION_DEGREES)
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
    """How much two tellings have in common: sides and places; a figure weighs as two of them."""
    named = {filler.identity(first.view.text) for filler in first.actors}
    actors = any(filler.identity(second.view.text) in named for filler in second.actors)
    return actors + bool(places(first) & places(second)) + 2 * counts_agree(first, second)
