"""Whether learned weights help on texts that they were not learned from: cross-validation, from text to claims."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from hudna.evaluation.figures import Evaluation
from hudna.evaluation.inputs import GoldDocument, predictions_of
from hudna.evaluation.reading import read_documents
from hudna.evaluation.score import compare
from hudna.learning.examples import Example
from hudna.learning.fit import fit
from hudna.learning.tables import TABLES
from hudna.lexicon.weights import Weights, to_weights
from hudna.pipeline import RuleReader

Examples = Mapping[str, Sequence[Example]]
"""The examples for each table."""
MakeReader = Callable[[Mapping[str, Weights]], RuleReader]
"""Makes a reader with these tables of weights; with none, by the rules alone."""


@dataclass(frozen=True, slots=True)
class Trial:
    """The figures on the same documents, by the rules alone and with weights learned from the other documents."""

    rules: Evaluation
    weighed: Evaluation

    @property
    def gain(self) -> float:
        """How much the F1 of claims rises."""
        return self.weighed.figures.claims.f1 - self.rules.figures.claims.f1


def examples_of(
    make: MakeReader, documents: Sequence[GoldDocument], done: Callable[[], None]
) -> dict[str, list[Example]]:
    """The examples of all documents for each table; `done` is called after each document."""
    reader = make({})
    found: dict[str, list[Example]] = {name: [] for name in TABLES}
    for document in documents:
        for name, examples in TABLES.items():
            found[name] += examples(reader, document)
        done()
    return found


def cross_validate(
    make: MakeReader,
    documents: Sequence[GoldDocument],
    examples: Examples,
    folds: int,
    done: Callable[[], None],
) -> Trial:
    """Read each fold with weights learned from the others. Folds go by the document's id, so they stay the same."""
    fold_of = {document.id: zlib.crc32(document.id.encode()) % folds for document in documents}
    weighed = []
    for fold in range(folds):
        others = {
            name: [example for example in found if fold_of[example.document] != fold]
            for name, found in examples.items()
        }
        reader = make({name: to_weights(fit(found).items()) for name, found in others.items()})
        weighed += read_documents([document for document in documents if fold_of[document.id] == fold], reader)
        done()
    rules = read_documents(documents, make({}))
    done()
    return Trial(compare(documents, predictions_of(rules)), compare(documents, predictions_of(weighed)))
