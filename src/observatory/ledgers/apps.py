"""The Django application of ceasefires."""

from __future__ import annotations

from django.apps import AppConfig


class LedgersConfig(AppConfig):
    """Ceasefires and their ledgers."""

    name = "observatory.ledgers"
    label = "ledgers"
