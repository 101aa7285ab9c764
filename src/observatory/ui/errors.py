"""The pages that say what went wrong and what to do now."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from typing import Any, cast

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from observatory.ui.preferences import Preferences, preferences_of

_log = logging.getLogger(__name__)


def _page(request: HttpRequest, name: str, status: int, **values: object) -> HttpResponse:
    if not hasattr(request, "preferences"):
        cast(Any, request).preferences = _preferences(request)
    title, hint = f"error.{name}", f"error.{name}_hint"
    return render(request, "ui/error.html", {"title": title, "hint": hint, **values}, status=status)


def _preferences(request: HttpRequest) -> Preferences:
    """The preferences; those of the cookies where the address is refused, which then no part of the page reads."""
    try:
        return preferences_of(request)
    except SuspiciousOperation:
        cast(Any, request).GET = QueryDict()
        return preferences_of(request)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """No page at this address."""
    return _page(request, "not_found", 404)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A page that this person may not see."""
    return _page(request, "forbidden", 403)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A request that no page of ours sends, or a name of the site that HUDNA_HOSTS does not hold."""
    return _page(request, "bad_request", 400)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without the secret of its page: it stood open too long, or was sent from elsewhere."""
    return _page(request, "stale_form", 403)


class WrongMethodMiddleware:
    """Gives the address of a button, typed by hand, a page in our words; Django answers it with an empty one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, or the page in its place; the methods that the address takes stay named."""
        answer = self.get_response(request)
        if answer.status_code != 405 or answer.get("Content-Type", "").startswith("application/json"):
            return answer
        page = _page(request, "wrong_method", 405)
        page["Allow"] = answer.get("Allow", "")
        return page


def server_error(request: HttpRequest) -> HttpResponse:
    """A fault of the program: logged under a code that the person can name."""
    code = secrets.token_hex(4)
    _log.error("fault %s at %s", code, request.path)
    return _page(request, "server", 500, code=code)
