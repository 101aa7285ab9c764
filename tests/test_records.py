"""Spans hold what they say; records do not change."""

from __future__ import annotations

import dataclasses

import pytest

from hudna.records import Claim, Document, Source, Span, SpanError

TEXT = "قصف الجيش القرية"


def test_span_of_a_text_holds_its_characters():
    span = Span.of(TEXT, 4, 9)
    assert (span.start, span.end, span.text) == (4, 9, "الجيش")
    span.verify(TEXT)


OUTSIDE = {"empty": (3, 3), "backwards": (5, 2), "after the end": (10, 99), "negative": (-3, 2)}


@pytest.mark.parametrize(("start", "end"), OUTSIDE.values(), ids=OUTSIDE)
def test_span_outside_the_text_is_refused(start, end):
    with pytest.raises(SpanError):
        Span.of(TEXT, start, end)


def test_span_whose_length_differs_from_its_text_is_refused():
    with pytest.raises(SpanError, match="cannot hold the 3 characters"):
        Span(0, 5, "قصف")


def test_span_does_not_verify_against_another_text():
    with pytest.raises(SpanError, match="the text holds"):
        Span.of(TEXT, 4, 9).verify("قصف اللواء القرية")


def test_span_error_is_a_value_error():
    assert issubclass(SpanError, ValueError)


def test_records_are_frozen():
    claim = Claim("shelling", Span.of(TEXT, 0, 3), Span.of(TEXT, 0, 16), Source("claims.verb"))
    for record, field in ((claim, "type"), (claim.trigger, "start"), (claim.source, "rule"), (Document(TEXT), "text")):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(record, field, None)


def test_claim_with_nothing_told_has_empty_slots():
    claim = Claim("shelling", Span.of(TEXT, 0, 3), Span.of(TEXT, 0, 16), Source("claims.verb"))
    assert (claim.actors, claim.targets, claim.places, claim.counts, claim.also) == ((), (), (), (), ())
    assert (claim.when, claim.speaker, claim.status_cue, claim.status) == (None, None, None, "happened")
