"""Places over a whole document: homonyms settled by its country, «هذه البلدة» given its name, places inherited."""

from __future__ import annotations

from collections import Counter

from hudna.claims.draft import Draft, PlaceFiller
from hudna.claims.merge import MEANS
from hudna.find.places import PlaceHit
from hudna.find.view import SentenceView
from hudna.gazetteer import Gazetteer, Place

_KIND_OF_HEAD = {"region": "admin1"}
"""«ريف إدلب» is a part of the governorate, not of the town."""
_WINDOW = 60
"""How many named places back «هذه البلدة» is looked up."""
_KEEPS = 3
"""Over how many sentences a place is inherited by details of the same event."""


_LOCAL_TYPES = frozenset({"armed_clash", "killing", "detention", "abduction", "destruction", "siege", *MEANS})
"""Types of event that an article tells of its own place when it names none."""


class PlaceMemory:
    """What a document has said of places so far."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._countries: Counter[str] = Counter()
        self._admin1: Counter[str] = Counter()
        self._named: list[PlaceFiller] = []
        self._lead: list[PlaceFiller] = []
        self._last: tuple[int, list[PlaceFiller]] | None = None

    def note(self, view: SentenceView) -> None:
        """Count the countries and governorates that a sentence names without doubt, and give anaphors their names."""
        for hit in view.places:
            if hit.anaphor or not hit.certain:
                continue
            countries = {place.country for place in hit.places if place.country}
            if len(countries) == 1:
                self._countries[next(iter(countries))] += 1
            if hit.places and hit.places[0].kind == "admin1" and hit.places[0].admin1:
                self._admin1[hit.places[0].admin1] += 1
            self._named.append(PlaceFiller(view, hit, "places.named"))

    def resolve(self, filler: PlaceFiller) -> Place | None:
        """The gazetteer place of a hit, by the document's country and governorate; None when nobody knows it."""
        hit = filler.hit
        if not hit.places:
            return None
        if len(hit.places) == 1:
            return hit.places[0]
        country = self._countries.most_common(1)[0][0] if self._countries else None
        admin1 = self._admin1.most_common(1)[0][0] if self._admin1 else None
        kind = None if hit.head is None else _KIND_OF_HEAD.get(hit.head.kind, hit.head.kind)
        candidates = hit.places
        if hit.head is None or hit.head.kind == "outskirts":  # «في الخرطوم» is the town, not its governorate
            towns = {place.country for place in candidates if place.kind == "town"}
            candidates = tuple(p for p in candidates if p.kind != "admin1" or p.country not in towns) or candidates
        return self._gazetteer.resolve(candidates, country, admin1, None, kind)

    def antecedent(self, view: SentenceView, hit: PlaceHit) -> PlaceFiller | None:
        """The latest place named before «المدينة», «هذه البلدة» or «المحافظة» that it can stand for."""
        wanted = hit.head.kind if hit.head is not None else ""
        for filler in reversed(self._named[-_WINDOW:]):
            if filler.view is view and filler.hit.first >= hit.first:
                continue
            place = filler.hit.places[0] if filler.hit.places else None
            head = filler.hit.head.kind if filler.hit.head is not None else ""
            if head == wanted or (place is not None and _fits(place, wanted)):
                return filler
        return None

    def inherit(self, drafts: list[Draft]) -> None:
        """Give anaphors their names and drafts without a place that of their sentence or of the event before."""
        for draft in drafts:
            draft.places = [self._settled(filler) for filler in draft.places]
        with_places = [d for d in drafts if d.places]
        for draft in drafts:
            if draft.places:
                continue
            if with_places:
                draft.places = [PlaceFiller(p.view, p.hit, "places.of_sentence") for p in with_places[-1].places]
            elif self._last is not None and draft.sentence - self._last[0] <= _KEEPS and draft.definite and draft.noun:
                draft.places = [PlaceFiller(p.view, p.hit, "places.inherited") for p in self._last[1]]
            elif self._lead and draft.type in _LOCAL_TYPES:
                draft.places = [PlaceFiller(p.view, p.hit, "places.lead") for p in self._lead]
        if with_places:
            if not self._lead:
                self._lead = [p for p in with_places[0].places if not p.hit.anaphor]
            self._last = (with_places[-1].sentence, list(with_places[-1].places))

    def _settled(self, filler: PlaceFiller) -> PlaceFiller:
        if not filler.hit.anaphor:
            return filler
        named = self.antecedent(filler.view, filler.hit)
        return filler if named is None else PlaceFiller(named.view, named.hit, "places.antecedent")


def _fits(place: Place, head: str) -> bool:
    if head in ("city", "town", "village", "مدينة", "بلدة", "قرية"):
        return place.kind in ("town", "village", "city")
    return place.kind == head
