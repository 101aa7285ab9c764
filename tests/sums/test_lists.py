"""Lists of parts that run through a text: order words, pronouns, means, «لكل», breaks, shares. All made up."""

from __future__ import annotations

import pytest

from hudna import read
from tests.sums.reading import breakdowns_of
from tests.sums.test_breakdowns import told

ORDERED = [
    ("رصد المركز 22 خرقا في سوريا. وتصدرت محافظة حلب القائمة بـ12 خرقا، تلتها إدلب بـ 7 خروقات، ثم حماة بثلاثة خروقات.",
     [(22, {"حلب": 12, "إدلب": 7, "حماة": 3}, "")]),
    ("وثقت الشبكة 40 خرقا. وقع معظمها في درعا، حيث بلغ عدد الخروقات فيها 19 خرقا، تليها حمص، التي شهدت 12 خرقا، "
     "ثم حماة بـ 6 خروقات، وإدلب بـ 3 خروقات.",
     [(40, {"درعا": 19, "حمص": 12, "حماة": 6, "إدلب": 3}, "partial")]),
    ("بلغت خروقات القوات 21 خرقا، إذ بلغ عدد الخروقات في حماة 9 خروقات. كما سجل المركز 7 خروقات في حلب و5 في درعا.",
     [(21, {"حماة": 9, "حلب": 7, "درعا": 5}, "")]),
    ("سجلت الغرفة 11 خرقا. وبلغت الخروقات في حيس 8 خروقات، فيما بلغت في الدريهمي 3 خروقات.",
     [(11, {"حيس": 8, "الدريهمي": 3}, "")]),
]  # fmt: skip

APIECE = [
    ("رصد المركز 15 خرقا في محافظات حلب وإدلب وحماة، بواقع 5 خروقات لكل محافظة.",
     [(15, {"حلب": 5, "إدلب": 5, "حماة": 5}, "")]),
    ("سجلت اللجنة 8 خروقات في محافظتي حلب وإدلب، 4 في كل منهما.", [(8, {"حلب": 4, "إدلب": 4}, "")]),
    ("وقعت 6 خروقات في كل محافظة من محافظات درعا وحمص.", [(None, {"درعا": 6, "حمص": 6}, "")]),
    ("سجلت اللجنة 9 خروقات: 5 في درعا و2 في مدينتي حلب وإدلب.", [(9, {"درعا": 5, "حلب": 2, "إدلب": 2}, "")]),
    ("سجلت اللجنة 7 خروقات: 5 في درعا و2 في مدينتي حلب وإدلب.", [(7, {"درعا": 5, "حلب وإدلب": 2}, "")]),
]  # fmt: skip

KINDS = [
    ("وثق الفريق 21 خرقا، منها 6 عبر عمليات قتالية، و15 عبر عمليات اعتقال.",
     [(21, {"عمليات قتالية": 6, "عمليات اعتقال": 15}, "kind")]),
    ("خرقت القوات الهدنة 90 مرة، ثلاث من تلك الخروقات كانت عبر طائرات حربية، وخمس عبر طائرات مسيرة.",
     [(90, {"طائرات حربية": 3, "طائرات مسيرة": 5}, "partial kind")]),
    ("سجلت البعثة 60 انتهاكا توزعت بين 45 انتهاكا جويا و15 انتهاكا بريا.",
     [(60, {"انتهاكا جويا": 45, "انتهاكا بريا": 15}, "kind")]),
    ("وثق المكتب 50 خرقا، منها 30 عملية قصف، بينها 8 عمليات قصف صاروخي.", [(50, {"قصف": 30}, "partial kind")]),
    ("سجلت البعثة 22 خرقا في حلب، بما فيها 13 انفجارا، و64 خرقا في حماة، بما في ذلك 51 انفجارا.",
     [(22, {"انفجار": 13}, "partial kind"), (64, {"انفجار": 51}, "partial kind")]),
]  # fmt: skip

