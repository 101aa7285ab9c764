"""Which read claim answers which gold claim: one to one, the closest first.

A read claim may answer a gold claim when it stands in the gold claim's evidence or in one of its other tellings. Of
several that may, the one that shares most of the slots is taken; a shared event word counts as half a claim more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hudna.evaluation.claim import Range, ScoredClaim
from hudna.evaluation.slots import SLOTS, slot_hits

_SAME_WORD_BONUS = 0.5


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold claim and the read claim that answers it, by index, with the hits of each slot."""

    gold: int
    read: int
    hits: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Pairing:
    """The pairs of a document, and the read claims that only tell a paired gold claim again (no error)."""

    pairs: tuple[Pair, ...]
    again: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Stand:
    """Where a gold claim stands: its tellings, the further ones of them, its event words."""

    told: list[Range]
    also: list[Range]
    trigger: list[Range]


def pair_claims(text: str, gold: Sequence[ScoredClaim], read: Sequence[ScoredClaim], *, by_type: bool) -> Pairing:
    """Pair the claims of one document; with `by_type` only claims of the same type may answer each other."""
    stands = [_stand(text, claim) for claim in gold]
    read_at = [_read_ranges(text, claim) for claim in read]
    options = []
    for at, wanted in enumerate(gold):
        for number, claim in enumerate(read):
            if (by_type and wanted.type != claim.type) or not _overlap(stands[at].told, read_at[number]):
                continue
            hits = slot_hits(wanted, claim)
            bonus = _SAME_WORD_BONUS if _overlap(stands[at].trigger, read_at[number]) else 0.0
            options.append((-(_closeness(wanted, claim, hits) + bonus), at, number, hits))
    options.sort(key=lambda option: option[:3])
    pairs = _closest_first(options)
    answered = {pair.gold for pair in pairs}
    used = {pair.read for pair in pairs}
    again = frozenset(
        number
        for number, claim in enumerate(read)
        if number not in used
        and any(
            (not by_type or gold[at].type == claim.type)
            and (_overlap(stands[at].also, read_at[number]) or _overlap(stands[at].trigger, read_at[number]))
            for at in answered
        )
    )
    return Pairing(tuple(pairs), again)


def _closest_first(options: list[tuple[float, int, int, dict[str, int]]]) -> list[Pair]:
    answered: set[int] = set()
    used: set[int] = set()
    pairs = []
    for _, at, number, hits in options:
        if at not in answered and number not in used:
            answered.add(at)
            used.add(number)
            pairs.append(Pair(at, number, hits))
    return pairs


def _stand(text: str, claim: ScoredClaim) -> _Stand:
    evidence = claim.evidence.ranges(text) if claim.evidence else []
    also = [place for piece in claim.also for place in piece.ranges(text)]
    return _Stand([*evidence, *also], also, trigger_ranges(text, claim))


def trigger_ranges(text: str, claim: ScoredClaim) -> list[Range]:
    """Where the event words stand: as given, else inside the claim's tellings, else anywhere in the text."""
    trigger = claim.trigger
    if trigger is None:
        return []
    if trigger.place is not None:
        return [trigger.place]
    pieces = [piece for piece in (claim.evidence, *claim.also) if piece]
    told = [
        (start + first, start + last)
        for piece in pieces
        for start, end in piece.ranges(text)
        for first, last in trigger.ranges(text[start:end])
    ]
    return told or trigger.ranges(text)


def _read_ranges(text: str, claim: ScoredClaim) -> list[Range]:
    return trigger_ranges(text, claim)[:1] or (claim.evidence.ranges(text) if claim.evidence else [])


def _overlap(one: list[Range], other: list[Range]) -> bool:
    return any(start < last and first < end for start, end in one for first, last in other)


def _closeness(gold: ScoredClaim, read: ScoredClaim, hits: Mapping[str, int]) -> float:
    shared = sum(2 * hits[name] for name in SLOTS)
    held = sum(len(slot.items(gold)) + len(slot.items(read)) for slot in SLOTS.values())
    return shared / held if held else 1.0
