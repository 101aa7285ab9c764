"""A figure's span drawn on the server: the band from low to high, the best figure, and what each source says."""

from __future__ import annotations

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from observatory.atlas.versions import Figure, Said
from observatory.documents.fields import Voice

_WIDTH, _EDGE, _LINE = 340, 24, 24


def span(figure: Figure, voice: Voice, title: str) -> SafeString:
    """The span of an estimate; sources stand above the line by their letter."""
    estimate = figure.estimate
    highest = max(float(estimate.high), 1.0)
    rows = max(1, len(figure.said))
    base = _LINE * rows + 12

    def at(value: float) -> float:
        return round(_EDGE + value / highest * (_WIDTH - 2 * _EDGE), 1)

    sources = format_html_join(
        "",
        '<g class="side-{}"><line class="span-said" x1="{}" x2="{}" y1="{}" y2="{}" />'
        '<circle class="span-dot" cx="{}" cy="{}" r="9" /><text class="span-letter" x="{}" y="{}">{}</text></g>',
        (_source(each, at(each.low), at(each.high), _LINE * row + 14) for row, each in enumerate(figure.said)),
    )
    ends = [(at(float(estimate.low)), estimate.low), (at(float(estimate.high)), estimate.high)]
    labels = format_html_join(
        "", '<text class="span-end" x="{}" y="{}">{}</text>',
        ((x, base + 22, voice.figure(value)) for x, value in dict.fromkeys(ends)),
    )  # fmt: skip
    return format_html(
        '<svg class="span" viewBox="0 0 {} {}" role="img" aria-label="{}">'
        '<line class="span-axis" x1="{}" x2="{}" y1="{}" y2="{}" />'
        '<line class="span-band" x1="{}" x2="{}" y1="{}" y2="{}" />'
        '<rect class="span-best" x="{}" y="{}" width="6" height="16" />{}{}</svg>',
        _WIDTH,
        base + 28,
        title,
        _EDGE,
        _WIDTH - _EDGE,
        base,
        base,
        ends[0][0],
        ends[1][0],
        base,
        base,
        at(float(estimate.best)) - 3,
        base - 8,
        sources,
        labels,
    )


def _source(said: Said, low: float, high: float, y: int) -> tuple[object, ...]:
    middle = (low + high) / 2
    return (said.side, low, high, y, y, middle, y, middle, y + 4, said.letter)
