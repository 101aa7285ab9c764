"""Reads the example of each event word and tells where it does not read as its entry says (`reads`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from hudna.arabic.letters import fold
from hudna.lexicon.check import Problem
from hudna.lexicon.entries import Entry
from hudna.pipeline import RuleReader
from hudna.records import Claim, Document

_LISTS = ("actors", "targets", "places")


def example_problems(entries: Iterable[Entry], reader: RuleReader) -> Iterator[Problem]:
    """Those event entries whose example is read otherwise than they say, with what was read instead."""
    for entry in entries:
        wanted = entry.data.get("reads")
        if isinstance(wanted, dict):
            claims = reader.read(Document(str(entry.data["example"]))).claims
            message = _difference(entry, wanted, claims)
            if message:
                yield Problem(entry.file, entry.line, message)


def _difference(entry: Entry, wanted: dict[str, Any], claims: tuple[Claim, ...]) -> str | None:
    kind = str(wanted.get("type") or entry.data.get("type"))
    same_type = [claim for claim in claims if claim.type == kind]
    if not same_type:
        read = ", ".join(sorted({claim.type for claim in claims})) or "no claim"
        return f"the example of «{entry.id}» reads as {read}, not as {kind}"
    differences = [list(_field_differences(wanted, claim)) for claim in same_type]
    fewest = min(differences, key=len)
    return f"the example of «{entry.id}» reads otherwise: {'; '.join(fewest)}" if fewest else None


def _field_differences(wanted: dict[str, Any], claim: Claim) -> Iterator[str]:
    for field in _LISTS:
        read = [item.span.text for item in getattr(claim, field)]
        for name in wanted.get(field) or []:
            if not any(_same(str(name), surface) for surface in read):
                yield f"{field} {', '.join(f'«{surface}»' for surface in read) or 'none'}, not «{name}»"
    speaker = claim.speaker.span.text if claim.speaker else "none"
    if wanted.get("speaker") and not _same(str(wanted["speaker"]), speaker):
        yield f"speaker {speaker}, not «{wanted['speaker']}»"
    if wanted.get("status") and wanted["status"] != claim.status:
        yield f"status {claim.status}, not {wanted['status']}"
    read_counts = {(count.what, count.value) for count in claim.counts}
    for count in wanted.get("counts") or []:
        if (count["what"], count.get("value")) not in read_counts:
            told = ", ".join(f"{what} {value}" for what, value in sorted(read_counts, key=str)) or "none"
            yield f"counts {told}, not {count['what']} {count.get('value')}"


def _same(wanted: str, read: str) -> bool:
    expected, surface = fold(wanted), fold(read)
    return expected in surface or surface in expected
