"""What prepositions bring to an event beyond its frame, and how far on they still belong to it."""

from __future__ import annotations

from collections.abc import Sequence

from hudna.claims.clauses import Clauses
from hudna.claims.control import done_by
from hudna.claims.draft import Draft
from hudna.claims.parties import PARTY_TYPES
from hudna.find.phrase import Phrase
from hudna.find.phrase_extent import OWNABLE_THINGS, OWNED_BY
from hudna.find.phrases import PEOPLE_KINDS
from hudna.find.view import SentenceView

_FROM_TYPES = frozenset({"attack", "shelling", "gunfire", "air_strike", "ceasefire_violation"})
_LOSER_TYPES = frozenset({"territory_taken", "control_status", "detention", "operation"})
_BLOWN_UP = frozenset({"building", "site", "vehicle", "unit"})
"""What an explosion inside it destroys."""
_STRUCK_KINDS = frozenset({"building", "site", "position", "vehicle", "victim", "crowd", "aid", "area"})
_TOWARDS = frozenset(["نحو", "باتجاه", "صوب", "تجاه"])
_NEAR = 3


def told_until(clauses: Clauses, draft: Draft) -> int:
    """Where what is told of an event ends: with a relative clause right after it («المعارك التي دارت بين …»)."""
    clause = clauses.all[draft.clause]
    following = draft.clause + 1
    if not draft.noun or following >= len(clauses.all) or clause.last - draft.last > _NEAR:
        return clause.last
    relative = clauses.all[following]
    return relative.last if relative.opener == "relative" else clause.last


def names_doer(clauses: Clauses, draft: Draft, phrase: Phrase, limit: int) -> bool:
    """«من قبل الجيش»: whether a phrase names the doer of an event word, no new statement («فيما …») between them."""
    if phrase.governor != "agent" or not draft.last <= phrase.first < limit:
        return False
    between = clauses.all[draft.clause + 1 : clauses.at(phrase.first) + 1]
    if any(clause.opener == "break" for clause in between):
        return False
    return not any(done_by(draft.view, at) for at in range(draft.last, min(draft.last + _NEAR, phrase.first)))


def is_tied_to_place(view: SentenceView, draft: Draft, phrase: Phrase) -> bool:
    """«مخيم الوادي للنازحين», «الحدود الشمالية لليمن»: what ل ties to a place is told with the place."""
    if phrase.governor != "ل" or draft.frame.active.get("ل") == "actor":  # «خضعت المدينة لسلطة …»
        return False
    return phrase.first - draft.last > 1 and view.taken[phrase.first - 1] == "place"


def refined_role(draft: Draft, phrase: Phrase, role: str) -> str:
    """The role of a phrase after a preposition, where its kind and the filled slots change what the frame says."""
    governor = phrase.governor
    if governor == "مع" and draft.type == "displacement" and phrase.kind in PEOPLE_KINDS:
        return "target"  # «غادر المقاتلون مع عائلاتهم»
    if governor == "من" and phrase.is_actor and draft.type in _LOSER_TYPES:
        return "target"
    if draft.type == "explosion" and governor == "في" and _is_blown_up(phrase):
        return "target"
    if governor in _TOWARDS and draft.type in _FROM_TYPES and role == "none" and not phrase.is_actor:
        return "target"  # «صواريخ باتجاه أهداف عسكرية»
    if phrase.is_actor and not draft.actors:
        return "actor" if _acts(draft, phrase, role) else role
    if governor == "علي" and not draft.noun and phrase.kind not in PEOPLE_KINDS:
        struck = any(filler.rule == "roles.object" for filler in draft.targets)
        return "place" if struck else role  # «استهدفوا رتلا على الطريق»
    if role == "actor" and governor == "ل" and draft.type in _FROM_TYPES and phrase.kind in _STRUCK_KINDS:
        return "target"  # «قصف تركي لمنازل المدنيين»
    second_owner = role == "actor" and governor == "ل" and draft.actors and draft.type not in PARTY_TYPES
    return "none" if second_owner else role


def _is_blown_up(phrase: Phrase) -> bool:
    """Whether an explosion in something destroys it: «في مخزن أسلحة», not just «في سوق»."""
    return phrase.kind in _BLOWN_UP and phrase.last > phrase.head + 1


def _acts(draft: Draft, phrase: Phrase, role: str) -> bool:
    """«غارة للتحالف», «هجمات من الجيش»: an actor after ل or من near the noun acts."""
    if draft.noun and phrase.governor == "ل" and phrase.first <= draft.last + 2:
        doer_first = draft.type in _FROM_TYPES and draft.frame.noun_of.get("genitive") == "actor"
        return role == "none" or doer_first
    if phrase.governor != "من" or draft.type not in _FROM_TYPES or phrase.first > draft.last + _NEAR:
        return False
    return phrase.match is None or phrase.match.entry.data.get("kind") != "state"  # «صواريخ من لبنان»


def owned_before(view: SentenceView, phrases: Sequence[Phrase], draft: Draft, index: int) -> bool:
    """«آليات متحركة للمسلحين», «مراكز تجمع تابعة للتنظيم»: whether a phrase owns what was named right before."""
    phrase = phrases[index]
    if phrase.first - draft.last > 1 and view.forms[phrase.first - 1] in OWNED_BY:
        return True
    before = phrases[index - 1] if index else None
    if before is None or before.match is None or before.last != phrase.first:
        return False
    return before.match.entry.data.get("kind") in OWNABLE_THINGS


def take_owner(draft: Draft, struck: int, end: int) -> None:
    """«مراكز تجمع تابعة للتنظيم»: the target that begins at an offset is told with its owner, up to another offset."""
    for target in draft.targets:
        if target.start == struck:
            target.end = end
