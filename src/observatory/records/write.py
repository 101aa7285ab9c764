"""Writes documents and their readings. Every function writes into the transaction of its caller."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from observatory.records.countries import country_code
from observatory.records.identity import claim_keys, document_key, storable
from observatory.records.models import Claim, ClaimBody, Document, DocumentText, Finding, Outlet, Reading
from observatory.records.prepare import Incoming, Prepared, zone_name
from observatory.records.projection import Rows, take_columns
from observatory.records.signals import readings_written
from observatory.review.anchors import keep_keys
from observatory.review.models import Decision
from observatory.review.state import UNREVIEWED, claim_state, standing

Decisions = dict[str, list[Decision]]

_ROWS = 400
_LONGEST_OUTLET = 300


def write_documents(items: Sequence[tuple[Incoming, Prepared]], fetched_at: datetime) -> list[Document]:
    """Write new documents with their texts and readings, and give their rows."""
    outlets = _outlets(item.source.outlet for item, _ in items)
    documents = [_document(item, outlets, fetched_at) for item, _ in items]
    Document.objects.bulk_create(documents, batch_size=_ROWS)
    DocumentText.objects.bulk_create(
        [
            DocumentText(
                document=document, signature=prepared.signature, text=item.text, normal=storable(prepared.normal)
            )
            for document, (item, prepared) in zip(documents, items, strict=True)
        ],
        batch_size=_ROWS,
    )
    write_readings([(document, prepared) for document, (_, prepared) in zip(documents, items, strict=True)])
    return documents


def _document(item: Incoming, outlets: dict[str, Outlet], fetched_at: datetime) -> Document:
    source = item.source
    outlet = _outlet_name(source.outlet)
    return Document(
        key=document_key(item.original_hash),
        original_hash=item.original_hash,
        original_size=len(source.original),
        media_type=source.media_type[:120],
        text_hash=item.text_hash,
        address=storable(source.address) if source.address else None,
        address_hash=item.address_hash,
        external_id=storable(source.id) if source.id else None,
        origin=storable(source.where),
        outlet=outlets[outlet] if outlet else None,
        title=storable(source.title) if source.title else None,
        published=source.published,
        published_at=source.published_at,
        published_zone=zone_name(source.published_at),
        country=country_code(source.country),
        fetched_at=fetched_at,
    )


def _outlet_name(name: str | None) -> str | None:
    return storable(name)[:_LONGEST_OUTLET].strip() or None if name else None


def _outlets(names: Iterable[str | None]) -> dict[str, Outlet]:
    wanted = {found for name in names if (found := _outlet_name(name))}
    known = {outlet.name: outlet for outlet in Outlet.objects.filter(name__in=wanted)}
    for name in sorted(wanted - known.keys()):
        known[name] = Outlet.objects.create(name=name)
    return known


def write_readings(items: Sequence[tuple[Document, Prepared]], decisions: Decisions | None = None) -> None:
    """Add readings of documents and make them the current ones; what was decided about their claims holds on."""
    now = timezone.now()
    readings = [
        Reading(document=document, engine=prepared.engine, lexicon=prepared.lexicon, made_at=now)
        for document, prepared in items
    ]
    Reading.objects.bulk_create(readings, batch_size=_ROWS)
    findings: list[Finding] = []
    claims: list[Claim] = []
    bodies: list[ClaimBody] = []
    rows = Rows()
    for reading, (document, prepared) in zip(readings, items, strict=True):
        for claim, body in _claims(reading, document, prepared, decisions.get(document.key, []) if decisions else []):
            claims.append(claim)
            bodies.append(body)
            rows.add(claim, body.standing or body.read)
        findings.extend(Finding(reading=reading, position=at, **data) for at, data in enumerate(prepared.findings))
    Claim.objects.bulk_create(claims, batch_size=_ROWS)
    for body in bodies:
        body.claim_id = body.claim.pk
    ClaimBody.objects.bulk_create(bodies, batch_size=_ROWS)
    rows.write()
    Finding.objects.bulk_create(findings, batch_size=_ROWS)
    readings_written.send(None, documents=[document.pk for document, _ in items])


def retire_readings(documents: Sequence[Document]) -> None:
    """Let the current readings of documents stand as older ones, before newer ones are written."""
    numbers = [document.pk for document in documents]
    Reading.objects.filter(document__in=numbers, current=True).update(current=False)
    Claim.objects.filter(document__in=numbers, current=True).update(current=False)


def decisions_of(documents: Sequence[Document]) -> Decisions:
    """The decisions that name claims of these documents, by document key, in their order."""
    keys = {document.key for document in documents}
    found: Decisions = {}
    for decision in Decision.objects.filter(Q(document_key__in=keys) | Q(target_kind="incident")).order_by("pk"):
        for key in {about["document"] for about in (decision.about or {}).values()} & keys:
            found.setdefault(key, []).append(decision)
    return found


def _claims(
    reading: Reading, document: Document, prepared: Prepared, decisions: list[Decision]
) -> Iterable[tuple[Claim, ClaimBody]]:
    keys = claim_keys(document.key, prepared.claims)
    if decisions:
        keys = keep_keys(document.key, keys, prepared.claims, decisions)
    for position, (key, read) in enumerate(zip(keys, prepared.claims, strict=True)):
        own = [row for row in decisions if row.target_key == key and row.target_kind == "claim"]
        state = claim_state(own) if own else UNREVIEWED
        after = standing(read, state)
        claim = Claim(
            key=key, document=document, reading=reading, position=position, review=state.review, note=state.note
        )
        take_columns(claim, after or read, document.published)
        yield claim, ClaimBody(claim=claim, read=read, standing=after)
