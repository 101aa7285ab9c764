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
        "جرت مواجهات بين المتمردين وحلفائهم الموالين للرئيس السابق سامر نعمان من جهة وقوات المقاومة من جهة أخرى",
        "armed_clash",
        ["المتمردين", "حلفائهم الموالين للرئيس السابق سامر نعمان", "قوات المقاومة"],
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
        "أتلف المقاتلون معدات وطائرات ومدافع تسيطر عليها الجماعة",
        "destruction",
        ["المقاتلون"],
        ["معدات", "طائرات", "مدافع"],
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
    "what ل brings to a blow is struck": (
        "نددت المنظمة بقصف إسرائيلي لخيام النازحين قرب الساحل",
        "shelling",
        ["إسرائيلي"],
        ["خيام النازحين"],
    ),
    "what ل ties to a place is not": (
        "جاء الهجوم قرب مخيم اليرموك للاجئين الفلسطينيين",
        "attack",
        None,
        [],
    ),
    "people belong to their housing": (
        "قصفت الميليشيات مراكز النازحين ومساكن الأهالي والمؤسسات الصحية",
        "shelling",
        ["الميليشيات"],
        ["مراكز النازحين", "مساكن الأهالي", "المؤسسات الصحية"],
    ),
    "a hyphen between two days": (
        "أسقطت الدفاعات الجوية ليل الأحد-الاثنين صواريخ فوق الساحل",
        "interception",
        ["الدفاعات الجوية"],
        ["صواريخ"],
    ),
    "«خاصة» as adjective": (
        "قال المتحدث إن وحدات يمنية خاصة تقوم حاليا بملاحقة المتمردين في الجبل",
        "operation",
        ["وحدات يمنية"],
        ["المتمردين"],
    ),
    "an unknown subject": ("استهدف المنفذون الموكب بإطلاق النار", "gunfire", None, ["الموكب"]),
    "what was aimed at": (
        "أطلق المسلحون ثمانية صواريخ مستهدفين قوات البيشمركة في القضاء",
        "shelling",
        ["المسلحون"],
        ["قوات البيشمركة"],
    ),
    "who fires by a verbal noun": (
        "جاءت الغارات بعد إطلاق الفصائل المسلحة عشرة صواريخ على البلدة",
        "shelling",
        ["الفصائل المسلحة"],
        None,
    ),
    "taken with the auxiliary of the passive": (
        "قال المصدر إن عشرات المسلحين تم أسرهم في الوادي",
        "detention",
        [],
        ["المسلحين"],
    ),
    "blame with a pronoun between": (
        "هز تفجير ألقي باللوم فيه على تنظيم القاعدة فندقا في البلدة",
        "explosion",
        ["تنظيم القاعدة"],
        None,
    ),
    "the government as adjective": ("نددت المنظمة بالغارات الحكومية على الحي", "air_strike", ["الحكومية"], None),
    "a person is no object of a verb with على": (
        "استعادت الكتائب الموالية لحكومة الرئيس المنتخب سامر نعمان مدينة زنجبار",
        "territory_taken",
        ["الكتائب الموالية"],
        [],
    ),
    "settlements without a name are struck": (
        "أطلق الحزب صواريخ نحو المواقع العسكرية والمستوطنات",
        "shelling",
        ["الحزب"],
        ["المواقع العسكرية", "المستوطنات"],
    ),
    "what is closed": ("أغلق الجيش المعبر أمام المدنيين", "siege", ["الجيش"], ["المعبر"]),
    "harm that the fight before it caused": (
        "اندلعت معركة أودت بحياة عشرة جنود منذ بدء القتال",
        "armed_clash",
        None,
        ["جنود"],
    ),
    "a noun in the subject's case": (
        "وعلى إثر ذلك نصب المتمردون حاجزا على الطريق",
        "deployment",
        ["المتمردون"],
        [],
    ),
    "two nations": (
        "نددت الحركة بالقصف الأميركي البريطاني على الميناء",
        "shelling",
        ["الأميركي", "البريطاني"],
        None,
    ),
    "the noun before the relative": (
        "نددت المنظمة بالفصائل المسلحة التي تخرق قرار الهدنة",
        "ceasefire_violation",
        ["الفصائل المسلحة"],
        [],
    ),
    "an event word that begins with the relative": (
        "دار النزاع بين الحكومة الصومالية وحركة الشباب التي تسيطر على الميناء",
        "control_status",
        ["حركة الشباب"],
        [],
    ),
    "the genitive before the verb": (
        "وعقب إعلان ترامب انسحاب بلاده، أعلن الجيش الإسرائيلي ليلا أنه استهدف مواقع في الريف",
        "attack",
        ["الجيش الإسرائيلي"],
        ["مواقع"],
    ),
    "an operation that brought the deed about": (
        "استعادت القوات الحكومية السورية مؤخرا معظم المحافظة إثر عملية عسكرية",
        "operation",
        ["القوات الحكومية السورية"],
        [],
    ),
    "in whose company": (
        "زار الوزير برفقة قائد الجيش القاعدة",
        "talks",
        ["الوزير", "قائد الجيش"],
        [],
    ),
    "weapons added to vehicles": (
        "استولى المقاتلون على عربة عسكرية بالإضافة إلى أسلحة وذخائر",
        "destruction",
        ["المقاتلون"],
        ["عربة عسكرية", "أسلحة", "ذخائر"],
    ),
    "who leaves in the event word": (
        "بدأت الحافلات بتنفيذ عمليات خروج المسلحين من الحي",
        "withdrawal",
        ["المسلحين"],
        [],
    ),
    "the verb after the noun before «من قبل»": (
        "تقدم المقاتلون في هجوم شنته قوات مشتركة مجهزة بالأسلحة من قبل التحالف",
        "attack",
        ["قوات مشتركة"],
        None,
    ),
}


@pytest.mark.parametrize(("text", "kind", "actors", "targets"), CASES.values(), ids=CASES)
def test_sides(text, kind, actors, targets):
    found = claims(text, kind)
    assert found, describe(text)
    if actors is not None:
        assert surfaces(found[0].actors) == actors, describe(text)
    if targets is not None:
        assert surfaces(found[0].targets) == targets, describe(text)


def test_the_attack_told_again_has_the_same_doer():
    text = "شن المسلحون هجوما على الحاجز في الوادي. وأسفر الهجوم عن مقتل ثلاثة جنود."
    assert all(surfaces(claim.actors) == ["المسلحون"] for claim in claims(text, "attack")), describe(text)


def test_the_harmed_are_targets_of_both_means():
    text = "قال الطبيب إن 14 من مسلحي الجماعة قتلوا في غارات للتحالف ومواجهات مع القوات المشتركة"
    for kind in ("air_strike", "armed_clash"):
        assert surfaces(claims(text, kind)[0].targets) == ["مسلحي الجماعة"], describe(text)


def test_an_exchange_has_the_parties_told_before():
    text = "تتواصل المفاوضات بين الحكومة السورية وحركة أحرار الشام في إدلب. ويجري الحديث عن تبادل أسرى."
    assert len(claims(text, "release")[0].actors) == 2, describe(text)
