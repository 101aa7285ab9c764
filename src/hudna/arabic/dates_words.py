"""The words of dates: tables that an analyst can extend, spelt without vowel marks.

Proclitics (و ف ب ل ك) are added when the table of folded forms is built; the article is part of the spelling here,
because it decides what a word means (الأحد a day, أحد a number).
"""

from __future__ import annotations

from typing import NamedTuple

from hudna.arabic.letters import fold

_LEADS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب")


def _with_all_leads(spellings: tuple[str, ...]) -> frozenset[str]:
    """Folded words with every proclitic that may be written onto them."""
    return frozenset(lead + fold(spelling) for spelling in spellings for lead in _LEADS)


class DateWord(NamedTuple):
    """A folded form as a word of dates: the proclitics on it, its role and its value (what the role makes of it)."""

    lead: str
    role: str
    value: int | str


DAY_WORDS = {
    "اليوم": 0, "الليلة": 0, "أمس": -1, "الأمس": -1, "البارحة": -1, "امبارح": -1, "غدا": 1, "الغد": 1, "غد": 1,
}  # fmt: skip
"""Days by their distance from the day of publication."""
WEEKDAYS = {
    "الاثنين": 0, "الإثنين": 0, "الثلاثاء": 1, "الثلاثا": 1, "الأربعاء": 2, "الاربعا": 2, "الخميس": 3, "الجمعة": 4,
    "السبت": 5, "الأحد": 6,
}  # fmt: skip
GREGORIAN = {
    "يناير": 1, "فبراير": 2, "مارس": 3, "أبريل": 4, "إبريل": 4, "مايو": 5, "يونيو": 6, "يونية": 6, "يونيه": 6,
    "يوليو": 7, "يولية": 7, "يوليه": 7, "أغسطس": 8, "سبتمبر": 9, "أكتوبر": 10, "اوكتوبر": 10, "نوفمبر": 11,
    "ديسمبر": 12, "جانفي": 1, "فيفري": 2, "أفريل": 4, "ماي": 5, "جوان": 6, "جويلية": 7, "أوت": 8, "يوليوز": 7,
    "غشت": 8, "شتنبر": 9, "نونبر": 11, "دجنبر": 12, "شباط": 2, "آذار": 3, "نيسان": 4, "أيار": 5, "حزيران": 6,
    "تموز": 7, "آب": 8, "أيلول": 9,
}  # fmt: skip
TWO_WORD_GREGORIAN = {
    ("كانون", "الثاني"): 1, ("كانون", "ثاني"): 1, ("كانون", "الأول"): 12, ("كانون", "أول"): 12,
    ("تشرين", "الأول"): 10, ("تشرين", "أول"): 10, ("تشرين", "الثاني"): 11, ("تشرين", "ثاني"): 11,
}  # fmt: skip
HIJRI = {"محرم": 1, "صفر": 2, "رجب": 7, "شعبان": 8, "رمضان": 9, "شوال": 10}
TWO_WORD_HIJRI = {
    ("ربيع", "الأول"): 3, ("ربيع", "الآخر"): 4, ("ربيع", "الثاني"): 4, ("جمادى", "الأولى"): 5, ("جمادى", "الأول"): 5,
    ("جمادى", "الآخرة"): 6, ("جمادى", "الثانية"): 6, ("جمادى", "الثاني"): 6, ("ذو", "القعدة"): 11,
    ("ذي", "القعدة"): 11, ("ذو", "الحجة"): 12, ("ذي", "الحجة"): 12,
}  # fmt: skip
AMBIGUOUS_MONTHS = frozenset(map(fold, ("مارس", "آب", "جوان", "أوت", "ماي", "محرم", "صفر", "رجب", "شعبان", "رمضان",
                                        "شوال", "ربيع")))  # fmt: skip
"""Month names that are also other words or names of people: read only beside a number, a year, شهر or a preposition."""
NEVER_ALONE = frozenset(map(fold, ("آب", "صفر", "محرم", "رجب", "شعبان", "شوال")))
"""Of these even a preposition is not enough."""

