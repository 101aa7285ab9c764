"""The tables that are learned, by name, and where their examples come from."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hudna.evaluation.inputs import GoldDocument
from hudna.learning.circumstances import date_examples
from hudna.learning.examples import Example, event_word_examples
from hudna.pipeline import RuleReader

TABLES: Mapping[str, Callable[[RuleReader, GoldDocument], list[Example]]] = {
    "event_words": event_word_examples,
    "dates": date_examples,
}
