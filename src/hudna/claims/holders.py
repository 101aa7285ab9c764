"""Who held the ground that is attacked or taken: «مناطق تسيطر عليها المعارضة», «معقل الفصائل», «من قبضة التنظيم»."""

from __future__ import annotations

from collections.abc import Sequence

from hudna.claims.draft import Draft, Filler
from hudna.claims.limits import only_means
from hudna.find.phrase import Phrase
from hudna.find.view import SentenceView

_GROUND_TYPES = frozenset({"territory_taken", "operation", "attack", "air_strike", "shelling", "siege"})
_STRIKES = frozenset({"air_strike", "shelling"})
_GROUND_KINDS = frozenset({"position", "site", "area"})
_HOLDING_NOUNS = frozenset(["سيطره", "قبضه", "ايدي", "يد", "يدي", "نفوذ", "هيمنه", "معقل", "معاقل"])
_HOLDING_VERBS = frozenset(["تسيطر", "يسيطر", "سيطر", "سيطرت", "تهيمن", "يهيمن", "استولي", "استولت"])
_OVER_IT = frozenset(["عليها", "عليه", "عليهما"])
_STRONGHOLDS = frozenset({"position.maqil"})
_REACH = 25
"""How many words after the event its ground may be told to be held by somebody."""


def add_holders(view: SentenceView, drafts: Sequence[Draft], phrases: Sequence[Phrase]) -> None:
    """Give an attack on ground or its capture, told without a target, those who held the ground."""
    if not any(draft.type in _GROUND_TYPES for draft in drafts):
        return
    holders = _holders(view, phrases)
    if not holders:
        return
    for index, draft in enumerate(drafts):
        fell = draft.frame.active.get("subject") == "place"
        if draft.type not in _GROUND_TYPES or draft.frame.harm or not (fell or _names_only_ground(draft, view.text)):
            continue
        later = (d.first for d in drafts[index + 1 :] if d.type != "control_status" and not only_means(d))
        limit = min(next(later, len(view.forms)), draft.last + _REACH)
        known = {filler.identity(view.text) for filler in draft.actors}
        for at, filler in holders:
            if not draft.last <= at < limit or filler.identity(view.text) in known:
                continue
            if fell and view.forms[max(0, at - 2)] != "من":  # «سقطت المدينة تحت قبضة التنظيم»: the holder took it
                draft.actors = draft.actors or [filler]
                draft.targets = [target for target in draft.targets if target.start != filler.start]
            else:
                struck = [
                    t for t in draft.targets if draft.type in _STRIKES and t.kind == "area"
                ]  # «أحياء تحت سيطرة …»: both
                draft.targets = [*struck, filler]
            break


def _names_only_ground(draft: Draft, text: str) -> bool:
    """Whether the targets, if any, are bare words for ground («مواقع»)."""
    return all(t.kind in _GROUND_KINDS and " " not in text[t.start : t.end] for t in draft.targets)


def _holders(view: SentenceView, phrases: Sequence[Phrase]) -> list[tuple[int, Filler]]:
    found: list[tuple[int, Filler]] = []
    for phrase in phrases:
        if phrase.kind == "position" and phrase.match is not None and phrase.match.entry.id in _STRONGHOLDS:
            owner = next((m for m in phrase.inner if m.family in ("actor", "group")), None)
            if owner is not None:
                start, end = view.surface(owner.first, owner.last)
                found.append((phrase.first, Filler(start, end, "holders.stronghold", owner.family, owner)))
        elif phrase.is_actor and phrase.first and phrase.governor != "agent" and _is_holder(view, phrase.first):
            start, end = view.surface(phrase.first, phrase.last, phrase.lead)
            found.append((phrase.first, Filler(start, end, "holders.control", phrase.kind, phrase.match)))
    return found


def _is_holder(view: SentenceView, first: int) -> bool:
    before = view.forms[first - 1]
    if before in _OVER_IT and first > 1:
        return view.forms[first - 2] in _HOLDING_VERBS
    return before in _HOLDING_NOUNS or (before[1:] in _HOLDING_NOUNS and before[0] in "بل")
