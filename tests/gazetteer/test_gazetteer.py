"""The shipped places: names, order of homonyms, common words, the index for longest match."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest
import yaml

from hudna.arabic.letters import fold
from hudna.arabic.tokens import tokenise
from hudna.gazetteer import Gazetteer, Place, kilometres
from hudna.gazetteer.place import PRECISIONS

PLACES_YAML = Path(__file__).resolve().parents[2] / "lexicons" / "places.yaml"
HAND = yaml.safe_load(PLACES_YAML.read_text("utf-8"))


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def best(gazetteer: Gazetteer, name: str) -> Place:
    places = gazetteer.lookup(fold(name))
    assert places, name
    return places[0]


def longest_matches(gazetteer: Gazetteer, text: str) -> list[tuple[Place, ...]]:
    forms = [token.form for token in tokenise(text)]
    found, at = [], 0
    while at < len(forms):
        for rest, places in gazetteer.first_words.get(forms[at], ()):
            if tuple(forms[at + 1 : at + 1 + len(rest)]) == rest:
                found.append(places)
                at += len(rest)
                break
        at += 1
    return found


@pytest.mark.parametrize(
    ("name", "point"),
    [
        ("حلب", (36.20, 37.16)),
        ("درعا", (32.62, 36.11)),
        ("كفر نبل", (35.61, 36.56)),
        ("كفرنبل", (35.61, 36.56)),
        ("عين العرب", (36.89, 38.35)),
        ("تعز", (13.58, 44.02)),
        ("مأرب", (15.46, 45.33)),
        ("الفاشر", (13.63, 25.35)),
        ("ملكال", (9.53, 31.66)),
        ("تلعفر", (36.38, 42.45)),
        ("أوباري", (26.59, 12.78)),
        ("خان يونس", (31.34, 34.30)),
        ("بنت جبيل", (33.12, 35.43)),
        ("سديروت", (31.52, 34.60)),
        ("الغوطة الشرقية", (33.54, 36.40)),
        ("باب المندب", (12.60, 43.33)),
        ("واشنطن", (38.90, -77.04)),
        ("كابول", (34.53, 69.17)),
    ],
)
def test_a_name_finds_its_point(gazetteer: Gazetteer, name: str, point: tuple[float, float]) -> None:
    place = best(gazetteer, name)
    assert place.point is not None
    assert kilometres(place.point, point) < 8


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("طرابلس", "LY", "town"),
        ("سورية", "SY", "country"),
        ("سوريا", "SY", "country"),
        ("عمان", "JO", "town"),
        ("سلطنة عمان", "OM", "country"),
        ("جنوب السودان", "SS", "country"),
        ("أميركا", "US", "country"),
        ("صلاح الدين", "IQ", "admin1"),
        ("البحر الأحمر", "", "sea"),
        ("شمال دارفور", "SD", "admin1"),
        ("محافظة دير الزور", "SY", "admin1"),
        ("محافظة صعدة", "YE", "admin1"),
        ("دوما", "SY", "town"),
    ],
)
def test_the_likeliest_homonym_comes_first(gazetteer: Gazetteer, name: str, country: str, kind: str) -> None:
    place = best(gazetteer, name)
    assert (place.country, place.kind) == (country, kind)


def test_all_homonyms_are_given(gazetteer: Gazetteer) -> None:
    assert {place.country for place in gazetteer.lookup(fold("طرابلس"))} >= {"LY", "LB"}
    assert {place.kind for place in gazetteer.lookup(fold("حلب"))} == {"town", "admin1"}


@pytest.mark.parametrize("name", ["الباب", "صالح", "حجة", "البيضاء", "الحدود الشمالية", "مالي", "الجزيرة"])
def test_names_that_are_ordinary_words(gazetteer: Gazetteer, name: str) -> None:
    if gazetteer.lookup(fold(name)):
        assert gazetteer.is_common_word(fold(name))


@pytest.mark.parametrize(
    "name", ["الرقة", "درعا", "غزة", "القدس", "الموصل", "صنعاء", "الخرطوم", "لبنان", "عرسال", "منبج", "الفرات", "أربيل"]
)
def test_names_that_are_places_by_themselves(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.lookup(fold(name))
    assert not gazetteer.is_common_word(fold(name))


def test_words_that_need_a_place_head(gazetteer: Gazetteer) -> None:
    assert gazetteer.needs_head(fold("الصور"))
    assert gazetteer.is_common_word(fold("الصور"))
    assert not gazetteer.needs_head(fold("الباب"))
    for word in ("إطار", "خطاب", "وقف", "بيان", "معركة", "وأن", "بأنه"):
        assert not gazetteer.lookup(fold(word)) or gazetteer.needs_head(fold(word))


FUNCTION_WORDS = "في من على إلى عن بن مع قبل بعد كان هذا التي الذي أن أو ثم كل منا مدينة خبر اليوم الحكومة"


@pytest.mark.parametrize("word", FUNCTION_WORDS.split())
def test_no_function_word_is_a_place(gazetteer: Gazetteer, word: str) -> None:
    assert gazetteer.lookup(fold(word)) == ()


def test_longest_match_comes_first(gazetteer: Gazetteer) -> None:
    matches = longest_matches(gazetteer, "انتقلت الوفود من الغوطة الشرقية الى جنوب السودان ثم خليج عدن")
    assert [places[0].english for places in matches] == ["Eastern Ghouta", "South Sudan", "Gulf Of Aden"]
    for entries in gazetteer.first_words.values():
        lengths = [len(rest) for rest, _ in entries]
        assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize("kind", sorted(PRECISIONS))
def test_the_example_of_each_kind(gazetteer: Gazetteer, kind: str) -> None:
    example = HAND["examples"][kind]
    found = {place.id: place for places in longest_matches(gazetteer, example["text"]) for place in places}
    assert example["reads"] in found
    assert found[example["reads"]].kind == kind


def test_every_place_is_sound(gazetteer: Gazetteer) -> None:
    for entries in gazetteer.first_words.values():
        for rest, places in entries:
            for place in places:
                assert place.point is not None
                assert -90 <= place.point[0] <= 90
                assert -180 <= place.point[1] <= 180
                assert place.precision == PRECISIONS[place.kind]
                assert all(rest)
                assert place.name
                assert not place.admin1 or gazetteer.by_id(place.admin1) is not None


@pytest.mark.parametrize(
    ("country", "least"),
    [
        ("SY", 14),
        ("IQ", 18),
        ("YE", 22),
        ("LB", 8),
        ("JO", 12),
        ("EG", 27),
        ("LY", 22),
        ("SD", 18),
        ("SS", 10),
        ("IR", 30),
    ],
)
def test_every_division_is_there(gazetteer: Gazetteer, country: str, least: int) -> None:
    divisions = {
        place.id
        for entries in gazetteer.first_words.values()
        for _, places in entries
        for place in places
        if place.kind == "admin1" and place.country == country
    }
    assert len(divisions) >= least


def test_hand_written_places_lie_in_their_country(gazetteer: Gazetteer) -> None:
    centres = {code: gazetteer.by_id(f"iso:{code}") for code in ("SY", "IQ", "YE", "LB", "LY", "SD", "SS", "PS", "IL")}
    reach = {"SY": 420, "IQ": 560, "YE": 800, "LB": 130, "LY": 950, "SD": 1100, "SS": 750, "PS": 130, "IL": 260}
    for group in HAND["groups"]:
        code = group["in"].partition("-")[0]
        centre = centres.get(code)
        if centre is None or centre.point is None:
            continue
        for identity, (latitude, longitude, *_) in group["places"].items():
            assert kilometres((latitude, longitude), centre.point) < reach[code], identity


def test_loading_is_small() -> None:
    Gazetteer.load()
    tracemalloc.start()
    kept = Gazetteer.load()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(kept) > 6000
    assert peak < 60 * 1024 * 1024
