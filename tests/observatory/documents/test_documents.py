"""The list of documents and a document's page, for each audience."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hudna.protect import PUBLIC
from observatory.documents.archive import archive_address
from observatory.documents.keys import public_key
from observatory.people.models import Export, Project
from observatory.people.roles import Role
from observatory.records.models import Document
from observatory.records.originals import hash_of
from tests.observatory.people.people import signed_in
from tests.observatory.texts import article, many, take, write_lines

pytestmark = pytest.mark.usefixtures("db")

BULLETIN = (
    "أعلن مركز الرصد تسجيل 12 خرقا للهدنة في سوريا خلال الساعات الـ24 الماضية.\n"
    "وذكر المركز أن الجانب الروسي رصد 7 خروقات في محافظات حلب (3) وإدلب (2) وحماة (1)."
)
HOME = "قتل المزارع سامر الحمداني في قصف مدفعي لقوات النظام على بلدة كفرزيتا في ريف حماة يوم الأربعاء."


@pytest.fixture
def articles(tmp_path) -> None:
    """A bulletin whose parts do not add up, and a report that names a private person."""
    lines = [
        article(BULLETIN, id="bulletin", title="نشرة الهدنة", url="https://wadi.example/bulletin"),
        article(HOME, id="home", title="مقتل سامر الحمداني", outlet="جريدة الساحل", published="2021-03-05",
                url="https://sahil.example/samer-hamdani"),
    ]  # fmt: skip
    take(write_lines(tmp_path / "articles.jsonl", lines))


@pytest.fixture
def bulletin(articles) -> Document:
    """The bulletin."""
    return Document.objects.get(external_id="bulletin")


@pytest.fixture
def home_news(articles) -> Document:
    """The report that names a private person."""
    return Document.objects.get(external_id="home")


@pytest.fixture
def analyst(articles) -> Client:
    """A browser of an analyst."""
    return signed_in(Role.ANALYST)


def text_of(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status
    return answer.content.decode()


def test_an_analyst_sees_titles_the_newest_first(analyst):
    page = text_of(analyst, "/documents/")
    assert page.index("مقتل سامر الحمداني") < page.index("نشرة الهدنة")


@pytest.mark.parametrize("role", [None, Role.READER])
def test_others_see_no_title_no_address_and_no_key_of_the_record(articles, home_news, role):
    client = signed_in(role) if role else Client()
    for path in ("/documents/", "/documents/?format=json", "/documents/?format=csv"):
        page = text_of(client, path)
        assert "جريدة الساحل" in page
        assert not [word for word in ("سامر", "samer-hamdani", home_news.key, "نشرة الهدنة") if word in page]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("outlet=جريدة الساحل", {"home"}),
        ("from=2021-03-05", {"home"}),
        ("to=2021-03-04", {"bulletin"}),
        ("type=ceasefire_violation", {"bulletin"}),
        ("findings=1", {"bulletin"}),
        ("place=SY", {"home", "bulletin"}),
        ("place=حماة", {"home", "bulletin"}),
        ("type=protest", set()),
        ("speaker=الجانب الروسي", {"bulletin"}),
    ],
)
def test_filters_stand_in_the_address(analyst, asked, found):
    rows = analyst.get(f"/documents/?{asked}&format=json").json()
    names = dict(Document.objects.values_list("key", "external_id"))
    assert {names[row["key"]] for row in rows} == found
    assert text_of(analyst, f"/documents/?{asked}")


def test_a_filter_that_makes_no_sense_is_told_and_left_out(analyst):
    page = text_of(analyst, "/documents/?lang=en&from=yesterday&type=storm")
    assert page.count("A filter was not understood") == 2
    assert "نشرة الهدنة" in page


def test_the_public_cannot_ask_for_a_private_person(articles):
    page = text_of(Client(), "/documents/?lang=en&side=سامر الحمداني")
    assert "A filter was not understood" in page


def test_a_list_taken_away_is_written_down(analyst):
    rows = list(csv.DictReader(io.StringIO(text_of(analyst, "/documents/?format=csv").lstrip("\ufeff"))))
    assert {row["title"] for row in rows} == {"مقتل سامر الحمداني", "نشرة الهدنة"}
    line = Export.objects.get()
    assert (line.person, line.profile, line.format, line.rows) == ("rana", "internal", "csv", 2)
    assert line.address == "/documents/?format=csv"


def test_a_cell_is_no_formula(tmp_path):
    take(write_lines(tmp_path / "more.jsonl", [article(BULLETIN, title="=HYPERLINK(1)")]))
    assert "'=HYPERLINK(1)" in text_of(signed_in(Role.ANALYST), "/documents/?format=csv")


def questions(client: Client, path: str) -> int:
    text_of(client, path)  # what is kept for the process is not counted
    with CaptureQueriesContext(
        connection,
    ) as asked:
        text_of(client, path)
    return len(asked)


def test_a_list_of_any_length_asks_the_same_number_of_questions(analyst, tmp_path):
    few = questions(analyst, "/documents/")
    take(write_lines(tmp_path / "more.jsonl", many(60)))
    assert questions(analyst, "/documents/") == few
    assert few < 20
    assert "page=2" in text_of(analyst, "/documents/")


def test_a_chosen_claim_stands_on_the_text_with_the_reasons_of_each_field(analyst, bulletin):
    page = text_of(analyst, f"/documents/{bulletin.key}/?claim=2&lang=en")
    claim = bulletin.claims.get(current=True, position=1).body.read
    assert f'<mark class="mark-evidence mark-speaker" data-claims="2" data-start="{claim["speaker"]["start"]}">' in page
    assert ">حلب<" in page or "حلب</mark>" in page
    for told in (claim["rule"], claim["entry"], f"{claim['trigger']['start']}–{claim['trigger']['end']}"):
        assert told in page
    reading = bulletin.readings.get()
    assert f"hudna {reading.engine} · {reading.lexicon[:12]}" in page


def test_findings_stand_beside_the_figures_that_they_are_about(analyst, bulletin):
    (finding,) = bulletin.readings.get().findings.filter(level="warning")
    (position,) = finding.claims
    page = analyst.get(f"/documents/{bulletin.key}/?claim={position + 1}&lang=en")
    counts = next(field for field in page.context["fields"] if field.name == "counts")
    assert finding.message["en"] in [each.message["en"] for each in counts.findings]
    other = analyst.get(f"/documents/{bulletin.key}/?claim=1&lang=en")
    assert not any(finding.message["en"] in str(field.findings) for field in other.context["fields"])


def test_a_claim_that_is_not_there_shows_all(analyst, bulletin):
    page = analyst.get(f"/documents/{bulletin.key}/?claim=99")
    assert page.context["chosen"] is None
    assert page.status_code == 200


def test_the_text_is_shown_as_text_and_never_as_markup(tmp_path):
    take(write_lines(tmp_path / "more.jsonl", [article(f"<script>alert(1)</script> {BULLETIN}", title="<b>عنوان</b>")]))
    page = text_of(signed_in(Role.ANALYST), f"/documents/{Document.objects.get().key}/")
    assert "<script>alert" not in page
    assert "<b>عنوان" not in page


def test_an_older_reading_can_be_looked_at_and_says_so(analyst, bulletin):
    reading = bulletin.readings.get()
    reading.pk, reading.lexicon, reading.current = None, "older", False
    reading.save()
    page = analyst.get(f"/documents/{bulletin.key}/?reading={reading.pk}&lang=en")
    assert page.context["claims"] == []
    assert "This is an older reading" in page.content.decode()


def test_near_duplicates_are_linked(analyst, tmp_path):
    (made,) = many(1)
    text = " ".join(each["text"] for each in many(4))
    take(write_lines(tmp_path / "one.jsonl", [{**made, "id": "one", "text": text}]))
    copy = {**made, "id": "two", "text": f"{text} انتهى.", "outlet": "شبكة التل", "url": "https://tell.example/2"}
    take(write_lines(tmp_path / "two.jsonl", [copy]))
    page = text_of(analyst, f"/documents/{Document.objects.get(external_id='one').key}/?lang=en")
    assert "شبكة التل" in page
    assert "taken in after this one" in page
    assert "Like texts: 1" in text_of(analyst, "/documents/?lang=en")


def test_the_original_is_handed_out_as_it_came_and_written_down(analyst, bulletin):
    answer = analyst.get(f"/documents/{bulletin.key}/original/")
    assert hash_of(answer.content) == bulletin.original_hash
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert Export.objects.get().format == "original"


@pytest.mark.parametrize(("address", "published", "told"), [
    ("https://tell.example/a?b=1&c=خبر", date(2021, 3, 5), "20210305/https://tell.example/a?b=1&c=%D8%AE%D8%A8%D8%B1"),
    ("http://tell.example/\"x", None, "2/http://tell.example/%22x"),
    ("javascript:alert(1)", date(2021, 3, 5), None),
    (None, date(2021, 3, 5), None),
])  # fmt: skip
def test_the_archive_copy_is_that_of_the_day_of_publication(address, published, told):
    assert archive_address(address, published) == (f"https://web.archive.org/web/{told}" if told else None)


def test_the_archive_copy_stands_beside_the_original_for_who_sees_addresses(analyst, bulletin):
    assert "/20210304/https://wadi.example/bulletin" in text_of(analyst, f"/documents/{bulletin.key}/")
    assert "web.archive.org" not in text_of(Client(), f"/documents/{public_key(bulletin.key, PUBLIC)}/")


@pytest.mark.parametrize("role", [None, Role.READER])
def test_who_may_not_read_the_text_sees_claims_and_what_is_withheld(home_news, role):
    client = signed_in(role) if role else Client()
    profile = client.get("/documents/").context["profile"]
    path = f"/documents/{public_key(home_news.key, profile)}/"
    page = text_of(client, f"{path}?lang=en")
    assert "The text is withheld" in page
    assert "names of private persons" in page
    assert "shelling" in page or "artillery" in page
    for data in (page, text_of(client, f"{path}?format=json")):
        assert not [word for word in ("سامر", "الحمداني", "samer", home_news.key) if word in data]
    assert client.get(f"{path}original/").status_code == 403
    assert client.get(f"/documents/{home_news.key}/").status_code == 404


def test_the_public_sees_the_province_and_a_reader_the_town(home_news):
    public, reader = Client(), signed_in(Role.READER)
    pages = [
        text_of(client, f"/documents/{public_key(home_news.key, client.get('/documents/').context['profile'])}/")
        for client in (public, reader)
    ]
    assert "كفرزيتا" not in pages[0] and "حماة" in pages[0]
    assert "كفرزيتا" in pages[1] or "كفر زيتا" in pages[1]


def test_what_is_new_waits_before_others_see_it(articles, tmp_path):
    today = date.today()
    lines = [
        article(BULLETIN, published=(today - timedelta(days=days)).isoformat(), outlet=f"قبل {days}") for days in (0, 3)
    ]
    take(write_lines(tmp_path / "new.jsonl", lines))
    seen = [
        text_of(client, "/documents/") for client in (Client(), signed_in(Role.READER), signed_in(Role.ANALYST, "huda"))
    ]
    assert [("قبل 0" in page, "قبل 3" in page) for page in seen] == [(False, False), (False, True), (True, True)]


def test_a_document_of_a_project_is_no_page_for_others(analyst, bulletin):
    project = Project.objects.create(name="الوادي")
    project.documents.add(bulletin)
    assert analyst.get(f"/documents/{bulletin.key}/").status_code == 404
    assert analyst.get(f"/documents/{bulletin.key}/original/").status_code == 404
    project.people.add(User.objects.get())
    assert analyst.get(f"/documents/{bulletin.key}/").status_code == 200


@pytest.mark.parametrize("path", ["/documents/", "/documents/{key}/?claim=1"])
def test_pages_in_both_languages_name_language_and_direction(analyst, bulletin, path):
    for language, direction in (("ar", "rtl"), ("en", "ltr")):
        sign = "&" if "?" in path else "?"
        page = text_of(analyst, path.format(key=bulletin.key) + f"{sign}lang={language}")
        assert f'<html lang="{language}" dir="{direction}"' in page
