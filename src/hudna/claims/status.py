"""Whether a claim happened, goes on, will, must, did not or is doubtful: cues of its clause and of the speech."""

from __future__ import annotations

from hudna.claims.aspect import DURABLE, by_verbs, dated_by_day, main_clause_start, told_as_fact
from hudna.claims.clauses import Clauses, is_finite_verb
from hudna.claims.cues import BY_OR_FOR, DENYING_VERBS, WISHED, governs, is_attempt, says, stands_before
from hudna.claims.draft import Draft
from hudna.claims.implied import RELATIVES
from hudna.find.view import SentenceView
from hudna.lexicon.match import Match

_NEGATING = frozenset(["لم", "لن", "لا", "ليس", "ليست", "عدم", "دون", "بدون"])
_FORCE = {"deny": "denied", "demand": "demanded", "doubt": "possible", "promise": "future", "threat": "future"}
_STATES = frozenset({"control_status", "siege"})
_EXCEPT = frozenset(["الا", "سوي"])
_CONDITIONS = frozenset(["اذا", "لو", "طالما"])
_IN_CASE = frozenset(["حال", "حاله"])
_GOING_ON = frozenset(["استمرار", "تواصل", "احتدام", "اشتداد", "تصاعد", "صمود", "ضراوه"])
_KEPT = frozenset(["التزامه", "التزامها", "التزامهم", "التزامهما"])
_AS_CONDITION = frozenset(["شرط", "ضروره", "بشرط", "شريطه", "بضروره", "عدم"])
_RATE_OF = frozenset(["وتيره", "بوتيره", "حده"])
"""«تراجعت وتيرة الهجمات»: what has a pace goes on."""
_PREDICATE = 9
"""How far after an event noun the verb may stand that says it did not come about."""
_PUT_OFF = frozenset(["ارجئت", "ارجيء", "ارجئ", "ارجات", "اجلت", "تاجلت", "تاجل", "الغيت", "الغي"])
# fmt: off
_COME_ABOUT = frozenset([
    "يحدث", "تحدث", "يقع", "تقع", "يتم", "تتم", "يطبق", "تطبق", "ينفذ", "تنفذ", "يبدا", "تبدا", "يعقد", "تعقد",
    "يجر", "تجر", "يدخل", "تدخل", "يتحقق", "تتحقق",
])
# fmt: on
_WAS = frozenset(["كان", "كانت"])
_BY_TENSE = frozenset({"", "status.present", "status.state"})
"""Rules by which only its tense tells the status of a verb."""
_UNTIL = frozenset(["حتي", "كي", "لكي", "ريثما"])
"""«حتى تنسحب القوات»: what is waited for or meant to be."""

Cue = tuple[str, str, int]
"""A status, its rule and the word that sets it."""


def set_status(
    view: SentenceView, draft: Draft, clauses: Clauses, force: str, force_cue: tuple[int, int] | None
) -> None:
    """The status of a draft from cues before it, else the force of the speech around it, cues after it, verbs."""
    cue = _cue_before(view, draft, clauses)
    if cue is None and force in _FORCE and _has_force(view, draft, clauses, force, force_cue):
        draft.status, draft.status_rule = _FORCE[force], f"status.speech.{force}"
        draft.status_span = force_cue
        return
    cue = cue or _cue_after(view, draft)
    if cue is not None:
        draft.status, draft.status_rule, position = cue
        draft.status_span = view.words[position].start, view.words[position].end
        return
    status, rule = by_verbs(view, draft, clauses)
    if status:
        draft.status, draft.status_rule = status, rule


def pass_on_status(drafts: list[Draft]) -> None:
    """«يجب الانسحاب من المناطق وتسليم السلاح»: a noun joined by و takes what a cue says of the noun before it."""
    ordered = sorted(drafts, key=lambda draft: draft.first)
    _pass_on_to_verbs([draft for draft in ordered if not draft.noun])
    before: Draft | None = None
    for draft in ordered:
        if not draft.noun:
            continue
        if before is not None and not draft.status_rule and _leads_on(draft):
            if _joined(draft.view, before.last, draft.first):
                draft.status, draft.status_rule, draft.status_span = before.status, "status.joined", before.status_span
            else:
                before = None
        if draft.status in ("demanded", "future"):
            before = draft
        elif draft.status_rule or not _leads_on(draft) or told_as_fact(draft.view, draft):
            before = None


