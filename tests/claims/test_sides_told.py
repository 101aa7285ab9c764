"""Doers and targets told further off: lists closed by «من جهة», verbs after the noun, owners, losers, goods."""

from __future__ import annotations

import pytest

from tests.claims.telling import claims, describe, surfaces

CASES = {
    "a list goes on past the first side": (
        "دارت معارك بين الجيش السوري والمسلحين الموالين له من جهة، وتنظيم داعش من جهة أخرى قرب التلة",
        "armed_clash",
        ["الجيش السوري", "المسلحين الموالين", "تنظيم داعش"],
        [],
    ),
    "what و joins to a means is a means": (
        "قصفت القوات بالهاون والدبابات أحياء سكنية",
        "shelling",
        ["القوات"],
        ["أحياء"],
    ),
    "the dead of a movement are a side": (
        "قتل تسعة حوثيين في اشتباكات مع القوات الحكومية",
        "armed_clash",
        ["القوات الحكومية", "حوثيين"],
        ["حوثيين"],
    ),
    "the preposition of a hollow word": ("قامت القوات بعملية تطويق للحي", "siege", ["القوات"], []),
    "who is forced acts": ("أجبر الجيش المسلحين على الانسحاب من التلة", "withdrawal", ["المسلحين"], []),
    "who organises": ("نظم السكان مظاهرة في الساحة", "protest", ["السكان"], []),
    "who fired what fell": (
        "سقطت قذائف أطلقتها الفصائل المقاتلة على سوق في البلدة",
        "shelling",
        ["الفصائل المقاتلة"],
        None,
    ),
    "left-out subject of a verb after the noun": (
        "استعادت القوات الموالية للحكومة مدينة زنجبار في هجوم شنته على مواقع المتمردين",
        "attack",
        ["القوات الموالية للحكومة"],
        None,
    ),
    "the doer after the noun against who announces": (
        "أعلن الجيش مقتل جنديين في هجوم شنه مسلحون",
        "attack",
        ["مسلحون"],
        ["جنديين"],
    ),
    "what «من» brings is no object": (
        "رحب الوزير بما تحقق من غارات لقوات التحالف على الموقع",
        "air_strike",
        ["قوات التحالف"],
        None,
    ),
    "a place named by what is done there": (
        "قصفت المدفعية أماكن تمركز المسلحين",
        "shelling",
        ["المدفعية"],
        ["أماكن تمركز المسلحين"],
    ),
    "an owner further on": (
        "استهدف الطيران مقار متنقلة تابعة للتنظيم",
        "air_strike",
        ["الطيران"],
        ["مقار متنقلة تابعة للتنظيم"],
    ),
    "a verb of reaching before the noun": ("طالت الغارات مخازن أسلحة", "air_strike", [], ["مخازن أسلحة"]),
    "missiles shot down": (
        "أسقطت الدفاعات الجوية صواريخ فوق الميناء",
        "interception",
        ["الدفاعات الجوية"],
        ["صواريخ"],
    ),
    "missiles fended off": (
        "تصدت الدفاعات الجوية للصواريخ",
        "interception",
        ["الدفاعات الجوية"],
        ["صواريخ"],
    ),
    "the store that blew up": ("سمع انفجار مستودع ذخيرة قرب المطار", "explosion", [], ["مستودع ذخيرة"]),
    "who loses ground": ("خسر المتمردون مدينة زنجبار", "territory_taken", [], ["المتمردون"]),
    "whose positions were taken": (
        "سيطر الجيش على مواقع المسلحين في الوادي",
        "territory_taken",
        ["الجيش"],
        ["المسلحين"],
    ),
    "goods that were seized": ("استولى الجيش على مدرعة للمسلحين", "destruction", ["الجيش"], ["مدرعة للمسلحين"]),
    "families leave with fighters": (
        "غادر 300 مسلح مع عائلاتهم مدينة دوما",
        "withdrawal",
        ["مسلح"],
        ["عائلاتهم"],
    ),
    "a named airport": ("شن الطيران غارة على مطار المزة العسكري", "air_strike", ["الطيران"], ["مطار المزة العسكري"]),
    "a named place inside": ("شن الطيران غارة قرب مطار المزة العسكري", "air_strike", ["الطيران"], []),
    "a besieged camp": ("حاصرت القوات معسكر الحمزة", "siege", ["القوات"], ["معسكر الحمزة"]),
    "a state attacked": ("شن المسلحون هجمات على إسرائيل", "attack", ["المسلحون"], ["إسرائيل"]),
    "fired towards something": (
        "أطلق الحزب قذائف باتجاه مواقع عسكرية في الجليل",
        "shelling",
        ["الحزب"],
        ["مواقع عسكرية"],
    ),
    "the object past a relative clause": (
        "أطلق التحالف الدولي الذي تقوده واشنطن حملة عسكرية ضد المتمردين",
        "operation",
        ["التحالف الدولي الذي تقوده واشنطن"],
        ["المتمردين"],
    ),
    "people among whom there are dead do not strike": (
        "أسفرت الغارات على مدينة دوما عن سقوط قتلى وجرحى بين المدنيين",
        "air_strike",
        [],
        ["المدنيين"],
    ),
    "quarters where people live": (
        "أطلقت القوات قذائف على مناطق سكنية",
        "shelling",
        ["القوات"],
        ["مناطق"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "actors", "targets"), CASES.values(), ids=CASES)
def test_doers_and_targets(text, kind, actors, targets):
    found = claims(text, kind)
    assert found, describe(text)
    assert surfaces(found[0].actors) == actors, describe(text)
    if targets is not None:
        assert surfaces(found[0].targets) == targets, describe(text)


def test_one_word_for_both_sides_leaves_no_room_for_a_third():
    text = "اندلعت اشتباكات بين الطرفين في الوادي وقتل خلالها ثلاثة حوثيين"
    assert "حوثيين" not in surfaces(claims(text, "armed_clash")[0].actors), describe(text)


def test_members_take_the_name_of_those_whom_their_pronoun_stands_for():
    text = "أعلن تنظيم داعش أن عناصره هاجموا حاجز البلدة"
    assert surfaces(claims(text, "attack")[0].actors) == ["تنظيم داعش"], describe(text)


def test_both_sides_are_those_of_the_fight_told_before():
    text = "وقعت معارك بين الجيش اليمني وقوات الانتقالي في عدن. وتتواصل انتهاكات الطرفين للهدنة."
    found = claims(text, "ceasefire_violation")[0]
    assert surfaces(found.actors) == ["الجيش اليمني", "قوات الانتقالي"], describe(text)


def test_both_sides_are_the_two_named_last_where_no_fight_was_told():
    text = "سيطرت المقاومة الشعبية على معسكر في الضالع. وانسحب الحوثيون من المدينة. ودارت اشتباكات بين الطرفين."
    assert len(claims(text, "armed_clash")[0].actors) == 2, describe(text)


def test_to_him_is_no_vehicle():
    text = "دخلت الهدنة التي توصل إليه الجانب الروسي مع المعارضة حيز التنفيذ في درعا"
    assert all("إليه" not in name for claim in claims(text, "ceasefire") for name in surfaces(claim.actors))
