"""Whether an event goes on, will be or is over, as verbs tell it that stand beside its noun or are the event word."""

from __future__ import annotations

import re

from hudna.claims.clauses import Clauses, is_finite_verb
from hudna.claims.draft import Draft
from hudna.find.view import SentenceView
from hudna.lexicon.types import EVENT_TYPES

_WAS = frozenset(["كان", "كانت", "كانوا", "كنا"])
_HERE_AS = frozenset(["وهو", "وهي", "وهم", "وهما"])
_RELATIVES = frozenset(["التي", "الذي", "الذين", "والتي", "والذي"])
_COMMAS = frozenset(["،", ","])
_SOME = frozenset(["بعض", "سلسله", "عده", "عددا", "عدد", "مزيدا", "المزيد", "حمله", "اعمال", "عمليات"])
_GIVEN_AS_FACT = frozenset(["رغم", "بعد", "منذ", "عقب", "اثر", "جراء", "بسبب", "قبل", "خلال", "غداه", "لدي"])
_SUBJECTED = ("خاضع", "الخاضع", "تخضع", "يخضع", "خضع")
_RELATING = frozenset(
    ["ياتي", "تاتي", "يعد", "تعد", "يعتبر", "تعتبر", "يشكل", "تشكل", "يمثل", "تمثل", "يجعل", "تجعل", "يعكس", "تعكس"]
)
"""Verbs that say how one thing stands to another and not that it goes on."""
_SOME_TIME = frozenset(["ايام", "ساعات", "اسابيع", "اشهر", "يومين", "ساعتين"])
_OTHER_SIDE = ("من", "جهه", "اخري")
_ENDED = frozenset(["رفع", "فك", "انهي", "انهت", "كسر", "رفعت", "فكت", "كسرت", "رفعوا", "كسروا", "فكوا"])
"""«فك المقاتلون الحصار»; where it is only to be lifted («لفك الحصار») it stands."""
_GOVERNORS = frozenset({"preposition", "time", "cause"})
_CUT_OFF = re.compile(
    "[وف]?(?:(?:ال)?(?:محاصر|مطوق)(?:ون|ين|ان|تان|تين)?|ال(?:محاصر|مطوق)ه|(?:ال)?(?:عالق|معزول)(?:ه|ون|ين|ان|تان|تين)?)"
)
"""How those are who are under siege; «محاصرة» without its article may be the deed."""
_TIGHTENED = frozenset(
    ["شدد", "شددت", "شددوا", "احكم", "احكمت", "احكموا", "ضرب", "ضربت", "استكمل", "استكملت", "تستكمل"]
)
"""«شددت القوات حصارها»: a change, not how things stand."""
_ELATIVE = re.compile(r"ا\w\w\w")
"""«من أعنف المعارك», «أول هجوم»."""
_WILL = ("سي", "ست", "سن")
_LONGEST_TITLE = 300
_LIFTING = frozenset(["رفع", "فك", "كسر", "انهاء", "فتح", "تخفيف"])
_STATES = frozenset({"control_status", "siege"})
DURABLE = frozenset({"control_status", "siege", "operation", "armed_clash", "deployment", "aid", "protest"})
_LASTING = DURABLE | {"ceasefire_violation", "ceasefire", "attack"}
_SUDDEN = frozenset({"explosion", "killing", "destruction", "interception", "territory_taken", "surrender"})
"""Types of which one event is over at once; only several of them go on."""
_POINT_TYPES = frozenset(EVENT_TYPES - DURABLE)
"""Types of deeds that are done in a moment: their present tense in a headline is a report of something done."""
PLANNED = frozenset(
    {"ceasefire", "agreement", "talks", "release", "withdrawal", "aid", "displacement", "territory_taken", "surrender"}
)
"""Types that a noun of purpose («لإبرام اتفاق») plans; violence named so is mostly told («تعرضت لقصف»)."""


