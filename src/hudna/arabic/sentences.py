"""Sentences as ranges of tokens."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hudna.arabic.tokens import Token

ENDS = frozenset(".!?؟…")
CLOSERS = frozenset("»\"”’')]}›")
SOFT_ENDS = frozenset("؛،;,")

SOFT_LIMIT = 120
"""Tokens after which a sentence without a stop is split at the next semicolon or comma."""
HARD_LIMIT = 400
"""Tokens after which it is split wherever it is."""

_LINE_BREAK = re.compile("[\n\r\u2028\u2029\u0085\x0b\x0c]")
_LETTER_TITLES = frozenset("دامصقبنه")
_WORD_TITLES = frozenset({"Dr", "Mr", "Mrs", "Ms", "St", "vs", "No", "Gen", "Col"})


def sentences(text: str, tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """The sentences of a text as half-open ranges of token indexes, in order and without gaps.

    A sentence ends at a stop (with the closing quotes and brackets right after it) and at every line break, so a
    headline is a sentence of its own. Runs on without a stop are split softly, which keeps any text linear.
    """
    found: list[tuple[int, int]] = []
    breaks = [match.start() for match in _LINE_BREAK.finditer(text)]
    breaks.append(len(text) + 1)
    next_break = 0
    first = 0
    at = 0
    count = len(tokens)
    while at < count:
        token = tokens[at]
        if token.start > breaks[next_break]:
            if at > first:
                found.append((first, at))
                first = at
            while token.start > breaks[next_break]:
                next_break += 1
        if token.kind == "mark" and token.form in ENDS and not _inside(tokens, first, at):
            at = _after_stop(tokens, at, breaks[next_break])
            found.append((first, at))
            first = at
            continue
        at += 1
        if at - first >= SOFT_LIMIT and (token.form in SOFT_ENDS or at - first >= HARD_LIMIT):
            found.append((first, at))
            first = at
    if first < count:
        found.append((first, count))
    return found


def _after_stop(tokens: Sequence[Token], at: int, line_break: int) -> int:
    """The index after a stop, the stops that follow it, and the quotes and brackets that it closes."""
    end = at + 1
    while end < len(tokens) and tokens[end].form in ENDS and tokens[end].start < line_break:
        end += 1
    while end < len(tokens) and tokens[end].form in CLOSERS and tokens[end].start == tokens[end - 1].end:
        end += 1
    return end


def _inside(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether the full stop at `at` belongs to an abbreviation, an address or a list number and ends nothing."""
    if tokens[at].form != "." or at == first or at + 1 >= len(tokens):
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    if before.end != tokens[at].start or after.form in ENDS:
        return False
    touching = after.start == tokens[at].end
    if before.kind == "number":
        return at - 1 == first and after.kind == "word"
    if before.kind == "latin":
        return (touching and after.kind in ("latin", "number")) or before.form in _WORD_TITLES
    if before.kind == "word" and touching and after.kind == "number":
        return _stands_alone(tokens, at + 1)  # «حلب.3 ودرعا.1»
    if before.kind != "word" or len(before.form) > 1:
        return False
    if (touching and after.kind == "word") or _is_letter(after):
        return True  # «(د. ب. أ)»
    alone = at - 2 < first or (not _is_letter(tokens[at - 2]) and tokens[at - 2].form != ".")
    return before.form in _LETTER_TITLES and alone and after.kind == "word"


def _stands_alone(tokens: Sequence[Token], at: int) -> bool:
    """Whether a figure counts nothing that follows it."""
    return at + 1 >= len(tokens) or tokens[at + 1].kind == "mark" or tokens[at + 1].form.startswith("و")


def _is_letter(token: Token) -> bool:
    return token.kind == "word" and len(token.form) == 1
