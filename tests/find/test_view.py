"""The view of a sentence: words without quotation marks, readings, roles, figures, dates; true offsets throughout."""

from __future__ import annotations

from datetime import date

import pytest

from hudna.arabic.sentences import sentences
from hudna.arabic.tokens import Token, tokenise
from hudna.find.sentence import SentenceReader
from hudna.find.view import QUOTES, SentenceView, lead_length
from hudna.gazetteer import Gazetteer
from hudna.lexicon.store import default_lexicon


@pytest.fixture(scope="module")
def reader() -> SentenceReader:
    return SentenceReader(default_lexicon(), Gazetteer.load())


def _views(reader: SentenceReader, text: str) -> list[SentenceView]:
    tokens = tokenise(text)
    return list(reader.views(text, tokens, sentences(text, tokens), date(2021, 3, 10)))


def _view(reader: SentenceReader, text: str) -> SentenceView:
    (view,) = _views(reader, text)
    return view


def test_quotation_marks_are_looked_through(reader):
    view = _view(reader, "قصف «لواء الوادي» القرية")
    assert not QUOTES.intersection(view.forms)
    assert view.forms == ["قصف", "لواء", "الوادي", "القريه"]


def test_words_know_their_token_and_their_characters(reader):
    text = "قصف «لواء الوادي» القرية"
    tokens = tokenise(text)
    view = _view(reader, text)
    assert [tokens[at].start for at in view.tokens_at] == [word.start for word in view.words]
    assert text[view.start(1) : view.end(3)] == "لواء الوادي"


def test_sentence_without_a_word_has_no_view(reader):
    assert _views(reader, "«» \" '") == []


def test_each_sentence_has_its_view(reader):
    views = _views(reader, "قصف الجيش القرية.\nانسحب المسلحون من التلة.")
    assert [view.forms[0] for view in views] == ["قصف", "انسحب"]


def test_words_of_a_date_and_a_figure_are_taken(reader):
    view = _view(reader, "قتل خمسة جنود يوم الاثنين")
    assert view.taken == ["", "number", "", "date", "date"]
    assert view.numbers[1].value == 5
    assert view.dates[0].start == date(2021, 3, 8)


def test_function_words_have_their_role_and_no_other_reading(reader):
    view = _view(reader, "قتل جندي في القرية")
    assert view.roles[2] == "preposition"
    assert view.matches[2] == []


def test_word_inside_a_longer_name_has_no_reading_of_its_own(reader):
    view = _view(reader, "قالت هيئة تحرير الشام إن القتال توقف")
    assert [match.family for match in view.matches[1]] == ["actor"]
    assert view.matches[2] == []


LEADS = {
    "none": ("الجيش", "", 0),
    "wa": ("والجيش", "و", 1),
    "assimilated article": ("للجيش", "ل", 2),
    "two": ("وبالجيش", "وب", 2),
    "vowelled": ("وَالجيش", "و", 1),
    "vowelled assimilated": ("لِلجيش", "ل", 3),
}


@pytest.mark.parametrize(("surface", "lead", "length"), LEADS.values(), ids=LEADS)
def test_proclitics_are_measured_in_the_surface(surface, lead, length):
    form = tokenise(surface)[0].form
    assert lead_length(Token(form, 0, len(surface), "word"), surface, lead) == length


def test_surface_leaves_the_proclitics_out(reader):
    text = "قصف الجيش والمسلحون القرية"
    assert text[slice(*_view(reader, text).surface(2, 3, "و"))] == "المسلحون"