def by_verbs(view: SentenceView, draft: Draft, clauses: Clauses) -> tuple[str, str]:
    """The status that the verbs around an event word give it, with the rule; empty when they give none."""
    if draft.noun and not _opens_as_verb(draft, clauses):
        return _of_noun(view, draft, clauses)
    if draft.noun:
        return ("ongoing", "status.present") if draft.type in DURABLE and draft.sentence else ("", "")
    if draft.first and view.roles[draft.first - 1] in _GOVERNORS:
        return "", ""  # «بعد توقف النار»: a verbal noun that looks like a verb
    past = _tense(view, draft.first) == "past" and not draft.match.pronoun
    if past or draft.match.features.tense != "present" or _put_into_past(view, draft, clauses):
        return "", ""
    if draft.type in _STATES:
        return "ongoing", "status.state"
    if in_title(draft) or (draft.type in _POINT_TYPES and dated_by_day(draft)):
        return "", ""  # a headline or a dated report tells a deed in the present
    return _present(view, draft, "status.present")


def _present(view: SentenceView, draft: Draft, rule: str) -> tuple[str, str]:
    """The present goes on, but «يقوم بزيارة خلال أيام» is still to come."""
    forms = view.forms
    for at in range(draft.last, min(draft.last + 8, len(forms) - 1)):
        if forms[at] in ("خلال", "غضون") and forms[at + 1] in _SOME_TIME:
            return "future", "status.within_time"
    return "ongoing", rule


def told_as_fact(view: SentenceView, draft: Draft) -> bool:
    """Whether a noun is the cause or the time of something else: «هددت بالرد على القصف», «بعد الهجوم»."""
    first = draft.first
    if not draft.noun or not first:
        return False
    if (
        draft.last + 1 < len(view.forms)
        and view.forms[draft.last] in _RELATIVES
        and _tense(view, draft.last + 1) == "past"
    ):
        return True  # «المواجهات التي اندلعت»
    before = view.forms[first - 1].lstrip("وف")
    if before in _GIVEN_AS_FACT or view.roles[first - 1] in ("cause", "time"):
        return True
    if before == "من" and any(
        form.lstrip("وف") in _GIVEN_AS_FACT for form in view.forms[max(0, first - 4) : first - 1]
    ):
        return True  # «بعد ساعات من القصف»
    return before == "علي" and first >= 2 and view.forms[first - 2].lstrip("وفب") in ("ردا", "الرد", "رد")


def dated_by_day(draft: Draft) -> bool:
    return draft.date is not None and draft.date.mention.kind in ("day", "weekday", "relative", "time_of_day")


def in_title(draft: Draft) -> bool:
    """Whether the sentence stands in the first line of a text of several lines, or is its first."""
    end = draft.view.text.find("\n", 0, _LONGEST_TITLE)
    return draft.sentence == 0 or draft.view.start(0) < end


def main_clause_start(view: SentenceView, draft: Draft, clauses: Clauses) -> int:
    """Where the clause of a draft begins, past a relative clause set into it: «تعاني البلاد، التي …، من حرب»."""
    number = draft.clause
    clause = clauses.all[number]
    while number and clause.opener == "relative" and _resumes(view, clause.first, draft.first):
        number -= 1
        clause = clauses.all[number]
    if number and (clause.opener == "complement" or tuple(view.forms[clause.first : clause.first + 3]) == _OTHER_SIDE):
        number -= 1  # «تشن القوات من جهة، والتحالف من جهة أخرى، غارات»
    return clauses.all[number].first


def _resumes(view: SentenceView, first: int, last: int) -> bool:
    """Whether a comma and a preposition, or a comma right before the noun, take up the clause again."""
    for at in range(first + 2, last):
        if view.forms[at] in _COMMAS and (at + 1 == last or view.roles[at + 1] == "preposition"):
            return True
    return False


def _of_noun(view: SentenceView, draft: Draft, clauses: Clauses) -> tuple[str, str]:
    if _is_state(view, draft, clauses):
        return "ongoing", "status.state"
    future = _will(view, draft, clauses)
    if future:
        return "future", future
    if in_title(draft):
        return "", ""
    verb = _governing_verb(view, draft, clauses)
    can_go_on = draft.type not in _SUDDEN or _is_plural(draft)
    present = verb is not None and _tense(view, verb) == "present"
    over = verb is not None and (_after_was(view, verb) or _of_ordinal(view, verb))
    if present and not over and can_go_on and not dated_by_day(draft):
        return _present(view, draft, "status.present_verb")
    if _present_after(view, draft) and not told_as_fact(view, draft):
        return "ongoing", "status.present_after"
    return "", ""


