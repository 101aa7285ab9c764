"""Where a total ends and its parts begin, who records it, and what is no part. All sentences are made up."""

from __future__ import annotations

import pytest

from hudna.sums.breakdowns import Breakdown
from tests.sums.reading import breakdowns_of


def told(breakdown: Breakdown) -> tuple[object, dict[str, object], str | None]:
    """Total, parts and side of a breakdown."""
    return breakdown.total, {part.name: part.value for part in breakdown.parts}, breakdown.side


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "رصد الجانب التركي 3 خروقات في حماة وخرقين في إدلب وخرقا واحدا في حلب.",
            [(None, {"حماة": 3, "إدلب": 2, "حلب": 1}, "الجانب التركي")],
        ),
        (
            "سجلت 12 خرقا في لبنان ليرفع ذلك الإجمالي منذ سريان الاتفاق إلى 129.",
            [(12, {}, None), (129, {}, None)],
        ),
        ("رصد الجيش 105 خروقات في ست محافظات يمنية.", [(105, {}, None)]),
        ("40 خرقا لوقف النار في شمال سوريا", [(40, {}, None)]),
        (
            "رصد الجانب الروسي 9 خروقات (منها وفقا للجانب السوري 8 خروقات) في حلب (6) وحماة (3).",
            [(9, {"حلب": 6, "حماة": 3}, "الجانب الروسي")],
        ),
        (
            "رصد الجانب الروسي 7 خروقات. وقعت الخروقات في حلب (4) وإدلب (3)، فيما رصد الجانب التركي خرقين في حماة.",
            [(7, {"حلب": 4, "إدلب": 3}, "الجانب الروسي"), (2, {"حماة": 2}, "الجانب التركي")],
        ),
        (
            "سجلت 4 خروقات من قبل الجانب الروسي في درعا (3) ودمشق (1)، وخرق واحد من قبل الجانب التركي في حلب.",
            [(4, {"درعا": 3, "دمشق": 1}, "الجانب الروسي"), (1, {"حلب": 1}, "الجانب التركي")],
        ),
        (
            "ارتكب الجيش 90 خرقا منذ سريان الهدنة في 10 أكتوبر، بينها 7 خروقات أمس. توزعت بين 50 توغلا و40 قصفا.",
            [(90, {"توغل": 50, "قصف": 40}, None), (7, {}, None)],
        ),
        (
            "رصدت الغرفة 60 خرقا: 40 بإطلاق نار و20 بقصف مدفعي. وتوزعت كالآتي: 35 في تعز و25 في مأرب.",
            [(60, {"إطلاق نار": 40, "قصف مدفعي": 20}, None), (60, {"تعز": 35, "مأرب": 25}, None)],
        ),
        (
            "رصدت اللجنة 6 خروقات في كيلو 16 و19 وشارع الـ50.",
            [(6, {}, None)],
        ),
        ("صدت القوات أربع محاولات تسلل، ثلاث منها في مأرب.", []),
        ("نفذ المركز 6 عمليات إنسانية في حلب و3 في حمص.", []),
        (
            "وثقت الآلية 9 انتهاكات، منها 5 حالات تجنيد أطفال و4 حالات منع من الوصول.",
            [(9, {"تجنيد أطفال": 5, "منع من الوصول": 4}, None)],
        ),
        (
            "رصدت الغرفة 8 خروقات في حلب (3) والحزم في الجوف (5).",
            [(8, {"حلب": 3, "الحزم": 5}, None)],
        ),
    ],
)
def test_totals_parts_and_sides(text: str, expected: list[tuple[object, dict[str, object], str | None]]) -> None:
    assert [told(breakdown) for breakdown in breakdowns_of(text)] == expected


@pytest.mark.parametrize(
    ("text", "recorder"),
    [
        ("سجلت غرفة العمليات المشتركة 9 خروقات.", "غرفة العمليات المشتركة"),
        ("أفاد المراسل بأن هيئة الرقابة سجلت خرقين.", "هيئة الرقابة"),
        ("وثق المكتب الإعلامي أمس 12 خرقا.", "المكتب الإعلامي"),
        ("سجلت في حلب 9 خروقات.", None),
        ("سجلت محافظة حلب 9 خروقات.", None),
        ("ارتكب الجيش السوداني 9 خروقات.", None),
    ],
)
def test_who_records_a_figure(text: str, recorder: str | None) -> None:
    (found,) = breakdowns_of(text)
    assert (None if found.recorder is None else text[slice(*found.recorder)]) == recorder
