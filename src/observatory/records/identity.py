"""What makes a document and a claim the same one again."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

KEY_LENGTH = 20
_REPLACEMENT = "\ufffd"
_UNSTORABLE = {0: _REPLACEMENT, **dict.fromkeys(range(0xD800, 0xE000), _REPLACEMENT)}


def storable(text: str) -> str:
    """The text with what no database takes (NUL, half characters) as «�»: as long as before, so that offsets hold."""
    return text.translate(_UNSTORABLE) if "\0" in text or not _encodable(text) else text


def _encodable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def text_hash(text: str) -> str:
    """The hash of a text or address."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def document_key(original_hash: str) -> str:
    """The key of the document of these original bytes."""
    return original_hash[:KEY_LENGTH]


def claim_keys(document: str, claims: Sequence[Mapping[str, Any]]) -> list[str]:
    """The keys of a reading's claims: made of the document, the type and the offsets of the trigger.

    Claims of one type and trigger (one word that several speakers are given for) are numbered in their order.
    """
    seen: Counter[tuple[str, int, int]] = Counter()
    keys = []
    for claim in claims:
        trigger = claim["trigger"]
        mark = (claim["type"], trigger["start"], trigger["end"])
        keys.append(_claim_key(document, *mark, seen[mark]))
        seen[mark] += 1
    return keys


def _claim_key(document: str, type: str, start: int, end: int, number: int) -> str:
    words = f"{document} {type} {start} {end} {number}"
    return hashlib.sha256(words.encode("ascii")).hexdigest()[:KEY_LENGTH]
