"""Where the record is kept: the database that a URL names, or one file in hudna's data folder."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any

import dj_database_url

from hudna.home import home

DATABASE_FILE = "record.sqlite3"
SECRET_FILE = "secret.key"
LEAST_POSTGRESQL = 15
_ENGINES = frozenset({"django.db.backends.sqlite3", "django.db.backends.postgresql"})
_WAIT_SECONDS = 30

# A write that fails half-way must leave nothing; readers must not wait for writers; a commit must survive a power cut.
_SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": _WAIT_SECONDS,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-64000;",
}


def database_settings(url: str | None) -> dict[str, Any]:
    """Django's settings of the record's database; ValueError for an address that names none that is supported."""
    if url:
        found: dict[str, Any] = {**dj_database_url.parse(url, conn_health_checks=True)}
        if found["ENGINE"] not in _ENGINES:
            raise ValueError(f"{found['ENGINE']} is not supported: use sqlite:///FILE or postgresql://USER@HOST/NAME")
        if found["ENGINE"].endswith("sqlite3"):
            found["OPTIONS"] = {**_SQLITE_OPTIONS, **found.get("OPTIONS", {})}
        return found
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(database_file()),
        "OPTIONS": _SQLITE_OPTIONS,
    }


def database_file() -> Path:
    """The file of the embedded database."""
    return home() / DATABASE_FILE


def secret_key() -> str:
    """The key that signs sessions, made once and kept in the data folder, readable by its owner only."""
    path = home() / SECRET_FILE
    try:
        return path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    key = secrets.token_urlsafe(48)
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
            file.write(key)
    except FileExistsError:  # another process was first
        return path.read_text(encoding="ascii").strip()
    return key
