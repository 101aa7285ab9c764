"""The formats by name, and the one function that writes any of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from hudna.exchange import acled, geojson, gold, hxl, jsonl, parquet, plover, ucdp, xlsx
from hudna.exchange.events import Event, event
from hudna.protect import ProtectedClaim, ProtectedIncident

_CSV, _JSON = "text/csv", "application/json"
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

Unit = Literal["incidents", "claims"]


class FormatError(ValueError):
    """A format that does not exist, or one that cannot be written from what was given."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format: what it is made of, how its files are called, and why an incident may have no row in it."""

    name: str
    extension: str
    media_type: str
    unit: Unit
    title: Mapping[str, str]
    why_not: Callable[[Event], str | None] | None = None


_INCIDENT_WRITERS: Mapping[str, Callable[[Iterable[ProtectedIncident]], bytes]] = {
    "acled": acled.write,
    "ucdp": ucdp.write,
    "plover": plover.write,
    "hxl": hxl.write,
    "geojson": geojson.write,
    "xlsx": xlsx.write,
    "parquet": parquet.write,
}

FORMATS: Mapping[str, Format] = {
    each.name: each
    for each in (
        Format("acled", "csv", _CSV, "incidents", {"ar": "أعمدة ACLED", "en": "ACLED columns"}, acled.why_not),
        Format("ucdp", "csv", _CSV, "incidents", {"ar": "أعمدة UCDP GED", "en": "UCDP GED columns"}, ucdp.why_not),
        Format("plover", "json", _JSON, "incidents", {"ar": "PLOVER", "en": "PLOVER JSON"}, plover.why_not),
        Format("hxl", "csv", _CSV, "incidents", {"ar": "HXL", "en": "HXL CSV"}),
        Format("geojson", "geojson", "application/geo+json", "incidents", {"ar": "GeoJSON", "en": "GeoJSON"}),
        Format("xlsx", "xlsx", _WORKBOOK, "incidents", {"ar": "مصنف جداول", "en": "Excel workbook"}),
        Format("parquet", "parquet", "application/vnd.apache.parquet", "incidents", {"ar": "Parquet", "en": "Parquet"}),
        Format("jsonl", "jsonl", "application/jsonl", "claims", {"ar": "ادعاءات JSONL", "en": "Claims as JSON Lines"}),
        Format("gold", "zip", "application/zip", "claims", {"ar": "ملفات مرجعية", "en": "Gold files"}),
    )
}
"""Name → format."""


def export(
    name: str,
    incidents: Sequence[ProtectedIncident] = (),
    claims: Sequence[ProtectedClaim] | None = None,
    texts: Mapping[str, str] | None = None,
) -> bytes:
    """A file in the format of this name, as bytes. FormatError for an unknown name.

    Only what passed `hudna.protect.protect` is taken. `claims` are those of the incidents unless given; gold files need
    `texts`, document key → text.
    """
    chosen = format_named(name)
    for item in (*incidents, *(claims or ())):
        if not isinstance(item, ProtectedIncident | ProtectedClaim):
            raise TypeError(f"not protected: {type(item).__name__}. Hand it through hudna.protect.protect first.")
    if chosen.unit == "incidents":
        return _INCIDENT_WRITERS[name](incidents)
    told = claims if claims is not None else [claim for incident in incidents for claim in incident.claims]
    return gold.write(told, texts or {}) if name == "gold" else jsonl.write(told)


def format_named(name: str) -> Format:
    """The format of a name."""
    try:
        return FORMATS[name]
    except KeyError as error:
        raise FormatError(f"no format {name!r}; use one of {', '.join(FORMATS)}") from error


def left_out(name: str, incidents: Iterable[ProtectedIncident]) -> dict[str, str]:
    """The incidents that have no row in a format, each with the reason, so that a summary can tell it."""
    chosen = format_named(name)
    if chosen.why_not is None:
        return {}
    reasons = ((incident.key, chosen.why_not(event(incident))) for incident in incidents)
    return {key: reason for key, reason in reasons if reason is not None}
