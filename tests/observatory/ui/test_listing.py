"""Lists are counted so far and say that there is more."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from observatory.records.models import Outlet
from observatory.ui.listing import page_of

pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture(autouse=True)
def outlets(db) -> None:
    Outlet.objects.bulk_create(Outlet(name=f"outlet {at:02}") for at in range(12))


def page(number: str, most: int | None):
    return page_of(RequestFactory().get("/", {"page": number}), Outlet.objects.order_by("name"), 5, most)


@pytest.mark.parametrize(
    ("most", "count", "pages", "is_cut"), [(None, 12, 3, False), (12, 12, 3, False), (11, 11, 3, True), (4, 4, 1, True)]
)
def test_a_list_is_counted_no_further_than_is_asked(most, count, pages, is_cut):
    listing = page("1", most)
    assert (listing.paginator.count, listing.paginator.num_pages) == (count, pages)
    assert listing.paginator.is_cut is is_cut


def test_the_last_page_ends_where_the_counting_does():
    listing = page("99", 11)
    assert listing.number == 3
    assert [outlet.name for outlet in listing] == ["outlet 10"]


def test_counting_stops_in_the_database():
    with CaptureQueriesContext(connection) as asked:
        assert page("1", 4).paginator.count == 4
    assert "LIMIT 5" in asked.captured_queries[0]["sql"]
