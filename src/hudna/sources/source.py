"""What comes out of a source: documents with the bytes that they were made of, or refusals that say why not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, tzinfo

DAY_LENGTH = len("2017-09-12")


@dataclass(frozen=True, slots=True)
class Defaults:
    """What documents that do not say so themselves are taken to be."""

    published: date | None = None
    outlet: str | None = None
    address: str | None = None
    zone: tzinfo | None = None
    """The zone of times that name none; without it such a time gives its day only."""


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """An article as a source holds it.

    `original` is what the document is known by: the bytes of its file, of its line, of its record in an archive.
    `where` names it for a person: «reports.jsonl:12».
    """

    text: str
    original: bytes
    where: str
    media_type: str
    id: str | None = None
    title: str | None = None
    outlet: str | None = None
    address: str | None = None
    published: date | None = None
    published_at: datetime | None = None
    country: str | None = None
    line_ending: int = 0
    """Bytes that the input spends on the document beyond `original`."""

    @property
    def size(self) -> int:
        """The bytes that the document takes in its input, for progress."""
        return len(self.original) + self.line_ending


@dataclass(frozen=True, slots=True)
class Refusal:
    """A document that was not read: where it stands, why, what the user can do, and how many bytes it took."""

    where: str
    problem: str
    remedy: str
    size: int = 0

    def __str__(self) -> str:
        return f"{self.where}: {self.problem}: {self.remedy}"


def parse_day(value: str) -> date:
    """A calendar day from YYYY-MM-DD or an ISO time stamp; ValueError says what is wrong."""
    text = value.strip()
    try:
        return date.fromisoformat(text) if len(text) <= DAY_LENGTH else datetime.fromisoformat(text).date()
    except ValueError as error:
        raise ValueError(f"«{value}» is not a date") from error


def parse_moment(value: str, zone: tzinfo | None = None) -> tuple[date, datetime | None]:
    """The day of an ISO date or time stamp in its own zone, and its moment where a zone is known.

    A time without a zone is taken to be in `zone`; without one it gives its day only. ValueError as `parse_day`.
    """
    text = value.strip()
    day = parse_day(text)
    if len(text) <= DAY_LENGTH:
        return day, None
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=zone)
    return day, moment if moment.tzinfo else None
