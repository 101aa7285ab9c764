"""The queue: its order, its filters, who is on what, and who may see it."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from observatory.people.roles import Role
from observatory.records.models import Claim
from observatory.review.decide import accept
from observatory.review.models import SecondLook, Waiting
from observatory.review.waiting import doubts, rank, rebuild
from tests.observatory.people.people import person, signed_in
from tests.observatory.texts import SHELLING, article, many, take, write_lines

pytestmark = pytest.mark.usefixtures("db")

SUMS = (
    "أعلن مركز الرصد تسجيل 12 خرقا للهدنة في سوريا خلال الساعات الـ24 الماضية.\n"
    "وذكر المركز أن الجانب الروسي رصد 7 خروقات في محافظات حلب (3) وإدلب (2) وحماة (1)."
)


@pytest.fixture
def articles(tmp_path) -> None:
    take(write_lines(tmp_path / "a.jsonl", [article(SHELLING, id="shelling"), article(SUMS, id="sums")]))


@pytest.fixture
def reviewer(articles) -> Client:
    return signed_in(Role.REVIEWER)


def rows(client: Client, asked: str = "") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get(f"/review/?format=json{asked}").json()
    return found


def test_findings_come_first(reviewer):
    found = rows(reviewer)
    assert len(found) == Claim.objects.filter(current=True).count()
    assert found[0]["finding"]
    assert [row["finding"] for row in found] == sorted((row["finding"] for row in found), reverse=True)


def test_reasons_rank_before_doubts_and_days():
    from datetime import date

    old, new = date(2017, 1, 1), date(2026, 1, 1)
    order = [rank(True, False, 0, old), rank(False, True, 3, new), rank(False, False, 2, old),
             rank(False, False, 1, new), rank(False, False, 1, old), rank(False, False, 0, None)]  # fmt: skip
    assert order == sorted(order)


def test_doubts_are_fields_that_are_empty_or_carried():
    claim = {"actors": [{"rule": "roles.subject_carried"}], "targets": [], "places": [], "when": {"surface": None}}
    assert doubts(claim) == ["actors.inherited", "places.empty", "when.empty"]


@pytest.mark.parametrize(
    "asked", ["&type=shelling", "&why=finding", "&place=SY", "&stage=done", "&mine=1", "&why=doubt"]
)
def test_filters_stand_in_the_address(reviewer, asked):
    found = rows(reviewer, asked)
    if "type" in asked:
        assert {row["type"] for row in found} == {"shelling"}
    if asked in ("&stage=done", "&mine=1"):
        assert found == []
    assert reviewer.get(f"/review/?lang=en{asked}").status_code == 200


@pytest.mark.parametrize(
    "asked", ["&type=shelling", "&side=sy.sdf", "&place=SY&why=doubt", "&status=happened&why=finding"]
)
def test_rare_and_common_filters_find_the_same_in_the_same_order(reviewer, monkeypatch, asked):
    usual = rows(reviewer, asked)
    monkeypatch.setattr("observatory.records.query._FEW", -1)
    assert rows(reviewer, asked) == usual
    page = reviewer.get(f"/review/?{asked[1:]}").content.decode()
    assert all(row["key"] in page for row in usual)


def test_what_is_decided_waits_no_more(reviewer, django_capture_on_commit_callbacks):
    claim = Claim.objects.filter(type="shelling")[0]
    with django_capture_on_commit_callbacks(execute=True):
        accept(claim, "rana", "")
    assert claim.key not in {row["key"] for row in rows(reviewer)}
    assert claim.key in {row["key"] for row in rows(reviewer, "&stage=done")}


def test_chosen_types_wait_for_a_second_person(reviewer, django_capture_on_commit_callbacks):
    SecondLook.objects.create(type="shelling")
    claim = Claim.objects.filter(type="shelling")[0]
    for name, stage in (("rana", "second"), ("rana", "second"), ("sami", "done")):
        with django_capture_on_commit_callbacks(execute=True):
            accept(claim, name, "")
        assert Waiting.objects.get(claim=claim).stage == stage


def test_the_queue_can_be_made_anew(articles):
    before = list(Waiting.objects.order_by("pk").values())
    Waiting.objects.all().delete()
    assert rebuild() == len(before)
    assert list(Waiting.objects.order_by("pk").values()) == before


def test_a_claim_that_is_taken_says_by_whom(reviewer):
    key = rows(reviewer)[0]["key"]
    reviewer.post(f"/review/{key}/take/")
    other = Client()
    other.force_login(person("sami", Role.REVIEWER), backend="allauth.account.auth_backends.AuthenticationBackend")
    assert rows(other)[0]["taken_by"] == "rana"
    assert "rana is on it" in other.get(f"/review/{key}/?lang=en").content.decode()
    page = other.post(f"/review/{key}/take/", follow=True).content.decode()
    assert "rana has taken it already" in page
    reviewer.post(f"/review/{key}/take/", {"release": "1"})
    assert rows(other)[0]["taken_by"] is None


def test_an_empty_queue_says_so(db):
    assert "Nothing waits for review" in signed_in(Role.REVIEWER).get("/review/?lang=en").content.decode()


def test_who_may_see_the_queue(articles):
    assert Client().get("/review/").status_code == 302
    assert signed_in(Role.READER).get("/review/").status_code == 403
    assert signed_in(Role.ANALYST, "amal").get("/review/").status_code == 200


def test_a_page_of_any_length_asks_the_same_number_of_questions(tmp_path, reviewer):
    def questions() -> int:
        reviewer.get("/review/")
        with CaptureQueriesContext(connection) as asked:
            assert reviewer.get("/review/").status_code == 200
        return len(asked)

    before = questions()
    take(write_lines(tmp_path / "b.jsonl", many(12)))
    assert questions() == before <= 18
