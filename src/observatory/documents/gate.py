"""The claims of one document as the gate hands them out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hudna.incidents import join
from hudna.protect import Profile, ProtectedClaim, default_gate
from hudna.protect.places import is_sensitive
from hudna.recorded import RecordedClaim


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
