"""Where a clause begins: commas, conjunctions, complements, relative clauses; and what a clause keeps to itself."""

from __future__ import annotations

from itertools import pairwise

import pytest

from hudna.arabic.sentences import sentences
from hudna.arabic.tokens import tokenise
from hudna.claims.clauses import Clauses, is_finite_verb
from hudna.find.sentence import SentenceReader
from hudna.find.view import SentenceView
from hudna.gazetteer import Gazetteer
from hudna.lexicon.store import default_lexicon
from tests.claims.telling import claims, describe, surfaces


@pytest.fixture(scope="module")
def reader() -> SentenceReader:
    return SentenceReader(default_lexicon(), Gazetteer.load())


def _view(reader: SentenceReader, text: str) -> SentenceView:
    tokens = tokenise(text)
    (view,) = reader.views(text, tokens, sentences(text, tokens), None)
    return view


SPLITS = {
    "one verb": ("قصف الجيش القرية", ["start"]),
    "joined verb": ("قصف الجيش القرية وانسحب المسلحون", ["start", "verb"]),
    "joined noun": ("قصف الجيش القرية والتلة", ["start"]),
    "complement": ("قال الوزير إن الجيش قصف القرية", ["start", "complement"]),
    "relative": ("انسحب الجيش من القرية التي قصفها المسلحون", ["start", "relative"]),
    "but": ("قصف الجيش القرية لكن المسلحين انسحبوا", ["start", "break"]),
    "semicolon": ("قصف الجيش القرية؛ انسحب المسلحون", ["start", "stop"]),
    "insertion between dashes": ("قصف الجيش - بحسب مصدر - القرية", ["start"]),
}


@pytest.mark.parametrize(("text", "openers"), SPLITS.values(), ids=SPLITS)
def test_sentence_splits_into_clauses(reader, text, openers):
    assert [clause.opener for clause in Clauses(_view(reader, text)).all] == openers


def test_clauses_cover_the_sentence_without_gap(reader):
    view = _view(reader, "قال الوزير إن الجيش قصف القرية التي دخلها المسلحون، لكنهم انسحبوا وتوقفت المعارك")
    clauses = Clauses(view).all
    assert clauses[0].first == 0
    assert clauses[-1].last == len(view.words)
    assert all(before.last == after.first for before, after in pairwise(clauses))


def test_every_word_knows_its_clause(reader):
    view = _view(reader, "قصف الجيش القرية وانسحب المسلحون")
    clauses = Clauses(view)
    assert [clauses.at(position) for position in range(len(view.words))] == [0, 0, 0, 1, 1]


VERBS = {
    "first word": ("قصف الجيش القرية", 0, True),
    "after a preposition": ("قتل في هجوم على القرية", 2, False),
    "with the article": ("توقف القصف أمس", 1, False),
    "after wa and a comma": ("انسحب الجيش، وقصف القرية", 3, True),
}


@pytest.mark.parametrize(("text", "position", "finite"), VERBS.values(), ids=VERBS)
def test_word_that_may_be_verb_or_noun_is_told_by_its_place(reader, text, position, finite):
    assert is_finite_verb(_view(reader, text), position) is finite


def test_subject_of_one_clause_does_not_act_in_the_next():
    text = "قصف الجيش القرية، وانسحب المسلحون من التلة"
    assert {claim.type: surfaces(claim.actors) for claim in claims(text)} == {
        "shelling": ["الجيش"],
        "withdrawal": ["المسلحون"],
    }, describe(text)


def test_verb_without_a_subject_takes_that_of_the_clause_before():
    text = "اقتحم المسلحون القرية وأحرقوا المنازل"
    assert all(surfaces(claim.actors) == ["المسلحون"] for claim in claims(text)), describe(text)
    assert len(claims(text)) == 2
