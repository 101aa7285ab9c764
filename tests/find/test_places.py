"""Place mentions of a sentence: heads, names, unknown names after a head, references, and what is no place."""

from __future__ import annotations

from itertools import pairwise

import pytest

from hudna.arabic.tokens import tokenise
from hudna.find.places import PlaceFinder, PlaceHit
from hudna.gazetteer import Gazetteer


@pytest.fixture(scope="module")
def finder() -> PlaceFinder:
    return PlaceFinder(Gazetteer.load())


def _find(finder: PlaceFinder, text: str, known: tuple[str, ...] = ()) -> list[tuple[str, PlaceHit]]:
    words = tokenise(text)
    forms = [word.form for word in words]
    hits = finder.find(
        forms,
        [word.kind for word in words],
        ["preposition" if form in ("في", "من", "على") else "" for form in forms],
        bytearray(len(words)),
        [form in known for form in forms],
    )
    return [(text[words[hit.first].start : words[hit.last - 1].end], hit) for hit in hits]


SURFACES = {
    "fence": ("تجمعوا قرب السياج الفاصل بين غزة وإسرائيل", ["السياج الفاصل بين غزة وإسرائيل"]),
    "strip along a border": ("انتشر الجنود على الشريط الحدودي مع تركيا", ["الشريط الحدودي مع تركيا"]),
    "neighbouring countries": ("فر الآلاف إلى الدول المجاورة", ["الدول المجاورة"]),
    "neighbours": ("لجأ الآلاف إلى دول الجوار", ["دول الجوار"]),
    "international waters": ("احترقت سفينة في المياه الدولية", ["المياه الدولية"]),
    "line of contact": ("هدأ القتال على خطوط التماس", ["خطوط التماس"]),
    "two sides of a countryside": ("انسحبوا من ريفي حلب الجنوبي والغربي", ["ريفي حلب الجنوبي والغربي"]),
    "post and its name": ("استهدفوا موقع المالكية", ["موقع المالكية"]),
    "castle": ("استهدفوا قلعة هونين", ["قلعة هونين"]),
    "bare name": ("وصل الوفد إلى دمشق", ["دمشق"]),
    "name of two words": ("سقطت قذيفة على دير الزور", ["دير الزور"]),
    "head and name": ("سقطت قذيفة على مدينة حلب", ["مدينة حلب"]),
    "two heads": ("سقطت قذيفة على أطراف بلدة سراقب", ["أطراف بلدة سراقب"]),
    "head, name, direction": ("انسحبوا من ريف حلب الشمالي", ["ريف حلب الشمالي"]),
    "compass": ("وقع انفجار شمال دمشق", ["شمال دمشق"]),
    "unknown name after a head": ("دخلوا قرية زرنوقة ليلا", ["قرية زرنوقة"]),
    "town and region": ("دخلوا بلدة سراقب في محافظة إدلب", ["بلدة سراقب", "محافظة إدلب"]),
    "list": ("قصفوا درعا وحماة وإدلب", ["درعا", "وحماة", "وإدلب"]),
    "countryside of a town": ("انتشروا في الريف الشمالي لحلب", ["الريف الشمالي لحلب"]),
    "outskirts of a region": ("انسحبوا من الأطراف الشرقية للغوطة", ["الأطراف الشرقية للغوطة"]),
    "bank of a river": ("عبروا إلى الضفة الغربية لنهر الفرات", ["الضفة الغربية لنهر الفرات"]),
    "capital and its name": ("وقع انفجار شرقي العاصمة السودانية الخرطوم", ["شرقي العاصمة السودانية الخرطوم"]),
    "list after two heads": ("قصفوا محيط قرى سرجون والبارة", ["محيط قرى سرجون", "والبارة"]),
    "command of an army": ("قصفت المنطقة العسكرية الثالثة مواقع للمسلحين", []),
    "political axis": ("دعا إلى مواجهة محور الشر", []),
    "supply lines": ("قطع المقاتلون خطوط الإمداد", []),
    "no place": ("توقف القتال مساء", []),
}


@pytest.mark.parametrize(("text", "surfaces"), SURFACES.values(), ids=SURFACES)
def test_places_of_a_sentence(finder, text, surfaces):
    assert [surface for surface, _ in _find(finder, text)] == surfaces


def test_unknown_name_has_no_gazetteer_place(finder):
    ((_, hit),) = _find(finder, "دخلوا قرية زرنوقة ليلا")
    assert (hit.name, hit.places, hit.local) == ("زرنوقه", (), True)


def test_a_word_with_another_reading_is_no_unknown_name(finder):
    assert _find(finder, "دخلوا قرية محاصرة ليلا", known=("محاصره",)) == []


@pytest.mark.parametrize("text", ["قصفوا البلدة ليلا", "قصفوا هذه المدينة ليلا", "غادروا المحافظة"])
def test_definite_head_alone_refers_to_a_place_named_elsewhere(finder, text):
    ((_, hit),) = _find(finder, text)
    assert (hit.anaphor, hit.places) == (True, ())


def test_indefinite_head_alone_is_no_place(finder):
    assert _find(finder, "قصفوا بلدة ليلا", known=("ليلا",)) == []


def test_proclitic_is_kept_apart_from_the_name(finder):
    ((_, hit),) = _find(finder, "وقع انفجار بدمشق")
    assert (hit.lead, hit.local, hit.places[0].country) == ("ب", True, "SY")


