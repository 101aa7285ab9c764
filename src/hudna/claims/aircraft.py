"""Means named anywhere in the telling of an event decide its type (codebook: conventions on type)."""

from __future__ import annotations

from collections.abc import Sequence

from hudna.claims.draft import Draft
from hudna.claims.identity import agree, places_agree, refers, same_number, same_side

_BARE = frozenset({"shelling.qasafa", "shelling.sarukh"})
"""Entries of «قصف» and «صاروخ», which do not tell whether aircraft fired."""
_BLOWS = frozenset({"attack.darba", "attack.daraba", "attack.istahdafa", "shelling.sarukh"})
"""Entries of «ضربة», «استهدف» and «صاروخ»: what a side that strikes from the air does; «هجوم» may be on the ground."""
_REACH = 3
"""Over how many sentences the aircraft of one telling are remembered."""
_CAMPAIGN = 8
"""Over how many sentences a side that strikes from the air goes on doing so."""
_LATER = 3
"""How many sentences after an attack its aircraft may still be named."""


def remember_aircraft(drafts: Sequence[Draft], text: str) -> None:
    """Give an attack that tells no means the means told near it, when the text speaks of the same attack or side."""
    strikes = [draft for draft in drafts if draft.type == "air_strike" and draft.actors]
    latest: Draft | None = None
    bomb: Draft | None = None
    for draft in drafts:
        if draft.type == "air_strike":
            latest = draft
        elif draft.type == "explosion":
            bomb = draft
        elif draft.armed or draft.type not in ("attack", "shelling"):
            continue
        elif (latest is not None and _same_telling(draft, latest, text)) or _same_campaign(draft, strikes):
            draft.type = "air_strike"
        elif bomb is not None and _means_bomb(draft, bomb):
            draft.type = "explosion"


def _same_telling(draft: Draft, strike: Draft, text: str) -> bool:
    distance = draft.sentence - strike.sentence
    if draft.type == "shelling":
        bare = draft.frame.entry.id in _BARE and not draft.noun and not draft.actors
        return bare and distance <= 1  # «شن الطيران غارات … كما قصفت مواقع»
    if distance > _REACH:
        return False
    owned = draft.frame.noun_of.get("genitive") == "target"  # «قتل ثلاثة جراء استهداف مبنى»
    before = draft.first - 1
    caused = owned and before >= 0 and (draft.view.roles[before] == "cause" or draft.view.forms[before] == "في")
    if not (draft.noun and (draft.definite or caused)):
        return False
    named = {filler.identity(text) for filler in strike.actors}
    return not draft.actors or any(filler.identity(text) in named for filler in draft.actors)


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


def _means_bomb(draft: Draft, bomb: Draft) -> bool:
    """Whether «الهجوم», «الاعتداء» is the explosion told before."""
    if draft.type != "attack" or not refers(draft) or draft.sentence - bomb.sentence > _REACH:
        return False
    return agree(bomb, draft) and places_agree(bomb, draft) and same_number(bomb, draft)