def _pass_on_to_verbs(verbs: list[Draft]) -> None:
    """«ستغلق القوات المعبر وتحاصر البلدة»: a present joined by و to a verb of the future is to come too."""
    before: Draft | None = None
    for draft in verbs:
        present = draft.match.features.tense == "present"
        if draft.status == "future" and present:
            before = draft
        elif before is not None and present and draft.status_rule in _BY_TENSE and draft.match.lead[:1] == "و":
            draft.status, draft.status_rule, draft.status_span = "future", "status.joined", before.status_span
        else:
            before = None


def _leads_on(draft: Draft) -> bool:
    """Whether و joins an event noun to what stands before it, or a noun that governs it («والعودة إلى الحوار»)."""
    if draft.match.lead[:1] == "و":
        return True
    view, at = draft.view, draft.first - 1
    if at > 0 and view.roles[at] == "preposition":
        at -= 1
    return at > 0 and any(m.lead[:1] == "و" and m.features.part == "noun" for m in view.matches[at])


def _joined(view: SentenceView, first: int, last: int) -> bool:
    """Whether no verb but that of a relative clause stands between."""
    return not any(is_finite_verb(view, at) and view.forms[at - 1] not in RELATIVES for at in range(first, last))


def _has_force(
    view: SentenceView, draft: Draft, clauses: Clauses, force: str, force_cue: tuple[int, int] | None
) -> bool:
    """Whether what speech does to its words, it does to this event."""
    if force == "doubt":
        return True
    if force == "deny":
        return not _told_with_another(view, draft, clauses) and not (draft.noun and draft.type in _STATES)
    if not draft.noun and draft.match.features.tense == "past":
        return False
    if told_as_fact(view, draft):
        return False
    if force == "promise" and force_cue is not None and _told_between(view, draft, force_cue[1]):
        return False  # «توقع تجدد القتال مع اندلاع مواجهات»: only what is promised first is to come
    return force != "demand" or not draft.noun or draft.type in WISHED


def _told_between(view: SentenceView, draft: Draft, end: int) -> bool:
    """Whether another event is told between the speech and this one."""
    words = (at for at in range(draft.first - 1, -1, -1) if view.words[at].start >= end)
    return any(m.family == "event" for at in words for m in view.matches[at])


def _told_with_another(view: SentenceView, draft: Draft, clauses: Clauses) -> bool:
    """«نفى مقتل أحد في الغارة»: the killing is denied, not the strike."""
    first = draft.first
    if not draft.noun or not first or view.roles[first - 1] not in ("preposition", "cause", "time"):
        return False
    start = clauses.all[draft.clause].first
    return any(m.family == "event" for at in range(start, first - 1) for m in view.matches[at])


def _cue_before(view: SentenceView, draft: Draft, clauses: Clauses) -> Cue | None:
    first = draft.first
    if not draft.noun and draft.match.lead.endswith("س"):
        return "future", "status.future_prefix", first
    if not draft.noun and first and view.forms[first - 1] in _UNTIL and draft.match.features.tense == "present":
        return "future", "status.until", first - 1
    if draft.noun and draft.type in WISHED and first and view.forms[first - 1] == "حتي" and not draft.definite:
        return "demanded", "status.until", first - 1
    if (condition := _condition(view, draft, clauses)) is not None:
        return "demanded" if draft.type in WISHED else "future", "status.condition", condition
    for at in range(max(0, first - 2), first):
        if draft.noun and at < first - 1 and (is_finite_verb(view, first - 1) or draft.match.lead.endswith(BY_OR_FOR)):
            continue  # «عدم الاستخفاف بمقتل …»
        if view.forms[at].lstrip("وف") in _NEGATING and (view.roles[at] == "negation" or at == first - 1):
            return "denied", "status.negation", at
    if draft.noun and (negated := _negated_verb(view, draft, clauses.all[draft.clause].first)) is not None:
        return "denied", "status.negated_verb", negated
    if (own := _own_cue(view, draft)) is not None:
        return own
    for at in range(first - 1, main_clause_start(view, draft, clauses) - 1, -1):
        if view.taken[at] == "place":
            continue
        for match in view.matches[at]:
            if is_attempt(view, match, draft):
                return "future", f"status.{match.entry.id}", at
            if match.family == "status" and match.last <= first and governs(view, match, draft):
                status = str(match.entry.data["status"])
                if status == "ongoing" and match.lead.endswith("س"):
                    status = "future"  # «ستتواصل العملية»
                return status, f"status.{match.entry.id}", at
    return None


