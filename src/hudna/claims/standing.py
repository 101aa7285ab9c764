"""Which event words are claims: those that say enough by themselves and do not only refer to what was told."""

from __future__ import annotations

from hudna.claims.clauses import Clauses, is_finite_verb
from hudna.claims.document import Told, only_sets_title
from hudna.claims.draft import Draft
from hudna.claims.parties import PARTY_TYPES

_NONE = frozenset(["دون", "اي", "ايه", "عدم", "ا"])
"""Words that deny a noun, without their proclitics («بدون», «لأي», «لا»)."""
_BROAD = frozenset({"operation", "talks", "territory_taken", "deployment"})
"""Types that hold different things: an advance is no campaign, a call no meeting."""
_LASTING = frozenset({"armed_clash", "ceasefire"})
"""Types of events that last, so that others are dated by them."""
_ALONE = 0.5
"""The chance under which an event word with nothing in its slots is no claim."""
_WINDOW = 40
"""How many claims back a referring word is looked up."""
_REFERRING = 0.4
"""The chance under which a noun with the article is no claim when little else is told of it."""
_LAND = frozenset(["مناطق", "اراض", "اراضي", "مواقع", "احياء", "قري", "بلدات", "مدن", "اخري"])
"""Words without the article for land that is told by who holds it."""
_LITTLE = 2
"""How many kinds of slots are filled where little is told."""


def standing(told: list[Told]) -> list[Told]:
    """Drafts that are claims. A definite word that adds nothing only refers: it goes to `also` of its event."""
    kept: list[Told] = []
    titled = any(item.draft.sentence for item in told)
    for item in told:
        if not _stands(item.draft) or (titled and only_sets_title(item.draft)):
            continue
        if _refers(item.draft):
            earlier = next((k for k in reversed(kept[-_WINDOW:]) if _may_mean(item.draft, k.draft)), None)
            if earlier is not None:
                earlier.also.append(item.evidence)
                continue
            if item.draft.view.roles[max(0, item.draft.first - 1)] in ("cause", "time") or _measures_time(item.draft):
                continue
        kept.append(item)
    return kept


def _may_mean(draft: Draft, earlier: Draft) -> bool:
    """Whether a word that only refers can mean an event: one of its type, of its own word where the type is broad."""
    return draft.type == earlier.type and (draft.type not in _BROAD or draft.frame is earlier.frame)


def _refers(draft: Draft) -> bool:
    since = "منذ" in draft.view.forms[max(0, draft.first - 2) : draft.first]  # «منذ انطلاق عملياته»
    dates = since or _measures_time(draft)
    actors = [a for a in draft.actors if not (dates and a.rule == "roles.pronoun")]
    filled = actors or draft.targets or draft.counts
    if not (draft.noun and (draft.definite or dates)) or filled or not draft.sentence:
        return False
    following = draft.last < len(draft.view.forms) and is_finite_verb(draft.view, draft.last)
    return not following  # «الانفجار وقع …»: the subject of a verb of its own tells the event


def _measures_time(draft: Draft) -> bool:
    """«بعد خمسة أسابيع من اندلاع الحرب», «في اليوم الرابع من الهدنة»: the event only tells when another one was."""
    forms, first = draft.view.forms, draft.first
    if not draft.noun or draft.type not in _LASTING or "من" not in forms[max(0, first - 2) : first]:
        return False
    at = first - 1 if forms[first - 1] == "من" else first - 2
    return any(
        match.entry.id.startswith("unit.") for near in range(max(0, at - 2), at) for match in draft.view.matches[near]
    )


def _stands(draft: Draft) -> bool:
    """Whether a draft says enough: an unlikely, weak or referring word needs something in its slots."""
    if draft.status == "denied" and draft.type == "killing" and _says_none(draft):
        return True
    if draft.noun and draft.frame.weak and not draft.counts and _is_background(draft):
        return False
    if draft.frame.generic and draft.definite and not draft.strong:
        return False
    if draft.type == "control_status" and (_only_places(draft) or not _names_place_or_share(draft)):
        return False
    own = any(place.rule == "circumstances.place" for place in draft.places)
    if not draft.frame.harm and draft.chance < _chance_needed(draft, own):
        return False
    if draft.type == "armed_clash" and not own and _describes_fighters(draft):
        return False
    if draft.frame.weak and not draft.strong:
        parties = draft.type in PARTY_TYPES and len(draft.actors) >= 2
        return bool(draft.counts) or parties or bool(draft.actors) + bool(draft.targets) + own >= 2
    return True


def _chance_needed(draft: Draft, own_place: bool) -> float:
    """How likely an event word must be by the weights to stand with as little as is told of it."""
    filled = (own_place, bool(draft.actors), bool(draft.targets), bool(draft.counts), draft.date is not None)
    if not any(filled):
        return _ALONE
    return _REFERRING if draft.noun and draft.definite and sum(filled) <= _LITTLE else 0.0


def _describes_fighters(draft: Draft) -> bool:
    """«القوات التي تقاتل المسلحين»: a relative clause in the present tells which forces are meant."""
    present = draft.match.features.tense == "present" and not draft.noun
    return present and Clauses(draft.view).all[draft.clause].opener == "relative"


def _says_none(draft: Draft) -> bool:
    """«دون وقوع إصابات», «لم تسجل أي وفيات»: that nobody was hurt is a claim (codebook)."""
    before = draft.view.forms[max(0, draft.first - 3) : draft.first]
    return draft.frame.harm and not _NONE.isdisjoint(form.lstrip("وفلب") for form in before)


def _only_places(draft: Draft) -> bool:
    """«مناطق خاضعة لسيطرة …»: land without a name, told by its holder, only places another event (codebook)."""
    if draft.match.features.part == "verb" or draft.counts:
        return False
    before = draft.view.forms[max(0, draft.first - 2) : draft.first]
    return any(form in _LAND or form.lstrip("ول") in _LAND for form in before)


def _names_place_or_share(draft: Draft) -> bool:
    """A state of control is a claim for a share of land, or for a place that it names."""
    return bool(draft.places) or any(c.what in ("percent", "area_km2") for c in draft.counts)


def _is_background(draft: Draft) -> bool:
    """Whether a noun only gives the purpose or setting of something else («من أجل دعم …», «في ظل التقدم»)."""
    first = max(0, draft.first - 3)
    return any(draft.view.roles[at] in ("purpose", "cause") for at in range(first, draft.first))
