"""Claims as JSON Lines: one object a claim, with everything that the profile lets through."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from hudna.protect import ProtectedClaim


def claim_object(claim: ProtectedClaim) -> dict[str, Any]:
    """A claim as plain data."""
    fields = (field.name for field in dataclasses.fields(claim) if field.name != "original")
    return {name: _plain(getattr(claim, name)) for name in fields}


def write(claims: Iterable[ProtectedClaim]) -> bytes:
    """The claims, one a line, in UTF-8."""
    return "".join(json.dumps(claim_object(claim), ensure_ascii=False) + "\n" for claim in claims).encode()


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value
