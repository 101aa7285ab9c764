"""Texts of our own that the sources' tests are made of."""

from __future__ import annotations

import json
from collections.abc import Iterable

from hudna.sources import Refusal, SourceDocument

TITLE = "خرق جديد للهدنة في وادي الزيتون"
TEXT = (
    "قالت لجنة المتابعة إن قوات الحاجز أطلقت النار مرتين على أطراف بلدة التين صباح أمس، وإن أحدا لم يصب.\n"
    "وأضافت اللجنة أن فريقها سجل أربعة خروقات في الأسبوع الماضي، وأن الطرفين تبادلا الاتهامات بالمسؤولية عنها."
)
ADDRESS = "https://news.example/reports/14"
OUTLET = "صوت الوادي"

PAGE = f"""<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{TITLE} | {OUTLET}</title>
<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="{OUTLET}">
<meta property="article:published_time" content="2021-03-05T01:10:00+03:00"></head>
<body><header><nav><a href="/">الرئيسية</a> <a href="/sport">رياضة</a></nav></header>
<article><h1>{TITLE}</h1><p>{TEXT.splitlines()[0]}</p><p>{TEXT.splitlines()[1]}</p></article>
<aside><a href="/ads">إعلان: سيارات للبيع</a></aside><footer>جميع الحقوق محفوظة</footer></body></html>"""

RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>{OUTLET}</title>
<item><title>{TITLE}</title><link>{ADDRESS}</link><guid>report-14</guid>
<pubDate>Fri, 05 Mar 2021 01:10:00 +0300</pubDate><description>ملخص الخبر في سطر واحد</description>
<content:encoded><![CDATA[<p>{TEXT.splitlines()[0]}</p><p>{TEXT.splitlines()[1]}</p>]]></content:encoded></item>
<item><title>Sports</title><link>https://news.example/reports/15</link><guid>report-15</guid>
<description>Only English words stand in this entry</description></item>
</channel></rss>"""

ATOM = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>{OUTLET}</title><id>urn:feed</id><updated>2021-03-05T01:10:00+03:00</updated>
<entry><title>{TITLE}</title><id>urn:14</id><link href="{ADDRESS}"/><published>2021-03-05T01:10:00+03:00</published>
<updated>2021-03-05T01:10:00+03:00</updated><summary>{TEXT.splitlines()[0]}</summary></entry></feed>"""


def line(**fields: object) -> str:
    """A line of JSON with the text and what is named."""
    return json.dumps({"text": TEXT, **fields}, ensure_ascii=False)


def sorted_out(found: Iterable[SourceDocument | Refusal]) -> tuple[list[SourceDocument], list[Refusal]]:
    """The documents and the refusals among what was found, each in order."""
    documents: list[SourceDocument] = []
    refusals: list[Refusal] = []
    for item in found:
        if isinstance(item, Refusal):
            refusals.append(item)
        else:
            documents.append(item)
    return documents, refusals


def only(found: Iterable[SourceDocument | Refusal]) -> SourceDocument:
    """The one document that was found, with nothing refused."""
    documents, refusals = sorted_out(found)
    assert len(documents) == 1 and not refusals, (documents, refusals)
    return documents[0]


def refused(found: Iterable[SourceDocument | Refusal]) -> Refusal:
    """The one refusal that was found, with no document."""
    documents, refusals = sorted_out(found)
    assert len(refusals) == 1 and not documents, (documents, refusals)
    return refusals[0]
