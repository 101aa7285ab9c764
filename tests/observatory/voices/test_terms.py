"""The words that claims use beside the neutral label."""

from __future__ import annotations

import pytest

from hudna import read
from hudna.serialise import reading_to_dict
from observatory.voices.terms import Used, used


def forms(text: str) -> dict[str, Used]:
    """The forms of the claims of a text by the neutral label of what they mean."""
    claims = reading_to_dict(read(text))["claims"]
    return {term.arabic: term for claim in claims for term in used(claim)}


@pytest.mark.parametrize("text", ["قصفت المدفعية البلدة.", "قتل مدنيان بقصف على البلدة.", "استهدف القصف البلدة."])
def test_a_word_is_told_without_its_endings_and_proclitics(text):
    found = forms(text)["قصف"]
    assert (found.form, found.loaded, found.known, found.english) == ("قصف", False, True, "shelling")


def test_a_loaded_name_of_an_actor_is_told_beside_its_neutral_name():
    plain, loaded = forms("قصف الجيش السوري بلدة سراقب.")["الجيش السوري"], forms("قصفت ميليشيات الأسد بلدة سراقب.")
    assert (plain.form, plain.loaded) == ("الجيش السوري", False)
    assert (loaded["الجيش السوري"].form, loaded["الجيش السوري"].loaded) == ("ميليشيات الأسد", True)


def test_words_that_take_sides_are_told_beside_the_plain_ones():
    dead = forms("أعلنت الوزارة تحييد خمسة إرهابيين في منبج.")
    assert (dead["مقتل"].form, dead["مقتل"].loaded) == ("تحييد", True)
    assert (dead["مقاتلون"].form, dead["مقاتلون"].loaded) == ("إرهابي", True)
    assert not forms("قُتل خمسة مسلحين في منبج.")["مقاتلون"].loaded


def test_a_naming_that_the_lexicon_does_not_list_is_not_known():
    text = "قصفت قوات النظام بلدة سراقب."
    claim = reading_to_dict(read(text))["claims"][0]
    claim["actors"][0]["surface"] = "كتيبة سامر الحمداني"
    assert not next(term for term in used(claim) if term.kind == "actor").known
