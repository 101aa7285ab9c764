"""Which words are claims: homographs, idioms, people, weapons, motives, aims, and words that yield to a neighbour."""

from __future__ import annotations

import pytest

from tests.claims.telling import claims, describe

TOLD = {
    "battle for a place is an operation": ("أعلن القائد بدء معركة تحرير مدينة الرقة", ["operation"]),
    "capture in preparation": ("تتواصل التحضيرات لتحرير مدينة العند", ["territory_taken"]),
    "subject between submission and control": (
        "تخضع مدينة الكفرة منذ عام لسيطرة الجيش الليبي",
        ["control_status"],
    ),
    "fighting as a verb": ("وتقاتل القوات الحكومية المتمردين في مدينة الفاشر", ["armed_clash"]),
    "besieged since": ("يعاني السكان في القطاع المحاصر منذ أعوام", ["siege"]),
    "bomb planted and exploded": ("قتل جندي في انفجار عبوة زرعها مسلحون قرب المدينة", ["explosion"]),
    "incursion is an advance": ("توغلت القوات في أطراف البلدة فجرا", ["operation"]),
    "taking control after من": ("تمكنت الكتيبة من السيطرة على تلة العلم", ["territory_taken"]),
    "mines are laid": ("زرع المسلحون ألغاما قرب قرية النخلة", ["deployment"]),
    "campaign of soldiers": ("بدأ الجيش حملة عسكرية في وادي الرمان", ["operation"]),
    "confrontations after في": ("اعتقل تسعة شبان في مواجهات مع الشرطة في رام الله", ["armed_clash", "detention"]),
    "evacuation after من": ("تمكن المسعفون من إجلاء عشرين مدنيا من حي الورود", ["displacement"]),
    "lasting ceasefire": ("دعا الوسيط إلى وقف دائم لإطلاق النار في المنطقة", ["ceasefire"]),
    "treaty that is a truce": ("وقع الطرفان اتفاق وقف العدائيات في القاهرة", ["ceasefire"]),
    "counted people": ("وصل 300 نازح إلى بلدة الرمثا", ["displacement"]),
    "repelled attack": ("تصدت القوات لهجوم واسع على معسكر الصقر", ["attack"]),
    "repelled storming": ("أعلن الجيش صد محاولات اقتحام متكررة لمعسكر الصقر", ["attack"]),
    "weapons fired": ("أطلق المسلحون ثلاثين قذيفة هاون وعددا من الصواريخ على المطار", ["shelling"]),
    "weapons destroyed": ("دمرت القوات عشر سيارات مفخخة قرب الرمادي", ["destruction"]),
    "capture as an aim": ("شنت القوات عملية عسكرية لتحرير مدينة الشرقاط", ["operation"]),
    "attempted capture is an attack": ("أحبط الحراس محاولة المسلحين الاستيلاء على مبنى الإذاعة", ["attack"]),
    "halt with an adjective": ("دعت الوزارة إلى وقف عاجل وشامل للقصف على مدينة دوما", ["ceasefire"]),
    "attack that stops": ("توقف الهجوم على المدينة فجرا", ["ceasefire"]),
    "share of land": ("تمكنت الفصائل من السيطرة على نحو 40 بالمئة من المحافظة", ["control_status"]),
    "standing hold in the present": ("لا تزال الحركة تبسط نفوذها على مدينة البيضاء", ["control_status"]),
    "trenches": ("حفرت الميليشيا خنادق حول مدينة الدريهمي", ["deployment"]),
    "flag raised": ("رفع الجنود العلم فوق مبنى البلدية في مدينة عفرين", ["territory_taken"]),
    "a force by its name arrives": ("وصلت كتائب الفاروق إلى مدينة الباب", ["deployment"]),
    "a delegation arrives": ("يصل وفد الحكومة إلى مدينة جوبا", ["talks"]),
    "a force by its name leaves": ("غادر جيش الإسلام مدينة دوما", ["withdrawal"]),
    "people of another kind leave": ("غادر المستوطنون بلدة سديروت", ["displacement"]),
    "arms found in a bag": ("قتل حارس بطرد مفخخ في مدينة عدن", ["explosion"]),
    "relative after its noun": ("انفجر أحد الألغام التي زرعها المسلحون قرب قرية النخلة", ["deployment", "explosion"]),
    "hostages": ("احتجز المسلحون عشرين عاملا رهائن في مدينة سرت", ["abduction"]),
    "cordon around a place": ("طوقت الشرطة المكان بعد العثور على حقيبة في حي الكرادة", ["deployment"]),
    "predicate adjective": ("نحو مئة دبابة منتشرة على مداخل مدينة سبها", ["deployment"]),
    "phrase with the article": ("اتهم التقرير الميليشيا بعمليات القتل الجماعي في مدينة الجنينة", ["killing"]),
    "nobody hurt": ("سقطت قذيفة على أطراف القرية دون وقوع إصابات", ["killing", "shelling"]),
    "motive": ("قصف الجيش موقعا للمسلحين دعما لحلفائه في حلب", ["shelling"]),
}

