"""Examples of who did the events of a gold document."""

from __future__ import annotations

from hudna.evaluation.claim import claim_of
from hudna.evaluation.inputs import GoldDocument
from hudna.learning.parties import actor_examples
from hudna.pipeline import default_reader

TEXT = "قصف الجيش بلدة النور وقتل ثلاثة مدنيين."


def test_who_did_it_by_the_coder_is_an_example_for_and_the_others_against():
    claim = {"type": "shelling", "trigger": "قصف", "evidence": TEXT[:-1], "actors": ["الجيش"], "targets": ["مدنيين"]}
    examples = actor_examples(default_reader(), GoldDocument("d1", TEXT, (claim_of(claim),)))
    assert [dict(e.signs)["source"] for e in examples if e.tells] == ["actors"]
    assert any(not e.tells for e in examples)


def test_events_that_the_coder_does_not_tell_are_no_examples():
    assert actor_examples(default_reader(), GoldDocument("d2", TEXT, ())) == []
