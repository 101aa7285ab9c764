"""Articles in JSON lines: one object a line; a line that cannot be read is refused, the others are kept."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from hudna.sources.encodings import UnreadableError, decode, utf16_remedy
from hudna.sources.fields import article, kind_of
from hudna.sources.source import Defaults, Refusal, SourceDocument

MEDIA_TYPE = "application/json"


def read_json_lines(stream: BinaryIO, where: str, defaults: Defaults) -> Iterator[SourceDocument | Refusal]:
    """The article of every line, or why it is none. Blank lines are passed over; a stream of them is refused."""
    found = False
    for number, line in enumerate(stream, 1):
        if number == 1 and line.startswith((b"\xff\xfe", b"\xfe\xff")):
            yield Refusal(where, "is UTF-16, not UTF-8", utf16_remedy(where), len(line))
            return
        if not line.strip():
            continue
        found = True
        place = f"{where}:{number}"
        try:
            row = _json_object(line, where)
            content = line.rstrip(b"\r\n")
            found_article = article(row, content, place, MEDIA_TYPE, defaults, identity=place)
            yield replace(found_article, line_ending=len(line) - len(content))
        except UnreadableError as error:
            yield Refusal(place, error.problem, error.remedy, len(line))
    if not found:
        yield Refusal(where, "is empty", "check that the export or download finished")


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
        raise UnreadableError(f"a JSON {kind_of(value)}, not an object", 'write {"text": "…"} on the line')
    return value
