"""Keeps incidents up to date: when a run of documents has come in, and when people have decided.

What is read anew without a run (`hudna reread`) is found by `observatory.atlas.build.refresh`.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import Count, Q
from django.db.models.signals import post_save

from observatory.atlas import build
from observatory.atlas.models import CrossFinding, Incident
from observatory.records.models import Claim, IngestRun
from observatory.records.models.ingest import RunState
from observatory.review.models import Decision

_LEAVE_GROUPS = frozenset({Decision.Action.ACCEPT.value, Decision.Action.NOTE.value})


def connect() -> None:
    """Listen to runs and decisions."""
    post_save.connect(_run_kept, sender=IngestRun, dispatch_uid="atlas")
    post_save.connect(_decision_made, sender=Decision, dispatch_uid="atlas")


def _run_kept(instance: IngestRun, raw: bool = False, **more: Any) -> None:
    if not raw and instance.state == RunState.FINISHED and instance.new:
        transaction.on_commit(build.refresh)


def _decision_made(instance: Decision, raw: bool = False, **more: Any) -> None:
    if not raw:
        transaction.on_commit(partial(follow, instance))


def follow(decision: Decision) -> None:
    """Bring the incidents of the claims that a decision is about up to it."""
    keys = list(decision.about or {decision.target_key: None})
    told = decision.undoes.action if decision.undoes is not None else decision.action
    if told not in _LEAVE_GROUPS:
        build.around(keys)
    recount(keys)


def recount(keys: list[str]) -> None:
    """Count anew which claims nobody has decided about, in the incidents and findings of these claims."""
    counted = Incident.objects.filter(members__claim_key__in=keys).values("pk")
    waiting = Count("members", filter=Q(members__claim__review="unreviewed"))
    for row in Incident.objects.filter(pk__in=counted).annotate(waiting=waiting):
        Incident.objects.filter(pk=row.pk).update(unreviewed=row.waiting)
    days = list(Claim.objects.filter(key__in=keys, current=True).values_list("to_day", flat=True))
    for finding in CrossFinding.objects.filter(day__in=days):
        if not set(keys).isdisjoint(finding.claims):
            unreviewed = Claim.objects.filter(key__in=finding.claims, current=True, review="unreviewed")
            finding.open = unreviewed.exists()
            finding.save(update_fields=["open"])
