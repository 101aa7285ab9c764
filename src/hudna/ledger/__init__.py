"""The ledger of a ceasefire: violations by day, zone and reporting side, each figure with the claims behind it.

`load(path)` or `parse(text)` read a definition (TOML; `DefinitionError` names file, line and field);
`build(ceasefire, claims, first, last)` makes the ledger; `to_table`, `to_csv` and `to_json` hand it out.

A day without a report is `no_report` and never zero; figures of two sides or two units are never added up; running
totals stand apart from daily counts.
"""

from __future__ import annotations

from hudna.ledger.build import build
from hudna.ledger.definition import DefinitionError, load, parse
from hudna.ledger.records import OUTSIDE, WHOLE, Ceasefire, Cell, Ledger, ReportingSide, RunningTotal, SideTotal, Zone
from hudna.ledger.render import COLUMNS, rows, to_csv, to_json, to_table

__all__ = [
    "COLUMNS",
    "OUTSIDE",
    "WHOLE",
    "Ceasefire",
    "Cell",
    "DefinitionError",
    "Ledger",
    "ReportingSide",
    "RunningTotal",
    "SideTotal",
    "Zone",
    "build",
    "load",
    "parse",
    "rows",
    "to_csv",
    "to_json",
    "to_table",
]
