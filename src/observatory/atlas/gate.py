"""Incidents as an audience may see them: made of the claims that are open to it, and handed out by the gate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from hudna.incidents import Incident as Joined
from hudna.incidents import incident_of
from hudna.protect import Profile, ProtectedIncident, default_gate
from hudna.recorded import RecordedClaim
from observatory.atlas.models import Incident
from observatory.documents.queries import open_until
from observatory.people.audience import visible_claims
from observatory.people.models import Project
from observatory.people.roles import Permission, Person, may
from observatory.records.models import Claim
from observatory.records.recorded import recorded_of

KEYS = {"internal": "key", "partner": "partner_key", "public": "public_key"}
"""The column that holds the key under which each profile knows an incident."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An incident's row, what may be told of it, and the claims that this is made of."""

    row: Incident
    told: ProtectedIncident
    joined: Joined


def open_claims(person: Person, profile: Profile) -> QuerySet[Claim]:
    """The claims of incidents that a person may see today."""
    limit = open_until(profile)
    claims = Claim.objects.filter(current=True)
    return visible_claims(person, claims.filter(member__open_day__lte=limit) if limit else claims)


def open_incidents(person: Person, profile: Profile) -> QuerySet[Incident]:
    """The incidents of which a person may see at least one claim today."""
    limit = open_until(profile)
    found = Incident.objects.filter(open_day__lte=limit) if limit else Incident.objects.all()
    if not may(person, Permission.KEEP_PEOPLE) and Project.objects.exists():
        found = found.filter(Exists(open_claims(person, profile).filter(member__incident=OuterRef("pk"))))
    return found


def shown(rows: Iterable[Incident], person: Person, profile: Profile) -> list[Shown]:
    """What a person may see of these incidents, in their order: a fixed number of questions, however many."""
    listed = list(rows)
    told = _claims(listed, person, profile)
    gate, today, found = default_gate(), date.today(), []
    for row in listed:
        claims = told.get(row.pk)
        if not claims:
            continue
        joined = incident_of(claims, row.key)
        protected = gate.incident(joined, profile, today, sensitive=row.sensitive)
        if protected is not None:
            found.append(Shown(row, protected, joined))
    return found


def _claims(rows: Sequence[Incident], person: Person, profile: Profile) -> dict[int, list[RecordedClaim]]:
    """The claims of each incident that a person may see."""
    numbers = [row.pk for row in rows]
    members = open_claims(person, profile).filter(member__incident__in=numbers)
    owners = dict(members.values_list("key", "member__incident"))
    found: dict[int, list[RecordedClaim]] = {}
    for claim in recorded_of(owners):
        found.setdefault(owners[claim.key], []).append(claim)
    return found
