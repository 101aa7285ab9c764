"""The definition of a ceasefire, read from a TOML file; every error names the file, the line and the field."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from hudna.arabic.letters import fold
from hudna.ledger.records import Ceasefire, Names, ReportingSide, Zone

COUNTS = frozenset({"violations", "strikes", "killed", "wounded", "casualties", "destroyed", "displaced", "other"})
_LEAST_CORNERS = 3
_LINE = re.compile(r"at line (\d+)")
_HEADER = re.compile(r"\[{1,2}[\w.-]+\]{1,2}")
_CEASEFIRE = {"name", "title", "parties", "from", "to"}
_ZONE = {"id", "title", "places", "names", "polygon"}
_SIDE = {"id", "title", "speakers", "counts", "units", "rule"}


class DefinitionError(ValueError):
    """A definition that cannot be used; the message names the file, the line, the field and the remedy."""


def load(path: Path) -> Ceasefire:
    """The ceasefire that a TOML file defines."""
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError as error:
        raise DefinitionError(f"{path}: no such file. Check the path.") from error
    except UnicodeDecodeError as error:
        raise DefinitionError(f"{path}: not UTF-8 text (byte {error.start}). Save the file as UTF-8.") from error
    return parse(text, str(path))


def parse(text: str, file: str = "definition") -> Ceasefire:
    """The ceasefire that a TOML text defines; `file` is named in errors."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _LINE.search(str(error))
        line = found.group(1) if found else str(len(text.splitlines()))
        raise DefinitionError(f"{file}:{line}: not valid TOML ({error}). Check quotes, brackets and dates.") from error
    unknown = set(data) - {"ceasefire", "zones", "sides"}
    top = _Table(data, "", 0, text, file)
    if unknown:
        raise top.error(sorted(unknown)[0], "unknown table; use [ceasefire], [[zones]] and [[sides]]")
    ceasefire = _Table(top.table("ceasefire"), "ceasefire", 0, text, file)
    ceasefire.only(_CEASEFIRE)
    first = ceasefire.day("from")
    last = ceasefire.day("to") if "to" in ceasefire.data else None
    if last is not None and last < first:
        raise ceasefire.error("to", f"{last} is before «from», {first}")
    zones = tuple(_zone(table) for table in top.tables("zones"))
    sides = tuple(_side(table) for table in top.tables("sides"))
    _unique(top, zones, sides)
    name = ceasefire.text_of("name")
    return Ceasefire(name, ceasefire.names("title", name), ceasefire.words("parties"), first, last, zones, sides)


def _zone(table: _Table) -> Zone:
    table.only(_ZONE)
    identity = table.text_of("id")
    zone = Zone(
        id=identity,
        title=table.names("title", identity),
        places=table.words("places", optional=True),
        names=table.words("names", optional=True),
        polygon=table.corners("polygon"),
    )
    if not (zone.places or zone.names or zone.polygon):
        raise table.error("id", "a zone needs «places», «names» or a «polygon»")
    return zone


def _side(table: _Table) -> ReportingSide:
    table.only(_SIDE)
    identity = table.text_of("id")
    counts = table.text_of("counts") if "counts" in table.data else "violations"
    if counts not in COUNTS:
        raise table.error("counts", f"{counts!r} is no kind of count; use one of {', '.join(sorted(COUNTS))}")
    return ReportingSide(
        id=identity,
        title=table.names("title", identity),
        speakers=table.words("speakers"),
        counts=counts,
        units=table.words("units", optional=True),
        rule=table.names("rule", ""),
    )


