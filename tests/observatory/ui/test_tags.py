"""Template tags that put words of two directions into one line."""

from __future__ import annotations

import pytest
from django.template import Context, Template

from hudna.labels import Language
from observatory.ui.preferences import Preferences

MESSAGE = {
    "ar": "المجموع 11 أكبر من «لجنة الرصد» 10 (حلب 3 + ريف إدلب 7)",
    "en": "The total 11 is more than «لجنة الرصد» 10 (حلب 3 + ريف إدلب 7)",
}


def shown(template: str, language: Language, **values: object) -> str:
    made = Template("{% load hudna %}" + template)
    return made.render(Context({"preferences": Preferences(language=language), **values}))


def test_arabic_names_in_an_english_sentence_do_not_change_places_with_its_figures():
    told = shown("{% in_language message %}", "en", message=MESSAGE)
    assert "«<bdi>لجنة الرصد</bdi>» 10 (<bdi>حلب</bdi> 3 + <bdi>ريف إدلب</bdi> 7)" in told


def test_an_arabic_sentence_stays_whole():
    assert shown("{% in_language message %}", "ar", message=MESSAGE) == MESSAGE["ar"]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_what_a_source_wrote_is_no_markup(language):
    message = {language: "<b>قوات</b> & «<i>»"}
    assert "<b>" not in shown("{% in_language message %}", language, message=message)
    assert "<i>" not in shown("{% in_language message %}", language, message=message)


@pytest.mark.parametrize(
    ("language", "entry", "told"),
    [("en", "iso:SY-ID", "Idlib"), ("ar", "iso:SY-ID", "إدلب"), ("en", None, "إدلب"), ("en", "nowhere:1", "إدلب")],
)
def test_a_place_is_named_in_the_language_of_the_page_where_it_has_a_name_in_it(language, entry, told):
    assert shown("{% place_name name entry %}", language, name="إدلب", entry=entry) == told
