"""Tells the subject of a verb from its object by order, agreement and the endings that show case."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hudna.claims.clauses import is_finite_verb
from hudna.claims.draft import Draft, Filler
from hudna.find.agreement import case, disagrees, head_word
from hudna.find.phrase import Phrase
from hudna.find.view import SentenceView

Direct = Callable[[int, int], list[int]]
_ACTING_KINDS = frozenset(
    {"actor", "group", "person", "fighter", "force", "leader", "aircraft", "vessel", "weapon_system", "people", "unit"}
)
_NAMED_KINDS = frozenset({"actor", "person"})
_NO_OBJECT = frozenset({"none", "means", "event", "place", "topic"})
_INERT_KINDS = frozenset({"area", "site", "building", "position", "number", "weapon"})
_HELD_TYPES = frozenset({"abduction", "detention", "release"})
"""Types of which a verb without an object is passive: «… قد اختطفوا أمس»."""
_EFFECT_TYPES = frozenset({"attack", "air_strike", "shelling", "explosion", "gunfire", "destruction", "killing"})
"""Types whose noun may be the subject of a verb of the same kind."""
EVENT_REACH = 5
"""Over how many words an event noun and the verb that it is the subject of stand apart."""
_WHEN_WORDS = frozenset(["حين", "حينما", "عندما", "بعدما", "حيث", "ريثما", "بينما", "فيما", "وعندما", "وحين"])
WITH_PRONOUN = frozenset(
    [
        lead + pronoun
        for lead in ("ل", "ب", "في", "علي", "من", "الي", "خلال", "ضد", "عن")
        for pronoun in ("ه", "ها", "هم", "هما")
    ]
)
"""Prepositions with their pronoun, which may stand between a verb and its subject («تصدت لها وحدات»)."""
_LONGEST_NAME = 4
_NO_NAMES = frozenset(["تحت", "فوق", "امام", "خلف", "غير", "نجل", "شقيق", "ابن", "عم", "ابناء"])
_GAP = 4
"""Over how many words the object may stand from the subject."""
_ADJUNCT_GAP = 8
"""The same where means or time stand between them."""
_MEANS_FAMILIES = frozenset({"weapon", "thing"})
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
    if draft.frame.active.get("subject") == "event":
        return None, list(after[:1])  # «معركة أودت بحياة عشرة جنود»
    follows = bool(after) and phrases[after[0]].first == draft.last
    if before and not (follows and _case(view, phrases[after[0]]) == "subject"):  # «ثم نصب المتمردون حاجزا»
        return _subject_first(draft, phrases, before, after)
    if not after:
        return None, []
    first = after[0]
    phrase = phrases[first]
    ending = _case(view, phrase)
    beside = phrase.first == draft.last or draft.match.features.number == "many"
    disagreeing = (ending != "subject" and beside) and disagrees(
        draft.match, head_word(view, phrase.head, phrase.lead if phrase.head == phrase.first else ""), phrase.match
    )
    if _takes_whatever(draft):
        acting = draft.frame.active.get("subject", "actor") == "actor"
        inert = ending == "object" or disagreeing or phrase.kind in _INERT_KINDS
        return (None, [first]) if acting and inert else (first, list(after[1:2]))
    if ending == "object" or disagreeing or _is_far(view, draft, phrase) or _has_unknown_subject(view, draft, phrase):
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
    suffers = draft.frame.harm or (draft.type in _HELD_TYPES and not after and not draft.match.pronoun)
    counted = chosen.number is not None or draft.match.features.number == "many"  # «عناصر الجيش قتلوا في …»
    patient = suffers and (not chosen.is_actor or (not after and (chosen.kind != "actor" or counted)))
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


def _has_unknown_subject(view: SentenceView, draft: Draft, phrase: Phrase) -> bool:
    """«استهدف المنفذ الموكب»: whether a word with the article that nothing reads stands right after the verb."""
    at = draft.last
    if at >= phrase.first or view.matches[at] or view.roles[at] or view.taken[at]:
        return False
    return view.forms[at].startswith("ال") and len(view.forms[at]) > 4


def _is_object(view: SentenceView, subject: Phrase, phrase: Phrase) -> bool:
    """Whether a second phrase stands as the object: near, in the same stretch of words, not in the subject's case."""
    adjunct = _is_adjunct(view, subject.last)
    if phrase.first - subject.last > (_ADJUNCT_GAP if adjunct else _GAP) or _case(view, phrase) == "subject":
        return False
    for at in range(subject.last, phrase.first):
        mark = view.words[at].kind == "mark" and view.taken[at] != "date"  # «ليل الأحد-الاثنين»
        mark = mark and not (adjunct and view.forms[at] in ("،", ","))
        if mark or view.forms[at].startswith(_SUBSET_WORDS):
            return False
    return phrase.kind != "time"


