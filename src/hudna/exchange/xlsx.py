"""Incidents, their claims and every source's figures as a workbook of three sheets."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

from hudna.exchange.events import clean, event, figure_words
from hudna.exchange.flat import CLAIM_COLUMNS, INCIDENT_COLUMNS, claim_row, incident_row
from hudna.protect import ProtectedIncident

FIGURE_COLUMNS = ("incident", "what", "speaker", "outlet", "published", "status", "value", "qualifier", "as_told")
_LONGEST_CELL = 32_000
_WIDEST = 60
_MEASURED = 200


def write(incidents: Iterable[ProtectedIncident]) -> bytes:
    """The workbook as XLSX. Texts are written as texts: nothing in them is ever taken for a formula."""
    from openpyxl import Workbook

    known = list(incidents)
    book = Workbook(write_only=True)
    _sheet(book, "incidents", tuple(INCIDENT_COLUMNS), [incident_row(event(incident)) for incident in known])
    claims = [claim_row(claim, incident.key) for incident in known for claim in incident.claims]
    _sheet(book, "claims", tuple(CLAIM_COLUMNS), claims)
    _sheet(book, "figures", FIGURE_COLUMNS, [row for incident in known for row in _figures(incident)])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _figures(incident: ProtectedIncident) -> Iterable[dict[str, Any]]:
    for version in incident.versions:
        for figure in version.figures:
            yield {
                "incident": incident.key,
                "what": figure.what,
                "speaker": version.speaker.name if version.speaker is not None else None,
                "outlet": version.outlet,
                "published": version.published,
                "status": version.status,
                "value": figure.value,
                "qualifier": figure.qualifier,
                "as_told": figure_words(figure),
            }


def _sheet(book: Any, name: str, columns: Sequence[str], rows: Sequence[dict[str, Any]]) -> None:
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(name)
    sheet.freeze_panes = "B2"
    for place, column in enumerate(columns, start=1):
        widest = max([len(column), *(len(str(row[column] or "")) for row in rows[:_MEASURED])])
        sheet.column_dimensions[get_column_letter(place)].width = min(widest + 2, _WIDEST)
    sheet.append(list(columns))
    for row in rows:
        sheet.append([_cell(sheet, row[column]) for column in columns])
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{len(rows) + 1}"


def _cell(sheet: Any, value: Any) -> Any:
    """A value, or a cell that is marked as text where a spreadsheet would read a formula."""
    from openpyxl.cell import WriteOnlyCell

    if not isinstance(value, str):
        return value
    text = clean(value)[:_LONGEST_CELL]
    if not text.startswith("="):
        return text or None
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    return cell
