"""Secrets that are handed out once and kept as their hash."""

from __future__ import annotations

import hashlib
import secrets


def new_secret() -> str:
    """A secret that cannot be guessed."""
    return secrets.token_urlsafe(32)


def digest_of(secret: str) -> str:
    """What is kept of a secret. It is long and random, so that no slow hash is needed."""
    return hashlib.sha256(secret.encode()).hexdigest()
