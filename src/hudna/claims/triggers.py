"""Event words of a sentence that may begin a claim."""

from __future__ import annotations

from hudna.claims.clauses import Clauses, is_finite_verb
from hudna.claims.draft import Draft
from hudna.claims.frames import Frame, Frames
from hudna.claims.neighbours import bare_forms, cancelled, folded, has_needed, stands_near
from hudna.find.view import SentenceView
from hudna.lexicon.match import Match

_LASTING = frozenset({"siege", "detention"})
"""Types of which an adjective may tell the event by what follows it."""
_HOLLOW = frozenset(["عمليه", "عمليات", "حاله", "حالات", "حادث", "حادثه", "حوادث", "اعمال", "عمل", "موجه", "سلسله"])
"""Words that only introduce the event word after them («عملية اغتيال», «حالات إطلاق نار»)."""
_TREATIES = frozenset(["اتفاق", "اتفاقا", "اتفاقيه", "صفقه", "قرار"])
"""Words that introduce a truce («اتفاق وقف العدائيات»)."""
_MOTIVES = frozenset(["ردا", "دعما", "اسنادا", "دفعا", "انتقاما", "نصره", "تحسبا", "ثارا", "هربا", "فرارا"])
"""Adverbial nouns that give the reason for another event («ردا على …», «دعما لغزة»)."""
_CAMPAIGNS = frozenset(["معركه", "معارك", "حرب", "حمله"])
"""Nouns of which a capture after them is the aim («معركة تحرير المدينة»)."""
_SETTINGS = frozenset(["مكان", "وقت", "لحظه", "اثار", "مخلفات", "ذكري"])
"""Nouns before an event that only placed or dated something else («مكان سقوط الطائرة», «لحظة القصف»)."""
_FEARS = frozenset(["تحسبا", "استعدادا", "تاهبا", "احتياطا"])
"""Adverbial nouns before an event that may come («تحسبا لهجوم»)."""
_NEGATING = frozenset(["لم", "لن", "لا", "دون", "بدون", "عدم", "بعدم", "ليس", "نفي", "نفت", "ينفي", "تنفي", "نافيا"])
_PERSONS = frozenset({"victim", "crowd", "fighter"})
_TOLLS = frozenset(["عدد", "حصيله", "سقوط", "ارتقاء", "وقوع", "اعداد", "مئات", "عشرات", "الاف"])
_PLAIN_PREPOSITIONS = frozenset(
    ["في", "من", "الي", "علي", "عن", "بين", "مع", "ضد", "خلال", "نحو", "داخل", "وسط", "قرب"]
)
"""Words that no finite verb follows."""
_AIMS = frozenset(["هدف", "محاوله", "محاولات", "غرض", "بغيه", "قصد", "اجل"])
_WANTS = frozenset(["اجل", "بغيه", "سعيا", "طمعا", "املا", "لمنع", "منع", "دون", "تمهيدا"])
_INTENDS = frozenset(["يهدف", "تهدف", "تهدفان", "هدفها", "هدفه", "ترمي", "يرمي", "تطمح", "يطمح", "الراميه", "الهادفه"])
# fmt: off
_NEEDING = frozenset((
    "حاجه", "حاجته", "حاجتهم", "حاجتها", "حوج", "احوج", "محتاج", "محتاجين", "يحتاج", "تحتاج", "يحتاجون", "احتياج",
    "يعتمد", "تعتمد", "يعتمدون", "معتمدين", "اعتماد", "افتقار", "يفتقر", "تفتقر", "يفتقرون",
))
# fmt: on
"""Words for lacking or living on something («بحاجة إلى», «يعتمدون على»)."""
_PREPARING = frozenset(["تحضير", "تحضيرات", "استعداد", "استعدادات", "يستعد", "تستعد", "يستعدون", "تحضيراتها"])
"""Words by which a capture is only wanted or kept off."""
_MOVES = frozenset({"operation", "attack", "deployment", "armed_clash", "air_strike"})
"""Types whose word may name a capture as its aim («زحف لتحرير المدينة»): no capture is told."""
_CLEAR = 5
"""Letters from which on a verb of «we» is no other word («نسيطر»; «نصيب», «نصف» are)."""
_WHAT = frozenset(["ما", "وما", "لما", "بما", "مما", "فيما", "عما"])
_STILL = frozenset(["يزال", "تزال", "زال", "زالت", "مازال", "مازالت", "يزالون", "زالوا", "لايزال", "لاتزال"])
"""Second words of «لا تزال»: what lasts is a state in headlines too."""
_BESIDE = 4
"""How many words apart a weapon and the word that moves it stand («نشر صواريخ»)."""
_REPELLING = frozenset({"attack.tasadda", "attack.sadda"})
_STRIKES = frozenset({"attack", "air_strike", "shelling", "destruction"})
_FIGHTING = frozenset({"armed_clash", "attack", "air_strike", "shelling", "gunfire", "operation", "ceasefire"})
_NEAR = 12
"""How many words apart two event words of a clause tell one event when one of them yields."""