def _opens_as_verb(draft: Draft, clauses: Clauses) -> bool:
    """«وتقاتل القوات …»: a word that opens its clause and can be a present verb is one."""
    first = draft.first
    return first == clauses.all[draft.clause].first and any(
        m.family == "event" and m.features.tense == "present" for m in draft.view.matches[first]
    )


def _is_state(view: SentenceView, draft: Draft, clauses: Clauses) -> bool:
    """«معقل», «الحصار المفروض», «محاصرون»: words that say how things stand, unless a past verb says how they stood."""
    if draft.type == "control_status":
        share = any(count.what == "percent" for count in draft.counts)
        return not share and not _put_into_past(view, draft, clauses)
    if draft.type == "deployment" and draft.match.features.part == "participle" and not draft.definite:
        return not _put_into_past(view, draft, clauses)  # «العربات منتشرة على الجبهة»
    if draft.type != "siege" or not draft.sentence:
        return False
    part = draft.match.features.part
    named = _with_article(draft) and part in ("noun", "phrase")
    held = part == "participle" or bool(_CUT_OFF.fullmatch(view.forms[draft.first]))
    if not (named or held):
        return False
    before = view.forms[max(0, draft.first - 3) : draft.first]
    return not any(form.lstrip("وف") in _ENDED or form.lstrip("وفل") in (_WAS | _TIGHTENED) for form in before)


def lifts_siege(view: SentenceView, draft: Draft) -> bool:
    """«رفع الحصار», «فتح الطرق»: event words that end a blockade, which somebody may call for."""
    if draft.type != "siege" or not draft.noun:
        return False
    return any(form.lstrip("وفبل") in _LIFTING for form in view.forms[draft.first : draft.last])


def _with_article(draft: Draft) -> bool:
    """«الحصار», «بالحصار المفروض», «تشديد الحصار», «لفك الحصار»: a blockade that is known and stands."""
    view, first = draft.view, draft.first
    if (
        lifts_siege(view, draft)
        and not draft.match.lead.endswith("ل")
        and (not first or view.forms[first - 1] != "الي")
    ):
        return False
    told = (form.lstrip("وفب") for form in view.forms[first : draft.last])
    return any(form.startswith(("الحصار", "للحصار", "حصارها", "حصاره")) for form in told)


def _will(view: SentenceView, draft: Draft, clauses: Clauses) -> str:
    """The rule by which a noun is still to come: a verb of the future beside it, or its place as a purpose."""
    verb = _governing_verb(view, draft, clauses)
    if verb is not None and _is_future(view, verb):
        return "status.future_verb"
    after = _predicate(view, draft)
    if after is not None and _is_future(view, after):
        return "status.future_verb"
    lead = draft.match.lead or (view.forms[draft.first - 1][:1] if _led_by_masdar(view, draft.first) else "")
    if draft.type not in PLANNED or not draft.sentence or not lead.endswith("ل") or draft.definite:
        return ""
    before = [m for at in range(max(0, draft.first - 2), draft.first) for m in view.matches[at]]
    if any(m.family == "event" and m.features.part == "noun" and m.last >= draft.first - 1 for m in before):
        return ""  # «اتفاق لوقف إطلاق النار»: the two nouns are one event
    if draft.first and view.forms[draft.first - 1].endswith(("تها", "ته", "تهم")):
        return ""  # «استعادتها للسيطرة»: ل brings the object of a verbal noun
    if _done_before(view, draft, clauses.all[draft.clause].first):
        return ""
    if view.forms[draft.first].startswith("لل") or _subject_to(view, draft.first):
        return ""
    return "" if _taken_with(view, draft, "ل", clauses) else "status.purpose"


