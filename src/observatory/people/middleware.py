"""Keeps who has not signed in outside, where the mission chose so; and keeps pages out of the caches of browsers."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase

_OPEN = ("/people/", "/api/", "/static/")
"""Signing in itself, and the API, which answers a missing token in its own way."""


class ClosedDoorMiddleware:
    """With HUDNA_READERS=people every page asks to sign in first. What a person sees stays in no cache of a browser."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if settings.READERS == "people" and not request.user.is_authenticated and not request.path.startswith(_OPEN):
            return redirect_to_login(request.get_full_path())
        response = self.get_response(request)
        if request.user.is_authenticated:
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response
