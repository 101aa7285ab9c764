"""A claim as it is scored: the same record for the coder's gold and the reader's JSON, which differ in shape."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Number = int | float
Range = tuple[int, int]


class ShapeError(ValueError):
    """A claim is not written as the codebook says; the message names the field."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the text, with their offsets where the writer gave them."""

    text: str
    place: Range | None = None

    def ranges(self, text: str) -> list[Range]:
        """Where the piece stands in the text: at its offsets, else at its first occurrence; empty when nowhere."""
        if self.place is not None:
            return [self.place]
        at = text.find(self.text) if self.text else -1
        return [(at, at + len(self.text))] if at >= 0 else []


@dataclass(frozen=True, slots=True)
class PartFigure:
    """One line of a breakdown."""

    place: str
    value: Number | None


@dataclass(frozen=True, slots=True)
class CountFigure:
    """A figure of a claim; `value` is None where the text tells none («عشرات»)."""

    what: str | None
    value: Number | None
    of: str = ""
    qualifier: str = ""
    parts: tuple[PartFigure, ...] = ()


@dataclass(frozen=True, slots=True)
class Days:
    """First and last calendar day, as ISO dates."""

    first: str
    last: str


@dataclass(frozen=True, slots=True)
class ScoredClaim:
    """The fields of one claim that are compared or shown."""

    type: str
    trigger: Piece | None
    evidence: Piece | None
    also: tuple[Piece, ...]
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    places: tuple[str, ...]
    point: tuple[float, float] | None
    days: Days | None
    counts: tuple[CountFigure, ...]
    speaker: str
    status: str


def claim_of(data: object) -> ScoredClaim:
    """The scored form of a claim's JSON; ShapeError when a field has the wrong shape."""
    fields = _object(data, "the claim")
    places = _list(fields, "places")
    return ScoredClaim(
        type=str(fields.get("type")),
        trigger=_piece(fields.get("trigger"), "trigger"),
        evidence=_piece(fields.get("evidence"), "evidence"),
        also=tuple(piece for item in _list(fields, "also") if (piece := _piece(item, "also"))),
        actors=_names(_list(fields, "actors"), "actors"),
        targets=_names(_list(fields, "targets"), "targets"),
        places=_names(places, "places"),
        point=_point(fields.get("point")) or _point_of_places(places),
        days=_days(fields.get("when")),
        counts=tuple(_count(item) for item in _list(fields, "counts")),
        speaker=_surface(fields.get("speaker"), "speaker"),
        status=str(fields.get("status") or "happened"),
    )


def _object(value: object, name: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise ShapeError(f"{name} is {_kind(value)}, not an object")
    return value


def _list(fields: Mapping[str, Any], name: str) -> list[Any]:
    value = fields.get(name)
    if value is None:
        return []
    if not isinstance(value, list):
        raise ShapeError(f"«{name}» is {_kind(value)}, not a list")
    return value


def _surface(value: object, name: str) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    fields = _object(value, f"«{name}»")
    return str(fields.get("surface") or fields.get("text") or fields.get("name") or "")


def _names(items: list[Any], name: str) -> tuple[str, ...]:
    return tuple(surface for item in items if (surface := _surface(item, name)))


def _piece(value: object, name: str) -> Piece | None:
    if not value:
        return None
    if isinstance(value, str):
        return Piece(value)
    fields = _object(value, f"«{name}»")
    text, start, end = str(fields.get("text") or ""), fields.get("start"), fields.get("end")
    if start is None and end is None:
        return Piece(text)
    if isinstance(start, int) and isinstance(end, int):
        return Piece(text, (start, end))
    raise ShapeError(f"«{name}» needs both start and end as whole numbers")


def _number(value: object, name: str) -> Number | None:
    if value is None or (isinstance(value, int | float) and not isinstance(value, bool)):
        return value
    raise ShapeError(f"«{name}» is {_kind(value)}, not a number")


def _count(value: object) -> CountFigure:
    fields = _object(value, "an item of «counts»")
    what = fields.get("what")
    return CountFigure(
        what=None if what is None else str(what),
        value=_number(fields.get("value"), "value"),
        of=_surface(fields.get("of"), "of"),
        qualifier=str(fields.get("qualifier") or ""),
        parts=tuple(_part(item) for item in _list(fields, "parts")),
    )


def _part(value: object) -> PartFigure:
    fields = _object(value, "an item of «parts»")
    return PartFigure(_surface(fields.get("place"), "place"), _number(fields.get("value"), "value"))


def _days(value: object) -> Days | None:
    fields = _object(value, "«when»") if value else {}
    first = fields.get("start")
    return Days(str(first), str(fields.get("end") or first)) if first else None


def _point(value: object) -> tuple[float, float] | None:
    if not value:
        return None
    if isinstance(value, list | tuple) and len(value) >= 2:
        latitude, longitude = _number(value[0], "point"), _number(value[1], "point")
        if latitude is not None and longitude is not None:
            return float(latitude), float(longitude)
    raise ShapeError("«point» is not [latitude, longitude]")


def _point_of_places(places: list[Any]) -> tuple[float, float] | None:
    for place in places:
        if isinstance(place, dict):
            given = place.get("point")
            if not given and place.get("lat") is not None:
                given = [place["lat"], place.get("lon")]
            if given:
                return _point(given)
    return None


def _kind(value: object) -> str:
    names = {
        bool: "a truth value",
        int: "a number",
        float: "a number",
        str: "a string",
        list: "a list",
        dict: "an object",
    }
    return names.get(type(value), "null")