PARTS_OF_DAY = (
    "صباح", "مساء", "ليل", "ليلة", "فجر", "عصر", "ظهر", "ظهيرة", "ضحى", "غروب", "نهار", "بعد ظهر", "بعد عصر",
    "قبل ظهر", "منتصف ليل", "منتصف ليلة", "منتصف نهار", "منتصف يوم", "منتصف الليل", "وقت متأخر من", "وقت مبكر من",
    "وقت سابق من", "وقت سابق", "وقت لاحق من", "وقت متأخر", "وقت مبكر", "وقت متأخر من مساء",
    "وقت متأخر من ليل", "وقت متأخر من ليلة", "وقت مبكر من صباح",
    "وقت مبكر من فجر", "ساعة متأخرة من", "ساعة متأخرة من مساء", "ساعة متأخرة من ليل", "ساعة متأخرة من ليلة",
    "ساعة مبكرة من", "ساعة مبكرة من صباح", "ساعة مبكرة من فجر", "ساعات الصباح الأولى من", "ساعات الفجر الأولى من",
    "الساعات الأولى من", "الساعات الأولى من صباح", "الساعات الأولى من فجر", "ساعات متأخرة من", "الصباح الباكر من",
    "ساعات ليل", "ساعات مساء", "ساعات صباح", "ساعات فجر",
)  # fmt: skip
"""What may stand before a day without changing which day it is."""
THROUGH_DAY = ("خلال النهار", "طوال النهار", "طيلة النهار")
THROUGH_NIGHT = ("خلال الليل", "طوال الليل", "طيلة الليل", "أثناء الليل")
TIMES_OF_DAY = (
    "صباحا", "مساء", "ليلا", "فجرا", "ظهرا", "عصرا", "نهارا", "منتصف الليل", *THROUGH_DAY, *THROUGH_NIGHT,
)  # fmt: skip
"""Times that name no day by themselves; those of THROUGH_DAY and THROUGH_NIGHT are of the day of publication."""
PARTS_OF_MONTH = {
    "أوائل": "first", "مطلع": "first", "بداية": "first", "بدايات": "first", "مستهل": "first", "أول": "first",
    "منتصف": "middle", "أواسط": "middle", "وسط": "middle", "أواخر": "last", "نهاية": "last", "نهايات": "last",
    "آخر": "last", "ختام": "last",
}  # fmt: skip
SEASONS = {"ربيع": 3, "صيف": 6, "خريف": 9, "شتاء": 12, "الربيع": 3, "الصيف": 6, "الخريف": 9, "الشتاء": 12}

LAST = ("الماضي", "الماضية", "الماضيين", "الماضيتين", "المنصرم", "المنصرمة", "المنصرمين", "الفائت", "الفائتة",
        "الفائتين", "المنقضي", "المنقضية", "الأخير", "الأخيرة", "الأخيرين", "الأخيرتين")  # fmt: skip
THIS = ("الجاري", "الجارية", "الحالي", "الحالية")
NEXT = ("المقبل", "المقبلة", "المقبلين", "القادم", "القادمة", "القادمين", "المقبلتين", "القادمتين")
DAY = ("يوم", "نهار")
YEAR = ("عام", "العام", "سنة", "السنة")
YEARS = ("عامي", "سنتي", "أعوام", "الأعوام", "سنوات", "السنوات")
MONTH = ("شهر", "الشهر")

UNITS: dict[str, tuple[str, int, bool]] = {
    "ساعة": ("hour", 1, False), "ساعات": ("hour", 0, False), "ساعتين": ("hour", 2, False), "يوم": ("day", 1, False),
    "يوما": ("day", 1, False), "أيام": ("day", 0, False), "يومين": ("day", 2, False), "يومان": ("day", 2, False),
    "أسبوع": ("week", 1, False), "أسبوعا": ("week", 1, False), "أسابيع": ("week", 0, False),
    "أسبوعين": ("week", 2, False), "شهر": ("month", 1, False), "شهرا": ("month", 1, False),
    "أشهر": ("month", 0, False), "شهور": ("month", 0, False), "شهرين": ("month", 2, False), "عام": ("year", 1, False),
    "عاما": ("year", 1, False), "أعوام": ("year", 0, False), "عامين": ("year", 2, False), "سنة": ("year", 1, False),
    "سنوات": ("year", 0, False), "سنين": ("year", 0, False), "سنتين": ("year", 2, False),
    "دقيقة": ("minute", 1, False), "دقائق": ("minute", 0, False), "لحظات": ("minute", 0, False),
    "قليل": ("minute", 0, False), "عقد": ("decade", 1, False), "عقود": ("decade", 0, False),
    "عقدين": ("decade", 2, False), "فترة": ("time", 0, False), "مدة": ("time", 0, False), "زمن": ("time", 0, False),
    "وقت": ("time", 0, False),
    "الساعات": ("hour", 0, True), "الساعة": ("hour", 1, True), "الأيام": ("day", 0, True),
    "اليومين": ("day", 2, True), "اليوم": ("day", 1, True), "الأسبوع": ("week", 1, True),
    "الأسابيع": ("week", 0, True), "الأسبوعين": ("week", 2, True), "الشهر": ("month", 1, True),
    "الأشهر": ("month", 0, True), "الشهور": ("month", 0, True), "الشهرين": ("month", 2, True),
    "العام": ("year", 1, True), "السنة": ("year", 1, True), "الأعوام": ("year", 0, True),
    "السنوات": ("year", 0, True), "العامين": ("year", 2, True), "السنتين": ("year", 2, True),
    "الفترة": ("time", 0, True), "العقد": ("decade", 1, True), "العقود": ("decade", 0, True),
}  # fmt: skip
"""Units of time: (unit, how many the form itself means with 0 for an open plural, whether it has the article)."""

