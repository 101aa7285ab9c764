"""The means told beside an event word decide its type: «استهدف … بطائرة مسيرة» is an air strike (codebook: means)."""

from __future__ import annotations

from hudna.claims.clauses import Clauses
from hudna.claims.draft import Draft
from hudna.find.view import SentenceView
from hudna.lexicon.match import Match

_OPEN_TYPES = frozenset({"attack", "shelling"})
"""Types of words that do not tell their means, or only that something was fired."""


def decide_type(view: SentenceView, draft: Draft, clauses: Clauses, limit: int) -> None:
    """Give an attack or shelling the type of the weapon, aircraft or adjective told with it; the lowest rank wins."""
    if draft.type not in _OPEN_TYPES:
        return
    best = 99
    clause = clauses.all[draft.clause]
    acting = {f.start for f in draft.actors}
    for at in range(clause.first, min(clause.last, limit)):
        for match in view.matches[at]:
            if match.family != "weapon" or not _tells_means(view, match, draft, acting):
                continue
            rank = int(match.entry.data.get("rank", 9))
            decided = str(match.entry.data["decides"])
            if rank < best and not (draft.type == "shelling" and decided == "attack"):
                best = rank
                draft.type = decided


def _tells_means(view: SentenceView, match: Match, draft: Draft, acting: set[int]) -> bool:
    """A weapon brought by ب, acting as the subject, or an adjective right after the event word."""
    role = match.entry.data.get("role")
    if match.lead.endswith("ب") and match.first > draft.first:
        return role != "adjective"
    if any(start <= view.words[match.first].start and start >= view.words[match.first].start - 1 for start in acting):
        return True
    return role in ("adjective", "both") and draft.noun and match.first == draft.last
