"""Letters of Arabic text and their folded form, in which text, lexicon and gazetteer meet."""

from __future__ import annotations

import unicodedata

TASHKEEL = "".join(
    chr(code)
    for first, last in ((0x0610, 0x061A), (0x064B, 0x065F), (0x0670, 0x0670), (0x06D6, 0x06ED))
    for code in range(first, last + 1)
)
"""Vowel and reading marks; they carry no letter of their own."""

TATWEEL = "\u0640"
INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u00ad\x00"
"""Zero-width characters, direction controls, the byte order mark, soft hyphen and NUL."""

_SAME_LENGTH = {
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ى": "ي",
    "ی": "ي",
    "ې": "ي",
    "ة": "ه",
    "ۃ": "ه",
    "ھ": "ه",
    "ہ": "ه",
    "ک": "ك",
    "\u00a0": " ",
    "\u202f": " ",
    "\u2009": " ",
    "\u3000": " ",
    **{chr(0x0660 + digit): str(digit) for digit in range(10)},
    **{chr(0x06F0 + digit): str(digit) for digit in range(10)},
}

_TABLE: dict[int, str | None] = {ord(letter): other for letter, other in _SAME_LENGTH.items()}
_TABLE.update(dict.fromkeys(map(ord, TASHKEEL + TATWEEL + INVISIBLE)))


def _presentation_forms() -> dict[int, str]:
    forms = {}
    for code in (*range(0xFB50, 0xFDFC), *range(0xFE70, 0xFEFD)):
        plain = unicodedata.normalize("NFKC", chr(code))
        if plain != chr(code):
            forms[code] = plain.translate(_TABLE).strip()
    return forms


_TABLE.update(_presentation_forms())

CHANGES_LENGTH = frozenset(chr(code) for code, other in _TABLE.items() if other is None or len(other) != 1)
"""Characters whose folded form is not one character long: they need an offset map."""


def fold(text: str) -> str:
    """The folded form of a text, without offsets. Use `hudna.arabic.normal.fold_with_offsets` to keep them."""
    return text.translate(_TABLE)


def fold_character(character: str) -> str:
    """The folded form of one character; empty when folding drops it."""
    folded = _TABLE.get(ord(character), character)
    return folded or ""
