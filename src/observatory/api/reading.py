"""Documents, claims and incidents."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router
from ninja.errors import HttpError

from hudna.protect import Profile, ProtectedClaim
from observatory.api.access import READS
from observatory.api.paging import DEFAULT, filters_told, page_asked, paged
from observatory.api.schemas import Asked, Claims, ClaimWhole, DocumentOut, Documents, IncidentOut, Incidents
from observatory.atlas import gate as atlas_gate
from observatory.atlas import queries as atlas
from observatory.atlas.models import KEYS
from observatory.atlas.present import data_row
from observatory.documents.fields import Voice
from observatory.documents.gate import protected_of
from observatory.documents.keys import keys, public_key
from observatory.documents.queries import listed, open_documents, summaries
from observatory.people.audience import audience_of, person_of
from observatory.people.exports import note_export
from observatory.records.models import Claim, Document
from observatory.review.claim_page import find
from observatory.search.index import documents_with
from observatory.search.queries import Asked as Searched
from observatory.search.queries import claims_found, with_words
from observatory.search.words import question

router = Router(auth=READS)
_PLAIN = Voice("ar", "latin")


@router.get("/documents", response=Documents, summary="Documents, the newest first")
def documents(
    request: HttpRequest, asked: Query[Asked], q: str = "", page: int = 1, size: int = DEFAULT
) -> dict[str, Any]:
    """Days are days of publication. `q` searches texts, for who may read them."""
    profile, person = audience_of(request), person_of(request)
    rows = listed(person, profile, filters_told(request, profile), request.GET.get("outlet", ""), False)
    if q and (words := question(q)):
        if profile.text != "full":
            raise HttpError(403, "texts are withheld from you: search claims with «q» at /api/claims")
        rows = with_words(rows, documents_with(words), "published")
    found = page_asked(request, rows, page, size)
    told = summaries(list(found.object_list), person, profile)
    return paged(request, found, [_document(row, told[row.pk], profile) for row in found])


def _document(row: Document, summary: Any, profile: Profile) -> dict[str, Any]:
    is_full = profile.text == "full"
    return {
        "key": public_key(row.key, profile),
        "title": row.title if is_full else None,
        "outlet": row.outlet.name if row.outlet else None,
        "published": row.published,
        "address": row.address if is_full else None,
        "claims": summary.claims,
        "reviewed": summary.reviewed,
        "findings": summary.warnings,
    }


@router.get("/documents/{key}", response=DocumentOut, summary="A document")
def document(request: HttpRequest, key: str) -> dict[str, Any]:
    """What a list tells of one document."""
    profile, person = audience_of(request), person_of(request)
    found = _find(request, key, profile)
    note_export(request, "api", 1)
    return _document(found, summaries([found], person, profile)[found.pk], profile)


def _find(request: HttpRequest, key: str, profile: Profile) -> Document:
    own = keys.own_key(key, profile)
    seen = open_documents(person_of(request), profile).select_related("outlet")
    found = seen.filter(key=own).first() if own else None
    if found is None:
        raise HttpError(404, f"no document «{key}»")
    return found


@router.get("/documents/{key}/claims", response=Claims, summary="The claims of a document")
def claims_of_document(request: HttpRequest, key: str, page: int = 1, size: int = DEFAULT) -> dict[str, Any]:
    """In the order of the text."""
    profile = audience_of(request)
    searched = Searched("", question(""), filters_told(request, profile))
    rows = claims_found(searched, person_of(request), profile).filter(document=_find(request, key, profile))
    return _page_of_claims(request, rows.order_by("position"), profile, page, size)


@router.get("/claims", response=Claims, summary="Claims, the latest first")
def claims(
    request: HttpRequest, asked: Query[Asked], q: str = "", page: int = 1, size: int = DEFAULT
) -> dict[str, Any]:
    """`q` searches what the public is told of claims: type, sides, province, figures."""
    profile = audience_of(request)
    searched = Searched(q, question(q), filters_told(request, profile))
    return _page_of_claims(request, claims_found(searched, person_of(request), profile), profile, page, size)


def _page_of_claims(request: HttpRequest, rows: Any, profile: Profile, page: int, size: int) -> dict[str, Any]:
    found = page_asked(request, rows, page, size)
    order = [row.key for row in found.object_list]
    told = protected_of(order, profile)
    return paged(request, found, [_claim(told[key]) for key in order if key in told])


def _claim(claim: ProtectedClaim) -> dict[str, Any]:
    row = asdict(claim)
    row.pop("original")
    return row


@router.get("/claims/{key}", response=ClaimWhole, summary="A claim with its offsets, rules and lexicon lines")
def claim(request: HttpRequest, key: str) -> dict[str, Any]:
    """For who sees everything."""
    profile = audience_of(request)
    if profile.text != "full":
        raise HttpError(403, "whole claims are withheld from you: use /api/documents/{key}/claims")
    found: Claim = find(key, person_of(request))
    note_export(request, "api", 1)
    body = {"standing": found.body.standing or found.body.read, "read": found.body.read}
    return {**_claim(protected_of([found.key], profile)[found.key]), **body}


@router.get("/incidents", response=Incidents, summary="Incidents, the latest first")
def incidents(
    request: HttpRequest, asked: Query[Asked], disputed: bool = False, page: int = 1, size: int = DEFAULT
) -> dict[str, Any]:
    """All days where none are asked for."""
    profile, person = audience_of(request), person_of(request)
    filters = filters_told(request, profile)
    days = atlas.Days(filters.first_day or date.min, filters.last_day or date.max)
    found = page_asked(request, atlas.listed(person, profile, filters, days, disputed), page, size)
    shown = atlas_gate.shown(list(found.object_list), person, profile)
    return paged(request, found, [data_row(item, _PLAIN, with_area=False) for item in shown])


@router.get("/incidents/{key}", response=IncidentOut, summary="An incident")
def incident(request: HttpRequest, key: str) -> dict[str, Any]:
    """As a list tells it."""
    profile, person = audience_of(request), person_of(request)
    rows = atlas_gate.open_incidents(person, profile).filter(**{KEYS[profile.name]: key})
    found = atlas_gate.shown(rows, person, profile)
    if not found:
        raise HttpError(404, f"no incident «{key}»")
    note_export(request, "api", 1)
    return data_row(found[0], _PLAIN, with_area=False)
