"""What is no claim: words hardly told of, forces only described, causes in titles, sentences said again."""

from __future__ import annotations

import pytest

from hudna.claims.document import Told
from hudna.claims.draft import Draft
from hudna.claims.standing import standing
from hudna.records import Document
from tests.claims.telling import claims, describe, one, rules


def draft(text: str, kind: str) -> Draft:
    """The draft of the first claim of a type in a text."""
    return next(found for found, _ in rules().tellings(Document(text=text)) if found.type == kind)


def stands(found: Draft, chance: float) -> bool:
    """Whether a draft is a claim when the weights give it a chance."""
    found.chance = chance
    return bool(standing([Told(found, "", (0, 1))]))


def test_word_with_empty_slots_must_be_likely():
    alone = draft("تحدث السكان عن انفجار.", "explosion")
    assert stands(alone, 0.6)
    assert not stands(alone, 0.4)


def test_word_with_filled_slots_may_be_unlikely():
    assert stands(draft("تحدث السكان عن انفجار في مدينة الباب.", "explosion"), 0.3)


def test_noun_with_the_article_must_be_likelier_than_one_without():
    assert not stands(draft("وصف السكان القصف في مدينة الباب.", "shelling"), 0.3)
    assert stands(draft("وصف السكان قصفا في مدينة الباب.", "shelling"), 0.3)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("التقى الوفد قادة الفصائل التي تقاتل التنظيم.", "armed_clash"),
        ("قالت المنظمة إن ثلثي السكان بحاجة ماسة إلى مساعدات إنسانية في مدينة مأرب.", "aid"),
        ("يعتمد سكان المخيم في مدينة الرقة على المساعدات الغذائية.", "aid"),
        ("قال الضابط إن وحداته تستعد لعام جديد في مدينة منبج.", "territory_taken"),
        ("لم يعد في المدينة مكان للنازحين.", "displacement"),
        ("اتهم النائب الحكومة في مدينة بغداد بالتظاهر بأنها لا تعلم.", "protest"),
    ],
    ids=["forces that fight", "in need of aid", "living on aid", "makes ready", "no longer", "pretending"],
)
def test_tells_no_event(text, kind):
    assert not claims(text, kind), describe(text)


def test_forces_that_fight_at_a_place_are_told():
    assert claims("تقدمت الفصائل التي تقاتل التنظيم في مدينة الرقة.", "armed_clash")


def test_cause_in_a_title_is_no_claim():
    text = "المنظمة تغلق مكاتبها بسبب القصف\nأعلنت المنظمة أن موظفيها غادروا المدينة يوم الاثنين."
    assert not claims(text, "shelling"), describe(text)


def test_title_goes_into_also_of_the_event_told_below():
    title = "هجوم دام يهز العاصمة"
    claim = one(f"{title}\nقتل خمسة أشخاص في انفجار سيارة مفخخة في مدينة بغداد يوم الأحد.", "explosion")
    assert title in [span.text for span in claim.also]
    assert not claims(f"{title}\nقتل خمسة أشخاص في انفجار سيارة مفخخة في مدينة بغداد يوم الأحد.", "attack")


def test_headlines_of_a_list_are_claims_of_their_own():
    text = "قصف مدفعي على مدينة إدلب\nاجتماع في جنيف بين الوفدين\nقصف صاروخي على مدينة مأرب"
    assert len(claims(text, "shelling")) == 2, describe(text)


def test_sentence_said_again_word_for_word_is_one_telling():
    lead = "قالت مصادر محلية إن مسلحين هاجموا حاجزا للجيش قرب مدينة سرت."
    claim = one(f"{lead}\nولم تعرف هوية المسلحين بعد.\nوتشهد المنطقة توترا منذ شهور.\n{lead}", "attack")
    assert len(claim.also) == 1


def test_land_told_by_its_holder_only_places_another_event():
    assert not claims("قصف الطيران مناطق خاضعة لسيطرة المعارضة في ريف حلب.", "control_status")
    assert one("قصف الطيران بلدة سرمين التي تسيطر عليها المعارضة.", "control_status")
