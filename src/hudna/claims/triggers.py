"""Event words of a sentence that may begin a claim."""

from __future__ import annotations

from hudna.arabic.clitics import splits
from hudna.claims.clauses import Clauses, is_finite_verb
from hudna.claims.draft import Draft
from hudna.claims.frames import Frames
from hudna.find.view import SentenceView
from hudna.lexicon.match import Match

_HOLLOW = frozenset(["عمليه", "عمليات", "حاله", "حالات", "حادث", "حادثه", "حوادث", "اعمال", "عمل", "موجه", "سلسله"])
"""Words that only introduce the event word after them («عملية اغتيال», «حالات إطلاق نار»)."""


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
        if (
            found
            and found[-1].last == at
            and noun
            and view.forms[found[-1].first].lstrip("ال") in _HOLLOW
            and not match.lead
        ):
            draft.first = found[-1].first
            found.pop()
        found.append(draft)
    return found


def _allowed(view: SentenceView, match: Match, clauses: Clauses, frames: Frames) -> bool:
    """Whether a reading is an event word that its neighbours do not cancel."""
    if match.family != "event" or match.features.part == "adjective" or match.features.tense == "imperative":
        return False
    frame = frames.of(match.entry)
    tenses = match.entry.data.get("tenses")
    if tenses and match.features.part == "verb" and match.features.tense not in tenses:
        return False
    if frame.needs and not _has_needed(view, match, clauses, frame.needs):
        return False
    return not _cancelled(view, match, frame.not_before, frame.not_after)


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
    return False
