"""Where the words of an event end, and weapons that only say by what it was done."""

from __future__ import annotations

from collections.abc import Sequence

from hudna.claims.draft import Draft, Filler
from hudna.find.phrases import is_object_word
from hudna.find.view import SentenceView

_WEAPON_TYPES = frozenset({"air_strike", "shelling", "explosion", "gunfire"})
_USING_TYPES = _WEAPON_TYPES | {"attack", "territory_taken"}
_USED_REACH = 6
"""How far behind the deed the weapon that it was done with is named."""
_BY = frozenset(["ب", "و", "وب"])
_BOMBER = "group.انتحاري"


def next_trigger_first(drafts: Sequence[Draft], index: int, size: int) -> int:
    """Where the next event word begins that is not itself a noun for people or things; else the sentence's length."""
    first = drafts[index]
    for draft in drafts[index + 1 :]:
        if draft.noun and (is_object_word(draft.view, draft.first) or (not first.noun and only_means(draft))):
            continue
        if first.type == "interception" and draft.noun and only_weapon(draft):
            continue  # «أسقطت الدفاعات صواريخ»
        if first.type == "ceasefire_violation" and draft.type == "ceasefire" and draft.noun:
            continue  # «خرق وقف إطلاق النار من جانب …»
        return draft.first
    return size


def only_weapon(draft: Draft) -> bool:
    """Whether an event word is at the same time the word for a weapon («صواريخ», «قذائف»)."""
    return draft.type in _WEAPON_TYPES and any(m.family == "weapon" for m in draft.view.matches[draft.first])


def only_means(draft: Draft) -> bool:
    """«قصفت القوات بالصواريخ والبراميل المتفجرة أحياء …»: weapons beside a deed end nothing."""
    if draft.type not in _WEAPON_TYPES:
        return False
    found = draft.view.matches[draft.first]
    if not any(m.family == "weapon" or m.entry.data.get("kind") == "weapon" for m in found):
        return False
    if draft.match.lead:
        return draft.match.lead in _BY
    return any(n.last == draft.first and n.lead in _BY for n in draft.view.numbers.values())


def names_means(view: SentenceView, at: int) -> bool:
    """Whether the event word after a verb only says by what («شنت هجوما بصاروخ»)."""
    return at < len(view.forms) and any(m.lead.endswith("ب") for m in view.matches[at])


def means_acts(view: SentenceView, at: int) -> bool:
    """«قتلت قذائف ثلاثة مدنيين»: whether the event word right after a verb of harm names the means as its subject."""
    found = view.matches[at] if at < len(view.forms) else ()
    return any(m.entry.data.get("type") in _WEAPON_TYPES for m in found) and not any(m.lead for m in found)


def doer_by_weapon(view: SentenceView, draft: Draft, earlier: Draft | None) -> list[Filler]:
    """«انتحاري يستهدف سيارة»: the bomber himself; «قصف سوري ببراميل»: who used the weapon in the deed before it."""
    bomber = next((m for m in view.matches[draft.first] if m.entry.id == _BOMBER), None)
    if bomber is not None and draft.type == "explosion" and draft.last - draft.first == 1 and not draft.match.lead:
        return [Filler(*view.surface(bomber.first, bomber.last), "roles.event_word", "group", bomber)]
    if earlier is None or earlier.clause != draft.clause or earlier.frame.harm or not only_means(draft):
        return []
    used = earlier.type in _USING_TYPES and draft.first - earlier.last <= _USED_REACH
    return list(earlier.actors) if used else []


def share_with(earlier: Draft | None, draft: Draft) -> None:
    """«غارات وقصف مدفعي على …»: event nouns joined by و have doer and target in common."""
    if earlier is None or not (draft.noun and earlier.noun):
        return
    if draft.first == earlier.last + 1 and draft.view.forms[earlier.last] == "من" and draft.type == earlier.type:
        earlier.actors = earlier.actors or list(draft.actors)  # «غارة من طائرة مسيرة إسرائيلية»
    if draft.match.lead != "و":
        return
    if draft.first - earlier.last > 1 or earlier.frame.harm != draft.frame.harm:
        return
    draft.actors = draft.actors or list(earlier.actors)
    earlier.actors = earlier.actors or list(draft.actors)
    earlier.targets = earlier.targets or list(draft.targets)
