"""Harm told beside what did it: the dead and the wounded of one event join its blow, fight or crash."""

from __future__ import annotations

from hudna.claims.clauses import Clauses
from hudna.claims.draft import Draft
from hudna.claims.implied import is_side
from hudna.claims.joining import MEANS, absorb_unless_sure, separated
from hudna.find.view import SentenceView

_CRASHES = frozenset({"destruction.saqata_taira", "destruction.tahattama"})
_VICTIMS_OF = "killing.rahat_dahiyya"
"""«راح ضحيتها»: the pronoun is the event before."""
_ANSWERS = frozenset(["ردا", "رد", "ردها", "رده", "انتقاما", "ثارا", "للثار", "عقابا"])
"""Words that bring what a deed answers."""
_JOINED_REACH = 4
"""How many words apart stand two means that «و» joins."""


def join_harm_to_means(view: SentenceView, drafts: list[Draft], clauses: Clauses) -> None:
    """«قتل خمسة في غارة»: harm goes into the figures and targets of the means nearest to it (codebook: rule 2)."""
    for harm in drafts:
        if harm.absorbed or not harm.frame.harm or harm.status == "denied" or _is_answered(view, harm):
            continue
        best: Draft | None = None
        for means in drafts:
            if means.absorbed or means.frame.harm:
                continue
            if separated(view, clauses, harm, means) and not _goes_on(harm, means, clauses):
                continue
            if not (means.type in MEANS or _is_crash(view, means) or _is_operation_of(view, harm, means)):
                continue
            if best is None or _nearness(harm, means) < _nearness(harm, best):
                best = means
        if best is not None:
            absorb_unless_sure(best, harm, with_actors=not best.actors)
            joined = [m for m in drafts if m is not best and _is_joined_to(m, best)]
            for means in (best, *joined):
                _take_victims(means, harm)


def _is_joined_to(means: Draft, other: Draft) -> bool:
    """«قتلوا في غارات للتحالف ومواجهات مع الجيش»: means that «و» joins to the one before them."""
    if means.absorbed or not means.noun or means.match.lead != "و" or means.clause != other.clause:
        return False
    return means.type in MEANS and 0 <= means.first - other.last <= _JOINED_REACH


def _take_victims(means: Draft, harm: Draft) -> None:
    """The harmed are targets of the means; of a fight in which one side is told they are the other."""
    for victim in harm.targets:
        means.add_target(victim)
    if means.type == "armed_clash" and len(means.actors) < 2 and not _names_both(means):
        for victim in filter(is_side, harm.targets):
            means.add_actor(victim)


def _names_both(clash: Draft) -> bool:
    """«اشتباكات بين الطرفين»: one word stands for both sides."""
    return any(f.match is not None and f.match.entry.id in ("group.طرف", "group.جانب") for f in clash.actors)


def _nearness(harm: Draft, means: Draft) -> tuple[bool, bool, int]:
    """Means of the same clause come first, then those told after the harm, then by distance.

    A verb whose subject is the event («معركة أودت بحياة …») follows its means.
    """
    behind = means.first < harm.first
    caused = harm.frame.active.get("subject") == "event"
    return harm.clause != means.clause, behind != caused, abs(means.first - harm.first)


def _goes_on(harm: Draft, means: Draft, clauses: Clauses) -> bool:
    """«قتل ثلاثة بقذائف، فيما أصيب سبعة»: harm right after a break with no place of its own is of that event."""
    clause = clauses.all[harm.clause]
    own_place = any(clause.first <= place.hit.first < clause.last for place in harm.places)
    return clause.opener == "break" and harm.clause > means.clause and harm.first - clause.first <= 2 and not own_place


def _is_operation_of(view: SentenceView, harm: Draft, draft: Draft) -> bool:
    """«أدت العمليات العسكرية إلى مقتل …», «حملة راح ضحيتها …»: harm that a word of result ties to an operation."""
    if draft.type != "operation" or not draft.noun or draft.first > harm.first or harm.clause - draft.clause > 1:
        return False
    if draft.first and view.roles[draft.first - 1] == "purpose":
        return False  # «نفذ الطيران طلعات لصالح تقدم القوات، وأدى ذلك إلى …»
    if harm.frame.entry.id == _VICTIMS_OF:
        return True
    between = range(max(0, draft.first - 2), harm.first)
    return any(match.entry.id.startswith("result.") for at in between for match in view.matches[at])


def _is_crash(view: SentenceView, draft: Draft) -> bool:
    """«قتل الطيار في تحطم طائرته»: a crash, or destruction brought by ب, في or a word of cause."""
    if draft.frame.entry.id in _CRASHES:
        return True
    before = view.roles[draft.first - 1] if draft.first else ""
    return draft.type == "destruction" and (draft.match.lead.endswith("ب") or before in ("cause", "preposition"))


def _is_answered(view: SentenceView, harm: Draft) -> bool:
    """«ردا على مقتل جندي»: harm that another event answers is not done by that event."""
    return any(view.forms[at].lstrip("وف") in _ANSWERS for at in range(max(0, harm.first - 3), harm.first))


def join_harm(view: SentenceView, drafts: list[Draft], clauses: Clauses) -> None:
    """«قتل خمسة وأصيب عشرة»: one claim with two figures."""
    first: Draft | None = None
    for draft in drafts:
        if draft.absorbed or not draft.frame.harm:
            continue
        if (
            first is None
            or separated(view, clauses, first, draft)
            or (first.frame.count == draft.frame.count and first.counts and draft.counts)
        ):
            first = draft
            continue
        absorb_unless_sure(first, draft)
