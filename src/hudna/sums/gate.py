"""Which sentences can add to a tally, decided from the forms of their words: the others are not read into items."""

from __future__ import annotations

from collections.abc import Container, Sequence

from hudna.arabic.letters import fold
from hudna.arabic.tokens import Token
from hudna.sums.forms import Forms, Phrases
from hudna.sums.quantity import COUNTED, MUNITION

FIGURE, UNIT, SIDE, DENIAL, NONE, PARTIAL = 1, 2, 4, 8, 16, 32
"""What a word can be: a figure told in letters, a counted word, a side, a negation, «شيئا», a cue of a partial list."""
_SIDES = frozenset({"side_head", "side_name"})
_LIMIT = 200_000


class Gate:
    """Tells the sentences of one document that can add to its tallies from those that cannot."""

    def __init__(self, tokens: Sequence[Token], numbers: Container[int], forms: Forms) -> None:
        self._tokens = tokens
        self._numbers = numbers
        self._forms = forms
        self._states = frozenset(fold(name) for name in forms.side_names)

    def passes(self, first: int, last: int, *, open_totals: bool, line: bool) -> bool:
        """Whether the tokens first…last (half-open) have to be read; `open_totals`: a list may still follow a total."""
        known = self._forms.flags
        numbers = self._numbers
        found = 0
        for at in range(first, last):
            form = self._tokens[at].form
            flags = known.get(form)
            found |= self._flags(form) if flags is None else flags
            if at in numbers:
                found |= FIGURE
        if found & FIGURE and (line or open_totals or found & (UNIT | SIDE)):
            return True
        if line and open_totals and found & UNIT:
            return True
        if found & DENIAL and found & (UNIT | NONE):
            return True
        return bool((found & PARTIAL and open_totals) or self._tokens[last - 1].form == ":")

    def _flags(self, form: str) -> int:
        found = 0
        for _, phrases in self._forms.candidates(form):
            found |= _flags_of(phrases)
        if any(base in self._forms.number_words or base in self._states for base in self._forms.bases(form)):
            found |= FIGURE | SIDE
        known = self._forms.flags
        if len(known) > _LIMIT:
            known.clear()
        known[form] = found
        return found


def _flags_of(phrases: Phrases) -> int:
    found = 0
    for _, word in phrases:
        unit, roles = word.unit, word.roles
        if unit is not None and (unit.group in COUNTED or unit.id == MUNITION or "times" in roles):
            found |= UNIT | (FIGURE if word.number == "two" else 0)
        if roles & _SIDES:
            found |= SIDE
        if "negation" in roles:
            found |= DENIAL
        if "nothing" in roles or "any" in roles:
            found |= NONE
        if roles & {"partial", "rest"}:
            found |= PARTIAL
    return found