def test_homonyms_are_all_there(finder):
    ((_, hit),) = _find(finder, "اشتباكات في طرابلس")
    assert {place.country for place in hit.places} >= {"LY", "LB"}


def test_name_that_is_a_common_word_is_doubtful_until_a_head_makes_it_a_place(finder):
    assert all(not hit.certain for _, hit in _find(finder, "انفتح الباب أمس"))
    ((_, hit),) = _find(finder, "دخلوا مدينة الباب")
    assert hit.certain and hit.places


def test_blocked_words_belong_to_a_date_or_figure(finder):
    words = tokenise("في حلب")
    forms = [word.form for word in words]
    kinds = [word.kind for word in words]
    assert finder.find(forms, kinds, ["", ""], bytearray(b"\x00\x01"), [False, False]) == []


def test_mentions_do_not_overlap_and_stand_in_order(finder):
    hits = [hit for _, hit in _find(finder, "من مدينة حلب إلى ريف إدلب الجنوبي ثم شمال حماة وبلدة سراقب")]
    assert len(hits) == 4
    assert all(before.last <= after.first for before, after in pairwise(hits))


DESCRIBED = {
    "area": ("وقع القصف في مناطق صحراوية", ["مناطق صحراوية"]),
    "villages": ("سقطت القذائف على القرى الحدودية", ["القرى الحدودية"]),
    "quarter": ("سقطت القذائف على حي سكني", ["حي سكني"]),
    "land of a state": ("دخلوا إلى الأراضي السورية", ["الأراضي السورية"]),
    "border": ("تجمعوا على الحدود بين قطاع غزة وإسرائيل", ["الحدود بين قطاع غزة وإسرائيل"]),
    "border with": ("تجمعوا على الحدود مع لبنان", ["الحدود مع لبنان"]),
    "part of a town": ("تجمعوا وسط المدينة", ["وسط المدينة"]),
    "part of the country": ("تجمعوا في شمال البلاد", ["شمال البلاد"]),
    "surroundings": ("وصلوا إلى درعا وريفها", ["درعا وريفها"]),
    "two sides": ("تقدموا في وسط وشرق سوريا", ["وسط وشرق سوريا"]),
}


@pytest.mark.parametrize(("text", "surfaces"), DESCRIBED.values(), ids=DESCRIBED)
def test_places_that_are_described(finder, text, surfaces):
    assert [surface for surface, _ in _find(finder, text)] == surfaces


UNNAMED = {
    "adjective after a base": "سيطروا على قاعدة عسكرية",
    "adjective after two bases": "قصفوا قاعدتين عسكريتين",
    "wide areas": "سيطروا على مناطق واسعة",
    "made at home": "صواريخ محلية الصنع",
}


@pytest.mark.parametrize("text", UNNAMED.values(), ids=UNNAMED)
def test_adjectives_after_a_head_are_no_names(finder, text):
    assert _find(finder, text) == []


def test_unknown_names_of_a_list_are_places_of_their_own(finder):
    hits = _find(finder, "دخلوا قريتي زرنوقة وشلوفة ليلا", known=("ليلا",))
    assert [(hit.lead, hit.name, hit.listed) for _, hit in hits] == [("", "زرنوقه", False), ("و", "شلوفه", True)]


@pytest.mark.parametrize(
    ("text", "capital"),
    [
        ("وقع انفجار في العاصمة العراقية", "بغداد"),
        ("وقع انفجار في العاصمة العراقية، بغداد", "بغداد"),
        ("وقع انفجار شمالي العاصمة السورية", "دمشق"),
        ("وقع انفجار في العاصمة السودانية", "الخرطوم"),
    ],
)
def test_capital_by_the_adjective_of_its_country(finder, text, capital):
    ((_, hit),) = _find(finder, text)
    assert hit.places[0].name == capital


def test_name_of_several_words_after_a_head_is_known(finder):
    ((surface, hit),) = _find(finder, "دخلوا بلدة تل أبيض")
    assert (surface, hit.places[0].country) == ("بلدة تل أبيض", "SY")


def test_name_with_its_head_in_the_gazetteer_is_a_place(finder):
    ((_, hit),) = _find(finder, "أكدت تعرض ثكنة برانيت للقصف")
    assert hit.local


@pytest.mark.parametrize(
    ("text", "surface", "name"),
    [
        ("وقع الهجوم إلى الشمال من عدن", "الشمال من عدن", "عدن"),
        ("وقع الهجوم إلى الجنوب الغربي من الحديدة", "الجنوب الغربي من الحديدة", "الحديدة"),
    ],
)
def test_side_of_a_place(finder, text, surface, name):
    ((found, hit),) = _find(finder, text)
    assert (found, hit.places[0].name) == (surface, name)
    assert hit.head is not None and hit.head.compass


def test_quarter_is_no_governorate(finder):
    ((_, hit),) = _find(finder, "قتلوا في حي التأميم")
    assert all(place.kind not in ("admin1", "country") for place in hit.places)


def test_bank_of_a_river_is_not_the_west_bank(finder):
    ((_, hit),) = _find(finder, "عبروا إلى الضفة الغربية لنهر الفرات")
    assert [place.kind for place in hit.places[:1]] == ["river"]


def test_ordinary_word_goes_on_a_list_that_a_plural_head_opens(finder):
    found = _find(finder, "قصفوا مناطق دوما، والعمارة، وحرستا", known=("والعماره",))
    assert [(surface, hit.certain) for surface, hit in found][1] == ("والعمارة", True)
