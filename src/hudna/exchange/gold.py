"""Claims that people have reviewed as gold files by the codebook, to measure and improve the reader with.

Gold files hold the document's text and every claim in it word for word, so that they are made under the internal
profile alone, and only of documents of which every claim was reviewed: a file with half of its claims would count the
other half as errors of the reader.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from typing import Any

from hudna.protect import ProtectedClaim
from hudna.recorded import RecordedClaim
from hudna.records import Claim, Count, PlaceMention

_KEPT = frozenset({"accepted", "corrected"})
_EPOCH = (1980, 1, 1, 0, 0, 0)


class GoldError(ValueError):
    """Claims of which no gold file can be made."""


def documents(claims: Iterable[ProtectedClaim], texts: Mapping[str, str]) -> list[dict[str, Any]]:
    """One gold file for each document whose claims are all reviewed; rejected claims are left out of it.

    `texts` maps document keys to texts. GoldError when claims come from another profile or a text is missing.
    """
    by_document: dict[str, list[RecordedClaim]] = {}
    for claim in claims:
        if claim.original is None:
            raise GoldError(f"gold files need the internal profile, not {claim.profile!r}: they hold whole texts")
        by_document.setdefault(claim.document.key, []).append(claim.original)
    found = []
    for key, own in by_document.items():
        if any(claim.review == "unreviewed" for claim in own):
            continue
        if key not in texts:
            raise GoldError(f"no text of document {key!r} was given")
        found.append(_document(key, own, texts[key]))
    return found


def write(claims: Iterable[ProtectedClaim], texts: Mapping[str, str]) -> bytes:
    """The gold files as a ZIP archive, one JSON file a document."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, document in enumerate(documents(claims, texts), start=1):
            name = zipfile.ZipInfo(f"{number:05}.json", _EPOCH)
            archive.writestr(name, json.dumps(document, ensure_ascii=False, indent=1) + "\n", zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _document(key: str, claims: list[RecordedClaim], text: str) -> dict[str, Any]:
    about = claims[0].document
    kept = sorted((claim for claim in claims if claim.review in _KEPT), key=lambda claim: claim.claim.trigger.start)
    for recorded in kept:
        recorded.claim.evidence.verify(text)
        recorded.claim.trigger.verify(text)
    return {
        "id": key,
        "title": about.title,
        "text": text,
        "published": about.published.isoformat() if about.published else None,
        "outlet": about.outlet,
        "claims": [_claim(recorded.claim) for recorded in kept],
    }


def _claim(claim: Claim) -> dict[str, Any]:
    when = claim.when
    return {
        "type": claim.type,
        "trigger": claim.trigger.text,
        "evidence": claim.evidence.text,
        "also": _also(claim),
        "actors": [actor.span.text for actor in claim.actors],
        "targets": [target.span.text for target in claim.targets],
        "places": [place.span.text for place in claim.places],
        "point": _point(claim.places),
        "when": {
            "surface": when.span.text if when else None,
            "start": when.first_day.isoformat() if when and when.first_day else None,
            "end": when.last_day.isoformat() if when and when.last_day else None,
        },
        "counts": [_count(count) for count in claim.counts],
        "speaker": claim.speaker.span.text if claim.speaker else None,
        "status": claim.status,
    }


def _also(claim: Claim) -> list[str]:
    """The other tellings. The codebook wants the trigger in one of the tellings: where it stands apart, it is one."""
    found = [span.text for span in claim.also]
    trigger = claim.trigger.text
    return found if any(trigger in told for told in (claim.evidence.text, *found)) else [*found, trigger]


def _point(places: tuple[PlaceMention, ...]) -> list[float] | None:
    point = places[0].point if places else None
    return list(point) if point is not None else None


def _count(count: Count) -> dict[str, Any]:
    return {
        "what": count.what,
        "of": count.of,
        "value": count.value,
        "qualifier": count.qualifier,
        "parts": [{"place": part.name, "value": part.value} for part in count.parts],
    }
