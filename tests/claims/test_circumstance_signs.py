"""Weights choose among the places and dates of a text: their signs, and what is done with the chances."""

from __future__ import annotations

from datetime import date

import pytest

from hudna.claims.date_signs import choose_dates, date_candidates
from hudna.claims.draft import Draft
from hudna.claims.place_signs import choose_places, place_candidates
from hudna.lexicon.weights import Sign, Weights, to_weights
from hudna.records import Document
from tests.claims.telling import PUBLISHED, rules

TWO_TOWNS = "قصف الجيش بلدة سرمين. وقال ناشط إن مدنيين قتلوا جراء القصف في بلدة بنش."
TWO_DAYS = "قصف الجيش بلدة سرمين الاثنين. وقتل مدنيان في بلدة بنش، وقال ناشط الثلاثاء إن القصف كان عنيفا."


def drafts(text: str) -> list[Draft]:
    return [draft for draft, _ in rules().tellings(Document(text=text, published=PUBLISHED))]


def weights(*pairs: tuple[Sign, float]) -> Weights:
    return to_weights(pairs)


def names(draft: Draft) -> list[str]:
    return [draft.view.text[slice(*place.view.surface(*place.hit.extent()))] for place in draft.places]


def test_candidates_are_the_places_of_the_sentence_and_of_events_before():
    told = drafts(TWO_TOWNS)
    found = place_candidates(told)[-1]
    sources = {c.filler.view.text[slice(*c.filler.view.surface(*c.filler.hit.extent()))]: c.source for c in found}
    assert sources["بلدة بنش"] == "chosen"
    assert sources["بلدة سرمين"] == "event 1"


def test_no_sign_is_the_name_of_a_place():
    values = {value for found in place_candidates(drafts(TWO_TOWNS)) for c in found for _, value in c.signs}
    assert not any("سرمين" in value or "بنش" in value for value in values)


def test_each_sign_is_told_once():
    for found in place_candidates(drafts(TWO_TOWNS)):
        for candidate in found:
            kinds = [kind for kind, _ in candidate.signs]
            assert len(kinds) == len(set(kinds))


def test_likely_places_are_taken_and_unlikely_ones_left():
    told = drafts(TWO_TOWNS)
    choose_places(told, weights((("source", "event 1"), 3.0), (("source", "chosen"), -3.0)))
    assert names(told[-1]) == ["بلدة سرمين"]
    assert told[-1].places[0].rule == "weights.place_before"
    assert told[0].places == []


def test_a_place_to_which_the_words_refer_bears_a_sign():
    told = drafts("قال ناشط إن آلاف السكان في بلدة بنش نزحوا منها أمس.")
    signs = {sign for c in place_candidates(told)[-1] for sign in c.signs if sign[0] == "referred to"}
    assert any(value.startswith("there") for _, value in signs)


def test_the_likeliest_date_is_taken():
    told = drafts(TWO_DAYS)
    choose_dates(told, weights((("source", "event"), 2.0), (("source", "other"), -2.0)))
    days = [draft.date.mention.start for draft in told if draft.date is not None]
    assert set(days) == {date(2021, 3, 8)}


def test_a_date_that_is_unlikely_is_left_and_words_without_days_stay():
    told = drafts("قصف الجيش بلدة سرمين الاثنين")
    choose_dates(told, weights((("always", ""), -3.0)))
    assert told[0].date is None
    told = drafts("قصف الجيش بلدة سرمين قبل أيام")
    choose_dates(told, weights((("always", ""), 3.0)))
    assert told[0].date is not None
    assert told[0].date.mention.start is None


@pytest.mark.parametrize("text", ["قصف الجيش البلدة", "لا جديد"])
def test_without_candidates_nothing_is_chosen(text):
    told = drafts(text)
    choose_dates(told, weights())
    assert all(draft.date is None for draft in told)


def test_dates_of_a_sentence_and_of_events_around_are_candidates():
    told = drafts(TWO_DAYS)
    sources = {c.source for at in range(len(told)) for c in date_candidates(told, at)}
    assert {"chosen", "event"} <= sources or {"lent", "chosen"} <= sources
