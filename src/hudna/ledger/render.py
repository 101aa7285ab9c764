"""A ledger as a table of text, as CSV and as JSON. An empty day says in words why it is empty."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from hudna.ledger.records import OUTSIDE, WHOLE, Ceasefire, Cell, Ledger
from hudna.records import Figure
from hudna.series import unit_name

COLUMNS = (
    "day", "covers_from", "zone", "side", "unit", "state", "value", "qualifier", "sum_of_parts", "difference",
    "other_figures", "rule", "claims",
)  # fmt: skip
"""The columns of the CSV; one row a cell."""

_WORDS: dict[str, dict[str, str]] = {
    "day": {"ar": "اليوم", "en": "Day"},
    "zone": {"ar": "المنطقة", "en": "Zone"},
    "side": {"ar": "الطرف المبلّغ", "en": "Reporting side"},
    "unit": {"ar": "الوحدة", "en": "Unit"},
    "value": {"ar": "العدد", "en": "Stated"},
    "parts": {"ar": "مجموع الأجزاء", "en": "Sum of parts"},
    "claims": {"ar": "ادعاءات", "en": "Claims"},
    "zero": {"ar": "أُبلغ بعدم وقوع شيء", "en": "reported none"},
    "unquantified": {"ar": "خروقات بلا عدد", "en": "breaches told without a figure"},
    "not_named": {"ar": "بلاغ لا يذكر المنطقة", "en": "a report that does not name the zone"},
    "within": {"ar": "ضمن فترة مسجلة في يوم لاحق", "en": "in a window booked on a later day"},
    "no_report": {"ar": "لا بلاغ (وليس صفرا)", "en": "no report (not zero)"},
    WHOLE: {"ar": "كل المناطق", "en": "all zones"},
    OUTSIDE: {"ar": "خارج المناطق", "en": "outside the zones"},
    "running": {"ar": "الأعداد التراكمية كما أُعلنت (سلسلة مستقلة لا تُجمع مع اليومية)",
                "en": "Running totals as stated (a series of its own, never added to daily counts)"},
    "totals": {"ar": "مجموع ما أبلغ به كل طرف بوحدته", "en": "What each side reported, in its own unit"},
    "days": {"ar": "أيام بعدد / أيام صفر / أيام بلا بلاغ", "en": "days counted / zero / without report"},
    "rule": {"ar": "قاعدة العد", "en": "Counting rule"},
    "since": {"ar": "منذ", "en": "since"},
    "unassigned": {"ar": "مصادر ليست طرفا مبلّغا في التعريف",
                   "en": "Sources that are no reporting side of the definition"},
}  # fmt: skip


_MARKS = {"zero": "0", "unquantified": "?", "not_named": "-", "within": "..", "no_report": "."}
"""What stands in the table for a cell without a figure."""


def rows(ledger: Ledger) -> list[dict[str, Any]]:
    """One row a cell as plain data, in the order of days, sides and zones."""
    rules = {side.id: dict(side.rule) for side in ledger.ceasefire.sides}
    return [
        {
            "day": cell.day.isoformat(),
            "covers_from": cell.covers_from.isoformat() if cell.covers_from else None,
            "zone": cell.zone,
            "side": cell.side,
            "unit": cell.unit,
            "state": cell.state,
            "value": cell.value,
            "qualifier": cell.qualifier,
            "sum_of_parts": cell.parts_sum,
            "difference": cell.difference,
            "other_figures": [{"value": value, "claims": list(keys)} for value, keys in cell.otherwise],
            "rule": rules[cell.side],
            "claims": list(cell.claims),
        }
        for cell in ledger.cells
    ]


def to_json(ledger: Ledger) -> str:
    """The whole ledger: definition, cells, running totals and totals apart, as JSON."""
    ceasefire = ledger.ceasefire
    data = {
        "ceasefire": {
            "name": ceasefire.name,
            "title": dict(ceasefire.title),
            "parties": list(ceasefire.parties),
            "from": ceasefire.first.isoformat(),
            "to": ceasefire.last.isoformat() if ceasefire.last else None,
            "zones": [{"id": zone.id, "title": dict(zone.title)} for zone in ceasefire.zones],
            "sides": [
                {"id": side.id, "title": dict(side.title), "counts": side.counts, "rule": dict(side.rule)}
                for side in ceasefire.sides
            ],
        },
        "from": ledger.first.isoformat(),
        "to": ledger.last.isoformat(),
        "cells": rows(ledger),
        "running": [
            {
                "day": total.day.isoformat(),
                "since": total.since.isoformat() if total.since else None,
                "zone": total.zone,
                "side": total.side,
                "unit": total.unit,
                "value": total.value,
                "qualifier": total.qualifier,
                "claims": list(total.claims),
            }
            for total in ledger.running
        ],
        "totals": [
            {
                "side": total.side,
                "zone": total.zone,
                "unit": total.unit,
                "total": total.total,
                "days_counted": total.days_counted,
                "days_zero": total.days_zero,
                "days_without_report": total.days_without_report,
            }
            for total in ledger.totals
        ],
        "unassigned": {name: list(keys) for name, keys in ledger.unassigned.items()},
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def to_csv(ledger: Ledger, language: str = "en") -> str:
    """One row a cell. An empty `value` is no zero: `state` says why it is empty."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for row in rows(ledger):
        others = "; ".join(f"{_figure(other['value'])} ({' '.join(other['claims'])})" for other in row["other_figures"])
        writer.writerow(
            {**row, "other_figures": others, "rule": row["rule"].get(language, ""), "claims": " ".join(row["claims"])}
        )
    return out.getvalue()


