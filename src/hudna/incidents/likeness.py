"""How likely two claims are about one happening, as a score: places, days, sides, figures, types and words.

A contradiction (two different towns, two sides that share none, days apart) makes it None: never the same. Otherwise
each agreement adds by how much it tells, and `JOINED` is the score from which two claims are joined.
"""

from __future__ import annotations

import math

from hudna.gazetteer.resolve import kilometres
from hudna.incidents.families import likeness
from hudna.incidents.features import Feature, Spot

JOINED = 5.5

_SAME_TOWN_KM = 6.0
_NEAR_KM = 25.0
_COPIED = 5.0
_RIVALS = 3.2
_FARTHEST_RIVALS = 4
_HARM = frozenset({"killed", "wounded", "casualties"})
_MUCH = 30.0


def score(one: Feature, other: Feature, weight: dict[str, float]) -> float | None:
    """How much speaks for one happening; None when something speaks against it."""
    days = _days(one, other)
    place = places(one, other)
    if days is None or place is None:
        return None
    sides = _sides(one, other)
    figures = _figures(one, other)
    if sides is None or figures is None or not _tallies_agree(one, other):
        return None
    kind = likeness(one.claim.claim.type, other.claim.claim.type)
    words = _words(one, other, weight)
    total = days + place + sides + figures + words + 2.0 * kind - 2.0
    if one.claim.document.key == other.claim.document.key:
        return _within_document(one, other, total, kind)
    return total


def places(one: Feature, other: Feature) -> float | None:
    """How well two claims' places agree: same, contained, of one region; None when both are told and differ."""
    if not one.spots or not other.spots:
        return 0.0
    best = None
    for mine in one.spots[:2]:
        for theirs in other.spots[:2]:
            found = _two_spots(mine, theirs)
            if found is not None and (best is None or found > best):
                best = found
    first = _two_spots(one.spots[0], other.spots[0])
    return None if first is None else best


def _two_spots(mine: Spot, theirs: Spot) -> float | None:
    if mine.exactness < 0 or theirs.exactness < 0:
        return 1.5 if mine.name == theirs.name and len(mine.name) > 6 else 0.0
    if mine.country and theirs.country and mine.country != theirs.country:
        return None
    if (mine.id and mine.id == theirs.id) or mine.name == theirs.name:
        return _worth(mine, theirs)
    if mine.is_point and theirs.is_point:
        near = _apart(mine, theirs)
        return 2.0 if near is not None and near <= _SAME_TOWN_KM else None
    if mine.admin1 and theirs.admin1:
        if mine.admin1 != theirs.admin1:
            return None
        return 1.0 if _contained(mine, theirs) else 0.5
    return 0.3


def _worth(mine: Spot, theirs: Spot) -> float:
    """A shared town tells more than a shared province, and that more than a shared country."""
    exactness = min(mine.exactness, theirs.exactness)
    return (0.3, 1.2, 1.5, 2.2, 2.5, 3.0)[max(exactness, 0)]


def _apart(mine: Spot, theirs: Spot) -> float | None:
    return kilometres(mine.point, theirs.point) if mine.point and theirs.point else None


def _contained(mine: Spot, theirs: Spot) -> bool:
    if mine.exactness == theirs.exactness:
        return False
    near = _apart(mine, theirs)
    return near is None or near <= _NEAR_KM or min(mine.exactness, theirs.exactness) <= 1


def _days(one: Feature, other: Feature) -> float | None:
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return None
    if one.is_long != other.is_long:
        return None
    shared = min(one.last, other.last) - max(one.first, other.first) + 1
    if one.is_long:
        covered = max(one.last, other.last) - min(one.first, other.first) + 1
        return 1.5 if shared * 2 >= covered else None
    if shared < 1:
        return None
    if one.told and other.told:
        return 1.5
    return 1.0 if one.told or other.told else 0.8


def _sides(one: Feature, other: Feature) -> float | None:
    """Shared sides. Accusers name different culprits: differing actors weigh against it but do not exclude it."""
    mine, theirs = one.actors | one.targets, other.actors | other.targets
    if not mine or not theirs:
        return 0.0
    shared = mine & theirs
    if not shared:
        return -1.5
    score = 1.0 if (one.actors & other.actors) else 0.5
    if one.actors and other.actors and not one.actors & other.actors and not mine <= theirs and not theirs <= mine:
        score -= 1.0
    return score + 0.8 * (len(shared) > 1)


def _figures(one: Feature, other: Feature) -> float | None:
    """Equal figures tell the more, the less usual they are; figures far apart speak against."""
    total = 0.0
    for what, mine in one.figures.items():
        theirs = other.figures.get(what)
        if not theirs:
            continue
        shared = set(mine) & set(theirs)
        if shared:
            total += max(_surprise(value) for value in shared)
        else:
            high, low = max(max(mine), max(theirs)), min(max(mine), max(theirs))
            if not low or high > 4 * low:
                total -= 2.0
            else:
                total -= 0.8
    return total


def _surprise(value: float) -> float:
    """1 tells little, 5 more, 33 or 240,831 nearly all."""
    if value <= 1:
        return 0.4
    round_number = value % 10 == 0 and value < 1000
    return min(3.5, 0.9 + 0.8 * math.log(value)) - (0.6 if round_number else 0.0)


def _tallies_agree(one: Feature, other: Feature) -> bool:
    """Two sides' tallies of violations are two counts and not two versions of one."""
    if not (one.tally or other.tally):
        return True
    if one.speaker is not None and other.speaker is not None and one.speaker != other.speaker:
        return False
    return one.figures.get("violations") == other.figures.get("violations")


def _words(one: Feature, other: Feature, weight: dict[str, float]) -> float:
    """For sharing what is rare in both tellings: up to 5, for a text that one outlet took over from another."""
    shared = one.words & other.words
    if not shared:
        return 0.0
    common = sum(map(weight.__getitem__, shared))
    smaller = min(one.mass, other.mass)
    share = common / smaller if smaller else 0.0
    return _COPIED * share * min(1.0, common / _MUCH)


def _within_document(one: Feature, other: Feature, total: float, kind: float) -> float | None:
    """The reader has joined what one text tells twice: what it keeps apart is one happening only for two speakers."""
    if one.speaker == other.speaker and (kind < 1.0 or _differ(one, other)):
        return None
    return total + _RIVALS if kind == 1.0 and _are_rivals(one, other) else total


def _are_rivals(one: Feature, other: Feature) -> bool:
    """Whether two speakers count the same harm at the same spot in one text: rival figures, unless far apart."""
    if one.speaker == other.speaker or one.spot is None or other.spot is None:
        return False
    same_spot = one.spot.is_point and one.spot.id is not None and one.spot.id == other.spot.id
    for what in _HARM & one.figures.keys() & other.figures.keys():
        high, low = max(one.figures[what]), max(other.figures[what])
        if same_spot and max(high, low) <= _FARTHEST_RIVALS * min(high, low):
            return True
    return False


def _differ(one: Feature, other: Feature) -> bool:
    return any(other.figures.get(what, values) != values for what, values in one.figures.items())
