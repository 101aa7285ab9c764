"""Writes readings in the three output formats."""

from __future__ import annotations

import json
import os
from enum import StrEnum
from typing import Protocol, TextIO

from rich.console import Console

from hudna.labels import Language
from hudna.records import Reading
from hudna.serialise import reading_to_dict

_PAPER_WIDTH = 160
"""Columns of a table that goes to a file or pipe, unless COLUMNS says otherwise."""


class OutputFormat(StrEnum):
    """How readings are written."""

    table = "table"
    json = "json"
    jsonl = "jsonl"


class Writer(Protocol):
    """Takes readings one by one. `console` is the Rich console that it writes to, if it does."""

    console: Console | None

    def write(self, reading: Reading) -> None:
        """Write one reading."""

    def close(self) -> None:
        """Write what ends the output."""


def console_for(stream: TextIO) -> Console:
    """A Rich console that writes to the stream, wide enough for the table where there is no terminal."""
    width = None if stream.isatty() or os.environ.get("COLUMNS") else _PAPER_WIDTH
    return Console(file=stream, width=width, highlight=False, markup=False, emoji=False)


def writer(form: OutputFormat, stream: TextIO, language: Language) -> Writer:
    """The writer of a format."""
    if form is OutputFormat.table:
        return _TableWriter(stream, language)
    return _JsonWriter(stream) if form is OutputFormat.json else _LinesWriter(stream)


class _TableWriter:
    def __init__(self, stream: TextIO, language: Language) -> None:
        self._terminal = console_for(stream)
        self.console: Console | None = self._terminal
        self._language = language

    def write(self, reading: Reading) -> None:
        from hudna.command.table import print_reading

        print_reading(self._terminal, reading, self._language)

    def close(self) -> None:
        pass


class _LinesWriter:
    def __init__(self, stream: TextIO) -> None:
        self.console: Console | None = None
        self._stream = stream

    def write(self, reading: Reading) -> None:
        self._stream.write(json.dumps(reading_to_dict(reading), ensure_ascii=False) + "\n")

    def close(self) -> None:
        self._stream.flush()


class _JsonWriter:
    def __init__(self, stream: TextIO) -> None:
        self.console: Console | None = None
        self._stream = stream
        self._before = "[\n"

    def write(self, reading: Reading) -> None:
        body = json.dumps(reading_to_dict(reading), ensure_ascii=False, indent=2)
        self._stream.write(self._before + body)
        self._before = ",\n"

    def close(self) -> None:
        self._stream.write("[]\n" if self._before == "[\n" else "\n]\n")
        self._stream.flush()
