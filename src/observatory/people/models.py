"""Projects, invitations, tokens and the audit of exports."""

from __future__ import annotations

from typing import Any, ClassVar, NoReturn

from django.conf import settings
from django.db import models

from observatory.json_text import CompactEncoder
from observatory.records.models import Document, Outlet


class Project(models.Model):
    """A part of the record that only its people see: documents, by themselves or by their outlet."""

    name = models.CharField(max_length=120, unique=True)
    outlets = models.ManyToManyField(Outlet, blank=True, related_name="projects")
    documents = models.ManyToManyField(Document, blank=True, related_name="projects")
    people = models.ManyToManyField(settings.AUTH_USER_MODEL, blank=True, related_name="projects")

    def __str__(self) -> str:
        return self.name


class Invitation(models.Model):
    """A link that works once: for a new person, for a new password, or for the first administrator."""

    digest = models.CharField(max_length=64, unique=True)
    """The hash of the link's secret, which is kept nowhere."""
    role = models.CharField(max_length=16)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="links")
    """Whose password it sets anew; None for a new person."""
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="invitations")
    """None for the link that makes the first administrator."""
    projects = models.ManyToManyField(Project, blank=True)
    note = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.role} ({self.note})" if self.note else self.role


class Token(models.Model):
    """What a program signs in with, for one person and no more than the scopes."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=80)
    start = models.CharField(max_length=12)
    """Its first characters, by which a person knows it again."""
    digest = models.CharField(max_length=64, unique=True)
    scopes = models.JSONField(encoder=CompactEncoder)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.name} ({self.start}…)"


class ExportsAreFinalError(RuntimeError):
    """A line of the audit was to be changed or taken out."""

    def __init__(self) -> None:
        super().__init__("the audit of exports is never changed or deleted")


class ExportQuerySet(models.QuerySet["Export"]):
    """Lines can be asked for and added."""

    def update(self, **fields: Any) -> NoReturn:
        """Refused."""
        raise ExportsAreFinalError

    def delete(self) -> NoReturn:
        """Refused."""
        raise ExportsAreFinalError


class Export(models.Model):
    """Who took what away, when and under which profile. Rows are added and never changed: the database refuses it."""

    made_at = models.DateTimeField()
    person = models.TextField()
    """The name at that time; empty for who has not signed in."""
    token = models.TextField(blank=True)
    """The start of the token that a program used."""
    profile = models.CharField(max_length=16)
    format = models.CharField(max_length=16)
    address = models.TextField()
    rows = models.PositiveIntegerField(null=True)

    rows_are_final: ClassVar = True
    objects = ExportQuerySet.as_manager()

    class Meta:
        """The newest come first."""

        indexes: ClassVar = [models.Index(fields=["made_at"], name="export_made")]

    def __str__(self) -> str:
        return f"{self.made_at:%Y-%m-%d %H:%M} {self.person} {self.address}"

    def save(self, *arguments: Any, **options: Any) -> None:
        """Add the line; ExportsAreFinalError when it is kept already."""
        if self.pk is not None:
            raise ExportsAreFinalError
        super().save(*arguments, **options)

    def delete(self, *arguments: Any, **options: Any) -> NoReturn:
        """Refused."""
        raise ExportsAreFinalError
