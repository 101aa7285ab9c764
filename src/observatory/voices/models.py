"""Speakers and outlets with what they say, derived from claims and incidents.

Nothing here is a source of its own: every row can be thrown away and made anew (`observatory.voices.keep`). The figures
of a voice count everything that the record holds; `observatory.voices.figures` takes off what an audience may not see.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from observatory.atlas.models import Incident
from observatory.json_text import CompactEncoder
from observatory.records.models import Claim, Document

_FIGURES = ("voice", "rejected", "decided", "open_day", "document")
"""What the figures of voices are counted from."""


class Voice(models.Model):
    """Who says claims: a speaker under all namings that mean the same actor, or an outlet in its own voice."""

    class Kind(models.TextChoices):
        """What a voice is."""

        SPEAKER = "speaker"
        OUTLET = "outlet"

    key = models.SlugField(max_length=40, unique=True)
    """What its address is made of: it says nothing of the name and stays the same."""
    kind = models.CharField(max_length=8, choices=Kind.choices)
    identity = models.TextField()
    """The lexicon's id of a known actor, else the folded name."""
    entry = models.TextField(null=True)
    name = models.TextField()
    english = models.TextField(null=True)
    words = models.TextField()
    """What its name is looked for in, folded."""
    named = models.BooleanField()
    """Whether it may be named to everybody: a known actor, or an outlet that bears no person's name."""
    claims = models.IntegerField(default=0)
    """Its claims that are not rejected."""
    documents = models.IntegerField(default=0)
    decided = models.IntegerField(default=0)
    """Those of them that somebody has accepted or corrected."""
    rejected = models.IntegerField(default=0)
    happened = models.IntegerField(default=0)
    ongoing = models.IntegerField(default=0)
    future = models.IntegerField(default=0)
    demanded = models.IntegerField(default=0)
    denied = models.IntegerField(default=0)
    possible = models.IntegerField(default=0)
    disagreements = models.IntegerField(default=0)
    """The incidents in which it contradicts another."""
    named_disagreements = models.IntegerField(default=0)
    """Those in which the other may be named to everybody."""
    first_day = models.DateField(null=True)
    last_day = models.DateField(null=True)

    class Meta:
        """Lists are sorted by figures, within speakers or outlets."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["kind", "identity"], name="voice_once")]
        indexes: ClassVar = [
            models.Index(fields=["kind", "-claims"], name="voice_claims"),
            models.Index(fields=["kind", "-disagreements"], name="voice_disagreements"),
        ]

    def __str__(self) -> str:
        return self.name


class Term(models.Model):
    """A form of words for one thing."""

    class Kind(models.TextChoices):
        """What the thing is."""

        EVENT = "event"
        ACTOR = "actor"
        GROUP = "group"

    kind = models.CharField(max_length=8, choices=Kind.choices)
    topic = models.TextField()
    """What is meant: the neutral label of an event, the id of an actor, the name of a kind of people."""
    arabic = models.TextField()
    english = models.TextField()
    form = models.TextField()
    loaded = models.BooleanField()
    known = models.BooleanField()
    """Whether the lexicon lists this form: what it does not list may hold the name of a private person."""
    claims = models.IntegerField(default=0)
    """How many claims of all voices use it."""

    class Meta:
        """A form is counted once a thing."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["topic", "form"], name="term_once")]

    def __str__(self) -> str:
        return f"{self.arabic}: {self.form}"


class Usage(models.Model):
    """How many claims of a voice use a form."""

    voice = models.ForeignKey(Voice, models.CASCADE, related_name="usages")
    term = models.ForeignKey(Term, models.CASCADE, related_name="usages")
    claims = models.IntegerField(default=0)

    class Meta:
        """A row a voice and form."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["voice", "term"], name="usage_once")]

    def __str__(self) -> str:
        return f"{self.voice_id}: {self.term_id} {self.claims}"


class Said(models.Model):
    """Who says a current claim, with the columns that the figures of voices are counted from."""

    claim = models.OneToOneField(Claim, models.CASCADE, primary_key=True, related_name="said")
    voice = models.ForeignKey(Voice, models.CASCADE, related_name="said", db_index=False)
    document = models.ForeignKey(Document, models.CASCADE, related_name="said", db_index=False)
    type = models.CharField(max_length=32)
    status = models.CharField(max_length=16)
    rejected = models.BooleanField()
    decided = models.BooleanField()
    from_day = models.DateField(null=True)
    to_day = models.DateField(null=True)
    open_day = models.DateField(null=True)
    """The day from which the delay of a profile is reckoned."""
    terms = models.JSONField(encoder=CompactEncoder)
    """The numbers of the terms that it uses."""

    class Meta:
        """Counted by voice and day, or for all voices by days, type or status, from indexes alone."""

        indexes: ClassVar = [
            models.Index(
                fields=["voice", "to_day", "type", "status", "rejected", "open_day", "document"], name="said_voice"
            ),
            models.Index(fields=["document", "voice"], name="said_document"),
            models.Index(fields=["open_day"], name="said_open"),
            models.Index(fields=["to_day", *_FIGURES, "status", "type", "from_day"], name="said_days"),
            models.Index(fields=["type", *_FIGURES, "status", "to_day"], name="said_type"),
            models.Index(fields=["status", *_FIGURES, "to_day"], name="said_status"),
        ]

    def __str__(self) -> str:
        return f"{self.claim_id}: {self.voice_id}"


class Stamp(models.Model):
    """A change of these tables. The number of the last one tells whether something has changed since."""

    made_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return str(self.pk)


class Contradiction(models.Model):
    """What a voice and another say of one incident that cannot both be so. Each stands twice, once for either voice."""

    class Kind(models.TextChoices):
        """What they disagree about."""

        FIGURE = "figure"
        DENIAL = "denial"
        ACTOR = "actor"

    incident = models.ForeignKey(Incident, models.CASCADE, related_name="contradictions", db_index=False)
    voice = models.ForeignKey(Voice, models.CASCADE, related_name="contradictions", db_index=False)
    other = models.ForeignKey(Voice, models.CASCADE, related_name="contradicted")
    claim = models.ForeignKey(Claim, models.CASCADE, related_name="contradictions")
    other_claim = models.ForeignKey(Claim, models.CASCADE, related_name="contradicted")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    own = models.JSONField(null=True, encoder=CompactEncoder)
    """The figure that the voice gives, where they disagree about one."""
    theirs = models.JSONField(null=True, encoder=CompactEncoder)
    day = models.DateField(null=True)
    """The last day of the incident."""
    open_day = models.DateField(null=True)
    """The day from which the delay of a profile is reckoned for the later of the two claims."""
    named = models.BooleanField()
    """Whether both voices may be named to everybody."""

    class Meta:
        """Asked for by voice, the latest first."""

        indexes: ClassVar = [
            models.Index(fields=["voice", "day", "incident", "named"], name="contradiction_voice"),
            models.Index(fields=["incident", "voice"], name="contradiction_incident"),
            models.Index(fields=["open_day"], name="contradiction_open"),
        ]

    def __str__(self) -> str:
        return f"{self.voice_id} and {self.other_id}: {self.kind}"