VAGUE = (
    "الآونة الأخيرة", "مؤخرا", "حاليا", "الآن", "حتى الآن", "لاحقا", "سابقا", "قريبا", "مستقبلا", "وقت سابق",
    "وقت لاحق", "وقت قريب", "حين لآخر", "الحين والآخر", "آنذاك", "حينها", "وقتها", "الوقت الحالي", "الوقت الراهن",
    "الفترة الأخيرة", "الأعوام الأخيرة", "هذه الأيام", "وقت متأخر", "ساعة متأخرة", "وقت مبكر", "ساعات الصباح الأولى",
    "هذه الأثناء",
)  # fmt: skip
"""Time that no calendar day can be given for; «في» before it is left out."""
VAGUE_AFTER_IN = frozenset(map(fold, ("السابق", "الماضي", "المستقبل")))
"""Vague only right after «في»."""
THIS_WORDS = ("هذا", "هذه")
TODAY_AFTER_THIS = frozenset(map(fold, ("الصباح", "المساء", "الليلة", "اليوم", "النهار", "الفجر", "العصر", "الظهر")))

MARKERS: dict[str, tuple[str, ...]] = {
    "since": ("منذ",),
    "within": ("خلال", "غضون", "مدى", "مدار", "امتداد", "طوال", "طيلة"),
    "before": ("قبل",),
    "after": ("بعد",),
}
GOVERNED_MARKERS: dict[str, tuple[str, ...]] = {
    "غضون": ("في", "وفي"), "مدي": ("علي", "وعلي"), "مدار": ("علي", "وعلي"), "امتداد": ("علي", "وعلي"),
}  # fmt: skip
"""Folded markers of a window that are such only after a preposition («على مدى»)."""
START_WORDS = frozenset(map(fold, ("بدء", "بداية", "اندلاع", "انطلاق", "انطلاقة", "نهاية", "انتهاء", "وقف", "إعلان",
                                   "توقيع", "سقوط", "دخول", "تأسيس", "سيطرة", "انقلاب", "اجتياح", "غزو", "تفجر",
                                   "مطلع", "اتفاق", "إطلاق", "استيلاء", "انفصال", "استقلال", "انسحاب", "رحيل", "حرب",
                                   "مقتل")))  # fmt: skip
"""Nouns of a beginning: «منذ بدء النزاع عام 2003» runs from that year on."""
BEFORE_YEAR = frozenset(map(fold, (
    "في", "وفي", "منذ", "ومنذ", "خلال", "حتى", "قبل", "بعد", "مطلع", "أوائل", "منتصف", "أواسط", "أواخر", "نهاية",
    "بداية", "حرب", "ثورة", "انتفاضة", "هدنة", "اتفاق", "اتفاقية", "انتخابات", "اجتياح", "غزو", "انقلاب", "أحداث",
    "حدود", "معارك", "معركة", "حروب", "عدوان", "هجمات", "تفجيرات", "مواجهات", "نزاع", "صراع", "مجزرة",
)))  # fmt: skip
"""Words after which four digits are a year without «عام»."""
BEFORE_MONTH = frozenset(map(fold, (
    "في", "وفي", "منذ", "ومنذ", "خلال", "حتى", "إلى", "شهر", "الشهر", "وشهر", "لشهر", "بشهر", "شهري", "مطلع", "أوائل",
    "منتصف", "أواسط", "أواخر", "نهاية", "بداية", "قبل", "بعد", "بين",
)))  # fmt: skip
"""Words after which an ambiguous name is a month."""
HIJRI_MARKS = frozenset(map(fold, ("هـ", "هجري", "هجرية", "للهجرة", "الهجري")))
DAY_PHRASES = {"أول أمس": -2, "أمس الأول": -2, "أول من أمس": -2, "بعد غد": 2, "بعد الغد": 2}
NOT_TODAY = frozenset(map(fold, (
    "التالي", "نفسه", "ذاته", "الذي", "السابق", "المقبل", "القادم", "الماضي", "الأخير", "العالمي", "الوطني", "الدولي",
    "السابع", "الواحد", "الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "الثامن", "التاسع", "العاشر",
    "الحادي", "العشرين", "الثلاثين", "الموعود",
)))  # fmt: skip
"""Words after «اليوم» that make it «the day …» and not «today»."""
NAMES_BEFORE = _with_all_leads(("سوق", "بلدة", "قرية", "مدينة", "حي", "جسر", "تل", "عبد", "شارع", "ساحة", "ميدان",
                                    "صحيفة", "جريدة", "مجلة", "وادي", "مستشفى", "جامعة", "ثورة", "حرب", "حركة",
                                    "اللواء", "مخيم", "كوبري", "انتفاضة", "جيل", "انقلاب", "معركة", "سيارة",
                                    "شاحنة"))  # fmt: skip
