"""Opens a file or bytes by what they are, and gives the documents in them."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

from hudna.sources.source import Defaults, Refusal, SourceDocument

Found = Iterator[SourceDocument | Refusal]

KINDS: dict[str, str] = {
    ".txt": "text",
    ".text": "text",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".rss": "feed",
    ".atom": "feed",
    ".xml": "feed",
    ".warc": "warc",
    ".warc.gz": "warc",
    ".csv": "csv",
    ".tsv": "csv",
    ".parquet": "parquet",
    ".docx": "docx",
    ".pdf": "pdf",
}
MEDIA_TYPES: dict[str, str] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/xml": "feed",
    "text/xml": "feed",
    "application/pdf": "pdf",
    "text/plain": "text",
    "text/csv": "csv",
    "application/x-ndjson": "jsonl",
    "application/jsonl": "jsonl",
    "application/warc": "warc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.apache.parquet": "parquet",
}


def kind_of_name(name: str) -> str | None:
    """The kind that a file's name tells, None when it tells none."""
    lower = name.lower()
    return next((kind for ending, kind in KINDS.items() if lower.endswith(ending)), None)


def kind_of_bytes(data: bytes) -> str:
    """The kind that the first bytes tell; plain text where they tell nothing else."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"%PDF-"):
        return "pdf"
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith(b"PK\x03\x04"):
        return "docx"
    if head.startswith(b"WARC/") or head.startswith(b"\x1f\x8b"):
        return "warc"
    lower = head.lower()
    if lower.startswith((b"<!doctype html", b"<html")) or b"<html" in lower:
        return "html"
    if lower.startswith((b"<?xml", b"<rss", b"<feed")):
        return "feed"
    return "jsonl" if head.startswith(b"{") else "text"


def read_source(path: Path, defaults: Defaults | None = None, kind: str | None = None) -> Found:
    """Every document in a file, or the reasons why there is none; nothing is raised for bad input.

    `kind` is one of the values of `KINDS`; without it the file's name decides, then its first bytes.
    """
    where, used = str(path), defaults or Defaults()
    try:
        with path.open("rb") as stream:
            named = kind or kind_of_name(path.name) or kind_of_bytes(stream.read(1024))
            stream.seek(0)
            if named == "jsonl":
                from hudna.sources.json_lines import read_json_lines

                yield from read_json_lines(stream, where, used)
            elif named == "warc":
                from hudna.sources.archive import read_archive

                yield from read_archive(stream, where, used)
            elif named == "parquet":
                from hudna.sources.tables import read_parquet

                yield from read_parquet(path, where, used)
            else:
                yield from read_bytes(stream.read(), where, used, named)
    except OSError as error:
        yield unopened(where, error)


def read_bytes(data: bytes, where: str, defaults: Defaults, kind: str | None = None) -> Found:
    """Every document in bytes that came from elsewhere, for instance from the web; as `read_source`."""
    named = kind or kind_of_bytes(data)
    reader = _READERS.get(named)
    if reader is None:
        yield Refusal(where, f"«{named}» is read from a file only", "save it to a file and name the file", len(data))
    else:
        yield from reader(data, where, defaults)


def unopened(name: str, error: OSError) -> Refusal:
    """Why a file could not be opened, and what helps."""
    if isinstance(error, FileNotFoundError):
        return Refusal(name, "no such file", "check the name and the folder")
    if isinstance(error, IsADirectoryError):
        return Refusal(name, "is a folder", f"name the files in it, for example {name.rstrip('/')}/*.txt")
    if isinstance(error, PermissionError):
        return Refusal(name, "may not be read by you", "ask for the right to read it, or copy it")
    return Refusal(name, f"cannot be read ({error.strerror or error})", "check the file and its disk")


def _text(data: bytes, where: str, defaults: Defaults) -> Found:
    from hudna.sources.plain import read_plain

    yield read_plain(data, where, defaults)


def _json_lines(data: bytes, where: str, defaults: Defaults) -> Found:
    from hudna.sources.json_lines import read_json_lines

    return read_json_lines(io.BytesIO(data), where, defaults)


def _html(data: bytes, where: str, defaults: Defaults) -> Found:
    from hudna.sources.html import read_html

    yield read_html(data, where, defaults)


def _feed(data: bytes, where: str, defaults: Defaults) -> Found:
    from hudna.sources.feed import read_feed

    return read_feed(data, where, defaults)


def _archive(data: bytes, where: str, defaults: Defaults) -> Found:
    from hudna.sources.archive import read_archive

    return read_archive(io.BytesIO(data), where, defaults)


def _csv(data: bytes, where: str, defaults: Defaults) -> Found:
    from hudna.sources.tables import read_csv

    return read_csv(data, where, defaults)


def _word(data: bytes, where: str, defaults: Defaults) -> Found:
    from hudna.sources.word import read_word

    yield read_word(data, where, defaults)


def _pdf(data: bytes, where: str, defaults: Defaults) -> Found:
    from hudna.sources.pdf import read_pdf

    yield read_pdf(data, where, defaults)


# Each reader brings a library of its own, so it is imported when the first such document comes.
_READERS: dict[str, Callable[[bytes, str, Defaults], Found]] = {
    "text": _text,
    "jsonl": _json_lines,
    "html": _html,
    "feed": _feed,
    "warc": _archive,
    "csv": _csv,
    "docx": _word,
    "pdf": _pdf,
}
