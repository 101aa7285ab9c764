"""What may stand as a target: people by what they are, sides, objects; no places, means or bare «شخص»."""

from __future__ import annotations

from hudna.claims.draft import Draft
from hudna.find.phrase import Phrase
from hudna.find.phrases import PEOPLE_KINDS
from hudna.find.view import SentenceView

_UNNAMED = frozenset({"victim.shakhs", "victim.akhar", "fighter.fard", "crowd.nas"})
_HARM_COUNTS = frozenset({"killed", "wounded", "casualties", "missing"})
_PLACES = frozenset({"area", "place", "time", "breach"})
_TARGETLESS = frozenset(
    {"ceasefire", "ceasefire_violation", "talks", "agreement", "withdrawal", "surrender", "protest", "control_status"}
    | {"deployment"}
)
_PEOPLE_ONLY = frozenset({"territory_taken", "operation", "siege"})
"""Types whose objects besides people are places."""
_HOLDING_TYPES = frozenset({"interception", "destruction", "detention", "aid_obstruction"})
"""Types whose object may be a weapon or goods."""
PLACE_OBJECT_TYPES = _TARGETLESS | _PEOPLE_ONLY
_MEANS_KINDS = frozenset({"weapon", "aid"})
_AIMED_TYPES = frozenset(
    {"air_strike", "shelling", "gunfire", "explosion", "territory_taken", "deployment", "operation"}
)
_DIRECTIONS = frozenset(["علي", "نحو", "باتجاه", "الي", "في", "من", "تجاه"])


def names_target(view: SentenceView, draft: Draft, phrase: Phrase) -> bool:
    """Whether a phrase in the role of a target names whom or what the event is done to."""
    kind = phrase.kind
    if draft.type in _TARGETLESS or (draft.type in _PEOPLE_ONLY and kind not in PEOPLE_KINDS):
        return False
    if kind in _PLACES or (kind in _MEANS_KINDS and draft.type not in _HOLDING_TYPES):
        return False
    match = phrase.match
    if match is None:
        return True
    data = match.entry.data
    if is_unnamed(phrase):
        return False
    if kind in ("victim", "body") and data.get("count") in _HARM_COUNTS:
        return False
    state = data.get("kind") == "state" and view.taken[phrase.head] == "place"
    return not (state and (draft.type in _AIMED_TYPES or phrase.governor in _DIRECTIONS))


def is_unnamed(phrase: Phrase) -> bool:
    """Whether a phrase says no more than that there were people: «شخصان», «أشخاص», «أفراد»."""
    return phrase.match is not None and phrase.match.entry.id in _UNNAMED and not phrase.inner
