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
