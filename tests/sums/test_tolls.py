"""Lists of people: by province, line by line, by perpetrator; and tallies by doers. All made up."""

from __future__ import annotations

import pytest

from hudna import read
from tests.sums.reading import breakdowns_of

BY_PLACE = [
    ("قالت الهيئة إن 40 شخصا قتلوا أمس. وسقط 20 قتيلا في حلب و12 في إدلب وخمسة في حماة وثلاثة في درعا.",
     [("casualties", 40, {"حلب": 20, "إدلب": 12, "حماة": 5, "درعا": 3})]),
    ("قتل 17 مدنيا وأصيب 21 آخرون في ثلاث مدن، منهم 8 قتلى في حلب و5 قتلى في حمص و4 في درعا.",
     [("casualties", 17, {"حلب": 8, "حمص": 5, "درعا": 4})]),
    ("أدت الغارات إلى استشهاد 12 شخصا: ستة شهداء في صور وأربعة في مرجعيون وشهيد في كل من النبطية وبنت جبيل.",
     [("casualties", 12, {"صور": 6, "مرجعيون": 4, "النبطية": 1, "بنت جبيل": 1})]),
]  # fmt: skip

BY_LINE = [
    ("أدت الغارات إلى استشهاد 14 شخصا وإصابة 30 بجروح.\nوتوزعت الحصيلة على الشكل التالي:\n"
     "- محافظة حلب: 8 شهداء و11 جريحا\n- محافظة إدلب: 5 شهداء و13 جريحا\n- محافظة حماة: شهيد واحد و6 جرحى",
     [(14, {"حلب": 8, "إدلب": 5, "حماة": 1}), (30, {"حلب": 11, "إدلب": 13, "حماة": 6})]),
    ("أسفر القصف عن الحصيلة التالية:\n• حلب: 7 شهداء و9 جرحى.\n• إدلب: 4 شهداء و10 جرحى.\n• حماة: 3 شهداء وجريحان.\n"
     "وبذلك بلغت الحصيلة الإجمالية 14 شهيدا وإصابة 21 بجروح.",
     [(14, {"حلب": 7, "إدلب": 4, "حماة": 3}), (21, {"حلب": 9, "إدلب": 10, "حماة": 2})]),
    ("أدت الغارات إلى استشهاد 9 أشخاص وإصابة 14 شخصا:\n- محافظة حلب أدت إلى استشهاد خمسة أشخاص وإصابة ثمانية بجروح.\n"
     "- محافظة إدلب أدت إلى إصابة شخص بجروح.\n- محافظة حماة أدت إلى استشهاد شخصين وإصابة ثلاثة بجروح.\n"
     "- محافظة درعا أدت إلى استشهاد شخصين وإصابة شخصين بجروح.",
     [(9, {"حلب": 5, "حماة": 2, "درعا": 2}), (14, {"حلب": 8, "إدلب": 1, "حماة": 3, "درعا": 2})]),
]  # fmt: skip

BY_DOER = [
    ("وثقت الشبكة مقتل 60 مدنيا الشهر الماضي، قتلت قوات النظام 33 منهم، والقوات الروسية 15، وفصائل المعارضة 5، "
     "بينما قتل 7 على يد جهات أخرى.",
     [(60, {"قوات النظام": 33, "القوات الروسية": 15, "فصائل المعارضة": 5, "جهات أخرى": 7})]),
    ("سجلت الشبكة 90 حالة اعتقال تعسفي. وذكر التقرير أن 50 (بينهم طفل وسيدتان) كانوا على يد قوات النظام، "
     "و25 بينهم 3 أطفال على يد قوات سوريا الديمقراطية، و15 حالة على يد هيئة تحرير الشام.",
     [(90, {"قوات النظام": 50, "قوات سوريا الديمقراطية": 25, "هيئة تحرير الشام": 15})]),
    ("بلغ عدد الضحايا 45 قتيلا: 30 قتلتهم قوات النظام، و12 قتلتهم القوات الروسية، و3 قتلهم التنظيم.",
     [(45, {"قوات النظام": 30, "القوات الروسية": 12, "التنظيم": 3})]),
    ("رصد المركز 88 انتهاكا في تعز، ارتكبت مليشيا الحوثي 61 منها والقوات الحكومية 27.",
     [(88, {"مليشيا الحوثي": 61, "القوات الحكومية": 27})]),
]  # fmt: skip

