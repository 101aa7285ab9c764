"""Incidents, findings across documents and tallies of violations, derived from claims and decisions.

Nothing here is a source of its own: every row can be thrown away and made anew (`observatory.atlas.build`). The columns
say what the whole record tells; pages show what `observatory.atlas.gate` makes of the claims that an audience may see.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from observatory.json_text import CompactEncoder
from observatory.records.models import Claim, Document

KEYS = {"internal": "key", "partner": "partner_key", "public": "public_key"}
"""The column that holds the key under which each profile knows an incident."""


class Incident(models.Model):
    """One happening as claims of one or more documents tell it."""

    key = models.CharField(max_length=40, unique=True)
    partner_key = models.CharField(max_length=40, unique=True)
    """The key under which the profile «partner» knows it."""
    public_key = models.CharField(max_length=40, unique=True)
    made_at = models.DateTimeField()
    family = models.CharField(max_length=16)
    type = models.CharField(max_length=32)
    first_day = models.DateField(null=True)
    last_day = models.DateField(null=True)
    day_basis = models.CharField(max_length=16)
    place = models.TextField(null=True)
    place_entry = models.TextField(null=True)
    country = models.CharField(max_length=2, null=True)
    admin1 = models.TextField(null=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    precision = models.CharField(max_length=32, null=True)
    disputed = models.BooleanField(default=False)
    sensitive = models.BooleanField(default=False)
    """Whether any claim tells of a hospital, shelter, camp or aid."""
    killed_low = models.FloatField(null=True)
    killed_best = models.FloatField(null=True)
    killed_high = models.FloatField(null=True)
    documents = models.PositiveIntegerField()
    sources = models.PositiveIntegerField()
    unreviewed = models.PositiveIntegerField()
    """How many of its claims nobody has decided about."""
    wounded_low = models.FloatField(null=True)
    wounded_high = models.FloatField(null=True)
    displaced_low = models.FloatField(null=True)
    displaced_high = models.FloatField(null=True)
    captured_low = models.FloatField(null=True)
    captured_high = models.FloatField(null=True)
    is_long = models.BooleanField(default=False)
    """Whether it is told of more days than `records.models.claim.LONG`: such incidents are looked for apart."""
    is_told = models.BooleanField(null=True)
    """Whether it counts as having happened (`facts.is_told`); None in rows made before facts were kept."""
    open_day = models.DateField(null=True)
    """The day from which the delay of a profile is reckoned for the first of its claims."""
    whole_day = models.DateField(null=True)
    """The day from which it is reckoned for all of them; None where one has no day, so that it waits for ever."""

    class Meta:
        """Lists ask for days, then for type or region."""

        indexes: ClassVar = [
            models.Index(fields=["last_day", "first_day", "type"], name="incident_days"),
            models.Index(fields=["first_day"], name="incident_first"),
            models.Index(fields=["last_day", "first_day"], name="incident_long", condition=models.Q(is_long=True)),
            models.Index(fields=["country", "admin1", "last_day"], name="incident_region"),
            models.Index(fields=["disputed", "last_day"], name="incident_disputed"),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.type}"


class Facts(models.Model):
    """What a line of an incident rests on, as `observatory.atlas.facts` keeps it."""

    incident = models.OneToOneField(Incident, models.CASCADE, primary_key=True, related_name="facts")
    data = models.JSONField(encoder=CompactEncoder)

    def __str__(self) -> str:
        return str(self.incident_id)


class Part(models.Model):
    """What an incident tells without some of its claims: those that stand in documents which somebody may not see."""

    incident = models.ForeignKey(Incident, models.CASCADE, related_name="parts")
    without = models.CharField(max_length=32)
    """A name for the set of claims that it is made without."""
    made_at = models.DateTimeField()
    """When the incident was made that it is a part of: the part of an older one is not told any more."""
    type = models.CharField(max_length=32)
    first_day = models.DateField(null=True)
    last_day = models.DateField(null=True)
    day_basis = models.CharField(max_length=16)
    documents = models.PositiveIntegerField()
    sources = models.PositiveIntegerField()
    disputed = models.BooleanField()
    is_told = models.BooleanField()
    whole_day = models.DateField(null=True)
    facts = models.JSONField(encoder=CompactEncoder)

    class Meta:
        """One part for each set of claims."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["incident", "without"], name="part_once")]

    def __str__(self) -> str:
        return f"{self.incident_id} without {self.without}"


class Member(models.Model):
    """A claim of an incident. Each current claim that is not rejected belongs to exactly one."""

    incident = models.ForeignKey(Incident, models.CASCADE, related_name="members")
    claim = models.OneToOneField(Claim, models.CASCADE, related_name="member")
    claim_key = models.CharField(max_length=20, db_index=True)
    document = models.ForeignKey(Document, models.CASCADE, related_name="members")
    open_day = models.DateField(null=True)

    def __str__(self) -> str:
        return f"{self.claim_key} in {self.incident_id}"


class CrossFinding(models.Model):
    """What does not fit together across documents."""

    day = models.DateField(null=True)
    """The last day that its claims tell of."""
    code = models.CharField(max_length=64)
    level = models.CharField(max_length=16)
    claims = models.JSONField(encoder=CompactEncoder)
    figures = models.JSONField(encoder=CompactEncoder)
    message = models.JSONField(encoder=CompactEncoder)
    open = models.BooleanField()
    """Whether one of its claims has not been decided about."""

    class Meta:
        """Findings are asked for by day."""

        indexes: ClassVar = [models.Index(fields=["open", "day"], name="finding_open_day")]

    def __str__(self) -> str:
        return self.code


class Violations(models.Model):
    """How many breaches of a truce one source tells of one day, by one claim."""

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="violations")
    day = models.DateField()
    source = models.TextField()
    """The id of the reporting actor in the lexicon, else its folded naming or outlet."""
    value = models.FloatField()
    open_day = models.DateField(null=True)

    class Meta:
        """The timeline asks for days."""

        indexes: ClassVar = [models.Index(fields=["day", "source"], name="violations_day")]

    def __str__(self) -> str:
        return f"{self.day} {self.source}: {self.value}"
