"""Joins the tallies of a document (totals with their parts) to the claims that carry the totals."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace

from hudna.arabic.letters import fold
from hudna.arabic.numbers import Number
from hudna.arabic.tokens import Token
from hudna.claims.tally_places import place_mentions
from hudna.find.view import SentenceView
from hudna.records import Claim, Count, Part, PlaceMention, Source, Span, Speaker
from hudna.sums import Breakdown, read_breakdowns
from hudna.sums.forms import load_forms
from hudna.sums.retold import (
    NEUTRAL,
    TALLY,
    claims_of_sides,
    counts_breaches,
    is_another_part,
    is_same_figure,
    is_total,
    join_retold,
    left_over,
    overlaps,
    records_again,
    side_at,
    tells_again,
    tells_beside,
    tells_part,
    title_end,
    told_in_passing,
    with_counts,
    without_headings,
)

_RECORDED_AS_BREACH = frozenset({"gunfire", "shelling", "attack", "air_strike", "killing", "operation", "explosion"})
_RETOLD, _SHARES, _NEAR = 8, 12, 300
"""Retellings before a figure that are looked at, characters after a list for a share of a part, and around a tally."""
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
    found = read_breakdowns(text, tokens, 0, len(tokens), numbers, places)
    if not any(breakdown.parts for breakdown in found):
        return found
    mentions = place_mentions(text, views)
    starts = [mention.span.start for mention in mentions]
    return [
        replace(b, mentions=tuple(mentions[max(0, bisect_left(starts, b.start) - 1) : bisect_left(starts, b.end)]))
        for b in found
    ]


def _name(text: str, view: SentenceView, first: int, last: int, lead: str) -> str:
    start, end = view.surface(first, last, lead)
    return text[start:end]


def add_tallies(text: str, claims: list[Claim], breakdowns: Sequence[Breakdown], speaker_at: SpeakerAt) -> list[Claim]:
    """The claims with the parts of their figures; a tally that no claim carries becomes a claim of its own.

    A claim that only tells a part of a tally goes up in the claim of the tally, as does a title that tells its total.
    """
    if not breakdowns:
        return claims
    return _Joiner(text, claims, _counting(text, claims, breakdowns), speaker_at).joined()


def _counting(text: str, claims: Sequence[Claim], breakdowns: Sequence[Breakdown]) -> list[Breakdown]:
    """The breakdowns; cases and operations count breaches only where the text speaks of a truce."""
    if any(claim.type in (TALLY, "ceasefire") for claim in claims) or _names_truce(text):
        return list(breakdowns)
    kept = ("violation", None)
    return [b if b.unit_id in kept or b.what != "violations" else replace(b, what="other") for b in breakdowns]


def _names_truce(text: str) -> bool:
    folded = fold(text)
    return any(name in folded for name in load_forms().truces)


class _Joiner:
    """Brings the breakdowns of one document to its claims."""

    def __init__(
        self, text: str, claims: Sequence[Claim], breakdowns: Sequence[Breakdown], speaker_at: SpeakerAt
    ) -> None:
        self._text = text
        self._claims = sorted(claims, key=lambda claim: claim.trigger.start)
        self._starts = [claim.trigger.start for claim in self._claims]
        self._breakdowns, self._speaker_at = breakdowns, speaker_at
        self._parts = [part.span for breakdown in breakdowns for part in breakdown.parts]
        self._retold = sorted((span.start, index) for index, claim in enumerate(self._claims) for span in claim.also)
        self._title_end = title_end(text)
        mentions = dict.fromkeys(place for claim in claims for place in claim.places)  # a set would have no order
        self._mentions = sorted(mentions, key=lambda place: (place.span.start, place.source.rule))
        self._mention_starts = [mention.span.start for mention in self._mentions]

    def joined(self) -> list[Claim]:
        """The claims of the document, tallies and all, in the order of the text."""
        carriers = self._carriers()
        held = {index for index in carriers if index is not None}
        parts = [self._part_claims(breakdown, held) for breakdown in self._breakdowns]
        gone: set[int] = set()
        sided: list[Claim] = []
        added: dict[tuple[int | None, int], Claim] = {}
        for breakdown, carrier, told in zip(self._breakdowns, carriers, parts, strict=True):
            told = [index for index in told if index not in gone]
            if carrier is None and breakdown.total is None and told:
                carrier, told = told[0], told[1:]
            rest = [count for index in told for count in left_over(self._claims[index], breakdown)]
            if carrier is not None:
                self._claims[carrier] = self._out_of_title(self._claims[carrier], breakdown)
                self._claims[carrier] = with_counts(self._with_parts(self._claims[carrier], breakdown), rest)
            elif breakdown.what == "violations":
                key = (breakdown.total_start, breakdown.start if breakdown.total_start is None else 0)
                old = added.get(key)
                claim = self._with_parts(old, breakdown) if old is not None else self._new_claim(breakdown)
                if claim is not None:
                    added[key] = with_counts(claim, rest)
            gone.update(told)
            sided.extend(claims_of_sides(self._text, breakdown, None if carrier is None else self._claims[carrier]))
        apart = [c if at in held else self._without_parts(c) for at, c in enumerate(self._claims)]
        left = (self._counting_breaches(claim) for index, claim in enumerate(apart) if index not in gone)
        kept = without_headings(left, self._breakdowns)
        return join_retold(self._text, sorted([*kept, *added.values(), *sided], key=lambda claim: claim.trigger.start))

    def _out_of_title(self, claim: Claim, breakdown: Breakdown) -> Claim:
        """The claim of a title, or of a mention without the figure, stands where the text tells the tally."""
        start, end = breakdown.unit_start, breakdown.unit_end
        again = tells_again(claim, breakdown) or records_again(claim, breakdown, _RECORDED_AS_BREACH)
        if not again or start is None or end is None or breakdown.total_start is None:
            return claim
        mentioned = not self._in_title(breakdown) and not any(
            overlaps(count.span, claim.evidence) for count in claim.counts
        )
        headed = claim.speaker is None and not self._in_title(breakdown)
        if not (mentioned or headed or claim.trigger.start < self._title_end <= breakdown.total_start):
            return claim
        cover = next(span for span in claim.also if span.start <= breakdown.total_start < span.end)
        also = tuple(span for span in claim.also if span is not cover)
        total = replace(self._total(breakdown), parts=(), whole=False)
        return replace(
            claim,
            trigger=Span.of(self._text, start, end),
            evidence=cover,
            also=tuple(sorted((claim.evidence, *also), key=lambda span: span.start)),
            counts=tuple(total if c.value == total.value and not c.parts else c for c in claim.counts),
            speaker=self._speaker_at(start),
        )

    def _without_parts(self, claim: Claim) -> Claim:
        """A mention of breaches that tells no tally loses the figures that are parts of one."""
        if claim.type != TALLY or len(claim.counts) == 1:
            return claim
        counts = (c for c in claim.counts if c.parts or not any(overlaps(span, c.span) for span in self._parts))
        return replace(claim, counts=tuple(counts))

    def _in_title(self, breakdown: Breakdown) -> bool:
        return breakdown.total_start is not None and breakdown.total_start < self._title_end

    def _near(self, breakdown: Breakdown) -> range:
        first = bisect_left(self._starts, breakdown.start - _NEAR)
        return range(first, bisect_left(self._starts, breakdown.end + _NEAR))

    def _counting_breaches(self, claim: Claim) -> Claim:
        """The claim without figures of breaches that count something else («تحليق 9 طائرات», «ستة أشخاص»)."""
        if claim.type != TALLY:
            return claim
        kept = []
        for count in claim.counts:
            unit = load_forms().unit_of(count.of)
            counted = (
                count.what != "violations"
                or count.parts
                or (unit is not None and (unit.group not in ("thing", "person") or unit.id == "time"))
            )
            if counted or any(self._told(count, claim, breakdown) for breakdown in self._breakdowns):
                kept.append(count)
        return claim if len(kept) == len(claim.counts) else replace(claim, counts=tuple(kept))

    def _carriers(self) -> list[int | None]:
        """The claim that carries each tally: one that has its figure, else one that has told it in other words.

        A second side's tally in the clause of a first becomes a claim of its own.
        """
        carriers = [self._carrier(breakdown) for breakdown in self._breakdowns]
        holding: dict[int, Breakdown] = {}
        for number, index in enumerate(carriers):
            if index is not None and not self._may_hold(index, self._breakdowns[number], holding):
                carriers[number] = None
        for number, breakdown in enumerate(self._breakdowns):
            if carriers[number] is None:
                index = self._retold_in(breakdown)
                if index is not None and self._may_hold(index, breakdown, holding):
                    carriers[number] = index
        return carriers

    def _may_hold(self, index: int, breakdown: Breakdown, holding: dict[int, Breakdown]) -> bool:
        """Whether a claim can carry a tally beside what it carries already; if not, it loses the tally's figures."""
        first = holding.setdefault(index, breakdown)
        if first.total_start == breakdown.total_start:
            return True
        if first.total == breakdown.total and not (first.parts and breakdown.parts):
            if self._in_title(first):
                holding[index] = breakdown
            if self._in_title(first) or self._in_title(breakdown):
                return True
        apart = first.what != breakdown.what or not (first.parts and breakdown.parts)
        if first.side == breakdown.side and apart:
            return True
        counts = tuple(c for c in self._claims[index].counts if not self._belongs(c, breakdown))
        self._claims[index] = replace(self._claims[index], counts=counts)
        return False

    def _retold_in(self, breakdown: Breakdown) -> int | None:
        at = bisect_right(self._retold, (breakdown.total_start or 0, len(self._claims)))
        near = {index for _, index in self._retold[max(0, at - _RETOLD) : at]}
        found = next((index for index in sorted(near) if tells_again(self._claims[index], breakdown)), None)
        if found is None and breakdown.parts and breakdown.what != "violations":
            return next(
                (i for i, claim in enumerate(self._claims) if any(is_same_figure(c, breakdown) for c in claim.counts)),
                None,
            )
        return found

    def _told(self, count: Count, claim: Claim, breakdown: Breakdown) -> bool:
        """Whether a figure is one of a tally, there or where the claim tells it again."""
        again = count.value == breakdown.total and tells_again(claim, breakdown)
        return again or self._belongs(count, breakdown)

    @staticmethod
    def _belongs(count: Count, breakdown: Breakdown) -> bool:
        return is_total(count, breakdown) or any(overlaps(part.span, count.span) for part in breakdown.parts)

    def _carrier(self, breakdown: Breakdown) -> int | None:
        """The index of the claim whose figure, else whose event word, is the tally's."""
        if breakdown.total_start is None or breakdown.total_end is None:
            return None
        near = self._near(breakdown)
        counting = [index for index in near if any(is_total(count, breakdown) for count in self._claims[index].counts)]
        if breakdown.unit_id == "violation":
            counting = [index for index in counting if self._keeps(index, breakdown)]
        if counting:
            return next((index for index in counting if self._claims[index].type == TALLY), counting[0])
        start = breakdown.total_start if breakdown.unit_start is None else breakdown.unit_start
        end = breakdown.unit_end or breakdown.total_end
        for index in near:
            if self._claims[index].trigger.start < end and start < self._claims[index].trigger.end:
                return index
        return next((index for index in near if tells_beside(self._claims[index], breakdown)), None)

    def _keeps(self, index: int, breakdown: Breakdown) -> bool:
        """Whether a claim can have breaches for its figure; one that cannot («9 خروقات للهدنة») loses the figure."""
        claim, breaches = self._claims[index], _RECORDED_AS_BREACH | {TALLY}
        if claim.type in breaches and not is_another_part(claim, breakdown, self._parts):
            return True
        counts = tuple(count for count in claim.counts if not is_total(count, breakdown))
        self._claims[index] = replace(claim, counts=counts)
        return False

    def _part_claims(self, breakdown: Breakdown, held: set[int]) -> list[int]:
        """The claims that tell nothing but parts of a tally of breaches."""
        if breakdown.what != "violations":
            return []
        return [
            index
            for index in self._near(breakdown)
            if index not in held and tells_part(self._claims[index], breakdown.parts)
        ]

    def _total(self, breakdown: Breakdown) -> Count:
        start = breakdown.total_start if breakdown.total_start is not None else breakdown.unit_start
        end = breakdown.total_end if breakdown.total_end is not None else breakdown.unit_end
        if start is None or end is None:
            start, end = breakdown.start, breakdown.end
        return Count(
            breakdown.what,
            breakdown.unit,
            breakdown.total,
            breakdown.qualifier,
            Span.of(self._text, start, end),
            Source(breakdown.rule),
            breakdown.parts,
            breakdown.whole,
        )

    def _with_parts(self, claim: Claim, breakdown: Breakdown) -> Claim:
        breach = counts_breaches(breakdown)
        counts = []
        placed = False
        for count in claim.counts:
            same = breakdown.what != "violations" and is_same_figure(count, breakdown)
            again = same or (count.value == breakdown.total and tells_again(claim, breakdown))
            if (is_total(count, breakdown) or again) and not (count.parts and breakdown.parts):
                if placed:
                    continue
                what = "violations" if breach else count.what
                if breakdown.parts or not count.parts:
                    count = replace(count, what=what, parts=breakdown.parts, whole=breakdown.whole)
                placed = True
            elif not count.parts and self._is_stray(count, breakdown):
                continue
            counts.append(count)
        if not placed and (breach or breakdown.parts):
            counts.append(self._total(breakdown))
        claim = replace(claim, counts=tuple(counts), places=self._places(claim, breakdown))
        if breach and claim.type in _RECORDED_AS_BREACH:
            claim = replace(claim, type=TALLY, neutral=NEUTRAL)
        claim = self._told_by_side(claim, breakdown)
        if breakdown.total == 0:
            claim = replace(claim, status="denied", status_source=Source(breakdown.rule))
        elif breach and claim.status == "ongoing":
            claim = replace(claim, status="happened", status_source=Source(breakdown.rule), status_cue=None)
        return claim

    def _is_stray(self, count: Count, breakdown: Breakdown) -> bool:
        """Whether a figure of a tally's claim is a part of one, or counts no breaches («خروقات في يوم واحد»)."""
        if any(overlaps(span, count.span) for span in self._parts):
            return True
        end = breakdown.end + (_SHARES if breakdown.parts else 0)
        inside = breakdown.start <= count.span.start < end and count.what == "violations"
        return inside and not any(is_total(count, other) for other in self._breakdowns)

    def _places(self, claim: Claim, breakdown: Breakdown) -> tuple[PlaceMention, ...]:
        """The places of a tally: those of its parts, then those that govern them («في منطقة إدلب، منها 3 في …»)."""
        parts = [part for part in breakdown.parts if part.by == "place"]
        if not parts or breakdown.what != "violations":
            return claim.places
        found = [mention for part in parts for mention in self._mentions_of(part, breakdown)]
        first = min(part.span.start for part in parts)
        counted = {count.span.start for count in claim.counts if count.parts}
        for place in claim.places:
            governs = breakdown.start <= place.span.start < first
            earlier = any(start < place.span.start for start in counted) and place.span.start < first
            if (governs or earlier) and not any(overlaps(place.span, mention.span) for mention in found):
                found.append(place)
        return tuple(found)

    def _mentions_of(self, part: Part, breakdown: Breakdown) -> list[PlaceMention]:
        """The places that the claims of the document name in a part, or its name as one that nobody knows."""
        at = self._text.find(part.name, part.span.start, part.span.end)
        if at < 0:
            return []
        span = Span.of(self._text, at, at + len(part.name))
        first = max(0, bisect_left(self._mention_starts, at) - 1)
        near = self._mentions[first : bisect_left(self._mention_starts, span.end)]
        known = [mention for mention in near if overlaps(mention.span, span)]
        known = known or [mention for mention in breakdown.mentions if overlaps(mention.span, span)]
        if known:
            return known[:1] if fold(known[0].span.text).endswith(fold(part.name)) else known
        return [PlaceMention(span, Source("sums.part"), precision="unresolved")]

    def _told_by_side(self, claim: Claim, breakdown: Breakdown) -> Claim:
        """The side that recorded a tally is its speaker (codebook: rule 6); who relays it goes on in the chain."""
        side, speaker = breakdown.side, claim.speaker
        told_later = speaker is None or speaker.span.start > (breakdown.total_end or 0)
        if told_later and not side and breakdown.recorder is not None:
            named = Span.of(self._text, *breakdown.recorder)
            return replace(claim, speaker=Speaker(named, Source("sums.recorder"), (named.text,)))
        if not side and speaker is None:
            return replace(claim, speaker=told_in_passing(self._text, self._claims, claim.trigger.start))
        if not side or (speaker is not None and (side in speaker.span.text or speaker.span.text in side)):
            return claim
        at = side_at(self._text, side, breakdown)
        if at < 0:
            return claim
        chain = (side, *(speaker.chain or (speaker.span.text,))) if speaker is not None else (side,)
        return replace(claim, speaker=Speaker(Span.of(self._text, at, at + len(side)), Source("sums.side"), chain))

    def _new_claim(self, breakdown: Breakdown) -> Claim | None:
        start, end = breakdown.unit_start, breakdown.unit_end
        if start is None or end is None:
            start, end = breakdown.start, breakdown.end
        if start >= end:
            return None
        claim = Claim(
            type=TALLY,
            trigger=Span.of(self._text, start, end),
            evidence=Span.of(self._text, breakdown.start, breakdown.end),
            source=Source(breakdown.rule),
            neutral=NEUTRAL,
            counts=(self._total(breakdown),),
            speaker=self._speaker_at(start),
            status="denied" if breakdown.total == 0 else "happened",
        )
        return self._told_by_side(replace(claim, places=self._places(claim, breakdown)), breakdown)
