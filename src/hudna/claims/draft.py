"""A claim in the making: an event word with the fillers of its slots, still as word positions."""

from __future__ import annotations

from dataclasses import dataclass, field

from hudna.arabic.dates import DateMention
from hudna.claims.frames import Frame
from hudna.find.phrases import Phrase
from hudna.find.places import PlaceHit
from hudna.find.view import SentenceView
from hudna.lexicon.match import Match
from hudna.records import Figure


@dataclass(slots=True)
class Filler:
    """What fills a slot: character offsets, the lexicon reading if any, and the rule that put it there."""

    start: int
    end: int
    rule: str
    kind: str
    match: Match | None = None
    owner: Match | None = None
    """The side or nationality told with fighters («خمسة عناصر من الحركة», «جنديان تركيان»)."""

    possessor: Filler | None = None
    """Whom the pronoun of members stands for («عناصره», «قواتها»)."""

    def identity(self, text: str) -> str:
        """What tells one actor from another: its lexicon entry, else its words."""
        return self.match.entry.id if self.match is not None else text[self.start : self.end]


@dataclass(slots=True)
class CountDraft:
    """A figure: what it counts, the word counted, value, qualifier, offsets, rule."""

    what: str
    of: str | None
    value: Figure | None
    qualifier: str
    start: int
    end: int
    rule: str


@dataclass(slots=True)
class PlaceFiller:
    """A place hit with the view that it was found in."""

    view: SentenceView
    hit: PlaceHit
    rule: str


@dataclass(slots=True)
class DateFiller:
    """A date mention with its character offsets."""

    mention: DateMention
    start: int
    end: int
    rule: str


@dataclass(slots=True)
class Draft:
    """An event word at first…last (half-open word positions of its sentence) and its slots."""

    view: SentenceView
    sentence: int
    frame: Frame
    match: Match
    type: str
    noun: bool
    clause: int
    first: int
    last: int
    actors: list[Filler] = field(default_factory=list)
    targets: list[Filler] = field(default_factory=list)
    patients: list[int] = field(default_factory=list)
    """Character offsets of phrases that the event is done to, those left out of the targets («شخصان») among them."""
    places: list[PlaceFiller] = field(default_factory=list)
    counts: list[CountDraft] = field(default_factory=list)
    date: DateFiller | None = None
    status: str = "happened"
    status_rule: str = ""
    status_span: tuple[int, int] | None = None
    told: list[tuple[int, int]] = field(default_factory=list)
    """Character ranges of clauses that tell this claim besides its own."""
    also: list[tuple[int, int]] = field(default_factory=list)
    kinds: list[tuple[str, str]] = field(default_factory=list)
    """Type and entry of the event words that were absorbed into it."""
    subject: Phrase | None = None
    absorbed: bool = False
    armed: bool = False
    """Whether the means is told with the event word."""
    strong: bool = False
    """Whether a strong event word is among those that tell it."""
    doubt: str = ""
    """Why the rules would leave the event word out; empty when they let it stand."""
    chance: float = 0.5
    """How likely it is, by the weights, that the event word tells an event of its own."""

    @property
    def definite(self) -> bool:
        """Whether the event word carries the article: a word that may refer back."""
        if self.match.features.part != "phrase":
            return self.match.features.definite
        if self.view.forms[self.last - 1] == "علي":
            return False  # «السيطرة على …»: what follows tells which event it is
        return self.view.forms[self.first].removeprefix(self.match.lead).startswith(("ال", "لل"))

    @property
    def number(self) -> str:
        """The number of an event noun, `one`, `two` or `many`; of a phrase that of its first word; empty for a verb."""
        if self.match.features.part == "phrase":
            return "many" if self.view.forms[self.first].endswith("ات") else "one"
        return self.match.features.number if self.noun else ""

    def add_actor(self, filler: Filler) -> None:
        """Add an actor unless it stands there already."""
        if all(filler.start != other.start for other in self.actors):
            self.actors.append(filler)

    def add_target(self, filler: Filler) -> None:
        """Add a target unless it stands there already or is an actor."""
        if all(filler.start != other.start for other in (*self.targets, *self.actors)):
            self.targets.append(filler)
