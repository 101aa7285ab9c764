"""Incidents as an audience may see them: made of the claims that are open to it, and handed out by the gate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from django.db.models import Exists, OuterRef, Q, QuerySet

from hudna.incidents import Incident as Joined
from hudna.incidents import incident_of
from hudna.protect import Profile, ProtectedIncident, default_gate
from hudna.recorded import RecordedClaim
from observatory.atlas import parts
from observatory.atlas.facts import MOST_DOCUMENTS, glimpse, is_told
from observatory.atlas.glimpse import ChangedFigure, Glimpse, Teller, Telling, ToldIn
from observatory.atlas.models import Facts, Incident, Member, Part
from observatory.documents.queries import open_until
from observatory.people.audience import hidden_documents
from observatory.people.roles import Person
from observatory.records.models import Claim
from observatory.records.models.claim import LONG
from observatory.records.recorded import recorded_of


@dataclass(frozen=True, slots=True)
class Shown:
    """An incident's row, what may be told of it, and the claims that this is made of."""

    row: Incident
    told: ProtectedIncident
    joined: Joined


def open_claims(person: Person, profile: Profile) -> QuerySet[Claim]:
    """The claims of incidents that a person may see today."""
    return open_ones(Claim.objects.filter(current=True), person, profile)


def open_ones(claims: QuerySet[Claim], person: Person, profile: Profile) -> QuerySet[Claim]:
    """Those of some claims that a person may see today."""
    limit = open_until(profile)
    hidden = hidden_documents(person)
    seen = claims if hidden is None else claims.exclude(document__in=hidden)
    return seen.filter(member__open_day__lte=limit) if limit else seen


def open_incidents(person: Person, profile: Profile) -> QuerySet[Incident]:
    """The incidents of which a person may see at least one claim today."""
    limit = open_until(profile)
    found = Incident.objects.filter(open_day__lte=limit) if limit else Incident.objects.all()
    hidden = hidden_documents(person)
    if hidden is not None:
        members = Member.objects.filter(incident=OuterRef("pk")).exclude(document__in=hidden)
        found = found.filter(Exists(members.filter(open_day__lte=limit) if limit else members))
    return found


def touching(first: date, last: date) -> Q:
    """Incidents of days that touch these. Long ones are looked for apart, so that an index finds either."""
    earliest = first - LONG if first - date.min > LONG else first
    near = Q(first_day__range=(earliest, last), last_day__gte=first)
    return near | Q(is_long=True, first_day__lte=last, last_day__gte=first)


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


def glimpses(rows: Iterable[Incident], person: Person, profile: Profile) -> list[Glimpse]:
    """What lines show of these incidents, in their order: a fixed number of questions.

    Kept facts serve where a person may see every claim, kept parts where some are hidden. Of the others, which are few,
    the claims are taken up.
    """
    listed = list(rows)
    hidden = parts.hidden_claims(listed, person)
    whole = [row.pk for row in listed if row.pk not in hidden and is_whole(row, profile)]
    kept = dict(Facts.objects.filter(incident__in=whole).values_list("incident", "data"))
    in_part = parts.kept(hidden) if hidden else {}
    found: dict[int, Glimpse] = {}
    for row in listed:
        if row.pk in kept:
            found[row.pk] = glimpse(row, row, kept[row.pk], profile)
        elif row.pk in in_part and is_whole(part := in_part[row.pk], profile):
            found[row.pk] = glimpse(row, part, part.facts, profile)
    live = shown([row for row in listed if row.pk not in found], person, profile)
    found |= {item.row.pk: glimpse_of(item) for item in live}
    return [found[row.pk] for row in listed if row.pk in found]


def is_whole(told: Incident | Part, profile: Profile) -> bool:
    """Whether the delay of a profile is over for every claim of an incident, or of a part, whose facts are kept."""
    limit = open_until(profile)
    is_open = limit is None or (told.whole_day is not None and told.whole_day <= limit)
    return told.is_told is not None and is_open


def glimpse_of(item: Shown) -> Glimpse:
    """The line of an incident whose claims have been taken up."""
    told = item.told
    return Glimpse(
        row=item.row,
        key=told.key,
        type=told.type,
        first_day=told.first_day,
        last_day=told.last_day,
        day_basis=told.day_basis,
        place=told.place,
        actors=told.actors,
        targets=told.targets,
        estimates=told.estimates,
        documents=len({claim.document.key for claim in told.claims}),
        sources=len({version.source for version in told.versions}),
        disputed=told.disputed,
        denied=bool(told.denied_by),
        is_told=is_told(item.joined),
        telling=partial(_telling, item),
    )


def _telling(item: Shown) -> Telling:
    told = item.told
    parties = {version.speaker.name: version.speaker for version in told.versions if version.speaker is not None}
    outlets = {claim.key: claim.document.outlet for claim in told.claims}
    documents = {
        own.document.key: ToldIn(own.document.key, through.document.outlet, own.document.published)
        for own, through in zip(item.joined.claims, told.claims, strict=False)
    }
    return Telling(
        status=told.versions[0].status,
        happened=any(version.status in ("happened", "ongoing") for version in told.versions),
        tellers=tuple(
            dict.fromkeys(Teller(each.speaker, None if each.speaker else each.outlet) for each in told.versions)
        ),
        changes=tuple(
            ChangedFigure(
                Teller(parties.get(each.speaker), outlets.get(each.speaker)), each.what, each.before, each.after
            )
            for each in told.changes
        ),
        documents=tuple(documents.values())[:MOST_DOCUMENTS],
    )
