"""Signs that somebody did an event: what the weights in `lexicons/weights/actors.tsv` weigh.

A sign is a pair (kind, value). None of them is a name: what counts is how a noun stands to the event word, what governs
it, what kind of party it names, what it did in the events told before, and what the rules made of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from hudna.arabic.letters import fold
from hudna.claims.draft import Draft, Filler
from hudna.claims.party_sentence import NO_DOERS, PartySentence, can_act, kind_of
from hudna.lexicon.weights import Sign, Weights

_LIKELY = 0.43
"""The chance from which somebody is taken for one who did an event."""
_EVENTS_BACK = 4
"""Of how many events told before the parties are looked at."""
_SENTENCES_BACK = 4
"""Over how many sentences."""
_MOST = 3
"""The highest number that signs tell apart."""
_ACTOR_FAMILIES = frozenset({"actor"})
ActorSource = Literal["actors", "targets", "subject", "noun", "adjective", "before"]


@dataclass(slots=True)
class ActorCandidate:
    """Somebody who may have done an event.

    `source` is `actors` or `targets` (the rules put him there), `subject` (of the clause), `noun` or `adjective` of the
    sentence, or `before` (a party of an event told before).
    """

    filler: Filler
    source: ActorSource
    back: int = 0
    """Over how many sentences he is told before the event."""
    earlier: str = ""
    """What he was in the event told before: how many events back, in which slot, whether in one of the same type."""
    signs: list[Sign] = field(default_factory=list)


def choose_actors(drafts: Sequence[Draft], text: str, weights: Weights) -> None:
    """Give each event the actors that the weights find likely."""
    chosen = [_likely(found, text, weights) for found in actor_candidates(drafts, text)]
    for draft, fillers in zip(drafts, chosen, strict=True):
        draft.actors = fillers


def _likely(found: Sequence[ActorCandidate], text: str, weights: Weights) -> list[Filler]:
    """Those who are likely, in the order of the candidates; of two names of one party the likelier."""
    rated = sorted(((weights.chance(c.signs), c) for c in found), key=lambda item: -item[0])
    kept: list[ActorCandidate] = []
    for chance, candidate in rated:
        if chance < _LIKELY:
            break
        if not any(_is_same(candidate.filler, other.filler, text) for other in kept):
            kept.append(candidate)
    return [candidate.filler for candidate in found if candidate in kept]


def actor_candidates(drafts: Sequence[Draft], text: str) -> list[list[ActorCandidate]]:
    """Those who may have done each event of a document."""
    history = _History(text)
    sentences: dict[int, PartySentence] = {}
    found = []
    for index, draft in enumerate(drafts):
        sentence = sentences.get(id(draft.view))
        if sentence is None:
            beside = [other for other in drafts if other.view is draft.view]
            sentence = sentences[id(draft.view)] = PartySentence(draft, beside)
        candidates = _told_here(draft, sentence)
        candidates += _told_before(drafts, index, candidates, text)
        ranks = sentence.ranks(draft, [c.filler for c in candidates if c.source != "before"])
        for candidate in candidates:
            candidate.signs = [
                *_party_signs(draft, candidate, candidates, history),
                *(_before_signs(draft, candidate) if candidate.source == "before" else ()),
                *sentence.signs(draft, candidate.filler, candidate.source, ranks),
            ]
        found.append(candidates)
        history.note(draft)
    return found


class _History:
    """In which slots each party of a document has stood so far."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._slots: dict[str, Counter[str]] = {}

    def note(self, draft: Draft) -> None:
        """Remember the parties of an event."""
        for slot, fillers in (("actors", draft.actors), ("targets", draft.targets)):
            for filler in fillers:
                self._slots.setdefault(filler.identity(self._text), Counter())[slot] += 1

    def habit(self, filler: Filler) -> str:
        """How often a party has acted and how often it has suffered."""
        slots = self._slots.get(filler.identity(self._text), Counter())
        return f"{min(slots['actors'], _MOST)} {min(slots['targets'], _MOST)}"


def _told_here(draft: Draft, sentence: PartySentence) -> list[ActorCandidate]:
    """Whom the rules chose, the subject of the clause, and every other party of the sentence."""
    found: list[ActorCandidate] = []

    def add(filler: Filler, source: ActorSource) -> None:
        if not any(_overlap(filler, other.filler) for other in found):
            found.append(ActorCandidate(filler, source))

    for filler in draft.actors:
        add(filler, "actors")
    for filler in draft.targets:
        if filler.kind not in NO_DOERS:
            add(filler, "targets")
    if draft.subject_told is not None:
        add(replace(draft.subject_told, rule="weights.actor"), "subject")
    for filler in sentence.nouns:
        add(filler, "noun")
    for filler in sentence.adjectives:
        add(filler, "adjective")
    return found


