"""The Django application of speakers and outlets."""

from __future__ import annotations

from django.apps import AppConfig


class VoicesConfig(AppConfig):
    """Who says what: rows kept up with claims and incidents, and the pages that show them."""

    name = "observatory.voices"
    label = "voices"

    def ready(self) -> None:
        """Keep up with what comes in, what people decide and how incidents are joined."""
        from observatory.voices import follow

        follow.connect()
