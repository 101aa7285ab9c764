"""The Django application of documents, readings and claims."""

from __future__ import annotations

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """Documents, readings, claims and the runs that brought them in."""

    name = "observatory.records"
    label = "records"
    verbose_name = "record"
