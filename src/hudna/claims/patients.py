"""What may stand as a target: people by what they are, sides, objects; no places, means or bare «شخص»."""

from __future__ import annotations

from hudna.claims.draft import Draft, Filler
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
_TELLERS = frozenset({"source", "media", "monitor", "spokesperson"})
_MOVED_TYPES = frozenset({"displacement", "release"})
"""Types that are done to people alone."""
_DRONES = frozenset({"group.مسيرة", "group.مسيّرة"})
_NOBODY = frozenset({"group.مجهول"})
_STRIKE_TYPES = frozenset({"air_strike", "shelling", "gunfire", "attack"})
_CONVOYS = frozenset({"aid.qafilat_ighatha", "aid.tairat_musaadat", "aid.khayma"})
_SETTLEMENTS = frozenset({"area.qarya", "area.balda", "area.hayy", "area.mukhayyam", "area.mustawtana", "area.madina"})
_CLOSED_KINDS = frozenset({"building", "site"})
_OWNERS = frozenset({"fighter", "force", "group"})
_LIVED_IN = ("سكني", "ماهول", "مدني")
GOODS = frozenset({"weapon", "vehicle", "aircraft", "aid"})
"""Kinds of things that are seized rather than taken over."""
_RIGGED = ("مفخخ", "ملغوم", "ملغم")
_DIRECTIONS = frozenset(["ل", "علي", "نحو", "باتجاه", "الي", "في", "من", "تجاه"])


def add_patient(view: SentenceView, draft: Draft, phrase: Phrase, filler: Filler, role: str) -> None:
    """Note a phrase in the role of a target or place as what the event is done to, where it is that."""
    if role == "target" or _takes_place(draft, phrase):
        draft.patients.append(filler.start)
        if names_target(view, draft, phrase):
            draft.add_target(filler)
    elif draft.type == "territory_taken":
        loser = _owner_of_position(view, phrase)
        if loser is not None:
            draft.add_target(loser)


def names_target(view: SentenceView, draft: Draft, phrase: Phrase) -> bool:
    """Whether a phrase in the role of a target names whom or what the event is done to."""
    kind = phrase.kind
    if kind == "area" and draft.type in _STRIKE_TYPES and _is_struck_area(view, phrase):
        return True
    if draft.type == "territory_taken" and kind in GOODS:
        return True  # «استولوا على مدفع»
    closed = draft.type == "siege" and kind in _CLOSED_KINDS  # «إغلاق المعبر»
    if draft.type in _TARGETLESS or (draft.type in _PEOPLE_ONLY and kind not in PEOPLE_KINDS and not closed):
        return False
    if draft.type == "explosion" and kind == "vehicle" and _is_rigged(view, phrase):
        return False  # «فجروا شاحنتين ملغومتين»: means
    match = phrase.match
    struck = match is not None and match.entry.id in _CONVOYS and draft.type in _STRIKE_TYPES
    if kind in _PLACES or (kind in _MEANS_KINDS and draft.type not in _HOLDING_TYPES and not struck):
        return False
    if match is None:
        return True
    data = match.entry.data
    if is_unnamed(phrase) or data.get("kind") in _TELLERS:
        return False
    if draft.type in _MOVED_TYPES and kind not in PEOPLE_KINDS:
        return False
    if is_casualty(phrase):
        return False
    state = data.get("kind") == "state" and view.taken[phrase.head] == "place"
    attacked = draft.type == "attack" and phrase.governor == "علي"  # «هجمات على إسرائيل»
    return not (state and (draft.type in _AIMED_TYPES or (phrase.governor in _DIRECTIONS and not attacked)))


def _is_rigged(view: SentenceView, phrase: Phrase) -> bool:
    """Whether a vehicle is itself the bomb («سيارة مفخخة», «شاحنة ملغومة»)."""
    return any(view.forms[at].removeprefix("ال").startswith(_RIGGED) for at in range(phrase.head + 1, phrase.last))


def _is_struck_area(view: SentenceView, phrase: Phrase) -> bool:
    """«أحياء سكنية», «القرى الحدودية»: settlements without a name are struck; one with a name is a place."""
    match = phrase.match
    if match is None or phrase.number is not None:
        return False
    following = view.forms[phrase.last] if phrase.last < len(view.forms) else ""
    if match.entry.id == "area.mantiqa" and following.removeprefix("ال").startswith(_LIVED_IN):
        return True  # «مناطق سكنية»
    street = match.entry.id == "area.saha" and phrase.governor == "علي"
    if not street and (match.entry.id not in _SETTLEMENTS or match.features.number != "many"):
        return False
    last = phrase.last
    named = any(view.taken[at] == "place" for at in range(phrase.first, min(last + 1, len(view.forms))))
    return not named and phrase.number is None


def is_casualty(phrase: Phrase) -> bool:
    """Whether a phrase only says that there were dead or hurt: «قتيل», «جرحى»."""
    data = phrase.match.entry.data if phrase.match is not None else {}
    return phrase.kind in ("victim", "body") and data.get("count") in _HARM_COUNTS


def _takes_place(draft: Draft, phrase: Phrase) -> bool:
    """Whether the event is done to what stands where a place would: people besieged, goods seized («على مدفع»)."""
    return (draft.type == "siege" and phrase.kind in PEOPLE_KINDS | _CLOSED_KINDS) or (
        draft.type == "territory_taken" and phrase.kind in GOODS
    )


def is_bare_drone(phrase: Phrase) -> bool:
    """Whether a phrase names drones and not whose: they are means, not actors."""
    return phrase.match is not None and phrase.match.entry.id in _DRONES and not phrase.inner


def is_unnamed(phrase: Phrase) -> bool:
    """Whether a phrase says no more than that there were people: «شخصان», «أشخاص», «أفراد»."""
    if phrase.match is None or phrase.match.entry.id not in _UNNAMED:
        return False
    return all(match.entry.id in _NOBODY for match in phrase.inner)


def _owner_of_position(view: SentenceView, phrase: Phrase) -> Filler | None:
    """«سيطر على مواقع المسلحين»: who loses ground is whose positions were taken."""
    if phrase.kind not in ("position", "building", "site", "unit"):
        return None
    owner = next((m for m in phrase.inner if m.family == "actor" or m.entry.data.get("kind") in _OWNERS), None)
    if owner is None:
        return None
    return Filler(*view.surface(owner.first, owner.last, owner.lead), "patients.owner", owner.family, owner)
