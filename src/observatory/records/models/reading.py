"""Readings of documents: one for each engine and lexicon that read them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from observatory.json_text import CompactEncoder
from observatory.records.models.document import Document


class Reading(models.Model):
    """What one engine with one lexicon read from a document. A newer reading is added, the older one stays."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="readings")
    engine = models.CharField(max_length=40)
    lexicon = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    current = models.BooleanField(default=True)

    class Meta:
        """A document has one reading by an engine and lexicon, and one that counts."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["document", "engine", "lexicon"], name="reading_once"),
            models.UniqueConstraint(fields=["document"], condition=models.Q(current=True), name="reading_one_current"),
        ]
        indexes: ClassVar = [models.Index(fields=["engine", "lexicon"], name="reading_version")]

    def __str__(self) -> str:
        return f"{self.document_id} by {self.engine}/{self.lexicon}"


class Finding(models.Model):
    """What a check of one reading says about its figures."""

    reading = models.ForeignKey(Reading, models.CASCADE, related_name="findings")
    position = models.PositiveIntegerField()
    code = models.CharField(max_length=64)
    level = models.CharField(max_length=16)
    claims = models.JSONField(encoder=CompactEncoder)
    figures = models.JSONField(encoder=CompactEncoder)
    message = models.JSONField(encoder=CompactEncoder)

    class Meta:
        """Findings are looked for by what they say."""

        indexes: ClassVar = [models.Index(fields=["code", "level"], name="finding_code")]

    def __str__(self) -> str:
        return self.code
