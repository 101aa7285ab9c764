"""Tokens of programs: made by a person, no wider than the person's own permissions, kept as a hash."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from enum import StrEnum

from django.contrib.auth.models import User
from django.utils import timezone

from observatory.people.models import Token
from observatory.people.roles import Permission, may
from observatory.people.secrets import digest_of, new_secret

LEAD = "hudna_"
LASTS = timedelta(days=365)
_USED_EVERY = timedelta(minutes=1)


class Scope(StrEnum):
    """What a token may be used for."""

    READ = "read"
    EXPORT = "export"
    REVIEW = "review"


NEEDED = {Scope.READ: Permission.SEE_PARTNER, Scope.EXPORT: Permission.EXPORT, Scope.REVIEW: Permission.REVIEW}
"""What a person must be allowed so that a token of theirs has this scope; looked at on every use."""


def make_token(person: User, name: str, scopes: Iterable[Scope], lasts: timedelta = LASTS) -> tuple[Token, str]:
    """A new token and its secret, which is shown once. Scopes that the person is not allowed are left out."""
    secret, now = LEAD + new_secret(), timezone.now()
    allowed = sorted(scope.value for scope in set(scopes) if may(person, NEEDED[scope]))
    token = Token.objects.create(
        person=person,
        name=name,
        start=secret[: len(LEAD) + 5],
        digest=digest_of(secret),
        scopes=allowed,
        made_at=now,
        expires_at=now + lasts,
    )
    return token, secret


def token_of(secret: str) -> Token | None:
    """The token of a secret when it holds now."""
    now = timezone.now()
    held = Token.objects.filter(digest=digest_of(secret), revoked_at=None, expires_at__gt=now, person__is_active=True)
    token = held.select_related("person").first()
    if token is not None and (token.used_at is None or now - token.used_at > _USED_EVERY):
        Token.objects.filter(pk=token.pk).update(used_at=now)
    return token


def opens(token: Token, scope: Scope) -> bool:
    """Whether a token may be used for this scope now: it was made for it, and its person is still allowed."""
    return scope.value in token.scopes and may(token.person, NEEDED[scope])
