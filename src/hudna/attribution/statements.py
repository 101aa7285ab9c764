"""Statements given in full: «أصدرت قيادة الجيش البيان التالي: …», «صدر عن البعثة بيان جاء فيه: …»."""

from __future__ import annotations

from hudna.attribution.complements import Complements
from hudna.attribution.drafts import Drafts
from hudna.attribution.phrases import Namer, Phrase
from hudna.attribution.view import View
from hudna.attribution.words import BODY, DOCUMENT, HEAD

_ISSUED = frozenset({"اصدر", "اصدرت", "اصدروا", "واصدر", "واصدرت"})
_ISSUED_BY = frozenset({"صدر", "وصدر", "صدرت", "صادر", "الصادر", "صادره"})
_OUTLET_AGAIN = frozenset({"يذكر", "ويذكر", "يشار", "ويشار", "وكان", "وكانت", "جدير", "والجدير", "المصدر"})
_OPENING = 2
"""A document that opens with the issue of a statement within so many paragraphs is that statement to its end."""


class Statements:
    """The statements of one document, and how far the one that was begun last reaches."""

    __slots__ = ("_complements", "_drafts", "_mention", "_namer", "_until", "_view")

    def __init__(self, view: View, namer: Namer, drafts: Drafts, complements: Complements) -> None:
        self._view = view
        self._namer = namer
        self._drafts = drafts
        self._complements = complements
        self._mention: int | None = None
        self._until = 0

    def read(self, first: int, last: int) -> None:
        """Begin a statement in a sentence that tells of its issue, or go on with the one before."""
        colon = next((at for at in range(first, last) if self._view.forms[at] == ":"), None)
        issue = self._issue(first, colon) if colon is not None else None
        if colon is not None and issue is not None:
            cue, phrase = issue
            self._mention = self._drafts.memory.add(phrase)
            self._drafts.subject = self._mention
            self._until = self._end(colon, last)
            if self._view.skip_marks(colon, last) < last:
                self._speak(cue, colon + 1, last)
        elif self._mention is not None and first < self._until:
            if self._view.forms[self._view.skip_marks(first, last - 1)] in _OUTLET_AGAIN:
                self._mention = None
            else:
                self._speak(first, first, last)

    def _issue(self, first: int, colon: int) -> tuple[int, Phrase] | None:
        """The verb of issuing and who issues, where a document is named before the colon."""
        view = self._view
        named = next((at for at in range(colon - 1, first - 1, -1) if view.flags[at] & DOCUMENT), None)
        if named is None:
            return None
        for at in range(first, colon):
            start = self._complements.skip_times(at + 1, colon)
            if view.forms[at] in _ISSUED_BY and start < colon and view.forms[start] == "عن":
                start += 1
            elif view.forms[at] not in _ISSUED:
                continue
            stop = named if named > start else colon
            phrase = self._namer.naming(start, stop) if start < stop else None
            known = phrase is not None and (phrase.flags & (HEAD | BODY) or phrase.first in view.actor_at)
            return (at, phrase) if phrase is not None and known and not phrase.flags & DOCUMENT else None
        return None

    def _end(self, colon: int, last: int) -> int:
        """Where the statement ends: with its quotation, with the document, or with the paragraph after the colon."""
        view = self._view
        opening = next((at for at in range(colon + 1, min(colon + 3, view.size)) if at in view.close_of), None)
        if opening is not None:
            return view.close_of[opening]
        paragraphs = sorted(view.paragraph_start)
        if sum(start <= colon for start in paragraphs) <= _OPENING:
            return view.size
        begins = view.skip_marks(colon, last) >= last
        after = [start for start in paragraphs if start > colon]
        return after[begins] if len(after) > begins else view.size

    def _speak(self, cue: int, begin: int, end: int) -> None:
        self._drafts.add(self._mention, "assert", (cue, cue + 1), "statement", "", (begin, end))
