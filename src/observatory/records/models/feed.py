"""The feeds that are watched, and what is known of each between two requests."""

from __future__ import annotations

from django.db import models


class Feed(models.Model):
    """One feed of a list. It is known by its address: a feed that is renamed keeps its state."""

    address_hash = models.CharField(max_length=64, unique=True)
    address = models.TextField()
    name = models.TextField()
    entity_tag = models.TextField(null=True)
    last_modified = models.TextField(null=True)
    due = models.DateTimeField(null=True)
    asked = models.DateTimeField(null=True)
    answered = models.DateTimeField(null=True)
    failures = models.PositiveIntegerField(default=0)
    problem = models.TextField(null=True)
    remedy = models.TextField(null=True)
    new = models.PositiveIntegerField(default=0)
    """Documents that it has brought into the record."""

    def __str__(self) -> str:
        return self.name
