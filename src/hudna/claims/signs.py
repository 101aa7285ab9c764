"""Signs that an event word tells an event of its own: what the weights in `lexicons/weights/event_words.tsv` weigh.

A sign is a pair (kind, value), such as («before», «خلال»). Each is something that a reader of Arabic sees at the word:
its entry and form, its neighbours, its clause, the event words around it, and what the rules made of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from hudna.claims.clauses import Clauses, is_finite_verb
from hudna.claims.draft import Draft
from hudna.find.view import SentenceView
from hudna.lexicon.weights import Sign

_NEAR = 8
"""How many words before and after the event word are looked at for sides, places, weapons and figures."""
_EDGE = "^"
"""Stands for the word before the first and after the last one of a sentence."""
_TELLING = frozenset({"actor", "number", "place", "weapon", "date", "nationality"})
"""What near a word says something of its type."""


@dataclass(slots=True)
class Earlier:
    """The event words that the document has told so far, by type and by entry."""

    types: Counter[str] = field(default_factory=Counter)
    entries: Counter[str] = field(default_factory=Counter)
    manner: list[Sign] = field(default_factory=list)
    """How the document tells: see `manner`."""

    def note(self, drafts: Sequence[Draft]) -> None:
        """Remember the event words of a sentence."""
        for draft in drafts:
            self.types[draft.frame.type] += 1
            self.entries[draft.frame.entry.id] += 1


def manner(views: Sequence[SentenceView]) -> list[Sign]:
    """How a document tells: reporting names places, days, figures and speakers in most sentences, opinion in few."""
    size = max(1, len(views))
    shares = {
        "dated": sum(bool(view.dates) for view in views),
        "placed": sum(bool(view.places) for view in views),
        "counted": sum(bool(view.numbers) for view in views),
        "spoken": sum(any(m.family == "speech" for found in view.matches for m in found) for view in views),
        "eventful": sum(any(m.family == "event" for found in view.matches for m in found) for view in views),
    }
    found = [(f"{name} sentences", str(5 * count // size)) for name, count in shares.items()]
    return [*found, ("sentences", str(min(size // 5, 6)))]


def event_signs(
    view: SentenceView, clauses: Clauses, drafts: Sequence[Draft], index: int, earlier: Earlier
) -> list[Sign]:
    """The signs of one of the event words of a sentence."""
    draft = drafts[index]
    return [
        *_word_signs(draft),
        *_neighbour_signs(view, draft),
        *_nearby_signs(view, draft),
        *_clause_signs(view, clauses, draft),
        *_order_signs(drafts, index),
        *_document_signs(draft, earlier),
        *earlier.manner,
    ]


def _word_signs(draft: Draft) -> list[Sign]:
    """Its type, entry, form, and what the rules made of it."""
    features, kind = draft.match.features, draft.frame.type
    part = features.part
    found = [
        ("always", ""),
        ("type", kind),
        ("entry", draft.frame.entry.id),
        ("type,part", f"{kind} {part}"),
        ("type,rules", f"{kind} {draft.doubt}"),
        ("rules", draft.doubt),
        ("lead", draft.match.lead),
        ("type,lead", f"{kind} {draft.match.lead.lstrip('وف')}"),
        ("part,definite,number", f"{part} {draft.definite} {features.number} {features.tense}"),
        ("type,definite", f"{kind} {draft.definite}"),
    ]
    for name in ("generic", "weak", "harm"):
        if getattr(draft.frame, name):
            found.append((name, part))
    if draft.match.pronoun:
        found.append(("pronoun", part))
    return found


def _form(view: SentenceView, at: int) -> str:
    return view.forms[at] if 0 <= at < len(view.forms) else _EDGE


def _role(view: SentenceView, at: int) -> str:
    """What a neighbour is: its function role, else the families of its readings, else what holds it."""
    if not 0 <= at < len(view.forms):
        return _EDGE
    if view.roles[at]:
        return view.roles[at]
    if view.taken[at]:
        return view.taken[at]
    families = {match.family for match in view.matches[at]}
    for family in ("event", "speech", "status", "actor", "nationality", "thing", "weapon", "verb", "title"):
        if family in families:
            return family
    return "word"


def _neighbour_signs(view: SentenceView, draft: Draft) -> list[Sign]:
    """The words right before and after, and what they are."""
    kind, first, last = draft.frame.type, draft.first, draft.last
    before, after = _role(view, first - 1), _role(view, last)
    return [
        ("before", _form(view, first - 1)),
        ("before 2", _form(view, first - 2)),
        ("after", _form(view, last)),
        ("after 2", _form(view, last + 1)),
        ("role before", before),
        ("role before 2", _role(view, first - 2)),
        ("role after", after),
        ("role after 2", _role(view, last + 1)),
        ("type,role before", f"{kind} {before}"),
        ("type,role after", f"{kind} {after}"),
        ("part,roles", f"{draft.match.features.part} {before} {after}"),
    ]


def _nearby_signs(view: SentenceView, draft: Draft) -> list[Sign]:
    """What stands within some words: sides, things, weapons, figures, days, places."""
    found: set[Sign] = set()
    size = len(view.forms)
    for where, word, low, high in (
        ("near before", "word before", max(0, draft.first - _NEAR), draft.first),
        ("near after", "word after", draft.last, min(size, draft.last + _NEAR)),
    ):
        for at in range(low, high):
            found.add((word, view.forms[at]))
            if view.taken[at]:
                found.add((where, view.taken[at]))
            for match in view.matches[at]:
                if match.family in ("actor", "nationality", "weapon", "status", "speech"):
                    found.add((where, match.family))
                if match.family == "thing":
                    found.add((where, f"thing {match.entry.data.get('kind')}"))
                if match.family == "status":
                    found.add((where, match.entry.id))
    kind = draft.frame.type
    return [*found, *((f"type,{where}", f"{kind} {what}") for where, what in found if what in _TELLING)]


def _clause_signs(view: SentenceView, clauses: Clauses, draft: Draft) -> list[Sign]:
    """Where it stands: in which clause, how far into it, after which verb of speech."""
    clause = clauses.all[draft.clause]
    offset = draft.first - clause.first
    verbs = sum(is_finite_verb(view, at) for at in range(clause.first, draft.first))
    speech = next(
        (m.entry.id for at in range(draft.first - 1, -1, -1) for m in view.matches[at] if m.family == "speech"), ""
    )
    return [
        ("opener", clause.opener),
        ("opener,part", f"{clause.opener} {draft.match.features.part}"),
        ("opening word", view.forms[clause.first]),
        ("clause", str(min(draft.clause, 4))),
        ("words into clause", str(min(offset, 10))),
        ("verbs before", str(min(verbs, 3))),
        ("verbs before,part", f"{min(verbs, 2)} {draft.match.features.part}"),
        ("speech", speech),
        ("sentence", str(min(draft.sentence, 8))),
        ("length", str(min(len(view.forms) // 8, 8))),
    ]


def _order_signs(drafts: Sequence[Draft], index: int) -> list[Sign]:
    """The event words around it in its sentence."""
    draft = drafts[index]
    found = [("event words", str(min(len(drafts), 6))), ("which", str(min(index, 4)))]
    for name, other in (("event before", index - 1), ("event after", index + 1)):
        if not 0 <= other < len(drafts):
            found.append((name, _EDGE))
            continue
        near = drafts[other]
        gap = draft.first - near.last if other < index else near.first - draft.last
        same = "same clause" if near.clause == draft.clause else "other clause"
        found += [
            (name, f"{near.frame.type} {draft.frame.type}"),
            (f"{name},type", near.frame.type),
            (f"{name},gap", f"{min(max(gap, 0), 8)} {same}"),
            (f"{name},kind", f"{near.frame.type == draft.frame.type} {same} {near.frame.harm} {draft.frame.harm}"),
        ]
    return found


def _document_signs(draft: Draft, earlier: Earlier) -> list[Sign]:
    """Whether the document has told of the like before."""
    types, entries = earlier.types[draft.frame.type], earlier.entries[draft.frame.entry.id]
    noun = "noun" if draft.noun else "verb"
    return [
        ("type before", str(min(types, 4))),
        ("entry before", str(min(entries, 3))),
        ("type before,definite", f"{min(types, 2)} {draft.definite} {noun}"),
        ("type,type before", f"{draft.frame.type} {min(types, 2)} {draft.definite}"),
    ]
