"""Recorded claims built by hand, for the packages that take claims and not texts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from hudna.recorded import RecordedClaim, RecordedDocument, Review
from hudna.records import Claim, Count, Named, Part, PlaceMention, Qualifier, Source, Span, Speaker, Status, When

RULE = Source("test.rule")

PLACES: dict[str, dict[str, Any]] = {
    "حلب": {"id": "t:aleppo", "precision": "town", "point": (36.2, 37.16), "admin1": "iso:SY-HL", "country": "SY"},
    "محافظة حلب": {"id": "iso:SY-HL", "precision": "admin1", "point": (36.2, 37.5), "admin1": "iso:SY-HL"},
    "الباب": {"id": "t:bab", "precision": "town", "point": (36.37, 37.52), "admin1": "iso:SY-HL", "country": "SY"},
    "درعا": {"id": "t:daraa", "precision": "town", "point": (32.62, 36.1), "admin1": "iso:SY-DR", "country": "SY"},
    "إدلب": {"id": "t:idlib", "precision": "town", "point": (35.93, 36.63), "admin1": "iso:SY-ID", "country": "SY"},
    "سوريا": {"id": "iso:SY", "precision": "country", "point": (35.0, 38.0), "country": "SY"},
    "تعز": {"id": "t:taiz", "precision": "town", "point": (13.58, 44.02), "admin1": "iso:YE-TA", "country": "YE"},
    "الحديدة": {
        "id": "t:hudaydah",
        "precision": "town",
        "point": (14.8, 42.95),
        "admin1": "iso:YE-HU",
        "country": "YE",
    },
}
"""What the gazetteer would know of the places that the tests name."""


def span(text: str, part: str) -> Span:
    """The first place of `part` in `text`."""
    start = text.index(part)
    return Span(start, start + len(part), part)


def count(text: str, what: str, value: float | None, words: str, of: str | None = None, **more: Any) -> Count:
    """A count whose span is `words`; `parts` come as (name, value) pairs whose names stand in the text."""
    by = more.pop("by", "place")
    parts = tuple(Part(name, number, span(text, name), by) for name, number in more.pop("parts", ()))
    qualifier: Qualifier = more.pop("qualifier", "exact")
    return Count(what, of, value, qualifier, span(text, words), RULE, parts, more.pop("whole", bool(parts)))


def place(text: str, words: str, **known: Any) -> PlaceMention:
    """A place mention, with what `PLACES` knows of it unless told otherwise."""
    facts = {"name": words, "kind": "town", "country": "SY", **PLACES.get(words, {}), **known}
    return PlaceMention(span(text, words), RULE, **facts)


def named(text: str, words: str, id: str | None = None, kind: str | None = None) -> Named:
    """An actor or target."""
    return Named(span(text, words), RULE, None, id, kind)


def recorded(
    key: str,
    type: str,
    text: str,
    *,
    trigger: str | None = None,
    published: date | None = date(2021, 5, 12),
    outlet: str = "وكالة الوادي",
    document: str | None = None,
    day: date | None = None,
    last_day: date | None = None,
    day_words: str | None = None,
    places: Sequence[str | PlaceMention] = (),
    actors: Sequence[str | Named] = (),
    targets: Sequence[str | Named] = (),
    counts: Sequence[Count] = (),
    speaker: str | None = None,
    status: Status = "happened",
    review: Review = "unreviewed",
    **of_document: Any,
) -> RecordedClaim:
    """A claim of a text of one sentence: every word that is named must stand in it."""
    words = day_words or text.split()[0]
    title = of_document.pop("title", None)
    note = of_document.pop("note", None)
    claim = Claim(
        type=type,
        trigger=span(text, trigger or text.split()[0]),
        evidence=Span(0, len(text), text),
        source=RULE,
        neutral={"ar": type, "en": type},
        also=of_document.pop("also", ()),
        actors=tuple(item if isinstance(item, Named) else named(text, item) for item in actors),
        targets=tuple(item if isinstance(item, Named) else named(text, item) for item in targets),
        places=tuple(item if isinstance(item, PlaceMention) else place(text, item) for item in places),
        when=When(span(text, words), RULE, day, last_day or day) if day or day_words else None,
        counts=tuple(counts),
        speaker=Speaker(span(text, speaker), RULE) if speaker else None,
        status=status,
    )
    about = RecordedDocument(
        document or f"document-{key}", title, outlet, of_document.pop("address", None), published, **of_document
    )
    return RecordedClaim(key, about, claim, "1", "1", review, note)
