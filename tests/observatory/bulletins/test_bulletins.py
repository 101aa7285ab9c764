"""Bulletins: the rule-made draft, its versions, who sees which, and the DOCX file."""

from __future__ import annotations

import io
import re
from datetime import date

import docx
import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from docx.oxml.ns import qn

from hudna.protect import PARTNER, PUBLIC
from observatory.append_only import RowsAreFinalError
from observatory.atlas import build
from observatory.atlas.models import Incident
from observatory.bulletins.content import bulletin_from
from observatory.bulletins.models import Version
from observatory.documents.keys import public_key
from observatory.ledgers.keeping import keep
from observatory.people.models import Export, Project
from observatory.people.roles import Role
from observatory.records.models import Document
from tests.observatory.ledgers.texts import DEFINITION, bulletins
from tests.observatory.people.people import signed_in
from tests.observatory.texts import article, many, take, write_lines

pytestmark = pytest.mark.usefixtures("db")
PAGE = "/bulletins/2020-06-05/?days=7&lang=en"
EDIT = "/bulletins/2020-06-05/edit/?days=7"
SHELLING = (
    "قتل أربعة مدنيين في قصف مدفعي لقوات النظام على بلدة كفرنبل بريف إدلب يوم الخميس، "
    "بحسب ما أفاد الدفاع المدني السوري."
)


@pytest.fixture(autouse=True)
def record(db, tmp_path) -> None:
    """A ceasefire, the bulletins of three days, and a shelling."""
    keep(DEFINITION, "rana")
    lines = [
        *bulletins(),
        article(SHELLING, id="shelling", title="قصف كفرنبل", published="2020-06-05", outlet="شبكة التل"),
    ]
    take(write_lines(tmp_path / "articles.jsonl", lines))
    build.refresh()


