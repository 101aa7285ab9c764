"""Where: the most specific place first, names for «هذه البلدة», homonyms by country, no places out of words."""

from __future__ import annotations

import pytest

from tests.claims.telling import claims, describe, one, surfaces


def test_village_stands_before_what_governs_it():
    claim = one("قصفت المدفعية قرية زرنوقة في ريف حلب", "shelling")
    assert surfaces(claim.places) == ["قرية زرنوقة", "ريف حلب"]


def test_unknown_village_keeps_its_governing_region_with_precision():
    village, region = one("قصفت المدفعية قرية زرنوقة في ريف حلب", "shelling").places
    assert (village.precision, village.point, village.id) == ("unresolved", None, None)
    assert (region.precision, region.country) == ("admin1", "SY")
    assert region.point is not None


def test_known_town_has_point_governorate_and_country():
    (place,) = one("قصفت المدفعية بلدة سراقب", "shelling").places
    assert (place.span.text, place.country, place.precision) == ("بلدة سراقب", "SY", "town")
    assert place.point is not None
    latitude, longitude = place.point
    assert latitude == pytest.approx(35.86, abs=0.1)
    assert longitude == pytest.approx(36.80, abs=0.1)
    assert place.admin1


def test_countryside_is_not_as_precise_as_the_town():
    (place,) = one("قصفت طائرات ريف حلب الشمالي", "air_strike").places
    assert (place.span.text, place.precision) == ("ريف حلب الشمالي", "admin1")


@pytest.mark.parametrize("again", ["هذه البلدة", "البلدة"])
def test_reference_gets_the_name_of_the_place(again):
    text = f"دخلت القوات بلدة سراقب يوم الاثنين. وقصفت طائرات {again} مساء الثلاثاء."
    assert surfaces(one(text, "air_strike").places) == ["بلدة سراقب"], describe(text)


def test_reference_without_a_named_place_keeps_its_words():
    claim = one("قصفت طائرات البلدة", "air_strike")
    assert [(p.span.text, p.precision) for p in claim.places] == [("البلدة", "unresolved")]


HOMONYMS = {
    "region beside it": ("انفجرت سيارة مفخخة في طرابلس شمال لبنان", "explosion", "LB"),
    "adjective": ("اندلعت معارك في مدينة طرابلس الليبية", "armed_clash", "LY"),
    "country before": ("قصفت طائرات مواقع في ليبيا. واندلعت معارك في طرابلس", "armed_clash", "LY"),
    "country after": ("اندلعت معارك في طرابلس. وأغلقت المدارس في لبنان وفي بيروت", "armed_clash", "LB"),
}


@pytest.mark.parametrize(("text", "kind", "country"), HOMONYMS.values(), ids=HOMONYMS)
def test_homonym_is_settled_by_the_country(text, kind, country):
    places = claims(text, kind)[0].places
    assert next(p.country for p in places if "طرابلس" in p.span.text) == country


COMMON = {
    "a new agreement": "قتل مدني في هجوم بعد الاتفاق الجديد",
    "a person": "قتل سالم حسن في انفجار",
    "peace": "انتهى الهجوم وعاد السلام",
    "victory": "قصف الجيش الموقع بعد النصر",
    "spring": "تجددت المعارك في الربيع",
}


@pytest.mark.parametrize("text", COMMON.values(), ids=COMMON)
def test_common_words_and_persons_are_no_places(text):
    assert claims(text), "nothing was read"
    assert all(not claim.places for claim in claims(text)), [surfaces(c.places) for c in claims(text)]


def test_place_of_a_speaker_is_no_place_of_the_event():
    claim = one("قالت وزارة الدفاع في دمشق إن مسلحين قصفوا مدينة حماة", "shelling")
    assert surfaces(claim.places) == ["مدينة حماة"]


def test_each_event_has_its_own_place():
    text = "قصف الجيش مدينة درعا، وشن مسلحون هجوما على مدينة حماة"
    assert {claim.type: surfaces(claim.places) for claim in claims(text)} == {
        "shelling": ["مدينة درعا"],
        "attack": ["مدينة حماة"],
    }


