"""Weights of signs: small tables that `hudna learn` makes from annotated articles, read as text, added up to a chance.

Each line of a table is «kind, value, weight», with tabs between them; see docs/decisions/0005.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import repeat
from pathlib import Path

from hudna.lexicon.entries import LexiconError

Sign = tuple[str, str]
ALWAYS: Sign = ("always", "")
"""The sign that everything bears: how likely it is before anything is seen of it."""
_LOWEST = -700.0
"""Sums below it are no number any more when they are raised."""


class Weights:
    """How much each sign speaks for (above zero) or against (below zero) what is asked."""

    def __init__(self, table: dict[Sign, float]) -> None:
        self._table = table

    def chance(self, signs: Iterable[Sign]) -> float:
        """The chance, between 0 and 1, of what is asked where these signs are seen; unknown signs say nothing."""
        total: float = sum(map(self._table.get, signs, repeat(0.0)))
        return 1.0 / (1.0 + math.exp(-max(_LOWEST, total)))

    def __len__(self) -> int:
        return len(self._table)


def to_weights(pairs: Iterable[tuple[Sign, float]]) -> Weights:
    """Weights ready to weigh with."""
    return Weights(dict(pairs))


def find_weights(folders: Sequence[Path]) -> dict[str, Weights]:
    """The tables in the subfolders `weights`, by the name of their file; a later folder goes before an earlier one."""
    files = {file.stem: file for folder in folders for file in sorted(folder.glob("weights/*.tsv"))}
    return {name: read_weights(file) for name, file in files.items()}


def read_weights(file: Path) -> Weights:
    """The weights of a table. LexiconError names file and line of a broken one."""
    pairs: list[tuple[Sign, float]] = []
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        try:
            kind, value, weight = line.split("\t")
            pairs.append(((kind, value), float(weight)))
        except ValueError as error:
            raise LexiconError(f"{file}:{number}: not «kind, value, weight» with tabs between them") from error
    return to_weights(pairs)


def write_weights(file: Path, heading: str, weights: Iterable[tuple[Sign, float]]) -> None:
    """Write a table, by kind and value, with the heading as comment lines above it."""
    lines = [f"# {line}".rstrip() for line in heading.splitlines()]
    lines += [f"{kind}\t{value}\t{weight:.3f}" for (kind, value), weight in sorted(weights)]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join(lines) + "\n", "utf-8")