def find_triggers(view: SentenceView, sentence: int, clauses: Clauses, frames: Frames) -> list[Draft]:
    """The event words of a sentence as drafts with empty slots, left to right.

    Those that the rules would leave out are there too, with the reason in `doubt`.
    """
    found: list[Draft] = []
    doubted: list[Draft] = []
    sure_places = _sure_places(view)
    for at, matches in enumerate(view.matches):
        if not matches or view.taken[at] == "date" or at in sure_places:
            continue
        events = [m for m in matches if m.family == "event"]
        if not events:
            continue
        headline = not sentence and clauses.all[clauses.at(at)].opener == "start"
        match = choose_event(view, at, [m for m in events if _allowed(view, m, clauses, frames)], headline)
        doubt = "" if match is not None else "cancelled"
        match = match or choose_event(view, at, events, headline)
        if match is None:
            continue
        draft = _draft(view, sentence, clauses, frames.of(match.entry), match)
        draft.doubt = doubt or _place(view, clauses, found, doubted, draft)
        (doubted if draft.doubt else found).append(draft)
    return sorted([*found, *doubted], key=lambda draft: draft.first) if doubted else found


def _draft(view: SentenceView, sentence: int, clauses: Clauses, frame: Frame, match: Match) -> Draft:
    noun = match.features.part != "verb"
    return Draft(view, sentence, frame, match, frame.type, noun, clauses.at(match.first), match.first, match.last)


def _place(view: SentenceView, clauses: Clauses, found: list[Draft], doubted: list[Draft], draft: Draft) -> str:
    """Set an event word beside those found before it; why it is left out, or empty. It may put out one of them."""
    if draft.type == "territory_taken":
        tried = _attempt(view, draft, clauses)
        if tried and "حاول" not in tried:
            return "sought"
        if draft.noun and _is_sought(view, draft):
            return "sought"
        draft.type = "attack" if tried else draft.type
    if not found:
        return ""
    if _is_told_by(view, found[-1], draft) or any(_yields(draft, b, draft) for b in found[-3:-1]):
        return "told by"
    before = found[-1]
    if _is_campaign(view, before, draft):
        draft.first, draft.type = before.first, "operation"
        found.pop()
    elif before.last == draft.first and draft.noun and not draft.match.lead and _is_hollow(view, before, draft.type):
        draft.first = before.first
        found.pop()
    elif _yields(before, before, draft) and (before.noun or not before.frame.harm):
        before.doubt = "yields"  # a verb of harm keeps its victim for the means («تضررت سفينة بزورق مفخخ»)
        doubted.append(found.pop())
    return ""


def _sure_places(view: SentenceView) -> set[int]:
    """Positions at which a place name stands for certain, by itself or after its head («مدينة صعدة»)."""
    sure = {p.first for p in view.places if p.local and (p.head is None or p.listed) and p.certain}
    for place in view.places:
        if place.head is not None and place.places:
            sure.update(range(place.first + 1, place.last))
    return sure


