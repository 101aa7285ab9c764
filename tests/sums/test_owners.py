"""Parts by those who did it, by where people come from, and lists that belong to another total than the last."""

from __future__ import annotations

import pytest

from hudna.records import Figure
from tests.sums.reading import breakdowns_of

ACTORS = [
    ("وثقت المنظمة مقتل 40 مدنيا، قتل 12 منهم على يد قوات الحكومة، و20 على أيدي مسلحين مجهولين، و8 من قبل فصائل محلية.",
     [(40, {"قوات الحكومة": 12, "مسلحين مجهولين": 20, "فصائل محلية": 8}, "actor")]),
    ("سجل الفريق 9 حوادث اعتداء على مدارس، 7 منها على يد قوات “الفجر” و2 على يد جميع الفصائل.",
     [(9, {"قوات “الفجر”": 7, "جميع الفصائل": 2}, "actor")]),
]  # fmt: skip

ORIGINS = [
    ("اعتقلت القوات 17 شخصا توزعوا على النحو التالي: 4 معتقلين من محافظة دمشق، و3 من كل من اللاذقية وحماة، و7 من درعا.",
     [(17, {"دمشق": 4, "اللاذقية": 3, "حماة": 3, "درعا": 7}, "place")]),
]  # fmt: skip

KINDS = [
    ("سجل المكتب 50 خرقا للهدنة، منها 20 عملية قصف و10 حالات قتل و12 حالة اعتقال و8 استخدامات للطيران.",
     [(50, {"قصف": 20, "قتل": 10, "اعتقال": 12, "استخدامات": 8}, "kind")]),
    ("من بين 900 انتهاك، رصد المكتب 76 عملية إعدام و100 عملية خطف و30 حالة اعتداء جسدي.",
     [(900, {"إعدام": 76, "خطف": 100, "اعتداء": 30}, "kind partial")]),
]  # fmt: skip

PLACES = [
    ("سجل الجيش 63 خرقا للهدنة: تعز 30، إب 21، الضالع 12.", [(63, {"تعز": 30, "إب": 21, "الضالع": 12}, "place")]),
    ("نفذت القوات 23 عملية قصف. وقال اللواء إن الخروقات تضمنت 15 حالة إطلاق نار، 14 منها في إدلب و5 في حماة و4 في حلب.",
     [(23, {"إدلب": 14, "حماة": 5, "حلب": 4}, "place")]),
    ("كانت أكثر الخروقات في تعز التي سجلت 60 خرقا، والجوف بـ9 خروقات.", [(None, {"تعز": 60, "الجوف": 9}, "place")]),
    ("سقط 20 قتيلا توزعوا على المحافظات كالتالي:\nمحافظة الخليل: 9 قتلى\nقطاع غزة: 7 قتلى\nمحافظة نابلس: 4 قتلى",
     [(20, {"الخليل": 9, "قطاع غزة": 7, "نابلس": 4}, "place")]),
]  # fmt: skip

NO_PARTS = [
    "رصد الجيش ارتكاب 342 خرقا للهدنة في الجبهات الشرقية، و305 خروقات للهدنة في محافظة حجة، و156 خرقا في الحديدة.",
    "ارتكبت الجماعة 541 انتهاكا، وتتحمل القوات مسؤولية 111 انتهاكا، مقابل 19 انتهاكا في كل من تعز وعدن.",
    "ارتكب الطيران (15) انتهاكا وقيد (13) انتهاكا ضد مجهولين في مناطق سيطرة السلطة.",
]


def parts_of(text: str) -> list[tuple[Figure | None, dict[str, Figure | None], str]]:
    found = []
    for breakdown in breakdowns_of(text):
        if breakdown.parts:
            partial = "" if breakdown.whole or breakdown.rule == "sums.by_actor" else " partial"
            names = {part.name: part.value for part in breakdown.parts}
            found.append((breakdown.total, names, breakdown.parts[0].by + partial))
    return found


@pytest.mark.parametrize(("text", "wanted"), [*ACTORS, *ORIGINS, *KINDS, *PLACES])
def test_parts(text: str, wanted: list[tuple]) -> None:
    assert parts_of(text) == wanted


@pytest.mark.parametrize("text", NO_PARTS)
def test_another_tally_is_no_part(text: str) -> None:
    assert parts_of(text) == []
