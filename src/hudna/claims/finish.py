"""From drafts to claims: spans that verify themselves, places that are settled, sources that name rule and entry."""

from __future__ import annotations

from collections.abc import Callable

from hudna.claims.document import Told
from hudna.claims.draft import CountDraft, Draft, Filler, PlaceFiller
from hudna.find.places import PlaceHit
from hudna.gazetteer import Place
from hudna.records import Claim, Count, Named, PlaceMention, Source, Span, Speaker, When

_EDGES = " \t\r\n،,؛;:.()[]«»\"'“”-–…*#"
Resolve = Callable[[PlaceFiller], Place | None]


def tidy(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without marks and spaces at its edges."""
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, _with_bracket(text, start, end)


def _with_bracket(text: str, start: int, end: int) -> int:
    """The end of a stretch with the brackets that close what was opened in it: «حلب (2)» keeps its last one."""
    opened = text.count("(", start, end) - text.count(")", start, end)
    while opened > 0 and text.startswith(")", end):
        opened, end = opened - 1, end + 1
    return end


def make_claim(text: str, told: Told, speaker: Speaker | None, resolve: Resolve) -> Claim:
    """The frozen claim of a draft."""
    draft = told.draft
    trigger_start, trigger_end = draft.view.surface(draft.first, draft.last)
    entry = draft.frame.entry
    covered = [
        Span.of(text, *tidy(text, *piece)) for piece in _also(told) if tidy(text, *piece)[0] < tidy(text, *piece)[1]
    ]
    return Claim(
        type=draft.type,
        trigger=Span.of(text, trigger_start, trigger_end),
        evidence=Span.of(text, *tidy(text, *told.evidence)),
        source=Source(f"claims.{'noun' if draft.noun else 'verb'}", entry.source),
        neutral={k: v for k, v in dict(entry.data.get("neutral") or {}).items() if k != "__line__"},
        also=tuple(covered),
        actors=tuple(_named(text, f) for f in draft.actors),
        targets=tuple(_named(text, f) for f in draft.targets),
        places=_places(text, draft, resolve),
        when=_when(text, draft),
        counts=tuple(_count(text, c) for c in draft.counts),
        speaker=speaker,
        status=draft.status,  # type: ignore[arg-type]
        status_source=Source(draft.status_rule) if draft.status_rule else None,
        status_cue=Span.of(text, *draft.status_span) if draft.status_span else None,
    )


def _also(told: Told) -> list[tuple[int, int]]:
    first, last = told.evidence
    pieces = sorted({p for p in told.also if not (first <= p[0] and p[1] <= last)}, key=lambda p: (p[0], -p[1]))
    kept: list[tuple[int, int]] = []
    for piece in pieces:
        if not kept or piece[1] > kept[-1][1]:
            kept.append(piece)
    return kept


def _named(text: str, filler: Filler) -> Named:
    match = filler.match
    start, end = tidy(text, filler.start, filler.end)
    if match is None:
        return Named(Span.of(text, start, end), Source(filler.rule), kind=filler.kind)
    data = match.entry.data
    name = (data.get("name") or {}).get("ar") if match.family == "actor" else None
    return Named(
        Span.of(text, start, end), Source(filler.rule, match.entry.source), name, match.entry.id, data.get("kind")
    )


def _places(text: str, draft: Draft, resolve: Resolve) -> tuple[PlaceMention, ...]:
    found: list[tuple[int, PlaceMention]] = []
    seen: set[str] = set()
    for filler in draft.places:
        hit = filler.hit
        start, end = tidy(text, *filler.view.surface(*hit.extent()))
        surface = text[start:end]
        if surface in seen or start >= end:
            continue
        seen.add(surface)
        place = resolve(filler)
        span = Span.of(text, start, end)
        if place is None:
            found.append((_coarseness(hit, None), PlaceMention(span, Source(filler.rule), precision="unresolved")))
            continue
        vague = hit.head is not None and hit.head.compass and place.kind == "country"  # «شمال سوريا» has no one point
        precision = hit.head.precision if hit.head is not None and hit.head.compass else place.precision
        mention = PlaceMention(
            span,
            Source(filler.rule, place.id),
            place.name,
            place.id,
            place.kind,
            None if vague else place.point,
            precision,
            place.admin1 or None,
            place.country or None,
        )
        found.append((_coarseness(hit, place), mention))
    return tuple(mention for _, mention in sorted(found, key=lambda item: item[0]))


def _coarseness(hit: PlaceHit, place: Place | None) -> int:
    """Order of exactness: spots and towns, governorates and regions, parts of countries, countries."""
    if place is not None and place.kind == "country":
        return 2 if hit.head is not None and hit.head.compass else 3
    if hit.part_of is not None and hit.part_of.kind == "country":
        return 2
    if place is not None and place.kind == "region" and (hit.head is None or hit.head.compass):
        return 1 if place.admin1 else 2
    border = hit.described and hit.name.startswith(("الحدود", "حدود"))
    return 1 if border or (place is not None and place.kind == "admin1") else 0


def _when(text: str, draft: Draft) -> When | None:
    if draft.date is None:
        return None
    mention = draft.date.mention
    start, end = tidy(text, draft.date.start, draft.date.end)
    return When(Span.of(text, start, end), Source(f"dates.{mention.kind}"), mention.start, mention.end)


def _count(text: str, count: CountDraft) -> Count:
    return Count(
        what=count.what,
        of=count.of,
        value=count.value,
        qualifier=count.qualifier,  # type: ignore[arg-type]
        span=Span.of(text, count.start, count.end),
        source=Source(count.rule),
    )
