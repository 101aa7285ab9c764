"""Cues of status before an event word: which of them have it in their scope."""

from __future__ import annotations

from functools import lru_cache

from hudna.arabic.letters import fold
from hudna.claims.aspect import PLANNED, lifts_siege, told_as_fact
from hudna.claims.clauses import is_finite_verb
from hudna.claims.draft import Draft
from hudna.find.view import SentenceView
from hudna.lexicon.match import Match

WISHED = frozenset(
    {"ceasefire", "agreement", "talks", "release", "withdrawal", "aid", "displacement", "surrender", "deployment"}
    | {"operation", "territory_taken", "protest"}
)
"""Types that somebody may call for or refuse; «طالب بإدانة الهجوم», «رفض الحصار» speak of what is."""
BY_OR_FOR = ("ب", "ل")
DENYING_VERBS = frozenset(["لم", "لن", "لا"])
_STATUS_OF = frozenset({"denied", "future", "demanded", "possible", "ongoing"})
_BUT = frozenset(["انما", "بل", "لكن"])
_BE = frozenset(["يكون", "تكون", "يكونوا", "كان", "كانت"])
_WEAK_REACH = 2
_REACH = 6
_LASTED = frozenset(["حتي", "طوال", "طيله", "لمده", "قرابه", "ساعات", "لساعات", "ليومين", "ساعتين"])
_POINTING = frozenset(["هذا", "هذه", "تلك", "ذلك"])
_SOUGHT = 8
_LASTS = 10
"""«لا تزال البلدة محاصرة …»: so far what goes on reaches."""


def says(match: Match) -> bool:
    """Whether a match gives a status."""
    return match.entry.data.get("status") in _STATUS_OF


def governs(view: SentenceView, match: Match, draft: Draft) -> bool:
    """Whether a cue before the event word has it in its scope."""
    data = match.entry.data
    if not says(match) or (data.get("speech") and not _is_wish(match)):
        return False  # what speech does to a claim is for the voice to say
    if not _stands(view, match, draft) or not _fits(view, match, draft):
        return False
    distance = draft.first - match.last
    if data.get("status") == "ongoing" and match.features.part == "phrase" and distance > _LASTS:
        return False
    if data.get("status") == "ongoing" and match.features.tense == "past" and _came_to_end(view, draft):
        return False
    if data.get("strength") == "weak" and distance > _WEAK_REACH:
        return False
    scope = data.get("scope")
    if scope == "next_verb":
        return not draft.noun and distance <= 1
    if scope == "noun":
        return distance <= 0 and match.features.part not in ("participle", "adjective")  # these follow their noun
    if scope == "complement":
        near = distance <= _REACH and not _verb_between(view, match.last, draft)
        return near and _is_taken(view, match, draft) and not _of_complement(view, match, draft)
    return scope in ("clause", "sentence")


def _is_wish(match: Match) -> bool:
    """«الطلب الروسي بتسليم السلاح», «دعوات التهدئة»: a noun of demand governs what is demanded, whoever speaks."""
    return match.entry.data.get("section") == "demand" and match.features.part == "noun"


def is_attempt(view: SentenceView, match: Match, draft: Draft) -> bool:
    """«تسعى القوات إلى السيطرة على التلة», «في محاولة لاستعادة البلدة»: what is sought has not come about yet."""
    if match.entry.data.get("outcome") != "attempt" or not draft.noun or draft.type not in PLANNED:
        return False
    distance = draft.first - match.last
    if not 0 <= distance <= _SOUGHT or _verb_between(view, match.last, draft) or told_as_fact(view, draft):
        return False
    before = view.forms[draft.first - 1]
    led = before == "الي" or draft.match.lead.endswith("ل")
    if before in _POINTING or (view.roles[draft.first - 1] == "preposition" and not led):
        return False  # «يسعى من وراء هذه الجولة إلى …»
    if match.features.part == "noun":
        return match.first > 0 and view.forms[match.first - 1] == "في"
    return match.features.tense == "present"


def stands_before(view: SentenceView, match: Match) -> bool:
    """Whether the word after a cue leaves it a cue («يشتبه بأنه من التنظيم» doubts who somebody is)."""
    following = view.forms[match.last] if match.last < len(view.forms) else ""
    return following not in _folded(match.entry.data, "not_before")


