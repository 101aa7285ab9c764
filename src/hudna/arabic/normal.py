"""Folding that remembers where each folded character came from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hudna.arabic.letters import CHANGES_LENGTH, fold, fold_character

_CHANGES = re.compile("[" + re.escape("".join(sorted(CHANGES_LENGTH))) + "]")


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A folded text with the way back to the original.

    `text` is the folded text; `origins[i]` is the offset in the original of folded character `i`, with one entry more
    for the end. `origins` is None when folding moved nothing.
    """

    text: str
    origins: Sequence[int] | None

    def original(self, offset: int) -> int:
        """The offset in the original text of a folded offset."""
        return offset if self.origins is None else self.origins[offset]

    def original_end(self, offset: int) -> int:
        """The original end of a stretch that ends (exclusively) at a folded offset: right after its last letter."""
        if self.origins is None or offset == 0:
            return offset
        return self.origins[offset - 1] + 1


def fold_with_offsets(text: str) -> FoldedText:
    """Fold a text and keep the offsets. Costs nothing extra when no character is dropped or widened."""
    if _CHANGES.search(text) is None:
        return FoldedText(fold(text), None)
    origins: list[int] = []
    at = 0
    for change in _CHANGES.finditer(text):
        origins.extend(range(at, change.start()))
        origins.extend([change.start()] * len(fold_character(change.group())))
        at = change.end()
    origins.extend(range(at, len(text) + 1))
    return FoldedText(fold(text), origins)
