"""Doers and targets of lists, helpers, obligations, accusations and verbs of harm."""

from __future__ import annotations

import pytest

from tests.claims.telling import claims, describe, surfaces

CASES = {
    "an adjective with the ending of its plural": (
        "طرد المقاتلون المحليون ووحدات الجيش الموالية للحكومة المتمردين من البلدة",
        "territory_taken",
        ["المقاتلون المحليون", "وحدات الجيش الموالية"],
        ["المتمردين"],
    ),
    "allies are told with whom they follow": (
        "دارت مواجهات بين الحوثيين وحلفائهم الموالين للرئيس السابق سامر نعمان من جهة وقوات المقاومة من جهة أخرى",
        "armed_clash",
        ["الحوثيين", "حلفائهم الموالين للرئيس السابق سامر نعمان", "قوات المقاومة"],
        [],
    ),
    "what is added goes on a list": (
        "قتلت القوات ثلاثة مسلحين بالإضافة إلى ستة مدنيين في القرية",
        "killing",
        ["القوات"],
        ["مسلحين", "مدنيين"],
    ),
    "counted people before a verb of harm suffer": (
        "قال الطبيب إن 14 من مسلحي الجماعة قتلوا في غارات للتحالف",
        "air_strike",
        ["تحالف"],
        ["مسلحي الجماعة"],
    ),
    "the dead of a fight stand in the ranks of a side": (
        "تقدمت القوات بعد معارك عنيفة خلفت عددا من القتلى في صفوف المتمردين",
        "armed_clash",
        ["القوات"],
        ["المتمردين"],
    ),
    "means as subject after a verb of harm": (
        "قتلت قذائف الهاون ثمانية مدنيين بينهم طفلان في البلدة",
        "shelling",
        [],
        ["مدنيين", "طفلان"],
    ),
    "a subgroup of unnamed people": (
        "أصيب عشرة أشخاص بينهم نساء في غارة على السوق",
        "air_strike",
        [],
        ["السوق", "نساء"],
    ),
    "a verb that disagrees begins no clause": (
        "أتلف المقاتلون معدات وطائرات ودبابات يسيطر عليها الحوثيون",
        "destruction",
        ["المقاتلون"],
        ["معدات", "طائرات", "دبابات"],
    ),
    "a joined verb has another subject than its object": (
        "شن التحالف تسع غارات تركز بعضها قرب الجسر وقصفت وحدات مدرعة تابعة للتنظيم",
        "air_strike",
        ["التحالف"],
        ["وحدات مدرعة تابعة للتنظيم"],
    ),
    "«خصوصا» after a verb": (
        "شن الطيران غارات ليلا استهدفت خصوصا مستودع الذخيرة",
        "air_strike",
        ["الطيران"],
        ["مستودع الذخيرة"],
    ),
    "who is backed acts with who backs": (
        "أطلقت القوات الحكومية مدعومة من الطيران الروسي هجوما على التلال",
        "attack",
        ["القوات الحكومية", "الطيران الروسي"],
        None,
    ),
    "who helps": (
        "استعاد الجيش، بمؤازرة قوات حليفة، البلدة",
        "territory_taken",
        ["الجيش", "قوات حليفة"],
        [],
    ),
    "done by a pronoun after the verb": ("قتل شرطي في هجوم قام به مسلحون", "attack", ["مسلحون"], ["شرطي"]),
    "the accused after a noun": (
        "رفض الوزير اتهام إسرائيل بخرق الهدنة",
        "ceasefire_violation",
        ["إسرائيل"],
        [],
    ),
    "accusations against somebody": (
        "تتوالى اتهامات للجيش السوري بتنفيذ هجوم على البلدة",
        "attack",
        ["جيش السوري"],
        None,
    ),
    "who must act": (
        "يجب على الحكومة السودانية أن توقف هجومها العسكري في الإقليم",
        "ceasefire",
        ["الحكومة السودانية"],
        [],
    ),
    "the verb that begins a quotation": (
        'قال مدير المركز سامر الوادي للصحيفة "نفذت الطائرات التركية فجرا أربع غارات على التل"',
        "air_strike",
        ["الطائرات التركية"],
        None,
    ),
    "a doer of the next statement": (
        "أعلنت المقاومة عن تحرير المحافظة، فيما توقع مراقبون انقلابا على يد فصائل معارضة",
        "territory_taken",
        ["المقاومة"],
        [],
    ),
    "prisoners of the event word": ("تحدث الوفد عن تبادل أسرى بين الطرفين", "release", None, ["أسرى"]),
}


@pytest.mark.parametrize(("text", "kind", "actors", "targets"), CASES.values(), ids=CASES)
def test_sides(text, kind, actors, targets):
    found = claims(text, kind)
    assert found, describe(text)
    if actors is not None:
        assert surfaces(found[0].actors) == actors, describe(text)
    if targets is not None:
        assert surfaces(found[0].targets) == targets, describe(text)
