"""What stands around a word, in few classes: the values of the signs that weights weigh."""

from __future__ import annotations

from hudna.find.view import SentenceView

EDGE = "^"
"""Stands for the word before the first and after the last one of a sentence."""
_STEPS = (0, 1, 2, 3, 5, 8, 12, 18, 30)


def step_of(words: int) -> int:
    """The class of a distance in words."""
    return next((number for number, limit in enumerate(_STEPS) if words <= limit), len(_STEPS))


def role_of(view: SentenceView, at: int) -> str:
    """What a word is: a preposition, its function role, what holds it, or the family of its first reading."""
    if not 0 <= at < len(view.forms):
        return EDGE
    if view.roles[at]:
        return view.forms[at].removeprefix("و") if view.roles[at] == "preposition" else view.roles[at]
    if view.taken[at]:
        return view.taken[at]
    if view.matches[at]:
        match = view.matches[at][0]
        return f"thing {match.entry.data.get('kind')}" if match.family == "thing" else match.family
    return "word" if view.words[at].kind == "word" else view.forms[at]
