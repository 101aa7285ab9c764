"""Writes what was derived: incidents with their members, findings across documents, tallies of violations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.utils import timezone

from hudna.incidents import Incident as Joined
from hudna.incidents import findings
from hudna.protect import PARTNER, PUBLIC, is_sensitive, public_key
from hudna.recorded import RecordedClaim
from hudna.series import tallies, window
from hudna.sides import default_sides
from observatory.atlas import parts
from observatory.atlas.facts import columns_of, facts_of, open_day
from observatory.atlas.models import CrossFinding, Facts, Incident, Member, Violations
from observatory.atlas.signals import incidents_written
from observatory.records.models import Document
from observatory.records.models.claim import LONG
from observatory.records.pieces import pieces

_WRITTEN = 500
_COLUMNS = [
    field.name
    for field in Incident._meta.concrete_fields
    if field.name not in ("id", "key", "partner_key", "public_key")
]


def incidents(joined: Sequence[Joined], numbers: Mapping[str, int]) -> None:
    """Put these incidents in the place of those that their claims stood in."""
    keys = [claim.key for incident in joined for claim in incident.claims]
    left: set[int] = set()
    for asked in pieces(keys, _WRITTEN):
        before = Member.objects.filter(claim_key__in=asked)
        left.update(before.values_list("incident", flat=True))
        before.delete()
    rows = [_row(incident) for incident in joined]
    Incident.objects.bulk_create(
        rows, batch_size=_WRITTEN, update_conflicts=True, unique_fields=["key"], update_fields=_COLUMNS
    )
    known: dict[str, int] = {}
    for asked in pieces((row.key for row in rows), _WRITTEN):
        known.update(Incident.objects.filter(key__in=asked).values_list("key", "pk"))
    Facts.objects.bulk_create(
        [Facts(incident_id=known[incident.key], data=facts_of(incident)) for incident in joined],
        batch_size=_WRITTEN,
        update_conflicts=True,
        unique_fields=["incident"],
        update_fields=["data"],
    )
    parts.write(joined, {row.key: _numbered(row, known[row.key]) for row in rows})
    documents = _document_numbers(joined)
    members = [
        Member(
            incident_id=known[incident.key],
            claim_id=numbers[claim.key],
            claim_key=claim.key,
            document_id=documents[claim.document.key],
            open_day=open_day(claim),
        )
        for incident in joined
        for claim in incident.claims
    ]
    # Another process may be making the same days: the later one holds.
    Member.objects.bulk_create(
        members,
        batch_size=_WRITTEN,
        update_conflicts=True,
        unique_fields=["claim"],
        update_fields=["incident", "claim_key", "document", "open_day"],
    )
    for numbered in pieces(left, _WRITTEN):
        Incident.objects.filter(pk__in=numbered, members=None).delete()
    incidents_written.send(None, joined=joined)


def _numbered(row: Incident, number: int) -> Incident:
    row.pk = number
    return row


def _document_numbers(joined: Sequence[Joined]) -> dict[str, int]:
    keys = {claim.document.key for incident in joined for claim in incident.claims}
    found: dict[str, int] = {}
    for asked in pieces(sorted(keys), _WRITTEN):
        found.update(Document.objects.filter(key__in=asked).values_list("key", "pk"))
    return found


def _row(incident: Joined) -> Incident:
    place, killed = incident.place, incident.estimate("killed")
    open_days = list(map(open_day, incident.claims))
    latitude, longitude = place.point if place and place.point else (None, None)
    return Incident(
        key=incident.key,
        partner_key=public_key(incident.key, "incident", PARTNER),
        public_key=public_key(incident.key, "incident", PUBLIC),
        made_at=timezone.now(),
        family=incident.family,
        place=(place.name or place.span.text) if place else None,
        place_entry=place.id if place else None,
        country=place.country if place else None,
        admin1=place.admin1 if place else None,
        latitude=latitude,
        longitude=longitude,
        precision=place.precision if place else None,
        sensitive=any(map(is_sensitive, incident.claims)),
        killed_low=killed.low if killed else None,
        killed_best=killed.best if killed else None,
        killed_high=killed.high if killed else None,
        unreviewed=sum(claim.review == "unreviewed" for claim in incident.claims),
        is_long=_is_long(incident),
        open_day=min(filter(None, open_days), default=None),
        **columns_of(incident, open_days),
        **{
            f"{what}_{end}": getattr(estimate, end)
            for what in ("wounded", "displaced", "captured")
            if (estimate := incident.estimate(what)) is not None
            for end in ("low", "high")
        },
    )


def _is_long(incident: Joined) -> bool:
    first, last = incident.first_day, incident.last_day
    return first is not None and last is not None and last - first > LONG


def days(claims: Sequence[RecordedClaim], numbers: Mapping[str, int], first: date, last: date) -> None:
    """Put the findings and tallies of these days in the place of those before; `claims` reach a few days beyond."""
    CrossFinding.objects.filter(day__range=(first, last)).delete()
    Violations.objects.filter(day__range=(first, last)).delete()
    CrossFinding.objects.bulk_create(_findings(claims, first, last), batch_size=_WRITTEN)
    Violations.objects.bulk_create(_violations(claims, numbers, first, last), batch_size=_WRITTEN)


def _findings(claims: Sequence[RecordedClaim], first: date, last: date) -> Iterable[CrossFinding]:
    known = {claim.key: claim for claim in claims}
    for finding in findings(claims):
        told = [known[key] for key in finding.claims]
        day = max((day for claim in told if (day := window(claim)[1]) is not None), default=None)
        if day is None or not first <= day <= last:
            continue
        yield CrossFinding(
            day=day,
            code=finding.code,
            level=finding.level,
            claims=list(finding.claims),
            figures=dict(finding.figures),
            message=dict(finding.message),
            open=any(claim.review == "unreviewed" for claim in told),
        )


def _violations(
    claims: Sequence[RecordedClaim], numbers: Mapping[str, int], first: date, last: date
) -> Iterable[Violations]:
    breaches = (claim for claim in claims if claim.claim.type == "ceasefire_violation")
    for tally in tallies(breaches, default_sides()):
        if tally.what != "violations" or tally.kind != "daily":
            continue
        if tally.value is None or tally.last_day is None or not first <= tally.last_day <= last:
            continue
        yield Violations(
            claim_id=numbers[tally.claim.key],
            day=tally.last_day,
            source=tally.source,
            value=tally.value,
            open_day=open_day(tally.claim),
        )
