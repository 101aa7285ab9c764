"""What the record hands to incidents, ledger, protection and exchange: claims with the document that they come from.

Pure data: no database. `observatory.records` builds these from its tables; tests build them by hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from hudna.records import Claim

Review = Literal["unreviewed", "accepted", "corrected", "rejected"]


@dataclass(frozen=True, slots=True)
class RecordedDocument:
    """A document of the record, without its text. `published` is the day in the outlet's own zone."""

    key: str
    title: str | None
    outlet: str | None
    address: str | None
    published: date | None
    published_at: datetime | None = None
    """The moment of publication with its zone, where the source tells it."""
    country: str | None = None
    """ISO 3166-1 alpha-2 code of the country that the document is filed under, where the source tells it."""


@dataclass(frozen=True, slots=True)
class RecordedClaim:
    """A claim of the record. `key` stays the same when a newer engine reads the same words as the same claim."""

    key: str
    document: RecordedDocument
    claim: Claim
    """The claim as it stands after the decisions of people; what the reader first read is in the history."""
    engine: str
    lexicon: str
    review: Review = "unreviewed"
    note: str | None = None
