"""Lists that are told away from their total, with shares, things and other tallies between. All sentences made up."""

from __future__ import annotations

import pytest

from hudna import read
from tests.sums.reading import breakdowns_of
from tests.sums.test_breakdowns import told

LISTS = [
    # the largest part
    ("سجل المركز 40 خرقا، وكان النصيب الأكبر لمحافظة حلب بـ19 خرقا، ثم إدلب بـ12.",
     [(40, {"حلب": 19, "إدلب": 12}, "partial")]),
    # the place before a verb of its own
    ("وثقت الشبكة 30 خرقا: حلب شهدت 12 خرقا، وحماة تعرضت لـ 11 خرقا، وإدلب لـ7.",
     [(30, {"حلب": 12, "حماة": 11, "إدلب": 7}, "")]),
    # one more act of the kind just counted
    ("سجل المركز 14 خرقا، منها 12 غارة في حلب، وغارة على حماة، وقصف في إدلب.",
     [(14, {"حلب": 12, "حماة": 1}, "partial")]),
    # things fired stand before the part that counts acts
    ("ارتكبت القوات 40 خرقا توزعت بين إطلاق 52 صاروخا و451 قذيفة، و29 عملية تحليق.",
     [(40, {"تحليق": 29}, "partial kind")]),
    ("خرقت القوات الهدنة 46 مرة، 30 منها جوية و16 برية.", [(46, {"جوية": 30, "برية": 16}, "kind")]),
    ("خرقت الميليشيا الهدنة 52 مرة، 40 مرة في الحديدة، و12 مرة في تعز.", [(52, {"الحديدة": 40, "تعز": 12}, "")]),
    ("خرقت الفصائل الهدنة 16 مرة خلال الساعات الـ24 الماضية، منها 7 مرات في ريف حمص و4 مرات في ريف حماة.",
     [(16, {"ريف حمص": 7, "ريف حماة": 4}, "partial")]),
    # the first of a list that stands before it as a total
    ("أعلنت القوة تسجيل 750 انتهاكا.\nوقالت: سجلنا أكثر من 750 انتهاكا جويا ونحو 250 انتهاكا بريا.",
     [(None, {"انتهاكا جويا": 750, "انتهاكا بريا": 250}, "kind")]),
    # people told in passing
    ("ارتكبت القوات 61 خرقا أسفرت عن مقتل 94 مدنيا، بواقع 52 عملية قصف و9 عمليات توغل.",
     [(61, {"قصف": 52, "توغل": 9}, "kind")]),
    ("وثقت الشبكة 400 انتهاك، 277 منها على يد قوات النظام، معظمها في حلب 120 وإدلب 80.",
     [(400, {"قوات النظام": 277}, "partial actor"), (400, {"حلب": 120, "إدلب": 80}, "partial")]),
    ("وثقت الشبكة 400 انتهاك، 277 منها على يد قوات النظام، معظمها في حلب 120 وإدلب 157.",
     [(277, {"حلب": 120, "إدلب": 157}, "partial")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), LISTS)
def test_lists_with_something_between(text: str, wanted: list[tuple]) -> None:
    assert [told(breakdown) for breakdown in breakdowns_of(text) if breakdown.parts] == wanted


NO_PARTS = [
    ("وثق المكتب 61 خرقا أسفرت عن مقتل 94 مدنيا، إضافة إلى 45 حالة اعتقال.", [61]),
    ("طال القصف 8 مناطق هي 5 في حلب و3 في إدلب، وسجل المركز 12 خرقا.", [12]),
    ("خرقت القوات الهدنة 40 مرة في الحديدة.", [40]),
    ("رصدت الغرفة 20 خرقا في تعز، أما مأرب فشهدت 6 خروقات.", [20, 6]),
    ("سجلت اللجنة خرقتين في حلب.", [2]),
    ("خرقت الفصائل اتفاق وقف إطلاق النار الذي أعلن عنه قبل يومين نائب رئيس الوزراء سالم نصار بعد اجتماعات مع رئيس "
     "الوفد المفاوض، غدير سلوم، 20 مرة.", [20]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "totals"), NO_PARTS)
def test_figures_beside_a_total(text: str, totals: list[int]) -> None:
    found = breakdowns_of(text)
    assert [breakdown.total for breakdown in found] == totals
    assert not any(breakdown.parts for breakdown in found)


UNCERTAIN = [
    "ارتكبت القوات 40 خرقا توزعت بين إطلاق 52 صاروخا و451 قذيفة، و29 عملية تحليق.",
    "انضمت إلى الهدنة 8 مناطق هي 5 في حلب و3 في إدلب، وسجل المركز 12 خرقا.",
    "سجل المركز 40 خرقا، وكان النصيب الأكبر لمحافظة حلب بـ19 خرقا.",
]


@pytest.mark.parametrize("text", UNCERTAIN)
def test_no_sum_is_called_wrong_where_the_list_is_not_all(text: str) -> None:
    assert "parts_differ" not in [finding.code for finding in read(text).findings]


SIDES = [
    ("رصد الجانب الروسي 5 خروقات، بينما لم ترصد تركيا أي خرق.", {"الجانب الروسي": 5, "تركيا": 0}),
    ("لم ترصد روسيا أي خروق خلال اليوم الماضي، بينما رصدت تركيا 3 خروقات.", {"روسيا": 0, "تركيا": 3}),
    ("وسجلت وزارة الدفاع، بحسب بيانها، 20 خرقا للهدنة.", {"وزارة الدفاع": 20}),
]


@pytest.mark.parametrize(("text", "wanted"), SIDES)
def test_who_tells_each_tally(text: str, wanted: dict[str, int]) -> None:
    found = [(c.speaker.span.text, n.value) for c in read(text).claims if c.speaker for n in c.counts]
    assert dict(found) == wanted


def test_a_share_of_a_part_is_no_tally_of_its_own() -> None:
    text = "سجلت الشبكة 36 خرقا، 23 منها عبر عمليات قتالية، و13 عبر عمليات اعتقال بينها 10 على يد القوات."
    values = [n.value for c in read(text).claims for n in c.counts if n.what == "violations"]
    assert values == [36]


def test_a_tally_of_attacks_keeps_its_speaker_before_a_later_attack() -> None:
    text = (
        "وزارة الدفاع: 8 اعتداءات في إدلب\nوذكر رئيس المركز سالم نصار أنه تم تسجيل 8 اعتداءات، منها اعتداءان في حماة، "
        "وخمسة في إدلب، واعتداء واحد في اللاذقية.\n\nواعتدى المسلحون قبل شهر بعدد من القذائف على نقاط للجيش في إدلب."
    )
    told = [(c.speaker.span.text, len(n.parts)) for c in read(text).claims if c.speaker for n in c.counts]
    assert ("رئيس المركز سالم نصار", 3) in told


def test_one_that_says_of_another_noun_that_it_is_single_is_no_part() -> None:
    text = "رصد الجانب التركي 8 خروقات في إدلب (4) وحماة (3).\nونفذت الفرق عملية إنسانية واحدة في محافظة حمص."
    reading = read(text)
    assert [[part.value for part in count.parts] for claim in reading.claims for count in claim.counts] == [[4, 3]]
    assert [finding.code for finding in reading.findings] == ["parts_differ"]


@pytest.mark.parametrize(
    "told_by", ["بينما رصد الجانب التركي 3 حالات", "والجانب التركي 3 حالات", "فيما سجل الطرف التركي 3 حالات"]
)
def test_cases_that_a_side_records_are_its_own_breaches(told_by: str) -> None:
    reading = read(f"رصد الجانب الروسي 9 حالات إطلاق نار في حلب، {told_by} في إدلب.")
    found = [
        (claim.speaker.span.text, count.value) for claim in reading.claims if claim.speaker for count in claim.counts
    ]
    assert found == [("الجانب الروسي", 9), (" ".join(told_by.split()[-4:-2]).removeprefix("و"), 3)]
