"""Reading a text for tests: tokens, plain sentences, and the speaker at a word."""

from __future__ import annotations

from dataclasses import dataclass

from hudna.arabic.tokens import Token, tokenise
from hudna.attribution import Voice, Voices, attribute


def sentences_of(text: str, tokens: list[Token]) -> list[tuple[int, int]]:
    """Sentences that end with a full stop, question mark, exclamation mark or new line."""
    found = []
    begin = 0
    for at, token in enumerate(tokens):
        last = at + 1 == len(tokens)
        new_line = not last and "\n" in text[token.end : tokens[at + 1].start]
        if last or new_line or token.form in {".", "؟", "!"}:
            found.append((begin, at + 1))
            begin = at + 1
    return found


@dataclass
class Read:
    """A text with its voices."""

    text: str
    tokens: list[Token]
    voices: Voices

    def voice(self, word: str) -> Voice | None:
        """The voice at a word of the text; `word` may be several words, of which the first counts."""
        offset = self.text.index(word)
        return self.voices.at(next(at for at, token in enumerate(self.tokens) if token.end > offset))

    def surface(self, first: int | None, last: int | None) -> str | None:
        if first is None or last is None:
            return None
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]

    def speaker(self, word: str) -> str | None:
        voice = self.voice(word)
        return self.surface(voice.speaker_first, voice.speaker_last) if voice else None

    def full(self, word: str) -> str | None:
        voice = self.voice(word)
        return self.surface(voice.full_first, voice.full_last) if voice else None

    def chain(self, word: str) -> list[str | None]:
        voice = self.voice(word)
        return [self.surface(first, last) for first, last in voice.chain] if voice else []

    def force(self, word: str) -> str | None:
        voice = self.voice(word)
        return voice.force if voice else None


def read(text: str, actors: tuple[str, ...] = ()) -> Read:
    """Attribute a text; `actors` are names that a lexicon matcher would have found."""
    tokens = tokenise(text)
    actor_at = {}
    for name in actors:
        begin = text.index(name)
        inside = [at for at, token in enumerate(tokens) if token.start >= begin and token.end <= begin + len(name)]
        actor_at[inside[0]] = inside[-1] + 1
    return Read(text, tokens, attribute(text, tokens, sentences_of(text, tokens), actor_at))
