"""Which of several places of one name is meant."""

from __future__ import annotations

import math
from collections.abc import Sequence

from hudna.gazetteer.place import Place, weight

_COUNTRY_BONUS = 6.0
_ADMIN1_BONUS = 4.0
_KIND_BONUS = 8.0
_NEAR_BONUS = 6.0
_NEAR_KILOMETRES = 60.0
_ORDER_STEP = 0.01
_ALIKE = {"town": "village", "village": "town", "quarter": "town"}


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The great-circle distance between two points."""
    latitude, other_latitude = math.radians(one[0]), math.radians(other[0])
    half = (
        math.sin((other_latitude - latitude) / 2) ** 2
        + math.cos(latitude) * math.cos(other_latitude) * math.sin(math.radians(other[1] - one[1]) / 2) ** 2
    )
    return 12742.0 * math.asin(math.sqrt(half))


def resolve(
    candidates: Sequence[Place],
    country_hint: str | None = None,
    admin1_hint: str | None = None,
    near: tuple[float, float] | None = None,
    kind: str | None = None,
) -> Place | None:
    """The place meant among homonyms, or None when there is none.

    Candidates come best first, as `Gazetteer.lookup` gives them. `country_hint` is an ISO code («SY»), `admin1_hint`
    the id of a division («iso:SY-ID»), `near` the point of another place of the same text, `kind` what a head
    before the name says («محافظة حلب» is the governorate, «مدينة حلب» the town).
    """
    if len(candidates) < 2:
        return candidates[0] if candidates else None
    best, best_score = None, -math.inf
    for order, place in enumerate(candidates):
        score = weight(place) - _ORDER_STEP * order
        score += _hints(place, country_hint, admin1_hint, near) + _kind_bonus(place, kind)
        if order == 0:
            score += 1.0
        if score > best_score:
            best, best_score = place, score
    return best


def _hints(place: Place, country_hint: str | None, admin1_hint: str | None, near: tuple[float, float] | None) -> float:
    score = 0.0
    if country_hint is not None and place.country == country_hint:
        score += _COUNTRY_BONUS
    if admin1_hint is not None and admin1_hint in (place.admin1, place.id):
        score += _ADMIN1_BONUS
    if near is not None and place.point is not None:
        score += _NEAR_BONUS * math.exp(-kilometres(near, place.point) / _NEAR_KILOMETRES)
    return score


def _kind_bonus(place: Place, kind: str | None) -> float:
    if kind is None:
        return 0.0
    if place.kind == kind:
        return _KIND_BONUS
    return _KIND_BONUS - 1.0 if _ALIKE.get(kind) == place.kind else 0.0