def _done_before(view: SentenceView, draft: Draft, start: int) -> bool:
    """«دخلت الشاحنات لإيصال المساعدات», «وقعا الاتفاق لوقف القتال»: a past verb has told the same event already."""
    if draft.type == "talks":
        return False  # «توجهت الوفود إلى القاهرة لمناقشة الهدنة»
    same = {draft.type, "agreement"} if draft.type == "ceasefire" else {draft.type}
    return any(
        m.family == "event" and m.features.tense == "past" and m.entry.data["type"] in same
        for at in range(start, draft.first)
        for m in view.matches[at]
    )


def _subject_to(view: SentenceView, first: int) -> bool:
    """«مناطق خاضعة لسيطرة الجيش»: ل belongs to the verb."""
    return any(form.lstrip("وف").startswith(_SUBJECTED) for form in view.forms[max(0, first - 4) : first])


def _led_by_masdar(view: SentenceView, first: int) -> bool:
    """«لإجراء محادثات»: a verbal noun with ل that carries the event noun."""
    if not first or not view.forms[first - 1].startswith("ل"):
        return False
    return any(
        m.family == "status" and m.lead.endswith("ل") and m.entry.data.get("section") in ("support", "auxiliary")
        for m in view.matches[first - 1]
    )


def _governing_verb(view: SentenceView, draft: Draft, clauses: Clauses) -> int | None:
    """The verb whose subject or object a noun is: nothing but that verb's other noun stands between."""
    first = draft.first
    lead = draft.match.lead.lstrip("وف")
    if lead and not _taken_with(view, draft, lead, clauses):
        return None
    if draft.match.lead[:1] == "و":
        return None
    at = first - 1
    while at >= 0 and (view.forms[at] in _SOME or _ELATIVE.fullmatch(view.forms[at])):
        at -= 1
    if at > 0 and view.roles[at - 1] == "preposition" and not view.forms[at].startswith("ال"):
        return None  # «يحقق في ظروف سقوط الطائرة»
    if at >= 0 and any(m.family == "status" and m.features.part == "noun" and not m.lead for m in view.matches[at]):
        return None  # «يتحصنون لتنفيذ هجمات»: the verbal noun governs the event
    if at < 0 or view.roles[at] in ("preposition", "time", "cause", "purpose", "complement", "relative", "agent"):
        return None
    start = main_clause_start(view, draft, clauses)
    verb = next((back for back in range(first - 1, start - 1, -1) if is_finite_verb(view, back)), None)
    if verb is None or any(m.family == "speech" for m in view.matches[verb]) or _told_between(view, verb, first):
        return None
    if view.forms[verb].lstrip("وف") in _RELATING or (verb and view.forms[verb - 1] in ("ان", "بان", "كي")):
        return None  # «يأتي القصف بعد …», «قبل أن يتم القصف»
    return verb


def _told_between(view: SentenceView, verb: int, first: int) -> bool:
    """Whether another event noun stands between, which the verb then governs instead."""
    return any(m.family == "event" and m.features.part != "verb" for at in range(verb, first) for m in view.matches[at])


def _taken_with(view: SentenceView, draft: Draft, lead: str, clauses: Clauses) -> bool:
    """«يقوم بعمليات», «تتعرض لقصف»: the preposition only brings the event to its verb."""
    start = clauses.all[draft.clause].first
    for at in range(draft.first - 1, start - 1, -1):
        for match in view.matches[at]:
            if match.family == "status" and match.entry.data.get("section") == "support":
                roles = match.entry.data.get("roles") or {}
                return lead in roles and roles[lead] == "event"
        if is_finite_verb(view, at):
            return False
    return False


def _predicate(view: SentenceView, draft: Draft) -> int | None:
    """The verb right after a noun and its adjectives or genitive, of which the noun is the subject."""
    for at in range(draft.last, min(draft.last + 4, len(view.forms))):
        if is_finite_verb(view, at):
            return at if view.forms[at][0] != "و" else None
        if view.forms[at] in _COMMAS or (view.roles[at] and view.roles[at] != "adverb"):
            return None
    return None


