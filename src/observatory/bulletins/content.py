"""What a bulletin holds: figures, violations by side, and sentences in both languages, each with its sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import cache
from typing import Any, Literal
from urllib.parse import urlencode

from django.urls import get_script_prefix, reverse

from hudna import protect
from hudna.protect import Profile

Kind = Literal["document", "incident", "ledger", "days"]


@cache
def _around_key(kind: Kind, prefix: str) -> tuple[str, str]:
    """What stands before and after the key in the addresses of a kind: a bulletin names thousands of them."""
    before, _, after = reverse(kind, args=["key"]).rpartition("key")
    return before, after


@dataclass(frozen=True, slots=True)
class Source:
    """Where a sentence comes from. `key` is the record's own; `days` are those of a ledger or of all incidents."""

    kind: Kind
    key: str
    name: str = ""
    """The outlet of a document."""
    day: str = ""
    days: tuple[str, ...] = ()

    def address(self, profile: Profile) -> str:
        """Its page, under the key by which an audience knows it."""
        if self.kind in ("ledger", "days"):
            page = reverse("ceasefire", args=[self.key]) if self.kind == "ledger" else reverse("today")
            return f"{page}?{urlencode({'from': self.days[0], 'to': self.days[-1]})}"
        before, after = _around_key(self.kind, get_script_prefix())
        return f"{before}{protect.public_key(self.key, self.kind, profile)}{after}"

    @property
    def date(self) -> date | None:
        """The day of publication."""
        return date.fromisoformat(self.day) if self.day else None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence in both languages."""

    ar: str
    en: str
    sources: tuple[Source, ...] = ()
    person: str = ""
    """Who wrote it, where a person did."""


@dataclass(frozen=True, slots=True)
class Section:
    """Sentences under a heading."""

    name: str
    """The part of the bulletin: violations, incidents or changes."""
    ar: str
    en: str
    sentences: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Number:
    """A figure of the bulletin with the same of the days before."""

    name: str
    low: float
    high: float
    before_low: float
    before_high: float


@dataclass(frozen=True, slots=True)
class Violations:
    """What one side reported of one ceasefire in these days, and in as many days before."""

    ceasefire: str
    title: Mapping[str, str]
    side: Mapping[str, str]
    number: int
    unit: Mapping[str, str]
    stated: float | None
    parts: float | None
    differs: bool
    counted: int
    without: int
    before: float | None


@dataclass(frozen=True, slots=True)
class Bulletin:
    """A bulletin as it is shown, kept and handed out."""

    numbers: tuple[Number, ...] = ()
    violations: tuple[Violations, ...] = ()
    sections: tuple[Section, ...] = field(default=())

    def plain(self) -> dict[str, Any]:
        """As JSON keeps it."""
        return asdict(self)

    def sentences(self) -> Iterator[Sentence]:
        """Every sentence in its order."""
        for section in self.sections:
            yield from section.sentences


def bulletin_from(data: Mapping[str, Any]) -> Bulletin:
    """A bulletin from its JSON form."""
    return Bulletin(
        numbers=tuple(Number(**item) for item in data["numbers"]),
        violations=tuple(Violations(**item) for item in data["violations"]),
        sections=tuple(
            Section(**{**section, "sentences": tuple(_sentence(item) for item in section["sentences"])})
            for section in data["sections"]
        ),
    )


def _sentence(data: Mapping[str, Any]) -> Sentence:
    sources = tuple(Source(**{**item, "days": tuple(item["days"])}) for item in data["sources"])
    return Sentence(data["ar"], data["en"], sources, data["person"])
