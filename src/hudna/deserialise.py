"""The way back from the JSON form of a reading (`hudna.serialise`) to its records: every span is checked again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from hudna.records import Claim, Count, Finding, Named, Part, PlaceMention, Source, Span, SpanError, Speaker, When
from hudna.serialise import surface


def claim_from_dict(data: Mapping[str, Any], text: str) -> Claim:
    """The claim that `data` writes down, against the document's text.

    KeyError when a field is missing; SpanError when a span does not hold the characters that it names.
    """
    status_rule = data["status_rule"]
    return Claim(
        type=data["type"],
        trigger=_span(data["trigger"], text),
        evidence=_span(data["evidence"], text),
        source=_source(data),
        neutral=dict(data["neutral"]),
        also=tuple(_span(item, text) for item in data["also"]),
        actors=tuple(_named(item, text) for item in data["actors"]),
        targets=tuple(_named(item, text) for item in data["targets"]),
        places=tuple(_place(item, text) for item in data["places"]),
        when=_when(data["when"], text),
        counts=tuple(_count(item, text) for item in data["counts"]),
        speaker=_speaker(data["speaker"], text),
        status=data["status"],
        status_source=Source(status_rule) if status_rule else None,
        status_cue=_span(data["status_cue"], text) if data["status_cue"] else None,
    )


def finding_from_dict(data: Mapping[str, Any]) -> Finding:
    """The finding that `data` writes down; KeyError when a field is missing."""
    return Finding(data["code"], data["level"], tuple(data["claims"]), dict(data["figures"]), dict(data["message"]))


def _span(data: Mapping[str, Any], text: str) -> Span:
    span = Span(data["start"], data["end"], data["text"])
    span.verify(text)
    return span


def _surface(data: Mapping[str, Any], text: str) -> Span:
    span = Span.of(text, data["start"], data["end"])
    if surface(span) != data["surface"]:
        raise SpanError(f"the text holds «{span.text}» at {span.start}, not «{data['surface']}»")
    return span


def _source(data: Mapping[str, Any]) -> Source:
    return Source(data["rule"], data["entry"])


def _named(data: Mapping[str, Any], text: str) -> Named:
    return Named(_surface(data, text), _source(data), data.get("name"), data.get("id"), data.get("kind"))


def _place(data: Mapping[str, Any], text: str) -> PlaceMention:
    point = data.get("point")
    return PlaceMention(
        _surface(data, text),
        _source(data),
        name=data.get("name"),
        id=data.get("id"),
        kind=data.get("kind"),
        point=(point[0], point[1]) if point else None,
        precision=data.get("precision"),
        admin1=data.get("admin1"),
        country=data.get("country"),
    )


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _when(data: Mapping[str, Any], text: str) -> When | None:
    if data["surface"] is None:
        return None
    span = Span.of(text, *data["span"])
    return When(span, _source(data), _day(data["start"]), _day(data["end"]))


def _part(data: Mapping[str, Any], text: str) -> Part:
    return Part(data["place"], data["value"], Span.of(text, data["start"], data["end"]), data["by"])


def _count(data: Mapping[str, Any], text: str) -> Count:
    return Count(
        what=data["what"],
        of=data["of"],
        value=data["value"],
        qualifier=data["qualifier"],
        span=Span.of(text, data["start"], data["end"]),
        source=_source(data),
        parts=tuple(_part(item, text) for item in data["parts"]),
        whole=data["whole"],
    )


def _speaker(data: Mapping[str, Any] | None, text: str) -> Speaker | None:
    if data is None:
        return None
    return Speaker(_surface(data, text), _source(data), tuple(data["chain"]), data.get("id"))
