"""Where every field of one claim comes from: its characters, its rule and the lexicon line behind it."""

from __future__ import annotations

from collections.abc import Iterator

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from hudna.command.cells import count_lines, days, figure, neutral_label
from hudna.command.direction import Cell, on_one_line
from hudna.labels import FIELDS, NOTES, STATUSES, Language, label
from hudna.records import Claim, Count, Named, PlaceMention, Reading, Source, Span

Row = tuple[str, Span | None, str, Source | None]


def print_explanation(console: Console, reading: Reading, number: int, language: Language) -> None:
    """Write claim `number` (from 1) of a reading, a line for each field."""
    claim = reading.claims[number - 1]
    console.print(Text(f"{NOTES['claim'].in_(language)} {number}/{len(reading.claims)}", "bold"))
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True, header_style="bold")
    for name, ratio in (("field", 2), ("span", 2), ("words", 5), ("known", 4), ("rule", 3), ("entry", 4)):
        table.add_column(Cell(Text(FIELDS[name].in_(language))), ratio=ratio, overflow="fold")
    for field, span, known, source in claim_rows(claim, language):
        table.add_row(
            Cell(Text(FIELDS[field].in_(language))),
            Text(f"{span.start}–{span.end}" if span else ""),
            Cell(Text(on_one_line(span.text)) if span else Text()),
            Cell(Text(known)),
            Text(source.rule if source else ""),
            Cell(Text(source.entry or "" if source else "")),
        )
    console.print(table)
    console.print(Text(f"hudna {reading.engine} · lexicon {reading.lexicon}", "dim"))


def claim_rows(claim: Claim, language: Language) -> Iterator[Row]:
    """The fields of a claim as (field, span, what it is read as, source), in the order in which people ask for them."""
    speaker = claim.speaker
    yield "trigger", claim.trigger, f"{neutral_label(claim, language)} ({claim.type})", claim.source
    yield "evidence", claim.evidence, "", None
    yield from (("also", span, "", None) for span in claim.also)
    if speaker:
        yield "speaker", speaker.span, " ← ".join(speaker.chain), speaker.source
    else:
        yield "speaker", None, NOTES["outlet"].in_(language), None
    yield from (("actors", item.span, _known(item), item.source) for item in claim.actors)
    yield from (("targets", item.span, _known(item), item.source) for item in claim.targets)
    yield from (("places", item.span, _position(item, language), item.source) for item in claim.places)
    if claim.when:
        yield "when", claim.when.span, days(claim.when, language), claim.when.source
    for count in claim.counts:
        yield from _count_rows(count, language)
    yield "status", claim.status_cue, label(STATUSES, claim.status, language), claim.status_source


def _count_rows(count: Count, language: Language) -> Iterator[Row]:
    yield "counts", count.span, count_lines(count, language)[0], count.source
    for part in count.parts:
        yield "part", part.span, f"{on_one_line(part.name)} {figure(part.value)}", count.source


def _known(item: Named) -> str:
    return " · ".join(fact for fact in (item.name, item.kind, item.id) if fact)


def _position(place: PlaceMention, language: Language) -> str:
    point = f"{place.point[0]:.3f}, {place.point[1]:.3f}" if place.point else NOTES["unresolved"].in_(language)
    facts = (place.name, place.kind, point, place.precision, place.admin1, place.country, place.id)
    return " · ".join(fact for fact in facts if fact)
