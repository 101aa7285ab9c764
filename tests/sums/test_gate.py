"""Sentences that cannot add to a tally are passed over, and passing over them changes nothing."""

from __future__ import annotations

import pytest

from hudna.arabic.tokens import tokenise
from hudna.sums.forms import load_forms
from hudna.sums.gate import Gate
from tests.sums.reading import breakdowns_of


def passes(sentence: str, *, figures: frozenset[int] = frozenset(), open_totals: bool = False) -> bool:
    tokens = tokenise(sentence)
    return Gate(tokens, figures, load_forms()).passes(0, len(tokens), open_totals=open_totals, line=False)


def test_a_sentence_without_figures_is_passed_over() -> None:
    assert not passes("قصفت المدفعية القرية ليلا", open_totals=True)


@pytest.mark.parametrize("sentence", ["رصد الجانب خرقين في حلب", "لم يسجل المراقبون أي خرق", "وتوزعت كالتالي:"])
def test_duals_denials_and_announcements_are_read(sentence: str) -> None:
    assert passes(sentence)


def test_a_bare_figure_is_read_only_where_a_total_may_go_on() -> None:
    assert not passes("وفي حلب 3", figures=frozenset({2}))
    assert passes("وفي حلب 3", figures=frozenset({2}), open_totals=True)


def test_parts_are_found_across_a_sentence_that_is_passed_over() -> None:
    text = "سجلت اللجنة 9 خروقات. وعاد الهدوء لاحقا إلى الجبهات. وتوزعت الخروقات بين 5 في حلب و4 في حماة."
    (breakdown,) = breakdowns_of(text)
    assert [part.value for part in breakdown.parts] == [5, 4]
