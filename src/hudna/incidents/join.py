"""Claims into groups: the likeliest pairs first, and no group that holds a contradiction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hudna.incidents.blocks import pairs
from hudna.incidents.features import Feature, weigh
from hudna.incidents.likeness import JOINED, places, score
from hudna.incidents.records import Decision, Merge, Split

_WIDEST_DAYS = 2
_COMPARED = 12
"""So many members of a group are asked whether they contradict a newcomer."""


def groups(found: Sequence[Feature], decisions: Sequence[Decision] = ()) -> list[list[int]]:
    """Groups of indices into `found`, each about one happening. Decisions of people stand above what is computed."""
    joined = _Groups(found)
    joined.decide(decisions)
    weight = weigh(found)
    scored = []
    for one, other in pairs(found):
        value = score(found[one], found[other], weight)
        if value is not None and value >= JOINED:
            scored.append((-value, one, other))
    scored.sort()
    for _, one, other in scored:
        joined.try_join(one, other)
    return joined.all()


class _Groups:
    """Disjoint groups that grow. Each knows its members; a merge that would hold a contradiction is refused."""

    def __init__(self, found: Sequence[Feature]) -> None:
        self._found = found
        self._leader = list(range(len(found)))
        self._members: dict[int, list[int]] = {at: [at] for at in range(len(found))}
        self._apart: dict[int, set[int]] = {}
        self._by_key = {feature.claim.key: at for at, feature in enumerate(found)}

    def decide(self, decisions: Sequence[Decision]) -> None:
        """Carry out what people decided; where two decisions are about one pair, the later one holds."""
        verdicts: dict[tuple[int, int], bool] = {}
        for decision in decisions:
            for pair in _decided(decision, self._by_key):
                verdicts[pair] = isinstance(decision, Merge)
        for (one, other), same in verdicts.items():
            if not same:
                self._apart.setdefault(one, set()).add(other)
                self._apart.setdefault(other, set()).add(one)
        for (one, other), same in reversed(verdicts.items()):
            if same and not self._kept_apart(self._find(one), self._find(other)):
                self._join(self._find(one), self._find(other))

    def try_join(self, one: int, other: int) -> None:
        """Join the groups of two claims unless they contradict each other."""
        mine, theirs = self._find(one), self._find(other)
        if mine != theirs and not self._kept_apart(mine, theirs) and not self._contradict(mine, theirs):
            self._join(mine, theirs)

    def all(self) -> list[list[int]]:
        """The groups, each in the order of its members, in the order of their first members."""
        return sorted(sorted(members) for members in self._members.values())

    def _find(self, at: int) -> int:
        leader = self._leader
        while leader[at] != at:
            leader[at] = leader[leader[at]]
            at = leader[at]
        return at

    def _join(self, mine: int, theirs: int) -> None:
        if mine == theirs:
            return
        if len(self._members[mine]) < len(self._members[theirs]):
            mine, theirs = theirs, mine
        self._leader[theirs] = mine
        self._members[mine].extend(self._members.pop(theirs))

    def _kept_apart(self, mine: int, theirs: int) -> bool:
        if not self._apart:
            return False
        others = set(self._members[theirs])
        return any(others & self._apart.get(member, set()) for member in self._members[mine])

    def _contradict(self, mine: int, theirs: int) -> bool:
        ours = [self._found[at] for at in self._members[mine][:_COMPARED]]
        others = [self._found[at] for at in self._members[theirs][:_COMPARED]]
        return _too_wide([*ours, *others]) or any(_exclude(one, other) for one in ours for other in others)


def _too_wide(members: Iterable[Feature]) -> bool:
    """Whether the days would drift: each claim near the next, the first far from the last."""
    short = [
        member for member in members if not member.is_long and member.first is not None and member.last is not None
    ]
    if not short:
        return False
    latest_start = max(member.first for member in short if member.first is not None)
    earliest_end = min(member.last for member in short if member.last is not None)
    return latest_start - earliest_end > _WIDEST_DAYS


def _exclude(one: Feature, other: Feature) -> bool:
    """Whether two members of one group may not stand together: other places, or two counts of one teller."""
    if places(one, other) is None:
        return True
    if one.claim.document.key != other.claim.document.key or one.speaker != other.speaker:
        return False
    if one.claim.claim.type != other.claim.claim.type:
        return False
    return any(other.figures.get(what, values) != values for what, values in one.figures.items())


def _decided(decision: Decision, by_key: dict[str, int]) -> list[tuple[int, int]]:
    if isinstance(decision, Split):
        ones = [by_key[key] for key in decision.apart if key in by_key]
        others = [by_key[key] for key in decision.others if key in by_key]
        return [(min(one, other), max(one, other)) for one in ones for other in others if one != other]
    members = sorted({by_key[key] for key in decision.claims if key in by_key})
    return [(one, other) for place, one in enumerate(members) for other in members[place + 1 :]]
