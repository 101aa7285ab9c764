"""The first of a list is no total; parts without a name, munitions, sides of one state. All sentences made up."""

from __future__ import annotations

import pytest

from hudna import read
from tests.sums.reading import breakdowns_of
from tests.sums.test_breakdowns import told

LISTS = [
    # the figure with its counted word opens the list of a total told just before
    ("أعلن المركز 24 خرقا في سوريا. وقال إنه سجل 11 خرقا من قبل المسلحين داخل محافظة حماة و8 في حلب و5 في درعا.",
     [(24, {"حماة": 11, "حلب": 8, "درعا": 5}, "")]),
    ("أعلن المركز 24 خرقا في سوريا. وتم تسجيل 11 خرقا في منطقة إدلب و8 في حلب و5 في درعا.",
     [(24, {"منطقة إدلب": 11, "حلب": 8, "درعا": 5}, "")]),
    # what follows a total that makes itself is its own list
    ("أعلن المركز 24 خرقا في سوريا. وتم تسجيل 12 خرقا في منطقة إدلب، منها 8 في حلب و4 في درعا.",
     [(12, {"حلب": 8, "درعا": 4}, "")]),
    # a direction leads to its place without a preposition
    ("سجلت القوات (60) خرقا للهدنة، منها (30) خرقا للهدنة في تعز، و(18) خرقا للهدنة شرق وغرب مأرب، كما سجلت (12) خرقا "
     "للهدنة في حيس.", [(60, {"تعز": 30, "شرق وغرب مأرب": 18, "حيس": 12}, "")]),
    # a part whose name nobody knows leaves the list open
    ("سجل المركز 60 خرقا، منها 20 خرقا في تعز و12 في مأرب و13 خرقا على مواقع متفرقة، كما سجل 9 في حيس و6 في الجوف.",
     [(60, {"تعز": 20, "مأرب": 12, "حيس": 9, "الجوف": 6}, "partial")]),
    # munitions that their parts make
    ("سجل المركز سقوط 7 قذائف، منها 4 في حلب وقذيفة في إدلب واثنتان في حماة.",
     [(7, {"حلب": 4, "إدلب": 1, "حماة": 2}, "")]),
    ("سجل المركز إطلاق 9 صواريخ على المدن، منها 5 صواريخ على حلب وصاروخان على حماة واثنان على إدلب.",
     [(9, {"حلب": 5, "حماة": 2, "إدلب": 2}, "")]),
    ("وسقطت قذيفتان على الريف، واحدة باتجاه حلب وأخرى باتجاه إدلب.", [(2, {"حلب": 1, "إدلب": 1}, "")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), LISTS)
def test_whose_parts_a_list_has(text: str, wanted: list[tuple]) -> None:
    assert [told(breakdown) for breakdown in breakdowns_of(text) if breakdown.parts] == wanted


NO_MUNITIONS = [
    "سجل المركز إطلاق 9 صواريخ، منها 5 في حلب و3 في حماة.",
    "سقطت 8 قذائف على المدينة، ما أدى إلى إصابة 5 في حلب و3 في حماة.",
]


@pytest.mark.parametrize("text", NO_MUNITIONS)
def test_munitions_that_do_not_add_up_make_no_tally(text: str) -> None:
    assert not any(breakdown.unit_id == "munition" for breakdown in breakdowns_of(text))


def test_shells_stand_in_the_way_of_no_list() -> None:
    text = "سجل المركز 12 خرقا: 5 في حلب بإطلاق 7 قذائف، و4 في إدلب و3 في حماة."
    assert [told(breakdown) for breakdown in breakdowns_of(text)] == [(12, {"حلب": 5, "إدلب": 4, "حماة": 3}, "")]


def test_a_list_cut_by_a_stop_is_not_called_wrong() -> None:
    text = (
        "ارتكبت القوات 90 خرقا للهدنة. وتوزعت الخروقات بين 41 خرقا في حيس و33 خرقا في مأرب و10 خروقات في يوم السبت. "
        "جبهات تعز وستة خروقات غرب حجة."
    )
    assert "parts_differ" not in [finding.code for finding in read(text).findings]


def test_sides_of_one_state_are_one_side() -> None:
    text = (
        "أعلنت الوزارة أن المراقبين الروس سجلوا 14 خرقا للهدنة، مقابل 8 خروقات سجلها نظراؤهم الأتراك.\n\n"
        "وذكرت أن الخروقات المسجلة من قبل الطرف الروسي توزعت كالتالي: 9 في حلب و5 في حماة. "
        "فيما سجل الجانب التركي 6 خروقات في إدلب و2 في حلب."
    )
    counts = [count for claim in read(text).claims for count in claim.counts if count.what == "violations"]
    found = [(count.value, [part.value for part in count.parts]) for count in counts]
    assert found == [(14, [9, 5]), (8, [6, 2])]


def test_a_side_named_after_its_figure_tells_it() -> None:
    text = "رصد المراقبون 11 خرقا للهدنة: 6 خروقات رصدها الجانب الروسي و5 خروقات رصدها الجانب التركي."
    found = [(n.value, c.speaker.span.text) for c in read(text).claims if c.speaker for n in c.counts]
    assert found == [(11, "المراقبون"), (6, "الجانب الروسي"), (5, "الجانب التركي")]
