"""Lists as data: the same address with `format=json` or `csv`, written down in the audit of exports."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse

from observatory.people.exports import note_export

FORMATS = ("json", "csv", "geojson")
_MEDIA = {"json": "application/json", "csv": "text/csv; charset=utf-8", "geojson": "application/geo+json"}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

Row = Mapping[str, Any]


def format_of(request: HttpRequest) -> str | None:
    """The format of data that an address asks for; None for a page."""
    asked = request.GET.get("format")
    return asked if asked in FORMATS else None


def as_data(request: HttpRequest, format: str, name: str, rows: Iterable[Row]) -> HttpResponse:
    """Rows of plain values as a file of this name. In GeoJSON «geometry» is a row's shape, else its points."""
    listed = list(rows)
    note_export(request, format, len(listed))
    response = HttpResponse(_WRITERS[format](listed), content_type=_MEDIA[format])
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.{format}"'
    return response


def _json(rows: Sequence[Row]) -> str:
    return json.dumps(rows, ensure_ascii=False, default=_plain, indent=1)


def _csv(rows: Sequence[Row]) -> str:
    stream = io.StringIO()
    stream.write("\ufeff")  # without it spreadsheets take Arabic for another encoding
    columns = list(dict.fromkeys(column for row in rows for column in row))
    writer = csv.writer(stream)
    writer.writerow(columns)
    writer.writerows([_cell(row.get(column)) for column in columns] for row in rows)
    return stream.getvalue()


def _cell(value: Any) -> str:
    """A cell that no spreadsheet takes for a formula."""
    if value is None:
        return ""
    if isinstance(value, list | tuple | dict):
        return json.dumps(value, ensure_ascii=False, default=_plain)
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text


def _geojson(rows: Sequence[Row]) -> str:
    features = [
        {
            "type": "Feature",
            "geometry": _geometry(row),
            "properties": {name: value for name, value in row.items() if name not in ("point", "points", "geometry")},
        }
        for row in rows
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, default=_plain)


def _geometry(row: Row) -> Any:
    """The area of a row that has one, else its points or those of its places."""
    if "geometry" in row:
        return row["geometry"]
    told = row.get("points") or [row.get("point")]
    if not any(told):
        told = [place.get("point") for place in row.get("places") or ()]
    points = [[longitude, latitude] for latitude, longitude in filter(None, told)]
    if len(points) > 1:
        return {"type": "MultiPoint", "coordinates": points}
    return {"type": "Point", "coordinates": points[0]} if points else None


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


_WRITERS: Mapping[str, Callable[[Sequence[Row]], str]] = {"json": _json, "csv": _csv, "geojson": _geojson}
