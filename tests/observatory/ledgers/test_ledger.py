"""The ledger's page, the sentences behind its cells and its data, for each audience."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hudna.ledger import Zone
from observatory.ledgers.areas import geometry_of
from observatory.ledgers.keeping import keep
from observatory.people.models import Export, Project
from observatory.people.roles import Role
from observatory.records.models import Claim, Document
from observatory.review.decide import correct
from tests.observatory.ledgers.texts import DEFINITION, FIRST, bulletins
from tests.observatory.people.people import signed_in
from tests.observatory.texts import article, many, take, write_lines

pytestmark = pytest.mark.usefixtures("db")
PAGE = "/ceasefires/north/?lang=en"


@pytest.fixture
def truce(tmp_path) -> None:
    """A ceasefire and the bulletins of three days."""
    keep(DEFINITION, "rana")
    take(write_lines(tmp_path / "bulletins.jsonl", bulletins()))


@pytest.fixture
def analyst(truce) -> Client:
    """A browser of an analyst."""
    return signed_in(Role.ANALYST)


def text_of(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status
    return answer.content.decode()


def plain(html: str) -> str:
    """What is read on a page."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def row_of(page: str, day: str, side: str) -> str:
    found = re.search(rf'<tr [^>]*data-day="{day}" data-side="{side}">.*?</tr>', page, re.DOTALL)
    assert found
    return found.group()


def test_the_list_names_the_ceasefires_that_are_kept(analyst):
    page = text_of(analyst, "/ceasefires/?lang=en")
    assert "Truce of the north" in page and "Russian side" in page
    (row,) = analyst.get("/ceasefires/?format=json").json()
    assert (row["name"], row["sides"]) == ("north", ["russia", "turkey"])


def test_a_record_without_ceasefires_says_so():
    assert "No ceasefire is defined yet" in text_of(Client(), "/ceasefires/?lang=en")
    assert Client().get("/ceasefires/north/").status_code == 404


def test_a_stated_total_stands_beside_the_sum_of_its_parts_and_differences_are_marked(analyst):
    page = text_of(analyst, PAGE)
    wrong, right = row_of(page, "2020-06-03", "turkey"), row_of(page, "2020-06-03", "russia")
    assert "≠" in wrong and "Turkish side, All zones: states 5, its parts add up to 6; they differ by 1." in page
    assert "≠" not in right and re.search(r"= 9\b", plain(right))
    zones = re.findall(r'<td class="number zone[^>]*>(.*?)</td>', wrong, re.DOTALL)
    assert [re.findall(r"[\d–]", plain(cell))[-1] for cell in zones] == ["4", "–", "2"]


def test_no_report_is_a_gap_and_a_reported_none_is_zero(analyst):
    page = text_of(analyst, PAGE)
    gap, zero = row_of(page, "2020-06-04", "russia"), row_of(page, "2020-06-04", "turkey")
    assert "no report (not zero)" in plain(gap) and "gap-cell" in gap
    assert "gap-cell" not in zero
    assert set(re.findall(r'class="figure">(\d+)<', zero)) == {"0"}


def test_days_in_a_window_that_is_booked_after_the_last_day_shown_are_no_days_without_a_report(analyst):
    days = "&from=2020-06-03&to=2020-06-04"

    def state() -> tuple[str, int]:
        table = analyst.get(f"{PAGE}{days}").context["table"]
        (row,) = [row for row in table.rows if row.day == date(2020, 6, 4) and row.side.id == "russia"]
        (total,) = [total for total in table.totals if total.side.id == "russia"]
        return row.whole.state, total.without

    assert state() == ("no_report", 1)
    claim = Claim.objects.get(current=True, document__external_id="day-5", type="ceasefire_violation", counts__value=3)
    correct(claim, "when", "2020-06-04..2020-06-05 اليوم الجمعة", "rana", "")
    assert state() == ("within", 0)
    correct(claim, "when", "2020-06-05 اليوم الجمعة", "rana", "")
    assert state() == ("no_report", 1)


def test_rules_units_and_the_moment_are_named(analyst):
    page = plain(text_of(analyst, PAGE))
    assert "counts cases of firing : Each case of firing" in page
    assert "counts violations : its counting rule is not told" in page
    assert "(UTC)" in page