def _stands(view: SentenceView, match: Match, draft: Draft) -> bool:
    """Whether the words around a cue and its own form leave it a cue."""
    data, features = match.entry.data, match.features
    section, status = data.get("section"), data.get("status")
    if section == "negation" and match.lead.lstrip("وف") and features.part == "phrase":
        return False  # «كما» is no negation «ما»
    if section == "doubt" and match.first and _denied_report(view, match.first):
        return False
    if not stands_before(view, match):
        return False
    following = view.forms[match.last] if match.last < len(view.forms) else ""
    if data.get("followed_by") and following not in _folded(data, "followed_by"):
        return False
    tense = data.get("needs_tense")
    told = features.tense if features.part == "verb" else draft.match.features.tense
    if tense and features.part == "noun" and draft.first - match.last > _WEAK_REACH:
        return False  # «بادرة حسن نية، على خلفية مفاوضات»
    if tense and features.part != "noun" and told != tense:
        return False
    if features.part != "noun":
        return True
    if status == "ongoing" and match.lead.endswith("ل"):
        return False  # «استعدادها لمواصلة المحادثات»
    planned = status == "future" and features.definite
    return not planned or draft.match.lead.endswith("ل")  # «تترافق هذه الاستعدادات مع مفاوضات»


def _fits(view: SentenceView, match: Match, draft: Draft) -> bool:
    """Whether an event is one that a cue can speak of, by its type and by the words that lead to it."""
    data = match.entry.data
    section, status = data.get("section"), data.get("status")
    wished = draft.type in WISHED or lifts_siege(view, draft)
    if not wished and (data.get("refuses") or (status == "demanded" and draft.noun)):
        return False
    if section == "negation" and _is_farther(view, match, draft):
        return False
    if section == "auxiliary" and draft.noun and view.roles[draft.first - 1] == "preposition":
        return False  # «هدوء استمر مع الاتفاق»
    return not (status in ("future", "demanded") and told_as_fact(view, draft))


def _folded(data: dict[str, object], key: str) -> frozenset[str]:
    words = data.get(key) or ()
    return _fold_all(tuple(str(word) for word in words)) if isinstance(words, list) else frozenset()


@lru_cache(maxsize=256)
def _fold_all(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


def _is_farther(view: SentenceView, match: Match, draft: Draft) -> bool:
    """Whether a negation does not reach a word: it is led by ب or ل after another noun, or stands after «بل»."""
    between = view.forms[match.last : draft.first]
    if any(form.lstrip("و") in _BUT for form in between):
        return True
    return draft.noun and len(between) > 1 and draft.match.lead.endswith(BY_OR_FOR)


def _came_to_end(view: SentenceView, draft: Draft) -> bool:
    """«واصلت الطائرات السبت قصف البلدة», «استمرت المعارك حتى المساء»: what went on for a time that is told."""
    by_day = draft.date is not None and draft.date.mention.kind in ("day", "weekday")
    return by_day or any(form in _LASTED for form in view.forms[draft.last : draft.last + _SOUGHT])


def _is_taken(view: SentenceView, match: Match, draft: Draft) -> bool:
    """Whether the preposition that a cue asks for brings the event: «فشل في الاقتحام», but not «فشلت الهدنة»."""
    wanted = _folded(match.entry.data, "prepositions")
    if not wanted or match.entry.data.get("section") == "auxiliary":
        return True
    lead = draft.match.lead.lstrip("وف")
    if lead in wanted or not wanted.isdisjoint(view.forms[match.last : draft.first]):
        return True
    between = (m for at in range(match.last, draft.first) for m in view.matches[at])
    return any(m.lead.lstrip("وف") in wanted or m.entry.data.get("outcome") == "attempt" for m in between)


def _of_complement(view: SentenceView, match: Match, draft: Draft) -> bool:
    """«امتنع عن التحقيق في الاغتيال»: the event only belongs to what the cue governs."""
    first = draft.first
    if not draft.noun or first - match.last < 3 or view.roles[first - 1] != "preposition":
        return False
    return view.forms[first - 2].startswith("ال")


def _denied_report(view: SentenceView, at: int) -> bool:
    """«لم ترد أنباء عن …» is no rumour."""
    return any(view.forms[back].lstrip("وف") in DENYING_VERBS for back in range(max(0, at - 2), at))


def _verb_between(view: SentenceView, first: int, draft: Draft) -> bool:
    """Whether another verb stands between, «أن يكون» apart."""
    return any(is_finite_verb(view, at) and view.forms[at] not in _BE for at in range(first, draft.first))
