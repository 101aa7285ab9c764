"""The Django application of Today and incidents."""

from __future__ import annotations

from django.apps import AppConfig


class AtlasConfig(AppConfig):
    """Incidents as they are derived from claims, and the pages that show them."""

    name = "observatory.atlas"
    label = "atlas"

    def ready(self) -> None:
        """Keep up with what comes in and what people decide."""
        from observatory.atlas import follow

        follow.connect()
