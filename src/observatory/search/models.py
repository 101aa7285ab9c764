"""The words that texts and claims are found by. Derived: `observatory.search.index` makes them anew.

Beside these tables stands an index of each: FTS5 on SQLite, kept by triggers, and GIN on PostgreSQL.
"""

from __future__ import annotations

from django.db import models

from observatory.records.models import Claim, Document


class TextWords(models.Model):
    """The words of a document's title and text, folded, with and without what is written onto them."""

    document = models.OneToOneField(Document, models.CASCADE, primary_key=True, related_name="words")
    words = models.TextField()

    def __str__(self) -> str:
        return self.words[:80]


class ClaimWords(models.Model):
    """The words of a claim as the public may know it: a search that finds more would give the rest away."""

    claim = models.OneToOneField(Claim, models.CASCADE, primary_key=True, related_name="words")
    words = models.TextField()

    def __str__(self) -> str:
        return self.words[:80]
