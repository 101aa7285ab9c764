"""Aircraft named anywhere in the telling of an event make it an air strike (codebook: conventions on type)."""

from __future__ import annotations

from collections.abc import Sequence

from hudna.claims.draft import Draft

_BARE = "shelling.qasafa"
"""The entry of «قصف», which names nothing that was fired."""
_REACH = 3
"""Over how many sentences the aircraft of one telling are remembered."""


def remember_aircraft(drafts: Sequence[Draft], text: str) -> None:
    """Give an attack that tells no means the aircraft told just before it, when the text speaks of the same attack."""
    latest: Draft | None = None
    for draft in drafts:
        if draft.type == "air_strike":
            latest = draft
        elif latest is not None and not draft.armed and _same_telling(draft, latest, text):
            draft.type = "air_strike"


def _same_telling(draft: Draft, strike: Draft, text: str) -> bool:
    distance = draft.sentence - strike.sentence
    if draft.type == "shelling":
        bare = draft.frame.entry.id == _BARE and not draft.noun and not draft.actors
        return bare and distance <= 1  # «شن الطيران غارات … كما قصفت مواقع»
    if draft.type != "attack" or distance > _REACH:
        return False
    owned = draft.frame.noun_of.get("genitive") == "target"  # «قتل ثلاثة جراء استهداف مبنى»
    before = draft.first - 1
    caused = owned and before >= 0 and (draft.view.roles[before] == "cause" or draft.view.forms[before] == "في")
    if not (draft.noun and (draft.definite or caused)):
        return False
    named = {filler.identity(text) for filler in strike.actors}
    return not draft.actors or any(filler.identity(text) in named for filler in draft.actors)
