"""What the open part of an incident tells those who may not see all of it, kept for each set of claims that is hidden.

Who may see a part of an incident is decided when it is asked for: a kept part serves where it was made without just the
claims that are hidden then. Where there is none yet (a project is new, somebody has joined one) the claims are taken
up, and `refresh` makes what is missing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from django.contrib.auth.models import AnonymousUser, User
from django.db import transaction
from django.db.models import Count, F, QuerySet

from hudna.incidents import Incident as Joined
from hudna.incidents import incident_of
from hudna.recorded import RecordedClaim
from observatory.atlas.facts import columns_of, facts_of, open_day
from observatory.atlas.models import Incident, Member, Part
from observatory.people.audience import hidden_documents
from observatory.people.models import Project
from observatory.people.roles import Permission, Person, may
from observatory.records.models import Document
from observatory.records.pieces import pieces
from observatory.records.planner import Unindexed
from observatory.records.recorded import recorded_of

_ASKED = 500
Advance = Callable[[int], None]


def hidden_claims(rows: Iterable[Incident], person: Person) -> dict[int, set[str]]:
    """The claims of these incidents that stand in documents which a person may not see, by the incident's number."""
    hidden = hidden_documents(person)
    if hidden is None:
        return {}
    members = standing_in(hidden).filter(incident__in=[row.pk for row in rows])
    return _grouped(members.values_list("incident", "claim_key"))


def standing_in(documents: QuerySet[Document, int]) -> QuerySet[Member]:
    """The members that stand in these documents, for a question that names the incidents of a page.

    Their documents are few and those of projects many.
    """
    return Member.objects.alias(number=Unindexed("document")).filter(number__in=documents)


def _grouped(members: Iterable[tuple[int, str]]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for incident, claim in members:
        found.setdefault(incident, set()).add(claim)
    return found


def kept(hidden: Mapping[int, Collection[str]]) -> dict[int, Part]:
    """The kept parts of incidents without these claims, by the incident's number."""
    rows = Part.objects.filter(incident__in=list(hidden), made_at=F("incident__made_at"))
    return {row.incident_id: row for row in rows if row.without == _name(hidden[row.incident_id])}


def _name(claims: Iterable[str]) -> str:
    """One name for a set of claims."""
    return hashlib.sha256(" ".join(sorted(claims)).encode()).hexdigest()[:32]


def write(joined: Sequence[Joined], rows: Mapping[str, Incident]) -> None:
    """Put the parts of these incidents in the place of those before; `rows` are the kept incidents by their keys."""
    numbers = [row.pk for row in rows.values()]
    for asked in pieces(numbers, _ASKED):
        Part.objects.filter(incident__in=asked).delete()
    documents = {claim.document.key for incident in joined for claim in incident.claims}
    found: dict[tuple[int, str], Part] = {}
    for person in audiences():
        hidden = _hidden_among(sorted(documents), person)
        for incident in joined:
            gone = {claim.key for claim in incident.claims if claim.document.key in hidden}
            at = rows[incident.key].pk, _name(gone)
            if gone and len(gone) < len(incident.claims) and at not in found:
                found[at] = _part(incident, gone, rows[incident.key])
    Part.objects.bulk_create(found.values(), batch_size=_ASKED)


def audiences() -> list[Person]:
    """One person for each set of projects that somebody belongs to, and one who belongs to none.

    Without projects nobody is asked for: everything is open to all, as it is to who keeps people.
    """
    if not Project.objects.exists():
        return []
    found: dict[frozenset[int], Person] = {frozenset(): AnonymousUser()}
    for person in User.objects.exclude(projects=None).distinct().prefetch_related("projects"):
        if not may(person, Permission.KEEP_PEOPLE):
            found.setdefault(frozenset(project.pk for project in person.projects.all()), person)
    return list(found.values())


def _hidden_among(keys: Sequence[str], person: Person) -> set[str]:
    hidden = hidden_documents(person)
    if hidden is None:
        return set()
    found: set[str] = set()
    for asked in pieces(keys, _ASKED):
        found.update(Document.objects.filter(key__in=asked, pk__in=hidden).values_list("key", flat=True))
    return found


def _part(incident: Joined, gone: Collection[str], row: Incident) -> Part:
    told = incident_of([claim for claim in incident.claims if claim.key not in gone], incident.key)
    columns = columns_of(told, list(map(open_day, told.claims)))
    return Part(incident=row, without=_name(gone), made_at=row.made_at, facts=facts_of(told), **columns)


def refresh(advance: Advance = lambda number: None) -> int:
    """Make the parts that are missing. Gives the number of incidents of which some were."""
    known = set(Part.objects.filter(made_at=F("incident__made_at")).values_list("incident", "without"))
    missing: set[int] = set()
    for person in audiences():
        hidden = hidden_documents(person)
        if hidden is not None:
            rows = _grouped(Member.objects.filter(document__in=hidden).values_list("incident", "claim_key"))
            lacking = {number: len(claims) for number, claims in rows.items() if (number, _name(claims)) not in known}
            missing.update(_partly(lacking))
    for numbers in pieces(sorted(missing), _ASKED):
        _take(numbers)
        advance(len(numbers))
    return len(missing)


def _partly(hidden: Mapping[int, int]) -> Iterable[int]:
    """Those incidents that have more claims than so many hidden ones."""
    for numbers in pieces(hidden, _ASKED):
        members = Member.objects.filter(incident__in=numbers).values("incident").annotate(total=Count("pk"))
        yield from (row["incident"] for row in members if row["total"] > hidden[row["incident"]])


def _take(numbers: Sequence[int]) -> None:
    owners = dict(Member.objects.filter(incident__in=numbers).values_list("claim_key", "incident"))
    claims: dict[int, list[RecordedClaim]] = {}
    for claim in recorded_of(owners):
        claims.setdefault(owners[claim.key], []).append(claim)
    with transaction.atomic():
        rows = {row.key: row for row in Incident.objects.filter(pk__in=claims)}
        write([incident_of(claims[row.pk], row.key) for row in rows.values()], rows)
