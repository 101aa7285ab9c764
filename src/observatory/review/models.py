"""Decisions of people, whose rows the database itself refuses to change, and the claims that wait for one."""

from __future__ import annotations

from typing import Any, ClassVar, NoReturn

from django.conf import settings
from django.db import models

from observatory.json_text import CompactEncoder
from observatory.records.models import Claim


class DecisionsAreFinalError(RuntimeError):
    """A decision was to be changed or taken out; an undo is a new decision."""

    def __init__(self) -> None:
        super().__init__("a decision is never changed or deleted: undo it with a new one")


class DecisionQuerySet(models.QuerySet["Decision"]):
    """Decisions can be asked for and added."""

    def update(self, **fields: Any) -> NoReturn:
        """Refused."""
        raise DecisionsAreFinalError

    def delete(self) -> NoReturn:
        """Refused."""
        raise DecisionsAreFinalError


class Decision(models.Model):
    """What one person decided about one claim, document or incident, when and why."""

    class Action(models.TextChoices):
        """What can be decided."""

        ACCEPT = "accept"
        CORRECT = "correct"
        REJECT = "reject"
        MERGE = "merge"
        SPLIT = "split"
        NOTE = "note"
        UNDO = "undo"

    class Kind(models.TextChoices):
        """What can be decided about."""

        CLAIM = "claim"
        DOCUMENT = "document"
        INCIDENT = "incident"

    made_at = models.DateTimeField()
    person = models.TextField()
    action = models.CharField(max_length=8, choices=Action.choices)
    target_kind = models.CharField(max_length=8, choices=Kind.choices)
    target_key = models.CharField(max_length=64)
    document_key = models.CharField(max_length=20, null=True)
    """The document of the claim that it is about."""
    about = models.JSONField(null=True, encoder=CompactEncoder)
    """The claims that it names as they stood then, by key: type, trigger and evidence. So a claim is found again in
    another reading, and can be named when no reading holds it any more."""
    field = models.CharField(max_length=32, null=True)
    old = models.JSONField(null=True, encoder=CompactEncoder)
    new = models.JSONField(null=True, encoder=CompactEncoder)
    reason = models.TextField()
    undoes = models.OneToOneField("self", models.PROTECT, null=True, related_name="undone_by")

    rows_are_final: ClassVar = True
    objects = DecisionQuerySet.as_manager()

    class Meta:
        """History is read by target, in the order of the decisions."""

        indexes: ClassVar = [
            models.Index(fields=["target_kind", "target_key", "id"], name="decision_target"),
            models.Index(fields=["document_key"], name="decision_document"),
            models.Index(fields=["made_at"], name="decision_made"),
        ]

    def __str__(self) -> str:
        return f"{self.pk}: {self.person} {self.action} {self.target_kind} {self.target_key}"

    def save(self, *arguments: Any, **options: Any) -> None:
        """Add the decision; DecisionsAreFinalError when it is kept already."""
        if self.pk is not None:
            raise DecisionsAreFinalError
        super().save(*arguments, **options)

    def delete(self, *arguments: Any, **options: Any) -> NoReturn:
        """Refused."""
        raise DecisionsAreFinalError


class Waiting(models.Model):
    """Why and how soon a current claim is to be looked at. Derived: `observatory.review.waiting` makes it anew."""

    class Stage(models.TextChoices):
        """How far the review of a claim is."""

        FIRST = "first"
        SECOND = "second"
        DONE = "done"

    claim = models.OneToOneField(Claim, models.CASCADE, primary_key=True, related_name="waiting")
    stage = models.CharField(max_length=8, choices=Stage.choices, default=Stage.FIRST)
    finding = models.BooleanField(default=False)
    """Whether a check of its document's figures has something to say about it."""
    disputed = models.BooleanField(default=False)
    """Whether sources disagree about its incident."""
    doubts = models.JSONField(default=list, encoder=CompactEncoder)
    """Its fields that are empty or were taken over from other words, as «places.empty» and «when.inherited»."""
    rank = models.BigIntegerField()
    """The smallest comes first: by why it waits, then by how many doubts there are, then the newest."""

    class Meta:
        """The queue is read in its order, by stage and by reason."""

        indexes: ClassVar = [
            models.Index(fields=["stage", "rank", "claim"], name="waiting_order"),
            models.Index(fields=["stage", "disputed", "rank"], name="waiting_disputed"),
            models.Index(fields=["stage", "finding", "rank"], name="waiting_finding"),
        ]

    def __str__(self) -> str:
        return f"{self.claim_id}: {self.stage}"


class Taken(models.Model):
    """Who is on which claim."""

    claim_key = models.CharField(max_length=20, unique=True)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="taken")
    taken_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.claim_key}: {self.person_id}"


class SecondLook(models.Model):
    """A type whose claims two people look at."""

    type = models.CharField(max_length=32, unique=True)

    def __str__(self) -> str:
        return self.type
