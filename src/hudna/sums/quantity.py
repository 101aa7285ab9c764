"""A figure of a sentence with what it counts and the names it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, field

from hudna.records import Figure, Qualifier
from hudna.sums.forms import Unit
from hudna.sums.items import Item
from hudna.sums.phrases import By, Label

COUNTED = frozenset({"violation", "case", "act", "person"})
TALLIED = frozenset({"violation", "case", "act"})
MUNITION = "munition"
"""The unit of shells and rockets: no tally, but «6 قذائف، منها 4 في حلب وقذيفتان في حماة» has parts."""


@dataclass(slots=True)
class Quantity:
    """A figure, what it counts, and the names it belongs to. `begin`…`close` is its stretch of items."""

    value: Figure
    qualifier: Qualifier
    start: int
    end: int
    begin: int
    close: int
    shape: str
    unit: Unit | None = None
    unit_start: int = 0
    unit_end: int = 0
    places: list[Label] = field(default_factory=list)
    kinds: list[Label] = field(default_factory=list)
    sides: list[Label] = field(default_factory=list)
    actors: list[Label] = field(default_factory=list)
    """Who did it: «12 على يد قوات النظام»."""
    many: bool = False
    each: bool = False
    apiece: bool = False
    """«5 خروقات لكل محافظة»: never the sum of its places, as a figure of «كل من» can be."""
    weak: bool = False
    """Told without a numeral («وحالة في حلب»): counts only in a list."""
    breach: bool = False
    """«حالة انتهاك»: the case is told as a violation."""
    of: bool = False
    """«8 منها في حلب»."""
    foreign: bool = False
    """«12 بلدة، منها 8 في حمص»: what follows are parts of something that is no tally."""
    shells: bool = False
    """«6 قذائف، منها 4 في حلب وقذيفتان في حماة»: munitions that the parts after them make."""
    after: int = 0
    """The index of the item after the figure and its counted word."""

    def counts(self, item: Item) -> None:
        """Take the word of an item as the counted word."""
        self.unit, self.unit_start, self.unit_end = item.unit, item.start, item.end

    def belongs_to(self, label: Label) -> None:
        """Take the name of a place, kind, side or actor."""
        self.labels(label.by).append(label)

    def labels(self, by: By) -> list[Label]:
        """The names of one sort that it belongs to."""
        return {"place": self.places, "kind": self.kinds, "side": self.sides, "actor": self.actors}[by]

    @property
    def labelled(self) -> bool:
        """Whether it names a place, a kind, a side or an actor."""
        return bool(self.places or self.kinds or self.sides or self.actors)

    @property
    def counts_its_kind(self) -> bool:
        """Whether its kind is the counted word alone: «3 هجمات», not «3 هجمات صاروخية» or «3 حالات قصف»."""
        act = self.unit is not None and self.unit.group == "act"
        return act and bool(self.kinds) and self.kinds[0].end == self.unit_end

    @property
    def tally(self) -> bool:
        """Whether it counts something that can have a total of its own."""
        return self.unit is not None and self.unit.group in COUNTED

    @property
    def tallied(self) -> bool:
        """Whether it counts violations, cases or acts, not people."""
        return self.unit is not None and self.unit.group in TALLIED


def plain_figure(value: Figure) -> Figure:
    """An int where the value is whole."""
    return int(value) if value == int(value) else value
