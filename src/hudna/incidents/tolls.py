"""What one claim counts of a kind: totals told apart are added, subgroups («بينهم أربعة أطفال») are not."""

from __future__ import annotations

import math

from hudna.arabic.letters import fold
from hudna.arabic.tokens import tokenise
from hudna.incidents.records import VersionFigure
from hudna.records import Claim, Count, Figure, Qualifier

_AMONG = frozenset(
    fold(word)
    for word in (
        "بينهم", "بينهن", "بينها", "منهم", "منهن", "منها", "ضمنهم", "ضمنها", "ضمنهن", "فيهم", "معظمهم", "أغلبهم",
        "أحدهم", "غالبيتهم", "نصفهم",
    )
)  # fmt: skip
"""Words after which a figure is a part of the one before."""

_VAGUE = tuple(
    (fold(word), least)
    for word, least in (
        ("عشرات", 10), ("العشرات", 10), ("مئات", 100), ("المئات", 100), ("آلاف", 1000), ("الآلاف", 1000),
        ("ملايين", 1_000_000), ("الملايين", 1_000_000),
    )
)  # fmt: skip
"""The least that a vague word allows, as ACLED reads «tens» and «hundreds»."""

_ABOUT = 10
"""«About 50» allows so many per cent more or less."""

_ADDED = frozenset({"killed", "wounded", "casualties", "missing", "captured", "released", "displaced", "destroyed"})
"""Kinds of count of which several groups in one claim are added up."""


def main_counts(claim: Claim, what: str) -> tuple[Count, ...]:
    """The counts of one kind that are not subgroups of another, in the order of the text."""
    same = sorted((count for count in claim.counts if count.what == what), key=lambda count: count.span.start)
    return tuple(count for at, count in enumerate(same) if not (at and _is_subgroup(claim, same[at - 1], count)))


def toll(claim: Claim, what: str) -> VersionFigure | None:
    """What a claim counts of a kind, as one figure with the bounds that its words allow; None when it counts none."""
    counts = main_counts(claim, what)
    if not counts:
        return None
    if what not in _ADDED or len({fold(count.of or "") for count in counts}) < len(counts):
        counts = (max(counts, key=lambda count: (count.value is not None, count.value or 0)),)
    bounds = [bound(count) for count in counts]
    lows = [low for low, _ in bounds if low is not None]
    highs = [high for _, high in bounds]
    values = [count.value for count in counts if count.value is not None]
    whole = len(values) == len(counts)
    return VersionFigure(
        what=what,
        value=sum(values) if whole else None,
        qualifier=_weakest(counts),
        low=sum(lows) if lows else None,
        high=None if any(high is None for high in highs) else sum(high for high in highs if high is not None),
    )


def bound(count: Count) -> tuple[Figure | None, Figure | None]:
    """The least and the most that a figure allows with its qualifier; None where it is left open."""
    value = count.value
    if value is None:
        words = {token.form for token in tokenise(count.span.text)} | {fold(count.of or "")}
        return next((least for word, least in _VAGUE if word in words), None), None
    if count.qualifier == "about":
        return math.floor(value * (100 - _ABOUT) / 100), math.ceil(value * (100 + _ABOUT) / 100)
    if count.qualifier == "more_than":
        return value + 1 if isinstance(value, int) else value, None
    if count.qualifier in ("at_least", "vague"):
        return value, None
    if count.qualifier == "up_to":
        return 0, value
    if count.qualifier == "less_than":
        return 0, max(value - 1, 0) if isinstance(value, int) else value
    return value, value


def _weakest(counts: tuple[Count, ...]) -> Qualifier:
    """The qualifier of a sum: that of its least certain part."""
    order: tuple[Qualifier, ...] = ("vague", "less_than", "up_to", "more_than", "at_least", "about", "exact")
    return min((count.qualifier for count in counts), key=order.index)


def _is_subgroup(claim: Claim, before: Count, count: Count) -> bool:
    """Whether the text says «among them» between two figures, or repeats the same thing more finely."""
    start, end = before.span.end - claim.evidence.start, count.span.start - claim.evidence.start
    if 0 <= start <= end <= len(claim.evidence.text):
        between = {token.form for token in tokenise(claim.evidence.text[start:end])}
        if any(word.lstrip("و") in _AMONG or word in _AMONG for word in between):
            return True
    return False
