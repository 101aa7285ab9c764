"""The addresses of speakers and outlets."""

from __future__ import annotations

from django.urls import path

from observatory.voices import listing, page

urlpatterns = [
    path("voices/", listing.voices, name="voices"),
    path("voices/<slug:key>/", page.voice, name="voice"),
]
