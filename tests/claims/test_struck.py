"""Targets told around the event word, and doers named by a verb, a weapon or a statement beside it."""

from __future__ import annotations

import pytest

from tests.claims.telling import claims, describe, surfaces

CASES = {
    # doers
    "short verb with its pronoun": ("أدانت اللجنة هجمات شنها الحرس الثوري ضد ناقلات", "attack", ["الحرس الثوري"], None),
    "ambush laid by": ("قتل جندي في كمين نصبه المسلحون قرب البئر", "attack", ["المسلحون"], None),
    "shells fired by": ("أصيبت طفلة بعد سقوط قذائف أطلقتها فصائل مسلحة", "shelling", ["فصائل مسلحة"], None),
    "campaign led by": ("بدأت في الجرد عملية عسكرية تقودها القوات العراقية", "operation", ["القوات العراقية"], None),
    "credited to": ("إطلاق الصواريخ على الميناء نسبه إلى الحوثيين", "shelling", ["الحوثيين"], None),
    "past a pronoun": ("قوات الدعم السريع هي التي تخرق الهدنة", "ceasefire_violation", ["قوات الدعم السريع"], []),
    "past an ally": (
        "جماعة الحوثي المدعومة من إيران التي سيطرت على مدينة إب",
        "territory_taken",
        ["جماعة الحوثي المدعومة"],
        None,
    ),
    "statement of an army": (
        "جاء في بيان للجيش الإسرائيلي أنه نفذ غارات جوية على رفح",
        "air_strike",
        ["جيش الإسرائيلي"],
        None,
    ),
    "each accuses the other": (
        "يتبادل الجيش وقوات الدعم السريع الاتهامات بخرق الهدنة",
        "ceasefire_violation",
        ["الجيش", "قوات الدعم السريع"],
        [],
    ),
    "expected and not signed": ("توقع رئيس البلدية تحرير مدينة الباب قريبا", "territory_taken", [], None),
    "announcing a truce": ("اكتفت روسيا بالإعلان عن هدنة يومية في دوما", "ceasefire", ["روسيا"], None),
    "nation of the aircraft": ("قتل قيادي في هجوم بطائرة أميركية في مأرب", "air_strike", ["أميركية"], None),
    "the bomber": ("انتحاري يستهدف حافلة في كابل", "explosion", ["انتحاري"], None),
    "no leader beside the force": (
        "تقدمت في سرت قوات الجيش الوطني الليبي بقيادة المشير حفتر",
        "operation",
        ["قوات الجيش الوطني الليبي"],
        None,
    ),
    "list past leaders": (
        "اندلع النزاع بين الجيش السوداني بقيادة عبد الفتاح البرهان وقوات الدعم السريع بقيادة محمد حمدان دقلو",
        "armed_clash",
        ["الجيش السوداني", "قوات الدعم السريع"],
        None,
    ),
    "quoted second party": (
        'وقعت اشتباكات بين الشرطة و"انفصاليين" في عدن',
        "armed_clash",
        ["الشرطة", "انفصاليين"],
        None,
    ),
    # targets
    "the dead do not kill": ("مقتل 4 جنود وإصابة شرطي في لودر", "killing", [], ["جنود", "شرطي"]),
    "who begins to flee": ("بدأ آلاف المدنيين الفرار من دوما", "displacement", [], ["المدنيين"]),
    "who flee, after a relative": ("المدنيون الذين يفرون إلى جنوب عفرين", "displacement", [], ["المدنيون"]),
    "returning": ("فتح المعبر لعودة اللاجئين", "displacement", [], ["اللاجئين"]),
    "set free": ("نفت الوزارة الإفراج عن 170 معتقلا", "release", None, ["معتقلا"]),
    "subgroup before the verb": (
        "سبعة مدنيين بينهم طفلان لقوا مصرعهم في غارة على كفرنبل",
        "air_strike",
        None,
        ["مدنيين", "طفلان"],
    ),
    "held quarters": (
        "قصفت قوات النظام أحياء تحت سيطرة الفصائل المعارضة في درعا",
        "shelling",
        ["قوات النظام"],
        ["أحياء", "الفصائل المعارضة"],
    ),
    "rigged": ("فجر المسلحون شاحنة ملغومة عند المدخل", "explosion", None, []),
    "reached": ("شهدت الميادين غارات طالت مواقع للتنظيم", "air_strike", None, ["مواقع للتنظيم"]),
    "under a demonstrative": ("أطلقت البحرية نيرانها على هذه الزوارق", "gunfire", ["البحرية"], ["الزوارق"]),
    "in their ranks": ("سقوط قتلى في صفوف مقاتلي المعارضة قرب نوى", "killing", None, ["مقاتلي المعارضة"]),
    "after means and a comma": (
        "قصفت قوات النظام بعشرات الصواريخ، أحياء سكنية في درعا",
        "shelling",
        ["قوات النظام"],
        ["أحياء"],
    ),
    "whose bodies": ("عثرت الشرطة على جثتي عنصرين من قوات الصحوة", "killing", [], ["عنصرين"]),
    "dual of a wall": ("تعرضت بلدة خان شيخون لقصف سوري عنيف", "shelling", ["سوري"], []),
    "store for something in a list": (
        "قصف الطيران مواقع للمسلحين ومستودعا للذخيرة وأربع آليات",
        "air_strike",
        ["الطيران"],
        ["مواقع للمسلحين", "مستودعا للذخيرة", "آليات"],
    ),
    "a gathering of soldiers": (
        "استهدف المقاتلون تجمعا لجنود الاحتلال قرب الموقع",
        "attack",
        ["المقاتلون"],
        ["تجمعا لجنود الاحتلال"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_doers_and_targets(name: str) -> None:
    sentence, kind, actors, targets = CASES[name]
    found = claims(sentence, kind)
    assert found, describe(sentence)
    if actors is not None:
        assert surfaces(found[0].actors) == actors, describe(sentence)
    if targets is not None:
        assert surfaces(found[0].targets) == targets, describe(sentence)
