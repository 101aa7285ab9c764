"""The means decide the type and the harm goes into counts; what is not joined stays apart."""

from __future__ import annotations

import pytest

from tests.claims.telling import claims, describe, figures, one, surfaces

HARM = {
    "strike": ("قتل خمسة مدنيين في غارة على السوق", "air_strike", {("killed", 5)}),
    "bomb": ("قتل ستة جنود وأصيب سبعة آخرون في انفجار عبوة ناسفة", "explosion", {("killed", 6), ("wounded", 7)}),
    "result": ("أسفر القصف عن مقتل سبعة مدنيين", "shelling", {("killed", 7)}),
    "clash": ("سقط تسعة قتلى في اشتباكات بين الجيش والمسلحين", "armed_clash", {("killed", 9)}),
    "gunfire": ("قتل مدنيان برصاص قناص", "gunfire", {("killed", 2)}),
    "led to": ("أدت الغارة إلى إصابة أربعة مدنيين", "air_strike", {("wounded", 4)}),
    "harm alone": ("قتل ثلاثة جنود في البلدة", "killing", {("killed", 3)}),
    "harm twice": ("قتل ثلاثة جنود وأصيب عشرة في البلدة", "killing", {("killed", 3), ("wounded", 10)}),
}


@pytest.mark.parametrize(("text", "kind", "counted"), HARM.values(), ids=HARM)
def test_harm_is_counted_in_the_claim_of_its_means(text, kind, counted):
    found = claims(text)
    assert [claim.type for claim in found] == [kind], describe(text)
    assert figures(found[0]) == counted


TYPES = {
    "bare shelling": ("قصف الجيش المخيم", "shelling"),
    "aircraft as subject": ("قصفت طائرات المخيم", "air_strike"),
    "drone as means": ("استهدف الجيش حافلة بطائرة مسيرة في بلدة الخيام", "air_strike"),
    "air force": ("قصف الطيران الحربي المخيم", "air_strike"),
    "aircraft of a force": ("قصفت المقاتلات الروسية المخيم", "air_strike"),
    "aircraft after ل": ("قتل تسعة مسلحين في قصف عنيف لطائرات التحالف", "air_strike"),
    "drone brought by عبر": ("أعلنت الكتائب استهدافها حافلة للجنود عبر مسيرة انقضاضية", "air_strike"),
    "bombs from aircraft": ("أسقطت الطائرة قنبلة على السوق في مدينة أريحا", "air_strike"),
    "rocket weapons": ("استهدف المقاتلون تجمعا للجنود في محيط الموقع بالأسلحة الصاروخية", "shelling"),
    "artillery after the verb": ("استهدف الجيش بالقصف المدفعي أطراف البلدة", "shelling"),
    "help from the air is no means": ("شنت القوات هجوما على المعسكر بدعم من طيران التحالف", "attack"),
    "mortar": ("استهدف المقاتلون موقعا بقذائف الهاون", "shelling"),
    "assassination with a bomb": ("اغتال مسلحون قاضيا بعبوة ناسفة في عدن", "killing"),
    "bare targeting": ("استهدف المسلحون حاجزا للشرطة في تعز", "attack"),
    "exchange of fire": ("وقع تبادل لإطلاق النار بين الشرطة والمسلحين في عدن", "armed_clash"),
}


@pytest.mark.parametrize(("text", "kind"), TYPES.values(), ids=TYPES)
def test_means_decide_the_type(text, kind):
    assert [claim.type for claim in claims(text)] == [kind], describe(text)


def test_list_of_means_is_one_claim_for_each_type():
    text = "شن الطيران غارات وقصفا مدفعيا على بلدة سراقب"
    found = claims(text)
    assert sorted(claim.type for claim in found) == ["air_strike", "shelling"], describe(text)
    assert all(surfaces(claim.places) == ["بلدة سراقب"] for claim in found)


def test_means_joined_to_a_strike_that_tells_its_own():
    found = claims("تعرضت مدينة سرمين لقصف جوي ومدفعي عنيف")
    assert sorted(claim.type for claim in found) == ["air_strike", "shelling"]
    assert all(surfaces(claim.places) == ["مدينة سرمين"] for claim in found)


def test_verb_of_aiming_tells_the_target_of_the_operation():
    claim = one("أطلقت القوات عملية عسكرية في ريف السلمية تستهدف مواقع التنظيم", "operation")
    assert surfaces(claim.targets) == ["مواقع التنظيم"]


def test_one_of_the_raids_is_the_subject_of_the_verb():
    text = "استهدفت إحدى الغارات شاحنة قرب مدينة مأرب"
    assert [claim.type for claim in claims(text)] == ["air_strike"], describe(text)


def test_adjective_of_siege_tells_it_with_the_besieger():
    claim = one("هبطت المروحية في المطار المحاصر من قبل الفصائل في ريف إدلب", "siege")
    assert surfaces(claim.actors) == ["الفصائل"]


def test_capture_and_withdrawal_in_one_sentence_are_two_claims():
    text = "سيطر الجيش على بلدة سراقب بعد انسحاب المسلحين منها"
    found = {claim.type: claim for claim in claims(text)}
    assert set(found) == {"territory_taken", "withdrawal"}
    assert surfaces(found["territory_taken"].actors) == ["الجيش"]
    assert surfaces(found["withdrawal"].actors) == ["المسلحين"]


def test_people_hurt_are_targets_beside_the_place_hit():
    assert set(surfaces(one("قتل خمسة مدنيين في غارة على السوق", "air_strike").targets)) == {"السوق", "مدنيين"}


def test_bare_persons_are_counted_but_no_target():
    claim = one("قتل ثلاثة أشخاص في غارة على المخيم", "air_strike")
    assert figures(claim) == {("killed", 3)}
    assert "أشخاص" not in surfaces(claim.targets)


def test_two_means_of_one_attack_are_two_claims():
    text = "شنت القوات هجوما بالطيران والمدفعية على معسكر في الخرطوم"
    assert sorted(claim.type for claim in claims(text)) == ["air_strike", "shelling"], describe(text)


def test_harm_that_is_answered_is_no_harm_of_the_reprisal():
    text = "نفذ الجيش غارات على المعسكر ردا على مقتل جندي في مدينة الحسكة"
    found = {claim.type: claim for claim in claims(text)}
    assert set(found) == {"air_strike", "killing"}, describe(text)
    assert not found["air_strike"].counts


def test_crash_takes_the_deaths():
    found = claims("قتل ثلاثون شخصا حينما سقطت طائرة شحن قرب مدينة الأبيض")
    assert [claim.type for claim in found] == ["destruction"]
    assert {(count.what, count.value) for count in found[0].counts} >= {("killed", 30)}


def test_list_of_harm_goes_on_after_a_comma():
    found = claims("وقعت سلسلة تفجيرات في مدينة الرمادي راح ضحيتها 19 قتيلا، ونحو 80 جريحا")
    assert [claim.type for claim in found] == ["explosion"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("تعرضت مدينة سراقب لقصف من طيران الجيش بالبراميل المتفجرة.", "air_strike"),
        ("اندلعت اشتباكات بين مسلحين من العشيرتين بالأسلحة الخفيفة في مدينة الناصرية.", "armed_clash"),
        ("خاضت الفصائل المنتشرة هناك معارك مع الجيش في مدينة الباب.", "armed_clash"),
    ],
    ids=["barrels of a bombardment", "light arms of a clash", "light verb and its noun"],
)
def test_means_and_light_verbs_are_no_events_of_their_own(text, kind):
    assert [claim.type for claim in claims(text)] == [kind], describe(text)
