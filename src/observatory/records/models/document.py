"""Documents as they came in, and which of them tell the same text."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Outlet(models.Model):
    """Who publishes documents."""

    name = models.TextField(unique=True)

    def __str__(self) -> str:
        return self.name


class Document(models.Model):
    """An article of the record. Its text stands in `DocumentText`, its original bytes in `originals`."""

    key = models.CharField(max_length=20, unique=True)
    """The first characters of `original_hash`: what people and decisions call the document by."""
    original_hash = models.CharField(max_length=64, unique=True)
    original_size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=120)
    text_hash = models.CharField(max_length=64)
    address = models.TextField(null=True)
    address_hash = models.CharField(max_length=64, null=True)
    external_id = models.TextField(null=True)
    """What its source calls it."""
    origin = models.TextField()
    """Where it was found, for a person: «reports.jsonl:12»."""
    outlet = models.ForeignKey(Outlet, models.PROTECT, null=True, related_name="documents")
    title = models.TextField(null=True)
    published = models.DateField(null=True)
    """The day of publication in the outlet's own zone."""
    published_at = models.DateTimeField(null=True)
    published_zone = models.CharField(max_length=64, null=True)
    """The zone of `published_at` as its source tells it: «+03:00» or «Asia/Damascus»."""
    country = models.CharField(max_length=2, null=True)
    fetched_at = models.DateTimeField()

    class Meta:
        """An article at one address with one text is one document."""

        constraints: ClassVar = [
            models.UniqueConstraint("address_hash", "text_hash", name="document_once_by_address"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["text_hash"], name="document_text"),
            models.Index(fields=["published"], name="document_published"),
        ]

    def __str__(self) -> str:
        return self.key


class DocumentText(models.Model):
    """The text of a document, apart from what lists need, so that lists stay fast."""

    document = models.OneToOneField(Document, models.CASCADE, primary_key=True, related_name="body")
    signature = models.BinaryField(null=True)
    """The MinHash of its words; None for a text too short for one."""
    text = models.TextField()
    normal = models.TextField()
    """The text with its letters folded as the reader compares them, for search."""

    def __str__(self) -> str:
        return self.text[:80]


class Band(models.Model):
    """A stretch of a signature: documents that share one may tell the same text."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="bands")
    value = models.BigIntegerField(db_index=True)

    def __str__(self) -> str:
        return f"{self.value:x}"


class NearDuplicate(models.Model):
    """Two documents of nearly the same words: one news agency's text in two outlets, or a later version."""

    earlier = models.ForeignKey(Document, models.CASCADE, related_name="later_duplicates")
    later = models.ForeignKey(Document, models.CASCADE, related_name="earlier_duplicates")
    similarity = models.FloatField()
    """The share of word sequences that they have in common, as their signatures tell it."""

    class Meta:
        """One link a pair."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["earlier", "later"], name="duplicate_once")]

    def __str__(self) -> str:
        return f"{self.earlier_id} ~ {self.later_id}"
