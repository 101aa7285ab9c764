"""Totals and their parts: «6 حالات في محافظة حلب (2) ودرعا (4)», in all the ways in which bulletins tell them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from hudna.arabic.sentences import sentences
from hudna.arabic.tokens import Token
from hudna.records import Figure, Part, PlaceMention, Qualifier, Span
from hudna.sums.forms import load_forms
from hudna.sums.gate import Gate
from hudna.sums.groups import Grouper
from hudna.sums.items import ItemReader, Number, PlaceSpan, without_asides
from hudna.sums.quantities import QuantityReader
from hudna.sums.quantity import Quantity
from hudna.sums.sides import sides_of
from hudna.sums.toll_lists import TollBook
from hudna.sums.totals import PartList, Total
from hudna.sums.zeros import zero_of

Series = Literal["daily", "cumulative"]


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A total with its parts, as told.

    `total` is None for parts without a stated total. `unit_*` give the counted word as it stands; they are None where
    the text names none. `whole` says that the parts are told as all of the total. `series` keeps stocks apart from
    flows: a cumulative figure is never added to a daily one.
    `start` and `end` cover figure and parts, `mentions` are the known places named there, where the caller adds them.
    """

    total: Figure | None
    total_start: int | None
    total_end: int | None
    unit: str | None
    unit_start: int | None
    unit_end: int | None
    qualifier: Qualifier
    parts: tuple[Part, ...]
    whole: bool
    series: Series
    rule: str
    start: int
    end: int
    what: str = "violations"
    unit_id: str | None = None
    side: str | None = None
    recorder: tuple[int, int] | None = None
    mentions: tuple[PlaceMention, ...] = ()


def read_breakdowns(
    text: str, tokens: Sequence[Token], first: int, last: int, numbers: Sequence[Number], places: Sequence[PlaceSpan]
) -> list[Breakdown]:
    """The totals of the tokens first…last (half-open) with their parts, in the order of the text.

    Give the whole document rather than a sentence: a list may go on in the following sentences and lines. `numbers`
    are those of `read_numbers`, `places` (first token, token after the last, name); both index `tokens`.
    """
    forms = load_forms()
    figures = {number.first: number for number in numbers}
    gate = Gate(tokens, figures, forms)
    reader = ItemReader(text, tokens, figures, {place[0]: place for place in places}, forms)
    grouper = Grouper(text)
    book = TollBook(text, forms)
    for number, (begin, end) in enumerate(sentences(text, tokens[first:last])):
        begin, end = begin + first, end + first
        grouper.line = _is_line(text, tokens, begin, end)
        if not gate.passes(begin, end, open_totals=grouper.may_go_on, line=grouper.line):
            grouper.skip()
            continue
        items = without_asides(reader.items(begin, end))
        zero = zero_of(items)
        if zero is not None:
            grouper.zeros.append(zero)
        quantities = QuantityReader(text, items, forms, listing=grouper.listing).read()
        book.sentence(items, quantities, number, line=grouper.line)
        grouper.sentence(items, quantities, sides_of(text, items, forms.side_names))
    return [_breakdown(text, total, parts) for total, parts in grouper.finish(book)]


def _is_line(text: str, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a sentence is a short line of its own, as the lines of a list are."""
    before = tokens[first - 1].end if first else 0
    return last - first <= 16 and (first == 0 or "\n" in text[before : tokens[first].start])


def _breakdown(text: str, total: Total, group: PartList | None) -> Breakdown:
    parts = _parts(text, group)
    spans = [(part.span.start, part.span.end) for part in parts]
    figure = total.quantity
    if figure is not None:
        spans.append((figure.start, figure.end))
    if total.unit_end:
        spans.append((total.unit_start, total.unit_end))
    spans.extend(total.spans)
    value = total.value
    summed = sum(part.value for part in parts if part.value is not None)
    return Breakdown(
        total=value,
        total_start=figure.start if figure is not None else total.spans[0][0] if total.spans else None,
        total_end=figure.end if figure is not None else total.spans[0][1] if total.spans else None,
        unit=text[total.unit_start : total.unit_end] if total.unit_end else None,
        unit_start=total.unit_start if total.unit_end else None,
        unit_end=total.unit_end or None,
        qualifier=figure.qualifier if figure is not None else "exact",
        parts=parts,
        whole=group is not None and group.is_whole(value, summed),
        series=total.series,
        rule=total.rule(group),
        start=min(span[0] for span in spans),
        end=max(span[1] for span in spans),
        what=total.unit.what if total.unit is not None else "violations",
        unit_id=total.unit.id if total.unit is not None else None,
        side=total.side,
        recorder=total.recorder,
    )


def _parts(text: str, group: PartList | None) -> tuple[Part, ...]:
    if group is None:
        return ()
    parts: list[Part] = []
    for quantity in group.members:
        parts.extend(_parts_of(text, quantity, group))
    return tuple(parts)


def _parts_of(text: str, quantity: Quantity, group: PartList) -> list[Part]:
    labels = group.labels(quantity)
    if quantity.each and group.by == "place" and not group.collective:
        starts = [min(quantity.start, labels[0].start), *(label.start for label in labels[1:])]
        ends = [*(label.end for label in labels[:-1]), max(quantity.end, labels[-1].end)]
        return [
            Part(label.name, quantity.value, Span.of(text, start, end), "place")
            for start, end, label in zip(starts, ends, labels, strict=True)
        ]
    if not labels:
        return []
    start = min(quantity.start, labels[0].start)
    end = max(quantity.end, labels[-1].end)
    name = labels[0].name
    if len(labels) > 1:
        name = " ".join(text[labels[0].start : labels[-1].end].split())
    return [Part(name, quantity.value, Span.of(text, start, end), group.by)]
