"""A progress bar over the bytes of many files, shown only where a person is watching."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

_MANY_FILES = 3
_MANY_BYTES = 1_000_000


@contextmanager
def progress(names: list[str], tables: Console | None) -> Iterator[Callable[[int], None]]:
    """A function that takes the bytes just read, and a bar that shows them and leaves no trace.

    Where tables go to a terminal the bar stays below them, on the same console; else it stands on standard error.
    """
    console = tables if tables and tables.is_terminal else Console(stderr=True)
    total = sum(_size(name) for name in names)
    many = len(names) >= _MANY_FILES or total >= _MANY_BYTES
    if not (many and sys.stderr.isatty()):
        yield lambda size: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("reading", total=total or None)
        yield lambda size: bar.advance(task, size)


def _size(name: str) -> int:
    try:
        return Path(name).stat().st_size
    except OSError:
        return 0
