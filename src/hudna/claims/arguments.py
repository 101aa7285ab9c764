"""Tells the subject of a verb from its object by order, agreement and the endings that show case."""

from __future__ import annotations

from collections.abc import Sequence

from hudna.claims.draft import Draft
from hudna.find.agreement import case, disagrees, head_word
from hudna.find.phrase import Phrase
from hudna.find.view import SentenceView

_ACTING_KINDS = frozenset(
    {"actor", "group", "person", "fighter", "force", "leader", "aircraft", "vessel", "weapon_system", "people", "unit"}
)
_NAMED_KINDS = frozenset({"actor", "person"})
_NO_OBJECT = frozenset({"none", "means", "event", "place", "topic"})
_GAP = 4
"""Over how many words the object may stand from the subject."""
_SUBSET_WORDS = ("بين", "منهم", "منها", "احد")


def can_act(phrase: Phrase) -> bool:
    """Whether the phrase names someone or something that does things in a conflict."""
    return phrase.kind in _ACTING_KINDS


def verb_arguments(
    view: SentenceView,
    draft: Draft,
    phrases: Sequence[Phrase],
    before: Sequence[int],
    after: Sequence[int],
) -> tuple[int | None, list[int]]:
    """Indexes of the subject and of the objects among the direct phrases before and after a verb."""
    if before:
        return _subject_first(draft, phrases, before, after)
    if not after:
        return None, []
    first = after[0]
    if _takes_whatever(draft):
        return first, list(after[1:2])
    phrase = phrases[first]
    ending = _case(view, phrase)
    if ending == "object" or _is_far(view, draft, phrase):
        return None, [first]
    disagreeing = phrase.first == draft.last and disagrees(
        draft.match, head_word(view, phrase.head, phrase.lead if phrase.head == phrase.first else ""), phrase.match
    )
    if disagreeing:
        return None, [first]
    second = after[1] if len(after) > 1 and _is_object(view, phrase, phrases[after[1]]) else None
    if second is not None and not (draft.frame.harm and phrase.number is not None):
        return first, [second]
    if _acts_alone(view, draft, phrase, ending):
        return first, []
    return None, [first]


def _takes_whatever(draft: Draft) -> bool:
    """Whether the frame gives the first phrase its role, subject or not: verbs without an object."""
    active = draft.frame.active
    return active.get("subject", "actor") != "actor" or active.get("object", "none") in _NO_OBJECT


def _subject_first(
    draft: Draft, phrases: Sequence[Phrase], before: Sequence[int], after: Sequence[int]
) -> tuple[int | None, list[int]]:
    chosen = phrases[before[0]]
    if draft.match.pronoun and after and can_act(phrases[after[0]]):
        return after[0], [before[0]]
    if _takes_whatever(draft):
        return before[0], list(after[:1])
    patient = draft.frame.harm and (not chosen.is_actor or (not after and chosen.kind != "actor"))
    if patient or not (can_act(chosen) or after):
        return None, [before[0], *after[:1]]
    return before[0], list(after[:1])


def _case(view: SentenceView, phrase: Phrase) -> str:
    if phrase.match is None or phrase.number is not None:
        return ""
    return case(head_word(view, phrase.head, phrase.match.lead), phrase.match)


def _is_far(view: SentenceView, draft: Draft, phrase: Phrase) -> bool:
    """Whether a mark stands between verb and phrase."""
    return any(view.words[at].kind == "mark" for at in range(draft.last, phrase.first))


def _is_object(view: SentenceView, subject: Phrase, phrase: Phrase) -> bool:
    """Whether a second phrase stands as the object: near, in the same stretch of words, not in the subject's case."""
    if phrase.first - subject.last > _GAP or _case(view, phrase) == "subject":
        return False
    for at in range(subject.last, phrase.first):
        if view.words[at].kind == "mark" or view.forms[at].startswith(_SUBSET_WORDS):
            return False
    return phrase.kind != "time"


def _acts_alone(view: SentenceView, draft: Draft, phrase: Phrase, ending: str) -> bool:
    """Whether the only phrase after a verb is its subject, its object being a pronoun, a place or left out."""
    if phrase.number is not None or not can_act(phrase):
        return False
    if draft.match.pronoun:
        return True
    place = any(phrase.last <= p.first <= phrase.last + 1 for p in view.places if not view.roles[p.first - 1])
    if draft.frame.harm:
        return phrase.kind in _NAMED_KINDS and place
    return ending == "subject" or place or phrase.kind in _NAMED_KINDS or _is_definite(phrase)


def _is_definite(phrase: Phrase) -> bool:
    return phrase.match is not None and phrase.match.features.definite


def is_surely_active(view: SentenceView, draft: Draft, phrases: Sequence[Phrase], objects: Sequence[int]) -> bool:
    """Whether a verb without subject must have one that is left out: «هاجموا», «قتلت ثلاثة جنود»."""
    verb = draft.match
    if verb.features.number == "many" and not draft.frame.harm:
        return True
    if verb.pronoun:
        return True
    if not objects:
        return False
    phrase = phrases[objects[0]]
    if _case(view, phrase) == "object":
        return True
    word = head_word(view, phrase.head, phrase.lead if phrase.head == phrase.first else "")
    return phrase.first == draft.last and phrase.number is None and disagrees(verb, word, phrase.match)


def is_accusative(view: SentenceView, at: int) -> bool:
    """Whether an unknown word bears the alif of the indefinite accusative."""
    if at >= len(view.forms) or view.roles[at] or view.taken[at] or view.words[at].kind != "word":
        return False
    form = view.forms[at]
    known = any(m.family in ("event", "verb", "speech", "title") for m in view.matches[at])
    return (
        len(form) > 4
        and form.endswith("ا")
        and not form.endswith(("وا", "ها", "نا", "كما"))
        and not form.startswith("ال")
        and not known
    )
