"""The Django application of the API."""

from __future__ import annotations

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """Reading, deciding and the feed of changes for programs."""

    name = "observatory.api"
    label = "api"
