"""Makes incidents anew from claims and decisions: all of them, those of some days, or those that are out of date.

Claims are joined with those of a few days around, so that an incident is the same however many days are made at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.db.models import F, Max, Min, Q, QuerySet

from hudna.incidents import Incident as Joined
from hudna.incidents import join
from hudna.recorded import RecordedClaim
from hudna.series import window
from observatory.atlas import parts, write
from observatory.atlas.models import Incident, Member
from observatory.progress import step
from observatory.records.joined import decided
from observatory.records.models import Claim
from observatory.records.pieces import numbers_of, pieces
from observatory.records.planner import gather_statistics
from observatory.records.query import Query
from observatory.records.recorded import recorded, recorded_of

MARGIN = timedelta(days=7)
"""So far beyond the asked days claims are looked at: incidents are told in the days around them."""

CHUNK = timedelta(days=31)
"""So many days are made at a time."""

_ASKED = 2000
Advance = Callable[[int], None]
Span = tuple[date | None, date | None]


@dataclass(slots=True)
class Summary:
    """What was made."""

    incidents: int = 0
    claims: int = 0


def rebuild(first: date | None = None, last: date | None = None, advance: Advance = lambda number: None) -> Summary:
    """Make the incidents of these days anew; of all days, and of claims without a day, where none are given."""
    total = Summary()
    _forget_all()
    if first is None and last is None:
        _undated(total)
    _span(first, last, total, advance)
    return total


def _span(first: date | None, last: date | None, total: Summary, advance: Advance = lambda number: None) -> None:
    """Make the incidents of a span of days, piece by piece; from the first and to the last day where one is open."""
    known = Claim.objects.filter(current=True).aggregate(first=Min("from_day"), last=Max("to_day"))
    start = max(filter(None, (first, known["first"])), default=None)
    end = min(filter(None, (last, known["last"])), default=None)
    while start is not None and end is not None and start <= end:
        until = min(start + CHUNK - timedelta(days=1), end)
        _days(start, until, total)
        advance((until - start).days + 1)
        start = until + timedelta(days=1)


def refresh() -> Summary:
    """Make anew what came in, was read anew or was rejected since, and the parts of which projects were changed."""
    total = Summary()
    older = Incident.objects.filter(is_told=None)
    touched = _retired_days() + _waiting_days()
    touched += older.exclude(first_day=None).values_list("first_day", "last_day").distinct()
    undated = _waiting().filter(from_day=None).exists() or older.filter(first_day=None).exists()
    _forget_all()
    spans = _spans(touched)
    if spans:
        advance = step("joining claims to incidents", sum((last - first).days + 1 for first, last in spans))
    for first, last in spans:
        _span(first, last, total, advance)
    if undated:
        _undated(total)
    made = parts.refresh()
    if spans or undated or made:
        gather_statistics()
    return total


def around(keys: Iterable[str]) -> Summary:
    """Make the incidents of the days of these claims anew, and of the claims that stand beside them."""
    listed = sorted(set(keys))
    incidents = set(Member.objects.filter(claim_key__in=listed).values_list("incident", flat=True))
    numbers = set(Claim.objects.filter(key__in=listed, current=True).values_list("pk", flat=True))
    numbers.update(Member.objects.filter(incident__in=incidents).values_list("claim", flat=True))
    claims = Claim.objects.filter(pk__in=numbers)
    days = list(claims.exclude(from_day=None).values_list("from_day", "to_day").distinct())
    _forget(numbers)
    total = Summary()
    for first, last in _spans(days):
        _span(first, last, total)
    if claims.filter(from_day=None).exists():
        _undated(total)
    return total


def _waiting() -> QuerySet[Claim]:
    """The claims that ought to stand in an incident and do not."""
    return Claim.objects.filter(current=True, member=None).exclude(review="rejected")


def _waiting_days() -> list[Span]:
    return list(_waiting().exclude(from_day=None).values_list("from_day", "to_day").distinct())


def _retired() -> QuerySet[Member]:
    """The members that stand in an incident and ought not to."""
    return Member.objects.filter(Q(claim__current=False) | Q(claim__review="rejected"))


def _retired_days() -> list[Span]:
    dated = _retired().exclude(claim__from_day=None)
    return list(dated.values_list("claim__from_day", "claim__to_day").distinct())


def _forget_all() -> None:
    """Take away every retired member, and every incident that none is left in."""
    _retired().delete()
    Incident.objects.filter(members=None).delete()


def _forget(claims: Iterable[int]) -> None:
    """The same for the members of a few claims."""
    for asked in pieces(claims, _ASKED):
        members = dict(_retired().filter(claim__in=asked).values_list("pk", "incident"))
        Member.objects.filter(pk__in=members).delete()
        Incident.objects.filter(pk__in=members.values(), members=None).delete()


def _spans(days: Iterable[Span]) -> list[tuple[date, date]]:
    """Days that stand near one another as one span."""
    found: list[tuple[date, date]] = []
    for first, last in sorted((first, last) for first, last in days if first is not None and last is not None):
        # A claim about a long time stands in the incidents of its first days.
        end = min(last, first + CHUNK)
        if found and first <= found[-1][1] + MARGIN:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((first, end))
    return found


def _days(first: date, last: date, total: Summary) -> None:
    """Make the incidents that have a claim beginning in these days."""
    claims = list(recorded(Query(first_day=first - MARGIN, last_day=last + MARGIN)))
    decisions = decided()
    present = {claim.key for claim in claims}
    named = {key for decision in decisions for key in getattr(decision, "claims", ())}
    beside = Member.objects.filter(claim__current=True, claim__from_day__range=(first, last)).values("incident")
    missing = set(Member.objects.filter(incident__in=beside).values_list("claim_key", flat=True)) | named
    claims.extend(recorded_of(sorted(missing - present)))
    previous = _previous(claims)
    numbers = _numbers(claims)
    incidents = join(claims, decisions, previous)
    asked = [incident for incident in incidents if any(_begins(claim, first, last) for claim in incident.claims)]
    chosen = _closed(asked, incidents, previous)
    with transaction.atomic():
        write.incidents(chosen, numbers)
        write.days(claims, numbers, first, last)
    total.incidents += len(asked)
    total.claims += sum(len(incident.claims) for incident in asked)


def _begins(claim: RecordedClaim, first: date, last: date) -> bool:
    start, end = window(claim)
    day = start or end
    return day is not None and first <= day <= last


def _closed(chosen: Sequence[Joined], incidents: Sequence[Joined], previous: dict[str, str]) -> list[Joined]:
    """These incidents and all that share an earlier incident with them: no claim stays behind in an old one."""
    by_claim = {claim.key: incident for incident in incidents for claim in incident.claims}
    earlier: dict[str, list[str]] = {}
    for key, incident_key in previous.items():
        earlier.setdefault(incident_key, []).append(key)
    found = {incident.key: incident for incident in chosen}
    waiting = list(chosen)
    while waiting:
        incident = waiting.pop()
        for old in {previous[claim.key] for claim in incident.claims if claim.key in previous} | {incident.key}:
            for key in earlier.get(old, ()):
                other = by_claim.get(key)
                if other is not None and other.key not in found:
                    found[other.key] = other
                    waiting.append(other)
    return list(found.values())


def _undated(total: Summary) -> None:
    """Claims that tell no day and whose document has none: each an incident of its own unless people joined them."""
    waiting = Claim.objects.filter(current=True, from_day=None).exclude(review="rejected")
    decisions = decided()
    for asked in numbers_of(waiting, _ASKED):
        claims = list(recorded_of(Claim.objects.filter(pk__in=asked).values_list("key", flat=True)))
        numbers = _numbers(claims)
        incidents = join(claims, decisions, _previous(claims))
        with transaction.atomic():
            write.incidents(incidents, numbers)
        total.incidents += len(incidents)
        total.claims += len(claims)


def _previous(claims: Sequence[RecordedClaim]) -> dict[str, str]:
    found: dict[str, str] = {}
    for asked in pieces((claim.key for claim in claims), _ASKED):
        found.update(
            Member.objects.filter(claim_key__in=asked, claim__current=True)
            .annotate(incident_key=F("incident__key"))
            .values_list("claim_key", "incident_key")
        )
    return found


def _numbers(claims: Sequence[RecordedClaim]) -> dict[str, int]:
    found: dict[str, int] = {}
    for asked in pieces((claim.key for claim in claims), _ASKED):
        found.update(Claim.objects.filter(key__in=asked, current=True).values_list("key", "pk"))
    return found
