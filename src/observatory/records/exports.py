"""Files made of the record: what is asked for, through the protection gate, in a format of the field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from hudna.exchange import export, format_named, left_out
from hudna.protect import Profile, ProtectedClaim, ProtectedIncident, default_gate, protect
from hudna.protect.places import is_sensitive
from observatory.atlas.kept import incidents
from observatory.records.models import DocumentText
from observatory.records.pieces import pieces
from observatory.records.query import Query
from observatory.records.recorded import recorded

_ASKED = 500


@dataclass(slots=True)
class Exported:
    """A file and what is not in it."""

    data: bytes
    written: int
    withheld: int
    """What the profile lets through in part or later only, and here not at all."""
    left_out: Counter[str] = field(default_factory=Counter)
    """Reasons why incidents have no row in the format."""


def exported(name: str, profile: Profile, query: Query, today: date) -> Exported:
    """The file of a format under a profile. FormatError for an unknown format, GoldError where no gold can be made."""
    if format_named(name).unit == "incidents":
        return _of_incidents(name, profile, query, today)
    if name == "gold":
        query = _whole_documents(query)
    asked = query.claims().count()
    claims = list(_claims(profile, query, today))
    texts = _texts({claim.original.document.key for claim in claims if claim.original}) if name == "gold" else None
    return Exported(export(name, claims=claims, texts=texts), len(claims), asked - len(claims))


def _of_incidents(name: str, profile: Profile, query: Query, today: date) -> Exported:
    found = 0
    let_through: list[ProtectedIncident] = []
    for incident in incidents(query):
        found += 1
        protected = protect(incident, profile, today)
        if protected is not None:
            let_through.append(protected)
    absent = Counter(left_out(name, let_through).values())
    written = len(let_through) - absent.total()
    return Exported(export(name, let_through), written, found - len(let_through), absent)


def _claims(profile: Profile, query: Query, today: date) -> Iterator[ProtectedClaim]:
    """The claims under a profile. One is as sensitive as the incident that it tells of."""
    gate = default_gate()
    if profile.places == profile.sensitive_places and profile.text != "masked":
        yield from (found for claim in recorded(query) if (found := gate.claim(claim, profile, today)))
        return
    asked = set(query.claims().values_list("key", flat=True))
    for incident in incidents(query):
        hidden = any(is_sensitive(claim) for claim in incident.claims)
        for claim in incident.claims:
            if claim.key in asked and (found := gate.claim(claim, profile, today, hidden)):
                yield found


def _whole_documents(query: Query) -> Query:
    """All claims of the documents that have one among those that are asked for: a gold file holds them all."""
    keys = query.claims().values_list("document__key", flat=True).distinct()
    return replace(Query(), documents=tuple(keys))


def _texts(documents: set[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for asked in pieces(sorted(documents), _ASKED):
        found.update(DocumentText.objects.filter(document__key__in=asked).values_list("document__key", "text"))
    return found
