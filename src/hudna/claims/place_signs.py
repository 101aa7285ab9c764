"""Signs that an event was at a place that its text names: what the weights in `lexicons/weights/places.tsv` weigh.

A sign is a pair (kind, value). None of them is the name of a place: what counts is how the place stands to the event
word, what governs it, what kind of place it is, and what the rules made of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from hudna.claims.clauses import Clauses, is_finite_verb
from hudna.claims.draft import Draft, PlaceFiller
from hudna.claims.exactness import is_exact
from hudna.claims.surroundings import EDGE, governor_of, role_of, step_of
from hudna.find.places import PlaceHit
from hudna.lexicon.weights import Sign, Weights

_LIKELY = 0.42
"""The chance from which a place is taken for that of an event."""
_EVENTS_BACK = 3
"""Of how many events told before the places are looked at."""
_SENTENCES_BACK = 6
"""Over how many sentences."""
_MOST = 4
"""The highest number that signs tell apart."""
_BESIDE = 5
"""Within how many words after a side a place may be where it stands («قوات الشرق في البلدة»)."""
_COMMAS = frozenset(("،", ","))
_THERE = frozenset(("منها", "فيها", "عليها", "اليها", "بها", "منه", "فيه", "عليه", "اليه", "هناك", "داخلها", "محيطها"))
"""What refers to a place told before."""
_THESE = frozenset(("هذه", "تلك", "هذا", "ذلك"))


@dataclass(slots=True)
class PlaceCandidate:
    """A place that an event may have been at.

    `source` is `chosen` (the rules gave it to the event), `other` (a place of the sentence), `event` (that of an event
    told before) or `lead` (that of the first event).
    """

    filler: PlaceFiller
    source: str
    back: int = 0
    """Over how many sentences it is told before the event."""
    signs: list[Sign] = field(default_factory=list)


def choose_places(drafts: Sequence[Draft], weights: Weights) -> None:
    """Give each event the places that the weights find likely."""
    chosen = [
        [candidate.filler for candidate in found if weights.chance(candidate.signs) >= _LIKELY]
        for found in place_candidates(drafts)
    ]
    for draft, fillers in zip(drafts, chosen, strict=True):
        draft.places = fillers


def place_candidates(drafts: Sequence[Draft]) -> list[list[PlaceCandidate]]:
    """The places that each event of a document may have been at."""
    sentences = _Sentences(drafts)
    return [_candidates(drafts, index, sentences) for index in range(len(drafts))]


class _Sentences:
    """What the events of one sentence share, made once."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._drafts = drafts
        self._known: dict[int, _Sentence] = {}

    def of(self, draft: Draft) -> _Sentence:
        found = self._known.get(id(draft.view))
        if found is None:
            beside = [other for other in self._drafts if other.view is draft.view]
            found = self._known[id(draft.view)] = _Sentence(draft, beside)
        return found


