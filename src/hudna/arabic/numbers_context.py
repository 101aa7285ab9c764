"""What the words around a number say: qualifiers before and after it, and that it is no figure at all."""

from __future__ import annotations

from collections.abc import Sequence

from hudna.arabic.letters import fold
from hudna.arabic.numbers_value import MARGIN
from hudna.arabic.tokens import Token

BEFORE: dict[str, tuple[str, ...]] = {
    "about": (
        "حوالي", "نحو", "قرابة", "زهاء", "ما يقارب", "مايقارب", "ما يقرب من", "مايقرب من", "ما يناهز", "يناهز", "تناهز",
        "يقارب", "تقارب", "يقرب من", "بحدود", "في حدود", "يقدر ب", "تقدر ب", "يقدرون ب", "المقدر ب", "تقريبا",
    ),
    "more_than": (
        "أكثر من", "أزيد من", "ما يزيد على", "ما يزيد عن", "مايزيد على", "مايزيد عن", "يزيد على", "يزيد عن", "تزيد على",
        "تزيد عن", "يزيدون على", "يزيدون عن", "زاد على", "زاد عن", "فوق", "تجاوز", "تجاوزت", "يتجاوز", "تتجاوز",
        "ما يتجاوز", "يتجاوزون", "تخطى", "تخطت", "يتخطى", "تتخطى", "يتعدى", "تتعدى", "ما يفوق", "يفوق", "تفوق", "فاق",
        "ما يربو على", "ما يربو عن", "يربو على", "يربو عن", "تربو على", "ما ينيف على", "ما ينيف عن",
        "ينوف على", "أكبر من",
    ),
    "at_least": (
        "ما لا يقل عن", "مالا يقل عن", "ما لايقل عن", "مالايقل عن", "لا يقل عن", "لا تقل عن", "لا يقلون عن",
        "على الأقل",
        "في الأقل", "كحد أدنى", "بحد أدنى", "لا أقل من", "ليس أقل من", "على أقل تقدير",
    ),
    "up_to": (
        "حتى", "ما يصل إلى", "يصل إلى", "تصل إلى", "يصلون إلى", "لا يتجاوز", "لم يتجاوز", "لا تتجاوز", "لم تتجاوز",
        "لن يتجاوز", "لا يتجاوزون", "لا يتعدى", "لا تتعدى", "لم يتعد", "لا يزيد على", "لا يزيد عن", "لا تزيد على",
        "لا تزيد عن", "لا يزيدون على", "لا يزيدون عن", "لم يزد على", "لم يزد عن", "لم تزد على", "لم تزد عن",
        "ما لا يزيد على", "ما لا يزيد عن", "ما لا يتجاوز", "لا أكثر من", "ليس أكثر من", "كحد أقصى", "بحد أقصى",
        "دون أن يتجاوز", "على الأكثر",
    ),
    "less_than": ("أقل من", "ما يقل عن", "يقل عن", "تقل عن", "ما دون", "دون", "أدنى من"),
}  # fmt: skip
"""Phrases that stand right before a number, by the qualifier that they give it."""

AFTER: dict[str, tuple[str, ...]] = {
    "about": ("تقريبا", "على وجه التقريب", "على نحو تقريبي"),
    "more_than": ("ونيف",),
    "at_least": (
        "على الأقل", "في الأقل", "على أقل تقدير", "في أقل تقدير", "كحد أدنى", "بحد أدنى", "أو أكثر", "فأكثر", "فما فوق",
        "وما فوق",
    ),
    "up_to": ("على الأكثر", "كحد أقصى", "بحد أقصى", "على أبعد تقدير", "أو أقل", "فأقل", "كأقصى حد"),
}  # fmt: skip
"""Phrases that stand after a number, right at it or after the thing counted."""

COUNT_WORDS = frozenset(map(fold, ("عددهم", "عددها", "عدده", "عددهن", "العدد", "أعدادهم")))
COUNT_OF = frozenset(map(fold, ("عدد", "أعداد", "حصيلة", "إجمالي", "نسبة")))
REACH = 3
"""Most words between a number and a qualifier after it («16 مدنيا من البلدة على الأقل»)."""

_LEADS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول")


