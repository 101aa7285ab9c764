"""One reviewer's gold: documents of which this person has decided about every claim, as they took the claims to be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import QuerySet

from hudna.deserialise import claim_from_dict
from hudna.exchange import export
from hudna.protect import INTERNAL, default_gate
from hudna.recorded import RecordedClaim
from observatory.people.audience import visible_documents
from observatory.people.roles import Person
from observatory.records.models import Claim, Document
from observatory.records.recorded import recorded_document
from observatory.review.models import Decision
from observatory.review.state import claim_state, counting, standing


def gold_of(name: str, person: Person, today: date) -> tuple[bytes, int, int]:
    """The ZIP file of a reviewer's gold, its number of documents, and the number of those not decided to their end."""
    keys = Decision.objects.filter(person=name, target_kind="claim").values("document_key")
    documents = visible_documents(person).filter(key__in=keys).select_related("outlet", "body").order_by("pk")
    gate, claims, texts, unfinished = default_gate(), [], {}, 0
    for document, own in _decided(documents, name):
        if any(claim.review == "unreviewed" for claim in own):
            unfinished += 1
            continue
        claims += [found for claim in own if (found := gate.claim(claim, INTERNAL, today))]
        texts[document.key] = document.body.text
    return export("gold", claims=claims, texts=texts) if texts else b"", len(texts), unfinished


def _decided(documents: QuerySet[Document], name: str) -> Iterator[tuple[Document, list[RecordedClaim]]]:
    """Each document with its claims as they are by one person's decisions alone."""
    for document in documents:
        rows = Claim.objects.filter(document=document, current=True).select_related("body", "reading")
        decisions = list(Decision.objects.filter(document_key=document.key, target_kind="claim"))
        yield document, [_as_decided(row, document, name, decisions) for row in rows.order_by("position")]


def _as_decided(row: Claim, document: Document, name: str, decisions: list[Decision]) -> RecordedClaim:
    about = [each for each in decisions if each.target_key == row.key]
    state = claim_state([each for each in counting(about) if each.person == name])
    return RecordedClaim(
        key=row.key,
        document=recorded_document(document),
        claim=claim_from_dict(standing(row.body.read, state) or row.body.read, document.body.text),
        engine=row.reading.engine,
        lexicon=row.reading.lexicon,
        review=state.review,
        note=None,
    )
