"""Doers that Arabic leaves out of a verbal noun because the sentence has named them: «تقدم الجيش بعد تحرير البلدة»."""

from __future__ import annotations

from hudna.claims.clauses import Clause
from hudna.claims.draft import Draft, Filler
from hudna.claims.subjects import is_source
from hudna.find.view import SentenceView
from hudna.lexicon.match import Match

_WILLED_TYPES = frozenset(
    {"territory_taken", "operation", "attack", "withdrawal", "deployment", "siege", "ceasefire", "armed_clash"}
    | {"ceasefire_violation", "shelling", "air_strike", "gunfire", "detention", "abduction", "surrender"}
)
"""Types that somebody undertakes of his own will."""
_STRIKES = frozenset({"attack", "air_strike", "shelling", "gunfire"})
_ARMED_KINDS = frozenset({"state_force", "armed_group", "coalition", "force", "group", "fighter", "party"})
PASSIVE_AUXILIARIES = frozenset(["تم", "تمت", "يتم", "تتم", "سيتم", "ستتم", "جري", "جرت", "يجري", "تجري"])
"""Verbs that make a verbal noun passive («تم استهدافها»)."""
RELATIVES = frozenset(["التي", "الذي", "الذين"])
"""Relatives that an event word may itself begin with («التي تسيطر على»)."""
_NO_PREDICATES = frozenset({"destruction", "ceasefire", "siege"})
"""Types whose phrases are told of others than the subject of the clause."""
_FOREIGN_SUBJECTS = frozenset({"place", "target", "none"})
_SET_APART = frozenset({"cause", "time", "preposition"})
"""What keeps a phrase from being what the clause tells of its subject («إثر ضربات جوية»)."""
_LINKS = frozenset({"time", "purpose", "preposition"})
"""What ties a verbal noun to the deed of its clause («بعد تحرير», «بهدف السيطرة», «في مخالفة»)."""


def is_armed(match: Match | None) -> bool:
    """Whether a reading names those who fight."""
    return match is not None and match.entry.data.get("kind") in _ARMED_KINDS


def is_side(filler: Filler) -> bool:
    """Whether victims of a clash are named by their side, which so took part: «قتل خمسة من الحوثيين في اشتباكات»."""
    match = filler.match
    if match is not None and match.entry.data.get("kind") == "movement":
        return True  # «قتل سبعة حوثيين»
    if not is_armed(match) or match is None:
        return False
    return match.family == "actor" or filler.owner is not None or match.features.definite


def is_passive(view: SentenceView, draft: Draft) -> bool:
    """«تم أسرهم»: an event word that begins with the auxiliary of the passive."""
    return draft.match.features.part == "phrase" and view.forms[draft.first] in PASSIVE_AUXILIARIES


def is_predicate(view: SentenceView, draft: Draft) -> bool:
    """«استخدمت القوات الرصاص», «دفعت بتعزيزات»: a phrase that the verb of its clause tells of the subject."""
    if draft.match.features.part != "phrase" or "active" not in draft.frame.entry.data:
        return False
    if draft.type in _NO_PREDICATES or is_passive(view, draft) or view.forms[draft.first] in RELATIVES:
        return False
    before = draft.first - 1
    return before < 0 or (view.roles[before] not in _SET_APART and view.forms[before] not in PASSIVE_AUXILIARIES)


def is_implied_doer(view: SentenceView, draft: Draft, clause: Clause, subject: Filler | None) -> bool:
    """Whether the subject of the clause is the doer that a verbal noun of the same clause leaves out."""
    if subject is None or draft.frame.harm or draft.type not in _WILLED_TYPES or is_source(subject.match):
        return False
    if subject.start >= view.start(draft.first) or not is_armed(subject.match):
        return False
    if view.forms[draft.first - 1] in PASSIVE_AUXILIARIES:
        return False
    if draft.match.pronoun:
        return True
    before = view.roles[draft.first - 1]
    tied = (
        before in _LINKS
        or draft.match.lead.endswith("ل")
        or (before == "cause" and draft.type in ("armed_clash", "operation"))
    )
    if view.forms[draft.first - 1] == "عبر" and draft.first - clause.first > 1:
        return True  # «تحاول القوات التقدم … عبر السيطرة على …»: by its own doing
    tied = tied or (draft.match.lead.endswith("ب") and draft.type in _STRIKES)  # «ردت القوات بقصف …»
    if not tied or draft.match.features.part == "adjective":
        return False
    return _on_its_own_account(view, draft, clause) or not is_turned_away(view, draft, clause)


def _on_its_own_account(view: SentenceView, draft: Draft, clause: Clause) -> bool:
    """«أكدت الحركة استمرارها في قصف …»: what somebody says of his own carrying on he does."""
    between = range(clause.first, draft.first)
    return any(
        m.family == "status" and m.pronoun for at in between for m in view.matches[at] if m.features.part == "noun"
    )


def is_turned_away(view: SentenceView, draft: Draft, clause: Clause) -> bool:
    """Whether a verb between the subject of the clause and the event keeps the subject out of it («شهدت المدينة …»)."""
    return any(_turns_away(match) for at in range(clause.first, draft.first) for match in view.matches[at])


def _turns_away(match: Match) -> bool:
    """Whether a verb before the noun has its subject tell of, demand or undergo the event rather than do it."""
    if match.features.part not in ("verb", "phrase"):
        return False
    if match.family == "speech":
        return True
    data = match.entry.data
    if match.family != "status":
        return False
    roles = data.get("roles")
    return data.get("status") in ("demanded", "denied") or (
        isinstance(roles, dict) and roles.get("subject") in _FOREIGN_SUBJECTS
    )
