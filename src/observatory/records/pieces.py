"""Cuts what comes in into pieces of a size that a database takes at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from django.db.models import QuerySet

Item = TypeVar("Item")


def pieces(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """Lists of up to `size` items, in order."""
    rest = iter(items)
    while piece := list(islice(rest, size)):
        yield piece


def numbers_of(rows: QuerySet[Any], size: int) -> Iterator[list[int]]:
    """The primary keys of rows in lists of up to `size`, each asked for by itself.

    A query that is still being read keeps SQLite from writing on the same connection when others have written since.
    """
    last = 0
    ordered = rows.order_by("pk").values_list("pk", flat=True)
    while piece := list(ordered.filter(pk__gt=last)[:size]):
        yield piece
        last = piece[-1]
