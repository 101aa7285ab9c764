"""Who takes part: both sides of a clash or talks, «الطرفين» given their names, and who speaks for whom."""

from __future__ import annotations

import pytest

from tests.claims.telling import claims, describe, one, speaker, surfaces

PARTIES = {
    "between": ("اندلعت اشتباكات بين الجيش والمسلحين في درعا", "armed_clash", ["الجيش", "المسلحين"]),
    "between and between": ("دارت معارك بين الجيش وبين الحوثيين في مأرب", "armed_clash", ["الجيش", "الحوثيين"]),
    "subject and with": ("التقى المبعوث الأممي وزير الخارجية في صنعاء", "talks", ["المبعوث الأممي", "وزير الخارجية"]),
    "agreement": ("أبرمت الحكومة والمعارضة اتفاقا في جنيف", "agreement", ["الحكومة", "المعارضة"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "actors"), PARTIES.values(), ids=PARTIES)
def test_every_party_is_an_actor(text, kind, actors):
    assert surfaces(one(text, kind).actors) == actors, describe(text)


def test_both_sides_get_the_names_told_before():
    text = "اندلعت معارك بين الجيش اليمني والحوثيين في مأرب. وأعلن الطرفان هدنة لثلاثة أيام."
    assert surfaces(one(text, "ceasefire").actors) == ["الجيش اليمني", "الحوثيين"]


def test_both_sides_as_genitive_get_the_names_too():
    text = "اندلعت معارك بين الجيش اليمني والحوثيين في مأرب. ثم عقدت مفاوضات بين الطرفين في عمان."
    assert surfaces(one(text, "talks").actors) == ["الجيش اليمني", "الحوثيين"]


def test_clash_named_again_has_the_same_parties():
    text = "اندلعت اشتباكات بين الجيش والمسلحين في درعا. وتجددت الاشتباكات في إدلب مساء."
    assert all(surfaces(claim.actors) == ["الجيش", "المسلحين"] for claim in claims(text, "armed_clash")), describe(text)


def test_both_sides_without_names_keep_their_words():
    claim = one("أعلن الطرفان هدنة لثلاثة أيام", "ceasefire")
    assert surfaces(claim.actors) == ["الطرفان"]


def test_attacker_acts_and_the_attacked_is_the_target():
    claim = one("هاجم مسلحون حاجزا للشرطة", "attack")
    assert surfaces(claim.actors) == ["مسلحون"]
    assert surfaces(claim.targets)[0].startswith("حاجزا")


def test_passive_has_a_target_and_no_actor():
    claim = one("قُصفت مدرسة في مدينة إدلب", "shelling")
    assert (surfaces(claim.actors), surfaces(claim.targets)) == ([], ["مدرسة"])


def test_adjective_may_be_the_actor():
    assert surfaces(one("قتل مدنيان في غارة تركية على القرية", "air_strike").actors) == ["تركية"]


def test_known_actor_has_id_and_neutral_name():
    (actor,) = one("انسحبت قسد من مدينة منبج", "withdrawal").actors
    assert (actor.span.text, actor.name) == ("قسد", "قوات سوريا الديمقراطية")
    assert actor.id and actor.kind


SPEAKERS = {
    "outlet": ("قصف الجيش القرية", None),
    "said": ("قال وزير الدفاع إن الجيش قصف القرية", "وزير الدفاع"),
    "according to": ("قصف الجيش القرية، بحسب المرصد السوري لحقوق الإنسان", "المرصد السوري لحقوق الإنسان"),
    "announced": ("أعلنت وزارة الداخلية مقتل جنديين في البلدة", "وزارة الداخلية"),
}


@pytest.mark.parametrize(("text", "source"), SPEAKERS.values(), ids=SPEAKERS)
def test_speaker_is_the_nearest_named_source(text, source):
    (claim,) = claims(text)
    assert speaker(claim) == source


def test_chain_leads_from_the_nearest_source_outwards():
    claim = one("نقلت وكالة الأنباء عن مصدر عسكري قوله إن القوات قصفت القرية", "shelling")
    assert claim.speaker is not None
    assert speaker(claim) == "مصدر عسكري"
    assert claim.speaker.chain == ("مصدر عسكري", "وكالة الأنباء")


def test_spokesman_named_again_has_his_full_name():
    text = "قال الناطق باسم الجيش العقيد سمير نادر إن القوات دخلت البلدة. وأضاف المتحدث أن المسلحين انسحبوا."
    assert speaker(one(text, "withdrawal")) == "الناطق باسم الجيش العقيد سمير نادر"


def test_speaker_of_one_sentence_does_not_speak_in_the_next():
    text = "قال وزير الدفاع إن الجيش قصف القرية. وانفجرت عبوة ناسفة في عدن."
    assert speaker(one(text, "explosion")) is None
