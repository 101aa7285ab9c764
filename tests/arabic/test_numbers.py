"""Numbers: values in digits and words, what is said about them, and digits that are no figure."""

from __future__ import annotations

import pytest

from hudna.arabic.numbers import Number, qualifier_after, qualifier_before, read_numbers
from hudna.arabic.numbers_value import digits_value
from hudna.arabic.tokens import tokenise


def numbers(text: str) -> list[Number]:
    return read_numbers(tokenise(text))


def only(text: str) -> Number:
    found = numbers(text)
    assert len(found) == 1, [text[n.start : n.end] for n in found]
    return found[0]


@pytest.mark.parametrize(
    ("form", "value"),
    [
        ("7", 7),
        ("12,500", 12500),
        ("12.500", 12500),
        ("1,250,000", 1250000),
        ("1٬200", 1200),
        ("27.8", 27.8),
        ("2,7", 2.7),
        ("3٫5", 3.5),
        ("0.5", 0.5),
        ("1.2.3", None),
        ("007", None),
        ("12,50,3", None),
        ("0", 0),
    ],
)
def test_digits(form: str, value: float | None) -> None:
    assert digits_value(form) == value


def test_a_point_before_a_scale_word_is_decimal() -> None:
    assert digits_value("1.250", before_scale=True) == 1.25
    assert only("تبرعت بمبلغ 1.250 مليون").value == 1250000


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("أصيب ثلاثة جنود", 3),
        ("أصيبت ثلاث نساء", 3),
        ("أسر ثلاثة عشر مقاتلا", 13),
        ("سقطت إحدى عشرة قذيفة", 11),
        ("اثنا عشر صاروخا", 12),
        ("اثنتي عشرة امرأة", 12),
        ("خمس وعشرون امرأة", 25),
        ("خمسة وعشرين رجلا", 25),
        ("واحد وثلاثون أسيرا", 31),
        ("خمسة و عشرين رجلا", 25),
        ("مئة وخمسون نازحا", 150),
        ("مائة و أربعين نازحا", 140),
        ("مئتا عنصر", 200),
        ("مائتين من العناصر", 200),
        ("ثلاثمئة قذيفة", 300),
        ("ثلاثمائة قذيفة", 300),
        ("ثلاث مئة قذيفة", 300),
        ("ثمانمئة وثمانية وثمانون", 888),
        ("ألف مقاتل", 1000),
        ("ألفا مقاتل", 2000),
        ("ألفي مقاتل", 2000),
        ("عشرون ألفا", 20000),
        ("ثلاثة آلاف", 3000),
        ("ألف وخمسمئة", 1500),
        ("مئة ألف نازح", 100000),
        ("مليون ومئتا ألف", 1200000),
        ("مليونين", 2000000),
        ("خمسة ملايين", 5000000),
        ("مليون ونصف المليون", 1500000),
        ("نصف مليون", 500000),
        ("ستة عشر ألفا وخمسمئة واثنان وثلاثون", 16532),
        ("تسعمائة وتسعة وتسعون ألفا", 999000),
        ("240 ألفا و381 شخصا", 240381),
        ("5 آلاف نازح", 5000),
        ("27.8 ألف كيلومتر", 27800),
        ("2,7 مليون", 2700000),
        ("3 مليارات", 3000000000),
        ("١٢٬٥٠٠ نازح", 12500),
        ("٣٫٥ مليون", 3500000),
        ("12،500 نازح", 12500),
    ],
)
def test_values(text: str, value: float) -> None:
    number = only(text)
    assert number.value == value
    assert number.kind == "cardinal"
    assert number.qualifier == "exact"


def test_whole_values_are_integers() -> None:
    assert isinstance(only("27.8 ألف كيلومتر").value, int)


