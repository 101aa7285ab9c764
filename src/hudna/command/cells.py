"""What one claim says, field by field, in the words and labels that an analyst reads."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from hudna.command.direction import Cell, on_one_line
from hudna.labels import COUNTS, NOTES, QUALIFIERS, STATUSES, TYPES, Language, label
from hudna.records import Claim, Count, Document, Figure, Named, PlaceMention, Speaker, When

_STATUS_STYLES = {"denied": "red", "possible": "yellow", "demanded": "cyan", "future": "cyan", "ongoing": "bold"}


def claim_cells(claim: Claim, number: int, document: Document, language: Language) -> dict[str, Cell]:
    """The cells of one claim by the name of their column."""
    return {
        "number": Cell(Text(str(number))),
        "speaker": _speaker(claim.speaker, document, language),
        "type": Cell(Text(neutral_label(claim, language), "bold"), Text(f"«{on_one_line(claim.trigger.text)}»")),
        "actors": _named(claim.actors),
        "targets": _named(claim.targets),
        "places": _named(claim.places),
        "when": _when(claim.when, language),
        "counts": Cell(*(Text(line) for count in claim.counts for line in count_lines(count, language))),
        "status": Cell(Text(label(STATUSES, claim.status, language), _STATUS_STYLES.get(claim.status, ""))),
    }


def neutral_label(claim: Claim, language: Language) -> str:
    """The neutral word for what is told: the lexicon's for this event word, else the label of its type."""
    return claim.neutral.get(language) or label(TYPES, claim.type, language)


def _speaker(speaker: Speaker | None, document: Document, language: Language) -> Cell:
    if speaker is None:
        return Cell(Text(on_one_line(document.outlet or "") or NOTES["outlet"].in_(language), "dim"))
    further = [on_one_line(name) for name in speaker.chain if on_one_line(name) != on_one_line(speaker.span.text)]
    return Cell(Text(on_one_line(speaker.span.text)), *(Text(f"← {name}", "dim") for name in further))


def _named(items: Sequence[Named | PlaceMention]) -> Cell:
    return Cell(*(Text(on_one_line(item.span.text)) for item in items))


def _when(when: When | None, language: Language) -> Cell:
    if when is None:
        return Cell()
    return Cell(Text(on_one_line(when.span.text)), Text(days(when, language), "dim"))


def days(when: When, language: Language) -> str:
    """The calendar days that a time means: one day, or the first and the last."""
    if when.first_day is None:
        return NOTES["not_reckoned"].in_(language)
    if when.last_day is None or when.last_day == when.first_day:
        return when.first_day.isoformat()
    return f"{when.first_day.isoformat()} … {when.last_day.isoformat()}"


def figure(value: Figure | None) -> str:
    """A figure as people write it: no needless decimals."""
    if value is None:
        return "؟"
    return str(int(value)) if float(value).is_integer() else str(value)


def count_lines(count: Count, language: Language) -> list[str]:
    """A figure with what it counts, and its breakdown on a line of its own."""
    qualifier = label(QUALIFIERS, count.qualifier, language)
    number = [qualifier] if count.value is None else [qualifier, figure(count.value)]
    words = [label(COUNTS, count.what, language) + ":", *number, f"({on_one_line(count.of)})" if count.of else ""]
    lines = [" ".join(word for word in words if word)]
    if count.parts:
        lines.append(" · ".join(f"{on_one_line(part.name)} {figure(part.value)}" for part in count.parts))
    return lines
