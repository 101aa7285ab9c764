"""Today: what each audience sees of the days that the address asks for, as a page and as data."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from observatory.atlas import build
from observatory.atlas.models import Facts, Incident
from observatory.people.models import Export, Project
from observatory.people.roles import Role
from observatory.records.models import Document
from tests.observatory.people.people import signed_in
from tests.observatory.texts import article, many, take, write_lines

pytestmark = pytest.mark.usefixtures("record")
DAYS = "from=2021-03-01&to=2021-03-07"
STRANGE = ("سامر", "الحمداني", "samer-hamdani", "كفرنبل", "كفرزيتا", "Kafranbel")
"""What the public is not told: a private person, towns, addresses."""


@pytest.fixture
def analyst() -> Client:
    """A browser of an analyst."""
    return signed_in(Role.ANALYST)


def text_of(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status
    return answer.content.decode()


def rows_of(client: Client, query: str = DAYS) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(text_of(client, f"/?{query}&format=json"))
    return found


def test_the_start_page_is_today():
    assert reverse("today") == "/"


@pytest.mark.parametrize("language, title", [("ar", "اليوم"), ("en", "Today")])
def test_the_page_speaks_both_languages(analyst, language, title):
    page = text_of(analyst, f"/?lang={language}&{DAYS}")
    assert f"<h1>{title}</h1>" in page
    assert {"ar": "كفرنبل", "en": "Kafranbel"}[language] in page


def test_without_days_the_week_of_the_last_incident_is_shown(analyst):
    page = text_of(analyst, "/?lang=en")
    assert 'value="2021-02-28"' in page and 'value="2021-03-06"' in page
    assert "shelling" in page
    assert "from=2021-02-21&amp;to=2021-02-27" in page


def test_an_incident_tells_its_figures_and_that_it_is_disputed(analyst):
    page = text_of(analyst, f"/?lang=en&{DAYS}")
    assert "killed 4–6" in page and "disputed" in page


@pytest.mark.parametrize(
    ("asked", "types"),
    [
        ("", {"shelling", "air_strike", "ceasefire_violation"}),
        ("&type=air_strike", {"air_strike"}),
        ("&place=حماة", {"air_strike"}),
        ("&place=SY", {"shelling", "air_strike", "ceasefire_violation"}),
        ("&disputed=1", {"shelling"}),
        ("&speaker=الجانب الروسي", {"ceasefire_violation"}),
        ("&status=denied", set()),
        ("&from=2021-03-04&to=2021-03-04", {"air_strike"}),
        ("&from=2022-01-01&to=2022-01-31", set()),
    ],
)
def test_filters_of_the_address_choose_incidents(analyst, asked, types):
    assert {row["type"] for row in rows_of(analyst, DAYS + asked)} == types


def test_figures_that_a_source_changed_are_told_as_new(analyst):
    page = text_of(analyst, f"/?lang=en&{DAYS}")
    assert "Figures that changed" in page


def test_violations_stand_by_day_and_side_with_gaps(analyst):
    page = text_of(analyst, f"/?lang=en&{DAYS}")
    assert "Russian side" in page and "Turkish side" in page
    assert page.count('class="no-report"') == 12


def test_open_disagreements_are_listed_until_they_are_decided(analyst):
    page = text_of(analyst, f"/?lang=en&{DAYS}")
    assert "No open disagreements" not in page
    Incident.objects.update(unreviewed=0)
    assert "No open disagreements" in text_of(analyst, f"/?lang=en&{DAYS}")


@pytest.mark.parametrize("format", ["json", "csv", "geojson"])
def test_the_list_is_had_as_data_and_that_is_written_down(analyst, format):
    answer = analyst.get(f"/?{DAYS}&format={format}")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="incidents.{format}"'
    exported = Export.objects.get()
    assert (exported.format, exported.rows, exported.profile) == (format, 4, "internal")
    if format == "csv":
        rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
        assert {row["killed_high"] for row in rows} == {"", "6"}


def test_geojson_tells_areas_and_no_point(analyst):
    shapes = json.loads(text_of(analyst, f"/?{DAYS}&format=geojson"))["features"]
    kinds = {shape["properties"]["type"]: shape["geometry"] and shape["geometry"]["type"] for shape in shapes}
    assert kinds["shelling"] == "Polygon"
    assert "Point" not in kinds.values()


def test_the_map_is_told_circles_for_towns_and_regions_for_countries(analyst):
    told = json.loads(text_of(analyst, f"/map/?{DAYS}"))
    areas = {area["incidents"][0]["address"]: area for area in told["areas"]}
    shelled = areas[reverse("incident", args=[Incident.objects.get(type="shelling").key])]
    assert (shelled["kind"], shelled["metres"], shelled["disputed"]) == ("circle", 5000, True)
    country = next(area for area in told["areas"] if area["whole"])
    assert country["kind"] == "region" and "iso:SY-HL" in country["regions"]


def test_the_map_counts_what_has_no_place_on_it(analyst):
    def told() -> dict[str, Any]:
        found: dict[str, Any] = json.loads(text_of(analyst, f"/map/?{DAYS}"))
        return found

    before = told()
    incident = Incident.objects.get(type="shelling")
    facts = Facts.objects.get(incident=incident)
    facts.data["places"] = []
    facts.save()
    after = told()
    assert int(after["nowhere"]) == int(before["nowhere"] or 0) + 1
    assert len(after["areas"]) == len(before["areas"]) - 1
    others = Incident.objects.exclude(pk=incident.pk)
    Facts.objects.filter(incident__in=others).delete()
    others.delete()
    facts.data["places"] = [[["كفرنبل", "كفرنبل", None, "town", [35.61, 36.56], "town", "iso:SY-ID", "SY"]]]
    facts.save()
    assert told()["nowhere"] is None


@pytest.mark.parametrize("role", [None, Role.READER])
def test_others_are_told_no_names_and_no_more_exact_places_than_they_may_know(record, role):
    client = signed_in(role) if role else Client()
    hidden = STRANGE if role is None else ("سامر", "الحمداني", "samer-hamdani")
    key = Incident.objects.get(type="shelling").key
    for path in (f"/?{DAYS}", f"/map/?{DAYS}", *(f"/?{DAYS}&format={name}" for name in ("json", "csv", "geojson"))):
        page = text_of(client, path)
        assert not [word for word in (*hidden, key) if word in page], path
    assert {row["type"] for row in rows_of(client)} == {"shelling", "air_strike", "ceasefire_violation"}


def test_the_public_map_fills_governorates(record):
    told = json.loads(text_of(Client(), f"/map/?{DAYS}"))
    assert {area["kind"] for area in told["areas"]} == {"region"}
    assert ["iso:SY-ID"] in [area["regions"] for area in told["areas"]]


@pytest.mark.parametrize(("role", "delay"), [(None, 7), (Role.READER, 2), (Role.ANALYST, 0)])
def test_an_incident_waits_for_the_delay_of_the_profile(record, tmp_path, role, delay):
    client = signed_in(role) if role else Client()
    for age, town in ((delay, "سراقب"), (delay - 1, "تلبيسة")):
        day = date.today() - timedelta(days=age)
        text = f"قصفت مدفعية الجيش السوري بلدة {town}، وقتل ثلاثة مدنيين."
        lines = [article(text, id=town, published=day.isoformat())]
        take(write_lines(tmp_path / f"{age}.jsonl", lines))
    build.refresh()
    first = date.today() - timedelta(days=30)
    rows = rows_of(client, f"from={first}&to={date.today() + timedelta(days=1)}")
    assert len({row["first_day"] for row in rows}) == (1 if delay else 2)


def test_documents_of_a_project_give_nothing_to_others(record):
    project = Project.objects.create(name="valley")
    project.documents.add(*Document.objects.filter(external_id__in=("other", "farm")))
    stranger, member = signed_in(Role.ANALYST, "huda"), signed_in(Role.ANALYST, "rana")
    project.people.add(User.objects.get(username="rana"))
    assert {row["type"]: row["killed_high"] for row in rows_of(stranger)} == {
        "shelling": 4,
        "ceasefire_violation": None,
    }
    assert {row["type"]: row["killed_high"] for row in rows_of(member)}["shelling"] == 6
    assert "كفرزيتا" not in text_of(stranger, f"/?{DAYS}") + text_of(stranger, f"/map/?{DAYS}")


def test_an_empty_record_says_how_to_fill_it(record):
    Document.objects.all().delete()
    Incident.objects.all().delete()
    assert "hudna demo" in text_of(Client(), "/?lang=en")


def test_filters_that_are_not_understood_are_named(analyst):
    assert "from" in text_of(analyst, "/?lang=en&from=yesterday")


@pytest.mark.parametrize("role", [None, Role.READER, Role.ANALYST])
def test_a_page_of_any_length_asks_a_fixed_number_of_questions(record, tmp_path, role):
    client = signed_in(role) if role else Client()

    def asked(path: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            text_of(client, path)
        return len(queries)

    text_of(client, f"/?{DAYS}")
    before = [asked(path) for path in (f"/?{DAYS}", f"/map/?{DAYS}")]
    take(write_lines(tmp_path / "many.jsonl", many(24)))
    build.refresh()
    after = [asked(path) for path in (f"/?{DAYS}", f"/map/?{DAYS}")]
    assert after[0] <= before[0] + 1 and after[1] == before[1]
    assert after[0] <= 31 and after[1] <= 18
