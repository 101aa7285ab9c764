"""The tables of the record."""

from observatory.records.models.claim import Claim, ClaimBody, Count, Part, Party, Place
from observatory.records.models.document import Band, Document, DocumentText, NearDuplicate, Outlet
from observatory.records.models.feed import Feed
from observatory.records.models.ingest import IngestItem, IngestRefusal, IngestRun
from observatory.records.models.reading import Finding, Reading

__all__ = [
    "Band",
    "Claim",
    "ClaimBody",
    "Count",
    "Document",
    "DocumentText",
    "Feed",
    "Finding",
    "IngestItem",
    "IngestRefusal",
    "IngestRun",
    "NearDuplicate",
    "Outlet",
    "Part",
    "Party",
    "Place",
    "Reading",
]
