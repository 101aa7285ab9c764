"""Aircraft named anywhere in the telling of an event make it an air strike (codebook: conventions on type)."""

from __future__ import annotations

from collections.abc import Sequence

from hudna.claims.draft import Draft

_REACH = 3
"""Over how many sentences the aircraft of one telling are remembered."""


def remember_aircraft(drafts: Sequence[Draft], text: str) -> None:
    """Give an attack that tells no means the aircraft told just before it, when nobody else is said to do it."""
    latest: Draft | None = None
    for draft in drafts:
        if draft.type == "air_strike":
            latest = draft
        elif latest is not None and draft.type == "attack" and _same_telling(draft, latest, text):
            draft.type = "air_strike"


def _same_telling(draft: Draft, strike: Draft, text: str) -> bool:
    if draft.sentence - strike.sentence > _REACH:
        return False
    if not draft.actors:
        return True
    named = {filler.identity(text) for filler in strike.actors}
    return any(filler.identity(text) in named for filler in draft.actors)
