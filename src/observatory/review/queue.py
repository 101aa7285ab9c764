"""What the queue asks the record for: a fixed number of questions, whatever its length."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import cast

from django.contrib.auth.models import User
from django.db.models import F, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from hudna.protect import INTERNAL
from observatory.people.audience import visible_claims
from observatory.people.models import Project
from observatory.people.roles import Person
from observatory.records.models import Claim
from observatory.records.planner import Unindexed
from observatory.records.query import sought
from observatory.review.models import Taken, Waiting
from observatory.ui.filters import Filters, filters_of
from observatory.ui.listing import MOST_COUNTED, counted

WHY = ("finding", "disputed", "doubt")
STAGES = tuple(Waiting.Stage.values)
MOST_FOUND = 1000
_YES = (True,)
"""SQLite finds a column that is one of these by an index, and none that is asked for as a condition by itself."""
TAKEN_FOR = timedelta(hours=2)
"""After so long a claim is free again."""
PARAMETERS = ("from", "to", "type", "place", "side", "speaker", "status", "review", "why", "stage", "mine")
"""What of the address makes the queue, and goes along from claim to claim."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which part of the queue an address asks for."""

    filters: Filters
    why: str = ""
    stage: str = Waiting.Stage.FIRST
    mine: bool = False

    @property
    def is_filtered(self) -> bool:
        """Whether anything but the whole queue is asked for."""
        days = self.filters.first_day or self.filters.last_day
        return bool(self.filters.asks_about_claims or days or self.why or self.mine) or self.stage != "first"


def asked_of(request: HttpRequest) -> Asked:
    """What an address asks for; what it asks in vain is left out."""
    why, stage = request.GET.get("why", ""), request.GET.get("stage", "")
    return Asked(
        filters=filters_of(request, INTERNAL),
        why=why if why in WHY else "",
        stage=stage if stage in STAGES else Waiting.Stage.FIRST.value,
        mine=request.GET.get("mine") == "1",
    )


def waiting(asked: Asked, person: Person) -> QuerySet[Claim]:
    """The claims that wait, those first that should be looked at first."""
    told = sought(asked.filters.conditions())
    claims, order = told.claims.filter(waiting__stage=asked.stage), F("waiting__rank").asc()
    if told.are_few:
        # They are looked up and put in order, rather than that the whole queue is gone through for them.
        reckoned = told.claims.alias(stage=Unindexed("waiting__stage")).filter(stage=asked.stage)
        claims, order = cast("QuerySet[Claim]", reckoned), Unindexed("waiting__rank").asc()
    if asked.why == "finding":
        claims = claims.filter(waiting__finding__in=_YES)
    elif asked.why == "disputed":
        claims = claims.filter(waiting__disputed__in=_YES)
    elif asked.why == "doubt":
        claims = claims.exclude(waiting__doubts=[])
    if asked.mine and isinstance(person, User):
        own = holders_now().filter(person=person)
        claims = claims.filter(key__in=own.values("claim_key"))
    return _seen(person, claims).order_by(order, "waiting__claim")


def _seen(person: Person, claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """Those that a person may see; where there are no projects nothing is asked."""
    return visible_claims(person, claims) if Project.objects.exists() else claims


def length(asked: Asked, person: Person, most: int | None) -> int:
    """How many claims wait; one more than `most`, which `limit` gives, where there are more.

    Where nothing hides a part of the queue, the rows of what waits are counted alone: no claim is looked at.
    """
    if most is not None:
        return counted(waiting(asked, person), most)
    rows = Waiting.objects.filter(stage=asked.stage)
    return (rows.filter(**{f"{asked.why}__in": _YES}) if asked.why else rows).count()


def limit(asked: Asked) -> int | None:
    """How far the queue is counted: less far where more is to be looked at for it; None for to its end."""
    filters = asked.filters
    is_whole = not (filters.asks_about_claims or filters.first_day or filters.last_day or asked.mine)
    if is_whole and asked.why != "doubt" and not Project.objects.exists():
        return None
    return MOST_FOUND if asked.is_filtered else MOST_COUNTED


def neighbours(found: Claim, asked: Asked, person: Person) -> tuple[str | None, str | None]:
    """The keys of the claims before and after one in the queue; what others are on is passed over."""
    row = Waiting.objects.filter(claim=found).first()
    if row is None:
        return None, None
    others = holders_now().exclude(person=person) if isinstance(person, User) else holders_now()
    free = waiting(asked, person).exclude(key__in=others.values("claim_key"))
    after = Q(waiting__rank__gte=row.rank) & (Q(waiting__rank__gt=row.rank) | Q(waiting__claim__gt=found.pk))
    before = Q(waiting__rank__lte=row.rank) & (Q(waiting__rank__lt=row.rank) | Q(waiting__claim__lt=found.pk))
    earlier = free.filter(before).order_by("-waiting__rank", "-waiting__claim")
    return earlier.values_list("key", flat=True).first(), free.filter(after).values_list("key", flat=True).first()


def holders_now() -> QuerySet[Taken]:
    """Who is on which claim at present."""
    return Taken.objects.filter(taken_at__gt=timezone.now() - TAKEN_FOR)


def holders(keys: Sequence[str]) -> dict[str, str]:
    """The name of who is on each of these claims."""
    rows = holders_now().filter(claim_key__in=keys)
    return dict(rows.annotate(name=F("person__username")).values_list("claim_key", "name"))


def take(key: str, person: User) -> str | None:
    """Take a claim. Gives the name of who is on it already, when that is somebody else."""
    other = holders_now().filter(claim_key=key).exclude(person=person).select_related("person").first()
    if other is not None:
        return str(other.person.get_username())
    Taken.objects.update_or_create(claim_key=key, defaults={"person": person, "taken_at": timezone.now()})
    return None


def release(key: str, person: User) -> None:
    """Let a claim go."""
    Taken.objects.filter(claim_key=key, person=person).delete()


def by_reason(person: Person, stage: str) -> dict[str, tuple[int, bool]]:
    """How many claims wait for each reason, and whether there are more than that."""
    found = {}
    most = limit(Asked(Filters(), "finding", stage))
    for why in ("finding", "disputed"):
        number = length(Asked(Filters(), why, stage), person, most)
        found[why] = (number, False) if most is None else (min(number, most), number > most)
    return found


def query_string(request: HttpRequest, extra: Iterable[tuple[str, str]] = ()) -> str:
    """The part of an address that makes the queue, to go along from claim to claim."""
    kept = request.GET.copy()
    for name in set(kept) - set(PARAMETERS):
        del kept[name]
    for name, value in extra:
        kept[name] = value
    return f"?{kept.urlencode()}" if kept else ""
