"""A ceasefire and bulletins of our own for the tests of ledgers."""

from __future__ import annotations

from typing import Any

from tests.observatory.texts import article

DEFINITION = """
[ceasefire]
name = "north"
title = { ar = "هدنة الشمال", en = "Truce of the north" }
parties = ["sy.state", "sy.opposition"]
from = 2020-06-01

[[zones]]
id = "idlib"
title = { ar = "إدلب", en = "Idlib" }
places = ["iso:SY-ID"]

[[zones]]
id = "aleppo"
title = { ar = "حلب", en = "Aleppo" }
places = ["iso:SY-HL"]

[[zones]]
id = "hama"
title = { ar = "حماة", en = "Hama" }
places = ["iso:SY-HM"]

[[sides]]
id = "russia"
title = { ar = "الجانب الروسي", en = "Russian side" }
speakers = ["monitor.russian_side", "الجانب الروسي"]
units = ["حالات إطلاق نار", "حالة"]
rule = { ar = "كل حالة إطلاق نار", en = "Each case of firing" }

[[sides]]
id = "turkey"
title = { ar = "الجانب التركي", en = "Turkish side" }
speakers = ["monitor.turkish_side", "الجانب التركي"]
units = ["خرق", "انتهاك"]
"""

FIRST = (
    "أعلن مركز مراقبة الهدنة، اليوم الأربعاء، حصيلة الخروقات في سوريا.\n"
    "وذكر المركز أن الجانب الروسي رصد 9 حالات إطلاق نار في محافظات حلب (3) وإدلب (4) وحماة (2).\n"
    "وأضاف أن الجانب التركي سجل 5 انتهاكات في محافظتي إدلب (4) وحماة (2)."
)
SECOND = "أعلن مركز مراقبة الهدنة، اليوم الخميس، حصيلة الخروقات في سوريا.\nوأضاف أن الجانب التركي لم يسجل أي انتهاك."
THIRD = (
    "أعلن مركز مراقبة الهدنة، اليوم الجمعة، حصيلة الخروقات في سوريا.\n"
    "وذكر المركز أن الجانب الروسي رصد 3 حالات إطلاق نار في محافظة إدلب (3)."
)


def bulletins() -> list[dict[str, Any]]:
    """Three days: 3, 4 and 5 June 2020. On the 3rd the Turkish side states 5 and its parts make 6."""
    return [
        article(text, id=f"day-{day}", title=f"حصيلة {day}", published=f"2020-06-0{day}", country="SY",
                outlet="وكالة الجسر", url=f"https://jisr.example/{day}")
        for day, text in ((3, FIRST), (4, SECOND), (5, THIRD))
    ]  # fmt: skip
