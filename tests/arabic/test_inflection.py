"""Forms of verbs and nouns as unvowelled news writes them."""

from __future__ import annotations

import pytest

from hudna.arabic.inflection import NounForm, VerbForm, join_pronoun, noun_forms, verb_forms, with_pronouns


def _active(lemma: str) -> set[str]:
    return {form.form for form in verb_forms(lemma) if form.voice == "active"}


def _passive(lemma: str) -> set[str]:
    return {form.form for form in verb_forms(lemma) if form.voice == "passive"}


def _nouns(one: str, *many: str) -> set[str]:
    return {form.form for form in noun_forms(one, many)}


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("قَصَفَ", {"قصف", "قصفت", "قصفوا", "يقصف", "تقصف", "يقصفون", "يقصفوا", "نقصف", "قصفنا"}),
        ("أَصَابَ", {"اصاب", "اصابت", "اصابوا", "يصيب", "تصيب", "يصب"}),
        ("قَالَ", {"قال", "قالت", "قالوا", "يقول", "تقول", "يقولون", "يقل"}),
        ("لَقِيَ", {"لقي", "لقيت", "لقوا", "يلقي", "يلقون"}),
        ("دَعَا", {"دعا", "دعت", "دعوا", "يدعو", "تدعو", "يدعون"}),
        ("رَدَّ", {"رد", "ردت", "ردوا", "يرد", "يردون"}),
        ("اِسْتَوْلَى", {"استولي", "استولت", "استولوا", "يستولي", "يستولون"}),
        ("اِشْتَبَكَ", {"اشتبك", "اشتبكت", "اشتبكوا", "يشتبك"}),
        ("اِتَّفَقَ", {"اتفق", "اتفقت", "اتفقوا", "يتفق"}),
        ("سَيْطَرَ", {"سيطر", "سيطرت", "سيطروا", "يسيطر", "تسيطر"}),
        ("تَصَدَّى", {"تصدي", "تصدت", "تصدوا", "يتصدي"}),
        ("اِحْتَلَّ", {"احتل", "احتلت", "احتلوا", "يحتل"}),
        ("بَدَأَ", {"بدا", "بدات", "بداوا", "يبدا"}),
        ("وَصَلَ", {"وصل", "وصلت", "وصلوا", "يصل", "تصل"}),
        ("هَاجَمَ", {"هاجم", "هاجمت", "هاجموا", "يهاجم"}),
        ("أَخَذَ", {"اخذ", "اخذت", "ياخذ"}),
    ],
)
def test_active_forms_of_sound_and_weak_verbs(lemma: str, expected: set[str]) -> None:
    assert expected <= _active(lemma)


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("قَتَلَ", {"قتل", "قتلت", "قتلوا", "يقتل"}),
        ("أَصَابَ", {"اصيب", "اصيبت", "اصيبوا", "يصاب"}),
        ("اِغْتَالَ", {"اغتيل", "اغتيلت", "يغتال"}),
        ("هَاجَمَ", {"هوجم", "هوجمت"}),
        ("دَمَّرَ", {"دمر", "دمرت"}),
    ],
)
def test_passive_forms(lemma: str, expected: set[str]) -> None:
    assert expected <= _passive(lemma)


def test_lemma_in_the_passive_has_passive_forms_only() -> None:
    forms = verb_forms("اُسْتُشْهِدَ")
    assert {form.voice for form in forms} == {"passive"}
    assert {"استشهد", "استشهدت", "استشهدوا", "يستشهد"} <= {form.form for form in forms}


def test_star_marks_a_verb_without_passive() -> None:
    assert "زير" in _passive("زَارَ")
    assert not _passive("زَارَ*")
    assert {"زار", "زارت", "يزور"} <= _active("زَارَ*")


def test_written_present_decides_between_two_verbs() -> None:
    assert "يسير" in _active("سَارَ/يَسِيرُ")


def test_features_of_a_form() -> None:
    form = next(form for form in verb_forms("قَصَفَ") if form.form == "قصفت" and form.person == 3)
    assert form == VerbForm("قصفت", "past", "active", 3, "one", "feminine", "قصفت")