def text_of(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status
    return answer.content.decode()


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def taken(client: Client, more: str = "") -> str:
    """The address of the editing page of a draft that is taken up."""
    answer = client.post(f"{EDIT}{more}&version=draft", {"do": "take"})
    assert answer.status_code == 302
    return str(answer.headers["Location"])


def test_the_draft_tells_incidents_by_zone_and_violations_by_side_with_their_sums():
    page = plain(text_of(signed_in(Role.ANALYST), PAGE))
    assert "Weekly bulletin" in page and "30 May 2020 – 5 Jun 2020" in page
    assert "Rule-made draft, signed off by nobody" in page
    assert "Figures as of" in page and "(UTC)" in page
    assert "Truce of the north, Turkish side: 5 (violations): Idlib 4, Hama 2. Days reported: 2." in page
    assert "Days without a report: 3." in page
    assert "3 Jun 2020: Turkish side, All zones: states 5, its parts add up to 6; they differ by 1." in page
    zone = page.split("Incidents by zone", 1)[1]
    assert "killed 4" in zone and "According to:" in zone
    assert "What changed since 23 May 2020 – 29 May 2020" in page
    assert "killed: 4, more than before (0)." in page


def test_the_draft_is_told_in_arabic():
    page = plain(text_of(signed_in(Role.ANALYST), PAGE.replace("en", "ar")))
    assert "النشرة الأسبوعية" in page and "الجانب التركي: 5 (خرق)" in page and "قتلى 4" in page


def test_every_sentence_has_its_source():
    rows = signed_in(Role.ANALYST).get(f"{PAGE}&format=json").json()
    assert rows and all(row["sources"] and row["ar"] and row["en"] for row in rows)
    (shelling,) = [row for row in rows if "killed 4" in row["en"]]
    document = Document.objects.get(external_id="shelling")
    assert f"/documents/{document.key}/" in shelling["sources"]
    assert {row["section"] for row in rows} == {"violations", "incidents", "changes"}


def test_every_source_opens():
    analyst = signed_in(Role.ANALYST)
    for row in analyst.get(f"{PAGE}&format=json").json():
        for address in row["sources"]:
            assert analyst.get(address).status_code == 200, address


def test_the_list_leads_to_weeks_and_days():
    analyst = signed_in(Role.ANALYST)
    assert "/bulletins/2020-06-05/?days=7" in text_of(analyst, "/bulletins/")
    rows = analyst.get("/bulletins/?format=json").json()
    assert rows[0] == {
        "first": "2020-05-30", "last": "2020-06-05", "days": 7, "address": "/bulletins/2020-06-05/?days=7",
        "state": "draft",
    }  # fmt: skip
    assert [row["last"] for row in rows if row["days"] == 1] == [
        "2020-06-05", "2020-06-04", "2020-06-03", "2020-06-02",
    ]  # fmt: skip
    Incident.objects.all().delete()
    assert "No bulletin yet" in text_of(analyst, "/bulletins/?lang=en")


@pytest.mark.parametrize("day", ["2020-13-40", "0001-01-01", "9999-12-31"])
def test_a_day_that_no_calendar_has_or_that_lies_far_off_is_no_page(day):
    assert Client().get(f"/bulletins/{day}/?days=7").status_code == 404
    assert "Daily bulletin" in text_of(Client(), "/bulletins/2020-06-05/?lang=en&days=none")


def test_an_analyst_edits_and_a_reviewer_signs_off_and_every_version_stays():
    analyst, reviewer = signed_in(Role.ANALYST), signed_in(Role.REVIEWER, "samir")
    address = taken(analyst, "&for=public")
    form = text_of(analyst, f"{address}&lang=en")
    assert 'value="sign"' not in form
    english = re.search(r'name="en-0"[^>]*>([^<]*)<', form)
    assert english
    posted = {"do": "keep", "en-0": "Edited sentence.", "out-1": "1", "note-ar": "ملاحظة.", "note-en": "A note."}
    answer = analyst.post(address, posted)
    shown = plain(text_of(analyst, f"{answer.headers['Location']}&lang=en"))
    assert "Edited by rana, not signed off" in shown
    assert "Edited sentence." in shown and "A note." in shown and "written by rana" in shown
    assert analyst.post(answer.headers["Location"].replace("/?", "/edit/?"), {"do": "sign"}).status_code == 403
    assert "Edited sentence." not in text_of(Client(), PAGE)
    signed = reviewer.post(answer.headers["Location"].replace("/?", "/edit/?"), {"do": "sign"})
    assert signed.status_code == 302
    page = plain(text_of(Client(), PAGE))
    assert "Signed off by samir" in page and "Edited sentence." in page
    assert [(row.person, row.signed) for row in Version.objects.order_by("pk")] == [
        ("rana", False), ("rana", False), ("samir", True),
    ]  # fmt: skip
    first = bulletin_from(Version.objects.order_by("pk")[0].content)
    assert "Edited sentence." not in [sentence.en for sentence in first.sentences()]
    assert len({row.as_of for row in Version.objects.all()}) == 1


def test_the_draft_is_compared_with_the_version_that_was_signed_off():
    reviewer = signed_in(Role.REVIEWER)
    reviewer.post(taken(reviewer), {"do": "sign", "en-0": "Edited sentence."})
    page = plain(text_of(reviewer, f"{PAGE}&version=draft"))
    assert "Since the version signed off" in page and "no longer Edited sentence." in page


def test_a_sentence_is_kept_in_both_languages_or_not_at_all():
    analyst = signed_in(Role.ANALYST)
    address = taken(analyst)
    for posted in ({"ar-0": " "}, {"note-en": "A note."}):
        answer = analyst.post(f"{address}&lang=en", {"do": "keep", **posted})
        assert answer.status_code == 400
        assert "in both languages" in answer.content.decode()
    assert Version.objects.count() == 1


def test_who_edits_an_overtaken_version_is_shown_the_newer_one():
    analyst = signed_in(Role.ANALYST)
    address = taken(analyst)
    analyst.post(address, {"do": "keep", "en-0": "First."})
    answer = analyst.post(f"{address}&lang=en", {"do": "keep", "en-0": "Second."}, follow=True)
    page = answer.content.decode()
    assert "Meanwhile rana kept a newer version" in page and "First." in page
    assert Version.objects.count() == 2


@pytest.mark.parametrize("role", [None, Role.READER])
def test_others_neither_edit_nor_see_what_is_not_signed_or_not_for_them(role):
    reviewer = signed_in(Role.REVIEWER, "samir")
    reviewer.post(taken(reviewer, "&for=internal"), {"do": "sign", "en-0": "Internal words."})
    analyst_version = taken(reviewer, "&for=public")
    client = signed_in(role) if role else Client()
    assert "Internal words." not in text_of(client, PAGE)
    assert client.get(f"{PAGE}&for=internal").context["edition"].profile in (PUBLIC, PARTNER)
    for version in Version.objects.all():
        assert client.get(f"{PAGE}&for={version.profile}&version={version.pk}").status_code == 404
    assert client.post(analyst_version, {"do": "keep"}).status_code == (403 if role else 302)
    assert Version.objects.count() == 3


def test_a_public_bulletin_holds_no_key_and_no_town_and_its_links_open():
    reviewer = signed_in(Role.REVIEWER, "samir")
    reviewer.post(taken(reviewer, "&for=public"), {"do": "sign"})
    public = Client()
    page = text_of(public, PAGE)
    document = Document.objects.get(external_id="shelling")
    assert document.key not in page and "كفرنبل" not in page
    assert f"/documents/{public_key(document.key, PUBLIC)}/" in page
    for address in set(re.findall(r'href="(/(?:documents|incidents|ceasefires)/[^"]+)"', page)):
        assert public.get(address.replace("&amp;", "&")).status_code == 200, address
    assert f"/documents/{document.key}/" in text_of(reviewer, f"{PAGE}&for=public")


def test_what_belongs_to_a_project_is_in_no_bulletin():
    project = Project.objects.create(name="كتوم")
    project.documents.add(Document.objects.get(external_id="shelling"))
    page = text_of(signed_in(Role.ADMINISTRATOR), PAGE)
    assert "killed 4" not in page and "Turkish side" in page


def test_the_database_refuses_to_change_a_version():
    taken(signed_in(Role.ANALYST))
    version = Version.objects.get()
    for change in (version.save, version.delete):
        with pytest.raises(RowsAreFinalError):
            change()
    for statement in ("UPDATE bulletins_version SET signed = true", "DELETE FROM bulletins_version"):
        with pytest.raises(DatabaseError, match="never changed"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_docx_file_opens_and_its_direction_is_that_of_its_language(language):
    analyst = signed_in(Role.ANALYST)
    answer = analyst.get(f"/bulletins/2020-06-05/?days=7&lang={language}&format=docx")
    assert answer.headers["Content-Disposition"].endswith('.docx"')
    opened = docx.Document(io.BytesIO(answer.content))
    text = "\n".join(paragraph.text for paragraph in opened.paragraphs)
    told = {
        "ar": ("النشرة الأسبوعية", "قتلى 4", "الجانب التركي"),
        "en": ("Weekly bulletin", "killed 4", "Turkish side"),
    }
    assert all(words in text for words in told[language])
    assert "(UTC)" in text and "http://testserver/documents/" in text
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    assert "≠ 6" in cells
    written = [paragraph for paragraph in opened.paragraphs if paragraph.text]
    from_right = [p for p in written if p._p.pPr is not None and p._p.pPr.find(qn("w:bidi")) is not None]
    assert len(from_right) == (len(written) if language == "ar" else 0)
    assert all(bool(run.font.rtl) == (language == "ar") for p in written for run in p.runs)
    tables = [table._tbl.tblPr.find(qn("w:bidiVisual")) is not None for table in opened.tables]
    assert tables == [language == "ar"] * 2
    assert Export.objects.get().format == "docx"


def test_a_bulletin_asks_a_bounded_number_of_questions(tmp_path):
    analyst = signed_in(Role.ANALYST)

    def questions() -> int:
        text_of(analyst, PAGE)
        with CaptureQueriesContext(connection) as asked:
            text_of(analyst, PAGE)
        return len(asked)

    few = questions()
    take(write_lines(tmp_path / "more.jsonl", [{**made, "published": "2020-06-04"} for made in many(40)]))
    build.refresh()
    assert questions() == few
    assert few < 60


def test_the_days_are_those_of_the_address():
    edition = signed_in(Role.ANALYST).get("/bulletins/2020-06-05/?days=3").context["edition"]
    assert (edition.days.first, edition.days.last) == (date(2020, 6, 3), date(2020, 6, 5))


def test_figures_are_those_of_all_incidents_and_the_rest_is_told_as_a_number(tmp_path, monkeypatch):
    take(write_lines(tmp_path / "many.jsonl", [{**line, "published": "2020-06-04"} for line in many(6)]))
    build.refresh()
    analyst = signed_in(Role.ANALYST)
    whole = analyst.get(f"{PAGE}&format=json").json()
    monkeypatch.setattr("observatory.bulletins.incidents.MOST", 1)
    rows = analyst.get(f"{PAGE}&format=json").json()
    assert [row["en"] for row in rows if row["section"] == "changes"] == [
        row["en"] for row in whole if row["section"] == "changes"
    ]
    assert sum("not told one by one here" in row["en"] for row in rows) >= 1
    assert all(row["sources"] for row in rows)
