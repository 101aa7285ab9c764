"""The means told beside an event word decide its type: «استهدف … بطائرة مسيرة» is an air strike (codebook: means)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hudna.arabic.clitics import splits
from hudna.claims.clauses import Clauses
from hudna.claims.draft import Draft, Filler
from hudna.find.view import SentenceView
from hudna.lexicon.match import Match

_OPEN_TYPES = frozenset({"attack", "shelling", "operation"})
"""Types of words that do not tell their means, or only that something was fired."""
_FIRED = frozenset({"air_strike", "shelling"})
_MUTUAL = frozenset({"attack", "shelling"})
_AIRCRAFT = frozenset(["طائرات", "طائره", "طيران", "مقاتلات", "مروحيات", "مسيرات", "سلاح الجو", "القوات الجويه"])
"""First words of the names of forces that fight from the air («طائرات التحالف», «سلاح الجو»)."""
BRINGING = frozenset(["عبر", "بواسطه", "باستخدام", "مستخدما", "مستخدمه", "مستخدمين", "مستعملين", "استخدام"])
"""Words that bring the means as a preposition does («عبر مسيرة», «باستخدام المدفعية»)."""
_HELP = frozenset(["بدعم", "وبدعم", "بمسانده", "باسناد", "بغطاء", "بمؤازره", "دعم", "اسناد", "مسانده"])
"""Words by which somebody only helps («بدعم من طيران التحالف»)."""
_WEAKEST = 99


def decide_type(view: SentenceView, draft: Draft, clauses: Clauses, limit: int) -> Draft | None:
    """Give an attack or shelling the type of the means told with it; the lowest rank wins.

    Two means of different types that و joins («بالطيران والمدفعية») make a second draft, which is returned.
    """
    draft.armed = bool(draft.match.entry.data.get("armed"))
    if draft.armed or draft.type not in _OPEN_TYPES:
        return _further_means(view, draft)
    if _is_mutual(view, draft):
        draft.type = "armed_clash"
        return None
    best = _WEAKEST
    clause = clauses.all[draft.clause]
    opened = draft.type
    for match in _means(view, draft, clause.first, min(clause.last, limit)):
        rank = int(match.entry.data.get("rank", 9))
        decided = str(match.entry.data["decides"])
        if opened == "shelling" and decided == "attack":
            continue
        draft.armed = True
        if match.lead == "و" and best < _WEAKEST and decided != draft.type:
            return _by(draft, match)
        if rank < best:
            best = rank
            draft.type = decided
    if best == _WEAKEST and opened != "operation" and _flies(view, draft):
        draft.type, draft.armed = "air_strike", True
    return None


def _further_means(view: SentenceView, draft: Draft) -> Draft | None:
    """«قصف جوي ومدفعي»: what و joins to a strike that tells its means is one by another means (codebook: rule 11)."""
    if draft.type not in _FIRED or not draft.noun:
        return None
    for match in (m for at in range(draft.last, min(draft.last + 2, len(view.forms))) for m in view.matches[at]):
        decided = match.entry.data.get("decides") if match.family == "weapon" else None
        if decided in _FIRED and decided != draft.type and match.lead in ("و", "وب"):
            return _by(draft, match)
    return None


def _by(draft: Draft, match: Match) -> Draft:
    """The same deed by another means, told by the word for the means."""
    decided = str(match.entry.data["decides"])
    return replace(draft, type=decided, match=match, first=match.first, last=match.last, noun=True, armed=True)


def _is_mutual(view: SentenceView, draft: Draft) -> bool:
    """«الهجمات بين الحركات والجيش»: attacks between two sides are a clash."""
    if not draft.noun or draft.type not in _MUTUAL or len(draft.actors) < 2:
        return False
    return "بين" in view.forms[draft.last : draft.last + 3]


def _means(view: SentenceView, draft: Draft, first: int, last: int) -> Iterator[Match]:
    """The weapons told with an event word, in order: brought by ب, acting or adjectives, and those joined to them."""
    acting = {f.start for f in draft.actors if _does(view, f)}
    told_to = -1
    for at in range(first, last):
        for match in view.matches[at]:
            if match.family != "weapon":
                continue
            joined = match.lead == "و" and at == told_to and match.entry.data.get("role") != "adjective"
            if joined or _tells_means(view, match, draft, acting):
                told_to = match.last
                yield match
                break


def _tells_means(view: SentenceView, match: Match, draft: Draft, acting: set[int]) -> bool:
    """A weapon brought by ب or «عبر», acting as the subject, or an adjective right after the event word."""
    role = match.entry.data.get("role")
    before = view.forms[match.first - 1] if match.first else ""
    if match.first > draft.first and (match.lead.endswith("ب") or before in BRINGING or _counted(view, match)):
        return role != "adjective"
    if draft.type == "operation":
        return False
    if draft.noun and match.lead == "ل" and match.entry.data["decides"] == "air_strike":
        return match.first - draft.last <= 4  # «قصف عنيف لطائرات النظام»
    if match.first == draft.last and not draft.noun and not match.lead and _agrees(draft, match):
        return role != "adjective"  # «قصفت طائرات المخيم»
    if draft.noun and match.first == draft.last and not match.lead and _by_aircraft(view, draft, match):
        return True  # «قصف الطائرات», «استهداف مسيرة للمخيم»
    if any(start <= view.words[match.first].start and start >= view.words[match.first].start - 1 for start in acting):
        return True
    return role in ("adjective", "both") and draft.noun and match.first == draft.last


def _by_aircraft(view: SentenceView, draft: Draft, match: Match) -> bool:
    """Whether aircraft or their bombs right after a noun act: what «استهداف» is of may be its object."""
    if match.entry.data["decides"] != "air_strike":
        return False
    whom = any(form.startswith("لل") or form == "علي" for form in view.forms[match.last : match.last + 3])
    return draft.type == "shelling" or whom


def _agrees(draft: Draft, match: Match) -> bool:
    """Whether aircraft right after a verb can be its subject: all but «الطيران» are feminine."""
    if match.entry.data["decides"] != "air_strike":
        return False  # «أطلقت صواريخ»: what is fired is no subject
    return draft.match.features.gender == "feminine" or match.entry.id == "weapon.air.tayaran"


def _counted(view: SentenceView, match: Match) -> bool:
    """«بـ16 صاروخا», «بعشرين قذيفة»: the figure before a weapon takes the «ب»."""
    number = next((n for n in view.numbers.values() if n.last == match.first), None)
    if number is None:
        return False
    return view.forms[number.first].startswith("ب") or (number.first > 0 and view.forms[number.first - 1] == "ب")


def _does(view: SentenceView, actor: Filler) -> bool:
    """Whether an actor acts itself: «بدعم من الطيران» only helps."""
    if actor.rule == "roles.preposition.support":
        return False
    at = next((i for i in range(len(view.words)) if view.words[i].end > actor.start), 0)
    return _HELP.isdisjoint(view.forms[max(0, at - 2) : at])


def _flies(view: SentenceView, draft: Draft) -> bool:
    """Whether an actor is a force of the air by its name («المقاتلات الإسرائيلية», «طيران التحالف»)."""
    for actor in draft.actors:
        at = next((i for i in range(len(view.words)) if view.words[i].end > actor.start), None)
        if at is None or view.words[at].start > actor.start + 2 or not _does(view, actor):
            continue
        bases = {base.removeprefix("ال") for _, base in splits(view.forms[at])}
        if bases & _AIRCRAFT or " ".join(view.forms[at : at + 2]) in _AIRCRAFT:
            return True
    return False
