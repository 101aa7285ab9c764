"""Which claims are compared at all: those of one day, country and family that share a place, a side or a figure.

Comparing every claim with every other grows with the square of the record. A claim is put into a few blocks, and only
claims of one block are compared. A block that has grown too large is sorted by place and figure, and each claim in it
is compared with its nearest neighbours alone, so that the number of pairs stays linear in the number of claims.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hudna.incidents.features import Feature

LARGEST = 120
"""Up to so many claims, a block is compared in full."""

NEIGHBOURS = 40
"""In a larger block, with so many neighbours in the order of place and figures."""

_DAYS_A_LONG_BLOCK = 31
_TELLING_FIGURE = 5

Key = tuple[object, ...]


def pairs(found: Sequence[Feature]) -> Iterator[tuple[int, int]]:
    """Every pair of claims worth comparing, once, as indices into `found`, the smaller first."""
    blocks: dict[Key, list[int]] = {}
    for at, feature in enumerate(found):
        for key in _keys(feature):
            blocks.setdefault(key, []).append(at)
    seen: set[int] = set()
    size = len(found)
    for block in blocks.values():
        for one, other in _within(block, found):
            number = one * size + other
            if number not in seen:
                seen.add(number)
                yield one, other


def _keys(feature: Feature) -> Iterator[Key]:
    if feature.first is None or feature.last is None:
        return
    for day in _day_keys(feature):
        base = (day, feature.family, feature.country)
        admin1 = feature.spot.admin1 if feature.spot else None
        if admin1:
            yield (*base, "admin1", admin1)
        else:
            yield (*base, "nowhere")
        for what, values in feature.figures.items():
            for value in values:
                if value >= _TELLING_FIGURE:
                    yield (*base, what, value)
        if feature.spot and feature.spot.id:
            yield (*base, "place", feature.spot.id)
        for side in feature.actors | feature.targets:
            yield (*base, "side", side)


def _day_keys(feature: Feature) -> Iterator[tuple[str, int]]:
    assert feature.first is not None and feature.last is not None
    if feature.is_long:
        yield "long", feature.first // _DAYS_A_LONG_BLOCK
        return
    for day in range(feature.first, feature.last + 1):
        yield "day", day


def _within(block: list[int], found: Sequence[Feature]) -> Iterator[tuple[int, int]]:
    if len(block) <= LARGEST:
        for place, one in enumerate(block):
            for other in block[place + 1 :]:
                yield one, other
        return
    ordered = sorted(block, key=lambda at: _order(found[at]))
    for place, one in enumerate(ordered):
        for other in ordered[place + 1 : place + 1 + NEIGHBOURS]:
            yield (one, other) if one < other else (other, one)


def _order(feature: Feature) -> tuple[str, str, tuple[tuple[str, tuple[float, ...]], ...], int]:
    spot = feature.spot
    figures = tuple(sorted((what, tuple(map(float, values))) for what, values in feature.figures.items()))
    return (spot.id or spot.name if spot else "", feature.claim.claim.type, figures, feature.at)
