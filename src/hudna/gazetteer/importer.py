"""Import of a GeoNames dump or a p-code table into the gazetteer's own table."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hudna.arabic.letters import fold
from hudna.gazetteer.shipped import divisions_by_geonames, divisions_by_name, flags_of
from hudna.gazetteer.table import GazetteerError, Row, read_text, table_text

_ARABIC_NAME = re.compile(r"[\u0621-\u064a][\u0621-\u065f\u0670 \-]*")
_ALTERNATIVES = re.compile(r"[/()،,_]+|\s-\s")
_GEONAMES_COLUMNS = 19
_PREFIX = r"adm(?:in)?"

_GEONAMES_KINDS = {
    "PCLI": "country",
    "ADM1": "admin1",
    "ADM2": "admin2",
    "ADM3": "admin2",
    "PPLX": "quarter",
    "RGN": "region",
    "AREA": "region",
    "STM": "river",
    "STMX": "river",
    "WAD": "river",
    "SEA": "sea",
    "GULF": "sea",
    "STRT": "sea",
    "BAY": "sea",
    "MT": "mountain",
    "MTS": "mountain",
    "HLL": "mountain",
    "ISL": "island",
    "ISLS": "island",
    "AIRP": "airport",
    "AIRB": "base",
    "AIRF": "airport",
    "INSM": "base",
    "PRT": "port",
    "CAMP": "camp",
    "RFGE": "camp",
    "OILF": "site",
    "DAM": "site",
}
_TOWN_POPULATION = 5000


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did: lines read, places written, and why the others were left out."""

    format: str
    read: int
    written: int
    without_arabic_name: int
    without_point: int
    of_other_kinds: int


@dataclass(slots=True)
class _Tally:
    read: int = 0
    without_arabic_name: int = 0
    without_point: int = 0
    of_other_kinds: int = 0


def import_table(source: Path, destination: Path) -> ImportReport:
    """Read a GeoNames dump (`XX.txt`, `allCountries.txt`) or a p-code CSV; write a table for `Gazetteer.load(extra=…)`.

    Columns of a CSV are recognised by their header in its usual variants (`admin1Name_ar`, `ADM1_PCODE`, `lat`,
    `latitude`). Places without an Arabic name or without a point are left out and counted. Raises `GazetteerError`
    with file, line and remedy when the source cannot be read.
    """
    text = read_text(source)
    first = text.split("\n", 1)[0]
    tally = _Tally()
    if first.count("\t") == _GEONAMES_COLUMNS - 1 and first.split("\t", 1)[0].strip().isdigit():
        name, rows = "geonames", list(_geonames_rows(text, source, tally))
    else:
        name, rows = "p-codes", list(_pcode_rows(text, source, tally))
    if not rows:
        raise GazetteerError(
            f"{source}: no place with an Arabic name and a point among {tally.read} lines. "
            "Check that the file has Arabic names and coordinates."
        )
    unique = {row.id: row for row in rows}
    destination.write_text(table_text(unique.values()), "utf-8")
    return ImportReport(
        name, tally.read, len(unique), tally.without_arabic_name, tally.without_point, tally.of_other_kinds
    )


def arabic_names(candidates: Iterator[str] | list[str]) -> tuple[str, ...]:
    """Those of some names that are written in plain Arabic letters, cleaned, in order, each once."""
    found: dict[str, None] = {}
    for candidate in candidates:
        name = " ".join(candidate.replace("-", " ").replace("\u200c", " ").split())
        if len(name) > 1 and _ARABIC_NAME.fullmatch(name):
            found.setdefault(name)
    return tuple(found)


# GeoNames


def _geonames_rows(text: str, source: Path, tally: _Tally) -> Iterator[Row]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        cells = line.rstrip("\r").split("\t")
        if len(cells) != _GEONAMES_COLUMNS:
            raise GazetteerError(
                f"{source}, line {number}: {len(cells)} columns where a GeoNames dump has {_GEONAMES_COLUMNS}. "
                "Download the file again."
            )
        tally.read += 1
        row = _geonames_row(cells, number, source, tally)
        if row is not None:
            yield row


def _geonames_row(cells: list[str], number: int, source: Path, tally: _Tally) -> Row | None:
    identity, name, english, alternates, latitude, longitude, feature_class, feature, country = cells[:9]
    population = _whole(cells[14], number, source)
    kind = _geonames_kind(feature_class, feature, population)
    if kind is None:
        tally.of_other_kinds += 1
        return None
    names = arabic_names([name, *alternates.split(",")])
    if not names:
        tally.without_arabic_name += 1
        return None
    return Row(
        f"geonames:{identity}",
        kind,
        names,
        english or name,
        _degrees(latitude, 90, number, source),
        _degrees(longitude, 180, number, source),
        population,
        country,
        divisions_by_geonames().get(f"{country}.{cells[10]}", ""),
        flags_of(names),
    )


def _geonames_kind(feature_class: str, feature: str, population: int) -> str | None:
    if feature in _GEONAMES_KINDS:
        return _GEONAMES_KINDS[feature]
    if feature_class != "P":
        return None
    is_town = population >= _TOWN_POPULATION or feature.startswith(("PPLA", "PPLC"))
    return "town" if is_town else "village"


# P-codes

_LEVELS = ("admin4", "admin3", "admin2", "admin1")


