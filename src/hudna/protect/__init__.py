"""The protection gate: what leaves the record passes `protect(claim | incident, profile)`.

Profiles: `internal` (everything), `partner` (towns, two days later, quotations with unknown words masked), `public`
(provinces, a week later, no quotations). Names of private persons and exact places of hospitals, shelters, camps and
aid are never handed out under `partner` and `public`. Whatever is not known to be harmless is withheld.

Ledgers and findings are made of `visible(claims, profile)` and pass `protect_ledger` or `protect_finding`.
"""

from __future__ import annotations

from hudna.protect.derived import protect_finding, protect_ledger, visible
from hudna.protect.gate import Gate, default_gate, protect, public_key
from hudna.protect.places import is_sensitive
from hudna.protect.profiles import INTERNAL, PARTNER, PROFILES, PUBLIC, Profile, ProfileError, profile_named
from hudna.protect.records import (
    ProtectedChange,
    ProtectedClaim,
    ProtectedCount,
    ProtectedDocument,
    ProtectedIncident,
    ProtectedPart,
    ProtectedParty,
    ProtectedPlace,
    ProtectedVersion,
)

__all__ = [
    "INTERNAL",
    "PARTNER",
    "PROFILES",
    "PUBLIC",
    "Gate",
    "Profile",
    "ProfileError",
    "ProtectedChange",
    "ProtectedClaim",
    "ProtectedCount",
    "ProtectedDocument",
    "ProtectedIncident",
    "ProtectedPart",
    "ProtectedParty",
    "ProtectedPlace",
    "ProtectedVersion",
    "default_gate",
    "is_sensitive",
    "profile_named",
    "protect",
    "protect_finding",
    "protect_ledger",
    "public_key",
    "visible",
]
