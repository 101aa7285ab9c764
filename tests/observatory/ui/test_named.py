"""What people mean by the names that they type into filters."""

from __future__ import annotations

import pytest

from observatory.ui.named import NamedPlace, actor_named, place_named


@pytest.mark.parametrize(
    ("name", "country", "admin1"),
    [
        ("SY", "SY", None),
        ("سوريا", "SY", None),
        ("Syria", "SY", None),
        ("إدلب", None, "إدلب"),
        ("Idlib", None, "iso:SY-ID"),
        ("idlib", None, "iso:SY-ID"),
        ("iso:SY-ID", None, "iso:SY-ID"),
        ("Deir ez-Zor", None, "iso:SY-DY"),
        ("لا مكان كهذا", None, "لا مكان كهذا"),
    ],
)
def test_countries_and_provinces_are_named_in_both_languages(name, country, admin1):
    assert place_named(name) == NamedPlace(country=country, admin1=admin1)


@pytest.mark.parametrize("name", ["معرة النعمان", "معره النعمان", "Ma‘arrat an Nu‘mān", "maarrat an numan"])
def test_a_town_is_named_in_both_languages_and_without_the_marks_of_its_letters(name):
    town = place_named(name)
    assert (town.country, town.admin1) == (None, None)
    assert town.entries == place_named("معرة النعمان").entries != ()


def test_no_name_is_no_place():
    assert place_named("") == NamedPlace()


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("Syrian Arab Army", "sy.army"),
        ("syrian arab army", "sy.army"),
        ("sy.army", "sy.army"),
        ("United Nations", "un"),
        ("الجيش السوري", "الجيش السوري"),
        ("somebody else", "somebody else"),
    ],
)
def test_an_actor_is_named_in_english(name, actor):
    assert actor_named(name) == actor