@pytest.mark.parametrize(
    ("text", "value", "qualifier"),
    [
        ("حوالي 40 مسلحا", 40, "about"),
        ("حوالى 40 مسلحا", 40, "about"),
        ("بنحو عشرين قذيفة", 20, "about"),
        ("قرابة مئة مسلح", 100, "about"),
        ("زهاء 200 أسرة", 200, "about"),
        ("ما يقارب 50 غارة", 50, "about"),
        ("ما يقرب من 10 آلاف مدني", 10000, "about"),
        ("60 مسلحا تقريبا", 60, "about"),
        ("تقدر بـ 300 أسرة", 300, "about"),
        ("أكثر من مئة جريح", 100, "more_than"),
        ("وأكثر من مئة جريح", 100, "more_than"),
        ("ما يزيد على مليون", 1000000, "more_than"),
        ("ما يزيد عن مليون", 1000000, "more_than"),
        ("أزيد من ثلاثين جريحا", 30, "more_than"),
        ("يتجاوز 50 مصابا", 50, "more_than"),
        ("تجاوز عددهم 50 مصابا", 50, "more_than"),
        ("مئة ونيف", 100, "more_than"),
        ("لا يتجاوز 10 آلاف", 10000, "up_to"),
        ("لا يتجاوز عدد الجرحى العشرة", 10, "up_to"),
        ("لم يتجاوز عددهم 15", 15, "up_to"),
        ("ما يصل إلى 60 شاحنة", 60, "up_to"),
        ("حتى 60 شاحنة", 60, "up_to"),
        ("30 شاحنة كحد أقصى", 30, "up_to"),
        ("ما لا يقل عن 16 مدنيا", 16, "at_least"),
        ("لا يقل عن عشرة", 10, "at_least"),
        ("16 مدنيا على الأقل", 16, "at_least"),
        ("300 ألف نازح، على الأقل", 300000, "at_least"),
        ("20 أسيرا أو أكثر", 20, "at_least"),
        ("أقل من عشرة", 10, "less_than"),
        ("ما دون 15 عنصرا", 15, "less_than"),
    ],
)
def test_qualifiers(text: str, value: float, qualifier: str) -> None:
    number = only(text)
    assert (number.value, number.qualifier) == (value, qualifier)


def test_a_qualifier_after_one_number_is_not_the_next_ones() -> None:
    first, second = numbers("قتل 3 جنود وأصيب 20 عنصرا على الأقل")
    assert (first.qualifier, second.qualifier) == ("exact", "at_least")


def test_qualifiers_can_be_asked_for_around_a_dual() -> None:
    tokens = tokenise("قتل شخصان على الأقل")
    assert qualifier_after(tokens, 2) == (2, 4, "at_least")
    tokens = tokenise("دمرت نحو قريتين")
    assert qualifier_before(tokens, 2) == (1, "about")
    assert qualifier_after(tokenise("قتل شخصان. وعلى الأقل"), 2) is None


@pytest.mark.parametrize(
    "text",
    ["عشرات القتلى", "العشرات", "مئات الآلاف من النازحين", "آلاف المدنيين", "بضعة جنود", "بضع مئات", "عشرات آلاف الأسر",
     "ملايين المحاصرين"],
)  # fmt: skip
def test_vague(text: str) -> None:
    number = only(text)
    assert (number.value, number.qualifier, number.kind) == (None, "vague", "vague")


@pytest.mark.parametrize("text", ["عدة جنود", "عدد من الجنود", "بعض الجنود", "لست جنديا", "الاثنين", "أحد الجنود"])
def test_words_that_are_no_numbers(text: str) -> None:
    assert numbers(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [("85%", 85), ("٪85", 85), ("85 %", 85), ("٨٥٪", 85), ("85 في المئة", 85), ("85 بالمئة", 85), ("85 في المائة", 85),
     ("خمسين بالمائة", 50), ("27.5 بالمئة", 27.5)],
)  # fmt: skip
def test_percent(text: str, value: float) -> None:
    number = only(text)
    assert (number.value, number.kind) == (value, "percent")
    assert text[number.start : number.end] == text


@pytest.mark.parametrize(
    ("text", "value", "qualifier"),
    [("نصف البلدة", 50, "exact"), ("نحو نصف العربات", 50, "about"), ("ثلثي المدينة", 67, "exact"),
     ("ثلاثة أرباع الأحياء", 75, "exact"), ("أكثر من ربع السكان", 25, "more_than")],
)  # fmt: skip
def test_fractions(text: str, value: float, qualifier: str) -> None:
    number = only(text)
    assert (number.value, number.qualifier, number.kind) == (value, qualifier, "fraction")


