"""Doers and targets told away from the event word: pronouns, left-out subjects, aircraft, holders of ground."""

from __future__ import annotations

import pytest

from tests.claims.telling import claims, describe, surfaces

CASES = {
    # doers that the sentence names elsewhere
    "pronoun at the noun": ("كثف الجيش هجماته على أطراف السخنة", "attack", ["الجيش"], []),
    "verbal noun after the deed": (
        "تقدم الجيش الليبي نحو الساحل بعد السيطرة على بلدة الجميل",
        "territory_taken",
        ["الجيش الليبي"],
        [],
    ),
    "saying that one goes on": ("أكدت حركة الشباب استمرارها في قصف المعسكر", "shelling", ["حركة الشباب"], ["المعسكر"]),
    "the latter": (
        "تجدد القتال بين الجيش اليمني وجماعة الحوثي إثر سيطرة الأخيرة على مبنى الإذاعة",
        "territory_taken",
        ["جماعة الحوثي"],
        [],
    ),
    "pronoun after the complement": (
        "قوات حكومة الوفاق قالت إنها استعادت بلدة تاورغاء",
        "territory_taken",
        ["قوات حكومة الوفاق"],
        [],
    ),
    "words between verb and subject": (
        "هجمات تصدت لها وحدات من الجيش ثم اعتقلت سبعة مسلحين",
        "detention",
        None,
        ["مسلحين"],
    ),
    # who is accused, urged, blamed, credited
    "accused without a named accuser": ("واتهم المتمردين بمهاجمة ثكنة في تعز", "attack", ["المتمردين"], ["ثكنة"]),
    "accused by a participle": ("تحدث الوزير متهما إيران بإطلاق صواريخ على ميناء", "shelling", ["إيران"], ["ميناء"]),
    "blamed": ("ألقت الوزارة باللوم على المتمردين لانتهاك الهدنة", "ceasefire_violation", ["المتمردين"], []),
    "asked": ("طلب الوفد من فصائل المعارضة الانسحاب من المعبر", "withdrawal", ["فصائل المعارضة"], []),
    "credited": ("سجلت الشرطة هجمات نسبت إلى مسلحين أكراد", "attack", ["مسلحين أكراد"], []),
    "who demands does not act": ("خرج السكان للمطالبة بإطلاق سراح المعتقلين", "release", [], None),
    # aircraft
    "aircraft in the event word": (
        "استهدفت مقاتلات التحالف العربي رتلا للحوثيين في البيضاء",
        "air_strike",
        ["مقاتلات التحالف العربي"],
        ["رتلا للحوثيين"],
    ),
    "drones alone are means": ("استهدفت مسيرات مستودعا في الحسكة", "air_strike", [], ["مستودعا"]),
    "an event noun is the subject": (
        "أصيب عشرة أشخاص في انفجار عبوة استهدف موكب المحافظ",
        "explosion",
        [],
        ["موكب المحافظ"],
    ),
    # targets
    "settlements without a name": ("قصف المتمردون أحياء سكنية في تعز", "shelling", ["المتمردون"], ["أحياء"]),
    "held by somebody": (
        "أطلق الجيش عملية عسكرية في البلدات التي تسيطر عليها المعارضة",
        "operation",
        ["الجيش"],
        ["المعارضة"],
    ),
    "freed from somebody's hold": (
        "سيطر الجيش على بلدة زنجبار التي كانت في أيدي الحوثيين",
        "territory_taken",
        ["الجيش"],
        ["الحوثيين"],
    ),
    "fallen into somebody's hold": ("سقطت المدينة تحت قبضة تنظيم داعش", "territory_taken", ["تنظيم داعش"], []),
    "a convoy": ("أطلق مسلحون النار على قافلة عسكرية في شرناق", "gunfire", ["مسلحون"], ["قافلة عسكرية"]),
    "inside a store": ("وقع انفجار في مخزن أسلحة للحزب", "explosion", [], ["مخزن أسلحة للحزب"]),
    "besieged people": ("حاصر الجيش الإرهابيين في وسط المدينة", "siege", ["الجيش"], ["الإرهابيين"]),
    "wreck in the event word": ("سقوط طائرة تجسس إسرائيلية في بنت جبيل", "destruction", [], ["طائرة تجسس إسرائيلية"]),
    "owner after an adjective": (
        "استهدف الطيران آليات متحركة للحوثيين في صعدة",
        "air_strike",
        None,
        ["آليات متحركة للحوثيين"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "actors", "targets"), CASES.values(), ids=CASES)
def test_doers_and_targets(text, kind, actors, targets):
    found = claims(text, kind)
    assert found, describe(text)
    if actors is not None:
        assert surfaces(found[0].actors) == actors
    if targets is not None:
        assert surfaces(found[0].targets) == targets


def test_a_subgroup_is_harmed_as_well():
    found = claims("مقتل ستة مدنيين بينهم طفلان في قصف على دوما")[0]
    assert surfaces(found.targets) == ["مدنيين", "طفلان"]


def test_victims_named_by_their_side_took_part_in_the_clash():
    found = claims("قتل عشرة من الحوثيين في اشتباكات مع المقاومة الشعبية", "armed_clash")[0]
    assert set(surfaces(found.actors)) == {"الحوثيين", "المقاومة الشعبية"}


def test_the_side_with_aircraft_is_remembered():
    text = "شنت طائرات حربية إسرائيلية غارات على رفح. ودمرت غارة ثانية ورشة شمال القطاع."
    assert all(claim.actors for claim in claims(text, "air_strike")), describe(text)


def test_one_side_of_a_clash_brings_the_other():
    text = "اندلعت معارك بين الجيش اليمني والحوثيين في مأرب. وقتل عشرة جنود في المعارك مع الحوثيين."
    assert all(len(claim.actors) == 2 for claim in claims(text, "armed_clash")), describe(text)


def test_a_plural_verb_looks_further_back():
    text = "هاجم مسلحو المعارضة ثكنة في جوبا. وقال الوالي إن الوضع هادئ. كما هاجموا معسكرا في ملكال."
    assert surfaces(claims(text, "attack")[-1].actors) == ["مسلحو المعارضة"], describe(text)


@pytest.mark.parametrize(
    ("place", "entry"),
    [
        ("في مدينة مأرب في اليمن", "ye.army"),
        ("في مدينة درنة في ليبيا", "ly.lna"),
        ("في بلدة عفرين في سوريا", "sy.national_army"),
    ],
)
def test_the_country_of_the_document_settles_names_that_several_share(place, entry):
    found = claims(f"هاجم الجيش الوطني معسكرا للمتمردين {place}", "attack")[0]
    assert [actor.id for actor in found.actors] == [entry]


def test_who_was_fought_before_is_not_said_to_have_lost_ground():
    text = "اندلعت معارك بين الجيش الليبي وتنظيم داعش في سرت. ثم سيطر الجيش الليبي على ميناء سرت."
    assert claims(text, "territory_taken")[0].targets == (), describe(text)


def test_a_bare_reference_takes_the_fuller_name():
    text = "دخلت القوات الموالية للحكومة مدينة زنجبار. وتمكنت هذه القوات من السيطرة على معسكر قربها."
    assert surfaces(claims(text, "territory_taken")[-1].actors) == ["القوات الموالية للحكومة"], describe(text)


def test_a_name_that_nothing_reads_may_be_the_patient():
    found = claims("أعلنت الشرطة اغتيال زيدان القطواني في صيدا", "killing")[0]
    assert surfaces(found.targets) == ["زيدان القطواني"]


def test_those_joined_as_one_subject_are_no_enemies():
    text = "اشتبكت قوات النظام وحزب الله في حلب مع جبهة النصرة. وسيطرت قوات النظام على بلدة خان طومان."
    targets = surfaces(claims(text, "territory_taken")[0].targets)
    assert "حزب الله" not in targets, describe(text)


def test_the_pronoun_of_what_was_freed_is_no_doer():
    found = claims("زار الحوثيون مدينة عدن ثم عاد السكان إليها بعد تحريرها من الميليشيات", "territory_taken")
    assert all(not claim.actors for claim in found)
