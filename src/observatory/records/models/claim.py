"""Claims: what was read, and beside it the columns that lists, maps and counts are made from.

The columns and the rows of parties, places and counts tell the claim as it stands after people's decisions. They can
be made anew from `ClaimBody.read` and the decisions at any time; `ClaimBody.read` itself is never changed.
"""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar

from django.db import models
from django.db.models import Q

from observatory.json_text import CompactEncoder
from observatory.records.models.document import Document
from observatory.records.models.reading import Reading

LONG = timedelta(days=31)


class Claim(models.Model):
    """One claim of one reading."""

    key = models.CharField(max_length=20)
    """The same in every reading that reads the same words as the same claim."""
    document = models.ForeignKey(Document, models.CASCADE, related_name="claims")
    reading = models.ForeignKey(Reading, models.CASCADE, related_name="claims")
    position = models.PositiveIntegerField()
    current = models.BooleanField(default=True)
    """Whether its reading is the document's current one."""
    type = models.CharField(max_length=32)
    status = models.CharField(max_length=16)
    first_day = models.DateField(null=True)
    last_day = models.DateField(null=True)
    from_day = models.DateField(null=True)
    """The first day told, or the day of publication where the text tells none."""
    to_day = models.DateField(null=True)
    long = models.BooleanField(default=False)
    """Whether it is told of more days than `LONG`: such claims are few and are looked for apart."""
    speaker = models.TextField(null=True)
    speaker_entry = models.TextField(null=True)
    place = models.TextField(null=True)
    place_entry = models.TextField(null=True)
    country = models.CharField(max_length=2, null=True)
    admin1 = models.TextField(null=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    precision = models.CharField(max_length=32, null=True)
    review = models.CharField(max_length=16, default="unreviewed")
    note = models.TextField(null=True)

    class Meta:
        """Lists ask for current claims by day, type, place, speaker and review state."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["reading", "key"], name="claim_once")]
        indexes: ClassVar = [
            models.Index(fields=["key"], name="claim_key"),
            models.Index(fields=["from_day", "to_day", "type"], name="claim_day", condition=Q(current=True)),
            models.Index(fields=["to_day", "from_day"], name="claim_long", condition=Q(current=True, long=True)),
            models.Index(fields=["type", "from_day"], name="claim_type", condition=Q(current=True)),
            models.Index(fields=["country", "admin1", "from_day"], name="claim_place", condition=Q(current=True)),
            models.Index(fields=["speaker_entry", "from_day"], name="claim_speaker", condition=Q(current=True)),
            models.Index(fields=["review", "from_day"], name="claim_review", condition=Q(current=True)),
            models.Index(fields=["status", "from_day"], name="claim_status", condition=Q(current=True)),
            models.Index(fields=["from_day", "id"], name="claim_newest", condition=Q(current=True)),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.type}"


class ClaimBody(models.Model):
    """The whole of a claim in the JSON form of `hudna.serialise`."""

    claim = models.OneToOneField(Claim, models.CASCADE, primary_key=True, related_name="body")
    read = models.JSONField(encoder=CompactEncoder)
    """As the reader read it."""
    standing = models.JSONField(null=True, encoder=CompactEncoder)
    """As it stands after corrections; None where there are none."""

    def __str__(self) -> str:
        return str(self.claim_id)


class Party(models.Model):
    """An actor, target or speaker of a claim, as it stands in the text and as the lexicon knows it."""

    class Role(models.TextChoices):
        """What the party is to the claim."""

        ACTOR = "actor"
        TARGET = "target"
        SPEAKER = "speaker"

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="parties")
    role = models.CharField(max_length=8, choices=Role.choices)
    position = models.PositiveSmallIntegerField()
    surface = models.TextField()
    folded = models.TextField()
    name = models.TextField(null=True)
    entry = models.TextField(null=True)
    kind = models.CharField(max_length=32, null=True)
    side = models.TextField(null=True)
    """The lexicon's id of the side that it fights for."""

    class Meta:
        """Claims are looked for by side and by naming."""

        indexes: ClassVar = [
            models.Index(fields=["side", "claim"], name="party_side"),
            models.Index(fields=["entry", "role"], name="party_entry"),
            models.Index(models.F("folded"), "role", name="party_folded"),
        ]

    def __str__(self) -> str:
        return self.surface


class Place(models.Model):
    """A place of a claim."""

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="places")
    position = models.PositiveSmallIntegerField()
    surface = models.TextField()
    name = models.TextField(null=True)
    entry = models.TextField(null=True)
    kind = models.CharField(max_length=32, null=True)
    precision = models.CharField(max_length=32, null=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    admin1 = models.TextField(null=True)
    country = models.CharField(max_length=2, null=True)

    class Meta:
        """Claims are looked for by region and by place."""

        indexes: ClassVar = [
            models.Index(fields=["country", "admin1", "claim"], name="place_country"),
            models.Index(fields=["admin1", "claim"], name="place_region"),
            models.Index(fields=["entry"], name="place_entry"),
        ]

    def __str__(self) -> str:
        return self.surface


class Count(models.Model):
    """A figure of a claim."""

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="counts")
    position = models.PositiveSmallIntegerField()
    what = models.CharField(max_length=32)
    of = models.TextField(null=True)
    value = models.FloatField(null=True)
    qualifier = models.CharField(max_length=16)
    whole = models.BooleanField()

    class Meta:
        """Figures are summed by what they count."""

        indexes: ClassVar = [
            models.Index(fields=["what", "value", "claim"], name="count_what"),
            models.Index(fields=["value", "claim"], name="count_value"),
        ]

    def __str__(self) -> str:
        return f"{self.what}: {self.value}"


class Part(models.Model):
    """One line of a figure's breakdown."""

    count = models.ForeignKey(Count, models.CASCADE, related_name="parts")
    position = models.PositiveSmallIntegerField()
    name = models.TextField()
    value = models.FloatField(null=True)
    by = models.CharField(max_length=8)

    def __str__(self) -> str:
        return f"{self.name}: {self.value}"
