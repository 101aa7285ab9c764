"""Examples: which dates of a gold document a careful coder gave to an event."""

from __future__ import annotations

from hudna.evaluation.claim import claim_of
from hudna.evaluation.inputs import GoldDocument
from hudna.learning.circumstances import date_examples
from hudna.learning.tables import TABLES
from tests.claims.telling import rules

TEXT = "قصف الجيش بلدة سرمين الاثنين. وقتل ثلاثة مدنيين في قصف على بلدة بنش الثلاثاء."
CLAIMS = (
    {
        "type": "shelling",
        "trigger": "قصف",
        "evidence": "قصف الجيش بلدة سرمين الاثنين",
        "places": ["بلدة سرمين"],
        "when": {"surface": "الاثنين", "start": "2021-03-08", "end": "2021-03-08"},
    },
    {
        "type": "shelling",
        "trigger": "قصف",
        "evidence": "وقتل ثلاثة مدنيين في قصف على بلدة بنش الثلاثاء",
        "places": ["بلدة بنش"],
        "when": {"surface": "الثلاثاء", "start": "2021-03-09", "end": "2021-03-09"},
    },
)


def gold() -> GoldDocument:
    return GoldDocument("d1", TEXT, tuple(claim_of(claim) for claim in CLAIMS), published="2021-03-10")


def test_a_date_tells_when_it_means_the_days():
    found = date_examples(rules(), gold())
    assert [example.tells for example in found].count(True) == 2
    assert all(example.document == "d1" for example in found)


def test_every_table_has_its_examples():
    assert set(TABLES) == {"event_words", "dates"}
    assert all(make(rules(), gold()) for make in TABLES.values())
