"""Right-to-left text among left-to-right columns: each line of a cell is a bidirectional island of its own.

A terminal lays out a whole line at once. Without isolates the Arabic of two neighbouring cells would run together and
change places, and a cell that wraps needs them on each of its lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.segment import Segment
from rich.text import Text

RIGHT_TO_LEFT = "\u2067"
LEFT_TO_RIGHT = "\u2066"
END = "\u2069"

_ARABIC = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_ARABIC_WORDS = re.compile(rf"{_ARABIC.pattern}+(?: +{_ARABIC.pattern}+)*")
_LETTER = re.compile(r"[^\W\d_]")
_DIRECTION_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_UNSHOWABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_BLANKS = re.compile(r"\s+")


def is_arabic(text: str) -> bool:
    """Whether the text holds right-to-left letters."""
    return _ARABIC.search(text) is not None


def starts_arabic(text: str) -> bool:
    """Whether the first letter of the text is written from right to left."""
    letter = _LETTER.search(text)
    return letter is not None and is_arabic(letter.group())


def on_one_line(text: str) -> str:
    """Characters of a document made safe for a cell: no control or direction marks of its own, blanks as one space."""
    return _BLANKS.sub(" ", _UNSHOWABLE.sub(" ", _DIRECTION_MARKS.sub("", text))).strip()


def isolated(text: str) -> str:
    """The text as an island of its own direction when it holds Arabic, else unchanged."""
    if not is_arabic(text):
        return text
    return f"{RIGHT_TO_LEFT if starts_arabic(text) else LEFT_TO_RIGHT}{text}{END}"


class Cell:
    """A table cell that wraps its paragraphs to the column and isolates each line that holds Arabic.

    A paragraph that begins in Arabic is right-to-left as a whole and stands at the right edge of its column.
    """

    def __init__(self, *paragraphs: Text) -> None:
        self.paragraphs = [paragraph for paragraph in paragraphs if paragraph.plain]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for paragraph in self.paragraphs:
            right_to_left = starts_arabic(paragraph.plain)
            mixed = is_arabic(paragraph.plain)
            for line in paragraph.wrap(console, options.max_width, overflow="fold"):
                line.rstrip()
                if mixed:
                    yield from _isolated_line(line, console, options.max_width if right_to_left else 0)
                else:
                    yield from line.render(console)
                yield Segment.line()

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        widths = [Measurement.get(console, options, paragraph) for paragraph in self.paragraphs]
        least = max((width.minimum for width in widths), default=0)
        most = max((width.maximum for width in widths), default=0)
        return Measurement(least, most).with_maximum(options.max_width)


def _isolated_line(line: Text, console: Console, right_edge: int) -> Iterator[Segment]:
    """The line within isolates: right-to-left and moved to the right edge, or left-to-right when there is none.

    In a left-to-right line each run of Arabic words is an island too: else figures beside it would change their places.
    """
    if right_edge:
        yield Segment(" " * max(0, right_edge - line.cell_len) + RIGHT_TO_LEFT)
        yield from line.render(console)
    else:
        yield Segment(LEFT_TO_RIGHT)
        bounds = [bound for run in _ARABIC_WORDS.finditer(line.plain) for bound in run.span()]
        for piece in line.divide(bounds):
            arabic = is_arabic(piece.plain)
            yield Segment(RIGHT_TO_LEFT if arabic else "")
            yield from piece.render(console)
            yield Segment(END if arabic else "")
    yield Segment(END)
