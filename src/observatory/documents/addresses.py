"""The addresses of documents."""

from __future__ import annotations

from django.urls import path

from observatory.documents import listing, page

urlpatterns = [
    path("documents/", listing.documents, name="documents"),
    path("documents/<slug:key>/", page.document, name="document"),
    path("documents/<slug:key>/original/", page.original, name="original"),
]
