"""One event told twice is one claim with `also`; versions of two speakers are two."""

from __future__ import annotations

import pytest

from tests.claims.telling import claims, describe, figures, one, speaker


def test_title_told_again_goes_into_also():
    title = "مقتل 6 مدنيين بغارة على إدلب"
    claim = one(f"{title}\nقتل ستة مدنيين أمس بغارة لطيران مجهول على مدينة إدلب", "air_strike")
    assert [span.text for span in claim.also] == [title]
    assert claim.evidence.text.startswith("قتل ستة مدنيين أمس")


def test_same_sentence_twice_is_one_claim():
    sentence = "قصف الطيران السوري مدينة إدلب"
    claim = one(f"{sentence}.\n{sentence} يوم الثلاثاء وقتل أربعة مدنيين.", "air_strike")
    assert [span.text for span in claim.also] == [sentence]
    assert figures(claim) == {("killed", 4)}


def test_two_sides_figures_are_two_claims():
    text = "قال الجيش إن عشرة مسلحين قتلوا في المعركة. وقالت الحركة إن ثلاثة من مقاتليها قتلوا في المعركة."
    told = {speaker(claim): figures(claim) for claim in claims(text, "armed_clash")}
    assert told == {"الجيش": {("killed", 10)}, "الحركة": {("killed", 3)}}, describe(text)


def test_rival_figures_for_one_strike_are_two_claims():
    text = (
        "أعلنت وزارة الصحة مقتل 12 مدنيا في الغارة على صنعاء. وقالت منظمة إغاثية إن 20 مدنيا قتلوا في الغارة على صنعاء."
    )
    told = {speaker(claim): figures(claim) for claim in claims(text, "air_strike")}
    assert told == {"وزارة الصحة": {("killed", 12)}, "منظمة إغاثية": {("killed", 20)}}, describe(text)


def test_claim_and_denial_of_it_are_two_claims():
    text = "قال المسلحون إنهم سيطروا على المطار. ونفى الجيش سيطرة المسلحين على المطار."
    told = {claim.status: speaker(claim) for claim in claims(text, "territory_taken")}
    assert told == {"happened": "المسلحون", "denied": "الجيش"}, describe(text)


def test_same_type_in_two_towns_is_two_claims():
    text = "قصف الجيش مدينة درعا صباحا. وقصف الجيش مدينة إدلب مساء."
    assert len(claims(text, "shelling")) == 2, describe(text)


def test_same_place_on_two_days_is_two_claims():
    text = "قصف الجيش مدينة درعا يوم 3 مارس. وقصف الجيش مدينة درعا يوم 8 مارس."
    assert len(claims(text, "shelling")) == 2, describe(text)


def test_definite_word_that_only_refers_is_no_second_claim():
    text = "شن الجيش هجوما على مدينة درعا. وجاء الهجوم بعد أيام من الهدوء."
    assert len(claims(text, "attack")) == 1, describe(text)


APART = {
    "كما brings another": "قصف الجيش بلدة سرمين بالمدفعية. كما قصف بلدة تفتناز بالمدفعية.",
    "a third one": "وقع انفجار في مدينة الرمادي. وبعد ساعة وقع انفجار ثالث في مدينة الرمادي.",
    "other towns of one governorate": "قصف الجيش بلدة سرمين في ريف إدلب. وقصف الجيش بلدة أريحا في ريف إدلب.",
}


@pytest.mark.parametrize("text", APART.values(), ids=APART)
def test_further_events_stay_apart(text):
    kinds = [claim.type for claim in claims(text)]
    assert len(kinds) == 2, describe(text)
    assert len(set(kinds)) == 1


def test_title_that_names_no_means_joins_the_strike():
    title = "هجوم على معسكر الصقر في مدينة عدن"
    claim = one(f"{title}\nاستهدفت طائرات مجهولة أمس معسكر الصقر في مدينة عدن.", "air_strike")
    assert [span.text for span in claim.also] == [title]


