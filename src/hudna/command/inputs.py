"""Reads documents from files and standard input, and says clearly what cannot be read, where, and what helps."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, BinaryIO, Literal

from hudna.command.encodings import UnreadableError, decode, require_arabic, utf16_remedy
from hudna.records import Document

InputFormat = Literal["auto", "text", "jsonl"]

STANDARD_INPUT = "-"
_TEXT_FIELDS = ("id", "title", "outlet")
_LINES_ENDINGS = (".jsonl", ".ndjson")


@dataclass(frozen=True, slots=True)
class Defaults:
    """What documents that do not say so themselves are taken to be."""

    published: date | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A document that was not read: where it stands, why, and what the user can do."""

    where: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.where}: {self.problem}: {self.remedy}"


@dataclass(frozen=True, slots=True)
class Item:
    """One document or refusal, with the bytes that it took from the input."""

    content: Document | Refusal
    size: int = 0


def parse_day(value: str) -> date:
    """A calendar day from YYYY-MM-DD or an ISO time stamp; ValueError says what is wrong."""
    text = value.strip()
    try:
        return date.fromisoformat(text) if len(text) <= 10 else datetime.fromisoformat(text).date()
    except ValueError as error:
        raise ValueError(f"«{value}» is not a date") from error


def documents(files: list[str], kind: InputFormat, defaults: Defaults) -> Iterator[Item]:
    """Every document of the files, in order. What cannot be read comes as a refusal and stops nothing else."""
    for name in files or [STANDARD_INPUT]:
        yield from _documents_of(name, kind, defaults)


def _documents_of(name: str, kind: InputFormat, defaults: Defaults) -> Iterator[Item]:
    where = "standard input" if name == STANDARD_INPUT else name
    lines = kind == "jsonl" or (kind == "auto" and name.lower().endswith(_LINES_ENDINGS))
    try:
        if name == STANDARD_INPUT:
            yield from _read(sys.stdin.buffer, where, name, lines, defaults)
            return
        with Path(name).open("rb") as stream:
            yield from _read(stream, where, name, lines, defaults)
    except FileNotFoundError:
        yield _refused(where, "no such file", "check the name and the folder")
    except IsADirectoryError:
        yield _refused(where, "is a folder", f"name the files in it, for example {name.rstrip('/')}/*.txt")
    except PermissionError:
        yield _refused(where, "may not be read by you", "ask for the right to read it, or copy it")
    except OSError as error:
        yield _refused(where, f"cannot be read ({error.strerror or error})", "check the file and its disk")


def _read(stream: BinaryIO, where: str, name: str, lines: bool, defaults: Defaults) -> Iterator[Item]:
    if lines:
        yield from _json_lines(stream, where, defaults)
    else:
        yield _whole_text(stream.read(), where, name, defaults)


def _refused(where: str, problem: str, remedy: str, size: int = 0) -> Item:
    return Item(Refusal(where, problem, remedy), size)


def _whole_text(data: bytes, where: str, name: str, defaults: Defaults) -> Item:
    try:
        text = decode(data, where)
        require_arabic(text)
    except UnreadableError as error:
        place = f"{where}:{error.line}" if error.line else where
        return _refused(place, error.problem, error.remedy, len(data))
    identity = "stdin" if name == STANDARD_INPUT else name
    document = Document(text, id=identity, published=defaults.published, outlet=defaults.outlet)
    return Item(document, len(data))


def _json_lines(stream: BinaryIO, where: str, defaults: Defaults) -> Iterator[Item]:
    found = False
    for number, line in enumerate(stream, 1):
        if number == 1 and line.startswith((b"\xff\xfe", b"\xfe\xff")):
            yield _refused(where, "is UTF-16, not UTF-8", utf16_remedy(where), len(line))
            return
        if not line.strip():
            continue
        found = True
        place = f"{where}:{number}"
        try:
            document = _document(_json_object(line, where), number, where, defaults)
        except UnreadableError as error:
            yield _refused(place, error.problem, error.remedy, len(line))
        else:
            yield Item(document, len(line))
    if not found:
        yield _refused(where, "is empty", "check that the export or download finished")


def _json_object(line: bytes, where: str) -> dict[str, Any]:
    text = decode(line.rstrip(b"\r\n"), where)
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        problem = f"not valid JSON at column {error.colno} ({error.msg})"
        raise UnreadableError(problem, "write one whole JSON object on each line") from error
    except (ValueError, RecursionError) as error:
        raise UnreadableError(
            f"not usable JSON ({error})", 'write only {"id", "text", "published", "outlet"}'
        ) from error
    if not isinstance(value, dict):
        raise UnreadableError(f"a JSON {_kind_of(value)}, not an object", 'write {"text": "…"} on the line')
    return value


def _document(fields: dict[str, Any], number: int, where: str, defaults: Defaults) -> Document:
    text = fields.get("text")
    if text is None:
        raise UnreadableError("the field «text» is missing", 'write {"text": "…"} on the line')
    if not isinstance(text, str):
        raise UnreadableError(
            f"the field «text» is a {_kind_of(text)}, not a string", "put the text in quotation marks"
        )
    _require_whole_characters(text)
    require_arabic(text, "the field «text»")
    names = {field: _optional_text(fields, field) for field in _TEXT_FIELDS}
    return Document(
        text,
        id=names["id"] or f"{where}:{number}",
        title=names["title"],
        published=_published(fields) or defaults.published,
        outlet=names["outlet"] or defaults.outlet,
    )


def _require_whole_characters(text: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        problem = f"the field «text» holds half a character (\\u{ord(text[error.start]):04x})"
        raise UnreadableError(problem, "export the text again as UTF-8") from error


def _optional_text(fields: dict[str, Any], field: str) -> str | None:
    value = fields.get(field)
    if value is None or isinstance(value, str):
        return value or None
    if field == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise UnreadableError(f"the field «{field}» is a {_kind_of(value)}, not a string", "put it in quotation marks")


def _published(fields: dict[str, Any]) -> date | None:
    value = fields.get("published")
    if value is None or value == "":
        return None
    try:
        return parse_day(value)
    except (ValueError, AttributeError) as error:
        problem = f"the field «published» is «{value}», not a date"
        raise UnreadableError(problem, "write it as YYYY-MM-DD, for example 2017-09-12") from error


def _kind_of(value: object) -> str:
    names = {bool: "truth value", int: "number", float: "number", str: "string", list: "list", dict: "object"}
    return names.get(type(value), "null")
