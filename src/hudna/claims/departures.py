"""Who leaves decides what it is: fighters who flee or are brought out withdraw, civilians are displaced."""

from __future__ import annotations

from collections.abc import Sequence

from hudna.claims.draft import Draft, Filler
from hudna.claims.implied import is_armed
from hudna.find.phrase import Phrase
from hudna.lexicon.match import Match

_LEAVING = frozenset(
    {"displacement.farra", "displacement.ajla", "displacement.akhraja", "displacement.ghadara", "displacement.naqala"}
)
"""Entries that tell who leaves or is brought out, whoever they are."""
_CIVILIANS = frozenset({"victim.madani", "crowd.sakin", "crowd.ahali"})
_REACH = 4
"""Within how many words after the event word those stand whose number is told first («دفعة من المسلحين»)."""


def settle_departure(draft: Draft, phrases: Sequence[Phrase]) -> None:
    """Make flight, departure and evacuation of fighters a withdrawal of theirs (codebook: a side leaves a place)."""
    if draft.frame.entry.id not in _LEAVING or draft.type != "displacement":
        return
    if draft.targets:
        leaving = [target for target in draft.targets if _fights(target)]
        if not leaving or leaving[0] is not draft.targets[0] or any(map(_is_civilian, draft.targets)):
            return
        draft.actors = leaving
        draft.targets = [target for target in draft.targets if target not in leaving]
    else:
        found = next((p for p in phrases if draft.last <= p.first <= draft.last + _REACH), None)
        if found is None or found.governor != "من" or found.match is None or not _is_force(found.match):
            return
        start, end = draft.view.surface(found.first, found.last, found.lead)
        draft.actors = [Filler(start, end, "departures.partitive", found.kind, found.match)]
    draft.type = "withdrawal"


def _is_civilian(filler: Filler) -> bool:
    return filler.match is not None and filler.match.entry.id in _CIVILIANS


def _fights(filler: Filler) -> bool:
    return filler.match is not None and _is_force(filler.match)


def _is_force(match: Match) -> bool:
    return match.entry.data.get("kind") == "fighter" or is_armed(match)