def test_the_days_of_the_last_report_are_shown_unless_others_are_asked_for(analyst):
    assert analyst.get(PAGE).context["days"].last == date(2020, 6, 5)
    days = analyst.get(f"{PAGE}&from=2020-06-03&to=2020-06-04").context["days"]
    assert (days.first, days.last) == (date(2020, 6, 3), date(2020, 6, 4))
    answer = analyst.get(f"{PAGE}&from=2020-06-01&to=2021-06-01")
    assert answer.context["days"].cut and answer.context["shown_days"] == 31
    assert "Shown are the last 31 days" in answer.content.decode()
    assert "The ceasefire has no days" in text_of(analyst, f"{PAGE}&from=2019-01-01&to=2019-01-05")


def test_the_chart_has_its_table_and_gaps_in_it_are_no_zeros(analyst):
    answer = analyst.get(f"{PAGE}&from=2020-06-03&to=2020-06-05")
    assert answer.context["chart"]["rows"] == [
        (date(2020, 6, 3), [9, 5]),
        (date(2020, 6, 4), [None, 0]),
        (date(2020, 6, 5), [3, None]),
    ]
    page = answer.content.decode()
    assert '<svg class="chart"' in page and 'class="no-report"' in page and '<text class="zero"' in page
    idlib = analyst.get(f"{PAGE}&zone=idlib&from=2020-06-03&to=2020-06-03")
    assert idlib.context["chart"]["rows"] == [(date(2020, 6, 3), [4, 4])]


def test_running_totals_are_a_series_of_their_own(analyst, tmp_path):
    text = "قال الجانب التركي إن عدد الانتهاكات ارتفع إلى 120 انتهاكا منذ بدء الهدنة في إدلب."
    take(write_lines(tmp_path / "more.jsonl", [article(text, published="2020-06-05", country="SY")]))
    answer = analyst.get(PAGE)
    (total,) = answer.context["running"]
    assert (total["value"], total["side"].id) == (120, "turkey")
    assert not [row for row in answer.context["table"].rows if row.whole.value == 120]
    assert "never added to daily counts" in answer.content.decode()


def test_the_sentences_behind_a_cell_have_their_own_address(analyst):
    page = text_of(analyst, PAGE)
    found = re.search(r'href="(/ceasefires/north/sentences/[^"]+)"', row_of(page, "2020-06-03", "turkey"))
    assert found
    address = found.group(1).replace("&amp;", "&")
    told = text_of(analyst, f"{address}&lang=en")
    assert "أن الجانب التركي سجل 5 انتهاكات" in plain(told)
    assert "states 5, its parts add up to 6" in told
    document = Document.objects.get(external_id="day-3")
    assert f"/documents/{document.key}/?claim=" in told
    (row,) = analyst.get(f"{address}&format=json").json()
    assert (row["value"], row["side"], row["document"]) == (5, "turkey", document.key)
    for wrong in ("day=yesterday", "day=2020-06-03&side=nobody&zone=*&unit=", "day=2019-06-03&side=turkey"):
        assert analyst.get(f"/ceasefires/north/sentences/?{wrong}").status_code == 404


def test_a_correction_changes_the_ledger_and_a_rejected_claim_leaves_it(analyst):
    Claim.objects.filter(document__external_id="day-3", counts__value=5).update(review="rejected")
    page = text_of(analyst, f"{PAGE}&from=2020-06-03&to=2020-06-03")
    assert "no report (not zero)" in plain(row_of(page, "2020-06-03", "turkey"))
    assert "Every stated total is the sum of its parts." in page


def test_the_ledger_as_data(analyst):
    data = json.loads(text_of(analyst, f"{PAGE}&format=json"))
    cells = {(c["day"], c["side"], c["zone"]): c for c in data["cells"]}
    assert cells["2020-06-03", "turkey", "*"]["difference"] == -1
    assert cells["2020-06-04", "russia", "*"]["state"] == "no_report"
    assert data["as_of"] and data["profile"] == "internal"
    rows = list(csv.DictReader(io.StringIO(text_of(analyst, f"{PAGE}&format=csv").lstrip("\ufeff"))))
    (row,) = [r for r in rows if (r["day"], r["side"], r["zone"]) == ("2020-06-03", "turkey", "all")]
    assert (row["value"], row["sum_of_parts"], row["difference"]) == ("5", "6", "-1")
    assert {line.format for line in Export.objects.all()} == {"json", "csv"}