class _Sentence:
    """The places of a sentence and their signs."""

    def __init__(self, draft: Draft, drafts: Sequence[Draft]) -> None:
        view = draft.view
        self._view = view
        self._drafts = drafts
        self._clauses = Clauses(view)
        size = len(view.forms)
        self._verbs, self._events = [0] * (size + 1), [0] * (size + 1)
        firsts = {other.first for other in drafts}
        for at in range(size):
            self._verbs[at + 1] = self._verbs[at] + is_finite_verb(view, at)
            self._events[at + 1] = self._events[at] + (at in firsts)
        self._of_hit: dict[int, list[Sign]] = {}
        self.last_before = {other.first: self._last_before(other.first) for other in drafts}

    def _last_before(self, at: int) -> int:
        """Where the last place before a word stands; -1 when there is none."""
        return max((hit.first for hit in self._view.places if hit.last <= at), default=-1)

    def signs(self, draft: Draft, hit: PlaceHit, source: str) -> list[Sign]:
        """How a place of the sentence stands to the event word."""
        view, clauses = self._view, self._clauses
        side = "after" if hit.first >= draft.last else "before"
        low, high = (draft.last, hit.first) if side == "after" else (hit.last, draft.first)
        high = max(low, high)
        apart = clauses.at(hit.first) - draft.clause
        events = min(self._events[high] - self._events[low], _MOST)
        gap, governor = step_of(high - low), governor_of(view, hit.first, hit.lead)
        part, near = draft.match.features.part, events == 0
        return [
            ("gap", f"{side} {gap}"),
            ("gap,source", f"{source} {side} {gap}"),
            ("events between", f"{side} {events}"),
            ("events between,clauses", f"{side} {events} {max(-2, min(2, apart))}"),
            ("verbs between", f"{side} {min(self._verbs[high] - self._verbs[low], _MOST)}"),
            ("commas between", f"{side} {min(sum(form in _COMMAS for form in view.forms[low:high]), _MOST)}"),
            ("clauses apart", f"{max(-3, min(3, apart))} {clauses.all[clauses.at(hit.first)].opener}"),
            ("clauses apart,source", f"{max(-2, min(2, apart))} {source}"),
            ("opener", clauses.all[draft.clause].opener),
            ("governor,side", f"{governor} {side}"),
            ("governor,type", f"{governor} {draft.type}"),
            ("governor,part,side", f"{governor} {part} {side} {near}"),
            ("type,side", f"{draft.type} {side} {near}"),
            ("nearest", f"{self._is_nearest(draft, hit)} {side}"),
            ("relative between", f"{side} {self._relatives(draft.clause, clauses.at(hit.first))}"),
            ("inside", _inside(draft, hit)),
            ("chain", self._chain(draft, hit, governor)),
            ("referred to", f"{_reference(draft)} {hit.first == self.last_before[draft.first]} {source}"),
            *self._hit_signs(hit),
        ]

    def _hit_signs(self, hit: PlaceHit) -> list[Sign]:
        """What stands around a place."""
        known = self._of_hit.get(hit.first)
        if known is None:
            view = self._view
            clause = self._clauses.all[self._clauses.at(hit.first)]
            before = max((other.last for other in view.places if other.last <= hit.first), default=-1)
            after = min((other.first for other in view.places if other.first >= hit.last), default=-1)
            known = self._of_hit[hit.first] = [
                ("role before", role_of(view, hit.first - 1)),
                ("role before 2", f"{role_of(view, hit.first - 2)} {role_of(view, hit.first - 1)}"),
                ("role after", role_of(view, hit.last)),
                ("role after 2", f"{role_of(view, hit.last)} {role_of(view, hit.last + 1)}"),
                ("into clause", f"{clause.opener} {step_of(hit.first - clause.first)}"),
                ("place before", str(step_of(hit.first - before)) if before >= 0 else EDGE),
                ("place after", str(step_of(after - hit.last)) if after >= 0 else EDGE),
            ]
        return known

    def _is_nearest(self, draft: Draft, hit: PlaceHit) -> bool:
        """Whether no other event word stands nearer to the place."""
        return all(_distance(draft, hit) <= _distance(other, hit) for other in self._drafts)

    def _relatives(self, first: int, second: int) -> int:
        """How many relative clauses open between two clauses."""
        between = range(min(first, second) + 1, max(first, second) + 1)
        return min(sum(self._clauses.all[at].opener == "relative" for at in between), _MOST)

    def _chain(self, draft: Draft, hit: PlaceHit, governor: str) -> str:
        """How near the rules chose a place before it and after it."""
        chosen = [p.hit for p in draft.places if p.view is self._view and p.hit is not hit]
        before = max((other.last for other in chosen if other.last <= hit.first), default=-1)
        after = min((other.first for other in chosen if other.first >= hit.last), default=-1)
        first = f"{step_of(hit.first - before)} {governor}" if before >= 0 else ""
        return f"{first}|{step_of(after - hit.last) if after >= 0 else ''}"


def _candidates(drafts: Sequence[Draft], index: int, sentences: _Sentences) -> list[PlaceCandidate]:
    """What the rules chose, what else the sentence names, and where the events before it were."""
    draft = drafts[index]
    sentence = sentences.of(draft)
    found = [PlaceCandidate(filler, "chosen") for filler in draft.places]
    here = [PlaceCandidate(_own(draft, hit), "other") for hit in draft.hits if not hit.anaphor]
    for candidate in (*here, *_earlier(drafts, index)):
        if not any(_same(candidate.filler, other.filler) for other in found):
            found.append(candidate)
    for place, candidate in enumerate(found):
        hit, inside = candidate.filler.hit, candidate.filler.view is draft.view
        where = "here" if inside else "before"
        candidate.signs = [
            ("always", ""),
            ("source", candidate.source),
            ("source,type", f"{candidate.source} {draft.type}"),
            ("which", f"{candidate.source} {min(place, _MOST)}"),
            *_kind_signs(draft, hit, where),
            *_rival_signs(draft, candidate, found, where),
            *(sentence.signs(draft, hit, candidate.source) if inside else _earlier_signs(draft, candidate)),
        ]
    return found


