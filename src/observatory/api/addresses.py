"""The addresses of the API."""

from __future__ import annotations

from django.urls import path, re_path

from observatory.api import page
from observatory.api.site import api

urlpatterns = [
    path("api/", page.described, name="api"),
    path("api/", api.urls),
    re_path("^api/", page.nowhere),
]
