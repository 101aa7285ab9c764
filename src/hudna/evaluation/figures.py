"""What an evaluation says: the figures, overall, by slot and by type, and every error beside its text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from hudna.evaluation.claim import Range, ScoredClaim

ErrorKind = Literal["missed", "extra", "slots"]
FIGURE_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Ratio:
    """Found, invented and missed items, with precision, recall and their harmonic mean."""

    hits: int = 0
    extra: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of read items that are right."""
        return self.hits / (self.hits + self.extra) if self.hits + self.extra else 0.0

    @property
    def recall(self) -> float:
        """The share of gold items that were read."""
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __add__(self, other: Ratio) -> Ratio:
        return Ratio(self.hits + other.hits, self.extra + other.extra, self.missed + other.missed)

    def to_dict(self) -> dict[str, float | int]:
        """The figures for JSON."""
        return {
            "p": round(self.precision, FIGURE_DIGITS),
            "r": round(self.recall, FIGURE_DIGITS),
            "f1": round(self.f1, FIGURE_DIGITS),
            "tp": self.hits,
            "fp": self.extra,
            "fn": self.missed,
        }


@dataclass(frozen=True, slots=True)
class Share:
    """So many right of so many."""

    right: int = 0
    of: int = 0

    @property
    def value(self) -> float:
        """The share, 0 where there was nothing to be right about."""
        return self.right / self.of if self.of else 0.0

    def __add__(self, other: Share) -> Share:
        return Share(self.right + other.right, self.of + other.of)


@dataclass(frozen=True, slots=True)
class Item:
    """One value of a slot as shown to a person, and whether the other side has it too."""

    text: str
    shared: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """A slot of a found claim that is not as the coder wrote it."""

    slot: str
    gold: tuple[Item, ...]
    read: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class ClaimError:
    """A gold claim that was missed, a read claim that nobody wrote, or a found claim with wrong slots."""

    document: str
    kind: ErrorKind
    type: str
    trigger: str
    evidence: str
    at: Range | None
    """Where the event word stands in the text, if it was found there."""
    gold: ScoredClaim | None = None
    read: ScoredClaim | None = None
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Figures:
    """All counts of one document or of many."""

    claims: Ratio
    any_type: Ratio
    told_again: int
    slots: Mapping[str, Ratio]
    whole: Ratio
    status: Share
    within_10_km: Share
    within_25_km: Share
    by_type: Mapping[str, Ratio]

    def __add__(self, other: Figures) -> Figures:
        return Figures(
            claims=self.claims + other.claims,
            any_type=self.any_type + other.any_type,
            told_again=self.told_again + other.told_again,
            slots=_add(self.slots, other.slots),
            whole=self.whole + other.whole,
            status=self.status + other.status,
            within_10_km=self.within_10_km + other.within_10_km,
            within_25_km=self.within_25_km + other.within_25_km,
            by_type=_add(self.by_type, other.by_type),
        )


def _add(one: Mapping[str, Ratio], other: Mapping[str, Ratio]) -> dict[str, Ratio]:
    return {name: one.get(name, Ratio()) + other.get(name, Ratio()) for name in {**one, **other}}


@dataclass(frozen=True, slots=True)
class DocumentEvaluation:
    """One document with its figures and errors, in the order of the text."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    text: str
    figures: Figures
    errors: tuple[ClaimError, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A reading measured against a folder of gold files."""

    documents: tuple[DocumentEvaluation, ...]
    figures: Figures
    without_gold: tuple[str, ...] = ()
    """Ids of readings that no gold file answers; they count nowhere."""

    @property
    def errors(self) -> tuple[ClaimError, ...]:
        """The errors of all documents."""
        return tuple(error for document in self.documents for error in document.errors)

    @property
    def rows(self) -> dict[str, Ratio]:
        """The figures that have precision and recall, by name, in the order in which they are shown."""
        figures = self.figures
        return {
            "claims": figures.claims,
            "claims_any_type": figures.any_type,
            **figures.slots,
            "whole_claims": figures.whole,
        }

    def to_dict(self) -> dict[str, Any]:
        """The figures as plain data for JSON."""
        figures = self.figures
        return {
            "documents": len(self.documents),
            "told_again": figures.told_again,
            **{name: ratio.to_dict() for name, ratio in self.rows.items()},
            "status_accuracy": round(figures.status.value, FIGURE_DIGITS),
            "point_within_10_km": _optional(figures.within_10_km),
            "point_within_25_km": _optional(figures.within_25_km),
            "points": figures.within_25_km.of,
            "per_type": {name: ratio.to_dict() for name, ratio in sorted(figures.by_type.items())},
        }


def _optional(share: Share) -> float | None:
    return round(share.value, FIGURE_DIGITS) if share.of else None
