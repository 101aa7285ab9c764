"""Keeps what waits for review up with readings, incidents and decisions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.db.models.signals import post_save

from observatory.atlas.models import Member
from observatory.records.models import Claim, Finding, IngestRun
from observatory.records.models.ingest import RunState
from observatory.records.pieces import numbers_of, pieces
from observatory.records.signals import readings_written
from observatory.review.models import Decision, SecondLook, Waiting
from observatory.review.state import counting

VERDICTS = frozenset({"accept", "correct", "reject"})
"""Actions by which a person says what a claim is."""

_CARRIED = ("inherited", "carried", "pronoun", "antecedent", "implied", "the_latter", "of_sentence")
"""Ends of the names of rules that take a field over from other words than the claim's own."""
_FINDING, _DISPUTED, _DOUBTED, _SURE = range(4)
_MOST_DOUBTS = 9
_LAST_DAY = 9_999_999
_ASKED = 500


def doubts(data: Mapping[str, Any]) -> list[str]:
    """The fields of a claim's JSON form that are empty or were taken over from other words."""
    when = data["when"]
    fields: dict[str, Sequence[Mapping[str, Any]]] = {
        "actors": [*data["actors"], *data["targets"]],
        "places": data["places"],
        "when": [when] if when.get("surface") else [],
    }
    found = []
    for name, items in fields.items():
        if not items:
            found.append(f"{name}.empty")
        elif any(str(item.get("rule", "")).endswith(_CARRIED) for item in items):
            found.append(f"{name}.inherited")
    return found


def rank(is_finding: bool, is_disputed: bool, doubted: int, day: date | None) -> int:
    """The place of a claim in the queue; the smallest comes first."""
    why = _FINDING if is_finding else _DISPUTED if is_disputed else _DOUBTED if doubted else _SURE
    sure = _MOST_DOUBTS - min(doubted, _MOST_DOUBTS) if why == _DOUBTED else 0
    return (why * (_MOST_DOUBTS + 1) + sure) * (_LAST_DAY + 1) + _LAST_DAY - (day.toordinal() if day else 0)


def stage(review: str, type_: str, people: int, second: frozenset[str]) -> Waiting.Stage:
    """How far the review of a claim is after so many people have given a verdict."""
    if review == "unreviewed":
        return Waiting.Stage.FIRST
    return Waiting.Stage.SECOND if type_ in second and people < 2 else Waiting.Stage.DONE


def rebuild(claims: QuerySet[Claim] | None = None) -> int:
    """Make anew what waits, of all current claims or of some. Gives how many were looked at."""
    if claims is None:
        Waiting.objects.filter(claim__current=False).delete()
    asked = Claim.objects.filter(current=True) if claims is None else claims.filter(current=True)
    second = second_types()
    total = 0
    for numbers in numbers_of(asked, _ASKED):
        _write(numbers, second)
        total += len(numbers)
    return total


def second_types() -> frozenset[str]:
    """The types whose claims two people look at."""
    return frozenset(SecondLook.objects.values_list("type", flat=True))


def _write(numbers: Sequence[int], second: frozenset[str]) -> None:
    claims = list(Claim.objects.filter(pk__in=numbers).select_related("body"))
    named = _findings({claim.reading_id for claim in claims})
    disputed = set(Claim.objects.filter(pk__in=numbers, member__incident__disputed=True).values_list("pk", flat=True))
    people = deciders([claim.key for claim in claims if claim.review != "unreviewed"])
    rows = []
    for claim in claims:
        about = doubts(claim.body.standing or claim.body.read)
        is_finding, is_disputed = (claim.reading_id, claim.position) in named, claim.pk in disputed
        rows.append(
            Waiting(
                claim=claim,
                stage=stage(claim.review, claim.type, len(people.get(claim.key, ())), second),
                finding=is_finding,
                disputed=is_disputed,
                doubts=about,
                rank=rank(is_finding, is_disputed, len(about), claim.to_day),
            )
        )
    Waiting.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["claim"],
        update_fields=["stage", "finding", "disputed", "doubts", "rank"],
    )


def _findings(readings: set[int]) -> set[tuple[int, int]]:
    """The claims, by reading and position, that a finding above «info» names."""
    rows = Finding.objects.filter(reading__in=readings).exclude(level="info").values_list("reading", "claims")
    return {(reading, position) for reading, claims in rows for position in claims}


def deciders(keys: Sequence[str]) -> dict[str, list[str]]:
    """Who has given a verdict that counts about each claim, in the order of their first."""
    rows: dict[str, list[Decision]] = {}
    for asked in pieces(keys, _ASKED):
        for row in Decision.objects.filter(target_kind="claim", target_key__in=asked):
            rows.setdefault(row.target_key, []).append(row)
    return {
        key: list(dict.fromkeys(row.person for row in counting(own) if row.action in VERDICTS))
        for key, own in rows.items()
    }


def connect() -> None:
    """Listen to readings, runs and decisions."""
    readings_written.connect(_readings_written, dispatch_uid="review")
    post_save.connect(_run_kept, sender=IngestRun, dispatch_uid="review")
    post_save.connect(_decision_made, sender=Decision, dispatch_uid="review")


def _readings_written(documents: Iterable[int], **more: Any) -> None:
    numbers = list(documents)
    Waiting.objects.filter(claim__document__in=numbers, claim__current=False).delete()
    rebuild(Claim.objects.filter(document__in=numbers))


def _run_kept(instance: IngestRun, raw: bool = False, **more: Any) -> None:
    if not raw and instance.state == RunState.FINISHED and instance.new:
        transaction.on_commit(follow_incidents)


def follow_incidents() -> None:
    """Bring the queue up to incidents that have been made anew: who disagrees about what has changed."""
    changed = Q(member__incident__disputed=True, waiting__disputed=False)
    settled = Q(waiting__disputed=True) & (Q(member__incident__disputed=False) | Q(member=None))
    rebuild(Claim.objects.filter(pk__in=list(Claim.objects.filter(changed | settled).values_list("pk", flat=True))))


def _decision_made(instance: Decision, raw: bool = False, **more: Any) -> None:
    if not raw:
        transaction.on_commit(partial(follow_decision, instance))


def follow_decision(decision: Decision) -> None:
    """Bring the claims of a decision, and those of their incidents, up to it."""
    keys = list(decision.about or {decision.target_key: None})
    beside = set(Member.objects.filter(claim_key__in=keys).values_list("incident", flat=True))
    numbers = set(Claim.objects.filter(key__in=keys).values_list("pk", flat=True))
    numbers.update(Member.objects.filter(incident__in=beside).values_list("claim", flat=True))
    for asked in pieces(sorted(numbers), _ASKED):
        rebuild(Claim.objects.filter(pk__in=asked))