NOT_TOLD = {
    "capture as an aim": ("عزز الجيش مواقعه قرب المدينة لتحرير مدينة سرت", "territory_taken"),
    "advance that aims at a capture": ("بدأت القوات حملة تهدف إلى استعادة المدينة", "territory_taken"),
    "isolation as an aim": ("يسعى الجيش لعزل مناطق المعارضة", "siege"),
    "place of a crash": ("تجمع السكان في مكان سقوط الطائرة قرب المدينة", "destruction"),
    "barriers that somebody set up": ("دمرت الطائرات الحواجز التي نصبتها القوات في المدينة", "deployment"),
    "only one": ("غادر السكان المدينة عبر ممر وحيد", "killing"),
    "traffic accident": ("توفي رجلان نتيجة حادث مروري قرب المدينة", "talks"),
    "families of the dead": ("التقى الوزير أسر الشهداء في مدينة عدن", "detention"),
    "capture that is wanted": ("تسعى الجماعة إلى السيطرة على موارد النفط", "territory_taken"),
    "capture as a purpose": ("تتنافس الحكومتان من أجل السيطرة على البلاد", "territory_taken"),
    "any attack": ("قال الوزير إن الجيش مستعد للتصدي لأي عدوان", "attack"),
    "attack that is feared": ("أخلى السكان القرية تحسبا لهجوم جديد", "attack"),
    "families": ("غادر المقاتلون وأسرهم مدينة حرستا", "detention"),
    "Yasser": ("كرم الاتحاد الصحفي ياسر منصور في حفل كبير", "detention"),
    "finger of blame": ("ووجهت الرئاسة أصابع الاتهام إلى الحركة", "armed_clash"),
    "fighter plane": ("سقطت مقاتلة سورية قرب بلدة أريحا", "armed_clash"),
    "held places as a setting": ("شنت الطائرات غارات على مواقع تسيطر عليها المعارضة في الجنوب", "control_status"),
    "statement that is published": ("ذكر بيان نشره المكتب الإعلامي للجيش أن الوضع هادئ", "deployment"),
    "reinforcements as a target": ("استهدفت الغارات تعزيزات المسلحين في مديرية صرواح", "deployment"),
    "town with the letters of a verb": ("زار الوفد مدينة صعدة صباح الأحد", "operation"),
    "drowning in disorder": ("قال المبعوث إن البلاد تغرق في الفوضى", "killing"),
    "crossing with a verb's letters": ("زار الوفد معبر نصيب الحدودي", "killing"),
    "half": ("تضرر نحو نصف المدارس في المحافظة", "killing"),
    "described": ("اللجنة رفضت ما وصفته بالكلام المكرر", "killing"),
    "presents a complaint": ("الحكومة تقدم شكوى إلى مجلس الأمن", "operation"),
    "condolences": ("تتقدم القيادة بخالص العزاء إلى أسر الضحايا", "operation"),
    "people without a figure": ("تسلم المشفى أدوية تكفي الجرحى", "killing"),
    "violations of rights": ("تحدث التقرير عن انتهاكات جسيمة لحقوق الإنسان بحق النساء", "ceasefire_violation"),
    "control as a setting": ("تمر القافلة قرب بلدة خاضعة لسيطرة الفصائل", "territory_taken"),
    "confrontation with trouble": ("تواجه الحكومة انتقادات واسعة", "armed_clash"),
    "rebuilding": ("يناقش البرلمان إعادة الإعمار في قرى النازحين", "displacement"),
    "feast": ("احتفل الأهالي بثاني أيام عيد الفطر في منازلهم", "displacement"),
    "marching drone": ("ظهرت في الصور مسيرة رمادية اللون", "protest"),
    "news agency": ("نقلت وكالة محلية عن قائد قوات الحدود قوله إن الوضع هادئ", "deployment"),
    "control station": ("زار الوزير محطة تحكم أرضية في صنعاء", "control_status"),
    "violations of no truce": ("دعت المنظمة إلى التحقيق في انتهاكات إنسانية في مدينة الفاشر", "ceasefire_violation"),
    "drowning is no sinking": ("قال الشاهد إن المدينة تغرق في الدمار منذ أسابيع", "destruction"),
    "shell near an aircraft": ("سقطت قذيفة قرب مدرج تهبط عليه طائرة مدنية في مدينة عدن", "destruction"),
    "besieged as a mere setting": ("عاد الصحفي من الحي المحاصر في المدينة", "siege"),
    "scout plane": ("حامت طائرة استطلاع فوق الجبل", "operation"),
}
"""Sentences and the type that a hasty reader would find in them."""


@pytest.mark.parametrize(("text", "expected"), TOLD.values(), ids=list(TOLD))
def test_told(text: str, expected: list[str]) -> None:
    assert sorted(claim.type for claim in claims(text)) == sorted(expected), describe(text)


@pytest.mark.parametrize(("text", "kind"), NOT_TOLD.values(), ids=list(NOT_TOLD))
def test_not_told(text: str, kind: str) -> None:
    assert claims(text, kind) == [], describe(text)
