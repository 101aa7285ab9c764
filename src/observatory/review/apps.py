"""The Django application of decisions."""

from __future__ import annotations

from django.apps import AppConfig


class ReviewConfig(AppConfig):
    """Decisions of people, and the pages on which they are made."""

    name = "observatory.review"
    label = "review"
    verbose_name = "review"

    def ready(self) -> None:
        """Keep the queue up with what comes in and what is decided."""
        from observatory.review import waiting

        waiting.connect()
