"""What a document tells as one total, and the lists of parts that belong to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from hudna.records import Figure
from hudna.sums.forms import Unit
from hudna.sums.items import CLOSING, COMMAS, OPENING, Item
from hudna.sums.phrases import By, Label
from hudna.sums.quantity import Quantity

_FEW = 2
"""More parts than this that add up are no chance."""
_ENDS_WINDOW = frozenset({"of", "whole", "partial", "break", "result"})


@dataclass(slots=True)
class PartList:
    """Parts told one after another. `cue` is whole, partial, of or empty; `collective` takes «كل من» as one part."""

    members: list[Quantity] = field(default_factory=list)
    cue: str = ""
    by: By = "place"
    collective: bool = False
    gap: bool = False
    """A figure among them that is not understood: the parts read may not be all that are told."""
    side_only: bool = False
    side: str | None = None
    exact: bool = False
    """Found by its sum: the parts are settled and belong to their total."""

    def labels(self, quantity: Quantity) -> list[Label]:
        """The names of a member that this list is told by."""
        return quantity.labels(self.by)

    def value(self, quantity: Quantity) -> Figure:
        """What a member adds to the sum."""
        each = quantity.each and self.by == "place" and not self.collective
        return quantity.value * (len(quantity.places) if each else 1)

    def sum(self) -> Figure:
        """The sum of the parts."""
        return sum(self.value(member) for member in self.members if self.labels(member))

    def fits(self, total: Figure | None) -> bool:
        """Whether the parts make a total, in one of the ways to read a figure of several places."""
        told = [member for member in self.members if self.labels(member)]
        spread = sum(
            member.value * (len(member.places) if member.places and self.by == "place" else 1) for member in told
        )
        return total in (self.sum(), sum(member.value for member in told), spread)

    def is_whole(self, total: Figure | None, summed: Figure) -> bool:
        """Whether the text tells these parts as all of the total; «منها», one part, a gap leave it to the sum."""
        if self.cue == "partial":
            return False
        shares = self.by == "actor" and self.cue != "whole"
        if self.gap or self.cue == "of" or shares or sum(len(self.labels(member)) for member in self.members) == 1:
            return total is not None and summed == total
        return True

    def settle(self, total: Figure | None) -> None:
        """Choose what the list is told by, and whether a figure of several places is one part or one for each."""
        if self.exact:
            return
        if self.side_only:
            self.by = "side"
            return
        told = [member for member in self.members if member.shape == "told"]
        if told and (total is None or sum(member.value for member in self.members) != total):
            self.members = [member for member in self.members if member.shape != "told"]
        placed = [member for member in self.members if member.places]
        kinds = [member for member in self.members if member.kinds]
        different = len({_kind_of(member) for member in kinds})
        sided = [member for member in self.members if member.sides]
        done = [member for member in self.members if member.actors]
        if len(done) > max(len(placed), len(kinds), len(sided)):
            self.by = "actor"
        elif len(sided) > max(len(placed), len(kinds)):
            self.by = "side"
        elif len(kinds) > len(placed) or (len(kinds) == len(placed) and kinds and different == len(kinds) > 1):
            self.by = "kind"
        elif len(self.members) == 1 and self.cue == "whole" and kinds and len(kinds[0].places) > 1:
            self.by = "kind"  # «تمثلت في 52 عملية تحليق في أجواء حلب وحماة وإدلب»
        self.members = [member for member in self.members if self.labels(member)]
        if total is not None and self.sum() != total and any(member.each for member in self.members):
            self.collective = True
            self.collective = self.sum() == total
        self._share_out(total)

    def _share_out(self, total: Figure | None) -> None:
        """«و5 في مدينتي إدلب وحماة»: the figure of each city where only that makes the sum."""
        shared = [member for member in self.members if not member.each and len(member.places) > 1]
        if total is None or self.by != "place" or not shared or self.sum() == total:
            return
        for member in shared:
            member.each = True
        if self.sum() != total:
            for member in shared:
                member.each = False

    def end_where_complete(self, total: Figure | None) -> None:
        """«توزعت بين 9 قصوف و3 توغلات، إلى جانب 5 اعتقالات»: what follows a complete list is no part."""
        if total is None or self.exact or self.by == "side" or self.sum() == total:
            return
        summed: Figure = 0
        for at, member in enumerate(self.members):
            summed += self.value(member) if self.labels(member) else 0
            if summed == total and at >= _FEW - 1:
                del self.members[at + 1 :]
                return

    def belongs_to(self, unit: Unit | None, total: Figure | None) -> bool:
        """Keep the members that can be parts of a total counted in this unit; whether that leaves a list."""
        if self.exact:
            return True
        group = unit.group if unit is not None else "violation"
        adds_up = len(self.members) > _FEW and self.by == "place" and self.sum() == total
        if group == "person" and unit is not None and not adds_up:
            self.members = [member for member in self.members if _same_people(member, unit)]
        if group == "thing":
            return self.by == "place" and self.sum() == total
        if group == "act":
            self.members = [member for member in self.members if member.shape != "told"]
        if not self.members:
            return False
        if self.by == "kind":
            return len({_kind_of(member) for member in self.members}) > 1 or bool(self.cue)
        labels = [label for member in self.members for label in self.labels(member)]
        if group in ("person", "act"):
            return (adds_up or all(label.known for label in labels)) and (len(self.members) > 1 or bool(self.cue))
        return len(self.members) > 1 or any(label.known for label in labels)


def _kind_of(member: Quantity) -> str:
    """What a member is told by: the unit where its kind is the counted word alone («هجومين» and «هجوم» are one)."""
    return member.unit.id if member.unit is not None and member.counts_its_kind else member.kinds[0].name


def _same_people(member: Quantity, unit: Unit) -> bool:
    """«6 في حلب» of ten killed; not «أربعة أطفال», which is a group among them and no place."""
    return member.unit is None or (member.unit.id == unit.id and unit.id != "people")


@dataclass(slots=True)
class Total:
    """A total figure (None when only its parts are told) with its counted word, side, series and lists."""

    quantity: Quantity | None
    value: Figure | None
    unit: Unit | None
    unit_start: int
    unit_end: int
    series: Literal["daily", "cumulative"]
    side: str | None
    sentence: int
    lists: list[PartList] = field(default_factory=list)
    partial: bool = False
    implicit: bool = False
    zero: bool = False
    spans: list[tuple[int, int]] = field(default_factory=list)
    recorder: tuple[int, int] | None = None
    """The offsets of who records it, where its clause says so."""

    def start(self) -> int:
        """Where it begins in the text."""
        if self.quantity is not None:
            return self.quantity.start
        if self.spans:
            return self.spans[0][0]
        return min(member.start for group in self.lists for member in group.members)

    def rule(self, group: PartList | None) -> str:
        """The stable id of the rule that read it."""
        if self.zero:
            return "sums.zero_by_negation"
        if group is None:
            return "sums.total_alone"
        if self.implicit:
            return "sums.implicit_total"
        if group.by == "kind":
            return "sums.by_kind"
        if group.by in ("side", "actor"):
            return f"sums.by_{group.by}"
        if group.members[0] is self.quantity:
            return "sums.single_place"
        if any(member.each for member in group.members):
            return "sums.each_of"
        shapes = [member.shape for member in group.members if not member.weak]
        return f"sums.{max(shapes, key=shapes.count)}" if shapes else "sums.figure_in_place"


def series_of(items: Sequence[Item], quantity: Quantity, floor: int) -> tuple[Literal["daily", "cumulative"], int]:
    """Whether a total is a stock or a flow, from the words around it; and the end of those words."""
    end = quantity.after
    if quantity.unit is not None and quantity.unit.group == "case" and "result" in items[end].roles:
        end += 1  # «529 حالة اعتقال»
    while items[end] is not items[-1] and not _closes(items, end):
        end += 1
    strong = grand = daily = False
    for at in range(floor, end):
        roles = items[at].roles
        if "cumulative" in roles and not ("after_since_today" in items[at + 1].roles and items[at].form == "منذ"):
            strong = True
        grand = grand or "grand" in roles
        daily = daily or "daily" in roles
    return ("cumulative" if strong or (grand and not daily) else "daily"), end


def _closes(items: Sequence[Item], at: int) -> bool:
    item = items[at]
    if item.kind == "mark":
        return item.form in COMMAS or item.form in ":." or (item.form in OPENING and items[at + 1].number is not None)
    if item.form in CLOSING:
        return False
    if item.roles & _ENDS_WINDOW:
        return True
    return "cumulative" in item.roles and item.form.startswith(("لي", "لت", "يرتفع", "ارتفع"))
