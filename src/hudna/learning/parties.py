"""Examples to learn from: who did the events of gold documents, among those whom the text names."""

from __future__ import annotations

from hudna.claims.actor_signs import actor_candidates
from hudna.claims.draft import Filler
from hudna.evaluation.inputs import GoldDocument
from hudna.evaluation.names import same_name
from hudna.learning.circumstances import event_pairs
from hudna.learning.examples import Example
from hudna.pipeline import RuleReader


def actor_examples(reader: RuleReader, gold: GoldDocument) -> list[Example]:
    """Those who may have done the events of a document, and whether the coder says that they did.

    Every name of one who did it is an example for it: which name is the best one is another question.
    """
    drafts, pairs = event_pairs(reader, gold)
    candidates = actor_candidates(drafts, gold.text)
    return [
        Example(gold.id, tuple(c.signs), any(same_name(name, _surface(gold.text, c.filler)) for name in wanted.actors))
        for wanted, index in pairs
        for c in candidates[index]
    ]


def _surface(text: str, filler: Filler) -> str:
    return text[filler.start : filler.end]
