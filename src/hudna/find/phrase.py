"""The noun phrase: a stretch of words that can fill a role."""

from __future__ import annotations

from dataclasses import dataclass, field

from hudna.arabic.numbers import Number
from hudna.lexicon.match import Match


@dataclass(slots=True)
class Phrase:
    """A noun phrase: words first…last (half-open), its head, what it is, what governs it and its figure."""

    first: int
    last: int
    head: int
    kind: str
    lead: str
    match: Match | None
    governor: str = ""
    """The preposition before it (`في`, `على`, `ب`, …, `agent`, `cause`); empty for a direct subject or object."""
    number: Number | None = None
    inner: list[Match] = field(default_factory=list)
    """Further lexicon readings inside: the owner of «مواقع الجيش», the nationality of «قوات تركية»."""
    coordinate: int = -1
    """Index of the phrase that it is joined to by و; -1 for the first of a list."""

    @property
    def is_actor(self) -> bool:
        """Whether it can act: a named actor, a group, a person."""
        return self.kind in ("actor", "group", "person")
