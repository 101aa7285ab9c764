"""Filters as they stand in an address, and lists as data."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.test import RequestFactory

from hudna.protect import INTERNAL, PARTNER, PUBLIC
from observatory.people.models import Export
from observatory.ui.data import Row, as_data, format_of
from observatory.ui.filters import Filters, filters_of


def asked(address: str) -> HttpRequest:
    request = RequestFactory().get(address)
    request.user = AnonymousUser()
    return request


def test_filters_of_an_address():
    found = filters_of(
        asked("/?from=2021-03-01&to=2021-03-05&type=shelling&type=air_strike&status=denied&review=accepted&place=SY"),
        INTERNAL,
    )
    assert (found.first_day, found.last_day) == (date(2021, 3, 1), date(2021, 3, 5))
    assert found.types == ("shelling", "air_strike")
    assert (found.status, found.reviews) == ("denied", ("accepted",))
    assert (found.query().country, found.query().admin1) == ("SY", None)
    assert found.problems == ()


def test_a_place_of_more_than_a_code_is_a_province():
    query = filters_of(asked("/?place=إدلب"), INTERNAL).query()
    assert (query.country, query.admin1) == (None, "إدلب")


def test_no_filters_ask_for_nothing():
    assert filters_of(asked("/"), PUBLIC) == Filters()
    assert not Filters().asks_about_claims


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("/?from=5-3-2021", "from"),
        ("/?from=0001-01-01", "from"),
        ("/?to=9999-12-31", "to"),
        ("/?type=storm", "type"),
        ("/?status=x", "status"),
        ("/?review=x", "review"),
    ],
)
def test_what_makes_no_sense_is_named_and_left_out(address, problem):
    assert filters_of(asked(address), INTERNAL) == Filters(problems=(problem,))


def test_a_town_is_asked_for_only_where_places_are_told_exactly():
    told = filters_of(asked("/?place=Kafranbel"), INTERNAL)
    assert told.query().entries == filters_of(asked("/?place=كفرنبل"), INTERNAL).query().entries != ()
    for profile in (PARTNER, PUBLIC):
        assert filters_of(asked("/?place=كفرنبل"), profile) == Filters(problems=("place",))
        assert filters_of(asked("/?place=Idlib"), profile).query().admin1 == "iso:SY-ID"


def test_the_public_asks_for_known_actors_only():
    address = "/?speaker=سامر الحمداني&side=الجيش السوري"
    assert filters_of(asked(address), INTERNAL).speaker == "سامر الحمداني"
    public = filters_of(asked(address), PUBLIC)
    assert (public.speaker, public.side, public.problems) == ("", "الجيش السوري", ("speaker",))


ROWS: list[dict[str, Any]] = [
    {"name": "=1+1", "day": date(2021, 3, 5), "point": (35.9, 36.6), "parts": ["حلب"], "figure": -3},
    {"name": "إدلب", "day": None, "point": None, "parts": [], "figure": 4.5},
]


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize("format", ["json", "csv", "geojson"])
def test_every_format_is_a_file_of_its_kind_and_is_written_down(format):
    request = asked(f"/list/?format={format}")
    assert format_of(request) == format
    answer = as_data(request, format, "list", ROWS)
    assert answer.headers["Content-Disposition"] == f'attachment; filename="list.{format}"'
    line = Export.objects.get()
    assert (line.person, line.profile, line.format, line.rows) == ("", "public", format, 2)


@pytest.mark.usefixtures("db")
def test_points_are_longitude_first_in_geojson():
    found = json.loads(as_data(asked("/"), "geojson", "list", ROWS).content)
    assert found["features"][0]["geometry"] == {"type": "Point", "coordinates": [36.6, 35.9]}
    assert found["features"][1]["geometry"] is None
    assert "point" not in found["features"][0]["properties"]


@pytest.mark.usefixtures("db")
def test_a_row_with_places_has_all_their_points_in_geojson():
    aleppo, idlib = {"name": "حلب", "point": [36.2, 37.1]}, {"name": "إدلب", "point": (35.9, 36.6)}
    market = {"name": "السوق", "point": None}
    rows: list[Row] = [{"places": [aleppo, idlib]}, {"places": [market, idlib]}, {"places": []}]
    found = json.loads(as_data(asked("/"), "geojson", "list", rows).content)["features"]
    assert found[0]["geometry"] == {"type": "MultiPoint", "coordinates": [[37.1, 36.2], [36.6, 35.9]]}
    assert found[1]["geometry"] == {"type": "Point", "coordinates": [36.6, 35.9]}
    assert found[2]["geometry"] is None
    assert found[0]["properties"]["places"] == [aleppo, {**idlib, "point": [35.9, 36.6]}]


@pytest.mark.usefixtures("db")
def test_a_cell_of_csv_is_no_formula_and_a_figure_stays_a_figure():
    text = as_data(asked("/"), "csv", "list", ROWS).content.decode()
    first, second = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    assert (first["name"], first["figure"], first["parts"]) == ("'=1+1", "-3", '["حلب"]')
    assert (second["name"], second["day"]) == ("إدلب", "")


def test_an_unknown_format_is_a_page():
    assert format_of(asked("/?format=xml")) is None
