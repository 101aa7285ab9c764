"""The page of search, on both databases and for each audience."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from observatory.people.models import Export, Project
from observatory.people.roles import Role
from observatory.records.models import Claim, Document
from observatory.review.decide import correct, reject
from observatory.search import index
from observatory.search.models import ClaimWords, TextWords
from tests.observatory.people.people import signed_in
from tests.observatory.texts import RAID, SHELLING, TRUCE, article, many, take, write_lines

pytestmark = pytest.mark.usefixtures("db")

NEAR = "وقع إطلاق نار كثيف بدمشق، وقتل المزارع سامر الحمداني في قصف لقوات النظام على بلدة كفرزيتا بريف حماة أمس."


@pytest.fixture
def articles(tmp_path) -> None:
    lines = [
        article(SHELLING, id="shelling", title="قصف سراقب"),
        article(RAID, id="raid"),
        article(TRUCE, id="truce"),
        article(NEAR, id="near", outlet="جريدة الساحل"),
    ]
    take(write_lines(tmp_path / "a.jsonl", lines))


@pytest.fixture
def analyst(articles) -> Client:
    return signed_in(Role.ANALYST)


def found(client: Client, asked: str) -> set[str]:
    names = dict(Document.objects.values_list("key", "external_id"))
    return {str(names[row["document"]]) for row in client.get(f"/search/?{asked}&format=json").json()}


@pytest.mark.parametrize(
    ("asked", "documents"),
    [
        ("q=اطلاق", {"near"}),
        ("q=دمشق", {"near"}),
        ("q=سراقب", {"shelling"}),
        ("q=غارة جوية", {"raid"}),
        ("q=غارة سراقب", set()),
        ("q=«إطلاق نار كثيف»", {"near"}),
        ("q=«كثيف نار»", set()),
        ("q=٢٣", {"truce"}),
        ("q=مدنيين&type=shelling", {"shelling"}),
        ("figure=3&what=killed", {"shelling"}),
        ("figure=4-6", {"raid"}),
        ("figure=20-", {"truce"}),
        ("type=ceasefire_violation", {"truce"}),
        ("side=sy.sdf", {"shelling"}),
        ("place=SY&q=منبج", {"raid"}),
        ("place=Syria&q=منبج", {"raid"}),
        ("place=سراقب", {"shelling"}),
        ("place=Saraqib", {"shelling"}),
        ("side=Syrian Democratic Forces", {"shelling"}),
        ("q=مدنيين&to=2020-01-01", set()),
        ('q="%20OR%201', set()),
        ("q=سراقب OR منبج", set()),
    ],
)
def test_words_and_filters_find_documents(analyst, asked, documents):
    assert found(analyst, asked) == documents
    assert analyst.get(f"/search/?{asked}&lang=en").status_code == 200


def test_the_words_are_marked_where_they_stand(analyst):
    page = analyst.get("/search/?q=دمشق").content.decode()
    assert 'ب<mark class="mark-hit"' in page


def test_an_empty_search_and_one_without_hits_say_what_to_do(analyst):
    assert "Search the texts" in analyst.get("/search/?lang=en").content.decode()
    assert "Try fewer words" in analyst.get("/search/?lang=en&q=زيتون").content.decode()


def test_what_is_found_lies_at_the_points_of_its_claims(analyst):
    (feature,) = analyst.get("/search/?q=سراقب&format=geojson").json()["features"]
    claims = Claim.objects.filter(document__external_id="shelling").exclude(latitude=None).order_by("position")
    points = [list(point) for point in claims.values_list("longitude", "latitude")]
    assert points
    assert feature["geometry"]["coordinates"] in (points, points[0])
    assert feature["properties"]["claims"] == list(claims.values_list("key", flat=True))


@pytest.mark.parametrize("asked", ["", "figure=many"])
def test_a_program_that_asks_for_nothing_gets_an_empty_list(analyst, asked):
    assert analyst.get(f"/search/?format=json&{asked}").json() == []


def test_a_figure_that_is_none_is_told(analyst):
    assert "A filter was not understood" in analyst.get("/search/?lang=en&figure=many").content.decode()


@pytest.mark.parametrize("role", [None, Role.READER])
def test_others_find_claims_and_nothing_of_the_text(articles, role):
    client = signed_in(role) if role else Client()
    page = client.get("/search/?q=قصف").content.decode()
    assert "قصف" in page
    for words in ("سامر", "الحمداني", "المزارع", "كثيف"):
        assert client.get(f"/search/?q={words}&format=json").json() == []
    assert "سامر" not in client.get("/search/?q=قصف&format=json").content.decode()


def test_the_public_may_not_ask_for_a_town(articles):
    page = Client().get("/search/?place=سراقب&lang=ar").content.decode()
    assert "مرشّح غير مفهوم أو غير متاح لك: المكان" in page
    assert Client().get("/search/?place=سراقب&format=json").json() == []


def test_the_public_finds_provinces_and_no_towns(articles):
    assert Client().get("/search/?q=إدلب&format=json").json()
    assert Client().get("/search/?q=سراقب&format=json").json() == []


def test_the_public_waits_for_its_week(tmp_path):
    day = (date.today() - timedelta(days=2)).isoformat()
    take(write_lines(tmp_path / "new.jsonl", [article(SHELLING, published=day)]))
    assert Client().get("/search/?q=إدلب&format=json").json() == []
    assert signed_in(Role.READER).get("/search/?q=إدلب&format=json").json()


def test_what_is_decided_is_found_by(articles, django_capture_on_commit_callbacks):
    claim = Claim.objects.get(type="shelling", document__external_id="shelling")
    with django_capture_on_commit_callbacks(execute=True):
        correct(claim, "actors", "الدفاع المدني السوري", "rana", "")
    rows = Client().get("/search/?type=shelling&q=إدلب&format=json").json()
    assert rows[0]["actors"] != ["قوات سوريا الديمقراطية"]
    assert Client().get("/search/?q=الديمقراطية&type=shelling&format=json").json() == []
    with django_capture_on_commit_callbacks(execute=True):
        reject(claim, "rana", "")
    assert Client().get("/search/?type=shelling&q=إدلب&format=json").json() == []


def test_documents_of_other_peoples_projects_are_not_found(analyst):
    project = Project.objects.create(name="closed")
    project.documents.add(Document.objects.get(external_id="near"))
    assert found(analyst, "q=دمشق") == set()
    assert Client().get("/search/?q=حماة&format=json").json() == []
    project.people.add(User.objects.get(username="rana"))
    assert found(analyst, "q=دمشق") == {"near"}


def test_the_words_can_be_made_anew(analyst):
    texts, claims = list(TextWords.objects.order_by("pk").values()), list(ClaimWords.objects.order_by("pk").values())
    TextWords.objects.all().delete()
    ClaimWords.objects.all().delete()
    assert found(analyst, "q=دمشق") == set()
    assert index.rebuild() == 4
    assert list(TextWords.objects.order_by("pk").values()) == texts
    assert list(ClaimWords.objects.order_by("pk").values()) == claims
    assert found(analyst, "q=دمشق") == {"near"}


def test_a_document_that_goes_is_found_no_more(analyst):
    Document.objects.get(external_id="near").delete()
    assert found(analyst, "q=دمشق") == set()


def test_what_is_taken_away_is_written_down(analyst):
    analyst.get("/search/?q=دمشق&format=csv")
    assert Export.objects.get().rows == 1


def test_a_page_of_any_length_asks_the_same_number_of_questions(tmp_path, analyst):
    def questions(client: Client) -> int:
        client.get("/search/?q=قصف")
        with CaptureQueriesContext(connection) as asked:
            client.get("/search/?q=قصف")
        return len(asked)

    public = Client()
    before = questions(analyst), questions(public)
    take(write_lines(tmp_path / "b.jsonl", many(12)))
    assert (questions(analyst), questions(public)) == before
    assert max(before) <= 13


ASKED = (
    "type=ceasefire_violation",
    "q=مدنيين&type=shelling",
    "place=SY",
    "side=sy.sdf",
    "side=sy.isis&q=مدنيين",
    "status=happened&from=2019-01-01",
    "what=killed&figure=3-",
)


@pytest.mark.parametrize("few", [-1, 5000])
@pytest.mark.parametrize("words", [0, 5000])
@pytest.mark.parametrize("asked", ASKED)
def test_rare_and_common_filters_and_words_find_the_same(analyst, monkeypatch, few, words, asked):
    def of_claims(asked: str) -> list[str]:
        return [row["claim"] for row in Client().get(f"/search/?{asked}&format=json").json()]

    usual = found(analyst, asked), of_claims(asked)
    monkeypatch.setattr("observatory.records.query._FEW", few)
    monkeypatch.setattr("observatory.search.queries._FEW_WORDS", words)
    assert (found(analyst, asked), of_claims(asked)) == usual
    assert analyst.get(f"/search/?{asked}").status_code == 200
