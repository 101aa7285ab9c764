"""The claims of one document as the gate hands them out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hudna.incidents import join
from hudna.protect import Profile, ProtectedClaim, default_gate, public_key
from hudna.protect.places import is_sensitive
from hudna.recorded import RecordedClaim
from observatory.records.models import Claim
from observatory.records.recorded import recorded_of


def protected(claims: Sequence[RecordedClaim], profile: Profile) -> list[ProtectedClaim]:
    """What a profile lets through of a document's claims.

    What is sensitive in one telling of an incident is sensitive in all: another telling would give the place away.
    """
    hidden: set[str] = set()
    if profile.places != profile.sensitive_places:
        for incident in join(claims):
            if any(map(is_sensitive, incident.claims)):
                hidden.update(claim.key for claim in incident.claims)
    gate, today = default_gate(), date.today()
    through = (gate.claim(claim, profile, today, claim.key in hidden) for claim in claims)
    return [claim for claim in through if claim is not None]


def protected_of(keys: Sequence[str], profile: Profile) -> dict[str, ProtectedClaim]:
    """What the gate lets through of the claims of these keys, each beside the other claims of its document."""
    documents = Claim.objects.filter(key__in=keys, current=True).values("document")
    beside = Claim.objects.filter(document__in=documents, current=True).values_list("key", flat=True)
    by_document: dict[str, list[RecordedClaim]] = {}
    for claim in recorded_of(beside):
        by_document.setdefault(claim.document.key, []).append(claim)
    wanted = {public_key(key, "claim", profile): key for key in keys}
    through = (claim for claims in by_document.values() for claim in protected(claims, profile))
    return {wanted[claim.key]: claim for claim in through if claim.key in wanted}