def _unique(top: _Table, zones: Iterable[Zone], sides: Iterable[ReportingSide]) -> None:
    """Refuse an id, a place or a speaker that stands for two zones or sides."""
    owners: dict[tuple[str, str], int] = {}
    for at, zone in enumerate(zones):
        table = top.numbered("zones", at)
        for kind, value in [("id", zone.id), *(("places", place) for place in zone.places)]:
            if owners.setdefault((f"zone {kind}", value), at) != at:
                raise table.error(kind, f"{value!r} is also in the zone before; a place lies in one zone")
        for name in zone.names:
            if owners.setdefault(("zone name", fold(name)), at) != at:
                raise table.error("names", f"«{name}» is also a name of another zone")
    for at, side in enumerate(sides):
        table = top.numbered("sides", at)
        if owners.setdefault(("side", side.id), at) != at:
            raise table.error("id", f"{side.id!r} is also the id of another side")
        for speaker in side.speakers:
            if owners.setdefault(("speaker", fold(speaker)), at) != at:
                raise table.error("speakers", f"«{speaker}» is also a speaker of another side")


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of the file that knows where it stands, so that what is wrong in it can be shown."""

    data: dict[str, Any]
    name: str
    number: int
    text: str
    file: str

    def error(self, field: str, problem: str) -> DefinitionError:
        """What is wrong with a field, with its line."""
        where = f"{self.name}.{field}" if self.name else field
        return DefinitionError(f"{self.file}:{self._line(field)}: {where}: {problem}")

    def _line(self, field: str) -> int:
        headers = (f"[{self.name}]", f"[[{self.name}]]") if self.name else (f"[{field}]", f"[[{field}]]")
        seen = -1
        start = 1
        for number, line in enumerate(self.text.splitlines(), start=1):
            bare = line.split("#")[0].strip()
            if bare in headers:
                seen += 1
                if seen == self.number:
                    start = number
            elif seen == self.number and _HEADER.fullmatch(bare):
                break
            elif seen == self.number and re.match(rf"{re.escape(field)}(\.\w+)?\s*=", bare):
                return number
        return start

    def only(self, allowed: set[str]) -> None:
        """Refuse fields that nobody reads: a slip of the pen would pass unseen."""
        unknown = sorted(set(self.data) - allowed)
        if unknown:
            raise self.error(unknown[0], f"unknown field; use {', '.join(sorted(allowed))}")

    def table(self, field: str) -> dict[str, Any]:
        """A table that must be there."""
        found = self.data.get(field)
        if not isinstance(found, dict):
            raise self.error(field, f"missing: write a table [{field}]")
        return found

    def tables(self, field: str) -> list[_Table]:
        """The tables of an array, at least one."""
        found = self.data.get(field)
        if not isinstance(found, list) or not found or not all(isinstance(item, dict) for item in found):
            raise self.error(field, f"missing: write at least one table [[{field}]]")
        return [self.numbered(field, at) for at in range(len(found))]

    def numbered(self, field: str, at: int) -> _Table:
        """One table of an array."""
        return _Table(self.data[field][at], field, at, self.text, self.file)

    def text_of(self, field: str) -> str:
        """A text that must be there and not be empty."""
        found: str = self._checked(field, _is_text, "a text in quotes")
        return found

    def day(self, field: str) -> date:
        """A day that must be there."""
        found: date = self._checked(
            field, lambda value: isinstance(value, date) and not isinstance(value, datetime), "a day such as 2020-03-06"
        )
        return found

    def words(self, field: str, optional: bool = False) -> tuple[str, ...]:
        """A list of texts."""
        if optional and field not in self.data:
            return ()
        found = self._checked(field, _is_words, 'a list of texts such as ["…", "…"]')
        return tuple(found)

    def names(self, field: str, otherwise: str) -> Names:
        """A text by language; one text stands for both."""
        found = self.data.get(field, otherwise)
        if isinstance(found, str):
            return {"ar": found, "en": found}
        if isinstance(found, dict) and found and all(isinstance(text, str) for text in found.values()):
            either = str(found.get("ar") or found.get("en") or otherwise)
            return {"ar": found.get("ar", either), "en": found.get("en", either)}
        raise self.error(field, 'not a text or texts by language: write {ar = "…", en = "…"}')

    def corners(self, field: str) -> tuple[tuple[float, float], ...]:
        """A polygon, if there is one."""
        if field not in self.data:
            return ()
        found = self._checked(field, _is_polygon, "at least three corners [latitude, longitude] in degrees")
        return tuple((float(latitude), float(longitude)) for latitude, longitude in found)

    def _checked(self, field: str, fits: Callable[[Any], bool], wanted: str) -> Any:
        if field not in self.data:
            raise self.error(field, f"missing: give {wanted}")
        if not fits(self.data[field]):
            raise self.error(field, f"{self.data[field]!r} is not what is needed: give {wanted}")
        return self.data[field]


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_words(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(map(_is_text, value))


def _is_polygon(value: Any) -> bool:
    return isinstance(value, list) and len(value) >= _LEAST_CORNERS and all(map(_is_corner, value))


def _is_corner(value: Any) -> bool:
    if not isinstance(value, list) or len(value) != 2:
        return False
    latitude, longitude = value
    numbers = all(isinstance(number, int | float) and not isinstance(number, bool) for number in value)
    return numbers and -90 <= latitude <= 90 and -180 <= longitude <= 180
