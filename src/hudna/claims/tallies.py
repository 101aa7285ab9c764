"""Joins the tallies of a document (totals with their parts) to the claims that carry the totals."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace

from hudna.arabic.numbers import Number
from hudna.arabic.tokens import Token
from hudna.find.view import SentenceView
from hudna.records import Claim, Count, Source, Span, Speaker
from hudna.sums import Breakdown, read_breakdowns

_RECORDED_AS_BREACH = frozenset({"gunfire", "shelling", "attack", "air_strike", "killing"})
_NEUTRAL = {"ar": "خرق لوقف إطلاق النار", "en": "ceasefire violation"}
_SIDE_REACH = 300
"""How many characters before a tally its side may stand."""
SpeakerAt = Callable[[int], Speaker | None]


def document_breakdowns(text: str, tokens: Sequence[Token], views: Sequence[SentenceView]) -> list[Breakdown]:
    """The tallies of a document, from the figures and places that its sentences hold."""
    numbers: list[Number] = []
    places: list[tuple[int, int, str]] = []
    for view in views:
        at = view.tokens_at
        numbers.extend(replace(n, first=at[n.first], last=at[n.last - 1] + 1) for n in view.numbers.values())
        for hit in view.places:
            if not hit.anaphor and (hit.head is None or not hit.head.compass or hit.places):
                places.append((at[hit.first], at[hit.last - 1] + 1, _name(text, view, hit.first, hit.last, hit.lead)))
    return read_breakdowns(text, tokens, 0, len(tokens), numbers, places)


def _name(text: str, view: SentenceView, first: int, last: int, lead: str) -> str:
    start, end = view.surface(first, last, lead)
    return text[start:end]


def add_tallies(text: str, claims: list[Claim], breakdowns: Sequence[Breakdown], speaker_at: SpeakerAt) -> list[Claim]:
    """The claims with the parts of their figures; a tally that no claim carries becomes a claim of its own."""
    claims = sorted(claims, key=lambda claim: claim.trigger.start)
    starts = [claim.trigger.start for claim in claims]
    added: list[Claim] = []
    for breakdown in breakdowns:
        first = bisect_left(starts, breakdown.start - _SIDE_REACH)
        last = bisect_left(starts, breakdown.end + _SIDE_REACH)
        index = _carrier(claims, range(first, last), breakdown)
        if index is not None:
            claims[index] = _with_parts(text, claims[index], breakdown)
        elif breakdown.what == "violations" and (breakdown.parts or breakdown.total is not None):
            claim = _new_claim(text, breakdown, speaker_at)
            if claim is not None:
                added.append(claim)
    return sorted([*claims, *added], key=lambda claim: claim.trigger.start)


def _carrier(claims: Sequence[Claim], near: range, breakdown: Breakdown) -> int | None:
    """The index of the claim whose figure, else whose event word, is the tally's."""
    if breakdown.total_start is None or breakdown.total_end is None:
        return None
    for index in near:
        for count in claims[index].counts:
            if count.span.start < breakdown.total_end and breakdown.total_start < count.span.end:
                return index
    start, end = breakdown.unit_start or breakdown.total_start, breakdown.unit_end or breakdown.total_end
    for index in near:
        if claims[index].trigger.start < end and start < claims[index].trigger.end:
            return index
    return None


def _total(text: str, breakdown: Breakdown) -> Count | None:
    start = breakdown.total_start if breakdown.total_start is not None else breakdown.unit_start
    end = breakdown.total_end if breakdown.total_end is not None else breakdown.unit_end
    if start is None or end is None:
        start, end = breakdown.start, breakdown.end
    return Count(
        breakdown.what,
        breakdown.unit,
        breakdown.total,
        breakdown.qualifier,
        Span.of(text, start, end),
        Source(breakdown.rule),
        breakdown.parts,
        breakdown.whole,
    )


def _with_parts(text: str, claim: Claim, breakdown: Breakdown) -> Claim:
    counts = []
    placed = False
    for count in claim.counts:
        same = (
            breakdown.total_start is not None
            and breakdown.total_end is not None
            and count.span.start < breakdown.total_end
            and breakdown.total_start < count.span.end
        )
        if same and not placed:
            what = "violations" if breakdown.what == "violations" else count.what
            count = replace(count, what=what, parts=count.parts or breakdown.parts, whole=breakdown.whole)
            placed = True
        elif any(p.span.start < count.span.end and count.span.start < p.span.end for p in breakdown.parts):
            continue
        counts.append(count)
    if not placed:
        total = _total(text, breakdown)
        counts = [*counts, total] if total is not None else counts
    claim = replace(claim, counts=tuple(counts))
    if breakdown.what == "violations" and breakdown.parts and claim.type in _RECORDED_AS_BREACH:
        claim = replace(claim, type="ceasefire_violation", neutral=_NEUTRAL)
    claim = _told_by_side(text, claim, breakdown)
    if breakdown.total == 0:
        claim = replace(claim, status="denied", status_source=Source(breakdown.rule))
    return claim


def _told_by_side(text: str, claim: Claim, breakdown: Breakdown) -> Claim:
    """The side that recorded a tally is its speaker (codebook: rule 6); who relays the side goes on in the chain."""
    side = breakdown.side
    if not side or (claim.speaker is not None and (side in claim.speaker.span.text or claim.speaker.span.text in side)):
        return claim
    at = text.rfind(side, max(0, breakdown.start - _SIDE_REACH), breakdown.end)
    if at < 0:
        return claim
    chain = (side, *(claim.speaker.chain or (claim.speaker.span.text,))) if claim.speaker is not None else (side,)
    return replace(claim, speaker=Speaker(Span.of(text, at, at + len(side)), Source("sums.side"), chain))


def _new_claim(text: str, breakdown: Breakdown, speaker_at: SpeakerAt) -> Claim | None:
    total = _total(text, breakdown)
    start, end = breakdown.unit_start, breakdown.unit_end
    if start is None or end is None:
        start, end = breakdown.start, breakdown.end
    if total is None or start >= end:
        return None
    claim = Claim(
        type="ceasefire_violation",
        trigger=Span.of(text, start, end),
        evidence=Span.of(text, breakdown.start, breakdown.end),
        source=Source(breakdown.rule),
        neutral=_NEUTRAL,
        counts=(total,),
        speaker=speaker_at(start),
        status="denied" if breakdown.total == 0 else "happened",
    )
    return _told_by_side(text, claim, breakdown)