def _earlier(drafts: Sequence[Draft], index: int) -> list[PlaceCandidate]:
    """The places of the events told shortly before, the latest first, then those of the first event."""
    draft = drafts[index]
    found: list[PlaceCandidate] = []
    events = 0
    for other in reversed(drafts[:index]):
        back = draft.sentence - other.sentence
        if back > _SENTENCES_BACK or events >= _EVENTS_BACK:
            break
        if other.view is not draft.view and other.places:
            events += 1
            found += [PlaceCandidate(_lent(place), f"event {events}", back) for place in other.places]
    first = next((other for other in drafts[:index] if other.places and other.view is not draft.view), None)
    if first is not None:
        found += [PlaceCandidate(_lent(place), "lead", draft.sentence) for place in first.places]
    return found


def _own(draft: Draft, hit: PlaceHit) -> PlaceFiller:
    return PlaceFiller(draft.view, hit, "weights.place")


def _lent(place: PlaceFiller) -> PlaceFiller:
    return PlaceFiller(place.view, place.hit, "weights.place_before")


def _same(first: PlaceFiller, second: PlaceFiller) -> bool:
    """Whether two mentions are one, or name one place with one word."""
    if first.view is second.view and first.hit.first == second.hit.first:
        return True
    ids = {place.id for place in first.hit.places} & {place.id for place in second.hit.places}
    if any(hit.head is not None and hit.head.compass for hit in (first.hit, second.hit)):
        return first.hit.name == second.hit.name and first.hit.head == second.hit.head
    return first.hit.name == second.hit.name or (
        bool(ids) and not set(first.hit.name.split()).isdisjoint(second.hit.name.split())
    )


def _kind_signs(draft: Draft, hit: PlaceHit, where: str) -> list[Sign]:
    """What kind of place it is."""
    kind = hit.places[0].kind if hit.places else "unknown"
    head = hit.head.kind if hit.head is not None else "bare"
    return [
        (f"kind {where}", f"{head} {kind}"),
        (f"kind {where},type", f"{kind} {draft.type}"),
        (f"head {where},type", f"{head} {draft.type}"),
        (f"manner {where}", f"{hit.anaphor} {hit.described} {hit.part_of is not None} {hit.listed}"),
        (f"status {where}", draft.status),
    ]


def _rival_signs(draft: Draft, candidate: PlaceCandidate, found: Sequence[PlaceCandidate], where: str) -> list[Sign]:
    """What other candidates there are: an event that has a town of its own needs none from elsewhere."""
    chosen = [other.filler for other in found if other.source == "chosen" and other is not candidate]
    names = set(candidate.filler.hit.name.split())
    shares = any(not names.isdisjoint(other.hit.name.split()) for other in chosen)
    exact, others_exact = is_exact([candidate.filler]), bool(chosen) and is_exact(chosen)
    source = candidate.source
    return [
        ("others chosen", f"{source} {min(len(chosen), _MOST)}"),
        ("exact", f"{source} {exact} {others_exact} {bool(chosen)}"),
        ("shares a name", f"{where} {source == 'chosen'} {shares}"),
        (f"noun {where}", f"{draft.noun} {draft.definite} {bool(chosen)}"),
        ("rule", f"{candidate.filler.rule} {where}"),
    ]


def _earlier_signs(draft: Draft, candidate: PlaceCandidate) -> list[Sign]:
    """How a place told before stands to the event."""
    back, rule = min(candidate.back, _SENTENCES_BACK), candidate.filler.rule
    return [
        ("back", f"{candidate.source} {back}"),
        ("rule,type", f"{rule} {draft.type}"),
        ("rule,definite", f"{rule} {draft.definite} {draft.frame.harm}"),
        ("back,first", f"{candidate.source} {min(draft.sentence, _MOST)}"),
        ("reference", f"{_reference(draft)} {candidate.source} {sum(p.view is draft.view for p in draft.places)}"),
        ("dated", draft.date.mention.kind if draft.date is not None else ""),
        ("counted", f"{bool(draft.counts)} {draft.type}"),
    ]


def _reference(draft: Draft) -> str:
    """How the words of an event refer to a place told before («فروا منها», «تحريرها», «هذه المناطق»)."""
    forms = draft.view.forms[draft.last : draft.last + _BESIDE]
    if any(form in _THERE for form in forms):
        return "there"
    if any(form in _THESE for form in forms):
        return "these"
    return "its" if draft.match.pronoun else ""


def _inside(draft: Draft, hit: PlaceHit) -> str:
    """The slot of the event whose words hold the place («قوات الشرق في البلدة»)."""
    start, end = draft.view.start(hit.first), draft.view.end(hit.last)
    for name, fillers in (("actor", draft.actors), ("target", draft.targets)):
        for filler in fillers:
            if filler.start < end and start < filler.end:
                return name
            if 0 <= start - filler.end <= _BESIDE:
                return f"beside {name}"
    return ""


def _distance(draft: Draft, hit: PlaceHit) -> int:
    return hit.first - draft.last if hit.first >= draft.last else draft.first - hit.last + 1
