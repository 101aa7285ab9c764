"""The stretch of a text that shows best what was found in it."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.html import format_html
from django.utils.safestring import SafeString

from hudna.records import Span
from observatory.ui.marks import Mark, marked

LENGTH = 260
_LEAD = 70


def snippet(text: str, hits: Sequence[Span], title: str | None = None) -> SafeString:
    """A stretch of the text with the most different words that were found; its beginning where there is none.

    A title at the head of the text is left out, since the page shows it above the stretch, with what was found in it.
    """
    body = _after(text, title)
    start = max(body, _start(text, [hit for hit in hits if hit.start >= body]))
    end = _word_end(text, min(len(text), start + LENGTH))
    shown = marked(text, (Mark(span.start, span.end, "hit") for span in hits), start, end)
    return format_html("{}{}{}", "… " if start > body else "", shown, " …" if end < len(text) else "")


def _after(text: str, title: str | None) -> int:
    """Where the text begins after a title at its head."""
    begin = len(text) - len(text.lstrip())
    if not title or not text.startswith(title, begin):
        return 0
    end = begin + len(title)
    return end + len(text[end:]) - len(text[end:].lstrip())


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
