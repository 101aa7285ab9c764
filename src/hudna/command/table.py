"""The table that an analyst reads: one line a claim, then the findings in words."""

from __future__ import annotations

from rich import box
from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from hudna.command.cells import claim_cells
from hudna.command.direction import Cell, isolated, on_one_line
from hudna.labels import COLUMNS, FINDINGS, NOTES, Language, label
from hudna.records import Document, Finding, Reading

WIDE = 120
"""From this many columns on, claims stand in a table; in a narrower terminal each claim is a block of lines."""

_LEAST_WIDTHS = {"number": 2, "speaker": 12, "type": 12, "when": 10, "counts": 14, "status": 8}
_LABEL_WIDTH = 12
_FINDING_WIDTH = 18
_MARKS = {"info": ("✓", "green"), "warning": ("!", "yellow"), "error": ("✗", "red")}


def print_reading(console: Console, reading: Reading, language: Language) -> None:
    """Write the heading, the claims and the findings of one document."""
    console.print(_heading(reading.document, len(reading.claims), language))
    if reading.claims:
        layout = _wide_table if console.width >= WIDE else _blocks
        console.print(layout(reading, language))
    else:
        console.print(Padding(Cell(Text(NOTES["no_claims"].in_(language), "dim")), (0, 2)))
    if reading.findings:
        console.print(_findings(reading.findings, language))
    console.print()


def _heading(document: Document, claims: int, language: Language) -> Text:
    title = on_one_line(document.title or "") or _first_line(document.text) or NOTES["untitled"].in_(language)
    published = document.published.isoformat() if document.published else ""
    facts = [document.outlet or "", published, document.id or "", f"{NOTES['claims'].in_(language)}: {claims}"]
    line = Text(isolated(title), "bold", overflow="fold")
    return line.append(" · " + " · ".join(isolated(on_one_line(fact)) for fact in facts if fact), "dim not bold")


def _first_line(text: str, longest: int = 80) -> str:
    line = on_one_line(text.lstrip()[: 4 * longest].split("\n", 1)[0])
    return line if len(line) <= longest else line[:longest].rsplit(" ", 1)[0] + "…"


def _in_order(language: Language) -> list[str]:
    names = list(COLUMNS)
    return names[::-1] if language == "ar" else names


def _wide_table(reading: Reading, language: Language) -> Table:
    table = Table(box=box.HORIZONTALS, pad_edge=False, header_style="bold", border_style="dim")
    for name in _in_order(language):
        table.add_column(Cell(Text(COLUMNS[name].in_(language))), min_width=_LEAST_WIDTHS.get(name))
    for number, claim in enumerate(reading.claims, 1):
        cells = claim_cells(claim, number, reading.document, language)
        table.add_row(*(cells[name] for name in _in_order(language)), end_section=True)
    return table


def _blocks(reading: Reading, language: Language) -> Group:
    blocks = []
    for number, claim in enumerate(reading.claims, 1):
        cells = claim_cells(claim, number, reading.document, language)
        told = [
            (Cell(Text(COLUMNS[name].in_(language), "dim")), cells[name]) for name in COLUMNS if cells[name].paragraphs
        ]
        blocks.append(Padding(_pairs(told, _LABEL_WIDTH, language), (1, 0, 0, 0)))
    return Group(*blocks)


def _pairs(rows: list[tuple[Cell, Cell]], width: int, language: Language) -> Table:
    """Labels beside what they label: at the left in English, at the right edge in Arabic."""
    table = Table(box=None, show_header=False, pad_edge=False, expand=language == "ar", padding=(0, 1))
    if language == "ar":
        table.add_column(ratio=1)
        table.add_column(width=width)
    else:
        table.add_column(width=width)
        table.add_column()
    for name, value in rows:
        table.add_row(*((value, name) if language == "ar" else (name, value)))
    return table


def _findings(findings: tuple[Finding, ...], language: Language) -> Group:
    rows = [_finding(finding, language) for finding in findings]
    return Group(Text(), Cell(Text(NOTES["findings"].in_(language), "bold")), _pairs(rows, _FINDING_WIDTH, language))


def _finding(finding: Finding, language: Language) -> tuple[Cell, Cell]:
    mark, style = _MARKS.get(finding.level, ("·", ""))
    message = on_one_line(finding.message.get(language) or finding.code)
    level = Text(f"{mark} {label(FINDINGS, finding.code, language)}", style)
    return Cell(level), Cell(Text(message), Text(_about(finding, language), "dim"))


def _about(finding: Finding, language: Language) -> str:
    numbers = ", ".join(str(index + 1) for index in finding.claims)
    return f"{NOTES['claim'].in_(language)} {numbers} · {finding.code}" if numbers else finding.code
