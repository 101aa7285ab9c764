"""Who did it, to whom, and how many: read by order, agreement, case, prepositions and what was named before."""

from __future__ import annotations

from datetime import date

import pytest

import hudna
from hudna.records import Claim


def _claim(sentence: str, kind: str) -> Claim:
    found = [claim for claim in hudna.read(sentence, date(2024, 1, 1)).claims if claim.type == kind]
    assert found, f"no {kind} in «{sentence}»"
    return found[-1]


def _actors(claim: Claim) -> list[str]:
    return [actor.span.text for actor in claim.actors]


def _targets(claim: Claim) -> list[str]:
    return [target.span.text for target in claim.targets]


@pytest.mark.parametrize(
    ("sentence", "kind", "actors", "targets"),
    [
        ("استهدف مسلحون دورية قرب مدينة تدمر", "attack", ["مسلحون"], ["دورية"]),
        ("الجيش استهدف حاجزا في مدينة سرت", "attack", ["الجيش"], ["حاجزا"]),
        ("استهدفت القوات المسلحين في مدينة عدن", "attack", ["القوات"], ["المسلحين"]),
        ("اعتقلت القوات الخاصة ثلاثة مهربين في مدينة زوارة", "detention", ["القوات الخاصة"], []),
        ("طعن شاب جنديا في مدينة نابلس", "killing", ["شاب"], ["جنديا"]),
        ("خطف مسلحون طبيبا في مدينة كركوك", "abduction", ["مسلحون"], ["طبيبا"]),
        ("شن الجيش هجوما على معسكر للمتمردين في مدينة كسلا", "attack", ["الجيش"], ["معسكر للمتمردين"]),
        ("تعرضت دورية لهجوم في مدينة القائم", "attack", [], ["دورية"]),
        ("وقع هجوم شنه مسلحون على ثكنة في مدينة درنة", "attack", ["مسلحون"], ["ثكنة"]),
        ("اتهمت الحكومة المتمردين بقصف مدرسة في مدينة تعز", "shelling", ["المتمردين"], ["مدرسة"]),
        ("قصفت المدرسة من قبل الجيش في مدينة إدلب", "shelling", ["الجيش"], ["المدرسة"]),
        ("هاجمت الفصائل والميليشيات ثكنة في مدينة حلب", "attack", ["الفصائل", "الميليشيات"], ["ثكنة"]),
        ("اشتبك الجيش مع المتمردين في مدينة الفاشر", "armed_clash", ["الجيش", "المتمردين"], []),
        ("طرد الجيش المسلحين من مدينة الرمادي", "territory_taken", ["الجيش"], ["المسلحين"]),
    ],
)
def test_actors_and_targets(sentence: str, kind: str, actors: list[str], targets: list[str]) -> None:
    claim = _claim(sentence, kind)
    assert _actors(claim) == actors
    if targets:
        assert _targets(claim) == targets


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("قتل شخصان في مدينة حمص", "killing"),
        ("أصيب سبعة أشخاص في مدينة حمص", "killing"),
        ("سيطر الجيش على طرق ومناطق في ريف حماة", "territory_taken"),
        ("انسحب المقاتلون من مواقع في مدينة عدن", "withdrawal"),
        ("اتفق الطرفان على وقف إطلاق النار في مدينة الحديدة", "ceasefire"),
    ],
)
def test_what_is_no_target(sentence: str, kind: str) -> None:
    assert _targets(_claim(sentence, kind)) == []


def test_subject_is_carried_to_the_next_clause() -> None:
    claim = _claim("دخل المسلحون مدينة الباب وهاجموا مركزا للشرطة", "attack")
    assert _actors(claim) == ["المسلحون"]


def test_a_source_does_not_act() -> None:
    claim = _claim("أعلنت وزارة الصحة مقتل ستة مدنيين في مدينة غزة", "killing")
    assert _actors(claim) == []
    assert _targets(claim) == ["مدنيين"]


def test_owner_belongs_to_the_thing_and_member_to_the_group() -> None:
    assert _targets(_claim("قصف الجيش مواقع للمتمردين في مدينة صعدة", "shelling")) == ["مواقع للمتمردين"]


@pytest.mark.parametrize(
    ("sentence", "kind", "counts"),
    [
        ("قتل جنديان وجرح آخر في مدينة مأرب", "killing", [("killed", 2), ("wounded", 1)]),
        ("مقتل خمسة مدنيين وإصابة عشرة في مدينة دوما", "killing", [("killed", 5), ("wounded", 10)]),
        ("قتل 16 مدنيا بينهم طفلان في مدينة عفرين", "killing", [("killed", 16), ("killed", 2)]),
        ("مقتل وإصابة 11 جنديا في مدينة مأرب", "killing", [("casualties", 11)]),
        ("قتل جندي في مدينة الرقة", "killing", [("killed", 1)]),
        ("أفرجت الحركة عن عشرين أسيرا في مدينة غزة", "release", [("released", 20)]),
        ("دمرت القوات دبابتين في مدينة عدن", "destruction", [("destroyed", 2)]),
        ("سقطت أربع قذائف هاون على مدينة دمشق", "shelling", [("strikes", 4)]),
        ("وزع الصليب الأحمر 500 سلة غذائية في مدينة تعز", "aid", [("aid", 500)]),
    ],
)
def test_counts(sentence: str, kind: str, counts: list[tuple[str, int]]) -> None:
    found = [(count.what, count.value) for count in _claim(sentence, kind).counts]
    assert sorted(found) == sorted(counts)


@pytest.mark.parametrize(
    "sentence",
    [
        "قتل جندي في قرية تبعد 12 كيلومترا عن مدينة الحسكة",
        "قتل جندي في مدينة الحسكة قبل ثلاثة أيام",
    ],
)
def test_distances_and_times_count_nobody(sentence: str) -> None:
    assert [count.value for count in _claim(sentence, "killing").counts] == [1]
