"""Voices in the making: which draft speaks for which token."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from hudna.attribution.memory import Memory
from hudna.attribution.phrases import Phrase
from hudna.attribution.speech import Speech
from hudna.attribution.view import View
from hudna.attribution.voices import Force, Voice, Voices
from hudna.attribution.words import RUMOUR

_OUTLET_AGAIN = frozenset({"وكان", "وكانت", "وكانوا", "علما"})
_ADDED = frozenset({"وذلك", "منذ", "بعد", "عقب", "اثر", "قبل", "غداه"})
_WHOLE_QUOTE = 4
_MOST_NESTED = 4


@dataclass(slots=True)
class Draft:
    """A voice before the fullest naming of its speaker is known. `mention` is None when nobody is named."""

    mention: int | None
    force: str
    cue: tuple[int, int]
    rule: str
    entry: str
    scope: tuple[int, int]
    outer: int | None = None


class Drafts:
    """The drafts of one document and the draft of each token."""

    def __init__(self, view: View, memory: Memory) -> None:
        self.memory = memory
        self.voice_of = [-1] * view.size
        self.drafts: list[Draft] = []
        self.subject: int | None = None
        """The mention that speaks in this sentence, whose participles («مؤكدا») need no subject of their own."""
        self.past = 0
        """Cues before this token have been read as part of another."""
        self._view = view
        self._first_here = 0
        self._sentence = (0, 0)
        self.before = (0, 0)
        """The sentence before this one."""

    @property
    def spoke(self) -> bool:
        """Whether this sentence has a voice of its own."""
        return len(self.drafts) > self._first_here

    def speaks_at(self, at: int) -> bool:
        """Whether a named voice of this sentence has a token."""
        number = self.voice_of[at]
        return number >= self._first_here and self.drafts[number].mention is not None

    def begin(self, first: int, last: int) -> None:
        """Begin a sentence."""
        self._first_here = len(self.drafts)
        self.before, self._sentence = self._sentence, (first, last)
        self.subject = None
        self.past = first

    def add(
        self,
        mention: int | None,
        force: str,
        cue: tuple[int, int],
        rule: str,
        entry: str,
        scope: tuple[int, int],
        outer: int | None = None,
    ) -> int:
        """Let a mention speak for a stretch; nearer voices are added after farther ones. The draft's number."""
        if mention is not None and self.memory.mentions[mention].flags & RUMOUR:
            force = "doubt"
        number = len(self.drafts)
        self.drafts.append(Draft(mention, force, cue, rule, entry, scope, outer))
        first, last = scope
        self.voice_of[first:last] = [number] * max(0, min(last, self._view.size) - first)
        return number

    def relaying(self, phrase: Phrase, speech: Speech, cue: tuple[int, int]) -> int:
        """A voice that only passes on what a nearer one says: it has no words of its own."""
        number = len(self.drafts)
        mention = self.memory.add(phrase)
        self.drafts.append(Draft(mention, speech.force, cue, "relay.by", speech.id, (phrase.last, phrase.last)))
        return number

    def forward_end(self, begin: int, last: int) -> int:
        """Where the stretch of a speaker who begins at `begin` ends: with the sentence, or with a quotation in it."""
        view = self._view
        end, at = last, begin
        while at < end:
            close = view.close_of.get(at)
            if close is not None:
                end = max(end, close)
                if at == begin and close - at >= _WHOLE_QUOTE and self._outlet_adds(close + 1, last):
                    return close + 1
                at = close
            elif view.forms[at] in _OUTLET_AGAIN and (view.is_comma(at - 1) or view.forms[at] == "علما"):
                return at
            at += 1
        return min(end, view.size)

    def _outlet_adds(self, at: int, last: int) -> bool:
        """«قال: «…»، وذلك بعد هجوم»: the time or occasion after the quotation is the outlet's to tell."""
        view = self._view
        at += at < last and view.is_comma(at)
        return at < last and view.forms[at] in _ADDED

    def backward(self, first: int, last: int, cue: Draft) -> None:
        """Let a trailing attribution («…، وفق المرصد») speak for a stretch before it.

        Where the stretch has a voice of this sentence already, the trailing source relays that voice.
        """
        number = len(self.drafts)
        free = [at for at in range(first, last) if self.voice_of[at] < self._first_here]
        spoken = {self.voice_of[at] for at in range(first, last)} - {self.voice_of[at] for at in free}
        self.drafts.append(cue)
        for at in free:
            self.voice_of[at] = number
        for other in spoken:
            if self.drafts[other].outer is None and cue.mention is not None and other != number:
                self.drafts[other].outer = number

    def inside(self, first: int, last: int, cue: Draft) -> None:
        """Let a nearer source («نقلا عن …») take over a stretch from the voice that has it."""
        held = {self.voice_of[at] for at in range(first, last)}
        outer = next((number for number in sorted(held, reverse=True) if number >= self._first_here), None)
        cue.outer = outer
        number = len(self.drafts)
        self.drafts.append(cue)
        for at in range(first, last):
            if self.voice_of[at] in (outer, -1):
                self.voice_of[at] = number

    def voices(self) -> Voices:
        """The finished voices."""
        made: dict[int, Voice] = {}
        for number in range(len(self.drafts)):
            self._finish(number, made, _MOST_NESTED)
        return Voices([made[number] for number in range(len(self.drafts))], self.voice_of)

    def _finish(self, number: int, made: dict[int, Voice], depth: int) -> Voice:
        if number in made:
            return made[number]
        draft = self.drafts[number]
        outer = None
        if draft.outer is not None and draft.outer != number and depth > 0:
            outer = self._finish(draft.outer, made, depth - 1)
        first = last = full_first = full_last = None
        chain: tuple[tuple[int, int], ...] = ()
        if draft.mention is not None and not self.memory.mentions[draft.mention].unnamed:
            mention = self.memory.mentions[draft.mention]
            first, last = mention.first, mention.last
            full_first, full_last = self.memory.full(draft.mention)
            chain = ((first, last),)
        voice = Voice(
            first,
            last,
            full_first,
            full_last,
            chain + (outer.chain if outer else ()),
            cast(Force, draft.force),
            *draft.cue,
            draft.rule,
            draft.entry,
            *draft.scope,
            outer,
        )
        made[number] = voice
        return voice