def _is_hollow(view: SentenceView, before: Draft, kind: str) -> bool:
    """Whether the word before only introduces an event word of this type."""
    bases = bare_forms(view.forms[before.first])
    return bool(bases & _HOLLOW or (kind == "ceasefire" and bases & _TREATIES))


def _is_campaign(view: SentenceView, before: Draft, draft: Draft) -> bool:
    """«معركة تحرير المدينة»: the fight for a place is an operation, the capture only its aim."""
    if draft.type != "territory_taken" or not draft.noun or draft.match.lead or before.last != draft.first:
        return False
    bases = bare_forms(view.forms[before.first])
    return bool(bases & _CAMPAIGNS) or (draft.definite and "عمليه" in bases)  # «عملية التحرير»


def _yields(weak: Draft, before: Draft, draft: Draft) -> bool:
    """Whether one of two neighbours is only what the other tells of («أطلقت صواريخ», «تصدت القوات لهجوم»)."""
    types = weak.match.entry.data.get("yields_to") or ()
    other = draft if weak is before else before
    if other.type == "explosion" and weak.match.lead == "و":
        return False
    reach = _BESIDE if other.type == "deployment" else _NEAR
    near = before.clause == draft.clause and draft.first - before.last <= reach
    return near and other.type in types


def _is_told_by(view: SentenceView, before: Draft, draft: Draft) -> bool:
    """Whether a word only says what the event word before it halts, aims at or tells of."""
    told = _is_halted(before, draft) or _is_struck(before, draft) or _is_held_off(before, draft)
    return told or _yields(draft, before, draft) or _is_aim(view, before, draft)


def _is_held_off(before: Draft, draft: Draft) -> bool:
    """Whether an advance is only what is repelled («تصدت القوات لزحف …»)."""
    repelled = before.frame.entry.id in _REPELLING and before.clause == draft.clause
    return repelled and draft.type == "operation" and draft.noun and draft.match.lead == "ل"


def _is_struck(before: Draft, draft: Draft) -> bool:
    """Whether a noun only says what is struck («استهدفت الغارات تعزيزات …»)."""
    if draft.type != "deployment" or not draft.noun or before.type not in _STRIKES or draft.match.lead:
        return False
    return before.clause == draft.clause and draft.first - before.last < _BESIDE


def _is_halted(before: Draft, draft: Draft) -> bool:
    """Whether an event noun only says what is halted («وقف فوري للقصف», «توقف الهجوم»)."""
    if not before.match.entry.data.get("halts") or not draft.noun or draft.type not in _FIGHTING:
        return False
    return before.clause == draft.clause and draft.first - before.last < _BESIDE


def _is_aim(view: SentenceView, before: Draft, draft: Draft) -> bool:
    """Whether a capture is only the aim of the move before it («هجوم بهدف السيطرة على المدينة»)."""
    if draft.type != "territory_taken" or before.type not in _MOVES or not draft.noun:
        return False
    if draft.clause - before.clause > 1 or draft.first - before.last > _NEAR:
        return False
    return draft.match.lead.endswith("ل") or bool(draft.first and bare_forms(view.forms[draft.first - 1]) & _AIMS)


def _is_sought(view: SentenceView, draft: Draft) -> bool:
    """Whether a capture is only what somebody wants («من أجل السيطرة على …», «لتحرير المدينة»)."""
    before = [view.forms[at] for at in range(max(0, draft.first - 3), draft.first)]
    if draft.match.lead.endswith("ل"):
        return not any(bare_forms(form) & _PREPARING for form in before)  # «التحضيرات لتحرير القاعدة» tells a plan
    return any(form in _WANTS or form in _INTENDS for form in before)


