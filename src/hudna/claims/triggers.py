"""Event words of a sentence that may begin a claim."""

from __future__ import annotations

from functools import cache

from hudna.arabic.clitics import splits
from hudna.arabic.letters import fold
from hudna.claims.clauses import Clauses, is_finite_verb
from hudna.claims.draft import Draft
from hudna.claims.frames import Frames
from hudna.find.view import SentenceView
from hudna.lexicon.match import Match

_HOLLOW = frozenset(["عمليه", "عمليات", "حاله", "حالات", "حادث", "حادثه", "حوادث", "اعمال", "عمل", "موجه", "سلسله"])
"""Words that only introduce the event word after them («عملية اغتيال», «حالات إطلاق نار»)."""
_TREATIES = frozenset(["اتفاق", "اتفاقا", "اتفاقيه", "صفقه", "قرار"])
"""Words that introduce a truce («اتفاق وقف العدائيات»)."""
_MOTIVES = frozenset(["ردا", "دعما", "اسنادا", "دفعا", "انتقاما", "نصره", "تحسبا", "ثارا", "هربا", "فرارا"])
"""Adverbial nouns that give the reason for another event («ردا على …», «دعما لغزة»)."""
_PERSONS = frozenset({"victim", "crowd", "fighter"})
_TOLLS = frozenset(["عدد", "حصيله", "سقوط", "ارتقاء", "وقوع", "اعداد", "مئات", "عشرات", "الاف"])
_PLAIN_PREPOSITIONS = frozenset(
    ["في", "من", "الي", "علي", "عن", "بين", "مع", "ضد", "خلال", "نحو", "داخل", "وسط", "قرب"]
)
"""Words that no finite verb follows."""
_AIMS = frozenset(["هدف", "محاوله", "محاولات", "غرض", "بغيه", "قصد", "اجل"])
_MOVES = frozenset({"operation", "attack", "deployment", "armed_clash", "air_strike"})
"""Types whose word may name a capture as its aim («زحف لتحرير المدينة»): no capture is told."""
_NEAR = 12
"""How many words apart two event words of a clause tell one event when one of them yields."""


def find_triggers(view: SentenceView, sentence: int, clauses: Clauses, frames: Frames) -> list[Draft]:
    """The event words of a sentence as drafts with empty slots, left to right."""
    found: list[Draft] = []
    sure_places = {p.first for p in view.places if p.local and p.head is None and p.certain}
    for at, matches in enumerate(view.matches):
        if not matches or view.taken[at] == "date" or at in sure_places:
            continue
        match = choose_event(view, at, [m for m in matches if _allowed(view, m, clauses, frames)])
        if match is None:
            continue
        frame = frames.of(match.entry)
        noun = match.features.part != "verb"
        draft = Draft(view, sentence, frame, match, frame.type, noun, clauses.at(at), at, match.last)
        if found and (_yields(draft, found[-1], draft) or _is_aim(view, found[-1], draft)):
            continue
        if found and found[-1].last == at and noun and _is_hollow(view, found[-1], frame.type) and not match.lead:
            draft.first = found[-1].first
            found.pop()
        elif found and _yields(found[-1], found[-1], draft):
            found.pop()
        found.append(draft)
    return found


def _is_hollow(view: SentenceView, before: Draft, kind: str) -> bool:
    """Whether the word before only introduces an event word of this type."""
    bases = _bases(view.forms[before.first])
    return bool(bases & _HOLLOW or (kind == "ceasefire" and bases & _TREATIES))


def _yields(weak: Draft, before: Draft, draft: Draft) -> bool:
    """Whether one of two neighbours is only what the other tells of («أطلقت صواريخ», «تصدت القوات لهجوم»)."""
    types = weak.match.entry.data.get("yields_to") or ()
    other = draft if weak is before else before
    near = before.clause == draft.clause and draft.first - before.last <= _NEAR
    return near and other.type in types


def _is_aim(view: SentenceView, before: Draft, draft: Draft) -> bool:
    """Whether a capture is only the aim of the move before it («هجوم بهدف السيطرة على المدينة»)."""
    if draft.type != "territory_taken" or before.type not in _MOVES or not draft.noun:
        return False
    if draft.clause - before.clause > 1 or draft.first - before.last > _NEAR:
        return False
    return draft.match.lead.endswith("ل") or bool(draft.first and _bases(view.forms[draft.first - 1]) & _AIMS)


def _kind(match: Match) -> str:
    return str(match.entry.data.get("kind")) if match.family == "thing" else ""


