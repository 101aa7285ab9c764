"""What is made of many claims: ledgers and findings. They are made of claims that may appear, then cleaned of names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from hudna.incidents.findings import RecordFinding
from hudna.ledger.records import Ledger
from hudna.protect.gate import Gate, default_gate, may_appear, public_key
from hudna.protect.profiles import Profile
from hudna.recorded import RecordedClaim

_TOLD_PLACES = frozenset({"exact", "town"})


def visible(claims: Iterable[RecordedClaim], profile: Profile, today: date | None = None) -> list[RecordedClaim]:
    """The claims that may appear under a profile. They are not protected yet: make ledgers and findings of them."""
    day = today or date.today()
    return [claim for claim in claims if may_appear(claim, profile, day)]


def protect_ledger(
    ledger: Ledger, claims: Iterable[RecordedClaim], profile: Profile, gate: Gate | None = None
) -> Ledger:
    """A ledger that was built of `visible` claims, with public keys and without private names.

    Its zones are those of the definition, which its writer has chosen to show. ValueError when it rests on a claim that
    is not among `claims`: then it was built of more than may appear.
    """
    if profile.names:
        return ledger
    known = {claim.key: claim for claim in claims}
    keys = {key: public_key(key, "claim", profile) for key in known}
    return replace(
        ledger,
        cells=tuple(
            replace(
                cell,
                claims=_public(cell.claims, keys),
                otherwise=tuple((value, _public(own, keys)) for value, own in cell.otherwise),
            )
            for cell in ledger.cells
        ),
        running=tuple(replace(total, claims=_public(total.claims, keys)) for total in ledger.running),
        unassigned=_named(ledger.unassigned, known, keys, profile, gate or default_gate()),
    )


def protect_finding(
    finding: RecordFinding, claims: Iterable[RecordedClaim], profile: Profile, gate: Gate | None = None
) -> RecordFinding | None:
    """A finding about `visible` claims with public keys; None when its message would name what is withheld."""
    if profile.names:
        return finding
    known = {claim.key: claim for claim in claims}
    told = [known[key] for key in finding.claims if key in known]
    through = gate or default_gate()
    if len(told) < len(finding.claims) or not all(_is_harmless(claim, profile, through) for claim in told):
        return None
    keys = {claim.key: public_key(claim.key, "claim", profile) for claim in told}
    return replace(finding, claims=_public(finding.claims, keys))


def _is_harmless(claim: RecordedClaim, profile: Profile, gate: Gate) -> bool:
    """Whether its source is a known body whose naming holds no other word, and its places may be told by name."""
    told = gate.claim(claim, profile, date.max)
    speaker = claim.claim.speaker
    if told is None or "sensitive_place" in told.withheld:
        return False
    if speaker is not None and (told.speaker is None or told.speaker.name != speaker.span.text):
        return False
    return profile.places in _TOLD_PLACES or all(
        place.precision in ("admin1", "country") for place in claim.claim.places
    )


def _public(own: Iterable[str], keys: Mapping[str, str]) -> tuple[str, ...]:
    missing = [key for key in own if key not in keys]
    if missing:
        raise ValueError(f"the ledger rests on {len(missing)} claims that may not appear: build it of `visible` claims")
    return tuple(keys[key] for key in own)


def _named(
    unassigned: Mapping[str, tuple[str, ...]],
    known: Mapping[str, RecordedClaim],
    keys: Mapping[str, str],
    profile: Profile,
    gate: Gate,
) -> dict[str, tuple[str, ...]]:
    """Sources by the name that the profile may tell; those that it may not name stand together under «?»."""
    found: dict[str, tuple[str, ...]] = {}
    for own in unassigned.values():
        for key, shown in zip(own, _public(own, keys), strict=True):
            party = gate.speaker(known[key], profile)
            name = party.name if party is not None and party.id is not None else "?"
            found[name] = (*found.get(name, ()), shown)
    return found
