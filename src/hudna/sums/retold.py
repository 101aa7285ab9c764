"""One tally, one claim: claims that only tell a part of a tally, or a tally that stands in the title already."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace

from hudna.arabic.letters import fold
from hudna.records import Claim, Count, Figure, Part, Source, Span, Speaker
from hudna.sums.breakdowns import Breakdown
from hudna.sums.sides import is_side, state_of

TALLY = "ceasefire_violation"
NEUTRAL = {"ar": "خرق لوقف إطلاق النار", "en": "ceasefire violation"}
_HARM = frozenset({"killed", "wounded", "casualties", "captured", "missing", "displaced"})
_COMMON = 5
"""Figures up to this one are told by two sources by chance."""
_TITLES = 120
"""Characters of other lines that may stand between a title and its repetition."""
_BESIDE = 40
"""Characters after the clause of a claim in which another harm is told beside its own."""
_BEFORE, _AFTER = 300, 60
"""How many characters before a tally its side may stand, and after it («26 خرقا رصدها المراقبون»)."""
_RECENT = 12
"""How many of the latest tallies a later telling is compared with."""


def overlaps(one: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return one.start < other.end and other.start < one.end


def tells_part(claim: Claim, parts: Iterable[Part]) -> bool:
    """Whether a claim is made of a part of a tally: its event word or its figure stands in the part."""
    spans = [claim.trigger, *(count.span for count in claim.counts)]
    return any(overlaps(part.span, span) for part in parts for span in spans)


def left_over(claim: Claim, breakdown: Breakdown) -> tuple[Count, ...]:
    """The figures of a claim that are neither the total nor parts of a tally, as «600 قذيفة» beside «56 خرقا»."""
    return tuple(
        count
        for count in claim.counts
        if not any(overlaps(part.span, count.span) for part in breakdown.parts)
        and not is_total(count, breakdown)
        and (count.what in _HARM or breakdown.start <= count.span.start < breakdown.end)
    )


def is_total(count: Count, breakdown: Breakdown) -> bool:
    """Whether a count is the total of a tally."""
    if breakdown.total_start is None or breakdown.total_end is None:
        return False
    return count.span.start < breakdown.total_end and breakdown.total_start < count.span.end


def is_another_part(claim: Claim, breakdown: Breakdown, parts: Iterable[Span]) -> bool:
    """Whether a claim tells a part of another tally, though its words are those of a title («وانتهاك في حمص»)."""
    here = breakdown.start <= claim.trigger.start < breakdown.end
    return not here and any(overlaps(part, claim.trigger) for part in parts)


def tells_again(claim: Claim, breakdown: Breakdown) -> bool:
    """Whether a claim has a tally's total already, told in other words («also») of the same text."""
    at = breakdown.total_start
    if at is None or claim.type != TALLY or not any(span.start <= at < span.end for span in claim.also):
        return False
    return any(count.value == breakdown.total for count in claim.counts)


def records_again(claim: Claim, breakdown: Breakdown, types: Container[str]) -> bool:
    """Whether an act of one of the types, told elsewhere, has the tally of such acts as another telling."""
    at = breakdown.total_start
    if at is None or claim.type not in types or not breakdown.parts or not counts_breaches(breakdown):
        return False
    return any(span.start <= at < span.end for span in claim.also)


def counts_breaches(breakdown: Breakdown) -> bool:
    """Whether a total is told as one of breaches: with parts, by a side or in so many words; not «نفذوا 8 عمليات»."""
    told = breakdown.parts or breakdown.side or breakdown.unit_id == "violation" or breakdown.total == 0
    return breakdown.what == "violations" and bool(told)


def tells_beside(claim: Claim, breakdown: Breakdown) -> bool:
    """Whether a claim tells another harm beside a tally of people: «استشهاد 36 شخصا وإصابة 150 بجروح»."""
    at = breakdown.total_start
    if at is None or breakdown.what not in _HARM or not breakdown.parts:
        return False
    within = claim.evidence.start <= at < claim.evidence.end + _BESIDE
    return within and any(count.what in _HARM and count.what != breakdown.what for count in claim.counts)


def without_headings(claims: Iterable[Claim], breakdowns: Iterable[Breakdown]) -> list[Claim]:
    """The claims without speakers that are the heading of a line («محافظة الجنوب: 5 شهداء»)."""
    parts = (part for breakdown in breakdowns for part in breakdown.parts if part.by == "place")
    placed = sorted(parts, key=_begin)
    return [replace(claim, speaker=None) if _is_headed(claim, placed) else claim for claim in claims]


def _is_headed(claim: Claim, placed: Sequence[Part]) -> bool:
    if claim.speaker is None or not placed:
        return False
    said = claim.speaker.span
    at = bisect_left(placed, said.start, key=_begin)
    near = (part for part in placed[max(at - 1, 0) : at + 2] if overlaps(part.span, said))
    return any(fold(part.name) in fold(said.text) for part in near)


def _begin(part: Part) -> int:
    return part.span.start


def is_same_figure(count: Count, breakdown: Breakdown) -> bool:
    """Whether a count has the figure and the counted word of a tally, as a title does."""
    same = count.value == breakdown.total and count.what == breakdown.what and not count.parts
    return same and bool(count.of) and fold(count.of or "") == fold(breakdown.unit or "")


