"""How one event word of a sentence is joined to another, and what keeps two of them apart."""

from __future__ import annotations

from hudna.claims.clauses import Clauses
from hudna.claims.draft import Draft
from hudna.find.view import SentenceView

MEANS = frozenset({"air_strike", "shelling", "gunfire", "explosion", "attack", "armed_clash"})
SURE = 0.8
"""The chance from which an event word tells an event of its own, whatever stands beside it."""
_APART = frozenset(["فيما", "بينما", "كما", "في_حين", "لكن", "ولكن"])


def absorb(into: Draft, other: Draft, with_actors: bool = True) -> None:
    """Move the slots of one draft into another that tells the same event."""
    if with_actors:
        for actor in other.actors:
            into.add_actor(actor)
    for target in other.targets:
        into.add_target(target)
    known = {(c.what, c.value, c.start) for c in into.counts}
    into.counts.extend(c for c in other.counts if (c.what, c.value, c.start) not in known)
    places = {(id(p.view), p.hit.first) for p in into.places}
    into.places.extend(p for p in other.places if (id(p.view), p.hit.first) not in places)
    into.date = into.date or other.date
    into.strong = into.strong or other.strong or not other.frame.weak
    into.told.extend([clause_range(other), *other.told])
    into.kinds += [(other.frame.type, other.frame.entry.id), *other.kinds]
    other.absorbed = True


def absorb_unless_sure(into: Draft, other: Draft, with_actors: bool = True) -> None:
    """Absorb an event word of the sentence unless the weights are sure that it tells an event of its own."""
    if other.chance <= SURE:
        absorb(into, other, with_actors)


def clause_range(draft: Draft) -> tuple[int, int]:
    """Character offsets of the event word: the least that tells a draft."""
    return draft.view.words[draft.first].start, draft.view.words[draft.last - 1].end


def separated(view: SentenceView, clauses: Clauses, first: Draft, second: Draft) -> bool:
    """Whether a break («فيما», «بينما», «كما») stands between two event words."""
    low, high = sorted((first.clause, second.clause))
    for index in range(low + 1, high + 1):
        clause = clauses.all[index]
        if clause.opener == "stop":
            return True
        apart = clause.opener == "break" and view.forms[clause.first].removeprefix("و") in _APART
        if apart and not (first.frame.harm and _opens_with_harm(view, clause.first + 1)):
            return True
    return False


def _opens_with_harm(view: SentenceView, at: int) -> bool:
    """«قتل ستة، فيما أصيب عشرون بانفجار»: a break that only goes on with the harm."""
    near = range(at, min(at + 2, len(view.forms)))
    return any(match.entry.id.startswith("killing.") for position in near for match in view.matches[position])
