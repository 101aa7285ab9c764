"""A plain text file in UTF-8: one article."""

from __future__ import annotations

from hudna.sources.encodings import UnreadableError, decode, require_arabic
from hudna.sources.source import Defaults, Refusal, SourceDocument


def read_plain(data: bytes, where: str, defaults: Defaults, identity: str | None = None) -> SourceDocument | Refusal:
    """The article of a text file; `identity` is its id, by default `where`."""
    try:
        text = decode(data, where)
        require_arabic(text)
    except UnreadableError as error:
        return Refusal(f"{where}:{error.line}" if error.line else where, error.problem, error.remedy, len(data))
    return SourceDocument(
        text,
        data,
        where,
        "text/plain",
        id=identity or where,
        outlet=defaults.outlet,
        address=defaults.address,
        published=defaults.published,
    )
