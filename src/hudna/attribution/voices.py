"""Who speaks: a voice for each stretch of a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, overload

from hudna.arabic.tokens import Token
from hudna.attribution.words import AND, BY, FOR, words

Force = Literal["assert", "doubt", "deny", "demand", "accuse", "promise", "threat", "report"]


@dataclass(frozen=True, slots=True)
class Voice:
    """One voice and the stretch that it speaks for. All numbers are token indexes, all ranges half-open.

    `speaker_first`–`speaker_last` is the naming nearest to the words, None when nobody is named («أفادت أنباء»,
    the outlet's own reporter). `full_first`–`full_last` is the fullest naming of the same speaker in the document;
    it equals the speaker when that is the fullest. `chain` holds the namings from the nearest outwards; `outer` is
    the voice that relays this one. `first`–`last` is the scope, `cue_first`–`cue_last` the words that attribute.
    """

    speaker_first: int | None
    speaker_last: int | None
    full_first: int | None
    full_last: int | None
    chain: tuple[tuple[int, int], ...]
    force: Force
    cue_first: int
    cue_last: int
    rule: str
    entry: str
    first: int
    last: int
    outer: Voice | None = None


def naming_offsets(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """Offsets of a naming in the text, without a conjunction or preposition written onto its first word.

    «وصالح» gives «صالح»; «للجيش» stays whole, because the article is not written in it.
    """
    form = tokens[first].form
    joined = words()[form] & (AND | FOR | BY) and not form.startswith("لل")
    return tokens[first].start + (1 if joined else 0), tokens[last - 1].end


class Voices(Sequence[Voice]):
    """The voices of a document, in the order of their cues, and the voice of each token."""

    __slots__ = ("_of_token", "_voices")

    def __init__(self, voices: list[Voice], of_token: list[int]) -> None:
        self._voices = voices
        self._of_token = of_token

    def at(self, token: int) -> Voice | None:
        """The voice nearest to a token; None where the outlet speaks itself."""
        number = self._of_token[token]
        return self._voices[number] if number >= 0 else None

    def __len__(self) -> int:
        return len(self._voices)

    @overload
    def __getitem__(self, index: int) -> Voice: ...

    @overload
    def __getitem__(self, index: slice) -> list[Voice]: ...

    def __getitem__(self, index: int | slice) -> Voice | list[Voice]:
        return self._voices[index]