def told_in_passing(text: str, claims: Sequence[Claim], figure: int) -> Speaker | None:
    """«بلغت الخروقات، وفق الغرفة، 40 خرقا»: who is named between the subject of a sentence and its figure."""
    for claim in claims:
        speaker = claim.speaker
        if claim.type != TALLY or claim.counts or speaker is None:
            continue
        if claim.trigger.end <= speaker.span.start and speaker.span.end <= figure:
            between = text[claim.trigger.end : figure]
            if "." not in between and "\n" not in between:
                return speaker
    return None


def side_at(text: str, side: str, breakdown: Breakdown) -> int:
    """Where the side that recorded a tally is named: before it or in it, else right after it; -1 where it is not."""
    at = text.rfind(side, max(0, breakdown.start - _BEFORE), breakdown.end)
    return at if at >= 0 else text.find(side, breakdown.end, breakdown.end + _AFTER)


def claims_of_sides(text: str, breakdown: Breakdown, whole: Claim | None) -> list[Claim]:
    """A claim for each side that a total is told by (codebook: rule 6); `whole` is the claim of the total."""
    if breakdown.what != "violations":
        return []
    claims = []
    outer = whole.speaker if whole is not None else None
    when = whole.when if whole is not None else None
    rule = Source(breakdown.rule)
    for part in breakdown.parts:
        at = text.find(part.name, part.span.start, part.span.end) if part.by == "side" else -1
        if at < 0 or part.value is None:
            continue
        chain = (part.name, *((outer.chain or (outer.span.text,)) if outer is not None else ()))
        count = Count("violations", breakdown.unit, part.value, "exact", part.span, rule)
        speaker = Speaker(Span.of(text, at, at + len(part.name)), Source("sums.side"), chain)
        claims.append(Claim(TALLY, part.span, part.span, rule, NEUTRAL, when=when, counts=(count,), speaker=speaker))
    return claims


def with_counts(claim: Claim, more: Iterable[Count]) -> Claim:
    """A claim with further figures, each stretch of text once."""
    taken = [count.span for count in claim.counts]
    added = []
    for count in more:
        if not any(overlaps(span, count.span) for span in taken):
            taken.append(count.span)
            added.append(count)
    return replace(claim, counts=(*claim.counts, *added)) if added else claim


def title_end(text: str) -> int:
    """Where the first line ends, or its repetition: what stands before is a title.

    -1 where the text has one line, or its first line ends as a sentence does.
    """
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    if end < 0 or text[start:end].rstrip().endswith("."):
        return -1
    again = text.find(text[start : end + 1], end, 3 * (end - start) + _TITLES)
    return end if again < 0 else again + end - start


def join_retold(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """Tallies that are told twice become one claim: the title's is said again by the text, a total by its breakdown."""
    end = title_end(text)
    kept: list[Claim] = []
    tallies: list[int] = []
    for claim in claims:
        value = _total_of(claim)
        if value is None:
            kept.append(claim)
            continue
        same = next((at for at in reversed(tallies[-_RECENT:]) if _same(kept[at], claim, value, end)), None)
        if same is None:
            tallies.append(len(kept))
            kept.append(claim)
        else:
            kept[same] = _joined(kept[same], claim, end)
    return sorted(kept, key=lambda claim: claim.trigger.start)


def _total_of(claim: Claim) -> Figure | None:
    if claim.type != TALLY:
        return None
    return next((count.value for count in claim.counts if count.what == "violations" and count.value is not None), None)


def _parts_of(claim: Claim) -> int:
    return max((len(count.parts) for count in claim.counts), default=0)


def _same(earlier: Claim, later: Claim, value: Figure, title: int) -> bool:
    if _total_of(earlier) != value or min(_parts_of(earlier), _parts_of(later)) > 1:
        return False
    if not value and (earlier.speaker is None or later.speaker is None):
        return False
    if value and earlier.trigger.start < title <= later.trigger.start:
        return True
    for one, other in ((earlier, later), (later, earlier)):
        again = any(other.evidence.text in span.text for span in (one.evidence, *one.also))
        if again and (one.speaker is None or other.speaker is None):
            return True
    if earlier.speaker is None or later.speaker is None:
        return later.speaker is None or value > _COMMON
    first, second = fold(earlier.speaker.span.text), fold(later.speaker.span.text)
    if first in second or second in first or (state_of(first) and state_of(first) == state_of(second)):
        return True
    return value > _COMMON and not (is_side(first) or is_side(second))


def _joined(earlier: Claim, later: Claim, title: int) -> Claim:
    """The fuller telling with the other in `also`; a title never is the fuller one."""
    titled = earlier.trigger.start < title <= later.trigger.start
    bare = later.source.rule.startswith("sums.") and not later.counts[0].parts
    last = (titled and not bare) or _parts_of(later) > _parts_of(earlier)
    fuller, other = (later, earlier) if last else (earlier, later)
    also = fuller.also
    if not any(overlaps(span, other.evidence) for span in (*also, fuller.evidence)):
        also = (*also, other.evidence)
    joined = replace(
        fuller,
        also=tuple(sorted(also, key=lambda span: span.start)),
        actors=fuller.actors or other.actors,
        places=fuller.places or other.places,
        when=fuller.when or other.when,
        speaker=fuller.speaker or (None if titled and last else other.speaker),
    )
    return with_counts(joined, (count for count in other.counts if count.what != "violations"))
