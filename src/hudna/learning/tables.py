"""The tables that are learned, by name, and where their examples come from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from hudna.evaluation.inputs import GoldDocument
from hudna.learning.circumstances import date_examples, place_examples
from hudna.learning.examples import Example, event_word_examples
from hudna.learning.fit import fit
from hudna.learning.parties import actor_examples
from hudna.lexicon.weights import Sign
from hudna.pipeline import RuleReader

TABLES: Mapping[str, Callable[[RuleReader, GoldDocument], list[Example]]] = {
    "event_words": event_word_examples,
    "places": place_examples,
    "dates": date_examples,
    "actors": actor_examples,
}
_PENALTIES = {"actors": 40.0}
"""Tables of which the signs are so many that weights are drawn to zero more strongly than is usual."""


def learn_table(name: str, examples: Sequence[Example]) -> dict[Sign, float]:
    """The weights of a table from its examples."""
    penalty = _PENALTIES.get(name)
    return fit(examples) if penalty is None else fit(examples, penalty)
