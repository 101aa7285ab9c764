"""One event told twice is one claim with `also`; versions of two speakers are two."""

from __future__ import annotations

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
