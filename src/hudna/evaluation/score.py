"""Measures the claims of a reader against the claims of the gold files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from operator import add
from pathlib import Path

from hudna.evaluation.claim import ScoredClaim
from hudna.evaluation.figures import (
    ClaimError,
    Difference,
    DocumentEvaluation,
    ErrorKind,
    Evaluation,
    Figures,
    Item,
    Ratio,
    Share,
)
from hudna.evaluation.inputs import GoldDocument, Predictions, load_gold, load_predictions
from hudna.evaluation.pairing import Pair, Pairing, pair_claims, trigger_ranges
from hudna.evaluation.slots import SLOTS, is_full, is_whole, kilometres

NEAR_KM = 10
FAR_KM = 25


def evaluate(gold_folder: Path, predictions: Path) -> Evaluation:
    """Measure a JSON Lines file of readings against a folder of gold files; InputError when one cannot be read."""
    return compare(load_gold(gold_folder), load_predictions(predictions))


def compare(gold: Sequence[GoldDocument], predictions: Predictions) -> Evaluation:
    """Measure readings against gold documents. A document without a reading counts as read with no claims."""
    documents = tuple(_evaluate(document, predictions.get(document.id, ())) for document in gold)
    known = {document.id for document in gold}
    return Evaluation(
        documents=documents,
        figures=reduce(add, (document.figures for document in documents), _NOTHING),
        without_gold=tuple(identity for identity in predictions if identity not in known),
    )


_NOTHING = Figures(
    claims=Ratio(),
    any_type=Ratio(),
    told_again=0,
    slots={name: Ratio() for name in SLOTS},
    whole=Ratio(),
    status=Share(),
    within_10_km=Share(),
    within_25_km=Share(),
    by_type={},
)


def _evaluate(document: GoldDocument, read: Sequence[ScoredClaim]) -> DocumentEvaluation:
    gold = document.claims
    loose = pair_claims(document.text, gold, read, by_type=False)
    strict = pair_claims(document.text, gold, read, by_type=True)
    claims = _ratio(gold, read, strict)
    whole = sum(is_whole(gold[pair.gold], read[pair.read], pair.hits) for pair in strict.pairs)
    figures = Figures(
        claims=claims,
        any_type=_ratio(gold, read, loose),
        told_again=len(strict.again),
        slots=_slots(gold, read, strict),
        whole=Ratio(whole, claims.hits + claims.extra - whole, claims.hits + claims.missed - whole),
        status=Share(sum(gold[p.gold].status == read[p.read].status for p in strict.pairs), len(strict.pairs)),
        within_10_km=_points(gold, read, strict, NEAR_KM),
        within_25_km=_points(gold, read, strict, FAR_KM),
        by_type=_by_type(gold, read, strict),
    )
    return DocumentEvaluation(
        id=document.id,
        title=document.title,
        outlet=document.outlet,
        published=document.published,
        text=document.text,
        figures=figures,
        errors=tuple(_errors(document, read, strict)),
    )


def _ratio(gold: Sequence[ScoredClaim], read: Sequence[ScoredClaim], pairing: Pairing) -> Ratio:
    found = len(pairing.pairs)
    return Ratio(found, len(read) - found - len(pairing.again), len(gold) - found)


def _slots(gold: Sequence[ScoredClaim], read: Sequence[ScoredClaim], pairing: Pairing) -> dict[str, Ratio]:
    counted = [claim for number, claim in enumerate(read) if number not in pairing.again]
    ratios = {}
    for name, slot in SLOTS.items():
        hits = sum(pair.hits[name] for pair in pairing.pairs)
        held = sum(len(slot.items(claim)) for claim in counted)
        wanted = sum(len(slot.items(claim)) for claim in gold)
        ratios[name] = Ratio(hits, held - hits, wanted - hits)
    return ratios


def _by_type(gold: Sequence[ScoredClaim], read: Sequence[ScoredClaim], pairing: Pairing) -> dict[str, Ratio]:
    found = Counter(gold[pair.gold].type for pair in pairing.pairs)
    wanted = Counter(claim.type for claim in gold)
    counted = Counter(claim.type for number, claim in enumerate(read) if number not in pairing.again)
    return {
        name: Ratio(found[name], counted[name] - found[name], wanted[name] - found[name])
        for name in {**wanted, **counted}
    }


def _points(gold: Sequence[ScoredClaim], read: Sequence[ScoredClaim], pairing: Pairing, limit: float) -> Share:
    placed = [pair for pair in pairing.pairs if gold[pair.gold].point]
    return Share(sum(_is_near(gold[pair.gold], read[pair.read], limit) for pair in placed), len(placed))


def _is_near(gold: ScoredClaim, read: ScoredClaim, limit: float) -> bool:
    return gold.point is not None and read.point is not None and kilometres(gold.point, read.point) <= limit


def _errors(document: GoldDocument, read: Sequence[ScoredClaim], pairing: Pairing) -> Iterable[ClaimError]:
    gold = document.claims
    found = {pair.gold for pair in pairing.pairs}
    used = {pair.read for pair in pairing.pairs} | pairing.again
    errors = [_missed(document, claim) for at, claim in enumerate(gold) if at not in found]
    errors += [_extra(document, claim) for at, claim in enumerate(read) if at not in used]
    errors += [error for pair in pairing.pairs if (error := _wrong_slots(document, read, pair))]
    return sorted(errors, key=lambda error: error.at or (len(document.text), 0))


def _missed(document: GoldDocument, claim: ScoredClaim) -> ClaimError:
    return _error(document, "missed", claim, gold=claim)


def _extra(document: GoldDocument, claim: ScoredClaim) -> ClaimError:
    return _error(document, "extra", claim, read=claim)


def _wrong_slots(document: GoldDocument, read: Sequence[ScoredClaim], pair: Pair) -> ClaimError | None:
    gold_claim, read_claim = document.claims[pair.gold], read[pair.read]
    differences = _differences(gold_claim, read_claim, pair.hits)
    if not differences:
        return None
    return _error(document, "slots", gold_claim, gold=gold_claim, read=read_claim, differences=differences)


def _error(
    document: GoldDocument,
    kind: ErrorKind,
    told: ScoredClaim,
    *,
    gold: ScoredClaim | None = None,
    read: ScoredClaim | None = None,
    differences: tuple[Difference, ...] = (),
) -> ClaimError:
    places = trigger_ranges(document.text, told)
    return ClaimError(
        document=document.id,
        kind=kind,
        type=told.type,
        trigger=told.trigger.text if told.trigger else "",
        evidence=told.evidence.text if told.evidence else "",
        at=places[0] if places else None,
        gold=gold,
        read=read,
        differences=differences,
    )


def _differences(gold: ScoredClaim, read: ScoredClaim, hits: Mapping[str, int]) -> tuple[Difference, ...]:
    found = [_difference(name, gold, read) for name in SLOTS if not is_full(name, gold, read, hits)]
    if gold.status != read.status:
        found.append(Difference("status", (Item(gold.status, False),), (Item(read.status, False),)))
    if gold.point and not _is_near(gold, read, FAR_KM):
        held = (Item(_show_point(read.point), False),) if read.point else ()
        found.append(Difference("point", (Item(_show_point(gold.point), False),), held))
    return tuple(found)


def _difference(name: str, gold: ScoredClaim, read: ScoredClaim) -> Difference:
    slot = SLOTS[name]
    partners = slot.partners(gold, read)
    taken = set(partners)
    return Difference(
        name,
        tuple(Item(slot.show(item), partners[at] is not None) for at, item in enumerate(slot.items(gold))),
        tuple(Item(slot.show(item), at in taken) for at, item in enumerate(slot.items(read))),
    )


def _show_point(point: tuple[float, float]) -> str:
    return f"{point[0]:.2f}, {point[1]:.2f}"