def _with_leads(*spellings: str) -> frozenset[str]:
    """Folded words with every proclitic that may be written onto them."""
    forms = {lead + fold(spelling) for spelling in spellings for lead in _LEADS}
    forms.update("لل" + form[2:] for form in list(forms) if form.startswith("ال"))
    return frozenset(forms)


IDENTIFIED = _with_leads(
    "رقم", "الرقم", "برقم", "قرار", "القرار", "قراره", "قرارها", "القرارين", "قراري", "المادة", "مادة", "الفقرة",
    "البند", "الفصل", "لواء", "اللواء", "فرقة", "الفرقة", "فوج", "الفوج", "كتيبة", "الكتيبة", "قناة", "القناة",
    "طريق", "كيلو", "الكيلو", "صفحة", "الصفحة", "عيار", "العيار", "طراز", "نوع", "ميغ", "ميج", "سوخوي",
    "سو", "توبوليف", "إف", "إس", "كاف", "اتش", "يو", "تي", "مي", "بي", "آر", "غراد", "فجر", "زلزال", "بركان",
    "بدر", "صمود", "شهاب", "فاتح", "هاون", "الدورة", "العمر", "عمره", "عمرها", "عمر", "عمرهم", "الساعة", "الساعات",
    "الآية", "المرسوم", "مرسوم",
)  # fmt: skip
"""Words after which digits name something (a resolution, a brigade, a missile, an hour) and count nothing."""
HOURS = _with_leads("الساعة", "الساعات", "العمر", "عمره", "عمرها")
AGE_WORDS = _with_leads("عاما", "عام", "سنة", "سنوات", "أعوام", "ربيعا")
CALIBRES = _with_leads("ملم", "مم", "ميليمتر", "مليمتر", "ميلمتر")
YEAR_WORDS = _with_leads("عام", "العام", "سنة", "السنة", "عامي", "أعوام")
NAMED_TENS = _with_leads("شارع", "ميدان", "ساحة", "زيارة", "ذكرى", "بئر", "جامعة", "بير", "جسر", "حي")
"""Words after which a definite number word is part of a name (ميدان السبعين, بئر السبع)."""
DAY_COUNTED = _with_leads("اليوم", "الأسبوع", "الشهر", "الشوط")
"""Words before a definite number that make it an ordinal («اليوم الـ4 من الهدنة»)."""
OF_AGE = frozenset(map(fold, ("العمر", "عمره", "عمرها")))
QUOTES = frozenset("\"«»“”'")
HALF_OF_MEASURE = _with_leads(
    "ساعة",
    "الساعة",
    "يوم",
    "عام",
    "سنة",
    "شهر",
    "الشهر",
    "نهائي",
    "النهائي",
    "قطر",
    "الليل",
    "العام",
    "كيلومتر",
    "كيلو",
    "كلم",
    "متر",
    "ميل",
    "طن",
    "دولار",
)
"""Words that make نصف or ربع a measure or a name and no share of things."""
PARTS_OF_YEAR = _with_leads("الأول", "الثاني", "الثالث", "الرابع", "الأخير", "الخالي", "الآخر")

HYPHENS = frozenset("-\u2013\u2014\u2011\u2010")


_Phrases = dict[str, list[tuple[tuple[str, ...], str]]]
"""Phrases as tuples of folded words with their qualifier, by the word at which they are looked up."""


def _by_last_word(phrases: dict[str, tuple[str, ...]]) -> _Phrases:
    table: _Phrases = {}
    for qualifier, spellings in phrases.items():
        for spelling in spellings:
            for lead in _LEADS:
                words = (lead + fold(spelling)).split()
                table.setdefault(words[-1], []).append((tuple(words), qualifier))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


def _by_first_word(phrases: dict[str, tuple[str, ...]]) -> _Phrases:
    table: _Phrases = {}
    for qualifier, spellings in phrases.items():
        for spelling in spellings:
            words = tuple(fold(spelling).split())
            table.setdefault(words[0], []).append((words, qualifier))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


_BEFORE = _by_last_word(BEFORE)
_AFTER = _by_first_word(AFTER)


