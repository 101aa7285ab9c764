"""The means told around an attack: who strikes from the air goes on doing so; «الهجوم» means the blast before."""

from __future__ import annotations

from collections.abc import Sequence

from hudna.claims.draft import Draft
from hudna.claims.identity import places_agree, same_side

_BLOWS = frozenset({"attack.darba", "attack.daraba", "attack.istahdafa", "shelling.sarukh"})
"""Entries of «ضربة», «استهدف» and «صاروخ»: what a side that strikes from the air does; «هجوم» may be on the ground."""
_CAMPAIGN = 8
"""Over how many sentences a side that strikes from the air goes on doing so."""
_LATER = 3
"""How many sentences after an attack its aircraft may still be named."""


def remember_aircraft(drafts: Sequence[Draft]) -> None:
    """Make the blows of a side air strikes when it strikes from the air in the sentences around."""
    strikes = [draft for draft in drafts if draft.type == "air_strike" and draft.actors]
    for draft in drafts:
        if not draft.armed and draft.type in ("attack", "shelling") and _same_campaign(draft, strikes):
            draft.type = "air_strike"


def _same_campaign(draft: Draft, strikes: Sequence[Draft]) -> bool:
    """Whether the side that attacks strikes from the air in the sentences around: «ضربت إسرائيل مواقع»."""
    if not draft.actors or draft.frame.entry.id not in _BLOWS:
        return False
    for strike in strikes:
        distance = draft.sentence - strike.sentence
        near = -_LATER <= distance <= _CAMPAIGN
        if near and same_side(draft.actors[0], strike.actors[0], draft, strike) and places_agree(strike, draft):
            return True
    return False


def name_blasts(drafts: Sequence[Draft]) -> None:
    """Make «الهجوم», «الاعتداء» an explosion where the last blow told before was one."""
    last: Draft | None = None
    for draft in drafts:
        if draft.type == "explosion":
            last = draft
        elif draft.type in ("attack", "air_strike", "shelling"):
            if last is not None and _refers_to(draft, last):
                draft.type = "explosion"
            else:
                last = None


def _refers_to(draft: Draft, blast: Draft) -> bool:
    """Whether an attack by its article means the blast: no means of its own, not far on, at no other place."""
    refers = draft.noun and draft.definite and not draft.armed and draft.type == "attack"
    return refers and draft.sentence - blast.sentence <= _CAMPAIGN and places_agree(blast, draft)
