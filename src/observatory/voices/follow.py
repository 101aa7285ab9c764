"""Keeps voices up to date: when readings are written, people decide, and incidents are joined anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_save

from hudna.incidents import Incident as Joined
from observatory.atlas.signals import incidents_written
from observatory.records.models import Claim
from observatory.records.pieces import pieces
from observatory.records.signals import readings_written
from observatory.review.models import Decision
from observatory.voices import disagreements, keep

_ASKED = 400


def connect() -> None:
    """Listen to readings, decisions and incidents."""
    readings_written.connect(_readings_written, dispatch_uid="voices")
    post_save.connect(_decision_made, sender=Decision, dispatch_uid="voices")
    incidents_written.connect(_incidents_written, dispatch_uid="voices")


def refresh() -> None:
    """Count what is not counted: a record that is older than these tables, readings that became current again."""
    for numbers in pieces(sorted(keep.outdated()), _ASKED):
        keep.take_documents(numbers)
        disagreements.forget(numbers)
        disagreements.refresh(numbers)


def _readings_written(documents: Iterable[int], **more: Any) -> None:
    for numbers in pieces(documents, _ASKED):
        keep.take_documents(numbers)
        disagreements.forget(numbers)


def _decision_made(instance: Decision, raw: bool = False, **more: Any) -> None:
    if not raw and instance.target_kind == Decision.Kind.CLAIM:
        transaction.on_commit(partial(follow, instance.target_key))


def follow(key: str) -> None:
    """Bring the voice of a claim up to what was decided about it."""
    keep.take_documents(list(Claim.objects.filter(key=key, current=True).values_list("document", flat=True)))


def _incidents_written(joined: Sequence[Joined], **more: Any) -> None:
    disagreements.take(joined)
