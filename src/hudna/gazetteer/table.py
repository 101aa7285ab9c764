"""The table that holds places: tab-separated UTF-8 text, one place a line, made by a script and read fast."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from hudna.gazetteer.place import PRECISIONS

COLUMNS = ("id", "kind", "names", "english", "latitude", "longitude", "population", "country", "admin1", "common")
HEADER = "#" + "\t".join(COLUMNS)
SEPARATOR = "|"
NEEDS_HEAD = "!"
"""Before a name in the last column: only a place head makes this ordinary word a place."""


class GazetteerError(ValueError):
    """A gazetteer file that cannot be read; the message names the file, the line and the remedy."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. `common` lists those folded names that are also ordinary words or given names,
    with `NEEDS_HEAD` before them where only a place head makes them a place.
    """

    id: str
    kind: str
    names: tuple[str, ...]
    english: str
    latitude: float
    longitude: float
    population: int
    country: str
    admin1: str
    common: tuple[str, ...] = ()

    def line(self) -> str:
        """The row as it stands in the file, without the line end."""
        return "\t".join(
            (
                self.id,
                self.kind,
                SEPARATOR.join(self.names),
                self.english,
                _number(self.latitude),
                _number(self.longitude),
                str(self.population) if self.population else "",
                self.country,
                self.admin1,
                SEPARATOR.join(self.common),
            )
        )


def _number(degrees: float) -> str:
    return f"{degrees:.4f}".rstrip("0").rstrip(".")


def table_text(rows: Iterable[Row]) -> str:
    """The whole file for these rows: header, rows sorted by id."""
    lines = [row.line() for row in sorted(rows, key=lambda row: row.id)]
    return "\n".join((HEADER, *lines, ""))


def split_lines(path: Path) -> list[list[str]]:
    """The cells of every row of a table, checked for their number and kind."""
    text = read_text(path)
    lines = text.split("\n")
    if lines[0].rstrip("\r") != HEADER:
        raise GazetteerError(
            f"{path}, line 1: not a gazetteer table (its header is missing). "
            "Make one with hudna.gazetteer.importer.import_table."
        )
    width = len(COLUMNS)
    rows = [line.split("\t") for line in lines[1:] if line]
    for cells in rows:
        if len(cells) != width or cells[1] not in PRECISIONS:
            raise _bad_row(path, lines)
    return rows


def _bad_row(path: Path, lines: list[str]) -> GazetteerError:
    for number, line in enumerate(lines[1:], start=2):
        cells = line.split("\t")
        if line and len(cells) != len(COLUMNS):
            return GazetteerError(
                f"{path}, line {number}: {len(cells)} columns where {len(COLUMNS)} are needed. Import the source again."
            )
        if line and cells[1] not in PRECISIONS:
            return GazetteerError(
                f"{path}, line {number}: unknown kind {cells[1]!r}. Use one of {', '.join(sorted(PRECISIONS))}."
            )
    return GazetteerError(f"{path}: not a gazetteer table.")


def read_text(path: Path) -> str:
    """The text of a file, with an error that a person can act on."""
    try:
        return path.read_text("utf-8-sig")
    except FileNotFoundError as error:
        raise GazetteerError(f"{path}: no such file. Check the path.") from error
    except UnicodeDecodeError as error:
        raise GazetteerError(f"{path}: not UTF-8 text (byte {error.start}). Save the file as UTF-8.") from error
