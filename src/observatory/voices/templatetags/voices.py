"""Template tag of who says a claim: the address of the voice's page."""

from __future__ import annotations

from django import template

from hudna.protect import ProtectedClaim
from hudna.recorded import RecordedClaim
from hudna.serialise import surface
from observatory.voices.identity import party_address, speaker_address

register = template.Library()


@register.simple_tag
def voice_address(claim: RecordedClaim | ProtectedClaim | None) -> str:
    """The address of the page of a claim's speaker: {% voice_address claim as address %}. Empty where it has none.

    Of a claim from the gate it is known only for who may be named; a speaker who is withheld leaves nothing.
    """
    if isinstance(claim, ProtectedClaim):
        if claim.original is None:
            return party_address(claim.speaker) or ""
        claim = claim.original
    speaker = claim.claim.speaker if claim is not None else None
    return speaker_address(surface(speaker.span), speaker.id) if speaker is not None else ""
