"""One event told several times in a document: a claim with `also`, or versions of several speakers kept apart."""

from __future__ import annotations

from dataclasses import dataclass, field

from hudna.attribution import Voice
from hudna.claims.draft import Draft, Filler
from hudna.claims.merge import MEANS, absorb, clause_range

_SAME_STATUS = {"ongoing": "happened"}
_WINDOW = 40
_LEAD = 8
"""How many of the latest and of the first claims a telling is compared with: the cost stays linear in the text."""


@dataclass(slots=True)
class Told:
    """A draft with its speaker's key and the words that tell it."""

    draft: Draft
    speaker: str
    evidence: tuple[int, int]
    voice: Voice | None = None
    also: list[tuple[int, int]] = field(default_factory=list)


def join_told_twice(told: list[Told]) -> list[Told]:
    """Join each draft to an earlier one that tells the same event; the fuller telling becomes the evidence."""
    kept: list[Told] = []
    for item in told:
        near = kept[-_WINDOW:] if len(kept) <= _WINDOW else [*kept[:_LEAD], *kept[-_WINDOW:]]
        same = next((other for other in reversed(near) if _same_event(other, item)), None)
        if same is None:
            kept.append(item)
        else:
            _join(same, item)
    return kept


def _same_event(earlier: Told, later: Told) -> bool:
    first, second = earlier.draft, later.draft
    from_title = first.sentence == 0
    if first.type != second.type:
        harm = first.frame.harm or second.frame.harm
        if not (harm and first.type in (*MEANS, "killing") and second.type in (*MEANS, "killing")):
            return False
        if _harm_told_after(earlier, later):
            return True
        if (
            not (from_title or second.definite)
            or not _counts_agree(first, second)
            or not (first.counts and second.counts)
        ):
            return False
    if first.sentence == second.sentence and not second.definite:
        return False
    if _SAME_STATUS.get(first.status, first.status) != _SAME_STATUS.get(second.status, second.status):
        return False
    if not (_agree(first.actors, second.actors) and _counts_compatible(first, second)):
        return False
    if not (_places_agree(first, second) and _dates_agree(first, second)):
        return False
    other_voice = earlier.speaker != later.speaker and later.speaker != ""
    if other_voice and not from_title and (_adds(first, second) or (earlier.speaker and not second.noun)):
        return False
    if from_title and second.sentence <= 2:
        return True
    close = second.sentence - first.sentence <= 4
    referring = second.noun and second.definite and not second.counts
    shared = _shared(first, second)
    return shared >= 2 or (referring and close) or (shared == 1 and close and not (first.counts and second.counts))


def _harm_told_after(earlier: Told, later: Told) -> bool:
    """«انفجرت سيارة في السوق. وقتل خمسة»: harm in the next sentence with no place of its own is of that event."""
    means, harm = earlier.draft, later.draft
    if not harm.frame.harm or means.type not in MEANS or not 0 < harm.sentence - means.sentence <= 1:
        return False
    own_place = any(place.rule == "circumstances.place" for place in harm.places)
    same_voice = later.speaker in ("", earlier.speaker)
    return not own_place and not harm.actors and same_voice and harm.status == means.status and not means.counts


def _agree(first: list[Filler], second: list[Filler]) -> bool:
    """Whether two lists of actors can be the same: one is empty, or they share a reading."""
    if not first or not second:
        return True
    a, b = first[0], second[0]
    text_keys = {f.kind for f in (a, b)}
    if any(x.match and y.match and x.match.entry.id == y.match.entry.id for x in first for y in second):
        return True
    return "nationality" in text_keys


def _places(draft: Draft) -> set[str]:
    keys: set[str] = set()
    for place in draft.places:
        keys.update(p.id for p in place.hit.places[:1])
        keys.add(place.hit.name.removeprefix("ال"))
    return keys


def _places_agree(first: Draft, second: Draft) -> bool:
    a, b = _places(first), _places(second)
    return not a or not b or bool(a & b) or _contains(first, second) or _contains(second, first)


def _contains(outer: Draft, inner: Draft) -> bool:
    """Whether one names no more than the country of the other."""
    countries = {p.country for place in outer.places for p in place.hit.places[:1] if p.kind == "country"}
    if len(countries) != 1 or len(outer.places) != 1:
        return False
    return all(countries & {p.country for p in place.hit.places} or not place.hit.places for place in inner.places)


def _dates_agree(first: Draft, second: Draft) -> bool:
    if first.date is None or second.date is None:
        return True
    a, b = first.date.mention, second.date.mention
    if a.start is None or b.start is None:
        return True
    return a.start <= (b.end or b.start) and b.start <= (a.end or a.start)


def _counts_compatible(first: Draft, second: Draft) -> bool:
    """No figure of one kind with two values."""
    for a in first.counts:
        same = [b for b in second.counts if b.what == a.what]
        if same and all(a.value != b.value for b in same):
            return False
    return True


def _counts_agree(first: Draft, second: Draft) -> bool:
    return any(a.what == b.what and a.value == b.value for a in first.counts for b in second.counts)


def _shared(first: Draft, second: Draft) -> int:
    actors = bool(first.actors and second.actors and _agree(first.actors, second.actors))
    places = bool(_places(first) & _places(second))
    return actors + places + 2 * _counts_agree(first, second)


def _adds(first: Draft, second: Draft) -> bool:
    new_count = any(all(c.what != o.what for o in first.counts) for c in second.counts)
    return new_count or bool(second.actors and not first.actors)


def _weight(draft: Draft) -> int:
    return 2 * len(draft.counts) + len(draft.actors) + len(draft.targets) + len(draft.places) + (draft.date is not None)


def _join(kept: Told, item: Told) -> None:
    """Keep the fuller of two tellings, with what the other adds; the other's words go into `also`."""
    titled = kept.draft.sentence == 0 < item.draft.sentence  # a title goes into `also` (codebook: rule 14)
    fuller = _weight(item.draft) > _weight(kept.draft)
    yields = item.draft.frame.harm and not kept.draft.frame.harm
    if not yields and (titled or fuller or (kept.draft.frame.harm and not item.draft.frame.harm)):
        kept.draft, item.draft = item.draft, kept.draft
        kept.evidence, item.evidence = item.evidence, kept.evidence
        kept.voice, item.voice = item.voice, kept.voice
        kept.speaker = kept.speaker if kept.draft.sentence == item.draft.sentence else item.speaker or kept.speaker
    main, other = kept.draft, item.draft
    if {main.status, other.status} == {"ongoing", "happened"} and main.sentence == 0:
        main.status, main.status_rule = other.status, other.status_rule
    kept.also.extend([item.evidence, clause_range(other), *item.also])
    if main.actors:
        other.actors = []
    if main.targets:
        other.targets = []
    if main.places:
        other.places = []
    have = {c.what for c in main.counts}
    other.counts = [c for c in other.counts if c.what not in have]
    absorb(main, other)
