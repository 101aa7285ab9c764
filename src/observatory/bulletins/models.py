"""Versions of bulletins. A change or a signature is a new row: what was once handed out can always be told."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from observatory.append_only import FinalModel
from observatory.json_text import CompactEncoder


class Version(FinalModel):
    """One version of the bulletin of some days for one audience, as a person kept it."""

    first_day = models.DateField()
    last_day = models.DateField()
    profile = models.CharField(max_length=16)
    """The profile that it is made for: who sees less than this does not see it."""
    content = models.JSONField(encoder=CompactEncoder)
    """What `observatory.bulletins.content.Bulletin` holds, with the record's own keys."""
    as_of = models.DateTimeField()
    """When its figures were taken from the record."""
    made_at = models.DateTimeField()
    person = models.TextField()
    signed = models.BooleanField(default=False)
    """Whether the person signed it off."""

    class Meta(FinalModel.Meta):
        """The versions of some days are asked for."""

        abstract = False
        indexes: ClassVar = [models.Index(fields=["last_day", "first_day", "id"], name="bulletin_days")]

    @property
    def length(self) -> int:
        """How many days it is of."""
        return (self.last_day - self.first_day).days + 1

    def __str__(self) -> str:
        return f"{self.first_day} – {self.last_day} ({self.profile}, {self.person})"
