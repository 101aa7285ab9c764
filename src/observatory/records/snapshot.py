"""The tables of the record at one moment, while others go on writing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps
from django.db import connection, models

_BEGIN = {"sqlite": "BEGIN DEFERRED", "postgresql": "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"}
_MADE_ANEW = frozenset({"admin", "axes", "contenttypes", "sessions", "usersessions"})
"""Applications whose rows are worth nothing elsewhere."""


@contextmanager
def snapshot() -> Iterator[None]:
    """Everything read inside is of one moment; writers do not wait. Nothing may be written inside."""
    if connection.in_atomic_block:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(_BEGIN[connection.vendor])
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def kept_tables() -> list[type[models.Model]]:
    """The tables that a backup holds, those of people among them; rights are made anew by Django."""
    found = apps.get_models(include_auto_created=True)
    return [model for model in found if model._meta.app_label not in _MADE_ANEW and not _of_permissions(model)]


def _of_permissions(model: type[models.Model]) -> bool:
    if not apps.is_installed("django.contrib.auth"):
        return False
    permission = apps.get_model("auth", "Permission")
    related = {field.related_model for field in model._meta.concrete_fields if field.is_relation}
    return model is permission or permission in related


def applied_migrations() -> list[str]:
    """The latest migration of each application whose rows a backup holds."""
    from django.db.migrations.recorder import MigrationRecorder

    labels = {model._meta.app_label for model in kept_tables()}
    applied = MigrationRecorder(connection).applied_migrations()
    return sorted({f"{label}.{name}" for label, name in applied if label in labels})
