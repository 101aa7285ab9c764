"""Gold files and readings from disk, with every fault named by file and line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hudna.evaluation.claim import ScoredClaim, ShapeError, claim_of

Predictions = Mapping[str, tuple[ScoredClaim, ...]]
"""The read claims of each document, by its id."""


class InputError(Exception):
    """Gold or readings cannot be read; `problems` names each fault with its file and line."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A text with the claims that a careful coder wrote for it."""

    id: str
    text: str
    claims: tuple[ScoredClaim, ...]
    title: str | None = None
    published: str | None = None
    outlet: str | None = None


def load_gold(folder: Path) -> list[GoldDocument]:
    """The gold files (*.json) of a folder, by file name."""
    if not folder.is_dir():
        raise InputError([f"{folder}: no such folder: name the folder that holds the gold files"])
    found: list[GoldDocument] = []
    problems: list[str] = []
    for file in sorted(folder.glob("*.json")):
        try:
            found.append(_gold_document(file.read_text("utf-8-sig")))
        except (_FaultyJsonError, ShapeError) as error:
            line = error.line if isinstance(error, _FaultyJsonError) else 1
            problems.append(f"{file}:{line}: {error}")
        except (OSError, UnicodeDecodeError) as error:
            problems.append(f"{file}: {_reason(error)}")
    if problems:
        raise InputError(problems)
    if not found:
        raise InputError([f"{folder}: holds no gold file (*.json)"])
    return found


def load_predictions(file: Path) -> dict[str, tuple[ScoredClaim, ...]]:
    """The readings of a JSON Lines file, one object a line with `id` and `claims`; of two of one id the last counts."""
    try:
        lines = file.read_bytes().split(b"\n")
    except OSError as error:
        raise InputError([f"{file}: {_reason(error)}"]) from error
    found: dict[str, tuple[ScoredClaim, ...]] = {}
    problems: list[str] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            reading = _object(line.decode("utf-8-sig"))
            found[_identity(reading)] = _claims(reading)
        except (_FaultyJsonError, ShapeError, UnicodeDecodeError) as error:
            problems.append(f"{file}:{number}: {_reason(error)}")
    if problems:
        raise InputError(problems)
    return found


def predictions_of(readings: list[dict[str, Any]]) -> dict[str, tuple[ScoredClaim, ...]]:
    """The read claims of readings that are plain data already."""
    return {_identity(reading): _claims(reading) for reading in readings}


class _FaultyJsonError(ValueError):
    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


def _object(text: str) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise _FaultyJsonError(f"no valid JSON at column {error.colno} ({error.msg})", error.lineno) from error
    except RecursionError as error:
        raise _FaultyJsonError("no usable JSON: it is nested too deeply", 1) from error
    if not isinstance(value, dict):
        raise ShapeError("not a JSON object with «id» and «claims»")
    return value


def _gold_document(text: str) -> GoldDocument:
    data = _object(text)
    if not isinstance(data.get("text"), str):
        raise ShapeError("the field «text» is missing or no string")
    return GoldDocument(
        id=_identity(data),
        text=data["text"],
        claims=_claims(data),
        **{name: _optional(data, name) for name in ("title", "published", "outlet")},
    )


def _identity(data: Mapping[str, Any]) -> str:
    identity = data.get("id")
    if isinstance(identity, str | int) and not isinstance(identity, bool):
        return str(identity)
    raise ShapeError("the field «id» is missing or no string")


def _claims(data: Mapping[str, Any]) -> tuple[ScoredClaim, ...]:
    claims = data.get("claims")
    if claims is None:
        return ()
    if not isinstance(claims, list):
        raise ShapeError("the field «claims» is not a list")
    found = []
    for number, claim in enumerate(claims):
        try:
            found.append(claim_of(claim))
        except ShapeError as error:
            raise ShapeError(f"claim {number}: {error}") from error
    return tuple(found)


def _optional(data: Mapping[str, Any], name: str) -> str | None:
    value = data.get(name)
    return str(value) if value else None


def _reason(error: Exception) -> str:
    if isinstance(error, OSError):
        return f"cannot be read ({error.strerror or error})"
    if isinstance(error, UnicodeDecodeError):
        return f"is not UTF-8 (byte {error.start})"
    return str(error)
