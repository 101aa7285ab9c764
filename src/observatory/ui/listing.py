"""Pages of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import cached_property

PAGE_LENGTH = 50
MOST_COUNTED = 10_000
"""A long list is counted so far: to count all of a large record takes longer than to show a page of it."""

if TYPE_CHECKING:
    _Pages = Paginator[Any]
else:
    _Pages = Paginator


class BoundedPaginator(_Pages):
    """Pages of a list as far as it is counted. `is_cut` says that there is more."""

    def __init__(self, rows: QuerySet[Any], length: int, most: int | None, total: int | None = None) -> None:
        super().__init__(rows, length)
        self.most, self._total = most, total

    @cached_property
    def _counted(self) -> int:
        if self._total is not None:
            return self._total
        rows: Any = self.object_list
        return counted(rows, self.most)

    @cached_property
    def count(self) -> int:
        """How many rows have a page."""
        return self._counted if self.most is None else min(self._counted, self.most)

    @property
    def is_cut(self) -> bool:
        """Whether the list goes on after the last page."""
        return self._counted > self.count


def counted(rows: QuerySet[Any], most: int | None) -> int:
    """How many rows there are; one more than `most` where there are more than that."""
    return rows.count() if most is None else rows.order_by()[: most + 1].count()


def page_of(
    request: HttpRequest,
    rows: QuerySet[Any],
    length: int = PAGE_LENGTH,
    most: int | None = None,
    total: int | None = None,
) -> Page[Any]:
    """The page of a list that the address asks for; the first or last one for a number that is none.

    With `most` the list is counted and shown so far. `total` is its number where that is known.
    """
    return BoundedPaginator(rows, length, most, total).get_page(request.GET.get("page"))
