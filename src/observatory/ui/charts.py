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

from observatory.ui import numerals

SIDES = 6
"""Sides that have a colour and a pattern of their own."""
_HEIGHT = 220
_TOP, _BOTTOM, _LEFT = 12, 34, 44
_WIDEST, _NARROWEST, _ALL = 42, 11, 480
"""A day with its gap: as wide as the days together allow, within these bounds, so that letters keep their size."""
_GAP_SHARE = 0.2
_LABEL = 40
"""The room that the name of a day takes."""
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


@dataclass(frozen=True, slots=True)
class _Days:
    """How wide the days are drawn, in which figures, and which of them are named."""

    number: int
    digits: str

    @property
    def room(self) -> float:
        return max(_NARROWEST, min(_WIDEST, _ALL // max(1, self.number)))

    @property
    def bar(self) -> float:
        return self.room * (1 - _GAP_SHARE)

    @property
    def width(self) -> float:
        return _LEFT + self.number * self.room + self.room * _GAP_SHARE

    def left(self, at: int) -> float:
        return _LEFT + self.room * (_GAP_SHARE + at)

    def is_named(self, at: int) -> bool:
        """The last day always, and before it every so many that names do not touch."""
        return (self.number - 1 - at) % ceil(_LABEL / self.room) == 0


def bars(
    days: Sequence[date], series: Sequence[Series], labels: Sequence[str], title: str, digits: str = "latin"
) -> SafeString:
    """Bars for each day, one for each series. `labels` are the days' names as shown below them."""
    told = [value for one in series for value in one.values if value is not None]
    top = scale_top(told)
    drawn = _Days(len(days), digits)
    plot = _HEIGHT - _TOP - _BOTTOM
    content = [_patterns(), _axis(top, drawn, plot)]
    for number, label in enumerate(labels):
        content.append(_day(drawn, number, [one.values[number] for one in series], top, plot))
        if drawn.is_named(number):
            content.append(_text(drawn.left(number) + drawn.bar / 2, _TOP + plot + 18, "middle", label))
    return format_html(
        '<svg class="chart" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>',
        round(drawn.width),
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


def _text(x: float, y: float, anchor: str, words: str) -> SafeString:
    return format_html('<text x="{}" y="{}" text-anchor="{}">{}</text>', round(x, 1), y, anchor, words)


def _axis(top: float, drawn: _Days, plot: int) -> SafeString:
    """Three lines with their figures; two where the half is no whole number."""
    parts = []
    for share in (0.0, 0.5, 1.0) if (top / 2).is_integer() else (0.0, 1.0):
        y = _TOP + plot - share * plot
        line = '<line class="axis" x1="{}" x2="{}" y1="{}" y2="{}" />'
        parts.append(format_html(line, _LEFT, round(drawn.width), y, y))
        parts.append(_text(_LEFT - 8, y + 4, "end", numerals.figure(top * share, drawn.digits)))
    return format_html_join("", "{}", ((part,) for part in parts))


def _day(drawn: _Days, at: int, values: list[float | None], top: float, plot: int) -> SafeString:
    each = drawn.bar / max(1, len(values))
    width, base = round(max(1, each - 2), 1), _TOP + plot
    parts = []
    for number, value in enumerate(values):
        x = round(drawn.left(at) + number * each, 1)
        if value is None:
            parts.append(format_html('<path class="no-report" d="M{} {}h{}" />', x + 1, base - 3, width))
            continue
        told = numerals.figure(value, drawn.digits)
        if value == 0:
            zero = '<text class="zero" x="{}" y="{}" text-anchor="middle">{}</text>'
            parts.append(format_html(zero, round(x + width / 2, 1), base - 3, told))
            continue
        height = max(2.0, value / top * plot)
        parts.append(
            format_html(
                '<rect x="{}" y="{}" width="{}" height="{}" fill="url(#side-pattern-{})"><title>{}</title></rect>',
                x,
                round(base - height, 1),
                width,
                ceil(height),
                number % SIDES + 1,
                told,
            )
        )
    return format_html_join("", "{}", ((part,) for part in parts))
