"""The words of numbers: tables that an analyst can extend, spelt without vowel marks.

Every word is listed once in its plain spelling; the article and the proclitics (و ف ب ل ك) are added when the table
of folded forms is built, so that reading a token costs one dictionary lookup.
"""

from __future__ import annotations

from typing import NamedTuple

from hudna.arabic.letters import fold
from hudna.records import Figure


class Word(NamedTuple):
    """A folded form as a number word: the proclitics on it, what it does, its value, whether it has the article."""

    lead: str
    role: str
    value: Figure
    definite: bool


UNITS = {
    "ثلاث": 3, "ثلاثة": 3, "أربع": 4, "أربعة": 4, "خمس": 5, "خمسة": 5, "ست": 6, "ستة": 6, "سبع": 7, "سبعة": 7,
    "ثمان": 8, "ثماني": 8, "ثمانية": 8, "تسع": 9, "تسعة": 9, "اثنان": 2, "اثنين": 2, "اثنتان": 2, "اثنتين": 2,
    "اثنا": 2, "اثني": 2, "اثنتا": 2, "اثنتي": 2,
}  # fmt: skip
ONES = {"واحد": 1, "واحدة": 1, "واحدا": 1}
ONLY_IN_COMPOUNDS = {"أحد": 1, "إحدى": 1}
TEN = {"عشر": 10, "عشرة": 10}
TENS = {
    f"{stem}{ending}": value
    for stem, value in {
        "عشر": 20, "ثلاث": 30, "أربع": 40, "خمس": 50, "ست": 60, "سبع": 70, "ثمان": 80, "تسع": 90
    }.items()
    for ending in ("ون", "ين")
}  # fmt: skip
HUNDRED = {"مئة": 100, "مائة": 100}
HUNDREDS = {
    **{f"{stem}{ending}": 200 for stem in ("مئت", "مائت") for ending in ("ان", "ين", "ا", "ي")},
    **{
        f"{unit}{hundred}": value * 100
        for unit, value in {
            "ثلاث": 3, "أربع": 4, "خمس": 5, "ست": 6, "سبع": 7, "ثمان": 8, "ثماني": 8, "تسع": 9
        }.items()
        for hundred in ("مئة", "مائة")
    },
}  # fmt: skip
SCALES = {
    "ألف": 10**3, "ألفا": 10**3, "مليون": 10**6, "مليونا": 10**6,
    "مليار": 10**9, "مليارا": 10**9, "بليون": 10**9, "بليونا": 10**9, "تريليون": 10**12,
}  # fmt: skip
PLURAL_SCALES = {"آلاف": 10**3, "ألوف": 10**3, "ملايين": 10**6, "مليارات": 10**9, "بلايين": 10**9}
DUAL_SCALES = {
    "ألفان": 2 * 10**3, "ألفين": 2 * 10**3, "ألفي": 2 * 10**3, "مليونان": 2 * 10**6, "مليونين": 2 * 10**6,
    "مليوني": 2 * 10**6, "ملياران": 2 * 10**9, "مليارين": 2 * 10**9, "ملياري": 2 * 10**9,
}  # fmt: skip
LONE_DUALS = frozenset({fold("ألفا"), fold("مليونا"), fold("مليارا")})
"""Accusative singular after a number, construct dual («ألفا مقاتل») with none before it."""
VAGUE = ("عشرات", "مئات", "مائات", "بضع", "بضعة")
FRACTIONS = {"نصف": 50, "ثلث": 33, "ثلثا": 67, "ثلثي": 67, "ثلثان": 67, "ثلثين": 67, "ربع": 25}
QUARTERS = "أرباع"
ORDINALS = {
    "أول": 1, "أولى": 1, "ثاني": 2, "ثانية": 2, "ثالث": 3, "ثالثة": 3, "رابع": 4, "رابعة": 4, "خامس": 5, "خامسة": 5,
    "سادس": 6, "سادسة": 6, "سابع": 7, "سابعة": 7, "ثامن": 8, "ثامنة": 8, "تاسع": 9, "تاسعة": 9, "عاشر": 10,
    "عاشرة": 10, "حادي": 1, "حادية": 1,
}  # fmt: skip
ARTICLES = {
    "ال": ("", True), "وال": ("و", True), "بال": ("ب", True), "لل": ("ل", True), "فال": ("ف", True),
    "كال": ("ك", True), "و": ("و", False), "ف": ("ف", False), "ب": ("ب", False), "ل": ("ل", False),
    "ك": ("ك", False), "وب": ("وب", False), "ول": ("ول", False),
}  # fmt: skip
"""Tokens that stand before digits: the article and proclitics cannot be written onto a digit."""

NOT_READ = frozenset(map(fold, ("لست", "فست", "كست", "الواحد", "الواحدة", "الاثنين", "والاثنين",
                                "بالاثنين", "للاثنين")))  # fmt: skip
"""Forms that the tables would license but that are mostly something else (لست «I am not», الاثنين «Monday»)."""
DEFINITE_ONLY = frozenset(map(fold, ("ثانية", "حادي", "حادية", "ثانيا")))
"""Ordinals that are another word without the article (ثانية «a second»)."""

_LEADS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب")
_ARTICLE_LEADS = {
    "ال": "", "وال": "و", "فال": "ف", "بال": "ب", "كال": "ك", "وبال": "وب", "فبال": "فب", "لل": "ل", "ولل": "ول"
}  # fmt: skip

_ROLES: tuple[tuple[str, dict[str, int]], ...] = (
    ("ordinal", ORDINALS),
    ("one", ONES),
    ("one_of", ONLY_IN_COMPOUNDS),
    ("unit", UNITS),
    ("ten", TEN),
    ("tens", TENS),
    ("hundred", HUNDRED),
    ("hundreds", HUNDREDS),
    ("scale", SCALES),
    ("plural_scale", PLURAL_SCALES),
    ("dual_scale", DUAL_SCALES),
    ("vague", dict.fromkeys(VAGUE, 0)),
    ("fraction", FRACTIONS),
    ("quarters", {QUARTERS: 25}),
)


def _table() -> dict[str, Word]:
    words: dict[str, Word] = {}
    for role, entries in _ROLES:
        for spelling, value in entries.items():
            base = fold(spelling)
            for article, lead in _ARTICLE_LEADS.items():
                words.setdefault(article + base, Word(lead, role, value, True))
            if role == "ordinal" and base in DEFINITE_ONLY:
                continue
            for lead in _LEADS:
                words.setdefault(lead + base, Word(lead, role, value, False))
    for form in NOT_READ:
        words.pop(form, None)
    return words


WORDS: dict[str, Word] = _table()
"""Every folded form that can be (part of) a number, with what it is."""