@pytest.mark.parametrize("text", ["نصف ساعة", "ساعة ونصف", "الربع الخالي", "كيلومتر ونصف كيلومتر", "الربع الأول"])
def test_halves_that_are_no_share(text: str) -> None:
    assert [n for n in numbers(text) if n.kind == "fraction"] == []


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("بين 20 و30 قتيلا", 20, "range"),
        ("ما بين عشرين وثلاثين ألفا", 20000, "range"),
        ("من 5 إلى 10 جنود", 5, "range"),
        ("3 أو 4 غارات", 3, "range"),
        ("20-30 صاروخا", 20, "range"),
        ("بين ألف وألفين", 1000, "range"),
        ("من 20 حتى 30 بالمئة", 20, "percent"),
    ],
)
def test_ranges_give_their_lower_end(text: str, value: float, kind: str) -> None:
    number = only(text)
    assert (number.value, number.qualifier, number.kind) == (value, "at_least", kind)


def test_a_change_is_no_range() -> None:
    assert [n.value for n in numbers("ارتفع عدد القتلى من 20 إلى 30")] == [20, 30]


@pytest.mark.parametrize(
    ("text", "value"),
    [("أول غارة", 1), ("الغارة الثانية", 2), ("الثانية عشرة", 12), ("الخامس والعشرين", 25)],
)
def test_ordinals(text: str, value: int) -> None:
    number = only(text)
    assert (number.value, number.kind) == (value, "ordinal")


@pytest.mark.parametrize(
    "text",
    ["القرار 1701", "القرار رقم 2254", "الرقم 5", "الساعة 10:30", "الساعات الـ24", "عام 2013", "إف-16", "إس-300",
     "كاف 52",
     "الطريق M5", "فاز الفريق 3-1", "هاتف 555-12-34", "41 عاما", "البالغ من العمر 30", "اللواء 93", "قناة 12",
     "هاون 120 ملم", 'صاروخ "سام 7"', "بئر السبع", "ميدان السبعين", "رجل في العشرين من العمر", "اليوم الـ4",
     "شارك 24/7", "1- استهداف موقع"],
)  # fmt: skip
def test_digits_that_are_no_figure(text: str) -> None:
    assert numbers(text) == []


def test_definite_digits_keep_their_article() -> None:
    text = "وأفرج عن الأسرى الـ24 أمس"
    number = only(text)
    assert number.definite
    assert text[number.start : number.end] == "الـ24"


def test_a_proclitic_is_left_out_of_the_surface() -> None:
    text = "قتل ثلاثة وأربعون وجرح بنحو مئة و 13 آخرين"
    assert [(text[n.start : n.end], n.lead) for n in numbers(text)] == [
        ("ثلاثة وأربعون", ""),
        ("نحو مئة و 13", "ب"),
    ]


def test_a_lone_one_is_weak() -> None:
    assert only("قتل شخص واحد").weak
    assert not only("واحد وعشرون جنديا").weak


def test_taken_tokens_are_left_alone() -> None:
    tokens = tokenise("في 5 أيار قتل 6 جنود")
    taken = bytearray(len(tokens))
    taken[1] = taken[2] = 1
    assert [n.value for n in read_numbers(tokens, taken)] == [6]


def test_breakdown_in_brackets() -> None:
    assert [n.value for n in numbers("حلب (3) وحماة (5) وإدلب (12)")] == [3, 5, 12]


def test_many_numbers_stay_linear() -> None:
    text = "و 5 آلاف أو " * 3000
    assert len(numbers(text)) > 1000


def test_ranges_never_overlap() -> None:
    text = "من بين 20 و30 قتيلا أو أكثر من 40 أو 50 على الأقل، 3-4-5، بين بين 6 و"
    last = 0
    for number in numbers(text):
        assert number.first >= last
        assert number.first < number.last
        last = number.last
