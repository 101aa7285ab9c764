"""Weights choose among the dates of a text: their signs, and what is done with the chances."""

from __future__ import annotations

from datetime import date

import pytest

from hudna.claims.date_signs import choose_dates, date_candidates
from hudna.claims.draft import Draft
from hudna.lexicon.weights import Sign, Weights, to_weights
from hudna.records import Document
from tests.claims.telling import PUBLISHED, rules

TWO_DAYS = "قصف الجيش بلدة سرمين الاثنين. وقتل مدنيان في بلدة بنش، وقال ناشط الثلاثاء إن القصف كان عنيفا."


def drafts(text: str) -> list[Draft]:
    return [draft for draft, _ in rules().tellings(Document(text=text, published=PUBLISHED))]


def weights(*pairs: tuple[Sign, float]) -> Weights:
    return to_weights(pairs)


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


def test_what_is_to_come_takes_no_day_that_is_over():
    told = drafts("قصف الجيش بلدة سرمين الاثنين، ودعت البعثة الطرفين إلى هدنة.")
    likely = weights((("always", ""), 3.0))
    choose_dates(told, likely, PUBLISHED)
    assert [draft.date is not None for draft in told] == [True, False]
    choose_dates(told, likely)
    assert all(draft.date is not None for draft in told)
