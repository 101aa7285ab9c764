"""Which event takes which place: its own clause, what opens the sentence, what only describes, the story."""

from __future__ import annotations

import pytest

from tests.claims.telling import claims, describe, one, surfaces

DESCRIBED = {
    "distance": ("قصفت المدفعية بلدة نوى التي تبعد عشرة كيلومترات عن الحدود", "shelling", ["بلدة نوى"]),
    "overlooking": ("سيطر الجيش على جبل هيلان المطل على وادي ذنة", "territory_taken", ["جبل هيلان"]),
    "office": ("قال المسؤول الصحي في سيئون إن قذيفة سقطت على حي القطن", "shelling", ["حي القطن"]),
    "defended": ("شنت الكتائب غارات على قاعدة نيفاتيم دفاعا عن غزة", "air_strike", ["قاعدة نيفاتيم"]),
    "largest town": ("قصفت الطائرات مدينة عدن كبرى مدن الجنوب", "air_strike", ["مدينة عدن"]),
    "seat": ("دخلت القوات محافظة أبين. وقصفت الطائرات زنجبار عاصمة المحافظة", "air_strike", ["زنجبار"]),
    "quarters struck": ("سقطت قذائف على أحياء سكنية في مدينة تعز", "shelling", ["مدينة تعز"]),
    "looking over": ("سيطر الجيش على جبل هيلان مطلا على وادي ذنة", "territory_taken", ["جبل هيلان"]),
    "bridge between": ("قصفت الطائرات بلدة صبر والجسر الرابط بين عدن ولحج", "air_strike", ["بلدة صبر"]),
    "joined": ("سيطر الجيش على مثلث العند وهو مفترق يصل مدينة الحوطة بعدن", "territory_taken", ["مثلث العند"]),
}


@pytest.mark.parametrize(("text", "kind", "places"), DESCRIBED.values(), ids=DESCRIBED)
def test_places_that_only_describe_are_left_out(text, kind, places):
    assert surfaces(one(text, kind).places) == places


def test_name_of_an_agreement_is_no_place():
    found = claims("رحب الطرفان بتجديد اتفاق جدة لوقف إطلاق النار في السودان", "ceasefire")
    assert "السودان" in surfaces(found[-1].places)
    assert all("جدة" not in surfaces(claim.places) for claim in found)


def test_capitals_that_negotiate_are_no_places():
    (claim,) = claims("استؤنفت مفاوضات السلام بين الخرطوم والحركة في جوبا", "talks")
    assert surfaces(claim.places) == ["جوبا"]


def test_place_that_opens_the_sentence_governs_its_events():
    text = "وفي محافظة الحديدة، قتل ثلاثة جنود في هجوم على نقطة بمديرية باجل"
    assert surfaces(one(text, "attack").places) == ["مديرية باجل", "محافظة الحديدة"]


def test_place_held_comes_after_that_of_the_holder():
    text = "سيطرت قوات المقاومة في محافظة الضالع على قاعدة العند"
    assert surfaces(one(text, "territory_taken").places) == ["قاعدة العند"]


def test_side_that_withdraws_leaves_a_country():
    claim = one("طالب النواب بانسحاب القوات من سوريا", "withdrawal")
    assert surfaces(claim.places) == ["سوريا"]


def test_fire_strikes_where_it_falls_and_not_where_it_comes_from():
    found = claims("سقطت قذائف على مدينة سديروت أطلقت من قطاع غزة", "shelling")
    assert surfaces(found[0].places) == ["مدينة سديروت"]


def test_part_of_a_town_is_told_with_the_town():
    text = "دخل الجيش مدينة درنة. واندلعت اشتباكات وسط المدينة."
    assert surfaces(one(text, "armed_clash").places) == ["وسط المدينة", "مدينة درنة"]


def test_two_villages_are_named_for_their_reference():
    text = "دخل الجيش قريتي زرنوقة وشلوفة في ريف حماة. وقصفت الطائرات القريتين بعد ذلك."
    assert surfaces(one(text, "air_strike").places) == ["قريتي زرنوقة", "شلوفة"], describe(text)


def test_the_capital_is_the_capital_named_before():
    text = "قصفت طائرات مواقع في صنعاء ومدينة ذمار. ووقع انفجار في العاصمة."
    assert surfaces(one(text, "explosion").places) == ["صنعاء"]


def test_plain_reference_means_the_place_of_the_events():
    text = "انفجر لغم في مدينة زنجبار. وقال طبيب في عدن إن مدنيين نزحوا من المدينة."
    assert surfaces(one(text, "displacement").places) == ["مدينة زنجبار"], describe(text)


def test_detail_takes_over_the_town_without_what_governs_it():
    text = "وقع انفجار في بلدة سروج جنوب شرق تركيا. وقتل في الانفجار ثلاثون شخصا."
    assert all(surfaces(claim.places)[0] == "بلدة سروج" for claim in claims(text)), describe(text)


def test_market_is_the_place_of_an_explosion_and_house_the_target_of_a_raid():
    assert "سوق" in surfaces(one("وقع انفجار قرب سوق شعبية في مدينة بعقوبة", "explosion").places)
    assert surfaces(one("استهدفت غارة منزلا في مدينة رفح", "air_strike").places) == ["مدينة رفح"]


def test_most_exact_place_stands_first():
    claim = one("قصفت المدفعية شمال البلاد محافظة صعدة مديرية رازح", "shelling")
    assert surfaces(claim.places)[-1] == "شمال البلاد"


