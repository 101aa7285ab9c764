"""Where events that name no place were: what a text has told just before goes on at the same spot."""

from __future__ import annotations

from collections.abc import Sequence

from hudna.claims.draft import Draft, PlaceFiller
from hudna.claims.exactness import is_exact

_BOUND = frozenset({"air_strike", "siege", "gunfire", "detention", "protest"})
"""Events that a text seldom tells without their place having been named before."""
_REACH = 4
"""Over how many sentences a place holds for them."""
_LOCAL = frozenset({"armed_clash", "destruction", "deployment"})
"""Events that are in the town or at the spot of which the text has just told."""


def inherit_places(drafts: Sequence[Draft]) -> None:
    """Give an event told without a place the most specific place of the event told before it."""
    latest: Draft | None = None
    for draft in drafts:
        if draft.places:
            latest = draft
        elif latest is not None and _goes_on(draft, latest):
            place = _named(latest)
            draft.places = [PlaceFiller(place.view, place.hit, "places.before")]


def _named(draft: Draft) -> PlaceFiller:
    """The first place of an event that has a name of its own (not «محيط الحي»)."""
    named = (place for place in draft.places if place.hit.part_of is None)
    return next(named, draft.places[0])


def _goes_on(draft: Draft, latest: Draft) -> bool:
    """Whether an event is where the one before it was."""
    gap = draft.sentence - latest.sentence
    return gap <= _REACH if draft.type in _BOUND else draft.type in _LOCAL and gap <= 1 and is_exact([_named(latest)])
