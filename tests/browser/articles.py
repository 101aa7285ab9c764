"""Articles of our own that the browser looks at."""

from __future__ import annotations

from tests.observatory.texts import article

BULLETIN = (
    "نشرة الهدنة: 12 خرقا خلال يوم\n\n"
    "أعلن مركز الرصد تسجيل 12 خرقا للهدنة في سوريا خلال الساعات الـ24 الماضية.\n"
    "وذكر المركز أن الجانب الروسي رصد 7 خروقات في محافظات حلب (3) وإدلب (2) وحماة (1).\n"
    "وقال ناشطون إن قصفا مدفعيا لقوات النظام استهدف أمس بلدة كفرزيتا، ما أدى لمقتل مدنيين اثنين بحماة."
)
REPORT = (
    "مقتل سامر الحمداني\n\n"
    "قتل المزارع سامر الحمداني في قصف مدفعي لقوات النظام على بلدة كفرزيتا بريف حماة يوم الأربعاء، "
    "بحسب ما أفاد الدفاع المدني السوري."
)
ARTICLES = [
    article(BULLETIN, id="bulletin", title="نشرة الهدنة: 12 خرقا خلال يوم", url="https://wadi.example/bulletin"),
    article(REPORT, id="report", title="مقتل سامر الحمداني", outlet="جريدة الساحل", published="2021-03-05"),
]
