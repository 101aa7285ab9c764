"""Words that lost the space between them («فيالمدينة», «مركباًمن»): where one ends and the next begins.

Only what no Arabic word has inside: a ta marbuta, a tanwin, a hamza below its alef after four letters; and a
preposition or conjunction grown onto a definite noun. A guess from the vocabulary would cut names of villages in two.
"""

from __future__ import annotations

import re

_LETTER = "[\u0621-\u064a]"
_VOWELS = "[\u064b-\u0652]*"
_OPENERS = "في|من|على|إلى|عن|أن|إن|بين|مع|خلال|بعد|قبل|منذ|ضد|حول|حيث|بشأن"
_GLUE = re.compile(
    f"ة(?<={_LETTER}{{2}}.){_VOWELS}(?={_LETTER}{{2}})"
    f"|(?:اً|ًا)(?<=[\u0621-\u064a\u064b-\u0652]{{2}}..)(?={_LETTER})"
    f"|(?=إ{_LETTER})(?<={_LETTER}{{4}})(?<!بال)(?<!كال)(?<!فال)(?<!وال)(?<!لال)"
    f"|(?<!{_LETTER})[وف]?(?:{_OPENERS})(?=ال{_LETTER}{{4}})"
)
"""What is rare stands first in each branch, and what must stand before it is looked at only there."""


def breaks(text: str) -> list[int]:
    """The offsets at which a new word begins without a space before it, in order."""
    return [found.end() for found in _GLUE.finditer(text)]