NO_LIST = [
    "قتل 9 أشخاص في حلب، و4 في إدلب، و3 في حماة، و2 في درعا.",
    "قتل 35 شخصا في إدلب. واعتقلت القوات 61 مدنيا في حلب، بينهم 40 على يد الشرطة.",
    "اعتقل 136 شخصا في سوريا. وسجلت حلب 123 اعتقالا، تلتها حمص بـ53، ثم درعا بـ42، وإدلب بـ41، وحماة بـ29.",
    "قتل 40 شخصا، بينهم 12 طفلا و8 نساء و20 رجلا.",
]


def lists_of(text: str) -> list[tuple[float | None, dict[str, float | None]]]:
    """The totals with their parts by name, those without parts left out."""
    return [(b.total, {part.name: part.value for part in b.parts}) for b in breakdowns_of(text) if b.parts]


@pytest.mark.parametrize(("text", "expected"), BY_PLACE)
def test_people_by_place(text, expected):
    found = [(b.what, b.total, {part.name: part.value for part in b.parts}) for b in breakdowns_of(text) if b.parts]
    assert found == expected


@pytest.mark.parametrize(("text", "expected"), BY_LINE)
def test_dead_and_wounded_line_by_line(text, expected):
    assert sorted(lists_of(text), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(("text", "expected"), BY_DOER)
def test_people_and_breaches_by_those_who_did_it(text, expected):
    assert lists_of(text) == expected


def test_lines_that_end_with_a_cause():
    text = (
        "سقط 40 شهيدا الأسبوع الماضي.\nوتوزعوا حسب جهة القتل كالتالي:\n– 20 شهيدا على يد “قوات النظام”.\n"
        "– 12 شهيدا على يد “تنظيم الدولة”.\n– 6 شهداء بانفجار لغم أرضي.\n– 2 شهيد تحت التعذيب."
    )
    assert [(total, list(parts.values())) for total, parts in lists_of(text)] == [(40, [20, 12, 6, 2])]


def test_dead_and_wounded_of_one_figure():
    text = "وثقت البعثة 50 إصابة في صفوف المدنيين، من ضمنها 22 حالة وفاة و28 إصابة بجروح."
    assert lists_of(text) == [(50, {"حالة وفاة": 22, "إصابة": 28})]


def test_many_parts_that_all_but_make_a_total_do_not_add_up():
    text = "بلغ عدد المصابين 100، وأصيب 50 في حلب و20 في إدلب و14 في حماة و9 في حمص و4 في درعا."
    (finding,) = [finding for finding in read(text).findings if finding.code.startswith("parts")]
    assert (finding.code, finding.figures["sum"]) == ("parts_differ", 97)


def test_a_rest_without_figure_leaves_the_list_open():
    text = "قتل 100 شخص أمس، 50 في حلب و20 في إدلب و14 في حماة و9 في حمص و4 في درعا، والباقي في القنيطرة."
    assert not [finding for finding in read(text).findings if finding.code == "parts_differ"]


@pytest.mark.parametrize("text", NO_LIST)
def test_figures_that_make_no_total_are_no_list(text):
    assert not [finding for finding in read(text).findings if finding.code in ("parts_differ", "parts_match")]


def test_the_heading_of_a_line_is_no_speaker():
    text = BY_LINE[0][0]
    reading = read("أعلنت وزارة الصحة أن " + text.removeprefix("أدت "))
    spoken = {claim.speaker.span.text for claim in reading.claims if claim.speaker is not None}
    assert not any(name.startswith("محافظة") for name in spoken)


def test_dead_and_wounded_of_one_claim_each_have_their_parts():
    counts = [count for claim in read(BY_LINE[0][0]).claims for count in claim.counts if count.parts]
    assert {(count.what, count.value) for count in counts} == {("killed", 14), ("wounded", 30)}
    codes = [finding.code for finding in read(BY_LINE[0][0]).findings]
    assert codes == ["parts_match", "parts_match"]
