"""The Django application of decisions."""

from __future__ import annotations

from django.apps import AppConfig


class ReviewConfig(AppConfig):
    """Decisions of people."""

    name = "observatory.review"
    label = "review"
    verbose_name = "review"
