"""The Django application of documents' pages."""

from __future__ import annotations

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """The list of documents and a document's page."""

    name = "observatory.documents"
    label = "documents"
