"""Harm goes into the figures of what did it, an operation or a blow told after a second harm too."""

from __future__ import annotations

import pytest

from tests.claims.telling import claims, describe, figures

JOINED = {
    "result of operations": ("أدت العمليات العسكرية في ريف إدلب إلى مقتل مئة مدني.", "operation", {("killed", 100)}),
    "victims of a campaign": (
        "شن الجيش حملة عسكرية على مدينة درنة راح ضحيتها تسعون مدنيا.",
        "operation",
        {("killed", 90)},
    ),
    "second harm after a break": (
        "قتل أربعة مدنيين، فيما جرح عشرون آخرون بانفجار سيارة مفخخة في مدينة الباب.",
        "explosion",
        {("killed", 4), ("wounded", 20)},
    ),
}


@pytest.mark.parametrize(("text", "kind", "counted"), JOINED.values(), ids=JOINED)
def test_harm_joins_what_did_it(text, kind, counted):
    found = claims(text)
    assert [claim.type for claim in found] == [kind], describe(text)
    assert figures(found[0]) == counted


def test_harm_that_no_word_of_result_ties_to_an_operation_stays_apart():
    text = "بدأ الجيش عملية عسكرية في مدينة درنة وقتل جنديان في بنغازي."
    assert {claim.type for claim in claims(text)} == {"operation", "killing"}, describe(text)


def test_break_with_another_event_keeps_harm_apart():
    text = "قتل أربعة مدنيين في مدينة الباب، فيما قصفت المدفعية بلدة سرمين."
    assert {claim.type for claim in claims(text)} == {"killing", "shelling"}, describe(text)


@pytest.mark.parametrize(
    "text",
    [
        "اتفقت الحكومة والحركة في وقت متأخر من مساء الخميس على هدنة في مدينة تعز.",
        "اتفقت روسيا مع تركيا في مدينة سوتشي الروسية مساء الخميس على وقف إطلاق النار في إدلب.",
    ],
)
def test_truce_that_is_agreed_on_is_one_claim(text):
    assert "agreement" not in {claim.type for claim in claims(text)}, describe(text)
    assert len(claims(text, "ceasefire")) == 1, describe(text)


def test_prisoners_of_a_release_are_not_captured():
    text = "أعلنت الحركة إفراج الجيش عن كل أسرى الحركة في مدينة تعز."
    assert [claim.type for claim in claims(text)] == ["release"], describe(text)


def test_fire_that_is_to_stop_is_no_shooting():
    text = "دعت الأمم المتحدة إلى وقف إنساني وفوري لإطلاق النار في إدلب."
    assert not claims(text, "gunfire"), describe(text)
