"""How lists open and go on: after «أن», with «ففي», by the side that stands after its figure. All sentences made up."""

from __future__ import annotations

import pytest

from hudna import read
from tests.sums.reading import breakdowns_of
from tests.sums.test_breakdowns import told

LISTS = [
    # the first place stands after «أن» and its verb
    ("سجل المركز 21 خرقا، وأوضح أن محور تعز شهد 9 خروقات، ومحور حيس 7 خروقات، ومأرب 5 خروقات.",
     [(21, {"محور تعز": 9, "محور حيس": 7, "مأرب": 5}, "")]),
    ("رصد المكتب 17 خرقا في غزة. وقال إن خان يونس شهدت 8 خروقات، وشمال غزة 6 خروقات، ورفح 3 خروقات.",
     [(17, {"خان يونس": 8, "شمال غزة": 6, "رفح": 3}, "")]),
    ("بلغت الخروقات 7 حالات، ففي حماة سجلت 4 حالات، وفي كل من حلب وإدلب ودرعا حالة واحدة.",
     [(7, {"حماة": 4, "حلب": 1, "إدلب": 1, "درعا": 1}, "")]),
    ("سجل الجيش 30 خرقا، إذ تصدرت تعز بـ14 خرقا، فمأرب 9 خروقات، ثم حجة 7 خروقات.",
     [(30, {"تعز": 14, "مأرب": 9, "حجة": 7}, "")]),
    ("سجل الجيش 30 خرقا، كان نصيب تعز منها 14 خرقا، ومأرب 9، وحجة 7.",
     [(30, {"تعز": 14, "مأرب": 9, "حجة": 7}, "")]),
    ("سجل الجيش 25 خرقا. وقال إن جبهة حيس سجلت وحدها 12 خرقا، تلتها مأرب بثمانية خروقات ثم حجة بخمسة.",
     [(25, {"جبهة حيس": 12, "مأرب": 8, "حجة": 5}, "")]),
    ("خرقت القوات الهدنة 20 مرة. وذكر أنها خرقتها 11 مرة في حيس و6 مرات في مأرب و3 مرات في حجة.",
     [(20, {"حيس": 11, "مأرب": 6, "حجة": 3}, "")]),
    ("سجل الجيش 40 خرقا، وفي محور تعز وحده سجل 18 خرقا، تلاه محور حيس 13 خرقا، ثم مأرب 9 خروقات.",
     [(40, {"محور تعز": 18, "محور حيس": 13, "مأرب": 9}, "")]),
    # the sum stands in the sentence after its parts
    ("سجل المركز 6 حالات في حلب و5 حالات في إدلب وحالتين في حماة. وبلغ إجمالي الحالات 13 حالة، وقتل جندي.",
     [(13, {"حلب": 6, "إدلب": 5, "حماة": 2}, "")]),
    # a figure in brackets told by its noun alone
    ("سجل المركز الخروقات في حلب (6 خروقات)، ثم حماة (خرقان)، ودرعا (خرق واحد).",
     [(None, {"حلب": 6, "حماة": 2, "درعا": 1}, "")]),
    # kinds with the thing that they are done to, and with words that the lexicon does not know
    ("وثق المكتب 20 خرقا. وبلغ عدد عمليات القصف 9، وعمليات نسف البيوت 6، وعمليات نسف المنازل 5.",
     [(20, {"القصف": 9, "نسف": 5}, "partial kind")]),
    ("سجلت الغرفة 12 خرقا، منها 9 خروقات بقصف مدفعي، وخرقان بمحاولة تسلل، وخرق بإشعال حريق.",
     [(12, {"قصف مدفعي": 9, "محاولة تسلل": 2, "بإشعال": 1}, "kind")]),
    # what another side makes of a total stands aside
    ("سجل المركز 18 عملية قصف، بينها 15 بحسب الجانب السوري، توزعت على إدلب (11) وحلب (7).",
     [(18, {"إدلب": 11, "حلب": 7}, "")]),
    # towns that joined a truce are no parts of breaches
    ("رصد المركز 4 خروقات في حلب وحماة. وانضمت 9 قرى إلى الهدنة، 6 منها في حمص و3 في درعا.", []),
    # a few acts told after the parts are no parts of an older figure
    ("ارتكب الحوثيون 33 خرقا السبت.\nسجل الجيش 70 خرقا في تعز (40) ومأرب (30).\nومن بين الخروقات محاولتا تسلل في حيس.",
     [(70, {"تعز": 40, "مأرب": 30}, "")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), LISTS)
def test_how_a_list_opens(text: str, wanted: list[tuple]) -> None:
    assert [told(breakdown) for breakdown in breakdowns_of(text) if breakdown.parts] == wanted


def test_the_side_after_its_figure_records_it() -> None:
    text = "رصد الجانب الروسي 14 خرقا، مقابل 9 خروقات رصدها الجانب التركي في إدلب 5 وحماة 4."
    found = [(b.total, b.side, len(b.parts)) for b in breakdowns_of(text)]
    assert found == [(14, "الجانب الروسي", 0), (9, "الجانب التركي", 2)]


def test_a_source_right_after_a_total_is_its_side() -> None:
    text = "وقع 11 خرقا في سوريا بحسب الجانب الروسي، توزعت كالآتي: حلب 6، حماة 5."
    assert [(b.total, b.side, told(b)[1]) for b in breakdowns_of(text)] == [
        (11, "الجانب الروسي", {"حلب": 6, "حماة": 5})
    ]


def test_a_day_between_commas_hides_no_recorder() -> None:
    text = "سجلت غرفة العمليات، أمس، 14 خرقا في الحديدة."
    found = breakdowns_of(text)[0].recorder
    assert found is not None
    assert text[found[0] : found[1]] == "غرفة العمليات"


def test_both_sides_together_head_the_sides() -> None:
    text = (
        "سجل الجانبان الروسي والتركي 11 خرقا للهدنة في سوريا. وسجل الجانب الروسي 7 خروقات، وسجل الجانب التركي 4 خروقات."
    )
    assert [finding.code for finding in read(text).findings] == ["headline_matches_totals"]


def test_one_name_of_both_sides() -> None:
    text = "سجل المراقبون الروس والأتراك 12 خرقا في سوريا. وسجل الجانب الروسي 8 خروقات، وسجل الجانب التركي 5 خروقات."
    assert [finding.code for finding in read(text).findings] == ["headline_differs"]


def test_a_part_told_by_the_word_of_the_title_takes_no_headline() -> None:
    text = (
        "موسكو: 7 انتهاكات للهدنة\n\nرصد الجانب الروسي أربعة انتهاكات، منها ثلاثة انتهاكات في حماة وانتهاك في درعا، "
        "فيما رصد الجانب التركي ثلاثة انتهاكات."
    )
    assert "headline_matches_totals" in [finding.code for finding in read(text).findings]
