"""What Today and an incident's page ask the record for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, cast

from django.db.models import Exists, Max, OuterRef, QuerySet

from hudna.incidents import RecordFinding
from hudna.protect import Profile, protect_finding
from hudna.records import Level
from observatory.atlas.gate import open_claims, open_incidents, open_ones, touching
from observatory.atlas.models import CrossFinding, Incident
from observatory.documents.queries import open_documents
from observatory.people.roles import Person
from observatory.records.models import Document, Finding
from observatory.records.recorded import recorded_of
from observatory.ui.filters import Filters

PERIOD = timedelta(days=6)
"""Between the first and the last of the days that are shown where none are chosen."""

_MOST_FINDINGS = 40


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a page shows."""

    first: date
    last: date

    @property
    def before(self) -> Days:
        """As many days before these."""
        return self._moved(-1)

    @property
    def after(self) -> Days:
        """As many days after these."""
        return self._moved(1)

    def _moved(self, times: int) -> Days:
        length = (self.last - self.first + timedelta(days=1)) * times
        return Days(self.first + length, self.last + length)


def chosen_days(filters: Filters, person: Person, profile: Profile) -> Days:
    """The days of the filters; else the week that ends with the last day of which the record tells."""
    first, last = filters.first_day, filters.last_day
    if first is None and last is None:
        last = _last_day(person, profile)
    if last is None:
        assert first is not None
        last = first + PERIOD
    first = first if first is not None else last - PERIOD
    return Days(min(first, last), max(first, last))


def _last_day(person: Person, profile: Profile) -> date:
    """The last day of which the record tells; spans that reach far beyond the others are left out of account."""
    told = open_incidents(person, profile).filter(first_day__lte=date.today())
    latest = told.order_by("-first_day").values_list("first_day", flat=True).first()
    if latest is None:
        return date.today()
    last = told.filter(first_day__gte=latest - PERIOD, last_day__lte=latest + PERIOD).aggregate(day=Max("last_day"))
    return last["day"] or latest


def listed(person: Person, profile: Profile, filters: Filters, days: Days, disputed: bool) -> QuerySet[Incident]:
    """The incidents of a list, the latest first."""
    found = open_incidents(person, profile).filter(touching(days.first, days.last))
    if filters.types:
        found = found.filter(type__in=filters.types)
    if disputed:
        found = found.filter(disputed=True)
    about = replace(filters, first_day=None, last_day=None, types=())
    if about.asks_about_claims:
        claims = about.query().claims()
        if about.status:
            claims = claims.filter(status=about.status)
        claims = claims.filter(member__incident=OuterRef("pk"))
        found = found.filter(Exists(open_ones(claims, person, profile)))
    return found.order_by("-first_day", "-documents", "key")


def disagreements(person: Person, profile: Profile, days: Days) -> QuerySet[Incident]:
    """The incidents that sources disagree about and of which a claim waits for a decision."""
    found = open_incidents(person, profile).filter(touching(days.first, days.last))
    return found.filter(disputed=True, unreviewed__gt=0).order_by("-documents", "-first_day", "key")


def newest_documents(person: Person, profile: Profile, number: int) -> QuerySet[Document]:
    """The documents that were taken in last."""
    return open_documents(person, profile).select_related("outlet").order_by("-pk")[:number]


@dataclass(frozen=True, slots=True)
class OpenFinding:
    """A finding to be looked at: of one document, or across documents."""

    code: str
    level: str
    message: Mapping[str, str]
    day: date | None
    documents: tuple[str, ...]


def open_findings(person: Person, profile: Profile, days: Days, number: int) -> list[OpenFinding]:
    """The findings of these days that a person may see, warnings first."""
    found = _across(person, profile, days)
    if profile.text == "full":
        found += _within(person, profile, days)
    return sorted(found, key=lambda finding: finding.level != "warning")[:number]


def _across(person: Person, profile: Profile, days: Days) -> list[OpenFinding]:
    rows = list(
        CrossFinding.objects.filter(open=True, day__range=(days.first, days.last)).order_by("-level", "-day", "pk")[
            :_MOST_FINDINGS
        ]
    )
    keys = {key for row in rows for key in row.claims}
    seen = open_claims(person, profile).filter(key__in=keys).values_list("key", flat=True)
    claims = {claim.key: claim for claim in recorded_of(seen)}
    found = []
    for row in rows:
        told = [claims[key] for key in row.claims if key in claims]
        if len(told) < len(row.claims):
            continue
        finding = RecordFinding(row.code, cast(Level, row.level), tuple(row.claims), row.figures, row.message)
        if (through := protect_finding(finding, told, profile)) is not None:
            documents = tuple(dict.fromkeys(claim.document.key for claim in told))
            found.append(OpenFinding(through.code, through.level, through.message, row.day, documents))
    return found


def _within(person: Person, profile: Profile, days: Days) -> list[OpenFinding]:
    """What does not add up within one document; told only to who may read it."""
    seen = open_documents(person, profile).filter(published__range=(days.first, days.last))
    rows: QuerySet[Any] = Finding.objects.filter(
        reading__current=True, level="warning", reading__document__in=seen.values("pk")
    )
    asked = rows.order_by("-reading__document__published", "pk").values_list(
        "code", "level", "message", "reading__document__published", "reading__document__key"
    )
    return [OpenFinding(code, level, message, day, (key,)) for code, level, message, day, key in asked[:_MOST_FINDINGS]]
