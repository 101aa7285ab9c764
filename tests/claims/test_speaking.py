"""Which voice tells a claim."""

from __future__ import annotations

from tests.claims.telling import claims, describe, one, speaker


def test_who_holds_a_place_is_for_the_outlet_to_say():
    text = "قال الناطق العسكري إن القوات قصفت درعا التي تسيطر عليها المعارضة"
    assert speaker(one(text, "shelling")) == "الناطق العسكري", describe(text)
    assert speaker(one(text, "control_status")) is None, describe(text)


def test_who_says_that_he_holds_a_place_speaks():
    text = "قال الناطق العسكري إن قواته تسيطر على درعا"
    assert {speaker(claim) for claim in claims(text, "control_status")} == {"الناطق العسكري"}, describe(text)


def test_a_declared_truce_is_told_by_the_outlet():
    assert speaker(one("وأعلنت الحكومة اليمنية هدنة في صعدة", "ceasefire")) is None


def test_who_announces_his_own_deed_speaks_for_it_however_often_it_is_told():
    told = "بدأ الجيش السوداني عملية في دارفور.\nوأعلن الجيش السوداني بدء العملية في دارفور."
    text = f"الجيش السوداني يبدأ عملية في دارفور\n{told}"
    assert {speaker(claim) for claim in claims(text, "operation")} == {"الجيش السوداني"}, describe(text)


def test_a_speaker_is_given_without_a_preposition_on_his_name():
    text = "سقطت قذائف على درعا، وفقا لوزارة الدفاع"
    assert speaker(one(text, "shelling")) == "وزارة الدفاع"


def test_the_name_of_a_speaker_holds_no_event():
    text = "أعلن مركز مراقبة الهدنة أن المسلحين قصفوا درعا"
    assert not claims(text, "ceasefire"), describe(text)
    assert speaker(one(text, "shelling")) == "مركز مراقبة الهدنة", describe(text)