def test_list_of_towns_is_a_list_of_places():
    claim = one("قصف الجيش مدن درعا وحماة وإدلب", "shelling")
    assert [name.removeprefix("مدن ") for name in surfaces(claim.places)] == ["درعا", "حماة", "إدلب"]


def test_preposition_written_with_the_name_stays_out_of_it():
    assert surfaces(one("انفجرت عبوة ناسفة بدرعا", "explosion").places) == ["درعا"]


def test_detail_with_the_article_inherits_the_place():
    text = "شن مسلحون هجوما على قاعدة في مدينة درعا. وأسفر الهجوم عن مقتل جنديين."
    assert "مدينة درعا" in surfaces(one(text, "attack").places)


def test_places_of_a_list_stand_without_the_plural_head():
    claim = one("قصفت الطائرات محافظات حلب وإدلب وحماة", "air_strike")
    assert surfaces(claim.places) == ["حلب", "إدلب", "حماة"]


def test_a_pair_keeps_its_head():
    claim = one("قصفت الطائرات قريتي زرنوقة وسرجون", "air_strike")
    assert surfaces(claim.places)[0] == "قريتي زرنوقة"


def test_people_flee_to_the_neighbours_and_fighting_does_not():
    text = "أدت المعارك إلى نزوح آلاف السكان إلى دول الجوار"
    assert surfaces(one(text, "displacement").places) == ["دول الجوار"]
    assert all("الجوار" not in place for claim in claims(text, "armed_clash") for place in surfaces(claim.places))


def test_home_of_the_doer_is_not_the_place_of_the_deed():
    text = "قتل أربعة مسلحين في كمين نصبته المقاومة الشعبية في لحج على نقطة لهم في بلدة كرش"
    assert surfaces(one(text, "attack").places) == ["بلدة كرش"], describe(text)


def test_convoy_arrives_past_a_relative_clause():
    text = "دخلت قافلة المساعدات التي تضم ثلاثين شاحنة إلى بلدة مضايا"
    assert surfaces(one(text, "aid").places) == ["بلدة مضايا"], describe(text)


def test_governorate_stands_at_its_seat():
    (place,) = one("قصفت الطائرات محافظة حضرموت", "air_strike").places
    assert place.point == pytest.approx((14.54, 49.12), abs=0.05)


def test_town_is_meant_beside_a_side_of_the_compass():
    (place,) = one("قصفت الطائرات مواقع شمالي الخرطوم", "air_strike").places
    assert place.point == pytest.approx((15.55, 32.53), abs=0.1)


@pytest.mark.parametrize("speech", ["في كلمة ألقاها", "في مؤتمر صحفي", "خلال جلسة عقدها"])
def test_where_a_statement_is_made_nothing_happens(speech):
    text = f"قال الوزير {speech} في جنيف إن طائرات قصفت بلدة سراقب"
    assert surfaces(one(text, "air_strike").places) == ["بلدة سراقب"], describe(text)


def test_spot_of_a_country_that_the_text_is_not_about_has_no_point():
    text = "قصفت الطائرات مواقع في بغداد والفلوجة وسامراء في العراق. واندلعت اشتباكات في بلدة القرقور."
    (place,) = one(text, "armed_clash").places
    assert (place.span.text, place.point) == ("بلدة القرقور", None)


def test_street_called_after_a_town_does_not_stand_in_its_country():
    text = "انفجرت سيارة في شارع طرابلس بمدينة حلب"
    street = next(p for p in one(text, "explosion").places if "شارع" in p.span.text)
    assert street.country in (None, "", "SY")


@pytest.mark.parametrize(
    ("name", "point"),
    [("بلدة تل رفعت", (36.47, 37.10)), ("قرية خانصور", (36.48, 41.67)), ("منطقة الوهط", (12.95, 44.90))],
)
def test_villages_of_the_news_are_known(name, point):
    (place,) = one(f"قصفت الطائرات {name}", "air_strike").places
    assert place.point == pytest.approx(point, abs=0.1)
