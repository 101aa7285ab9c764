"""Incidents as Parquet: one row an incident, typed columns, the claims' keys as text."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date
from typing import Any

from hudna.exchange.events import event
from hudna.exchange.flat import INCIDENT_COLUMNS, incident_row
from hudna.protect import ProtectedIncident


def table(incidents: Iterable[ProtectedIncident]) -> Any:
    """The incidents as a table of pyarrow, with the same columns and types whatever they hold."""
    import pyarrow

    kinds = {
        str: pyarrow.string(),
        float: pyarrow.float64(),
        int: pyarrow.int64(),
        bool: pyarrow.bool_(),
        date: pyarrow.date32(),
    }
    schema = pyarrow.schema([(column, kinds[kind]) for column, kind in INCIDENT_COLUMNS.items()])
    return pyarrow.Table.from_pylist([incident_row(event(incident)) for incident in incidents], schema=schema)


def write(incidents: Iterable[ProtectedIncident]) -> bytes:
    """The table as a Parquet file."""
    from pyarrow import parquet

    out = io.BytesIO()
    parquet.write_table(table(incidents), out, compression="zstd")
    return out.getvalue()
