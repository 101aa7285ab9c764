"""Articles of our own about one shelling in three versions, a strike elsewhere, and bulletins of a truce."""

from __future__ import annotations

from typing import Any

from tests.observatory.texts import article

FIRST = (
    "قُتل مدنيان وأصيب خمسة آخرون يوم الأربعاء 3 آذار/مارس 2021 في قصف مدفعي لقوات النظام على بلدة كفرنبل في ريف إدلب، "
    "بحسب الدفاع المدني السوري."
)
LATER = (
    "قُتل أربعة مدنيين وأصيب خمسة آخرون يوم الأربعاء 3 آذار/مارس 2021 في قصف مدفعي لقوات النظام على بلدة كفرنبل في ريف "
    "إدلب، بحسب الدفاع المدني السوري."
)
OTHER = (
    "قُتل ستة مدنيين وأصيب خمسة آخرون يوم الأربعاء 3 آذار/مارس 2021 في قصف مدفعي لقوات النظام على بلدة كفرنبل في ريف "
    "إدلب، بحسب المرصد السوري لحقوق الإنسان."
)
FARM = (
    "قُتل المزارع سامر الحمداني يوم الخميس 4 آذار/مارس 2021 في غارة جوية روسية على بلدة كفرزيتا في ريف حماة، "
    "بحسب ما أفاد الدفاع المدني السوري."
)
SUNDAY = (
    "أعلن مركز الرصد أن الجانب الروسي رصد 7 خروقات للهدنة في سوريا خلال الساعات الـ24 الماضية، "
    "وأن الجانب التركي رصد 4 خروقات."
)


def shelling() -> list[dict[str, Any]]:
    """The shelling as three texts tell it, the strike, and a bulletin."""
    return [
        article(FIRST, id="first", title="قتيلان في قصف كفرنبل", url="https://wadi.example/first"),
        article(LATER, id="later", title="أربعة قتلى في كفرنبل", published="2021-03-05", outlet="جريدة الميدان",
                url="https://maydan.example/later"),
        article(OTHER, id="other", title="ستة قتلى في كفرنبل", published="2021-03-05", outlet="صوت الشمال"),
        article(FARM, id="farm", title="مقتل سامر الحمداني", published="2021-03-05", outlet="جريدة الساحل",
                url="https://sahil.example/samer-hamdani"),
        article(SUNDAY, id="bulletin", title="نشرة الهدنة", published="2021-03-06", outlet="وكالة الساحل"),
    ]  # fmt: skip
