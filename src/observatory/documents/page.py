"""A document's page: its text with claims marked on it, and why each field was read as it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from hudna.deserialise import finding_from_dict
from hudna.protect import Profile, ProtectedClaim
from hudna.records import Finding
from observatory.documents.archive import archive_address
from observatory.documents.fields import (
    LEGEND,
    MARKS,
    Field,
    Voice,
    claim_marks,
    fields_of,
    overview_marks,
    protected_fields,
)  # fmt: skip
from observatory.documents.gate import protected
from observatory.documents.keys import keys, public_key
from observatory.documents.queries import ReadClaim, claims_of, near_duplicates, open_documents, readings_of
from observatory.people.audience import audience_of, person_of
from observatory.people.exports import note_export
from observatory.records.models import ClaimBody, Document, Reading
from observatory.records.originals import OriginalError, read_original
from observatory.ui.data import as_data, format_of
from observatory.ui.marks import marked
from observatory.ui.preferences import Preferences, preferences_of


def document(request: HttpRequest, key: str) -> HttpResponse:
    """The page of a document, as far as the audience may see it."""
    profile = audience_of(request)
    found = _find(request, key, profile)
    readings = readings_of(found)
    reading = _chosen_reading(request, readings) if profile.text == "full" else readings[0]
    claims = claims_of(reading, found)
    if format := format_of(request):
        return as_data(request, format, f"document-{key[:20]}", _data(claims, reading, profile))
    if profile.text == "full":
        return _full(request, found, reading, readings, claims)
    return _withheld(request, found, claims, profile)


def original(request: HttpRequest, key: str) -> HttpResponse:
    """The bytes that the document came as, for who sees everything."""
    profile = audience_of(request)
    found = _find(request, key, profile)
    if profile.text != "full":
        raise PermissionDenied
    try:
        data = read_original(found.original_hash)
    except OriginalError as error:
        raise Http404(str(error)) from error
    note_export(request, "original", 1)
    response = HttpResponse(data, content_type=found.media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{found.key}{_ending(found.media_type)}"'
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


def _ending(media_type: str) -> str:
    import mimetypes

    return mimetypes.guess_extension(media_type.split(";")[0].strip()) or ".bin"


def _find(request: HttpRequest, key: str, profile: Profile) -> Document:
    own = keys.own_key(key, profile)
    seen = open_documents(person_of(request), profile).select_related("outlet", "body")
    found = seen.filter(key=own).first() if own else None
    if found is None:
        raise Http404(key)
    return found


def _chosen_reading(request: HttpRequest, readings: Sequence[Reading]) -> Reading:
    asked = request.GET.get("reading")
    return next((reading for reading in readings if str(reading.pk) == asked), readings[0])


def _voice(request: HttpRequest) -> Voice:
    chosen: Preferences = preferences_of(request)
    return Voice(chosen.language, chosen.digits)


def _full(
    request: HttpRequest, found: Document, reading: Reading, readings: list[Reading], claims: list[ReadClaim]
) -> HttpResponse:
    voice = _voice(request)
    findings = [_finding(row) for row in reading.findings.order_by("position")]
    asked = request.GET.get("claim", "")
    chosen = next((item for item in claims if str(item.number) == asked), None)
    fields = _chosen_fields(chosen, findings, voice) if chosen else []
    text = found.body.text
    marks = (
        claim_marks(chosen.recorded.claim, chosen.number)
        if chosen
        else overview_marks((item.number, item.recorded.claim) for item in claims)
    )
    context = {
        "document": found,
        "archive": archive_address(found.address, found.published),
        "key": found.key,
        "text": marked(text, marks),
        "reading": reading,
        "readings": readings,
        "claims": [_listed(item, findings, voice) for item in claims],
        "chosen": chosen,
        "fields": fields,
        "legend": _legend(fields),
        "previous": _neighbour(claims, chosen, -1),
        "next": _neighbour(claims, chosen, 1),
        "loose_findings": [item for item in findings if not item.claims],
        "likes": _likes(request, found),
        "can_download": True,
    }
    return render(request, "documents/document.html", context)


def _legend(fields: Sequence[Field]) -> list[tuple[str, str]]:
    """The fields that stand on the text, with their mark, in the order of the legend."""
    marked_fields = {item.name for item in fields if any(value.span for value in item.values)}
    return [(name, MARKS[name]) for name in LEGEND if name in marked_fields]


def _finding(row: Any) -> Finding:
    return finding_from_dict(
        {"code": row.code, "level": row.level, "claims": row.claims, "figures": row.figures, "message": row.message}
    )


def _chosen_fields(chosen: ReadClaim, findings: Sequence[Finding], voice: Voice) -> list[Field]:
    about = [finding for finding in findings if chosen.number - 1 in finding.claims]
    return fields_of(chosen.recorded.claim, about, voice)


def _listed(item: ReadClaim, findings: Sequence[Finding], voice: Voice) -> dict[str, Any]:
    """A claim as a line of the list beside the text."""
    claim = item.recorded.claim
    fields = {field.name: field for field in fields_of(claim, (), voice)}

    def told(name: str) -> str:
        return voice.joined(value.known or value.words for value in fields[name].values) if name in fields else ""

    return {
        "number": item.number,
        "recorded": item.recorded,
        "claim": claim,
        "neutral": told("trigger"),
        **{name: told(name) for name in ("speaker", "actors", "targets", "places", "when", "counts")},
        "warnings": sum(item.number - 1 in finding.claims and finding.level != "info" for finding in findings),
    }


def _neighbour(claims: Sequence[ReadClaim], chosen: ReadClaim | None, step: int) -> int | None:
    """The number of the claim before or after the chosen one; the first or last where none is chosen."""
    numbers = [item.number for item in claims]
    if not numbers:
        return None
    if chosen is None:
        return numbers[0] if step > 0 else None
    at = numbers.index(chosen.number) + step
    return numbers[at] if 0 <= at < len(numbers) else None


def _likes(request: HttpRequest, found: Document) -> list[dict[str, Any]]:
    profile = audience_of(request)
    seen = open_documents(person_of(request), profile)
    return [
        {
            "key": public_key(like.document.key, profile),
            "title": like.document.title if profile.text == "full" else None,
            "outlet": like.document.outlet,
            "published": like.document.published,
            "percent": round(like.share * 100),
            "is_later": like.is_later,
        }
        for like in near_duplicates(found, seen)
    ]


def _withheld(request: HttpRequest, found: Document, claims: list[ReadClaim], profile: Profile) -> HttpResponse:
    """The page for who may not read the text: claims as the gate hands them out, and what was taken out."""
    voice = _voice(request)
    through = protected([item.recorded for item in claims], profile)
    context = {
        "document": found,
        "key": public_key(found.key, profile),
        "site": through[0].document.address if through else None,
        "claims": [
            {"number": at, "claim": claim, "fields": protected_fields(claim, voice)}
            for at, claim in enumerate(through, 1)
        ],
        "withheld": list(dict.fromkeys(what for claim in through for what in claim.withheld)) or ["text"],
        "profile": profile,
        "likes": _likes(request, found),
    }
    return render(request, "documents/withheld.html", context)


def _data(claims: Sequence[ReadClaim], reading: Reading, profile: Profile) -> list[dict[str, Any]]:
    """The claims as data: the whole reading for who sees everything, else what the gate lets through."""
    if profile.text == "full":
        bodies = ClaimBody.objects.filter(claim__reading=reading).order_by("claim__position")
        return [
            {"key": item.recorded.key, "review": item.recorded.review, **(body.standing or body.read)}
            for item, body in zip(claims, bodies, strict=True)
        ]
    return [_plain(claim) for claim in protected([item.recorded for item in claims], profile)]


def _plain(claim: ProtectedClaim) -> dict[str, Any]:
    row = asdict(claim)
    row.pop("original")
    return row