def test_title_of_harm_joins_the_means():
    text = "خسائر بشرية للمتمردين في جبهة الوادي\nقال الجيش إن عشرين متمردا قتلوا في اشتباكات في جبهة الوادي."
    claim = one(text, "armed_clash")
    assert figures(claim) == {("killed", 20)}
    assert not claims(text, "killing")


def test_title_repeated_at_the_end_is_no_new_event():
    title = "غارات على معسكر للجيش في مدينة الحديدة"
    text = f"{title}\nشن الطيران غارات على معسكر للجيش في مدينة الحديدة.\nوصل الوفد إلى مسقط.\nرابط الخبر: {title}"
    assert len(claims(text, "air_strike")) == 1, describe(text)


def test_the_wounded_told_later_are_of_the_event():
    text = "انفجرت عبوة ناسفة في سوق مدينة الكوت. وتوجهت سيارات الإسعاف إلى المكان. وبلغ عدد المصابين سبعة."
    assert figures(one(text, "explosion")) == {("wounded", 7)}
    assert not claims(text, "killing")


def test_steps_of_one_truce_are_claims_of_their_own():
    text = "انتهت الهدنة بين الجيش والحركة مساء الأحد. ومدد الجيش والحركة الهدنة ثلاثة أيام."
    assert [claim.type for claim in claims(text)] == ["ceasefire", "ceasefire"], describe(text)


def test_advance_is_not_the_campaign():
    text = "أخبار الشرق.\nتقدمت قوات الجيش في مدينة درنة صباح الأحد. ويركز الجيش عملياته العسكرية على مدينة درنة."
    assert [claim.type for claim in claims(text)] == ["operation", "operation"], describe(text)


def test_another_word_of_one_type_tells_another_event():
    first = "أخبار الشرق.\nوقعت اشتباكات بين الجيش والمسلحين في مدينة درنة صباحا."
    assert len(claims(f"{first} وانتهت الاشتباكات بين الجيش والمسلحين في مدينة درنة.", "armed_clash")) == 1
    assert len(claims(f"{first} وتجددت المواجهات بين الجيش والمسلحين في مدينة درنة.", "armed_clash")) == 2


def test_fight_that_goes_on_is_told_for_itself():
    first = "أخبار الشرق.\nوقعت مواجهات بين الجيش والمسلحين في مدينة درنة صباحا."
    assert len(claims(f"{first} وأوقفت المواجهات حركة السير.", "armed_clash")) == 1
    assert len(claims(f"{first} واستمرت المواجهات بين الجيش والمسلحين مساء.", "armed_clash")) == 2


def test_same_sides_and_place_with_another_outcome_far_apart_are_two_events():
    far = "وصل الوفد إلى مسقط. ثم غادر الوفد مسقط. وعقد الوزير مؤتمرا."
    text = f"أخبار الشرق.\nقصف الجيش مدينة درنة. {far} وقصف الجيش مستشفى في مدينة درنة."
    assert len(claims(text, "shelling")) == 2, describe(text)


def test_harm_told_soon_after_may_name_the_place_again():
    text = "أخبار الشرق.\nانفجرت عبوة ناسفة في مدينة الكوت. وقتل خمسة مدنيين في مدينة الكوت."
    assert figures(one(text, "explosion")) == {("killed", 5)}, describe(text)
    apart = "أخبار الشرق.\nانفجرت عبوة ناسفة في مدينة الكوت. وقتل خمسة مدنيين في مدينة البصرة."
    assert {claim.type for claim in claims(apart)} == {"explosion", "killing"}, describe(apart)


def test_new_attack_of_a_title_is_the_one_told_below():
    text = "هجوم جديد على قاعدة للجيش في مدينة تعز\nهاجم مسلحون قاعدة للجيش في مدينة تعز فجر الثلاثاء."
    assert len(claims(text, "attack")) == 1, describe(text)
