"""Who asks, by the token in `Authorization: Bearer …`, and how often they may.

Without a token a program sees the public profile, where the mission lets everybody read. Sessions of browsers count for
nothing here, so that no other site can act with them.
"""

from __future__ import annotations

import time
from typing import Any, cast

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.http import HttpRequest
from ninja.errors import HttpError
from ninja.security import HttpBearer

from observatory.people.tokens import Scope, opens, token_of

A_MINUTE = 60
WITH_TOKEN = 600
"""Requests that a token may make in a minute."""
WITHOUT = 60
"""Requests that an address may make in a minute without a token, or with one that does not hold."""
ANYBODY = "anybody"


class TooManyError(Exception):
    """The rate is used up; `wait` is the number of seconds until the next minute."""

    def __init__(self, wait: int) -> None:
        super().__init__(f"ask again in {wait} seconds")
        self.wait = wait


class Access(HttpBearer):
    """Lets through who may use this scope; with `is_open` also who has no token."""

    def __init__(self, scope: Scope, is_open: bool = False) -> None:
        super().__init__()
        self.scope, self.is_open = scope, is_open

    def __call__(self, request: HttpRequest) -> Any | None:
        """Who asks; None for an answer of 401."""
        request.user = AnonymousUser()
        told = request.headers.get("Authorization", "")
        if told:
            kind, _, secret = told.partition(" ")
            return self.authenticate(request, secret.strip()) if kind.lower() == "bearer" else None
        _count(f"address/{request.META.get('REMOTE_ADDR', '')}", WITHOUT)
        return ANYBODY if self.is_open and settings.READERS == "everyone" else None

    def authenticate(self, request: HttpRequest, token: str) -> Any | None:
        """The token's row, with its person as who asks; an answer of 403 to a token of other scopes."""
        found = token_of(token)
        if found is None:
            _count(f"address/{request.META.get('REMOTE_ADDR', '')}", WITHOUT)
            return None
        _count(f"token/{found.pk}", WITH_TOKEN)
        if not opens(found, self.scope):
            raise HttpError(403, f"this token may not «{self.scope.value}»: make one that has this scope")
        request.user = found.person
        cast(Any, request).token = found
        return found


def _count(who: str, most: int) -> None:
    now = int(time.time())
    key = f"rate/{who}/{now // A_MINUTE}"
    cache.add(key, 0, A_MINUTE * 2)
    if cache.incr(key) > most:
        raise TooManyError(A_MINUTE - now % A_MINUTE)


READS = Access(Scope.READ, is_open=True)
DECIDES = Access(Scope.REVIEW)
