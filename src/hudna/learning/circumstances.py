"""Examples to learn from: when the events of gold documents were, among the dates of the text."""

from __future__ import annotations

from hudna.claims.date_signs import DateCandidate, date_candidates
from hudna.claims.draft import Draft
from hudna.evaluation.claim import Days, ScoredClaim, claim_of
from hudna.evaluation.inputs import GoldDocument
from hudna.evaluation.pairing import pair_claims
from hudna.evaluation.reading import to_document
from hudna.evaluation.slots import SLOTS
from hudna.learning.examples import Example
from hudna.pipeline import RuleReader
from hudna.serialise import claim_to_dict


def date_examples(reader: RuleReader, gold: GoldDocument) -> list[Example]:
    """The dates that the events of a document may have, and whether they mean the coder's days."""
    drafts, pairs = _event_pairs(reader, gold)
    found: list[Example] = []
    for wanted, index in pairs:
        candidates = date_candidates(drafts, index)
        told = next((at for at, candidate in enumerate(candidates) if _means(candidate, wanted.days)), -1)
        found += [Example(gold.id, tuple(c.signs), at == told) for at, c in enumerate(candidates)]
    return found


def _event_pairs(reader: RuleReader, gold: GoldDocument) -> tuple[list[Draft], list[tuple[ScoredClaim, int]]]:
    """The events as the reader tells them, and the gold claims with the index of the event that answers each.

    An event that was read with another type than the coder's was when it was all the same.
    """
    told = reader.tellings(to_document(gold))
    read = [claim_of(claim_to_dict(claim)) for _, claim in told]
    by_type = pair_claims(gold.text, gold.claims, read, by_type=True).pairs
    answered, used = {pair.gold for pair in by_type}, {pair.read for pair in by_type}
    loose = pair_claims(gold.text, gold.claims, read, by_type=False).pairs
    pairs = [*by_type, *(pair for pair in loose if pair.gold not in answered and pair.read not in used)]
    return [draft for draft, _ in told], [(gold.claims[pair.gold], pair.read) for pair in pairs]


def _means(candidate: DateCandidate, days: Days | None) -> bool:
    first, last = candidate.filler.mention.start, candidate.filler.mention.end
    if days is None or first is None or last is None:
        return False
    return SLOTS["when"].same(days, Days(first.isoformat(), last.isoformat()))