def _told_before(
    drafts: Sequence[Draft], index: int, here: Sequence[ActorCandidate], text: str
) -> list[ActorCandidate]:
    """The parties of the events told shortly before, the latest first, without those that the sentence names."""
    draft = drafts[index]
    found: list[ActorCandidate] = []
    events = 0
    for other in reversed(drafts[:index]):
        back = draft.sentence - other.sentence
        if back > _SENTENCES_BACK or events >= _EVENTS_BACK:
            break
        if other.view is draft.view or not (other.actors or other.targets):
            continue
        events += 1
        for slot, fillers in (("actors", other.actors), ("targets", other.targets)):
            for filler in fillers:
                if filler.kind in NO_DOERS:
                    continue
                if not any(_is_same(filler, known.filler, text) for known in (*here, *found)):
                    what = f"{events} {slot} {other.type == draft.type}"
                    found.append(ActorCandidate(replace(filler, rule="weights.actor"), "before", back, what))
    return found


def _overlap(first: Filler, second: Filler) -> bool:
    return first.start < second.end and second.start < first.end


def _is_same(first: Filler, second: Filler, text: str) -> bool:
    """Whether two fillers name one party: by one entry, or by words of which one has all of the other."""
    if _overlap(first, second):
        return True
    if first.match is not None and second.match is not None and _are_named(first, second):
        return first.match.entry is second.match.entry
    one, other = _words(first, text), _words(second, text)
    return one <= other or other <= one


def _are_named(first: Filler, second: Filler) -> bool:
    return all(f.match is not None and f.match.family in _ACTOR_FAMILIES for f in (first, second))


def _words(filler: Filler, text: str) -> set[str]:
    return {fold(word).removeprefix("ال") for word in text[filler.start : filler.end].split()}


def _party_signs(
    draft: Draft, candidate: ActorCandidate, found: Sequence[ActorCandidate], history: _History
) -> list[Sign]:
    """Who it is, what the rules made of him, and who else there is."""
    filler, source = candidate.filler, candidate.source
    kind, features = kind_of(filler), draft.match.features
    acting = sum(other.source != "before" and can_act(other.filler) for other in found)
    rivals = min(sum(o.source == "actors" and o is not candidate for o in found), 2)
    habit, part = history.habit(filler), features.part
    filled = f"{bool(draft.actors)} {bool(draft.targets)}"
    return [
        ("always", ""),
        ("source", source),
        ("source,type", f"{source} {draft.type}"),
        ("source,part", f"{source} {part} {features.voice}"),
        ("kind", kind),
        ("kind,source", f"{kind} {source}"),
        ("rule", filler.rule),
        ("rule,part", f"{filler.rule} {part}"),
        ("rule,kind", f"{filler.rule} {kind}"),
        ("habit", habit),
        ("habit,source", f"{habit} {source}"),
        ("status,source", f"{draft.status} {source}"),
        ("harm,source", f"{draft.frame.harm} {source}"),
        ("filled,source", f"{source} {filled}"),
        ("rivals", f"{source} {rivals}"),
        ("able here", f"{source} {min(acting, _MOST + 1)} {bool(draft.actors)}"),
        ("side", f"{_relation(filler, draft.actors)} {_relation(filler, draft.targets)} {source}"),
    ]


def _relation(filler: Filler, others: Sequence[Filler]) -> str:
    """Whether a party is one of a slot, of the side of one, or of another side."""
    if any(other.start == filler.start for other in others):
        return "own"
    side = _side(filler)
    if not side or not others:
        return "unknown" if others else "none"
    return "same" if any(_side(other) == side for other in others) else "other"


def _side(filler: Filler) -> str:
    match = filler.match
    if match is None or match.family not in _ACTOR_FAMILIES:
        return ""
    return str(match.entry.data.get("side") or match.entry.data.get("parent") or match.entry.id)


def _before_signs(draft: Draft, candidate: ActorCandidate) -> list[Sign]:
    """How somebody told before stands to the event."""
    features, earlier = draft.match.features, candidate.earlier
    return [
        ("earlier", earlier),
        ("earlier,back", f"{candidate.back} {earlier}"),
        ("earlier,noun", f"{candidate.back} {draft.noun} {draft.definite} {earlier[:1]}"),
        ("earlier,pronoun", f"{bool(draft.match.pronoun)} {features.part} {features.number} {earlier}"),
    ]
