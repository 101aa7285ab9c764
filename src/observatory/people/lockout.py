"""What who failed to sign in too often is told."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def locked_out(
    request: HttpRequest, credentials: dict[str, Any] | None = None, *rest: Any, **more: Any
) -> HttpResponse:
    """The page that says to wait."""
    title, hint = "people.locked_out", "people.locked_out_hint"
    return render(request, "ui/error.html", {"title": title, "hint": hint}, status=429)