"""Words before a day's or month's name that make it part of a name (سوق الخميس, حرب تموز)."""
MEDIA_NAMES = frozenset(map(fold, ("روسيا", "المصري", "عدن", "اليمن", "فلسطين", "سوريا", "ليبيا", "لبنان", "العراق",
                                   "السودان", "مصر", "إسرائيل", "الجزائر", "المغرب", "الأردن")))  # fmt: skip
MEDIA_WORDS = frozenset(map(fold, ("قناة", "صحيفة", "موقع", "شبكة", "وكالة", "جريدة", "لصحيفة", "لقناة", "لموقع",
                                   "وكالات", "«", "\"", "“")))  # fmt: skip


def _with_leads(spelling: str) -> list[tuple[str, str]]:
    """(lead, form) for every proclitic on a spelling."""
    base = fold(spelling)
    forms = [(lead, lead + base) for lead in _LEADS]
    if base.startswith("ال"):
        forms += [("ل", "لل" + base[2:]), ("ول", "ولل" + base[2:])]
    return forms


def _table() -> dict[str, DateWord]:
    table: dict[str, DateWord] = {}
    roles: list[tuple[str, dict[str, int | str]]] = [
        ("weekday", dict(WEEKDAYS)),
        ("today", dict(DAY_WORDS)),
        ("month", dict(GREGORIAN)),
        ("hijri", dict(HIJRI)),
        ("day", dict.fromkeys(DAY, 0)),
        ("year", dict.fromkeys(YEAR, 0)),
        ("years", dict.fromkeys(YEARS, 0)),
        ("month_word", dict.fromkeys(MONTH, 0)),
        ("season", dict(SEASONS)),
        ("part_of_month", dict(PARTS_OF_MONTH)),
        ("unit", dict.fromkeys((word for word, unit in UNITS.items() if unit[2]), 0)),
        ("this", dict.fromkeys(THIS_WORDS, 0)),
        ("in_the", dict.fromkeys(("السابق", "الماضي", "المستقبل"), 0)),
    ]
    for role, entries in roles:
        for spelling, value in entries.items():
            for lead, form in _with_leads(spelling):
                table.setdefault(form, DateWord(lead, role, value))
    for two_words, role in ((TWO_WORD_GREGORIAN, "month_two"), (TWO_WORD_HIJRI, "hijri_two")):
        for first, _ in two_words:
            for lead, form in _with_leads(first):
                table.setdefault(form, DateWord(lead, role, 0))
    return table


Phrases = dict[str, list[tuple[tuple[str, ...], str]]]
"""Phrases by their first folded word (with its proclitics), longest first: (words, value)."""


def _phrases(spellings: dict[str, str], leads: tuple[str, ...] = _LEADS) -> Phrases:
    table: Phrases = {}
    for spelling, value in spellings.items():
        for lead in leads:
            words = tuple((lead + fold(spelling)).split())
            table.setdefault(words[0], []).append((words, value))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


TABLE: dict[str, DateWord] = _table()
UNIT_FORMS: dict[str, tuple[str, int, bool]] = {
    form: unit for spelling, unit in UNITS.items() for _, form in _with_leads(spelling)
}
PART_PHRASES = _phrases(dict.fromkeys(PARTS_OF_DAY, ""))
TIME_PHRASES = _phrases(dict.fromkeys(TIMES_OF_DAY, ""), ("", "و"))
VAGUE_PHRASES = _phrases(dict.fromkeys(VAGUE, ""), ("", "و"))
DAY_PHRASE_FORMS = _phrases({spelling: str(offset) for spelling, offset in DAY_PHRASES.items()})
MARKER_PHRASES = _phrases({phrase: role for role, phrases in MARKERS.items() for phrase in phrases}, ("", "و", "ف"))
TAILS: dict[str, str] = {
    **{fold(word): "last" for word in LAST},
    **{fold(word): "this" for word in THIS},
    **{fold(word): "next" for word in NEXT},
}
TWO_WORD_MONTHS: dict[tuple[str, str], int] = {
    (fold(first), fold(second)): number for (first, second), number in TWO_WORD_GREGORIAN.items()
}
TWO_WORD_HIJRI_MONTHS: dict[tuple[str, str], int] = {
    (fold(first), fold(second)): number for (first, second), number in TWO_WORD_HIJRI.items()
}
