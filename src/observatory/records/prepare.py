"""What is reckoned of a document before it is written: its reading, normal text and signature. Knows no database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from hudna.sources.source import SourceDocument


@dataclass(frozen=True, slots=True)
class Incoming:
    """A document on its way into the record, with its hashes."""

    source: SourceDocument
    original_hash: str
    text: str
    text_hash: str
    address_hash: str | None

    @property
    def size(self) -> int:
        """The bytes that the document takes in its input, for progress."""
        return self.source.size


@dataclass(frozen=True, slots=True)
class Text:
    """What the reader needs of a document."""

    key: str
    text: str
    title: str | None
    published: date | None
    outlet: str | None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document read: the JSON form of its claims and findings, with what search and near duplicates need."""

    key: str
    claims: list[dict[str, Any]]
    findings: list[dict[str, Any]]
    engine: str
    lexicon: str
    normal: str
    signature: bytes | None


@dataclass(frozen=True, slots=True)
class Unread:
    """A document on which the reader failed, and how."""

    key: str
    problem: str


def incoming(source: SourceDocument) -> Incoming:
    """The hashes of a document and its text as a database can hold it."""
    from observatory.records.identity import storable, text_hash
    from observatory.records.originals import hash_of

    text = storable(source.text)
    address = text_hash(storable(source.address)) if source.address else None
    return Incoming(source, hash_of(source.original), text, text_hash(text), address)


def prepare(item: Text) -> Prepared | Unread:
    """Read a document. A fault of the reader on one text must not lose the others, so it comes back as `Unread`."""
    from hudna import read
    from hudna.arabic.letters import fold
    from hudna.serialise import reading_to_dict
    from observatory.records.near import signature_of

    try:
        reading = read(item.text, item.published, item.outlet, id=item.key, title=item.title)
    except Exception as error:
        return Unread(item.key, f"{type(error).__name__}: {error}")
    data = reading_to_dict(reading)
    return Prepared(
        item.key,
        data["claims"],
        data["findings"],
        reading.engine,
        reading.lexicon,
        fold(item.text),
        signature_of(item.text),
    )


def reader_version() -> tuple[str, str]:
    """The engine and the lexicon that read at present."""
    from hudna.lexicon.store import default_lexicon
    from hudna.pipeline import ENGINE

    return ENGINE, default_lexicon().version


def zone_name(moment: datetime | None) -> str | None:
    """How the zone of a moment is written down: its name where it has one, else its distance from UTC."""
    if moment is None or moment.tzinfo is None:
        return None
    key = getattr(moment.tzinfo, "key", None)
    if key:
        return str(key)
    text = moment.strftime("%z")
    return f"{text[:3]}:{text[3:5]}"