def _is_adjunct(view: SentenceView, at: int) -> bool:
    """Whether means or time stand between subject and object («قصفت القوات بالمدفعية فجرا، أحياء …»)."""
    if at >= len(view.forms):
        return False
    number = view.numbers.get(at)
    if number is not None and number.lead == "ب":
        return True
    return view.roles[at] == "time" or any(m.lead == "ب" and m.family in _MEANS_FAMILIES for m in view.matches[at])


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


def is_event_subject(view: SentenceView, event: Draft | None, draft: Draft, direct: Direct) -> bool:
    """«انفجار عبوة استهدف موكبا», «غارات للتحالف طالت القرية»: the event noun before a verb is its subject."""
    if event is None or not event.noun or event.clause != draft.clause or draft.match.lead:
        return False
    if draft.match.pronoun and draft.frame.active.get("object") != "target":
        return False  # «قذائف أطلقتها الفصائل»: the pronoun is what was fired
    if draft.type not in _EFFECT_TYPES or event.type not in _EFFECT_TYPES or draft.match.features.number == "many":
        return False
    between = range(event.last, draft.first)
    if len(between) > EVENT_REACH or any(view.words[at].kind == "mark" for at in between):
        return False
    return not direct(event.last + 1, draft.first)


def phrases_before(
    view: SentenceView, draft: Draft, phrases: Sequence[Phrase], direct: Direct, first: int, after: Sequence[int]
) -> list[int]:
    """Phrases before a verb that may be its arguments: after the last «حين» and those of an event verb before it."""
    opening = next((at + 1 for at in range(draft.first - 1, first - 1, -1) if view.forms[at] in _WHEN_WORDS), first)
    before = direct(opening, draft.first)
    if not before or not after or not can_act(phrases[after[0]]) or draft.frame.harm:
        return before
    if view.forms[draft.last] in WITH_PRONOUN:
        return []  # «معارك استعاد فيها الجيش المدينة»
    verbs = [at for at in range(opening, draft.first) if is_finite_verb(view, at)]
    told = [at for at in verbs if any(m.family == "event" for m in view.matches[at])]
    return [i for i in before if phrases[i].first > told[-1]] if told else before


def unknown_object(view: SentenceView, at: int) -> Filler | None:
    """«استهدفت تموضعا عسكريا»: an unknown word with nunation right after the verb or its subject is the object."""
    last = at
    while is_accusative(view, last):
        last += 1
    if last == at:
        return None
    return Filler(*view.surface(at, last), "roles.object", "thing")


def unknown_name(view: SentenceView, at: int) -> Filler | None:
    """«اغتيال صالح العاروري»: two or more words that nothing else reads, right where the patient stands, are a name."""
    last = at
    while last < len(view.forms) and last - at < _LONGEST_NAME and _may_be_name(view, last):
        last += 1
    if last - at < 2 or view.forms[at].startswith("ال") or view.forms[at].endswith("ه"):
        return None
    return Filler(*view.surface(at, last), "roles.name", "person")


def _may_be_name(view: SentenceView, at: int) -> bool:
    form = view.forms[at]
    plain = view.words[at].kind == "word" and not (view.roles[at] or view.taken[at] or view.matches[at])
    return plain and len(form) > 1 and form not in _NO_NAMES and not is_accusative(view, at) and form[0] not in "وفبل"


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
