"""How documents came in: each run, its sources and what it refused."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from observatory.json_text import CompactEncoder


class RunState(models.TextChoices):
    """What became of a run."""

    RUNNING = "running"
    FINISHED = "finished"
    INTERRUPTED = "interrupted"


class ItemState(models.TextChoices):
    """How far a source of a run has been read."""

    WAITING = "waiting"
    READING = "reading"
    DONE = "done"


class IngestRun(models.Model):
    """One call of `hudna ingest`."""

    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=16, choices=RunState.choices, default=RunState.RUNNING)
    paths = models.JSONField(encoder=CompactEncoder)
    engine = models.CharField(max_length=40)
    lexicon = models.CharField(max_length=64)
    new = models.PositiveIntegerField(default=0)
    known = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"run {self.pk} ({self.state})"


class IngestItem(models.Model):
    """One file of a run. A file whose bytes were read through before is not opened up again."""

    run = models.ForeignKey(IngestRun, models.CASCADE, related_name="items")
    path = models.TextField()
    size = models.PositiveBigIntegerField(default=0)
    content_hash = models.CharField(max_length=64, null=True)
    """The hash of the file's bytes and of what the user said about its documents."""
    state = models.CharField(max_length=16, choices=ItemState.choices, default=ItemState.WAITING)
    new = models.PositiveIntegerField(default=0)
    known = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)

    class Meta:
        """A file is known again by its bytes."""

        indexes: ClassVar = [models.Index(fields=["content_hash", "state"], name="item_content")]

    def __str__(self) -> str:
        return self.path


class IngestRefusal(models.Model):
    """A document that was not taken in, and why."""

    item = models.ForeignKey(IngestItem, models.CASCADE, related_name="refusals")
    place = models.TextField()
    problem = models.TextField()
    remedy = models.TextField()

    def __str__(self) -> str:
        return f"{self.place}: {self.problem}"
