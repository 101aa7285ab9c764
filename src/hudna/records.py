"""The records of a reading: frozen, typed, and each span checked against the text that it points at.

What a claim is and what its fields mean is defined in docs/CODEBOOK.md; the JSON form is in `hudna.serialise`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Status = Literal["happened", "ongoing", "future", "demanded", "denied", "possible"]
Qualifier = Literal["exact", "about", "more_than", "at_least", "up_to", "less_than", "vague"]
Level = Literal["info", "warning", "error"]
Figure = int | float


class SpanError(ValueError):
    """A span does not hold the characters that it claims to hold."""


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open character offsets into a document's text, with the characters that stand there."""

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or self.end - self.start != len(self.text):
            raise SpanError(f"span {self.start}–{self.end} cannot hold the {len(self.text)} characters «{self.text}»")

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span of `text[start:end]`; SpanError when it is empty or outside the text."""
        if end > len(text):
            raise SpanError(f"span {start}–{end} ends after the text ({len(text)} characters)")
        return cls(start, end, text[start:end])

    def verify(self, text: str) -> None:
        """Raise SpanError unless the text holds these characters at this place."""
        if text[self.start : self.end] != self.text:
            raise SpanError(f"the text holds «{text[self.start : self.end]}» at {self.start}, not «{self.text}»")


@dataclass(frozen=True, slots=True)
class Source:
    """Where a field comes from: the rule that read it and the lexicon entry (with file and line), if any."""

    rule: str
    entry: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A text as received."""

    text: str
    id: str | None = None
    title: str | None = None
    published: date | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """An actor or target as it stands in the text, with what is known about it."""

    span: Span
    source: Source
    name: str | None = None
    id: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place as it stands in the text. `point` is (latitude, longitude) in degrees, as exact as `precision` says."""

    span: Span
    source: Source
    name: str | None = None
    id: str | None = None
    kind: str | None = None
    point: tuple[float, float] | None = None
    precision: str | None = None
    admin1: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class When:
    """The words that date a claim and the calendar days that they mean; days are None when they cannot be reckoned."""

    span: Span
    source: Source
    first_day: date | None = None
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One line of a breakdown: so many at this place, of this kind, told by this side or done by this actor (`by`)."""

    name: str
    value: Figure | None
    span: Span
    by: Literal["place", "kind", "side", "actor"]


@dataclass(frozen=True, slots=True)
class Count:
    """A figure of a claim. `what` is one of the codebook's kinds of count, `of` the word that is counted."""

    what: str
    of: str | None
    value: Figure | None
    qualifier: Qualifier
    span: Span
    source: Source
    parts: tuple[Part, ...] = ()
    whole: bool = False
    """Whether the text tells the parts as the whole of the figure."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """The named source nearest to a claim; `chain` names the sources from the nearest outwards."""

    span: Span
    source: Source
    chain: tuple[str, ...] = ()
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that a text says happened, goes on, will, must or did not happen, with who says so."""

    type: str
    trigger: Span
    evidence: Span
    source: Source
    neutral: Mapping[str, str] = field(default_factory=dict)
    also: tuple[Span, ...] = ()
    actors: tuple[Named, ...] = ()
    targets: tuple[Named, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    when: When | None = None
    counts: tuple[Count, ...] = ()
    speaker: Speaker | None = None
    status: Status = "happened"
    status_source: Source | None = None
    status_cue: Span | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check has to say about the figures of claims; it changes no claim.

    `claims` are indices into the reading's claims; `figures` holds the numbers compared; `message` explains which
    reading fits, by language.
    """

    code: str
    level: Level
    claims: tuple[int, ...]
    figures: Mapping[str, Figure | list[Figure] | None]
    message: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one document, and by which engine and lexicon version."""

    document: Document
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    engine: str
    lexicon: str
