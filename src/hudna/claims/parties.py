"""Parties of an event that the text has named before: «المعارك بين الطرفين», «تجددت الاشتباكات»."""

from __future__ import annotations

from collections.abc import Sequence

from hudna.claims.draft import Draft, Filler

_PARTY_WORDS = frozenset(["الطرفين", "الطرفان", "الجانبين", "الجانبان", "طرفي", "كلا"])
PARTY_TYPES = frozenset({"armed_clash", "ceasefire", "agreement", "talks"})
"""Types of event in which every party takes part as an actor."""
_ACTING_TYPES = frozenset({"armed_clash", "attack", "shelling", "air_strike", "gunfire", "ceasefire_violation"})
_WINDOW = 40
"""How many events back parties are looked for."""
_REACH = 6
"""Over how many sentences named parties hold."""


def inherit_parties(drafts: Sequence[Draft], text: str) -> None:
    """Give a clash, truce or deal without named parties those of the latest one that has them."""
    for index, draft in enumerate(drafts):
        unnamed = not draft.actors or all(_is_party_word(f, text) for f in draft.actors)
        if not unnamed or draft.type not in PARTY_TYPES or not (draft.definite or draft.actors):
            continue
        found = _latest_parties(drafts[max(0, index - _WINDOW) : index], draft)
        if found:
            draft.actors = [Filler(f.start, f.end, "parties.inherited", f.kind, f.match) for f in found]


def _is_party_word(filler: Filler, text: str) -> bool:
    return text[filler.start : filler.end].split()[0] in _PARTY_WORDS


def _latest_parties(earlier: Sequence[Draft], draft: Draft) -> list[Filler]:
    for other in reversed(earlier):
        if draft.sentence - other.sentence > _REACH:
            return []
        if other.type in PARTY_TYPES and len(other.actors) >= 2:
            return other.actors[:3]
        if draft.type == "armed_clash" and other.type in _ACTING_TYPES and other.actors and other.targets:
            sides = [t for t in other.targets if t.match is not None and t.match.family == "actor"]
            if sides:
                return [other.actors[0], sides[0]]
    return []
