"""Which characters the evidence of a claim holds."""

from __future__ import annotations

import pytest

from tests.claims.telling import claims


@pytest.mark.parametrize(
    "sentence",
    [
        "رصدت اللجنة 7 خروقات في محافظة حلب (3) وإدلب (4)",
        "رصدت اللجنة 3 خروقات (منها خرق في حلب)",
        "قصفت المدفعية بلدة تفتناز",
    ],
)
def test_evidence_keeps_the_bracket_that_closes_what_it_opens(sentence):
    assert claims(f"{sentence}.")[0].evidence.text == sentence


def test_evidence_in_brackets_stays_without_them():
    assert claims("(قصفت المدفعية بلدة تفتناز)")[0].evidence.text == "قصفت المدفعية بلدة تفتناز"
