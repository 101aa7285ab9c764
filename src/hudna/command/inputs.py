"""Reads documents from files and standard input, and says clearly what cannot be read, where, and what helps."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal

from hudna.records import Document
from hudna.sources.json_lines import read_json_lines
from hudna.sources.open import kind_of_name, unopened
from hudna.sources.plain import read_plain
from hudna.sources.source import Defaults, Refusal, SourceDocument

InputFormat = Literal["auto", "text", "jsonl"]

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Item:
    """One document or refusal, with the bytes that it took from the input."""

    content: Document | Refusal
    size: int = 0


def documents(files: list[str], kind: InputFormat, defaults: Defaults) -> Iterator[Item]:
    """Every document of the files, in order. What cannot be read comes as a refusal and stops nothing else."""
    for name in files or [STANDARD_INPUT]:
        yield from map(_item, _sources_of(name, kind, defaults))


def _item(found: SourceDocument | Refusal) -> Item:
    if isinstance(found, Refusal):
        return Item(found, found.size)
    document = Document(found.text, found.id, found.title, found.published, found.outlet)
    return Item(document, found.size)


def _sources_of(name: str, kind: InputFormat, defaults: Defaults) -> Iterator[SourceDocument | Refusal]:
    lines = kind == "jsonl" or (kind == "auto" and kind_of_name(name) == "jsonl")
    if name == STANDARD_INPUT:
        yield from _read(sys.stdin.buffer, "standard input", "stdin", lines, defaults)
        return
    try:
        with Path(name).open("rb") as stream:
            yield from _read(stream, name, name, lines, defaults)
    except OSError as error:
        yield unopened(name, error)


def _read(
    stream: BinaryIO, where: str, identity: str, lines: bool, defaults: Defaults
) -> Iterator[SourceDocument | Refusal]:
    if lines:
        yield from read_json_lines(stream, where, defaults)
    else:
        yield read_plain(stream.read(), where, defaults, identity)