def test_each_zone_is_an_area_with_its_cells(analyst):
    features = json.loads(text_of(analyst, f"{PAGE}&format=geojson"))["features"]
    zones = {each["properties"]["zone"]: each for each in features}
    assert set(zones) == {"all", "aleppo", "idlib", "hama"}
    assert zones["all"]["geometry"] is None
    assert zones["hama"]["geometry"]["type"] == "MultiPolygon"
    assert zones["hama"]["properties"]["title"] == {"ar": "حماة", "en": "Hama"}
    cells = {(cell["day"], cell["side"]): cell["value"] for cell in zones["idlib"]["properties"]["cells"]}
    assert (cells["2020-06-03", "russia"], cells["2020-06-05", "russia"]) == (4, 3)


@pytest.mark.parametrize("corners", [(), ((35.0, 36.0), (36.0, 36.0), (36.0, 37.0))])
def test_a_zone_is_drawn_by_its_polygon_or_not_at_all(corners):
    drawn = geometry_of(Zone("east", {"ar": "الشرق", "en": "East"}, ("iso:nowhere",), polygon=corners))
    ring = [[36.0, 35.0], [36.0, 36.0], [37.0, 36.0], [36.0, 35.0]]
    assert drawn == ({"type": "Polygon", "coordinates": [ring]} if corners else None)


@pytest.mark.parametrize("role", [None, Role.READER])
def test_others_see_figures_and_no_key_or_text_of_the_record(truce, role):
    client = signed_in(role) if role else Client()
    page = text_of(client, PAGE)
    assert "states 5, its parts add up to 6" in page
    keys = [*Claim.objects.values_list("key", flat=True), *Document.objects.values_list("key", flat=True)]
    found = re.search(r'href="(/ceasefires/north/sentences/[^"]+)"', row_of(page, "2020-06-03", "turkey"))
    assert found
    address = found.group(1).replace("&amp;", "&")
    for path in (f"{PAGE}&format=json", f"{PAGE}&format=csv", address, f"{address}&format=json"):
        told = text_of(client, path)
        assert not [key for key in keys if key in told]
        assert FIRST.splitlines()[2] not in told


def test_what_is_new_waits_before_the_public_sees_it(tmp_path):
    keep(DEFINITION, "rana")
    lines = [
        article("وذكر المركز أن الجانب الروسي رصد 7 حالات إطلاق نار في محافظة إدلب (7).",
                published=(date.today() - timedelta(days=days)).isoformat(), country="SY")
        for days in (1, 9)
    ]  # fmt: skip
    take(write_lines(tmp_path / "new.jsonl", lines))
    seen = Client().get(f"{PAGE}&from={date.today() - timedelta(days=12)}").context["table"].rows
    assert [row.day for row in seen if row.whole.value == 7] == [date.today() - timedelta(days=9)]
    seen = signed_in(Role.ANALYST).get(f"{PAGE}&from={date.today() - timedelta(days=12)}").context["table"].rows
    assert len([row.day for row in seen if row.whole.value == 7]) == 2


def test_what_belongs_to_a_project_is_counted_for_its_people_alone(truce):
    project = Project.objects.create(name="كتوم")
    project.documents.add(Document.objects.get(external_id="day-3"))
    asked = f"{PAGE}&from=2020-06-03&to=2020-06-03"
    for client in (Client(), signed_in(Role.ANALYST)):
        assert all(row.gap for row in client.get(asked).context["table"].rows)
    seen = signed_in(Role.ADMINISTRATOR, "salma").get(asked).context["table"].rows
    assert [row.whole.value for row in seen] == [9, 5]


def test_a_ledger_asks_a_fixed_number_of_questions(analyst, tmp_path):
    def questions(path: str) -> int:
        text_of(analyst, path)
        with CaptureQueriesContext(connection) as asked:
            text_of(analyst, path)
        return len(asked)

    few = questions(f"{PAGE}&from=2020-06-05&to=2020-06-05")
    take(write_lines(tmp_path / "more.jsonl", [{**made, "published": "2020-06-04"} for made in many(40)]))
    assert questions(f"{PAGE}&from=2020-06-01&to=2020-06-30") == few
    assert few < 15
    assert questions(PAGE) <= few + 2
