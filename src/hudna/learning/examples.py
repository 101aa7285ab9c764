"""Examples to learn from: the event words of gold documents, and whether a careful coder made a claim of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hudna.evaluation.claim import Piece, Range, ScoredClaim
from hudna.evaluation.inputs import GoldDocument
from hudna.evaluation.reading import to_document
from hudna.lexicon.weights import Sign
from hudna.pipeline import RuleReader


@dataclass(frozen=True, slots=True)
class Example:
    """Something that may be so, such as an event word telling an event: what is seen of it, and whether it is so."""

    document: str
    signs: tuple[Sign, ...]
    tells: bool


def event_word_examples(reader: RuleReader, gold: GoldDocument) -> list[Example]:
    """The event words of a document as examples.

    A word that only tells a claim again (in `also`) is left out: whether it was told before is another question.
    """
    own = [_own_words(gold.text, claim) for claim in gold.claims]
    again = [place for claim in gold.claims for place in _again(gold.text, claim)]
    found = []
    for draft, signs in reader.event_words(to_document(gold)):
        place = draft.view.start(draft.first), draft.view.end(draft.last)
        tells = any(_meets(place, words) for words in own)
        if tells or not _meets(place, again):
            found.append(Example(gold.id, tuple(signs), tells))
    return found


def _own_words(text: str, claim: ScoredClaim) -> list[Range]:
    """Where the event word of a claim stands in its evidence."""
    words = _within(text, claim.trigger, claim.evidence)
    return words or (claim.trigger.ranges(text) if claim.trigger else [])


def _again(text: str, claim: ScoredClaim) -> list[Range]:
    return [place for piece in claim.also for place in piece.ranges(text)]


def _within(text: str, words: Piece | None, telling: Piece | None) -> list[Range]:
    if words is None or telling is None:
        return []
    if words.place is not None:
        return [words.place]
    places = []
    for first, last in telling.ranges(text):
        at = text.find(words.text, first, last)
        if at >= 0:
            places.append((at, at + len(words.text)))
    return places


def _meets(place: Range, others: Sequence[Range]) -> bool:
    return any(place[0] < last and first < place[1] for first, last in others)