def _allowed(view: SentenceView, match: Match, clauses: Clauses, frames: Frames) -> bool:
    """Whether a reading is an event word that its neighbours do not cancel."""
    if match.family != "event" or match.features.part == "adjective" or match.features.tense == "imperative":
        return False
    frame = frames.of(match.entry)
    tenses = match.entry.data.get("tenses")
    if tenses and match.features.part == "verb" and match.features.tense not in tenses:
        return False
    if _only_refers(view, match) or _reads_otherwise(view, match):
        return False
    if frame.needs and not _has_needed(view, match, clauses, frame.needs):
        return False
    not_near = match.entry.data.get("not_near")
    if not_near and _stands_near(view, match, clauses, _folded(tuple(not_near))):
        return False
    return not _cancelled(view, match, frame.not_before, frame.not_after)


@cache
def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


def _only_refers(view: SentenceView, match: Match) -> bool:
    """Whether a noun tells no event: a motive («ردا على …») or people that a past event made («النازحون»)."""
    at = match.first
    if view.forms[at].removeprefix("و") in _MOTIVES:
        return True
    definite = match.features.definite or view.forms[at].lstrip("وف").startswith("لل")
    if match.features.part == "verb" or not definite:
        return False
    if all(_kind(m) not in _PERSONS for m in view.matches[at]):
        return False
    figure_end = at - 1 if at and view.forms[at - 1] == "من" else at
    counted = match.last in view.numbers or any(n.last == figure_end for n in view.numbers.values())
    return not counted and not (at and _bases(view.forms[at - 1]) & _TOLLS)


def _reads_otherwise(view: SentenceView, match: Match) -> bool:
    """Whether the form is likelier another word: «نصيب», «نصف» as verbs of «we», «وصف» as «و» and «صف»."""
    if match.features.part != "verb":
        return False
    if match.features.person == 1 and match.features.tense == "present":
        return True
    if match.first and view.forms[match.first - 1] in _PLAIN_PREPOSITIONS:
        return True
    return any(m.family == "speech" and len(m.lead) < len(match.lead) for m in view.matches[match.first])


def _stands_near(view: SentenceView, match: Match, clauses: Clauses, words: frozenset[str]) -> bool:
    """Whether one of the words that turn the event into another matter follows in its clause."""
    last = min(clauses.all[clauses.at(match.first)].last, match.last + _NEAR // 2)
    return any(view.forms[at] in words or _bases(view.forms[at]) & words for at in range(match.last, last))


def choose_event(view: SentenceView, at: int, events: list[Match]) -> Match | None:
    """The event reading of a word: that whose needed words stand by, else the first; verb or noun by position."""
    if not events or any(m.family == "actor" and m.last > events[0].last for m in view.matches[at]):
        return None
    events = [m for m in events if m.entry.data.get("needs")] or events
    if any(m.features.tense == "present" for m in events):  # «تسيطر» tells a state, «سيطرت» a change
        events = [m for m in events if m.entry.data["type"] == "control_status"] or events
    verbs = [m for m in events if m.features.part == "verb"]
    others = [m for m in events if m.features.part != "verb"]
    if verbs and others:
        return verbs[0] if _reads_as_verb(view, at, verbs[0], others[0]) else others[0]
    return (verbs or others)[0]


def _reads_as_verb(view: SentenceView, at: int, verb: Match, noun: Match) -> bool:
    if noun.lead.lstrip("وف") or noun.features.definite:
        return False
    if verb.last in view.numbers and verb.last == at + 1:
        return at == 0 or view.roles[at - 1] not in ("preposition", "cause", "result", "time")
    return is_finite_verb(view, at)


def _has_needed(view: SentenceView, match: Match, clauses: Clauses, needs: frozenset[str]) -> bool:
    """Whether one of the words that an everyday verb needs to be an event stands near it in its clause."""
    clause = clauses.all[clauses.at(match.first)]
    first = max(clause.first, match.first - 4)
    last = min(len(view.forms), match.last + 7)
    return any(
        view.forms[at] in needs or _bases(view.forms[at]) & needs for at in range(first, last) if at != match.first
    )


def _bases(form: str) -> set[str]:
    return {base.removeprefix("ال") for _, base in splits(form)} | {form}


def _cancelled(view: SentenceView, match: Match, not_before: frozenset[str], not_after: frozenset[str]) -> bool:
    """Whether a neighbouring word turns the event word into something else."""
    if not_before and match.last < len(view.forms):
        following = view.forms[match.last]
        pair = " ".join(view.forms[match.last : match.last + 2])
        if following in not_before or pair in not_before or _bases(following) & not_before:
            return True
    if not_after and match.first:
        before = view.forms[match.first - 1]
        if before in not_after or _bases(before) & not_after:
            return True
        if match.first > 1 and any(f"{base} {before}" in not_after for base in _bases(view.forms[match.first - 2])):
            return True
    return False
