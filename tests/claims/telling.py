"""Short ways to read one sentence by the rules alone and to look at its claims."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from hudna import Claim
from hudna.gazetteer import Gazetteer
from hudna.home import imported_tables
from hudna.lexicon.store import default_lexicon
from hudna.pipeline import RuleReader
from hudna.records import Document

PUBLISHED = date(2021, 3, 10)
"""A Wednesday."""


@lru_cache(maxsize=1)
def rules() -> RuleReader:
    """The reader without weights: what a rule does must not hang on them."""
    return RuleReader(default_lexicon(), Gazetteer.load(imported_tables()))


def claims(text: str, kind: str | None = None, published: date | None = PUBLISHED) -> list[Claim]:
    """The claims of a text, or those of one type."""
    return [
        claim for claim in rules().read(Document(text=text, published=published)).claims if kind in (None, claim.type)
    ]


def one(text: str, kind: str) -> Claim:
    """The only claim of a type in a text."""
    found = claims(text, kind)
    assert len(found) == 1, describe(text)
    return found[0]


def surfaces(items: tuple) -> list[str]:
    """How actors, targets or places stand in the text."""
    return [item.span.text for item in items]


def figures(claim: Claim) -> set[tuple[str, int | float | None]]:
    """What is counted and how many."""
    return {(count.what, count.value) for count in claim.counts}


def speaker(claim: Claim) -> str | None:
    """The surface of the speaker."""
    return claim.speaker.span.text if claim.speaker else None


def describe(text: str) -> str:
    """What was read, for the message of a failed test."""
    return "; ".join(f"{c.type}:{c.trigger.text}:{c.status}" for c in claims(text)) or "no claim"
