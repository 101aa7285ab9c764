"""What two voices say of one incident that cannot both be so. Pure: what is kept is none of its business.

Figures contradict each other where no figure fits the words of both: «eleven» and «at least twenty» do, «eleven» and
«more than five» do not. Of each voice its last telling counts: a figure that it corrected is its own history and no
quarrel.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from math import inf

from hudna.incidents import VersionFigure
from hudna.incidents.tolls import toll
from hudna.recorded import RecordedClaim
from hudna.sides import Sides, is_generic

COUNTED = frozenset({"happened", "ongoing"})
_ACCUSING = frozenset(
    {
        "attack", "air_strike", "shelling", "gunfire", "explosion", "killing", "abduction", "detention", "destruction",
        "interception", "siege", "ceasefire_violation", "aid_obstruction",
    }
)  # fmt: skip
"""Types of which one side is the doer. In the others the parties do it together."""


@dataclass(frozen=True, slots=True)
class Quarrel:
    """Two claims that contradict each other."""

    kind: str
    claims: tuple[RecordedClaim, RecordedClaim]
    figures: tuple[VersionFigure, VersionFigure] | None = None


@dataclass(frozen=True, slots=True)
class _Figure:
    claim: RecordedClaim
    figure: VersionFigure


def quarrels(told: Mapping[int, Sequence[RecordedClaim]], sides: Sides) -> Iterator[Quarrel]:
    """Every contradiction between the voices of an incident; `told` are the claims of each."""
    ordered = {voice: sorted(claims, key=_told_at) for voice, claims in told.items()}
    figures = {voice: _figures(claims) for voice, claims in ordered.items()}
    actors = {voice: _accused(claims, sides) for voice, claims in ordered.items()}
    for one, other in combinations(ordered, 2):
        yield from _denials(ordered[one], ordered[other])
        for what in figures[one].keys() & figures[other].keys():
            mine, theirs = figures[one][what], figures[other][what]
            if _apart(mine.figure, theirs.figure):
                yield Quarrel("figure", (mine.claim, theirs.claim), (mine.figure, theirs.figure))
        mine_by, theirs_by = actors[one], actors[other]
        if mine_by is not None and theirs_by is not None and mine_by[1].isdisjoint(theirs_by[1]):
            yield Quarrel("actor", (mine_by[0], theirs_by[0]))


def _told_at(claim: RecordedClaim) -> tuple[date, str]:
    return claim.document.published or date.min, claim.key


def _denials(mine: Sequence[RecordedClaim], theirs: Sequence[RecordedClaim]) -> Iterator[Quarrel]:
    """The last claim of each, where one says that it did not happen and the other that it did."""
    one, other = mine[-1], theirs[-1]
    statuses = {one.claim.status, other.claim.status}
    if "denied" in statuses and statuses & COUNTED:
        yield Quarrel("denial", (one, other))


def _figures(claims: Sequence[RecordedClaim]) -> dict[str, _Figure]:
    """The last figure of every kind that a voice gives for what it says happened; of one day the greatest."""
    found: dict[str, _Figure] = {}
    for claim in claims:
        if claim.claim.status not in COUNTED:
            continue
        for what in dict.fromkeys(count.what for count in claim.claim.counts):
            figure = toll(claim.claim, what)
            if figure is None or (figure.low is None and figure.high is None):
                continue
            before = found.get(what)
            same_day = before is not None and before.claim.document.published == claim.document.published
            if before is None or not same_day or _size(figure) > _size(before.figure):
                found[what] = _Figure(claim, figure)
    return found


def _size(figure: VersionFigure) -> float:
    return float(figure.low or 0)


def _apart(one: VersionFigure, other: VersionFigure) -> bool:
    """Whether no figure fits the words of both."""
    low = max(one.low if one.low is not None else 0, other.low if other.low is not None else 0)
    high = min(one.high if one.high is not None else inf, other.high if other.high is not None else inf)
    return low > high


def _accused(claims: Sequence[RecordedClaim], sides: Sides) -> tuple[RecordedClaim, frozenset[str]] | None:
    """Whom a voice names last as the doer, by sides; None where it names nobody who is known."""
    for claim in reversed(claims):
        if claim.claim.type not in _ACCUSING or claim.claim.status not in COUNTED:
            continue
        named = frozenset(side for item in claim.claim.actors if (side := sides.of(item)) and not is_generic(side))
        if named:
            return claim, named
    return None
