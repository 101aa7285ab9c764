"""What the record hands out: the claims that are asked for, as they stand after decisions."""

from __future__ import annotations

from datetime import date

import pytest

from observatory.records.models import Claim
from observatory.records.query import Query
from observatory.records.recorded import recorded, recorded_of
from observatory.review import decide
from tests.observatory.texts import RAID, SHELLING, TRUCE, article, many, take, write_lines

pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture
def record(tmp_path) -> None:
    """Three documents of three days."""
    lines = [
        article(SHELLING, published="2021-03-04T23:30:00+03:00", country="SY"),
        article(RAID, published="2021-03-10", outlet="موقع الميدان"),
        article(TRUCE, published="2021-05-01"),
    ]
    take(write_lines(tmp_path / "articles.jsonl", lines))


def types(**asked) -> set[str]:
    """The types of the claims that are asked for."""
    return {item.claim.type for item in recorded(Query(**asked))}


def test_claims_come_as_they_were_read_with_their_document(record):
    (item,) = recorded(Query(types=["shelling"]))
    assert item.claim.trigger.text == "قصفت"
    assert item.claim.counts[0].value == 3
    assert item.claim.speaker.span.text == "الدفاع المدني السوري"
    assert item.document.outlet == "صحيفة الوادي"
    assert item.document.published == date(2021, 3, 4)
    assert item.document.published_at.isoformat() == "2021-03-04T23:30:00+03:00"
    assert item.document.country == "SY"
    assert item.review == "unreviewed"


def test_decisions_are_applied(record):
    claim = decide.find_claim(Claim.objects.get(type="shelling").key)
    decide.correct(claim, "status", "denied", "Rana", "")
    decide.note(claim, "Rana", "ask again")
    (item,) = recorded(Query(reviews=["corrected"]))
    assert (item.claim.status, item.note) == ("denied", "ask again")


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, {"shelling", "air_strike", "ceasefire_violation"}),
        ({"first_day": date(2021, 3, 5)}, {"air_strike", "ceasefire_violation"}),
        ({"last_day": date(2021, 3, 3)}, {"shelling"}),
        ({"first_day": date(2021, 4, 30), "last_day": date(2021, 4, 30)}, {"ceasefire_violation"}),
        ({"country": "YE"}, {"ceasefire_violation"}),
        ({"country": "sy"}, {"shelling", "air_strike"}),
        ({"admin1": "إدلب"}, {"shelling"}),
        ({"admin1": "iso:SY-ID"}, {"shelling"}),
        ({"speaker": "الدفاع المدني السوري"}, {"shelling"}),
        ({"speaker": "الدفاع المدنى السورى"}, {"shelling"}),
        ({"side": "sy.autonomous"}, {"shelling"}),
        ({"side": "الحوثيين"}, {"ceasefire_violation"}),
        ({"types": ["shelling", "air_strike"], "country": "SY"}, {"shelling", "air_strike"}),
        ({"reviews": ["accepted"]}, set()),
    ],
)
def test_filters(record, asked, expected):
    assert types(**asked) == expected


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        (date(2020, 6, 1), date(2020, 6, 2), True),
        (date(2019, 12, 1), date(2020, 1, 1), True),
        (date(2021, 1, 1), None, False),
        (None, date(2019, 12, 31), False),
    ],
)
def test_a_claim_of_many_days_is_found_on_each(record, first, last, found):
    claim = decide.find_claim(Claim.objects.get(type="ceasefire_violation").key)
    when = {"surface": "خلال الساعات الـ24 الماضية", "start": "2020-01-01", "end": "2020-12-31"}
    decide.correct(claim, "when", when, "Rana", "")
    assert ("ceasefire_violation" in types(first_day=first, last_day=last)) is found


def test_claims_of_keys_are_handed_out(record):
    keys = list(Claim.objects.values_list("key", flat=True))
    assert {item.key for item in recorded_of(keys[:2])} == set(keys[:2])


def test_queries_do_not_grow_with_the_claims(record, tmp_path, django_assert_max_num_queries):
    take(write_lines(tmp_path / "more.jsonl", many(30)))
    with django_assert_max_num_queries(6):
        assert len(list(recorded())) > 50
