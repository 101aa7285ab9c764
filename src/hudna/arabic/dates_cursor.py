"""What every reader of dates shares: the tokens, the tables, and how a stretch found is handed on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from hudna.arabic.calendars import Days
from hudna.arabic.dates_words import TABLE, DateWord, Phrases
from hudna.arabic.numbers_value import MARGIN, Value, ValueReader
from hudna.arabic.tokens import Token

LETTERS_BEFORE_DIGITS = frozenset({"ال", "لل", "وال", "بال", "و", "ب", "ل", "ف"})


class Found(NamedTuple):
    """A date read from a token on: the index after it, its days (None when not to be reckoned) and its kind.

    `undirected` marks a window of which the words do not say whether it is past or to come («خلال يومين»);
    `anchor_end` is the last day of what «منذ» governs.
    """

    end: int
    days: Days | None
    kind: str
    undirected: bool = False
    anchor_end: date | None = None


class Cursor:
    """Looks at the tokens of one text or sentence; knows the day of publication."""

    def __init__(self, tokens: Sequence[Token], published: date | None) -> None:
        self.tokens = tokens
        self.published = published
        self.count = len(tokens)
        self.values = ValueReader(tokens)
        self.default_tail = ""

    def form(self, at: int) -> str:
        """The folded form at an index, empty outside the text."""
        return self.tokens[at].form if 0 <= at < self.count else ""

    def word(self, at: int) -> DateWord | None:
        """The word of dates at an index."""
        return TABLE.get(self.tokens[at].form) if 0 <= at < self.count else None

    def phrase(self, table: Phrases, at: int) -> tuple[int, str] | None:
        """The longest phrase of a table that begins at an index, as (the index after it, its value)."""
        for words, value in table.get(self.form(at), ()):
            if all(self.form(at + step) == word for step, word in enumerate(words)):
                return at + len(words), value
        return None

    def whole_number(self, at: int) -> int | None:
        """Plain digits at an index as a number."""
        if self.is_number(at):
            form = self.tokens[at].form
            return int(form) if form.isdigit() and len(form) <= 8 else None
        return None

    def is_number(self, at: int) -> bool:
        """Whether digits stand at an index."""
        return 0 <= at < self.count and self.tokens[at].kind == "number"

    def past_article(self, at: int) -> int:
        """The index of the digits when an article or proclitic token stands before them («الـ21»), else `at`."""
        if self.form(at) in LETTERS_BEFORE_DIGITS and self.is_number(at + 1):
            close = self.tokens[at + 1].start - self.tokens[at].end <= MARGIN
            return at + 1 if close else at
        return at

    def amount(self, at: int) -> Value | None:
        """The number in digits or words at an index, with or without an article."""
        return self.values.read(self.past_article(at))

    def touching(self, at: int) -> bool:
        """Whether the token at an index touches the one before it."""
        return 0 < at < self.count and self.tokens[at - 1].end == self.tokens[at].start