def _attempt(view: SentenceView, draft: Draft, clauses: Clauses) -> str:
    """The word by which a capture is tried or sought («محاولة المسلحين الاستيلاء على …», «يسعى لاستعادة …»).

    What is tried is an attack (codebook); what is sought is no event.
    """
    clause = clauses.all[draft.clause]
    first = clauses.all[draft.clause - 1].first if clause.opener == "complement" and draft.clause else clause.first
    for at in range(draft.first - 1, max(first, draft.first - _NEAR // 2) - 1, -1):
        if any(m.family == "status" and m.entry.data.get("outcome") == "attempt" for m in view.matches[at]):
            return view.forms[at]
        if is_finite_verb(view, at):
            return ""
    return ""


def _kind(match: Match) -> str:
    return str(match.entry.data.get("kind")) if match.family == "thing" else ""


def _allowed(view: SentenceView, match: Match, clauses: Clauses, frames: Frames) -> bool:
    """Whether a reading is an event word that its neighbours do not cancel."""
    if match.features.tense == "imperative" or _only_describes(view, match):
        return False
    frame = frames.of(match.entry)
    tenses = match.entry.data.get("tenses")
    if tenses and match.features.part == "verb" and match.features.tense not in tenses:
        return False
    if _only_refers(view, match) or _reads_otherwise(view, match) or _only_imagined(view, match, clauses):
        return False
    if _only_needed(view, match, clauses):
        return False
    not_forms = match.entry.data.get("not_forms")
    if not_forms and view.forms[match.first] in folded(tuple(not_forms)):
        return False
    not_leads = match.entry.data.get("not_leads")
    if not_leads and match.lead[-1:] in not_leads and match.features.part == "noun":
        return False
    if match.pronoun and match.features.part == "verb" and match.entry.data.get("no_pronoun"):
        return False
    if frame.needs and not has_needed(view, match, clauses, frame):
        return False
    not_near = match.entry.data.get("not_near")
    if not_near and stands_near(view, match, clauses, folded(tuple(not_near))):
        return False
    return not cancelled(view, match, frame.not_before, frame.not_after)


def _only_describes(view: SentenceView, match: Match) -> bool:
    """Whether an adjective only stands with its noun («القوات المنتشرة»), unlike «القوات منتشرة على الحدود»."""
    if match.features.part != "adjective":
        return False
    bare = not match.features.definite and not match.lead
    if match.entry.data["type"] in _LASTING and _tells_by_whom(view.forms[match.last : match.last + 2]):
        return False
    return not bare or not match.first or view.roles[match.first - 1] == "preposition"


def _tells_by_whom(following: list[str]) -> bool:
    """«القطاع المحاصر منذ أعوام», «المطار المحاصر من قبل الجيش»: what follows tells the event."""
    return following[:1] in (["منذ"], ["لدي"]) or following == ["من", "قبل"]


def _only_imagined(view: SentenceView, match: Match, clauses: Clauses) -> bool:
    """Whether an event is only thought of: «التصدي لأي هجوم», «تحسبا لهجوم»; «لم يسجل أي خرق» denies one."""
    if match.features.part == "verb" or not match.first:
        return False
    before = view.forms[match.first - 1]
    if before in _FEARS and match.lead.endswith(("ل", "من")):
        return True
    if before.lstrip("ولب") not in ("اي", "ايه"):
        return False
    near = view.forms[max(clauses.all[clauses.at(match.first)].first, match.first - _NEAR // 2) : match.first]
    return not any(form.lstrip("وف") in _NEGATING for form in near)


def _only_needed(view: SentenceView, match: Match, clauses: Clauses) -> bool:
    """Whether aid is only what people lack: «بحاجة إلى مساعدات», «يعتمدون على المساعدات»."""
    if match.entry.data["type"] != "aid" or match.features.part == "verb" or not match.first:
        return False
    if view.forms[match.first - 1] not in ("الي", "علي") and not match.lead.endswith("ل"):
        return False
    first = max(clauses.all[clauses.at(match.first)].first, match.first - _NEAR // 2)
    return any(bare_forms(view.forms[at]) & _NEEDING for at in range(first, match.first))


def _only_refers(view: SentenceView, match: Match) -> bool:
    """Whether a noun tells no event: a motive («ردا على …») or people that a past event made («النازحون»)."""
    at = match.first
    if view.forms[at].removeprefix("و") in _MOTIVES:
        return True
    if at and match.features.part != "verb" and not match.lead and bare_forms(view.forms[at - 1]) & _SETTINGS:
        return True
    definite = match.features.definite or view.forms[at].lstrip("وف").startswith("لل")
    if match.features.part in ("verb", "adjective") or not definite:
        return False
    if all(_kind(m) not in _PERSONS for m in view.matches[at]):
        return False
    figure_end = at - 1 if at and view.forms[at - 1] == "من" else at
    counted = match.last in view.numbers or any(n.last == figure_end for n in view.numbers.values())
    return not counted and not (at and bare_forms(view.forms[at - 1]) & _TOLLS)


def _reads_otherwise(view: SentenceView, match: Match) -> bool:
    """Whether the form is likelier another word: «نصيب», «نصف» as verbs of «we», «وصف» as «و» and «صف»."""
    if match.features.part != "verb":
        return bool(match.pronoun and match.first) and _opens_relative(view, match.first - 1)
    if match.features.person == 1 and match.features.tense == "present" and len(view.forms[match.first]) < _CLEAR:
        return True
    active = match.entry.data.get("active")
    if match.pronoun and active and "object" not in active:
        return True  # a verb without object has no pronoun: «سيطرتها» is a noun
    if match.first and view.forms[match.first - 1] in _PLAIN_PREPOSITIONS:
        return True
    return any(m.family == "speech" and len(m.lead) < len(match.lead) for m in view.matches[match.first])


def _opens_relative(view: SentenceView, at: int) -> bool:
    """Whether a verb must follow a word («ما تقدمه», «التي يحررها»), so that a noun with a pronoun is none."""
    return view.roles[at] == "relative" or view.forms[at] in _WHAT


def choose_event(view: SentenceView, at: int, events: list[Match], headline: bool = False) -> Match | None:
    """The event reading of a word: that whose needed words stand by, else the first; verb or noun by position.

    A headline tells a capture in the present («الجيش يسيطر على المعبر»); elsewhere the present is a state.
    """
    if not events or any(m.family == "actor" and m.last > events[0].last for m in view.matches[at]):
        return None
    events = [m for m in events if m.entry.data.get("needs")] or events
    events = [m for m in events if m.entry.data.get("needs_within")] or events
    if any(m.features.tense == "present" for m in events):  # «تسيطر» tells a state, «سيطرت» a change
        lasting = not _STILL.isdisjoint(view.forms[max(0, at - 4) : at])
        wanted = "territory_taken" if headline and not lasting else "control_status"
        events = [m for m in events if m.entry.data["type"] == wanted] or events
    verbs = [m for m in events if m.features.part == "verb"]
    others = [m for m in events if m.features.part != "verb"]
    if verbs and others:
        return verbs[0] if _reads_as_verb(view, at, verbs[0], others[0]) else others[0]
    return (verbs or others)[0]


def _reads_as_verb(view: SentenceView, at: int, verb: Match, noun: Match) -> bool:
    if noun.lead.lstrip("وف") or noun.features.definite or _has_adjective(view, verb):
        return False
    if verb.last in view.numbers and verb.last == at + 1:
        return at == 0 or view.roles[at - 1] not in ("preposition", "cause", "result", "time")
    return is_finite_verb(view, at)


def _has_adjective(view: SentenceView, verb: Match) -> bool:
    """«قصف إسرائيلي استهدف …»: an adjective of a nation makes the word a noun; «قتل إسرائيلي» is harm to one."""
    if verb.entry.data.get("harm") or verb.last >= len(view.forms):
        return False
    return any(m.family == "nationality" and not m.lead and not m.features.definite for m in view.matches[verb.last])
