"""Tokens with true offsets: words, numbers, Latin words and marks."""

from __future__ import annotations

import re

from hudna.arabic.glue import breaks
from hudna.arabic.letters import fold
from hudna.arabic.normal import FoldedText, fold_with_offsets

_TOKEN = re.compile(
    r"(?P<number>[0-9]+(?:[.,٫٬'][0-9]+)*)"
    r"|(?P<word>[\u0621-\u064a\u0671-\u06d3\u06fa-\u06fc]+)"
    r"|(?P<latin>[A-Za-z\u00c0-\u024f]+)"
    r"|(?P<mark>[^\s])"
)
_KEPT_LIMIT = 200_000
_kept: dict[str, str] = {}
"""One string for all tokens of the same form: tables then find it by what it is, without comparing its letters."""


class Token:
    """One word, number or mark: its folded `form`, `start` and `end` in the original text, and its `kind`."""

    __slots__ = ("end", "form", "kind", "start")

    def __init__(self, form: str, start: int, end: int, kind: str) -> None:
        self.form = form
        self.start = start
        self.end = end
        self.kind = kind

    def __repr__(self) -> str:
        return f"Token({self.form!r}, {self.start}, {self.end}, {self.kind!r})"


def tokenise(text: str) -> list[Token]:
    """All tokens of a text, in order. `text[token.start:token.end]` is the surface of a token.

    Words that lost the space between them are told apart (`hudna.arabic.glue`).
    """
    folded = fold_with_offsets(text)
    tokens = tokenise_folded(folded)
    glued = breaks(text)
    return _cut(tokens, glued, text) if glued else tokens


def _cut(tokens: list[Token], glued: list[int], text: str) -> list[Token]:
    found: list[Token] = []
    waiting = iter([*glued, len(text) + 1])
    at = next(waiting)
    for token in tokens:
        while at <= token.start:
            at = next(waiting)
        start = token.start
        while start < at < token.end:
            found.append(Token(fold(text[start:at]), start, at, token.kind))
            start, at = at, next(waiting)
        found.append(
            token if start == token.start else Token(fold(text[start : token.end]), start, token.end, token.kind)
        )
    return found


def tokenise_folded(folded: FoldedText) -> list[Token]:
    """The tokens of an already folded text, with offsets into its original."""
    if len(_kept) > _KEPT_LIMIT:
        _kept.clear()
    same = _kept.setdefault
    found = _TOKEN.finditer(folded.text)
    if folded.origins is None:
        return [Token(same(form := m.group(), form), m.start(), m.end(), m.lastgroup or "mark") for m in found]
    original, original_end = folded.original, folded.original_end
    return [
        Token(same(form := m.group(), form), original(m.start()), original_end(m.end()), m.lastgroup or "mark")
        for m in found
    ]
