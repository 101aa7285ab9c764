"""Keeps a view for who may see it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec
from urllib.parse import urlsplit, urlunsplit

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from observatory.people.audience import person_of
from observatory.people.roles import Permission, may

Rest = ParamSpec("Rest")
View = Callable[Concatenate[HttpRequest, Rest], HttpResponseBase]


def allowed(permission: Permission | None = None) -> Callable[[View[Rest]], View[Rest]]:
    """A view for who has signed in and may do this; others are sent to sign in, or told that it is not open to them."""

    def wrap(view: View[Rest]) -> View[Rest]:
        @wraps(view)
        def guarded(request: HttpRequest, /, *arguments: Rest.args, **named: Rest.kwargs) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(_way_back(request))
            if permission is not None and not may(person_of(request), permission):
                raise PermissionDenied
            return view(request, *arguments, **named)

        return guarded

    return wrap


def _way_back(request: HttpRequest) -> str:
    """Where to come to after signing in. What a form sent has no page of its own: then it is the page of the form."""
    if request.method in ("GET", "HEAD"):
        return request.get_full_path()
    page = urlsplit(request.headers.get("Referer", ""))
    return urlunsplit(("", "", page.path, page.query, "")) if page.netloc == request.get_host() else "/"
