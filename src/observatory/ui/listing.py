"""Pages of a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.functional import cached_property

PAGE_LENGTH = 50
MOST_COUNTED = 10_000
"""A long list is counted so far: to count all of a large record takes longer than to show a page of it."""

Row = TypeVar("Row", bound=Model)

if TYPE_CHECKING:
    _Pages = Paginator[Any]
else:
    _Pages = Paginator


class BoundedPaginator(_Pages):
    """Pages of a list as far as it is counted. `is_cut` says that there is more."""

    def __init__(
        self, rows: QuerySet[Any] | Sequence[int], length: int, most: int | None, total: int | None = None
    ) -> None:
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


def page_of_found(request: HttpRequest, rows: QuerySet[Any], length: int, most: int) -> Page[Any]:
    """The page of a list that takes long to find, as the numbers of its rows.

    As many as are counted are found at once, so that the same is not looked for twice: once to count it, once to show.
    """
    found = list(rows.values_list("pk", flat=True)[: most + 1])
    return BoundedPaginator(found, length, most, len(found)).get_page(request.GET.get("page"))


def in_order(rows: QuerySet[Row], numbers: Sequence[int]) -> list[Row]:
    """The rows of these numbers, in their order."""
    known = {row.pk: row for row in rows.filter(pk__in=numbers)}
    return [known[number] for number in numbers if number in known]
