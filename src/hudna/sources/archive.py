"""A WARC archive of the web: an article for each page that was answered with success."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from fastwarc import ArchiveIterator, WarcRecord, WarcRecordType

from hudna.sources.html import read_html
from hudna.sources.source import Defaults, Refusal, SourceDocument

_PAGES = ("text/html", "application/xhtml+xml")


def read_archive(stream: BinaryIO, where: str, defaults: Defaults) -> Iterator[SourceDocument | Refusal]:
    """The articles of an archive (.warc, .warc.gz), each with the address that it was fetched from."""
    found = False
    try:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True):
            found = True
            if _is_page(record):
                yield _page(record, where, defaults)
    except (ValueError, OSError, EOFError) as error:
        yield Refusal(where, f"the archive breaks off ({error})", "fetch the archive again")
        return
    if not found:
        yield Refusal(where, "holds no answers of web servers", "check that it is a WARC file")


def _is_page(record: WarcRecord) -> bool:
    answer = record.http_headers
    return answer is not None and answer.status_code == 200 and (record.http_content_type or "") in _PAGES


def _page(record: WarcRecord, where: str, defaults: Defaults) -> SourceDocument | Refusal:
    address = record.headers.get("WARC-Target-URI") or defaults.address
    place = f"{where}#{record.record_id}"
    return read_html(record.reader.read(), place, replace(defaults, address=address))
