"""Whether a claim happened, goes on, will, must, did not or is doubtful: cues of its clause and of the speech."""

from __future__ import annotations

from hudna.arabic.letters import fold
from hudna.claims.clauses import Clauses, is_finite_verb
from hudna.claims.draft import Draft
from hudna.find.view import SentenceView
from hudna.lexicon.match import Match
from hudna.lexicon.types import EVENT_TYPES

_NEGATING = frozenset(["لم", "لن", "لا", "ليس", "ليست", "عدم", "دون", "بدون"])
_WAS = frozenset(["كان", "كانت", "كانوا"])
_POINT_TYPES = frozenset(
    EVENT_TYPES - {"control_status", "siege", "operation", "armed_clash", "deployment", "aid", "protest"}
)
"""Types of deeds that are done in a moment: their present tense in a headline is a report of something done."""
_ONGOING_TYPES = frozenset({"control_status", "siege"})
_FORCE = {"deny": "denied", "demand": "demanded", "doubt": "possible", "promise": "future", "threat": "future"}
_STATUS_OF = frozenset({"denied", "future", "demanded", "possible", "ongoing"})


def set_status(
    view: SentenceView, draft: Draft, clauses: Clauses, force: str, force_cue: tuple[int, int] | None
) -> None:
    """The status of a draft from cues in its clause, else from the force of the speech around it."""
    cue = _cue(view, draft, clauses)
    if cue is not None:
        draft.status, draft.status_rule, position = cue
        draft.status_span = view.words[position].start, view.words[position].end
        return
    if force in _FORCE and not (force in ("promise", "threat", "demand") and _told_as_past(draft)):
        draft.status, draft.status_rule = _FORCE[force], f"status.speech.{force}"
        draft.status_span = force_cue
        return
    rule = _going_on(view, draft, clauses)
    if rule:
        draft.status, draft.status_rule = "ongoing", rule


def _going_on(view: SentenceView, draft: Draft, clauses: Clauses) -> str:
    """The rule by which an event goes on: a state or a present verb; empty when it is over."""
    tense = draft.match.features.tense
    if draft.noun:
        share = any(count.what == "percent" for count in draft.counts)
        return "status.state" if draft.type == "control_status" and not share else ""
    if tense != "present" or _past_before(view, draft, clauses):
        return ""
    if draft.type in _ONGOING_TYPES:
        return "status.state"
    if draft.type in _POINT_TYPES and (draft.sentence == 0 or _dated_by_day(draft)):
        return ""  # a headline or a dated report tells a deed in the present
    return "status.present"


def _past_before(view: SentenceView, draft: Draft, clauses: Clauses) -> bool:
    """«كانت تهاجم», «استطاعت أن تتقدم»: a past verb before the present one puts it into the past."""
    clause = clauses.all[draft.clause]
    start = clauses.all[draft.clause - 1].first if clause.opener == "complement" and draft.clause else clause.first
    for at in range(draft.first - 1, max(start, draft.first - 7) - 1, -1):
        if view.forms[at].lstrip("وف") in _WAS:
            return True
        for match in view.matches[at]:
            carries = match.family == "status" and match.entry.data.get("carries") == "subject"
            if carries and match.features.tense == "past":
                return True
    return False


def _dated_by_day(draft: Draft) -> bool:
    return draft.date is not None and draft.date.mention.kind in ("day", "weekday", "relative", "time_of_day")


def _told_as_past(draft: Draft) -> bool:
    return not draft.noun and draft.match.features.tense == "past"


def _cue(view: SentenceView, draft: Draft, clauses: Clauses) -> tuple[str, str, int] | None:
    first = draft.first
    if not draft.noun and draft.match.lead.endswith("س"):
        return "future", "status.future_prefix", first
    for at in range(max(0, first - 2), first):
        if draft.noun and at < first - 1 and is_finite_verb(view, first - 1):
            continue
        if view.forms[at].lstrip("وف") in _NEGATING and (view.roles[at] == "negation" or at == first - 1):
            return "denied", "status.negation", at
    clause = clauses.all[draft.clause]
    if draft.noun and (negated := _negated_verb(view, clause.first, first)) is not None:
        return "denied", "status.negated_verb", negated
    start = clause.first
    if clause.opener == "complement" and draft.clause:
        start = clauses.all[draft.clause - 1].first
    for at in range(first - 1, start - 1, -1):
        if view.taken[at] == "place":
            continue
        for match in view.matches[at]:
            if match.family == "status" and match.last <= first and _governs(view, match, draft, clauses):
                return str(match.entry.data["status"]), f"status.{match.entry.id}", at
    for at in range(draft.last, min(draft.last + 5, len(view.forms))):
        for match in view.matches[at]:
            if match.family == "status" and match.entry.data.get("scope") in ("noun", "sentence") and _says(match):
                return str(match.entry.data["status"]), f"status.{match.entry.id}", at
    return None


def _negated_verb(view: SentenceView, start: int, first: int) -> int | None:
    """«لم تعلن الحركة موافقتها على الهدنة»: the negated verb of the clause denies the noun that it governs."""
    for at in range(first - 1, start - 1, -1):
        if is_finite_verb(view, at):
            negation = view.forms[at - 1].lstrip("وف") if at > start else ""
            if negation not in ("لم", "لن"):
                return None
            result = view.roles[at] == "result" or any(
                m.entry.data.get("section") == "result" for m in view.matches[at]
            )
            governed = view.roles[first - 1] in ("preposition", "result")
            told_between = any(m.family == "event" for other in range(at + 1, first) for m in view.matches[other])
            return at - 1 if (governed if result else not told_between) else None
    return None


def _says(match: Match) -> bool:
    return match.entry.data.get("status") in _STATUS_OF


def _governs(view: SentenceView, match: Match, draft: Draft, clauses: Clauses) -> bool:
    """Whether a cue before the event word has it in its scope."""
    data = match.entry.data
    if match.lead.lstrip("وف") and match.features.part == "phrase" and data.get("section") == "negation":
        return False  # «كما» is no negation «ما»
    if not _says(match) or data.get("speech"):
        return False  # what speech does to a claim is for the voice to say
    following = view.forms[match.last] if match.last < len(view.forms) else ""
    if following in {fold(str(word)) for word in data.get("not_before") or ()}:
        return False
    distance = draft.first - match.last
    tense = data.get("needs_tense")
    if tense:
        told = match.features.tense if match.features.part == "verb" else draft.match.features.tense
        if told != tense:
            return False
    if data.get("strength") == "weak" and distance > 2:
        return False
    scope = data.get("scope")
    if scope == "next_verb":
        return not draft.noun and distance <= 1
    if scope == "noun":
        return distance <= 0
    if scope == "complement":
        return distance <= 6 and not _verb_between(view, match.last, draft)
    return scope in ("clause", "sentence")


def _verb_between(view: SentenceView, first: int, draft: Draft) -> bool:
    return any(is_finite_verb(view, at) for at in range(first, draft.first))
