"""Articles of our own for the tests of the record."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hudna.sources import Defaults

if TYPE_CHECKING:
    from observatory.records.ingest import Summary

SHELLING = (
    "قصفت قوات سوريا الديمقراطية أمس بلدة سراقب في ريف إدلب، ما أدى إلى مقتل ثلاثة مدنيين وإصابة سبعة آخرين، "
    "بحسب ما أفاد الدفاع المدني السوري."
)
RAID = "أعلنت وزارة الدفاع التركية مقتل خمسة مسلحين في غارة جوية نفذتها طائرة مسيرة على محيط مدينة منبج يوم الثلاثاء."
TRUCE = "اتهمت الحكومة اليمنية الحوثيين بارتكاب 23 خرقا للهدنة في الحديدة خلال الساعات الـ24 الماضية."
TALE = "تحدثت القناة عن موسم الزيتون في القرى الجبلية وعن أسعار الزيت في الأسواق الشعبية هذا العام."


def article(text: str, **fields: Any) -> dict[str, Any]:
    """An article as a line of JSON holds it."""
    return {"text": text, "published": "2021-03-04", "outlet": "صحيفة الوادي", **fields}


def many(number: int) -> list[dict[str, Any]]:
    """So many articles, each of other words, with two claims or more."""
    towns = ("سراقب", "منبج", "الباب", "عفرين", "إعزاز", "جرابلس", "تل رفعت", "الرستن", "تلبيسة", "دوما")
    return [
        article(
            f"قصفت مدفعية الجيش السوري بلدة {towns[at % len(towns)]} بنحو {at + 2} قذيفة، "
            f"وقتل {at % 9 + 3} مدنيين وأصيب {at % 7 + 3} آخرون. وقال المرصد السوري لحقوق الإنسان إن الفصائل ردت بقصف "
            f"مواقع القوات الحكومية قرب {towns[(at + 3) % len(towns)]} بعد {at + 1} ساعة من بدء التصعيد رقم {at}.",
            id=f"made-{at}",
            url=f"https://news.example/{at}",
        )
        for at in range(number)
    ]


def write_lines(path: Path, articles: list[dict[str, Any]]) -> Path:
    """A file of JSON lines."""
    path.write_text("".join(json.dumps(item, ensure_ascii=False) + "\n" for item in articles), "utf-8")
    return path


def take(*paths: Path, defaults: Defaults | None = None) -> Summary:
    """The summary of a run in this process."""
    from observatory.records.ingest import Ingest
    from observatory.records.prepare import prepare
    from observatory.records.sources import FileSource

    sources = [FileSource(path, defaults or Defaults()) for path in paths]
    return Ingest(lambda texts: map(prepare, texts)).run(sources)
