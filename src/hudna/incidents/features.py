"""What is compared between claims: days, place, sides, figures and words, computed once for each claim."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from hudna.arabic.letters import fold
from hudna.arabic.tokens import tokenise
from hudna.incidents.families import FAMILIES
from hudna.recorded import RecordedClaim
from hudna.records import Figure, PlaceMention
from hudna.sides import Sides, is_generic

_EXACTNESS = {"exact": 5, "town": 4, "district": 3, "region": 2, "admin1": 1, "country": 0}
_SHORTEST_WORD = 3
_RARE_WORDS = 24
_LONG_WINDOW = 3


@dataclass(frozen=True, slots=True)
class Spot:
    """The most exact place of a claim, as far as places are compared."""

    id: str | None
    name: str
    exactness: int
    point: tuple[float, float] | None
    admin1: str | None
    country: str | None

    @property
    def is_point(self) -> bool:
        """Whether it is a town or something smaller, not an area."""
        return self.exactness >= _EXACTNESS["town"]


@dataclass(slots=True)
class Feature:
    """One claim as it is compared with others. Days are ordinals; `told` is False where they come from publication."""

    at: int
    claim: RecordedClaim
    family: str
    first: int | None
    last: int | None
    told: bool
    spots: tuple[Spot, ...]
    country: str | None
    actors: frozenset[str]
    targets: frozenset[str]
    generic: frozenset[str]
    figures: dict[str, tuple[Figure, ...]]
    tally: bool
    speaker: str | None
    words: frozenset[str]
    mass: float = 0.0
    """How much the words tell together, once `weigh` has seen all the claims."""

    @property
    def spot(self) -> Spot | None:
        """The most exact place."""
        return self.spots[0] if self.spots else None

    @property
    def is_long(self) -> bool:
        """Whether the claim covers more days than one happening does: a toll of a war, a month's raids."""
        return self.first is not None and self.last is not None and self.last - self.first >= _LONG_WINDOW


def features(claims: Sequence[RecordedClaim], sides: Sides) -> list[Feature]:
    """The features of claims, in their order. The rarest words of each are kept, by all the claims together."""
    countries = _document_countries(claims)
    words = [_words(claim) for claim in claims]
    frequency = Counter(word for own in words for word in own)
    return [
        _feature(at, claim, sides, countries.get(claim.document.key), _rarest(own, frequency))
        for at, (claim, own) in enumerate(zip(claims, words, strict=True))
    ]


def weigh(found: Sequence[Feature]) -> dict[str, float]:
    """How much each word tells: the rarer, the more. The features are told the mass of their words."""
    frequency = Counter(word for feature in found for word in feature.words)
    weight = {word: math.log(1 + len(found) / number) for word, number in frequency.items()}
    for feature in found:
        feature.mass = sum(map(weight.__getitem__, feature.words))
    return weight


def _document_countries(claims: Sequence[RecordedClaim]) -> dict[str, str]:
    """The country that most places of a document's claims lie in, or that the document is filed under."""
    told: dict[str, Counter[str]] = {}
    filed: dict[str, str] = {}
    for claim in claims:
        if claim.document.country:
            filed[claim.document.key] = claim.document.country
        for place in claim.claim.places:
            if place.country:
                told.setdefault(claim.document.key, Counter())[place.country] += 1
    return {**{key: found.most_common(1)[0][0] for key, found in told.items()}, **filed}


def _words(claim: RecordedClaim) -> frozenset[str]:
    return frozenset(
        token.form
        for token in tokenise(claim.claim.evidence.text)
        if len(token.form) > _SHORTEST_WORD or token.kind == "number"
    )


def _rarest(words: frozenset[str], frequency: Counter[str]) -> frozenset[str]:
    if len(words) <= _RARE_WORDS:
        return words
    return frozenset(sorted(words, key=lambda word: (frequency[word], word))[:_RARE_WORDS])


def _feature(
    at: int, recorded: RecordedClaim, sides: Sides, document_country: str | None, words: frozenset[str]
) -> Feature:
    claim = recorded.claim
    first, last, told = _days(recorded)
    spots = tuple(sorted((_spot(place) for place in claim.places), key=lambda spot: -spot.exactness))
    country = next((spot.country for spot in spots if spot.country), None) or document_country
    actors = {side for side in map(sides.of, claim.actors) if side}
    targets = {side for side in map(sides.of, claim.targets) if side}
    figures: dict[str, tuple[Figure, ...]] = {}
    for count in claim.counts:
        if count.value is not None:
            figures[count.what] = (*figures.get(count.what, ()), count.value)
    speaker = None
    if claim.speaker is not None:
        speaker = sides.actor(claim.speaker.span.text) or fold(claim.speaker.span.text)
    return Feature(
        at=at,
        claim=recorded,
        family=FAMILIES.get(claim.type, claim.type),
        first=first,
        last=last,
        told=told,
        spots=spots,
        country=country,
        actors=frozenset(side for side in actors if not is_generic(side)),
        targets=frozenset(side for side in targets if not is_generic(side)),
        generic=frozenset(side for side in actors | targets if is_generic(side)),
        figures=figures,
        tally="violations" in figures,
        speaker=speaker,
        words=words,
    )


def _spot(place: PlaceMention) -> Spot:
    exactness = _EXACTNESS.get(place.precision or "", -1)
    return Spot(place.id, fold(place.name or place.span.text), exactness, place.point, place.admin1, place.country)


def _days(recorded: RecordedClaim) -> tuple[int | None, int | None, bool]:
    when = recorded.claim.when
    if when is not None and when.first_day is not None:
        first = when.first_day.toordinal()
        last = (when.last_day or when.first_day).toordinal()
        return first, max(first, last), True
    if when is not None and when.span.text and recorded.document.published is None:
        return None, None, False
    published = recorded.document.published
    if published is None:
        return None, None, False
    return published.toordinal() - 1, published.toordinal(), False
