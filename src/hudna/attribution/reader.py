"""Reads who speaks, sentence by sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hudna.arabic.tokens import Token
from hudna.attribution.complements import Complements
from hudna.attribution.drafts import Drafts
from hudna.attribution.memory import Memory
from hudna.attribution.openings import Openings
from hudna.attribution.phrases import Namer
from hudna.attribution.speech import lexicon
from hudna.attribution.statements import Statements
from hudna.attribution.verbs import Verbs
from hudna.attribution.view import View
from hudna.attribution.voices import Voices
from hudna.attribution.words import words

_FOLLOW_UP = 5
"""A quotation that stands as its own sentence goes on with the last speaker from so many tokens."""

_AND_ALSO = frozenset({"كما", "كذلك", "وكذلك", "بينما"})
_MONITORS = frozenset(
    {"مرصد", "مركز", "شبكه", "وكاله", "مصادر", "مصدر", "ناشطون", "نشطاء", "ناشطين", "لجان", "لجنه", "تنسيقيه", "هيئه"}
    | {"مكتب", "منظمه", "غرفه", "شهود", "سكان", "تقارير", "مراسلون", "اعلام", "قناه", "صحيفه", "موقع"}
)
"""Speakers who tell one event after another."""


def attribute(
    text: str,
    tokens: Sequence[Token],
    sentences: Sequence[tuple[int, int]],
    actor_at: Mapping[int, int] | None = None,
) -> Voices:
    """The voice of every token of a text.

    `sentences` are half-open token ranges in order; `actor_at` maps the first token of each known name to the index
    after its last.
    """
    return Reader(text, tokens, actor_at or {}).read(sentences)


class Reader:
    """One reading of one document."""

    def __init__(self, text: str, tokens: Sequence[Token], actor_at: Mapping[int, int]) -> None:
        speech = lexicon()
        self._cues = speech.cues
        self._opening_words = speech.openings
        self._view = View(text, tokens, words(), actor_at)
        namer = Namer(self._view, speech.cues)
        self._drafts = Drafts(self._view, Memory(self._view))
        complements = Complements(self._view)
        self._verbs = Verbs(self._view, namer, self._drafts, complements, speech)
        self._openings = Openings(self._view, namer, self._drafts, self._verbs, speech)
        self._statements = Statements(self._view, namer, self._drafts, complements)

    def read(self, sentences: Sequence[tuple[int, int]]) -> Voices:
        headlines = self._headlines([pair for pair in sentences if pair[0] < pair[1]])
        memory = self._drafts.memory
        for first, last in sentences:
            if first < last:
                before = len(memory.mentions)
                self._sentence(first, last)
                if first in headlines:
                    memory.asides.update(range(before, len(memory.mentions)))
        return self._drafts.voices()

    def _headlines(self, sentences: list[tuple[int, int]]) -> set[int]:
        """Where paragraphs without a full stop begin, in a text whose paragraphs mostly end with one; but the title."""
        view = self._view
        ends = [
            (first, view.kinds[last - 1] == "mark")
            for first, last in sentences[1:]
            if last >= view.size or last in view.paragraph_start
        ]
        open_ended = {first for first, stopped in ends if not stopped and first in view.paragraph_start}
        return open_ended if 2 * len(open_ended) < len(ends) else set()

    def _sentence(self, first: int, last: int) -> None:
        view, cues, openings = self._view, self._cues, self._opening_words
        self._drafts.begin(first, last)
        if first in view.paragraph_start:
            self._openings.headline(first, last)
        for at in range(first, last):
            form = view.forms[at]
            if form in openings and self._openings.read(at, first, last):
                continue
            if form in cues and at >= self._drafts.past:
                self._verbs.read(at, first, last)
        if not self._drafts.spoke:
            self._statements.read(first, last)
        if not self._drafts.spoke:
            self._follow_up(first, last)
        if not self._drafts.spoke:
            self._listing(first, last)

    def _follow_up(self, first: int, last: int) -> None:
        """A sentence that is a quotation and nothing else goes on with the last speaker."""
        view = self._view
        start = first
        while start < last and view.kinds[start] == "mark" and start not in view.close_of:
            start += 1
        close = view.close_of.get(start)
        number = self._drafts.memory.latest()
        if close is None or number is None or self._drafts.voice_of[start + 1 if start + 1 < last else start] >= 0:
            return
        if close - start >= _FOLLOW_UP and last - close <= 3:
            self._drafts.add(number, "assert", (start, start + 1), "quotation.goes_on", "", (start, max(close, last)))

    def _listing(self, first: int, last: int) -> None:
        """«كما تدور اشتباكات …» right after what a speaker told goes on with his list of events."""
        view, drafts = self._view, self._drafts
        before = first - 1
        while before > 0 and view.kinds[before] == "mark" and before not in view.open_of:
            before -= 1
        number = drafts.voice_of[before] if before > 0 and before not in view.open_of else -1
        if number < 0 or view.forms[first] not in _AND_ALSO:
            return
        draft = drafts.drafts[number]
        if draft.mention is None or draft.force not in ("assert", "report"):
            return
        teller = drafts.memory.mentions[draft.mention]
        if teller.words[0] in _MONITORS:
            drafts.add(draft.mention, draft.force, (first, first + 1), "listing.goes_on", draft.entry, (first, last))