def _present_after(view: SentenceView, draft: Draft) -> bool:
    """«الاشتباكات تتواصل», «معارك يخوضها المقاتلون», «الحصار الذي تفرضه القوات»."""
    relative, lasting = False, draft.type in _LASTING or _is_plural(draft)
    for at in range(draft.last, min(draft.last + 4, len(view.forms))):
        if is_finite_verb(view, at):
            if view.forms[at][0] == "و" or _after_was(view, at) or dated_by_day(draft) or _of_ordinal(view, at):
                return False
            if relative:  # «الخروق التي تحدث»: after «التي» a form with ت can be no past
                return lasting and view.forms[at][0] in "يت" and "present" in _tenses(view, at)
            return lasting and _tense(view, at) == "present"
        if view.forms[at] in _RELATIVES:
            relative = True
            continue
        governed = view.roles[at] and view.roles[at] != "adverb"
        if view.forms[at] in _COMMAS or governed or _is_another_event(view, at):
            return False
    return False


def _is_another_event(view: SentenceView, at: int) -> bool:
    """«عملية لاستعادة مناطق تسيطر عليها …»: what follows another event belongs to that."""
    return any(m.family == "event" and m.features.part == "noun" and m.lead for m in view.matches[at])


def _is_future(view: SentenceView, at: int) -> bool:
    form = view.forms[at].lstrip("وف")
    future = form.startswith(_WILL) and any(m.lead.endswith("س") for m in view.matches[at])
    return future or (at > 0 and view.forms[at - 1].lstrip("وف") == "سوف")


def _tense(view: SentenceView, at: int) -> str | None:
    negated = at and view.roles[at - 1] == "negation"
    if negated:
        return None
    tenses = _tenses(view, at)
    return "past" if "past" in tenses else next(iter(tenses), None)  # «تعرضا» is past before it is a jussive


def _is_plural(draft: Draft) -> bool:
    return draft.match.features.number == "many"


def _tenses(view: SentenceView, at: int) -> set[str]:
    return {m.features.tense for m in view.matches[at] if m.features.part == "verb"}


def _after_was(view: SentenceView, at: int) -> bool:
    """«كانت القوات تشن هجمات»: what goes on in the past."""
    return any(view.forms[back].lstrip("وف") in _WAS for back in range(max(0, at - 6), at))


def _of_ordinal(view: SentenceView, at: int) -> bool:
    """«ثالث محافظة يخسرها», «المرة الأولى التي تشن فيها»: what is counted among deeds is done."""
    return any(n.kind == "ordinal" and n.last < at <= n.last + 3 for n in view.numbers.values())


def _put_into_past(view: SentenceView, draft: Draft, clauses: Clauses) -> bool:
    """«كانت تهاجم», «استطاعت أن تتقدم», «فروا وهم يطلقون النار», «ثالث محافظة يخسرها»."""
    clause = clauses.all[draft.clause]
    start = clauses.all[draft.clause - 1].first if clause.opener == "complement" and draft.clause else clause.first
    first = draft.first
    if clause.opener == "verb" and draft.clause and first == clause.first and view.forms[first][0] == "و":
        before = clauses.all[draft.clause - 1]
        if view.forms[before.first].lstrip("وف") in _WAS:
            return True  # «وكانت الطائرات تحلق … وتقصف»
    if first and view.forms[first - 1] in _HERE_AS:
        return any(_tense(view, at) == "past" for at in range(max(0, first - 12), first) if is_finite_verb(view, at))
    if _of_ordinal(view, first):
        return True
    if first >= 2 and _ELATIVE.fullmatch(view.forms[first - 2]) and not view.roles[first - 1]:
        return True  # «أكبر مجموعة تغادر المدينة»
    for at in range(first - 1, max(start, first - 7) - 1, -1):
        if view.forms[at].lstrip("وف") in _WAS:
            return True
        for match in view.matches[at]:
            carries = match.family == "status" and match.entry.data.get("carries") == "subject"
            if carries and match.features.tense == "past":
                return True
    return False
