"""The figures of voices as an audience may know them: what is kept less what it may not see, or what filters leave.

What is hidden is little (the last days, the documents of projects), so that the kept figures less the hidden ones are
found much sooner than all claims are counted.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from django.core.cache import cache
from django.db.models import Count, Exists, Max, Min, OuterRef, Q, QuerySet, Subquery

from hudna.labels import STATUSES
from hudna.protect import Profile
from observatory.documents.queries import open_until
from observatory.people.audience import hidden_documents
from observatory.people.roles import Person
from observatory.records.models import Document
from observatory.ui.filters import Filters
from observatory.voices.models import Contradiction, Said, Voice
from observatory.voices.stamp import signature

COUNTED = ("claims", "documents", "decided", "rejected", *STATUSES)
Value = TypeVar("Value")
_REMEMBERED = 600
"""Seconds."""


@dataclass(frozen=True)
class Audience:
    """Who asks."""

    person: Person
    profile: Profile

    @cached_property
    def hidden_documents(self) -> QuerySet[Document, int] | None:
        """The documents of projects that are not its own; None where there can be none."""
        return hidden_documents(self.person)

    @property
    def sees_all(self) -> bool:
        """Whether nothing is hidden from it."""
        return not self.profile.delay and self.hidden_documents is None

    @cached_property
    def _signature(self) -> str:
        return signature(self.person, self.profile)

    def remembered(self, name: str, make: Callable[[], Value]) -> Value:
        """What was made under a name, for as long as nothing has changed that it is made from."""
        key = f"voices/{hashlib.sha256(f'{self._signature}/{name}'.encode()).hexdigest()}"
        found: Value | None = cache.get(key)
        if found is None:
            found = make()
            cache.set(key, found, _REMEMBERED)
        return found

    def voices(self) -> QuerySet[Voice]:
        """The voices that it may be told the names of."""
        return Voice.objects.all() if self.profile.names else Voice.objects.filter(named=True)


@dataclass(slots=True)
class Figures:
    """What is told of one voice."""

    counts: Counter[str] = field(default_factory=Counter)
    disagreements: int = 0
    first_day: date | None = None
    last_day: date | None = None

    @property
    def claims(self) -> int:
        """How many claims that are not rejected."""
        return self.counts["claims"]

    @property
    def statuses(self) -> list[tuple[str, int]]:
        """How many claims of each status, those of the most claims first."""
        told = [(status, self.counts[status]) for status in STATUSES if self.counts[status]]
        return sorted(told, key=lambda item: -item[1])


def kept(voice: Voice, profile: Profile) -> Figures:
    """The figures that stand in the row of a voice."""
    disagreements = voice.disagreements if profile.names else voice.named_disagreements
    counts = Counter({name: getattr(voice, name) for name in COUNTED})
    return Figures(counts, disagreements, voice.first_day, voice.last_day)


def all_figures(audience: Audience) -> dict[int, Figures]:
    """The figures of all voices that an audience may be told of."""
    return audience.remembered("figures", lambda: open_figures(audience.voices(), audience))


def open_figures(voices: Iterable[Voice], audience: Audience) -> dict[int, Figures]:
    """The figures of these voices without what is hidden from an audience."""
    found = {voice.pk: kept(voice, audience.profile) for voice in voices}
    if audience.sees_all:
        return found
    _take_off_claims(found, hidden_said(audience), audience)
    quarrels = hidden_contradictions(audience)
    open_ones = open_contradictions(audience).filter(voice=OuterRef("voice"), incident=OuterRef("incident"))
    for number, _ in quarrels.filter(~Exists(open_ones)).values_list("voice", "incident").distinct():
        if number in found:
            found[number].disagreements -= 1
    return found


def _take_off_claims(found: dict[int, Figures], said: QuerySet[Said], audience: Audience) -> None:
    touched = set()
    for number, status, rejected, decided, total in said.values_list("voice", "status", "rejected", "decided").annotate(
        total=Count("pk")
    ):
        if number in found:
            touched.add(number)
            found[number].counts.subtract(_counted(status, rejected, decided, total))
    open_rows = open_said(audience).filter(voice=OuterRef("voice"), document=OuterRef("document"), rejected=False)
    gone = said.filter(~Exists(open_rows), rejected=False).values_list("voice", "document").distinct()
    for number, _ in gone:
        if number in found:
            found[number].counts["documents"] -= 1
    for number, first, last in _bounds(touched, audience):
        found[number] = replace(found[number], first_day=first, last_day=last)


def _counted(status: str, rejected: bool, decided: bool, total: int) -> Mapping[str, int]:
    if rejected:
        return {"rejected": total}
    return {"claims": total, status: total, "decided": total if decided else 0}


def _bounds(numbers: Iterable[int], audience: Audience) -> Iterable[tuple[int, date | None, date | None]]:
    """The first and last open day of voices: an index is asked for its ends."""
    said = open_said(audience).filter(voice=OuterRef("pk"), rejected=False, to_day__isnull=False)
    voices = Voice.objects.filter(pk__in=list(numbers)).annotate(
        first=Subquery(said.order_by("to_day").values("to_day")[:1]),
        last=Subquery(said.order_by("-to_day").values("to_day")[:1]),
    )
    return voices.values_list("pk", "first", "last")


def open_said(audience: Audience) -> QuerySet[Said]:
    """What an audience may see of who says what."""
    limit = open_until(audience.profile)
    found = Said.objects.filter(open_day__lte=limit) if limit else Said.objects.all()
    hidden = audience.hidden_documents
    return found if hidden is None else found.exclude(document__in=hidden)


def hidden_said(audience: Audience) -> QuerySet[Said]:
    """The rest."""
    limit, condition = open_until(audience.profile), Q(pk__in=[])
    if limit:
        condition |= Q(open_day__gt=limit) | Q(open_day=None)
    if audience.hidden_documents is not None:
        condition |= Q(document__in=audience.hidden_documents)
    return Said.objects.filter(condition).order_by()


def open_contradictions(audience: Audience) -> QuerySet[Contradiction]:
    """The contradictions of which an audience may see both claims."""
    limit = open_until(audience.profile)
    found = Contradiction.objects.filter(open_day__lte=limit) if limit else Contradiction.objects.all()
    if (hidden := audience.hidden_documents) is not None:
        claims = Said.objects.filter(document__in=hidden).values("pk")
        found = found.exclude(claim__in=claims).exclude(other_claim__in=claims)
    return found if audience.profile.names else found.filter(named=True)


def hidden_contradictions(audience: Audience) -> QuerySet[Contradiction]:
    """Those of named voices of which it may not see both."""
    limit, condition = open_until(audience.profile), Q(pk__in=[])
    if limit:
        condition |= Q(open_day__gt=limit) | Q(open_day=None)
    if (hidden := audience.hidden_documents) is not None:
        claims = Said.objects.filter(document__in=hidden).values("pk")
        condition |= Q(claim__in=claims) | Q(other_claim__in=claims)
    found = Contradiction.objects.filter(condition)
    return found if audience.profile.names else found.filter(named=True)


def is_filtered(filters: Filters) -> bool:
    """Whether an address asks for some of the claims."""
    return bool(filters.asks_about_claims or filters.first_day or filters.last_day)


def filtered_figures(kind: str, filters: Filters, audience: Audience) -> dict[int, Figures]:
    """The figures of the voices of a kind, of those of their claims that filters ask for."""
    return audience.remembered(f"{kind}/{filters!r}", lambda: _counted_anew(kind, filters, audience))


def _counted_anew(kind: str, filters: Filters, audience: Audience) -> dict[int, Figures]:
    voices = audience.voices().filter(kind=kind)
    said = filtered_said(filters, audience).filter(voice__in=voices.values("pk")).order_by()
    found: dict[int, Figures] = {}
    for number, status, rejected, decided, total, first, last in said.values_list(
        "voice", "status", "rejected", "decided"
    ).annotate(total=Count("pk"), first=Min("to_day"), last=Max("to_day")):
        figures = found.setdefault(number, Figures())
        figures.counts.update(_counted(status, rejected, decided, total))
        if not rejected:
            figures.first_day = min(filter(None, (figures.first_day, first)), default=None)
            figures.last_day = max(filter(None, (figures.last_day, last)), default=None)
    told = said.filter(rejected=False)
    for number, documents in told.values_list("voice").annotate(documents=Count("document", distinct=True)):
        found[number].counts["documents"] = documents
    quarrels = open_contradictions(audience).filter(claim__in=told.values("pk"))
    for number, incidents in quarrels.values_list("voice").annotate(incidents=Count("incident", distinct=True)):
        found[number].disagreements = incidents
    return found


def filtered_said(filters: Filters, audience: Audience) -> QuerySet[Said]:
    """The rows that filters ask for."""
    found = open_said(audience)
    if filters.first_day:
        found = found.filter(to_day__gte=filters.first_day)
    if filters.last_day:
        found = found.filter(from_day__lte=filters.last_day)
    if filters.types:
        found = found.filter(type__in=filters.types)
    if filters.status:
        found = found.filter(status=filters.status)
    rest = replace(filters, first_day=None, last_day=None, types=(), status="")
    return found.filter(claim__in=rest.query().claims().values("pk")) if rest.asks_about_claims else found