def to_table(ledger: Ledger, language: str = "en") -> str:
    """The ledger as aligned text: cells, running totals, totals, and sources that belong to no side."""
    ceasefire = ledger.ceasefire
    words = {key: names[language] for key, names in _WORDS.items()}
    names = _names(ceasefire, language)
    zones = [zone.id for zone in ceasefire.zones]
    if any(cell.zone == OUTSIDE for cell in ledger.cells):
        zones.append(OUTSIDE)
    head = [
        *(words[key] for key in ("day", "side", "unit")),
        words[WHOLE],
        words["parts"],
        *(names[zone] for zone in zones),
    ]
    parts = [
        f"{ceasefire.title[language]}  {ledger.first} – {ledger.last}",
        _grid(head, _lines(ledger, zones, names, language)),
        "   ".join(f"{mark} {words[state]}" for state, mark in _MARKS.items()),
    ]
    for side in ceasefire.sides:
        if side.rule[language]:
            parts.append(f"{words['rule']}, {side.title[language]}: {side.rule[language]}")
    if ledger.running:
        running = [
            [
                total.day.isoformat(), names[total.side], names[total.zone], unit_name(total.unit, language),
                _figure(total.value), f"{words['since']} {total.since}" if total.since else "",
            ]
            for total in ledger.running
        ]  # fmt: skip
        head = [words[key] for key in ("day", "side", "zone", "unit", "value")]
        parts.append(words["running"] + "\n" + _grid([*head, ""], running))
    totals = [
        [names[total.side], names[total.zone], unit_name(total.unit, language), _figure(total.total),
         f"{total.days_counted} / {total.days_zero} / {total.days_without_report}"]
        for total in ledger.totals
    ]  # fmt: skip
    parts.append(
        words["totals"] + "\n" + _grid([words[key] for key in ("side", "zone", "unit", "value", "days")], totals)
    )
    if ledger.unassigned:
        lines = [f"  {name}: {len(keys)}" for name, keys in ledger.unassigned.items()]
        parts.append("\n".join([words["unassigned"], *lines]))
    return "\n\n".join(parts) + "\n"


def _names(ceasefire: Ceasefire, language: str) -> dict[str, str]:
    return {
        WHOLE: _WORDS[WHOLE][language],
        OUTSIDE: _WORDS[OUTSIDE][language],
        **{zone.id: zone.title[language] for zone in ceasefire.zones},
        **{side.id: side.title[language] for side in ceasefire.sides},
    }


def _lines(ledger: Ledger, zones: Sequence[str], names: Mapping[str, str], language: str) -> Iterator[list[str]]:
    """One line a day, side and unit: the stated total, the sum of its parts, and the zones beside each other."""
    grouped: dict[tuple[str, str, str | None], dict[str, Cell]] = {}
    for cell in ledger.cells:
        grouped.setdefault((cell.day.isoformat(), cell.side, cell.unit), {})[cell.zone] = cell
    for (day, side, unit), cells in grouped.items():
        whole = cells.get(WHOLE)
        yield [
            day,
            names[side],
            unit_name(unit, language),
            _shown(whole),
            _figure(whole.parts_sum) if whole is not None else "",
            *(_shown(cells.get(zone)) for zone in zones),
        ]


def _shown(cell: Cell | None) -> str:
    if cell is None:
        return ""
    if cell.state != "counted":
        return _MARKS[cell.state]
    others = "".join(f" | {_figure(value)}" for value, _ in cell.otherwise)
    return _figure(cell.value) + others


def _figure(value: Figure | None) -> str:
    if value is None:
        return ""
    return str(int(value)) if value == int(value) else str(value)


def _grid(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    body = list(rows)
    widths = [max(_width(row[at]) for row in (head, *body)) for at in range(len(head))]
    lines = [head, ["-" * width for width in widths], *body]
    return "\n".join(
        "  ".join(_padded(cell, width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines
    )


def _width(text: str) -> int:
    return sum(not unicodedata.combining(character) for character in text)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))
