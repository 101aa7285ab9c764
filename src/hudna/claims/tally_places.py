"""The places that a document names, as mentions for the parts of its tallies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from hudna.find.places import PlaceHit
from hudna.find.view import SentenceView
from hudna.gazetteer import Place
from hudna.records import PlaceMention, Source, Span


def place_mentions(text: str, views: Sequence[SentenceView]) -> list[PlaceMention]:
    """The known places of a document in the order of the text; homonyms go to the country named most."""
    hits = [(view, hit) for view in views for hit in view.places if hit.places and not hit.anaphor]
    countries: Counter[str] = Counter()
    for _, hit in hits:
        named = {place.country for place in hit.places if place.country}
        if len(named) == 1:
            countries.update(named)
    country = countries.most_common(1)[0][0] if countries else ""
    return [_mention(text, view, hit, _settled(hit.places, country)) for view, hit in hits]


def _settled(places: Sequence[Place], country: str) -> Place:
    """Lists of parts name governorates: of several homonyms that one is meant, in the document's country."""
    near = [place for place in places if place.country == country] or list(places)
    return next((place for place in near if place.kind == "admin1"), near[0])


def _mention(text: str, view: SentenceView, hit: PlaceHit, place: Place) -> PlaceMention:
    start, end = view.surface(*hit.extent())
    compass = hit.head is not None and hit.head.compass
    return PlaceMention(
        Span.of(text, start, end),
        Source("sums.part", place.id),
        place.name,
        place.id,
        place.kind,
        place.point,
        hit.head.precision if compass and hit.head is not None else place.precision,
        place.admin1 or None,
        place.country or None,
    )
