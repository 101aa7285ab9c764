"""Signs that an event word tells an event of its own: what the weights in `lexicons/weights/event_words.tsv` weigh.

A sign is a pair (kind, value), such as («before», «خلال»). Each is something that a reader of Arabic sees at the word:
its entry and form, its neighbours, its clause, the event words around it, and what the rules made of it. Kinds that did
not help on texts that the weights were not learned from are not among them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from hudna.claims.clauses import Clauses, is_finite_verb
from hudna.claims.draft import Draft
from hudna.claims.surroundings import EDGE
from hudna.find.view import SentenceView
from hudna.lexicon.weights import ALWAYS, Sign

_NEAR = 8
"""How many words before and after the event word are looked at for sides, places, weapons and figures."""
_TELLING = frozenset({"actor", "number", "place", "weapon", "date", "nationality"})
"""What near a word says something of its type."""
_SEEN_NEAR = frozenset({"actor", "nationality", "weapon", "status", "speech"})
_FAMILIES = ("event", "speech", "status", "actor", "nationality", "thing", "weapon", "verb", "title")
"""Families of readings, that which tells most first."""


def event_signs(
    view: SentenceView, clauses: Clauses, drafts: Sequence[Draft], index: int, earlier: Counter[str]
) -> list[Sign]:
    """The signs of one of the event words of a sentence; `earlier` counts the entries of those told before it."""
    draft = drafts[index]
    return [
        *_word_signs(draft),
        *_neighbour_signs(view, draft),
        *_nearby_signs(view, draft),
        *_clause_signs(view, clauses, draft),
        *_order_signs(drafts, index),
        ("entry before", str(min(earlier[draft.frame.entry.id], 3))),
    ]


def _word_signs(draft: Draft) -> list[Sign]:
    """Its type, entry, form, and what the rules made of it."""
    features, kind, lead = draft.match.features, draft.frame.type, draft.match.lead
    part = features.part
    found = [
        ALWAYS,
        ("entry", draft.frame.entry.id),
        ("type,part", f"{kind} {part}"),
        ("type,rules", f"{kind} {draft.doubt}"),
        ("rules", draft.doubt),
        ("lead", lead),
        ("type,lead", f"{kind} {lead.lstrip('وف')}"),
        ("part,definite,number", f"{part} {draft.definite} {features.number} {features.tense}"),
    ]
    for name in ("generic", "weak", "harm"):
        if getattr(draft.frame, name):
            found.append((name, part))
    return found


def _form(view: SentenceView, at: int) -> str:
    return view.forms[at] if 0 <= at < len(view.forms) else EDGE


def _role(view: SentenceView, at: int) -> str:
    """What a neighbour is: its function role, else what holds it, else the family of its readings that tells most."""
    if not 0 <= at < len(view.forms):
        return EDGE
    held = view.roles[at] or view.taken[at]
    if held:
        return held
    families = {match.family for match in view.matches[at]}
    return next((family for family in _FAMILIES if family in families), "word") if families else "word"


def _neighbour_signs(view: SentenceView, draft: Draft) -> list[Sign]:
    """The words right before and after, and what they are."""
    kind, first, last = draft.frame.type, draft.first, draft.last
    before, after = _role(view, first - 1), _role(view, last)
    return [
        ("before", _form(view, first - 1)),
        ("after", _form(view, last)),
        ("after 2", _form(view, last + 1)),
        ("role before", before),
        ("role before 2", _role(view, first - 2)),
        ("role after 2", _role(view, last + 1)),
        ("type,role before", f"{kind} {before}"),
        ("type,role after", f"{kind} {after}"),
        ("part,roles", f"{draft.match.features.part} {before} {after}"),
    ]


def _nearby_signs(view: SentenceView, draft: Draft) -> list[Sign]:
    """The words within some distance, and what stands there: sides, things, weapons, figures, days, places."""
    kind, size = draft.frame.type, len(view.forms)
    before = range(max(0, draft.first - _NEAR), draft.first)
    after = range(draft.last, min(size, draft.last + _NEAR))
    told_before, told_after = _told(view, before), _told(view, after)
    return [
        *{("word before", view.forms[at]) for at in before},
        *{("word after", view.forms[at]) for at in after},
        *(("near after", what) for what in told_after),
        *(("type,near before", f"{kind} {what}") for what in told_before & _TELLING),
        *(("type,near after", f"{kind} {what}") for what in told_after & _TELLING),
    ]


def _told(view: SentenceView, places: range) -> set[str]:
    """What stands at these words: families of readings, kinds of things, words of status, figures, days, places."""
    found = {view.taken[at] for at in places if view.taken[at]}
    for at in places:
        for match in view.matches[at]:
            if match.family in _SEEN_NEAR:
                found.add(match.family)
            if match.family == "thing":
                found.add(f"thing {match.entry.data.get('kind')}")
            elif match.family == "status":
                found.add(match.entry.id)
    return found


def _clause_signs(view: SentenceView, clauses: Clauses, draft: Draft) -> list[Sign]:
    """Where it stands: in which clause, after how many verbs, after which verb of speech."""
    clause = clauses.all[draft.clause]
    verbs = sum(is_finite_verb(view, at) for at in range(clause.first, draft.first))
    speech = next(
        (m.entry.id for at in range(draft.first - 1, -1, -1) for m in view.matches[at] if m.family == "speech"), ""
    )
    return [
        ("opener", clause.opener),
        ("clause", str(min(draft.clause, 4))),
        ("verbs before,part", f"{min(verbs, 2)} {draft.match.features.part}"),
        ("speech", speech),
        ("length", str(min(len(view.forms) // 8, 8))),
    ]


def _order_signs(drafts: Sequence[Draft], index: int) -> list[Sign]:
    """The event words around it in its sentence."""
    draft = drafts[index]
    found = [("event words", str(min(len(drafts), 6))), ("which", str(min(index, 4)))]
    if not index:
        found.append(("event before", EDGE))
    else:
        near = drafts[index - 1]
        same = "same clause" if near.clause == draft.clause else "other clause"
        found += [
            ("event before", f"{near.frame.type} {draft.frame.type}"),
            ("event before,type", near.frame.type),
            ("event before,gap", f"{min(max(draft.first - near.last, 0), 8)} {same}"),
        ]
    if index + 1 == len(drafts):
        found.append(("event after", EDGE))
    else:
        near = drafts[index + 1]
        found.append(("event after", f"{near.frame.type} {draft.frame.type}"))
    return found
