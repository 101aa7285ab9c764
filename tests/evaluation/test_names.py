from __future__ import annotations

import pytest

from hudna.evaluation.names import same_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("التحالف الدولي", "للتحالف الدولي"),
        ("قوات النظام السوري", "النظام"),
        ("الحوثيين", "جماعة الحوثي"),
        ("«داعش»", "تنظيم داعش"),
        ("قوات سوريا الديموقراطية", "قوات سوريا الديمقراطية"),
        ("ريف حلب الشمالي", "شمالي ريف حلب"),
        ("مدينة إدلب", "ادلب"),
        ("حلب", "وحلب"),
        ("الأُمَم المتحدة", "الامم المتحدة"),
    ],
)
def test_same(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("الجيش", "الجيش الوطني"),
        ("قوات سوريا", "قوات سوريا الديمقراطية"),
        ("الجيش السوري", "الجيش الوطني"),
        ("درعا", "دوما"),
        ("وزارة الدفاع الروسية", "وزارة الخارجية التركية"),
        ("حلب", ""),
        ("«»", "حلب"),
    ],
)
def test_different(one: str, other: str) -> None:
    assert not same_name(one, other)
    assert not same_name(other, one)
