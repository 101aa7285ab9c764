"""The address of search."""

from __future__ import annotations

from django.urls import path

from observatory.search import page

urlpatterns = [path("search/", page.search, name="search")]
