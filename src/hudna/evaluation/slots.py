"""The slots of a claim: what they hold, when two of their items are the same, and which items found no partner."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from hudna.evaluation.claim import CountFigure, Days, PartFigure, ScoredClaim
from hudna.evaluation.names import same_name

EARTH_DIAMETER_KM = 12742
_DAY_TOLERANCE = 1


@dataclass(frozen=True, slots=True)
class Slot:
    """One compared field: the items that a claim holds in it, and when a gold and a read item are the same."""

    items: Callable[[ScoredClaim], Sequence[Any]]
    same: Callable[[Any, Any], bool]
    show: Callable[[Any], str] = str

    def hits(self, gold: ScoredClaim, read: ScoredClaim) -> int:
        """How many gold items have a read item of their own."""
        return sum(partner is not None for partner in self.partners(gold, read))

    def partners(self, gold: ScoredClaim, read: ScoredClaim) -> list[int | None]:
        """For each gold item the index of the read item that it takes, first come first served."""
        candidates = self.items(read)
        free = list(range(len(candidates)))
        found: list[int | None] = []
        for wanted in self.items(gold):
            partner = next((at for at in free if self.same(wanted, candidates[at])), None)
            if partner is not None:
                free.remove(partner)
            found.append(partner)
        return found


def _figures(claim: ScoredClaim) -> list[CountFigure]:
    return [count for count in claim.counts if count.value is not None]


def _parts(claim: ScoredClaim) -> list[PartFigure]:
    return [part for count in claim.counts for part in count.parts]


def _same_figure(gold: CountFigure, read: CountFigure) -> bool:
    if gold.what != read.what or gold.value is None or read.value is None:
        return False
    return math.isclose(float(gold.value), float(read.value), rel_tol=1e-6)


def _same_part(gold: PartFigure, read: PartFigure) -> bool:
    return same_name(gold.place, read.place) and gold.value == read.value


def _same_days(gold: Days, read: Days) -> bool:
    """Both ends within a day of each other: «the last 24 hours» may begin on either calendar day."""
    try:
        return all(
            abs((date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])).days) <= _DAY_TOLERANCE
            for one, other in ((gold.first, read.first), (gold.last, read.last))
        )
    except ValueError:
        return False


def show_figure(count: CountFigure) -> str:
    """A figure in words: «killed 11 مدنياً»."""
    value = "…" if count.value is None else f"{count.value:,}"
    qualifier = "" if count.qualifier in ("", "exact", "vague") else f"{count.qualifier} "
    return f"{count.what} {qualifier}{value} {count.of}".strip()


def _show_part(part: PartFigure) -> str:
    return f"{part.place} {part.value}"


def show_days(days: Days) -> str:
    """One day, or the first and last."""
    return days.first if days.first == days.last else f"{days.first} … {days.last}"


SLOTS: Mapping[str, Slot] = {
    "actors": Slot(lambda claim: claim.actors, same_name),
    "targets": Slot(lambda claim: claim.targets, same_name),
    "places": Slot(lambda claim: claim.places, same_name),
    "counts": Slot(_figures, _same_figure, show_figure),
    "parts": Slot(_parts, _same_part, _show_part),
    "speaker": Slot(lambda claim: (claim.speaker,) if claim.speaker else (), same_name),
    "when": Slot(lambda claim: (claim.days,) if claim.days else (), _same_days, show_days),
}
_OF_A_WHOLE_CLAIM = ("actors", "targets", "counts", "speaker", "when")


def slot_hits(gold: ScoredClaim, read: ScoredClaim) -> dict[str, int]:
    """The hits of every slot."""
    return {name: slot.hits(gold, read) for name, slot in SLOTS.items()}


def is_full(name: str, gold: ScoredClaim, read: ScoredClaim, hits: Mapping[str, int]) -> bool:
    """Whether a slot holds the same items on both sides, none more and none less."""
    items = SLOTS[name].items
    return hits[name] == len(items(gold)) == len(items(read))


def is_whole(gold: ScoredClaim, read: ScoredClaim, hits: Mapping[str, int]) -> bool:
    """Whether a claim is right in status, who, whom, how many, speaker and day, and in its most specific place."""
    if gold.status != read.status or not all(is_full(name, gold, read, hits) for name in _OF_A_WHOLE_CLAIM):
        return False
    if not gold.places or not read.places:
        return not gold.places and not read.places
    return same_name(gold.places[0], read.places[0])


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The great-circle distance of two points."""
    latitude, longitude = map(math.radians, one)
    latitude_there, longitude_there = map(math.radians, other)
    half = (
        math.sin((latitude_there - latitude) / 2) ** 2
        + math.cos(latitude) * math.cos(latitude_there) * math.sin((longitude_there - longitude) / 2) ** 2
    )
    return EARTH_DIAMETER_KM * math.asin(min(1, math.sqrt(half)))
