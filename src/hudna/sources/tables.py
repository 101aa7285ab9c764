"""Articles in tables: CSV with a head line, and Parquet. The columns are named as in `hudna.sources.fields.NAMES`."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hudna.sources.encodings import UnreadableError, decode
from hudna.sources.fields import NAMES, article
from hudna.sources.source import Defaults, Refusal, SourceDocument

_ROWS_AT_A_TIME = 1_000
# A field of CSV holds a whole article; the library's own limit is 131,072 characters.
_LONGEST_FIELD = 50_000_000


def read_csv(data: bytes, where: str, defaults: Defaults) -> Iterator[SourceDocument | Refusal]:
    """The article of every row, known by the row's fields. Comma, semicolon and tab are told apart."""
    try:
        text = decode(data, where)
        rows = _csv_rows(text)
    except UnreadableError as error:
        yield Refusal(f"{where}:{error.line}" if error.line else where, error.problem, error.remedy, len(data))
        return
    empty = True
    for line, row in rows:
        empty = False
        yield _row_article(row, f"{where}:{line}", "text/csv", defaults)
    if empty:
        yield Refusal(where, "has no rows", "check that the export or download finished", len(data))


def _csv_rows(text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    csv.field_size_limit(_LONGEST_FIELD)
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, restkey="", restval=None)
    names = [name.strip() for name in reader.fieldnames or []]
    if not set(names) & set(NAMES["text"]):
        raise UnreadableError(f"has no column «text» (its columns: {', '.join(names) or 'none'})", _COLUMNS)
    reader.fieldnames = names
    return _numbered(reader)


_COLUMNS = "name the column of the articles «text», then id, title, outlet, url, published as you have them"


def _numbered(reader: csv.DictReader[str]) -> Iterator[tuple[int, dict[str, Any]]]:
    line = reader.line_num + 1
    for row in reader:
        yield line, {name: value for name, value in row.items() if name and value != ""}
        line = reader.line_num + 1


def read_parquet(path: Path, where: str, defaults: Defaults) -> Iterator[SourceDocument | Refusal]:
    """The article of every row of a Parquet file, read a piece at a time."""
    import pyarrow
    import pyarrow.parquet as parquet

    try:
        table = parquet.ParquetFile(path)
    except (pyarrow.ArrowException, OSError) as error:
        yield Refusal(where, f"is no Parquet file ({error})", "check that the export or download finished")
        return
    wanted = {name for names in NAMES.values() for name in names}
    columns = [name for name in table.schema_arrow.names if name in wanted]
    if not set(columns) & set(NAMES["text"]):
        yield Refusal(where, "has no column «text»", _COLUMNS)
        return
    number = 0
    for batch in table.iter_batches(_ROWS_AT_A_TIME, columns=columns):
        for row in batch.to_pylist():
            number += 1
            yield _row_article(row, f"{where}#{number}", "application/vnd.apache.parquet", defaults)


def _row_article(row: dict[str, Any], where: str, media_type: str, defaults: Defaults) -> SourceDocument | Refusal:
    original = json.dumps(row, ensure_ascii=False, sort_keys=True, default=str).encode("utf-8", "surrogatepass")
    try:
        return article(row, original, where, media_type, defaults, identity=where)
    except UnreadableError as error:
        return Refusal(where, error.problem, error.remedy, len(original))
