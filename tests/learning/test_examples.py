"""Examples: which event words of a gold document tell events of their own."""

from __future__ import annotations

from hudna.evaluation.claim import claim_of
from hudna.evaluation.inputs import GoldDocument
from hudna.learning.examples import event_word_examples
from hudna.pipeline import default_reader

TEXT = "قصف الجيش بلدة النور وقتل ثلاثة مدنيين. وأدان المجلس القصف محذرا من اندلاع حرب."


def gold(*claims: dict) -> GoldDocument:
    return GoldDocument("d1", TEXT, tuple(claim_of(claim) for claim in claims), published="2020-02-02")


def entries(document: GoldDocument, tells: bool) -> list[str]:
    found = event_word_examples(default_reader(), document)
    return [dict(example.signs)["type,part"].split()[0] for example in found if example.tells is tells]


def test_the_event_word_of_a_claim_tells_and_the_others_do_not():
    document = gold({"type": "shelling", "trigger": "قصف", "evidence": "قصف الجيش بلدة النور وقتل ثلاثة مدنيين"})
    assert entries(document, tells=True) == ["shelling"]
    assert set(entries(document, tells=False)) == {"killing", "shelling", "armed_clash"}


def test_a_word_that_tells_a_claim_again_is_no_example():
    document = gold(
        {
            "type": "shelling",
            "trigger": "قصف",
            "evidence": "قصف الجيش بلدة النور وقتل ثلاثة مدنيين",
            "also": ["وأدان المجلس القصف"],
        }
    )
    assert "shelling" not in entries(document, tells=False)


def test_words_that_the_rules_leave_out_are_examples_too():
    document = GoldDocument("d2", "شن الجيش هجوما بهدف السيطرة على بلدة النور.", ())
    signs = [dict(example.signs) for example in event_word_examples(default_reader(), document)]
    assert any(found["rules"] for found in signs)
    assert any(not found["rules"] for found in signs)