def _own_cue(view: SentenceView, draft: Draft) -> Cue | None:
    """Event words that say themselves that the event goes on: «صمدت الهدنة», «احتدام القتال»."""
    first = draft.first
    kept = draft.type == "ceasefire" and view.forms[first].lstrip("وفبل") in _KEPT
    if kept and (not first or view.forms[first - 1].lstrip("و") not in _AS_CONDITION):
        return "ongoing", "status.kept", first
    if draft.noun and view.forms[first].lstrip("وفبل") in _GOING_ON:
        return "ongoing", "status.going_on", first
    if draft.noun and first and view.forms[first - 1] in _RATE_OF and not dated_by_day(draft):
        return "ongoing", "status.rate_of", first - 1
    for match in view.matches[draft.first]:
        if match.family == "status" and match.entry.data.get("own") and match.last <= draft.last:
            return str(match.entry.data["status"]), f"status.{match.entry.id}", draft.first
    return None


def _condition(view: SentenceView, draft: Draft, clauses: Clauses) -> int | None:
    """«إذا انسحب المسلحون», «في حال توقف القصف», «ما لم ينسحبوا»: the word that makes an event a condition."""
    first = draft.first
    for at in range(first - 1, max(clauses.all[draft.clause].first, first - 4) - 1, -1):
        form = view.forms[at].lstrip("وف")
        if form in _CONDITIONS or (form in _IN_CASE and at and view.forms[at - 1].lstrip("و") == "في"):
            return at
        if form == "لم" and at and view.forms[at - 1].lstrip("و") in ("ما", "ان", "اذا"):
            return at - 1
        if any(m.family == "event" for m in view.matches[at]):
            return None
    return None


def _cue_after(view: SentenceView, draft: Draft) -> Cue | None:
    """An adjective of the event noun («هجوم محتمل», «الهدنة الحالية») or a doubt that the sentence ends with."""
    if (undone := _undone_after(view, draft)) is not None:
        return "denied", "status.undone", undone
    for at in range(draft.last, len(view.forms)):
        for match in view.matches[at]:
            if match.family != "status" or not says(match) or match.entry.data.get("section") == "negation":
                continue  # «أسلحة غير مرخصة» denies the adjective
            scope = match.entry.data.get("scope")
            if not stands_before(view, match):
                continue
            if match.entry.data.get("after") and draft.noun and draft.type in DURABLE and match.first - draft.last <= 3:
                return str(match.entry.data["status"]), f"status.{match.entry.id}", at
            if scope == "sentence" or (scope == "noun" and _qualifies(view, draft, match)):
                return str(match.entry.data["status"]), f"status.{match.entry.id}", at
    return None


def _undone_after(view: SentenceView, draft: Draft) -> int | None:
    """«عملية التسليم التي كانت مقررة أرجئت», «الهدنة لم تنفذ»: the verb of which the noun is the subject."""
    if not draft.noun:
        return None
    for at in range(draft.last, min(len(view.forms), draft.last + _PREDICATE)):
        form = view.forms[at]
        if form in _PUT_OFF:
            return at
        if form in DENYING_VERBS and at + 1 < len(view.forms) and view.forms[at + 1] in _COME_ABOUT:
            return at
        if form in (".", "،") or view.roles[at] == "time" or (is_finite_verb(view, at) and form not in _WAS):
            return None
    return None


def _qualifies(view: SentenceView, draft: Draft, match: Match) -> bool:
    """Whether an adjective belongs to the event noun: nothing but other adjectives or one genitive stands between."""
    if match.first - draft.last > 2 or match.lead.lstrip("وف"):
        return False
    between = range(draft.last, match.first)
    if any(view.roles[at] or is_finite_verb(view, at) or view.numbers.get(at) for at in between):
        return False
    return not any(m.family == "event" and m.features.part == "noun" for at in between for m in view.matches[at])


def _negated_verb(view: SentenceView, draft: Draft, start: int) -> int | None:
    """«لم تعلن الحركة موافقتها على الهدنة»: the negated verb of the clause denies the noun that it governs."""
    first = draft.first
    for at in range(first - 1, start - 1, -1):
        if is_finite_verb(view, at):
            negation = view.forms[at - 1].lstrip("وف") if at > start else ""
            if negation not in DENYING_VERBS or any(m.family == "event" for m in view.matches[at]):
                return None
            if any(form in _EXCEPT for form in view.forms[at + 1 : first + 5]):
                return None
            if draft.definite and draft.type not in WISHED:
                return None  # «لم تتبن جهة الهجوم»: the attack is known
            result = view.roles[at] == "result" or any(
                m.entry.data.get("section") == "result" for m in view.matches[at]
            )
            governed = view.roles[first - 1] in ("preposition", "result")
            if result:
                return at - 1 if governed else None
            between = range(at + 1, first - 2 if governed else first)
            told_between = any(m.family == "event" for other in between for m in view.matches[other])
            return None if told_between or told_as_fact(view, draft) else at - 1
    return None