ACTS = [
    ("ارتكبت القوات 9 مجازر، أربع منها في حلب، وثلاث في إدلب، وواحدة في كل من حمص ودرعا.",
     [(9, {"حلب": 4, "إدلب": 3, "حمص": 1, "درعا": 1}, "")]),
    ("سجل المركز 5 هجمات. وسجل هجومين في حلب، وآخرين في إدلب وفي حماة هجوم واحد.",
     [(5, {"حلب": 2, "إدلب": 2, "حماة": 1}, "")]),
    ("قتل 16 شخصا في المواجهات. وسقط شخصان في الخرطوم وستة في أم درمان وثمانية في نيالا.",
     [(16, {"الخرطوم": 2, "أم درمان": 6, "نيالا": 8}, "")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [*ORDERED, *APIECE, *KINDS, *ACTS])
def test_parts_of_lists_that_run_on(text: str, wanted: list[tuple]) -> None:
    assert [told(breakdown) for breakdown in breakdowns_of(text) if breakdown.parts] == wanted


NO_PARTS = [
    "رصد المركز سبعة خروقات. وانضمت 12 بلدة إلى الهدنة، منها 8 في اللاذقية و4 في حمص.",
    "بلغت الخروقات 42 خرقا في حلب. وكانت 18 خرقا في حماة و20 في إدلب قبل شهر.",
    "وثقت الشبكة 23 خرقا. أما خروقات القوات عبر الاعتقال فتوزعت إلى 2 في حلب و3 في حماة.",
    "شنت الطائرات خمس غارات على مواقع في حلب، إضافة إلى تدمير دبابة وقصف أربع غارات لمخزن في إدلب.",
    "أجلت القوات مئة شخص، بينهم 30 سوريا.",
]


@pytest.mark.parametrize("text", NO_PARTS)
def test_figures_that_are_no_parts_of_a_total(text: str) -> None:
    assert [told(breakdown) for breakdown in breakdowns_of(text) if breakdown.parts and breakdown.total] == []


def test_sides_named_by_their_state_or_their_people_are_one() -> None:
    text = (
        "سجل الجانب الروسي 26 خرقا للهدنة، بينما سجل الجانب التركي 9 خروقات.\n"
        "وقالت الوزارة: «سجلت روسيا 26 خرقا توزعت كالتالي: اللاذقية - خمسة خروقات، إدلب - 19، حماة - 2، "
        "وتركيا سجلت تسعة خروقات»."
    )
    reading = read(text)
    values = [count.value for claim in reading.claims for count in claim.counts if count.what == "violations"]
    assert (len(values), set(values)) == (2, {9, 26})
    assert [finding.code for finding in reading.findings] == ["parts_match"]


def test_a_title_told_twice_is_one_tally() -> None:
    title = "روسيا: 5 انتهاكات للهدنة في سوريا خلال يوم"
    reading = read(f"{title}\n\n{title}\nأعلن الجانب الروسي رصد 5 انتهاكات للهدنة، منها 3 في حلب و2 في حماة.")
    assert [len(count.parts) for claim in reading.claims for count in claim.counts] == [2]


RATED = [
    ("نفذ الجيش 130 خرقا والفصائل 20 خرقا، حيث تركزت خروقات الجيش في حلب بواقع 60 خرقا، تلتها إدلب بـ31، وحماة بـ12.",
     [(130, {"حلب": 60, "إدلب": 31, "حماة": 12}, "partial"), (20, {}, "")]),
    ("بلغت الخروقات 50 خرقا، وتركزت في محافظة حلب بواقع 20 خرقا، تليها إدلب بواقع 9، ثم حماة ب7 وحمص بـ 4.",
     [(50, {"حلب": 20, "إدلب": 9, "حماة": 7, "حمص": 4}, "partial")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), RATED)
def test_places_with_rates_where_breaches_centre(text, expected):
    assert [told(breakdown)[:2] for breakdown in breakdowns_of(text)] == [one[:2] for one in expected]
    assert not any(breakdown.whole for breakdown in breakdowns_of(text))


def test_kinds_line_by_line_with_words_after_them():
    text = (
        "المكتب الإعلامي: الجيش ارتكب (60) خرقا لوقف إطلاق النار على النحو التالي:\n"
        "• (20) جرائم إطلاق نار مباشر ضد المدنيين.\n• (5) عمليات توغل للآليات داخل المناطق السكنية.\n"
        "• (35) جريمة قصف واستهداف لمواطنين ومنازلهم."
    )
    (tally,) = breakdowns_of(text)
    assert (tally.total, [part.value for part in tally.parts]) == (60, [20, 5, 35])


def test_who_tells_a_tally_in_a_title_is_no_place_of_it():
    text = (
        "هيئة مقاومة الجدار والاستيطان: 30 خرقا خلال أسبوع\nوتوزعت كالتالي:\n"
        "حلب: 14 خرقا\nإدلب: 9 خروقات\nحماة: 7 خروقات"
    )
    (tally,) = breakdowns_of(text)
    assert (tally.total, [part.value for part in tally.parts]) == (30, [14, 9, 7])


def test_a_long_list_some_lines_after_its_total_belongs_to_it_by_its_sum():
    text = (
        "رصد الجيش 90 خرقا للهدنة.\nوقال الوزير إن الأمر خطير.\nودعا المبعوث إلى التهدئة.\nولم يصدر تعليق.\n"
        "وكان الاتفاق قد مدد.\nوحدثت الخروقات بواقع 40 في حلب، و30 في إدلب، و20 في حماة."
    )
    (tally,) = breakdowns_of(text)
    assert (tally.total, [part.value for part in tally.parts]) == (90, [40, 30, 20])


def test_names_and_years_are_no_counts():
    assert [b.total for b in breakdowns_of("سجلت لجنة 5+5 سبعة خروقات في سرت.")] == [7]
    assert [b.total for b in breakdowns_of("بلغت الانتهاكات خلال العام الجاري 2025 نحو 31 انتهاكا.")] == [31]


GLUED = [
    ("رصد الجانب الروسي 6 خروقات، 3 في حلب و2 في حماة ودرعا.1", {"حلب": 3, "حماة": 2, "درعا": 1}),
    ("رصد الجانب الروسي 9 خروقات في محافظات حلب.4 وحماة.3 ودرعا.2\nوأضاف البيان أن الهدوء ساد.",
     {"حلب": 4, "حماة": 3, "درعا": 2}),
    ("رصد الجانب الروسي 5خروقات في حلب(3)وحماة(2).", {"حلب": 3, "حماة": 2}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "parts"), GLUED)
def test_figures_glued_to_names(text, parts):
    (tally,) = breakdowns_of(text)
    assert {part.name: part.value for part in tally.parts} == parts
    assert sum(parts.values()) == tally.total


def test_the_first_of_a_list_may_stand_without_a_numeral():
    text = (
        "رصد الجانب الروسي خمس حالات انتهاك.\nوذكر البيان أنه تم تسجيل حالة انتهاك في حلب وأربع حالات أخرى في اللاذقية."
    )
    (tally,) = breakdowns_of(text)
    assert (tally.total, {part.name: part.value for part in tally.parts}) == (5, {"حلب": 1, "اللاذقية": 4})


def test_a_share_by_time_takes_no_place_of_something_else():
    text = "نفذت القوات 90 خرقا العام الماضي، 40 خرقا منها بعد بدء الهجوم على حلب."
    assert not any(breakdown.parts for breakdown in breakdowns_of(text))


def test_percentages_are_no_parts():
    assert [b.parts for b in breakdowns_of("سجل المركز 200 خرق، 45% منها في حلب و30% في إدلب و25% في حماة.")] == [()]
