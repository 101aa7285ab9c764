"""Logistic regression: it finds what tells, keeps what is rare small, and gives the same weights each time."""

from __future__ import annotations

import math

import pytest

from hudna.learning.examples import Example
from hudna.learning.fit import fit
from hudna.lexicon.weights import ALWAYS, to_weights


def examples(*rows: tuple[str, bool], times: int = 10) -> list[Example]:
    """Each row many times over as many documents."""
    return [Example(f"d{number}", (ALWAYS, ("word", word)), tells) for number in range(times) for word, tells in rows]


def test_a_sign_of_events_weighs_more_than_one_of_none():
    weights = fit(examples(("وقع", True), ("احتمال", False)))
    assert weights["word", "وقع"] > 0 > weights["word", "احتمال"]


def test_the_chance_is_near_the_share_that_was_seen():
    rows = examples(("وقع", True), ("وقع", True), ("وقع", True), ("وقع", False), times=200)
    chance = to_weights(fit(rows, penalty=0.1).items()).chance([ALWAYS, ("word", "وقع")])
    assert math.isclose(chance, 0.75, abs_tol=0.03)


def test_what_few_documents_show_is_left_out():
    rows = [*examples(("وقع", True)), *examples(("نادر", False), times=2)]
    assert ("word", "نادر") not in fit(rows, documents=3)


def test_a_higher_penalty_makes_smaller_weights():
    rows = examples(("وقع", True), ("احتمال", False))
    assert abs(fit(rows, penalty=50)["word", "وقع"]) < abs(fit(rows, penalty=1)["word", "وقع"])


def test_the_same_examples_give_the_same_weights():
    rows = examples(("وقع", True), ("احتمال", False), ("وقع", False))
    assert fit(rows) == fit(rows)


@pytest.mark.parametrize("total", [-1000.0, 1000.0])
def test_a_chance_stays_a_chance(total):
    assert 0.0 <= to_weights([(("word", "x"), total)]).chance([("word", "x")]) <= 1.0
