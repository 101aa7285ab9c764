"""Near duplicates: the MinHash of a text's word sequences, and the bands by which likely pairs are found.

Of two texts that share 70 % of their sequences of three words, nine of ten pairs meet in a band; of 80 %, all but two
in a thousand. A pair that meets is measured by the whole signature.
"""

from __future__ import annotations

import hashlib
import struct
from array import array

from rensa import RMinHash

from hudna.arabic.tokens import Token, tokenise

SIMILAR = 0.7
_SEED = 7
_BANDS, _ROWS = 20, 6
_LENGTH = _BANDS * _ROWS
_WORDS = 3
_LEAST_WORDS = 12
"""A shorter text says too little to be called a copy."""


def signature_of(text: str) -> bytes | None:
    """The signature of a text; None where it is too short."""
    return signature_of_tokens(tokenise(text))


def signature_of_tokens(tokens: list[Token]) -> bytes | None:
    """The signature of a text's tokens, by their folded forms."""
    words = [token.form for token in tokens if token.kind != "mark"]
    if len(words) < _LEAST_WORDS:
        return None
    sketch = RMinHash(num_perm=_LENGTH, seed=_SEED)
    sketch.update([" ".join(words[at : at + _WORDS]) for at in range(len(words) - _WORDS + 1)])
    return struct.pack(f"<{_LENGTH}I", *sketch.digest())


def bands_of(signature: bytes) -> list[int]:
    """The bands of a signature as numbers that a database holds; equal bands at one place give equal numbers."""
    width = _ROWS * 4
    return [_number(at, signature[at * width : (at + 1) * width]) for at in range(_BANDS)]


def _number(at: int, stretch: bytes) -> int:
    digest = hashlib.blake2b(stretch, digest_size=8, salt=at.to_bytes(2, "little")).digest()
    return int.from_bytes(digest, "little", signed=True)


def similarity(one: bytes, other: bytes) -> float:
    """The share of word sequences that two texts have in common, as their signatures tell it."""
    first, second = array("I", one), array("I", other)
    return sum(a == b for a, b in zip(first, second, strict=True)) / _LENGTH
