"""The JSON form of a reading: one object a document, as src/hudna/schema/reading.schema.json describes it."""

from __future__ import annotations

from typing import Any

from hudna.records import Claim, Count, Finding, Named, PlaceMention, Reading, Source, Span, Speaker, When


def reading_to_dict(reading: Reading) -> dict[str, Any]:
    """A reading as plain data for JSON."""
    return {
        "id": reading.document.id,
        "engine": {"version": reading.engine, "lexicon": reading.lexicon},
        "claims": [claim_to_dict(claim) for claim in reading.claims],
        "findings": [_finding(finding) for finding in reading.findings],
    }


def _span(span: Span) -> dict[str, Any]:
    return {"text": span.text, "start": span.start, "end": span.end}


def surface(span: Span) -> str:
    """The words of a name without the marks of a hashtag («قطاع #غزة» is «قطاع غزة»); the offsets keep them."""
    if "#" not in span.text and "_" not in span.text:
        return span.text
    return " ".join(span.text.replace("#", " ").replace("_", " ").split())


def _source(source: Source) -> dict[str, Any]:
    return {"rule": source.rule, "entry": source.entry}


def _known(**fields: Any) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value is not None}


def _named(item: Named) -> dict[str, Any]:
    return {
        "surface": surface(item.span),
        "start": item.span.start,
        "end": item.span.end,
        **_known(name=item.name, id=item.id, kind=item.kind),
        **_source(item.source),
    }


def _place(item: PlaceMention) -> dict[str, Any]:
    return {
        "surface": surface(item.span),
        "start": item.span.start,
        "end": item.span.end,
        **_known(
            name=item.name,
            id=item.id,
            kind=item.kind,
            point=list(item.point) if item.point else None,
            precision=item.precision,
            admin1=item.admin1,
            country=item.country,
        ),
        **_source(item.source),
    }


def _when(item: When | None) -> dict[str, Any]:
    if item is None:
        return {"surface": None, "start": None, "end": None}
    return {
        "surface": item.span.text,
        "start": item.first_day.isoformat() if item.first_day else None,
        "end": item.last_day.isoformat() if item.last_day else None,
        "span": [item.span.start, item.span.end],
        **_source(item.source),
    }


def _count(item: Count) -> dict[str, Any]:
    return {
        "what": item.what,
        "of": item.of,
        "value": item.value,
        "qualifier": item.qualifier,
        "parts": [
            {"place": p.name, "value": p.value, "by": p.by, "start": p.span.start, "end": p.span.end}
            for p in item.parts
        ],
        "whole": item.whole,
        "start": item.span.start,
        "end": item.span.end,
        **_source(item.source),
    }


def _speaker(item: Speaker | None) -> dict[str, Any] | None:
    if item is None:
        return None
    return {
        "surface": surface(item.span),
        "start": item.span.start,
        "end": item.span.end,
        "chain": list(item.chain),
        **_known(id=item.id),
        **_source(item.source),
    }


def claim_to_dict(claim: Claim) -> dict[str, Any]:
    return {
        "type": claim.type,
        "neutral": dict(claim.neutral),
        "trigger": _span(claim.trigger),
        "evidence": _span(claim.evidence),
        "also": [_span(span) for span in claim.also],
        "actors": [_named(item) for item in claim.actors],
        "targets": [_named(item) for item in claim.targets],
        "places": [_place(item) for item in claim.places],
        "when": _when(claim.when),
        "counts": [_count(item) for item in claim.counts],
        "speaker": _speaker(claim.speaker),
        "status": claim.status,
        "status_rule": claim.status_source.rule if claim.status_source else None,
        "status_cue": _span(claim.status_cue) if claim.status_cue else None,
        **_source(claim.source),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "level": finding.level,
        "claims": list(finding.claims),
        "figures": dict(finding.figures),
        "message": dict(finding.message),
    }