def test_forms_are_folded_and_not_repeated() -> None:
    forms = verb_forms("أَطْلَقَ")
    keys = [(form.form, form.tense, form.voice, form.person, form.number, form.gender) for form in forms]
    assert len(keys) == len(set(keys))
    assert not any(letter in form.form for form in forms for letter in "أإآىة")


def test_imperatives_only_on_demand() -> None:
    assert not any(form.tense == "imperative" for form in verb_forms("أَوْقَفَ"))
    assert any(form.form == "اوقفوا" and form.tense == "imperative" for form in verb_forms("أَوْقَفَ", commands=True))


def test_no_verb_is_an_error_that_names_the_lemma() -> None:
    with pytest.raises(ValueError, match="ك"):
        verb_forms("ك")


def test_feminine_noun() -> None:
    assert _nouns("غارة", "غارات") == {
        *("غاره", "الغاره", "غارات", "الغارات"),
        *("غارتان", "الغارتان", "غارتين", "الغارتين", "غارتا", "غارتي"),
    }


def test_accusative_alif_stands_only_where_written() -> None:
    assert "هجوما" in _nouns("هجوم", "هجمات")
    assert "جنودا" in _nouns("جندي", "جنود")
    assert "اعتداءا" not in {form.form for form in noun_forms("اعتداء") if form.accusative}
    assert "قذائفا" not in _nouns("قذيفة", "قذائف")
    assert "صواريخا" not in _nouns("صاروخ", "صواريخ")
    assert "غاراتا" not in _nouns("غارة", "غارات")
    assert "اصواتا" in _nouns("صوت", "أصوات")


def test_sound_masculine_plural_with_its_construct() -> None:
    forms = _nouns("مسلح", "مسلحون")
    assert {"مسلحون", "مسلحين", "المسلحون", "المسلحين", "مسلحو", "مسلحي"} <= forms


def test_broken_plural_in_un_is_not_sound() -> None:
    assert "سجين" not in _nouns("سجن", "سجون")
    assert {"سجون", "سجونا", "السجون"} <= _nouns("سجن", "سجون")


def test_number_and_definiteness() -> None:
    forms = {form.form: form for form in noun_forms("قتيل", ["قتلى"])}
    assert forms["قتيلين"] == NounForm("قتيلين", "two", False, "قتيلين")
    assert forms["القتلي"].number == "many"
    assert forms["القتلي"].definite


def test_mass_noun_has_no_dual() -> None:
    assert {form.number for form in noun_forms("قتال", (), "")} == {"one"}


def test_adjectives_agree_with_their_noun() -> None:
    forms = _nouns("هجوم مضاد", "هجمات مضادة")
    assert {"هجوما مضادا", "الهجوم المضاد", "هجومين مضادين", "الهجمات المضاده"} <= forms


@pytest.mark.parametrize(
    ("written", "pronoun", "expected"),
    [
        ("غارة", "هم", ("غارتهم",)),
        ("قصفوا", "ها", ("قصفوها",)),
        ("رمى", "ه", ("رماه",)),
        ("اعتداء", "ها", ("اعتداءها", "اعتدائها", "اعتداؤها")),
        ("هجوم", "ه", ("هجومه",)),
    ],
)
def test_joining_pronouns(written: str, pronoun: str, expected: tuple[str, ...]) -> None:
    assert join_pronoun(written, pronoun) == expected


def test_pronouns_on_verbs_and_nouns() -> None:
    verbs = {form.form: form for form in with_pronouns(verb_forms("هَاجَمَ"), ("ها", "هم"))}
    assert {"هاجمها", "هاجموها", "يهاجمونهم"} <= set(verbs)
    assert verbs["هاجموها"].suffix == "ها"
    nouns = {form.form for form in with_pronouns(noun_forms("غارة", ["غارات"]), ("ه", "ها"))}
    assert {"غارتها", "غاراتها", "غاراته"} <= nouns
    assert not any(form.startswith("ال") for form in nouns)
