"""Marks on Arabic text: the text cut where marks begin and end, so that each piece carries all marks that hold it.

A piece has no padding and no margin: letters join across its edges as they do in plain text (بـ|دمشق).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `start` to `end` (half-open) that say something: which field of which claim."""

    start: int
    end: int
    kind: str
    claim: int | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with everything that marks it."""

    start: int
    text: str
    kinds: tuple[str, ...] = ()
    claims: tuple[int, ...] = ()


def pieces(text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None) -> list[Piece]:
    """The text from `start` to `end` in pieces; marks that reach outside are cut at the edges."""
    stop = len(text) if end is None else end
    inside = sorted((mark for mark in marks if mark.start < stop and mark.end > start), key=lambda mark: mark.start)
    edges = sorted({start, stop, *(e for m in inside for e in (m.start, m.end) if start < e < stop)})
    found: list[Piece] = []
    waiting, here = deque(inside), list[Mark]()
    for first, last in pairwise(edges):
        while waiting and waiting[0].start <= first:
            here.append(waiting.popleft())
        here = [mark for mark in here if mark.end >= last]
        kinds = tuple(dict.fromkeys(mark.kind for mark in here))
        claims = tuple(dict.fromkeys(mark.claim for mark in here if mark.claim is not None))
        found.append(Piece(first, text[first:last], kinds, claims))
    return found


def marked(text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None) -> SafeString:
    """The text as HTML, safe to show: `<mark class="mark-place" data-claims="2">…</mark>` around marked pieces."""
    return format_html_join("", "{}", ((_html(piece),) for piece in pieces(text, marks, start, end)))


def _html(piece: Piece) -> SafeString:
    if not piece.kinds:
        return format_html("{}", piece.text)
    classes = " ".join(f"mark-{kind}" for kind in piece.kinds)
    claims = " ".join(map(str, piece.claims))
    return format_html(
        '<mark class="{}" data-claims="{}" data-start="{}">{}</mark>', classes, claims, piece.start, piece.text
    )
