"""Frames of event words: which role each neighbour of the word plays, as the lexicon says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hudna.arabic.letters import fold
from hudna.lexicon.entries import Entry

HARM_COUNTS = {"killed", "wounded", "casualties", "missing"}

PEOPLE_TYPES = frozenset({"displacement", "detention", "abduction", "release"})
"""Types of event that are done to people, whom the event word may itself name («النازحين», «معتقلين»)."""
COUNT_BY_TYPE = {
    "killing": "killed",
    "abduction": "captured",
    "detention": "captured",
    "release": "released",
    "surrender": "other",
    "displacement": "displaced",
    "aid": "aid",
    "aid_obstruction": "aid",
    "deployment": "troops",
    "territory_taken": "places",
    "withdrawal": "places",
    "destruction": "destroyed",
    "interception": "destroyed",
    "ceasefire_violation": "violations",
}
"""What a figure counts under an event type when neither its noun nor the event word says so (codebook: counts.what)."""

_BEFORE = 4
_DEFAULT_ROLES = {
    "في": "place",
    "علي": "target",
    "ضد": "target",
    "بين": "actor",
    "مع": "actor",
    "agent": "actor",
    "support": "actor",
}


@dataclass(frozen=True, slots=True)
class Frame:
    """The parsed frame of an event entry. Role names: actor, target, place, count, means, origin, destination, none."""

    entry: Entry
    type: str
    active: Mapping[str, str]
    passive: Mapping[str, str]
    noun_of: Mapping[str, str]
    harm: bool
    generic: bool
    weak: bool
    count: str | None
    not_before: frozenset[str]
    not_after: frozenset[str]
    needs: frozenset[str]
    """Words of which one must stand in the same clause for the event word to be read («وقّع» needs an agreement)."""
    needs_kinds: frozenset[str]
    """Kinds of things or actors one of which beside the event word does for a needed word («armed»: who fights)."""
    within: int
    """In how many words right after the event word a needed word must stand; 0: anywhere near."""
    before: int
    """How many words before the event word a needed word may stand."""

    def preposition_role(self, governor: str, noun: bool) -> str:
        """The role of what a preposition brings to this event, by its frame, else by the common reading."""
        roles = self.noun_of if noun else self.active
        return roles.get(governor) or _DEFAULT_ROLES.get(governor, "none")


def _roles(value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        return {}
    return {
        (key if key in ("subject", "object", "genitive") else fold(str(key))): str(role)
        for key, role in value.items()
        if key != "__line__"
    }


def _words(value: Any) -> frozenset[str]:
    items = value if isinstance(value, list) else [value] if value else []
    return frozenset(fold(str(item)) for item in items)


def parse_frame(entry: Entry) -> Frame:
    """The frame of an event entry; missing parts take the common reading."""
    data = entry.data
    active = _roles(data.get("active"))
    return Frame(
        entry=entry,
        type=str(data["type"]),
        active=active or _roles(data.get("passive")) or {"subject": "actor", "object": "target"},
        passive=_roles(data.get("passive")),
        noun_of=_roles(data.get("noun_of")) or {"genitive": "actor"},
        harm=bool(data.get("harm")),
        generic=bool(data.get("generic")),
        weak=data.get("strength") == "weak",
        count=data.get("also_count"),
        not_before=_words(data.get("not_before")),
        not_after=_words(data.get("not_after")),
        needs=_words(data.get("needs")),
        needs_kinds=frozenset(str(kind) for kind in data.get("needs_kinds") or ()),
        within=int(data.get("needs_within") or 0),
        before=int(data.get("needs_before") or _BEFORE),
    )


class Frames:
    """The frames of all event entries of a lexicon, parsed when first asked for."""

    def __init__(self) -> None:
        self._frames: dict[str, Frame] = {}

    def of(self, entry: Entry) -> Frame:
        """The frame of an event entry."""
        frame = self._frames.get(entry.id)
        if frame is None:
            frame = self._frames[entry.id] = parse_frame(entry)
        return frame
