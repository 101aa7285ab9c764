"""Reads the texts of gold files with hudna itself, as of their day of publication."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from hudna.evaluation.claim import ScoredClaim
from hudna.evaluation.inputs import GoldDocument, InputError, load_gold, predictions_of
from hudna.pipeline import RuleReader, default_reader
from hudna.records import Document
from hudna.serialise import reading_to_dict


def read_gold(gold_folder: Path) -> dict[str, tuple[ScoredClaim, ...]]:
    """What hudna reads from the texts of a gold folder, in the form that `compare` takes."""
    return predictions_of(read_documents(load_gold(gold_folder)))


def read_documents(documents: Sequence[GoldDocument], reader: RuleReader | None = None) -> list[dict[str, Any]]:
    """The readings of gold texts as plain data, one for each document, as `hudna read --format jsonl` writes them."""
    reading = reader or default_reader()
    return [reading_to_dict(reading.read(to_document(document))) for document in documents]


def to_document(gold: GoldDocument) -> Document:
    """A gold document as the reader takes it. InputError for a day of publication that is none."""
    return Document(text=gold.text, published=_day(gold), outlet=gold.outlet, id=gold.id, title=gold.title)


def _day(document: GoldDocument) -> date | None:
    if document.published is None:
        return None
    try:
        return date.fromisoformat(document.published[:10])
    except ValueError as error:
        raise InputError([f"gold document «{document.id}»: published «{document.published}» is not a date"]) from error
