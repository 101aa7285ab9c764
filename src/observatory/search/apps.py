"""The Django application of search."""

from __future__ import annotations

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """The words that are searched, and the page of search."""

    name = "observatory.search"
    label = "search"

    def ready(self) -> None:
        """Keep the words up with what comes in and what is decided."""
        from observatory.search import index

        index.connect()
