"""Words beside an event word that its entry asks for or that turn it into another matter."""

from __future__ import annotations

from functools import cache, lru_cache

from hudna.arabic.clitics import splits
from hudna.arabic.letters import fold
from hudna.claims.clauses import Clauses
from hudna.claims.frames import Frame
from hudna.find.view import SentenceView
from hudna.lexicon.match import Match

_NEEDED = 7
"""How many words after an event word a needed word may stand."""
_CANCELS = 6
"""How many words after an event word one that turns it into another matter may stand."""
_ARMED = frozenset({"state_force", "armed_group", "coalition", "force", "fighter"})
_HEAD = 3
"""How many words from an event word the head of its subject or object stands."""


@cache
def folded(words: tuple[str, ...]) -> frozenset[str]:
    """Words of an entry in the form in which words are compared."""
    return frozenset(fold(word) for word in words)


@lru_cache(maxsize=100_000)
def bare_forms(form: str) -> frozenset[str]:
    """A word and what it is without proclitics and article."""
    return frozenset({base.removeprefix("ال") for _, base in splits(form)} | {form})


def has_needed(view: SentenceView, match: Match, clauses: Clauses, frame: Frame) -> bool:
    """Whether one of the words or things that an everyday verb needs to be an event stands near it in its clause."""
    index = clauses.at(match.first)
    start = clauses.all[index].first
    if clauses.all[index].opener == "relative" and index:
        start = clauses.all[index - 1].first  # «الألغام التي زرعها»: what it is about stands before the relative
    first = match.last if frame.within else max(start, match.first - frame.before)
    last = min(len(view.forms), match.last + (frame.within or _NEEDED))
    near = [at for at in range(first, last) if at != match.first]
    if any(view.forms[at] in frame.needs or bare_forms(view.forms[at]) & frame.needs for at in near):
        return True
    return bool(frame.needs_kinds) and any(
        _is_of(reading, frame.needs_kinds)
        for at in near
        if abs(at - match.first) <= _HEAD
        for reading in view.matches[at]
    )


def _is_of(reading: Match, kinds: frozenset[str]) -> bool:
    """Whether a reading names a thing of one of some kinds, or who fights («armed»)."""
    if reading.family == "event":
        return False
    kind = str(reading.entry.data.get("kind"))
    return kind in kinds or ("armed" in kinds and kind in _ARMED)


def stands_near(view: SentenceView, match: Match, clauses: Clauses, words: frozenset[str]) -> bool:
    """Whether one of the words that turn the event into another matter follows in its clause."""
    last = min(clauses.all[clauses.at(match.first)].last, match.last + _CANCELS)
    return any(view.forms[at] in words or bare_forms(view.forms[at]) & words for at in range(match.last, last))


def cancelled(view: SentenceView, match: Match, not_before: frozenset[str], not_after: frozenset[str]) -> bool:
    """Whether a neighbouring word turns the event word into something else."""
    if not_before and match.last < len(view.forms):
        following = view.forms[match.last]
        pair = " ".join(view.forms[match.last : match.last + 2])
        if following in not_before or pair in not_before or bare_forms(following) & not_before:
            return True
    if not_after and match.first:
        before = view.forms[match.first - 1]
        if before in not_after or bare_forms(before) & not_after:
            return True
        if match.first > 1 and any(f"{base} {before}" in not_after for base in bare_forms(view.forms[match.first - 2])):
            return True
    return False
