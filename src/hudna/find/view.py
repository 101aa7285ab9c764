"""A sentence as the finders see it: words without quotation marks, with lexicon readings, figures, dates and places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from hudna.arabic.dates import DateMention
from hudna.arabic.numbers import Number
from hudna.arabic.tokens import Token
from hudna.find.places import PlaceHit
from hudna.lexicon.match import Match

QUOTES = frozenset("«»\"'“”„‟‹›`´’‘*_#")
"""Marks that finders look through; quotation matters to attribution alone."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of words first…last (half-open) and what opens it: `start`, `stop`, `verb`, or a function role."""

    first: int
    last: int
    opener: str


@dataclass(slots=True)
class SentenceView:
    """One sentence. All positions are indexes into `words`; `words[i]` is the token, `forms[i]` its folded form.

    `tokens_at[i]` gives the index of word i among all tokens of the document.
    """

    text: str
    words: Sequence[Token]
    tokens_at: Sequence[int]
    forms: list[str]
    matches: list[list[Match]]
    roles: list[str]
    """The function role of the word (see function_words.yaml), or empty."""
    numbers: dict[int, Number] = field(default_factory=dict)
    """First position → number, positions within this sentence."""
    dates: list[DateMention] = field(default_factory=list)
    places: list[PlaceHit] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)
    """For each word what holds it: `date`, `number`, `place` or empty."""
    clauses: list[Clause] | None = None
    """The clauses, once `hudna.claims.clauses` has split the sentence."""
    finite: list[bool] | None = None
    """For each word whether it is a finite verb, once that is known."""

    def start(self, position: int) -> int:
        """The character offset at which a word begins."""
        return self.words[position].start

    def end(self, position: int) -> int:
        """The character offset after the word before `position`: the end of a half-open range of words."""
        return self.words[position - 1].end

    def surface(self, first: int, last: int, lead: str = "") -> tuple[int, int]:
        """Character offsets of the words first…last (half-open), without the proclitics taken off the first word."""
        return self.words[first].start + lead_length(self.words[first], self.text, lead), self.words[last - 1].end


def lead_length(token: Token, text: str, lead: str) -> int:
    """How many characters of the token's surface its proclitics take up.

    In «للتحالف» the article has lost its alef: both ل go, and the surface is the bare noun.
    """
    if not lead:
        return 0
    surface = text[token.start : token.end]
    assimilated = lead.endswith("ل") and token.form[len(lead) :].startswith("ل")
    wanted = len(lead) + assimilated
    length = 0
    for length, character in enumerate(surface, 1):  # noqa: B007 - the last value is used
        if character.isalpha():
            wanted -= 1
            if wanted == 0:
                break
    return min(length, len(surface) - 1)
