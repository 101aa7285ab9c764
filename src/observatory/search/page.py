"""The page of search: documents that hold the words, with the words marked where they stand.

Who may not read texts searches what the gate lets out of the claims: a hit in a withheld text would tell what it says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString

from hudna.labels import COUNTS, STATUSES, TYPES
from hudna.protect import Profile, ProtectedClaim
from observatory.documents.fields import Field, Voice, protected_fields
from observatory.documents.gate import protected_of
from observatory.documents.keys import public_key
from observatory.people.audience import audience_of, person_of
from observatory.records.models import Claim, Document
from observatory.records.pieces import pieces
from observatory.records.query import among
from observatory.search.queries import Asked, asked_of, claims_found, documents_found
from observatory.search.snippets import snippet
from observatory.search.words import Question, hits
from observatory.ui.data import as_data, format_of
from observatory.ui.listing import in_order, page_of_found
from observatory.ui.marks import Mark, marked
from observatory.ui.preferences import preferences_of

PAGE_LENGTH = 20
MOST_FOUND = 1000
"""Who finds more asks again with another word or a filter."""
_MOST_CLAIMS = 4
_ASKED = 200


def search(request: HttpRequest) -> HttpResponse:
    """What the words and filters of the address find."""
    profile, person = audience_of(request), person_of(request)
    chosen = preferences_of(request)
    voice, asked = Voice(chosen.language, chosen.digits), asked_of(request, profile)
    context: dict[str, Any] = {
        "asked": asked,
        "filters": asked.filters,
        "types": list(TYPES),
        "statuses": list(STATUSES),
        "kinds": list(COUNTS),
        "profile": profile,
        "reads_texts": profile.text == "full",
    }
    if not asked:
        empty = format_of(request)
        return as_data(request, empty, "search", ()) if empty else render(request, "search/search.html", context)
    found: QuerySet[Any] = (
        documents_found(asked, person, profile) if profile.text == "full" else claims_found(asked, person, profile)
    )
    rows = _documents if profile.text == "full" else _claims
    if format := format_of(request):
        return as_data(request, format, "search", (row["data"] for row in _all(found, rows, asked, profile, voice)))
    # What is found is put in its order by its numbers alone: texts are only read of the few that are shown.
    listing = page_of_found(request, found, PAGE_LENGTH, MOST_FOUND)
    shown = found.model._base_manager.all()
    if profile.text == "full":
        shown = shown.select_related("outlet", "body")
    ordered = in_order(shown, list(listing.object_list))
    context |= {"listing": listing, "rows": rows(ordered, asked, profile, voice)}
    return render(request, "search/search.html", context)


def _all(found: QuerySet[Any], rows: Any, asked: Asked, profile: Profile, voice: Voice) -> Iterator[dict[str, Any]]:
    for piece in pieces(found.iterator(chunk_size=_ASKED), _ASKED):
        yield from rows(piece, asked, profile, voice)


def _documents(found: Sequence[Document], asked: Asked, profile: Profile, voice: Voice) -> list[dict[str, Any]]:
    """Documents with the words marked, and those of their claims that the filters ask for."""
    claims: dict[int, list[Claim]] = {document.pk: [] for document in found}
    theirs = list(Claim.objects.filter(document__in=list(claims), current=True).values_list("pk", flat=True))
    asked_for = among(Claim.objects.filter(pk__in=theirs), asked.conditions())
    for claim in asked_for.order_by("document", "position"):
        claims[claim.document_id].append(claim)
    return [_document(document, claims[document.pk], asked.question, profile) for document in found]


def _document(document: Document, claims: Sequence[Claim], question: Question, profile: Profile) -> dict[str, Any]:
    text = document.body.text
    places = hits(text, question)
    key = public_key(document.key, profile)
    return {
        "key": key,
        "document": document,
        "title": _title(document.title, question),
        "snippet": snippet(text, places, document.title),
        "hits": len(places),
        "claims": claims[:_MOST_CLAIMS],
        "more": max(0, len(claims) - _MOST_CLAIMS),
        "data": {
            "document": key,
            "title": document.title,
            "outlet": document.outlet.name if document.outlet else None,
            "published": document.published,
            "hits": len(places),
            "claims": [claim.key for claim in claims],
            "points": [[claim.latitude, claim.longitude] for claim in claims if claim.latitude is not None],
        },
    }


def _title(title: str | None, question: Question) -> SafeString | None:
    return marked(title, [Mark(span.start, span.end, "hit") for span in hits(title, question)]) if title else None


def _claims(found: Sequence[Claim], asked: Asked, profile: Profile, voice: Voice) -> list[dict[str, Any]]:
    """Claims as the gate hands them out, in the order in which they were found."""
    told = protected_of([claim.key for claim in found], profile)
    return [_claim(told[claim.key], voice) for claim in found if claim.key in told]


def _claim(claim: ProtectedClaim, voice: Voice) -> dict[str, Any]:
    fields: list[Field] = protected_fields(claim, voice)
    place = claim.place
    return {
        "key": claim.document.key,
        "claim": claim,
        "fields": fields,
        "data": {
            "claim": claim.key,
            "document": claim.document.key,
            "outlet": claim.document.outlet,
            "published": claim.document.published,
            "type": claim.type,
            "status": claim.status,
            "first_day": claim.first_day,
            "last_day": claim.last_day,
            "place": place.name if place else None,
            "point": place.point if place else None,
            "speaker": claim.speaker.name if claim.speaker else None,
            "actors": [party.name for party in claim.actors],
            "targets": [party.name for party in claim.targets],
            "counts": [[count.what, count.value] for count in claim.counts],
        },
    }
