"""The Django application of the shared page parts."""

from __future__ import annotations

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Layout, words, template tags."""

    name = "observatory.ui"
    label = "ui"