def test_governorate_past_a_clause_that_describes_the_town():
    text = "سقطت قذائف على بلدة سرمين التي تديرها المعارضة في محافظة إدلب"
    assert surfaces(one(text, "shelling").places) == ["بلدة سرمين", "محافظة إدلب"]


def test_one_place_is_told_once():
    text = "وفي الجوف، اندلعت معارك في مديرية برط بمحافظة الجوف"
    assert surfaces(one(text, "armed_clash").places) == ["مديرية برط", "محافظة الجوف"]


def test_town_that_opens_the_sentence_stays_beside_its_part():
    claim = one("وفي مدينة الموصل قتل مسلح شرطيا شرق المدينة", "killing")
    assert surfaces(claim.places) == ["شرق المدينة", "مدينة الموصل"]


def test_seat_of_a_governorate_is_told_with_it():
    claim = one("سيطر الجيش على مدينة زنجبار، عاصمة محافظة أبين", "territory_taken")
    assert surfaces(claim.places) == ["مدينة زنجبار", "محافظة أبين"]


def test_apposition_to_a_capital_is_no_place_of_its_own():
    claim = one("عقد الوفدان محادثات في جوبا، عاصمة جنوب السودان", "talks")
    assert surfaces(claim.places) == ["جوبا"]


@pytest.mark.parametrize("apposition", ["أكبر مدن المحافظة", "مركز المحافظة"])
def test_apposition_with_the_governorate_is_no_place_of_its_own(apposition):
    claim = one(f"شن الطيران غارات على مدينة لودر، {apposition}", "air_strike")
    assert surfaces(claim.places) == ["مدينة لودر"]


def test_live_bullets_are_no_quarter():
    claim = one("أطلق الجنود الرصاص الحي على المتظاهرين في مدينة نابلس", "gunfire")
    assert surfaces(claim.places) == ["مدينة نابلس"]


def test_witnesses_stand_where_it_happened():
    assert surfaces(one("قال سكان في صنعاء إن انفجارات عنيفة وقعت فجرا", "explosion").places) == ["صنعاء"]


def test_heading_names_the_place_of_what_follows_it():
    text = "الحديدة.. معارك عنيفة\nقتل سبعة مسلحين في اشتباكات عنيفة."
    assert surfaces(claims(text, "armed_clash")[0].places) == ["الحديدة"], describe(text)


def test_list_of_places_that_something_comes_from():
    found = claims("قصفت طائرات مدينة حماة أقلعت من مطار الشعيرات ومطار التيفور", "air_strike")
    assert surfaces(found[0].places) == ["مدينة حماة"], describe(found[0].evidence.text)


def test_place_that_sees_an_event_is_its_place():
    claim = one("وكانت الدوحة قد شهدت توقيع اتفاق بين الطرفين", "agreement")
    assert surfaces(claim.places) == ["الدوحة"]


def test_where_something_goes_is_no_place_of_a_truce():
    text = "توصل الطرفان إلى هدنة تسمح بنقل المصابين إلى مدينة حلب"
    assert all("مدينة حلب" not in surfaces(claim.places) for claim in claims(text, "ceasefire")), describe(text)


def test_place_far_away_in_the_sentence_is_not_lent():
    text = "قتل ثلاثة جنود، وقال الناطق إن التحقيق مستمر، وإن اللجنة اجتمعت، وإنها ستزور مدينة حماة"
    assert surfaces(one(text, "killing").places) == [], describe(text)


@pytest.mark.parametrize(
    ("told", "kind"), [("وأوقفت الشرطة عشرين شخصا", "detention"), ("ونفذت الطائرات ثلاث غارات", "air_strike")]
)
def test_event_bound_to_a_spot_is_where_the_one_before_it_was(told, kind):
    text = f"اندلعت اشتباكات في بلدة سراقب بريف إدلب. {told}."
    assert surfaces(one(text, kind).places) == ["بلدة سراقب"], describe(text)


def test_clash_goes_on_in_the_town_told_before_and_not_in_a_whole_region():
    town = "قصفت المدفعية بلدة سراقب. واندلعت اشتباكات بين الطرفين."
    region = "قصفت المدفعية ريف إدلب الجنوبي. واندلعت اشتباكات بين الطرفين."
    assert surfaces(one(town, "armed_clash").places) == ["بلدة سراقب"], describe(town)
    assert surfaces(one(region, "armed_clash").places) == [], describe(region)


def test_where_people_are_taken_is_not_lent_to_another_event():
    text = "قتل ثلاثة جنود، ونقل المصابون إلى مدينة حماة"
    assert surfaces(one(text, "killing").places) == [], describe(text)


def test_talks_are_not_where_the_event_before_them_was():
    text = "اندلعت اشتباكات في بلدة سراقب. واستؤنفت المفاوضات بين الطرفين."
    assert surfaces(one(text, "talks").places) == [], describe(text)


def test_name_on_a_list_of_villages_tells_no_event():
    text = "دارت اشتباكات في قرى المشيك والزيارة وتل واسط"
    assert [claim.type for claim in claims(text)] == ["armed_clash"], describe(text)
    assert surfaces(one(text, "armed_clash").places) == ["المشيك", "الزيارة", "تل واسط"]


def test_governorate_named_like_its_town_is_meant_by_its_reference():
    text = "دخلت القوات محافظة القنيطرة. وأدى الهجوم في درعا إلى نزوح آلاف المدنيين من المحافظة."
    assert "محافظة القنيطرة" not in surfaces(one(text, "displacement").places), describe(text)
