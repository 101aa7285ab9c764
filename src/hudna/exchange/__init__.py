"""Exports in the formats of the field. They take only what passed the gate (`hudna.protect`).

`export(name, incidents)` writes a file as bytes: acled, ucdp, plover, hxl, geojson, xlsx, parquet from incidents; jsonl
and gold from claims (gold also needs the documents' texts). `FORMATS` describes them, `left_out` says which incidents
have no row in a format and why. docs/EXPORTS.md tells what each format holds and where it bends the record.
"""

from __future__ import annotations

from hudna.exchange.formats import FORMATS, Format, FormatError, export, format_named, left_out
from hudna.exchange.gold import GoldError
from hudna.exchange.mapping import TYPES

__all__ = ["FORMATS", "TYPES", "Format", "FormatError", "GoldError", "export", "format_named", "left_out"]
