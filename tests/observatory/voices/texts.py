"""Articles of our own in which speakers and outlets tell the same things in their own words."""

from __future__ import annotations

from typing import Any

from tests.observatory.texts import article

TWO_DEAD = (
    "قُتل مدنيان وأصيب خمسة آخرون يوم الأربعاء 3 آذار/مارس 2021 في قصف مدفعي لقوات النظام على بلدة كفرنبل في ريف إدلب، "
    "بحسب الدفاع المدني السوري."
)
SIX_DEAD = (
    "قُتل ستة مدنيين وأصيب خمسة آخرون يوم الأربعاء 3 آذار/مارس 2021 في قصف مدفعي لقوات النظام على بلدة كفرنبل في ريف "
    "إدلب، بحسب المرصد السوري لحقوق الإنسان."
)
LOADED = (
    "قصفت ميليشيات الأسد بالمدفعية بلدة سراقب في ريف إدلب يوم الخميس 4 آذار/مارس 2021. "
    "واستشهد ثلاثة مدنيين في قصف ميليشيات الأسد على بلدة بنش يوم الخميس."
)
PRIVATE = "قال المزارع سامر الحمداني إن قوات النظام قصفت بلدة كفرزيتا في ريف حماة يوم الخميس 4 آذار/مارس 2021."


def quarrel() -> list[dict[str, Any]]:
    """A shelling with two figures, one in loaded words, and one that a private person tells."""
    return [
        article(TWO_DEAD, id="two", title="قتيلان في كفرنبل", outlet="جريدة الميدان"),
        article(SIX_DEAD, id="six", title="ستة قتلى في كفرنبل", outlet="صوت الشمال", published="2021-03-05"),
        article(LOADED, id="loaded", title="قصف سراقب", outlet="شبكة الفرات", published="2021-03-05"),
        article(PRIVATE, id="private", title="قصف كفرزيتا", outlet="جريدة الساحل", published="2021-03-05"),
    ]