def qualifier_before(tokens: Sequence[Token], at: int, lead: str = "") -> tuple[int, str] | None:
    """The qualifier phrase that ends right before token `at`, as (its first token, qualifier).

    `lead` is the preposition written onto token `at`: «يقدر بـ 300» has the phrase «يقدر ب».
    """
    if lead.endswith("ب") and at > 0:
        for words, qualifier in _BEFORE.get("ب", ()):
            if tokens[at - 1].form == words[0]:
                return at - 1, qualifier
    if at == 0:
        return None
    for words, qualifier in _BEFORE.get(tokens[at - 1].form, ()):
        first = at - len(words)
        if first >= 0 and all(tokens[first + step].form == word for step, word in enumerate(words)):
            return first, qualifier
    return None


def qualifier_across_count(tokens: Sequence[Token], at: int) -> str | None:
    """The qualifier of «تجاوز عددهم 50», «لا يتجاوز عدد القتلى 50»: a phrase, the word for the count, the number."""
    found = None
    if at >= 2 and tokens[at - 1].form in COUNT_WORDS:
        found = qualifier_before(tokens, at - 1)
    elif at >= 3 and tokens[at - 2].form in COUNT_OF:
        found = qualifier_before(tokens, at - 2)
    return found[1] if found else None


def qualifier_after(tokens: Sequence[Token], at: int, reach: int = REACH) -> tuple[int, int, str] | None:
    """The qualifier phrase at or after token `at`, with at most `reach` words between: (first, last, qualifier).

    «شخصان على الأقل» is asked for with the index after «شخصان»; another number or a stop in between ends the search.
    """
    words_seen = 0
    end = len(tokens)
    while at < end and words_seen <= reach:
        token = tokens[at]
        for words, qualifier in _AFTER.get(token.form, ()):
            if at + len(words) <= end and all(tokens[at + step].form == word for step, word in enumerate(words)):
                return at, at + len(words), qualifier
        if token.kind == "number" or (token.kind == "mark" and token.form not in '،,"«»()'):
            return None
        words_seen += token.kind == "word"
        at += 1
    return None


def is_no_figure(tokens: Sequence[Token], at: int, end: int, kind: str = "cardinal") -> bool:
    """Whether the digits or words of `at`…`end` name, date or time something and count nothing."""
    before = _word_before(tokens, at)
    after = tokens[end].form if end < len(tokens) else ""
    names = tokens[at].kind == "number" or kind == "ordinal" or before in HOURS
    if (names and before in IDENTIFIED) or before in YEAR_WORDS or after in CALIBRES or after in AGE_WORDS:
        return True
    return tokens[at].kind == "number" and (_is_joined(tokens, at, end) or _is_bullet(tokens, at, end))


def _word_before(tokens: Sequence[Token], at: int) -> str:
    """The form before the number, past an article of its own («الساعات الـ24»)."""
    has_article = at > 0 and tokens[at].kind == "number" and tokens[at - 1].form in ("ال", "لل")
    if has_article and tokens[at].start - tokens[at - 1].end <= MARGIN:
        at -= 1
    return tokens[at - 1].form if at else ""


def _is_joined(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Times (10:30), names (إف-16, M5, «سام 7»), fractions and paths (24/7): digits tied to what stands beside them."""
    if at and tokens[at - 1].end == tokens[at].start:
        before = tokens[at - 1]
        if before.kind == "latin" or before.form in ("/", ":", "#", "@", "_", "+"):
            return before.form != ":" or (at >= 2 and tokens[at - 2].kind == "number")
        if before.form in HYPHENS and at >= 2 and tokens[at - 2].end == before.start:
            return tokens[at - 2].kind in ("word", "latin")
    if end < len(tokens) and tokens[end].form in QUOTES and at >= 2 and tokens[at - 2].form in QUOTES:
        return tokens[at - 1].kind in ("word", "latin")
    if end + 1 < len(tokens) and tokens[end - 1].end == tokens[end].start and tokens[end].form in "/:":
        return tokens[end + 1].kind in ("number", "latin") and tokens[end].end == tokens[end + 1].start
    return False


def _is_bullet(tokens: Sequence[Token], at: int, end: int) -> bool:
    """A list number: «1-» or «1)» at the start of the text or of a sentence."""
    if end >= len(tokens) or tokens[end].start != tokens[end - 1].end or tokens[end].form not in (")", "-"):
        return False
    begins = at == 0 or tokens[at - 1].form in (".", ":", "؛", "!", "؟")
    follows_word = end + 1 < len(tokens) and tokens[end + 1].kind == "word"
    return begins and follows_word and len(tokens[at].form) <= 2
