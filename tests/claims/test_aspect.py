"""What goes on, is over or is still to come, as the verbs beside an event word tell it."""

from __future__ import annotations

import pytest

from tests.claims.telling import describe, one

LEAD = "ملخص الأخبار.\n"
"""A first line, so that the sentence under test is no title."""

STATUS = {
    # a present verb and its noun
    "object of a present verb": ("وتشن الفصائل هجمات على القاعدة", "attack", "ongoing"),
    "object after its subject": ("ويركز الجيش عملياته العسكرية على الوادي", "operation", "ongoing"),
    "exposed to": ("ويتعرض المخيم لقصف من التلال", "shelling", "ongoing"),
    "past verb": ("وتعرض المخيم لقصف من التلال", "shelling", "happened"),
    "went on in the past": ("وكانت الفصائل تشن هجمات على القاعدة", "attack", "happened"),
    "past a relative clause": ("وتعاني البلاد، التي استقلت قبل أعوام، من معارك بين القبائل", "armed_clash", "ongoing"),
    "time of something else": ("ويأتي ذلك بعد غارات على المطار", "air_strike", "happened"),
    "genitive of something else": ("وتحقق الشرطة في ظروف انفجار السيارة بالسوق", "explosion", "happened"),
    "dated by a day": ("وتشن الفصائل أمس هجوما على القاعدة", "attack", "happened"),
    # verbs after the noun
    "predicate": ("وقال إن عملياتهم العسكرية تستهدف المهربين", "operation", "ongoing"),
    "relative clause": ("وندد بالحصار الذي تفرضه القوات على المدينة", "siege", "ongoing"),
    "unmarked relative clause": ("قتل حارس في معارك يخوضها المسلحون شرقي المدينة", "armed_clash", "ongoing"),
    "on the one hand, on the other": (
        "وتشن الفصائل من جهة، والتحالف الدولي من جهة أخرى، هجمات على القاعدة", "attack", "ongoing",
    ),
    "pace": ("وتراجعت وتيرة القصف على المخيم", "shelling", "ongoing"),
    "within days": ("ويقوم المبعوث بزيارة لبيروت خلال أيام", "talks", "future"),
    # states
    "blockade": ("وقال إن السكان ضاقوا بالحصار المفروض على المدينة", "siege", "ongoing"),
    "besieged": ("وبات المسلحون محاصرين في حي الميناء", "siege", "ongoing"),
    "holds": ("وقد صمدت الهدنة رغم الخروق", "ceasefire", "ongoing"),
    "present truce": ("وأدت الهدنة الحالية إلى عودة النازحين", "ceasefire", "ongoing"),
    "grew fiercer": ("واشتد القتال حول المطار بين الجيش والمسلحين", "armed_clash", "ongoing"),
    "stepped up": ("وكثف الجيش غاراته على الريف", "air_strike", "ongoing"),
    "past an adjective": ("وقال إن عملية عسكرية واسعة تنفذها القوات قرب الملعب", "operation", "ongoing"),
    "grew worse": ("وحذر من تفاقم القتال في الميناء", "armed_clash", "ongoing"),
    "shut in": ("وسقطت قذائف على بلدتي نبل والزهراء المحاصرتين من قبل الفصائل", "siege", "ongoing"),
    "tightened": ("وشددت القوات حصارها للميناء وأغلقت الطرق", "siege", "happened"),
    "attack in the present": ("وفر السكان من هجوم تشنه القوات على الميناء", "attack", "ongoing"),
    # present of what is past
    "joined to what was": ("وكانت الطائرات تحلق فوق الميناء وتقصف القرى", "air_strike", "happened"),
    "first time": ("وهي المرة الأولى التي تشن فيها القوات عملية عسكرية في الوادي", "operation", "happened"),
    "second of its kind": ("وقال إن الغارة ثاني هجوم يستهدف القاعدة", "attack", "happened"),
    "verbal noun": ("وعاد السكان بعد توقف إطلاق النار في الميناء", "ceasefire", "happened"),
    "while they": ("فر المهاجمون وهم يطلقون النار على الجنود", "gunfire", "happened"),
    "the third that": ("وهذه ثالث بلدة يخسرها المتمردون", "territory_taken", "happened"),
    # still to come
    "verb of the future": ("وقال الوزير إن المسلحين سيواجهون هجوما على القاعدة", "attack", "future"),
    "predicate of the future": ("وقال إن تحرير المدينة سيتم قريبا", "territory_taken", "future"),
    "purpose": ("ومنح القرار الوسطاء وقتا لإجراء محادثات مع الحكومة", "talks", "future"),
    "agreement for a truce": ("وأعلن الوسيط اتفاقا لوقف إطلاق النار في حلب", "ceasefire", "happened"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "status"), STATUS.values(), ids=STATUS)
def test_verbs_tell_the_status(text, kind, status):
    assert one(LEAD + text, kind).status == status, describe(LEAD + text)


def test_a_headline_tells_a_deed_in_the_present():
    assert one("الجيش يقصف المخيم", "shelling").status == "happened"
    assert one("خبر عاجل. الجيش يقصف المخيم\nتفاصيل لاحقا.", "shelling").status == "happened"
