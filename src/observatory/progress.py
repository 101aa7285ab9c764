"""How what takes long tells a person who is watching: the command that shows a bar says how, the work says how far."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Advance = Callable[[int], None]
Show = Callable[[str, int], Advance]

_shown: ContextVar[Show | None] = ContextVar("shown", default=None)


@contextmanager
def shown_by(show: Show) -> Iterator[None]:
    """Inside, steps are shown by this function, which is given their name and length."""
    token = _shown.set(show)
    try:
        yield
    finally:
        _shown.reset(token)


def step(name: str, length: int) -> Advance:
    """A function that is told of each part done of a step; it does nothing where nobody is watching."""
    show = _shown.get()
    return show(name, length) if show is not None else lambda number: None
