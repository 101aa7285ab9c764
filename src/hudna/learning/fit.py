"""Logistic regression: weights of signs that make the examples most likely, kept small where the evidence is small.

Plain Python, so that an analyst can learn from corrections on the machine that reads. The method is stochastic gradient
descent with steps that shrink for each sign as it is seen (Duchi, Hazan and Singer 2011, AdaGrad).
"""

from __future__ import annotations

import math
import random
from collections import Counter, defaultdict
from collections.abc import Sequence

from hudna.learning.examples import Example
from hudna.lexicon.weights import ALWAYS, Sign

_STEP = 0.3
_SMALLEST = 0.02
"""Weights nearer to zero than this are left out."""


def fit(examples: Sequence[Example], penalty: float = 20.0, rounds: int = 20, documents: int = 3) -> dict[Sign, float]:
    """The weights of the signs that stand in at least so many documents.

    `penalty` draws the weights to zero: it is what one unit of a squared weight costs, in half examples.
    The same examples give the same weights.
    """
    seen: defaultdict[Sign, set[str]] = defaultdict(set)
    for example in examples:
        for sign in example.signs:
            seen[sign].add(example.document)
    known = {sign: number for number, sign in enumerate(s for s, where in seen.items() if len(where) >= documents)}
    rows = [([known[s] for s in dict.fromkeys(e.signs) if s in known], e.tells) for e in examples]
    weights = _descend(rows, len(known), known.get(ALWAYS), penalty, rounds)
    return {sign: weights[number] for sign, number in known.items() if abs(weights[number]) >= _SMALLEST}


def _descend(
    rows: list[tuple[list[int], bool]], size: int, free: int | None, penalty: float, rounds: int
) -> list[float]:
    """Weights by number, as a mean over the later rounds, which wavers less than the last of them.

    The penalty of a weight is spread over the rows that bear its sign; `free` bears none.
    """
    counts = Counter(number for numbers, _ in rows for number in numbers)
    draw = [penalty / counts[number] if number != free else 0.0 for number in range(size)]
    weights, steps = [0.0] * size, [1e-8] * size
    summed = [0.0] * size
    order = random.Random(0)
    rows = list(rows)
    for turn in range(rounds):
        order.shuffle(rows)
        for numbers, tells in rows:
            total = sum([weights[number] for number in numbers])
            error = 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total)))) - tells
            for number in numbers:
                slope = error + draw[number] * weights[number]
                steps[number] += slope * slope
                weights[number] -= _STEP * slope / math.sqrt(steps[number])
        if 2 * turn >= rounds:
            summed = [total + weight for total, weight in zip(summed, weights, strict=True)]
    return [total / (rounds - (rounds + 1) // 2) for total in summed]
