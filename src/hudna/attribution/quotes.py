"""Quotation marks paired over a whole document."""

from __future__ import annotations

from collections.abc import Sequence

from hudna.arabic.tokens import Token

_OPENING = {"«": "»", "“": "”", "„": "”", "‹": "›", "《": "》"}
_CLOSING = {"»": "«", "”": "“„", "›": "‹", "》": "《"}
_EITHER = frozenset({'"', "″", "＂"})
_DEPTH = 3
_LIMIT = 400
"""A quotation longer than so many tokens is taken for a forgotten closing mark."""
_BEFORE = frozenset("(:«[")
_AFTER = frozenset("،,.؛:)!؟»]")

MARKS = frozenset(_OPENING) | frozenset(_CLOSING) | _EITHER


def _side(tokens: Sequence[Token], at: int) -> int:
    """On which side a straight mark stands: 1 opens, -1 closes, 0 cannot be told."""
    token = tokens[at]
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    room_before = before is None or before.end < token.start or before.form in _BEFORE
    room_after = after is None or after.start > token.end or after.form in _AFTER
    return room_before - room_after


class _Pairs:
    """Pairs found so far, with the marks that wait for their end."""

    def __init__(self, paragraphs: Sequence[int], paragraph_end: Sequence[int]) -> None:
        self.closing: dict[int, int] = {}
        self._waiting: list[tuple[str, int]] = []
        self._paragraphs = paragraphs
        self._paragraph_end = paragraph_end

    def open(self, sign: str, at: int) -> None:
        self._waiting.append((sign, at))

    def close(self, sign: str, at: int) -> None:
        """Close the nearest waiting mark of this sign; marks opened after it end with their paragraph."""
        for place in range(len(self._waiting) - 1, max(-1, len(self._waiting) - 1 - _DEPTH), -1):
            if self._waiting[place][0] in sign:
                for _, forgotten in self._waiting[place + 1 :]:
                    self._forget(forgotten, at)
                self.closing[self._waiting[place][1]] = at
                del self._waiting[place:]
                return

    def straight(self, tokens: Sequence[Token], at: int) -> None:
        side = _side(tokens, at)
        waiting = bool(self._waiting) and self._waiting[-1][0] in _EITHER
        if waiting and side > 0 and self._paragraphs[self._waiting[-1][1]] != self._paragraphs[at]:
            self._forget(self._waiting.pop()[1], at)
        if side > 0 or (side == 0 and not waiting):
            self.open('"', at)
        elif waiting:
            self.close('"', at)

    def finish(self) -> None:
        for _, at in self._waiting:
            self._forget(at, len(self._paragraphs))

    def _forget(self, opened: int, limit: int) -> None:
        self.closing[opened] = min(self._paragraph_end[self._paragraphs[opened]], limit)


def quotations(tokens: Sequence[Token], paragraphs: Sequence[int], paragraph_end: Sequence[int]) -> dict[int, int]:
    """Opening mark → index of its closing mark.

    `paragraphs[i]` is the number of token i's paragraph and `paragraph_end[number]` the index after its last token. A
    mark that is never closed ends with its paragraph.
    """
    pairs = _Pairs(paragraphs, paragraph_end)
    for at, token in enumerate(tokens):
        if token.kind != "mark":
            continue
        sign = token.form
        if sign in _OPENING:
            pairs.open(sign, at)
        elif sign in _CLOSING:
            pairs.close(_CLOSING[sign], at)
        elif sign in _EITHER:
            pairs.straight(tokens, at)
    pairs.finish()
    return {
        first: last if last - first <= _LIMIT else min(last, paragraph_end[paragraphs[first]])
        for first, last in pairs.closing.items()
    }
