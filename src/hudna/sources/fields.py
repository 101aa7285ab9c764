"""An article from the named fields of a row: of JSON lines, CSV or Parquet. A field of the wrong kind is refused."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from hudna.sources.encodings import UnreadableError, require_arabic
from hudna.sources.source import Defaults, SourceDocument, parse_moment

# Other names under which data sets keep the same field; the first that is there is taken.
NAMES: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "content", "body"),
    "id": ("id",),
    "title": ("title", "headline"),
    "outlet": ("outlet", "publisher"),
    "address": ("address", "url", "link"),
    "country": ("country",),
    "published": ("published", "published_at", "date"),
}


def article(
    row: Mapping[str, Any], original: bytes, where: str, media_type: str, defaults: Defaults, identity: str
) -> SourceDocument:
    """The article of a row; UnreadableError names the field that is missing or of the wrong kind.

    `identity` is the id of a row that has none.
    """
    text = _text(row)
    published, moment = _published(row, defaults)
    return SourceDocument(
        text,
        original,
        where,
        media_type,
        id=_name(row, "id") or identity,
        title=_name(row, "title"),
        outlet=_name(row, "outlet") or defaults.outlet,
        address=_name(row, "address") or defaults.address,
        published=published,
        published_at=moment,
        country=_name(row, "country"),
    )


def _field(row: Mapping[str, Any], meaning: str) -> tuple[str, Any]:
    for name in NAMES[meaning]:
        if row.get(name) is not None:
            return name, row[name]
    return meaning, None


def _text(row: Mapping[str, Any]) -> str:
    name, text = _field(row, "text")
    if text is None:
        raise UnreadableError("the field «text» is missing", 'write {"text": "…"} on the line')
    if not isinstance(text, str):
        raise UnreadableError(
            f"the field «{name}» is a {kind_of(text)}, not a string", "put the text in quotation marks"
        )
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        problem = f"the field «{name}» holds half a character (\\u{ord(text[error.start]):04x})"
        raise UnreadableError(problem, "export the text again as UTF-8") from error
    require_arabic(text, f"the field «{name}»")
    return text


def _name(row: Mapping[str, Any], meaning: str) -> str | None:
    name, value = _field(row, meaning)
    if value is None or isinstance(value, str):
        return value or None
    if meaning == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise UnreadableError(f"the field «{name}» is a {kind_of(value)}, not a string", "put it in quotation marks")


def _published(row: Mapping[str, Any], defaults: Defaults) -> tuple[date | None, datetime | None]:
    name, value = _field(row, "published")
    if value is None or value == "":
        return defaults.published, None
    try:
        return parse_moment(value.isoformat() if isinstance(value, date) else value, defaults.zone)
    except (ValueError, AttributeError) as error:
        problem = f"the field «{name}» is «{value}», not a date"
        raise UnreadableError(problem, "write it as YYYY-MM-DD, for example 2017-09-12") from error


def kind_of(value: object) -> str:
    """The JSON name of a value's kind."""
    names = {bool: "truth value", int: "number", float: "number", str: "string", list: "list", dict: "object"}
    return names.get(type(value), "null" if value is None else type(value).__name__)
