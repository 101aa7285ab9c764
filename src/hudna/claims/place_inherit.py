"""Where events that name no place were: what a text has told just before goes on at the same spot."""

from __future__ import annotations

from collections.abc import Sequence

from hudna.claims.draft import Draft, PlaceFiller

_BOUND = frozenset({"air_strike", "siege", "gunfire", "detention", "protest"})
"""Events that a text seldom tells without their place having been named before."""
_REACH = 4
"""Over how many sentences a place holds."""


def inherit_places(drafts: Sequence[Draft]) -> None:
    """Give an event bound to a spot and told without one the most specific place of the event told before it."""
    latest: tuple[int, PlaceFiller] | None = None
    for draft in drafts:
        if draft.places:
            latest = draft.sentence, draft.places[0]
        elif latest is not None and draft.type in _BOUND and draft.sentence - latest[0] <= _REACH:
            draft.places = [PlaceFiller(latest[1].view, latest[1].hit, "places.before")]
