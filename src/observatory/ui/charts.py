"""Charts drawn on the server as SVG: bars by day and side, with gaps shown as gaps. A table stands behind each.

Colours come from the style sheet (`side-1` … `side-6`); a pattern and the legend's letter tell the sides apart as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

SIDES = 6
"""Sides that have a colour and a pattern of their own."""
_HEIGHT = 220
_TOP, _BOTTOM, _LEFT = 12, 34, 44
_DAY_WIDTH, _GAP = 34, 8
_FIRST_STEPS: tuple[int, ...] = (1, 2, 4, 6, 8)
_STEPS = (1, 2, 3, 4, 5, 6, 8)


@dataclass(frozen=True, slots=True)
class Series:
    """One side's figures, a value for each day; None where nothing was reported, which is not zero."""

    name: str
    values: tuple[float | None, ...]


def scale_top(values: Sequence[float]) -> float:
    """A round figure at or above the largest value, of which the half is round too: 1, 2, 4, 6, 8, 10, 20, 30 …"""
    largest = max(values, default=0)
    steps, power = _FIRST_STEPS, 1
    while True:
        for step in steps:
            if step * power >= largest:
                return float(step * power)
        steps, power = _STEPS, power * 10


def bars(days: Sequence[date], series: Sequence[Series], labels: Sequence[str], title: str) -> SafeString:
    """Bars for each day, one for each series. `labels` are the days' names as shown below them."""
    told = [value for one in series for value in one.values if value is not None]
    top = scale_top(told)
    width = _LEFT + len(days) * (_DAY_WIDTH + _GAP) + _GAP
    plot = _HEIGHT - _TOP - _BOTTOM
    content = [_patterns(), _axis(top, width, plot)]
    for number, label in enumerate(labels):
        left = _LEFT + _GAP + number * (_DAY_WIDTH + _GAP)
        content.append(_day(left, label, [one.values[number] for one in series], top, plot))
    return format_html(
        '<svg class="chart" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>',
        width,
        _HEIGHT,
        title,
        format_html_join("", "{}", ((part,) for part in content)),
    )


def _patterns() -> SafeString:
    shapes = (
        "",
        '<path d="M0 6L6 0" />',
        '<circle cx="3" cy="3" r="1.2" />',
        '<path d="M0 3H6" />',
        '<path d="M3 0V6" />',
        '<path d="M0 0L6 6M0 6L6 0" />',
    )
    return format_html_join(
        "",
        '<pattern id="side-pattern-{}" width="6" height="6" patternUnits="userSpaceOnUse" class="side-{}">'
        '<rect width="6" height="6" fill="currentColor" />'
        '<g stroke="var(--surface)" fill="var(--surface)">{}</g></pattern>',
        ((number, number, SafeString(shape)) for number, shape in enumerate(shapes, 1)),
    )


def _axis(top: float, width: int, plot: int) -> SafeString:
    lines = []
    for share in (0.0, 0.5, 1.0):
        y = _TOP + plot - share * plot
        value = f"{top * share:g}"
        lines.append((_LEFT, width, y, y, _LEFT - 8, y + 4, value))
    return format_html_join(
        "",
        '<line class="axis" x1="{}" x2="{}" y1="{}" y2="{}" /><text x="{}" y="{}" text-anchor="end">{}</text>',
        lines,
    )


def _day(left: int, label: str, values: list[float | None], top: float, plot: int) -> SafeString:
    each = _DAY_WIDTH / max(1, len(values))
    base = _TOP + plot
    parts = []
    for number, value in enumerate(values):
        x = left + number * each
        if value is None:
            parts.append(format_html('<path class="no-report" d="M{} {}h{}" />', x + 1, base - 3, max(1, each - 2)))
            continue
        if value == 0:
            middle = x + max(1, each - 2) / 2
            parts.append(
                format_html('<text class="zero" x="{}" y="{}" text-anchor="middle">0</text>', middle, base - 3)
            )
            continue
        height = max(2.0, value / top * plot)
        pattern = number % SIDES + 1
        parts.append(
            format_html(
                '<rect x="{}" y="{}" width="{}" height="{}" fill="url(#side-pattern-{})"><title>{}</title></rect>',
                round(x, 1),
                round(base - height, 1),
                round(max(1, each - 2), 1),
                ceil(height),
                pattern,
                f"{value:g}",
            )
        )
    words = format_html('<text x="{}" y="{}" text-anchor="middle">{}</text>', left + _DAY_WIDTH / 2, base + 18, label)
    return format_html_join("", "{}", ((part,) for part in (*parts, words)))
