"""Whether a later telling is of an event that the text has told: number, side, place, the words that refer."""

from __future__ import annotations

import pytest

from tests.claims.telling import claims, describe, one, surfaces

TOLD_ONCE = {
    "attack without means refers to the explosion": (
        "انفجرت عبوة ناسفة في سوق مدينة سرت. وقال شهود إن الهجوم وقع ظهرا.",
        "explosion",
    ),
    "definite phrase refers": (
        "وقع تفجير انتحاري في مدينة الموصل. وأسفر التفجير الانتحاري عن مقتل تسعة مدنيين.",
        "explosion",
    ),
    "attacker with the article": (
        "وقع انفجار في مدينة كركوك صباحا. وقالت الشرطة إن الانتحاري فجر نفسه عند البوابة.",
        "explosion",
    ),
    "demonstrative after the noun": (
        "وقع تبادل إطلاق نار في مدينة الزاوية. ويأتي تبادل إطلاق النار هذا بعد أيام من الهدوء.",
        "armed_clash",
    ),
    "region around the town": (
        "شن الطيران التركي غارة على مدينة دهوك. وأدت الغارة في شمال العراق إلى مقتل مدني.",
        "air_strike",
    ),
}


@pytest.mark.parametrize(("text", "kind"), TOLD_ONCE.values(), ids=list(TOLD_ONCE))
def test_reference_joins_the_event_told_before(text: str, kind: str) -> None:
    told = [claim for claim in claims(text) if claim.type in ("attack", kind)]
    assert [claim.type for claim in told] == [kind], describe(text)


LEAD = "تحدث سكان عن ليلة صعبة."
"""A first sentence with no event, so that the events after it are not those of a title."""
TOLD_APART = {
    "some of many": "وقع هجوم على حاجز في مدينة بنغازي. وما زالت البلاد تشهد بعض الهجمات على الجنود.",
    "many after one": "وقع هجوم على حاجز في مدينة بنغازي. وأدان الوزير الهجمات على الجنود في البلاد.",
    "another town": "وقع هجوم على حاجز في مدينة بنغازي. وأسفر الهجوم في مدينة درنة عن مقتل جندي.",
    "only compared": "وقع هجوم مماثل في مدينة بنغازي قبل شهر. وأسفر الهجوم في العاصمة عن مقتل جندي.",
}


@pytest.mark.parametrize("text", TOLD_APART.values(), ids=list(TOLD_APART))
def test_other_events_stay_apart(text: str) -> None:
    assert len(claims(f"{LEAD} {text}", "attack")) == 2, describe(text)


def test_captures_of_two_towns_stay_apart() -> None:
    text = "سيطر الجيش على مدينة مأرب في شمال البلاد. وتمت السيطرة على مدينة عتق في جنوب البلاد."
    assert len(claims(text, "territory_taken")) == 2, describe(text)


def test_event_that_only_measures_time_is_no_claim() -> None:
    text = "قصف الجيش مدينة الأبيض. وجاء القصف بعد خمسة أسابيع من اندلاع الحرب."
    assert not claims(text, "armed_clash"), describe(text)


STRIKES = {
    "side that flies strikes on": "شن الطيران الإسرائيلي غارات على دمشق. وقالت إسرائيل إنها ضربت مخازن للسلاح.",
    "aircraft named later": "ضربت إسرائيل مخازن للسلاح في دمشق. وقال شهود إن الطيران الإسرائيلي شن غارات ليلا.",
}


@pytest.mark.parametrize("text", STRIKES.values(), ids=list(STRIKES))
def test_side_that_strikes_from_the_air_goes_on_doing_so(text: str) -> None:
    assert {claim.type for claim in claims(text)} == {"air_strike"}, describe(text)


def test_ground_attack_of_a_side_with_aircraft_stays_an_attack() -> None:
    text = "شن الطيران السوري غارات على بلدة حرستا. وبدأ الجيش السوري هجوما على أطراف البلدة."
    assert {claim.type for claim in claims(text)} == {"air_strike", "attack"}, describe(text)


def test_attack_takes_the_type_of_the_bomb_even_with_figures_of_its_own() -> None:
    text = "انفجرت سيارة مفخخة في مدينة الحلة وقتل جندي. وقالت الشرطة إن الاعتداء أصاب تسعة مدنيين."
    assert one(text, "explosion").evidence.text, describe(text)


def test_a_party_of_a_country_is_not_its_state() -> None:
    text = (
        "أصيب عاملان في قصف تركي على أطراف قرية حدودية. "
        "ونفت وزارة الدفاع التركية شن أي هجوم على العمال، واتهمت حزب العمال الكردستاني بتنفيذ الهجوم."
    )
    accused = [claim for claim in claims(text, "attack") if claim.status == "happened"]
    assert [surfaces(claim.actors) for claim in accused] == [["حزب العمال الكردستاني"]], describe(text)
    assert accused[0].speaker is not None
    assert accused[0].speaker.span.text == "وزارة الدفاع التركية"