@dataclass(frozen=True, slots=True)
class _Columns:
    arabic: str
    english: str | None
    code: str | None
    latitude: str
    longitude: str
    admin1: str | None
    admin1_arabic: str | None
    kind: str
    population: str | None


def _pcode_rows(text: str, source: Path, tally: _Tally) -> Iterator[Row]:
    delimiter = _delimiter(text.split("\n", 1)[0])
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    columns = _columns(list(reader.fieldnames or ()), source)
    for record in reader:
        if all(not value for value in record.values()) or _is_hxl(record):
            continue
        tally.read += 1
        row = _pcode_row(record, columns, reader.line_num, source, tally)
        if row is not None:
            yield row


def _pcode_row(
    record: dict[str, str | None], columns: _Columns, number: int, source: Path, tally: _Tally
) -> Row | None:
    def cell(name: str | None) -> str:
        return (record.get(name) or "").strip() if name else ""

    names = arabic_names(_ALTERNATIVES.split(cell(columns.arabic)))
    if not names:
        tally.without_arabic_name += 1
        return None
    if not cell(columns.latitude) or not cell(columns.longitude):
        tally.without_point += 1
        return None
    code, region = cell(columns.code), cell(columns.admin1)
    country = _country(region) or _country(code)
    return Row(
        f"pcode:{code}" if code else f"pcode:{source.stem}:{number}",
        columns.kind,
        names,
        cell(columns.english),
        _degrees(cell(columns.latitude), 90, number, source),
        _degrees(cell(columns.longitude), 180, number, source),
        _whole(cell(columns.population), number, source),
        country,
        _division(country, cell(columns.admin1_arabic), region),
        flags_of(names),
    )


def _columns(header: list[str], source: Path) -> _Columns:
    by_key = {_key(name): name for name in header}

    def find(*patterns: str) -> str | None:
        for pattern in patterns:
            for key, name in by_key.items():
                if re.fullmatch(pattern, key):
                    return name
        return None

    level, arabic = _finest(by_key)
    latitude = find("lat", "latitude", "y", "latd", "centroidlat", "pointy", "latitudey")
    longitude = find("lon", "lng", "long", "longitude", "x", "centroidlon", "pointx", "longitudex")
    if arabic is None or latitude is None or longitude is None:
        missing = [
            what
            for what, column in (("an Arabic name", arabic), ("a latitude", latitude), ("a longitude", longitude))
            if column is None
        ]
        raise GazetteerError(
            f"{source}, line 1: no column with {' and '.join(missing)} among: {', '.join(header)}. "
            "Name the columns name_ar (or admin2Name_ar), lat and lon."
        )
    digit = level[-1] if level else ""
    return _Columns(
        arabic,
        find(*((rf"{_PREFIX}{digit}(?:name)?en",) if level else ("nameen", "en", "name", "communityen", "english"))),
        find(*((rf"{_PREFIX}{digit}pcode",) if level else ("pcode", "code", "communitypcode", "cpcode", "id"))),
        latitude,
        longitude,
        find(rf"{_PREFIX}1pcode", "governoratepcode"),
        find(rf"{_PREFIX}1(?:name)?ar", "governoratear"),
        {"admin1": "admin1", "admin2": "admin2", "admin3": "admin2", "admin4": "village"}.get(level, "village"),
        find("population", "pop", "poptotal"),
    )


def _finest(by_key: dict[str, str]) -> tuple[str, str | None]:
    for key in ("namear", "arabicname", "arabic", "communityar", "communityname ar", "localityar", "ar"):
        if key in by_key:
            return "", by_key[key]
    for level in _LEVELS:
        for key, name in by_key.items():
            if re.fullmatch(rf"{_PREFIX}{level[-1]}(?:name)?ar", key):
                return level, name
    return "", None


def _key(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


def _delimiter(header: str) -> str:
    return max((",", ";", "\t"), key=header.count)


def _is_hxl(record: dict[str, str | None]) -> bool:
    values = [value for value in record.values() if isinstance(value, str) and value]
    return bool(values) and all(value.startswith("#") for value in values)


def _division(country: str, arabic: str, code: str) -> str:
    """The id of the division: that of the shipped table where its name is known, else its own p-code."""
    known = divisions_by_name().get((country, fold(arabic)))
    return known or (f"pcode:{code}" if code else "")


def _country(code: str) -> str:
    letters = re.match(r"([A-Z]{2})\d", code)
    return letters.group(1) if letters else ""


# Numbers


def _degrees(cell: str, limit: int, number: int, source: Path) -> float:
    try:
        value = float(cell.replace(",", "."))
    except ValueError as error:
        raise GazetteerError(
            f"{source}, line {number}: {cell!r} is not a coordinate. Write degrees with a decimal point, like 35.93."
        ) from error
    if not -limit <= value <= limit:
        raise GazetteerError(
            f"{source}, line {number}: coordinate {cell} is beyond ±{limit} degrees. "
            "Latitude and longitude may be swapped or projected: give them in degrees (WGS 84)."
        )
    return value


def _whole(cell: str, number: int, source: Path) -> int:
    digits = cell.replace(",", "").strip()
    if not digits:
        return 0
    try:
        return int(float(digits))
    except ValueError as error:
        raise GazetteerError(f"{source}, line {number}: {cell!r} is not a population. Write a whole number.") from error
