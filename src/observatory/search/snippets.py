"""The stretch of a text that shows best what was found in it."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.html import format_html
from django.utils.safestring import SafeString

from hudna.records import Span
from observatory.ui.marks import Mark, marked

LENGTH = 260
_LEAD = 70


def snippet(text: str, hits: Sequence[Span]) -> SafeString:
    """A stretch of the text with the most different words that were found; its beginning where there is none."""
    start = _start(text, hits)
    end = _word_end(text, min(len(text), start + LENGTH))
    shown = marked(text, (Mark(span.start, span.end, "hit") for span in hits), start, end)
    return format_html("{}{}{}", "… " if start else "", shown, " …" if end < len(text) else "")


def _start(text: str, hits: Sequence[Span]) -> int:
    if not hits:
        return 0
    best = max(hits, key=lambda hit: (_different(hits, hit.start), -hit.start))
    if best.start <= _LEAD:
        return 0
    at = text.find(" ", best.start - _LEAD, best.start)
    return at + 1 if at >= 0 else best.start


def _different(hits: Sequence[Span], start: int) -> int:
    """How many different words are found in the stretch from here."""
    return len({hit.text for hit in hits if start <= hit.start < start + LENGTH - _LEAD})


def _word_end(text: str, at: int) -> int:
    """The end of the word that a stretch ends in."""
    while at < len(text) and not text[at].isspace():
        at += 1
    return at
