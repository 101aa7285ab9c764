"""Claims about the same happening, joined across documents, with every version kept beside the others.

>>> from hudna.incidents import join
>>> join([])
()

`join(claims, decisions, previous)` makes incidents; `findings(claims)` compares figures across documents.
"""

from __future__ import annotations

from hudna.incidents.build import incident_of, join, merge_all, split_out, unapplied
from hudna.incidents.families import FAMILIES
from hudna.incidents.findings import RecordFinding, findings
from hudna.incidents.records import Change, Decision, Estimate, Incident, Merge, Party, Split, Version, VersionFigure

__all__ = [
    "FAMILIES",
    "Change",
    "Decision",
    "Estimate",
    "Incident",
    "Merge",
    "Party",
    "RecordFinding",
    "Split",
    "Version",
    "VersionFigure",
    "findings",
    "incident_of",
    "join",
    "merge_all",
    "split_out",
    "unapplied",
]
