"""Figures: those that no numeral tells, those told beside their noun, and those of another event."""

from __future__ import annotations

import pytest

from tests.claims.telling import describe, figures, one

FIGURES = {
    # twice told, side by side
    ("قتل جنديان اثنان في الهجوم على الثكنة", "attack"): {("killed", 2)},
    ("قتل حارس واحد في الهجوم على الثكنة", "attack"): {("killed", 1)},
    ("أسفر القصف عن مقتل جنديين اثنين وإصابة أكثر من 30 آخرين", "shelling"): {("killed", 2), ("wounded", 30)},
    # a figure that ends before a joined word
    ("استشهاد 4 وإصابة 8 حراس في الهجوم", "attack"): {("killed", 4), ("wounded", 8)},
    ("نقل القتلى الثلاثة والجرحى الخمسة إلى المشفى بعد القصف", "shelling"): {("killed", 3), ("wounded", 5)},
    ("وارتفع عدد القتلى في القصف إلى 20 والجرحى إلى 45", "shelling"): {("killed", 20), ("wounded", 45)},
    ("ووصل عدد النازحين نتيجة القتال إلى 35 ألفا", "displacement"): {("displaced", 35000)},
    # each harm has its own
    ("لقي حارسان مصرعهما وجرح 6 آخرون في انفجار بالسوق", "explosion"): {("killed", 2), ("wounded", 6)},
    ("مقتل وإصابة 11 حارسا في الهجوم على الثكنة", "attack"): {("casualties", 11)},
    # the figure of the word right before it, whatever stands around
    ("أسفر القصف عن مقتل حارسين ونزوح أكثر من ألف شخص من الحي", "shelling"): {("killed", 2)},
    ("أسفر القصف عن مقتل حارسين ونزوح أكثر من ألف شخص من البلدة", "displacement"): {("displaced", 1000)},
    ("قتل ما لا يقل عن 9 حراس، بينهم 3 من الجنود، في الغارات", "air_strike"): {("killed", 9), ("killed", 3)},
    # a subgroup joined to a subgroup
    ("قتل 9 مدنيين بينهم 4 أطفال وامرأتان في غارة", "air_strike"): {("killed", 9), ("killed", 4), ("killed", 2)},
    ("وقالت الكتيبة إن أحد عناصرها لقي مصرعه في القصف", "shelling"): {("killed", 1)},
    # the dead and the hurt in one figure, or each with its own
    ("وأوقع القصف عشرات القتلى والجرحى في الميناء", "shelling"): {("casualties", None)},
    ("وأوقع القصف عشرة قتلى وسبعة جرحى في الميناء", "shelling"): {("killed", 10), ("wounded", 7)},
    ("وتسبب القصف على الميناء في مقتل 9 حراس وإصابة 40.", "shelling"): {("killed", 9), ("wounded", 40)},
    ("وأدى قصف جوي على الميناء إلى ثماني حالات اختناق", "air_strike"): {("wounded", 8)},
    # one more than who was named before
    ("قال ناشط إن حارسا قتل وأصيب آخر في الهجوم على الميناء", "attack"): {("killed", 1), ("wounded", 1)},
    # numbers in names
    ("وهز انفجار سوقا في منطقة سبع الآبار", "explosion"): set(),
    ("وسيطرت القوات على معسكر اللواء الـ(15)", "territory_taken"): set(),
    ("قتل في البلدة 15 حارسا خلال الهجوم", "attack"): {("killed", 15)},
    # what looks like a dual
    ("تتعرض المدينة لقصف جوي ومدفعي عنيف", "air_strike"): set(),
    ("حرر الجيش المدينة من تنظيمي النور والفجر", "territory_taken"): set(),
    ("قصفت المدفعية موقعي السد والمخفر", "shelling"): {("other", 2)},
    # shares
    ("وتسيطر القوات على سبعين في المئة من مدينتي الرقة والطبقة", "control_status"): {("percent", 70)},
    # duals and single victims
    ("أطلق المسلحون قذيفتي هاون ما أسفر عن إصابة شخصين", "shelling"): {("strikes", 2), ("wounded", 2)},
    ("سمع دوي انفجارين قويين في المدينة", "explosion"): {("other", 2)},
    ("تم إطلاق صاروخين على الثكنة", "shelling"): {("strikes", 2)},
    ("أسفرت الغارة عن مقتل أميركي وإصابة 6 آخرين", "air_strike"): {("killed", 1), ("wounded", 6)},
    ("استشهد أحد أفرادها في القصف على الثكنة", "shelling"): {("killed", 1)},
    ("سيطر الجيش على القريتين", "territory_taken"): {("places", 2)},
    ("سيطرت الفصائل على بلدتين جديدتين في ريف حماة", "territory_taken"): {("places", 2)},
    ("خطف المسلحون 12 امرأة وطفلا من القرية", "abduction"): {("captured", 12)},
    # a figure before the verb that its people do or suffer
    ("90 ألفا نزحوا من الوادي خلال أسبوع", "displacement"): {("displaced", 90000)},
    # money and people who live somewhere
    ("تعهد المانحون بتقديم مليوني دولار من المساعدات", "aid"): {("aid", 2000000)},
    ("تخضع البلدة التي يقطنها 40 ألف شخص لحصار خانق", "siege"): set(),
    # nobody counted
    ("قتل عدد من الحراس في الهجوم على الثكنة", "attack"): set(),
    ("قتل قائد الجبهة في الوادي، العقيد سمير نجم، في الهجوم على الثكنة", "attack"): set(),
    # numbers that count nothing
    ('استهدفت الكتائب عربة بقذيفة "النسر 105" في الحي', "shelling"): set(),
    ("سقط قتلى من الطرفين في معارك قرب الثكنة", "armed_clash"): set(),
    ("سقط قتيلان في ال15 وال16 من عمرهما في القصف على الحي", "shelling"): {("killed", 2)},
    ("مقتل سبعة جنود خلال الستة الأيام الماضية في معارك الوادي", "armed_clash"): {("killed", 7)},
    # areas
    ("سيطر الجيش على 900 متر مربع من الحي", "territory_taken"): {("area_km2", 0.0009)},
    ("بات المسلحون محاصرين داخل الحي في مساحة أقل من كيلومتر مربع", "siege"): {("area_km2", 1.0)},
    ("أعلن الوسيط استسلام 70 مسلحا", "surrender"): {("captured", 70)},
    ("وهذه ثالث بلدة يخسرها المتمردون", "territory_taken"): {("places", 3)},
}  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), FIGURES, ids=[text[:40] for text, _ in FIGURES])
def test_figures(text, kind):
    assert figures(one(text, kind)) == FIGURES[(text, kind)], describe(text)


def test_nobody_of_a_kind_is_no_figure():
    assert figures(one("ولم يقتل أي جندي في الهجوم على الثكنة", "killing")) == set()


def test_a_figure_keeps_the_noun_that_it_counts():
    counts = {count.what: count.of for count in one("أصيب خمسة بجروح في القصف على الحي", "shelling").counts}
    assert counts == {"wounded": None}
