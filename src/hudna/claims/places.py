"""Places over a whole document: homonyms settled by its country, «هذه البلدة» given its name."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hudna.claims.draft import Draft, PlaceFiller
from hudna.find.places import PlaceHit
from hudna.find.view import SentenceView
from hudna.gazetteer import Gazetteer, Place, PlaceHead, capital_adjectives

_KIND_OF_HEAD = {"region": "admin1"}
"""«ريف إدلب» is a part of the governorate, not of the town."""
_WINDOW = 60
"""How many named places back «هذه البلدة» is looked up."""
_KEEPS = 3
"""Of how many events before it «هذه البلدة» may name the place."""
_NAMED_AFTER_TOWNS = frozenset({"site", "quarter", "road"})
"""«شارع المنصورة», «مستشفى القدس» may be called after a town of another country."""
_SETTLED = frozenset({"town", "village", "city"})
_DIVISIONS = frozenset({"admin1", "admin2"})
_SPOTS = frozenset({"village", "quarter", "site", "camp", "base", "mountain"})
"""Kinds of place of which many have the name of one elsewhere that the gazetteer does not know."""
_ABOUT = 3
"""How often a text names places of the country that it is about."""
_ABOUT_TOWNS = frozenset({"outskirts", "compass", "base", "road", "site"})
"""Heads of what lies in or about a town: of a town and a governorate of one name the town is meant."""


class PlaceMemory:
    """What a document has said of places so far."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._countries: Counter[str] = Counter()
        self._admin1: Counter[str] = Counter()
        self._named: list[PlaceFiller] = []
        self._heading: PlaceFiller | None = None
        """The place that stands alone as the sentence before, as a heading does."""
        self._headed: PlaceFiller | None = None
        self._events: list[Draft] = []
        self._country_named: dict[str, PlaceFiller] = {}
        self._beside: dict[int, list[str]] = {}
        self._capitals = {place.id for name in capital_adjectives().values() for place in gazetteer.lookup(name)[:2]}

    def note(self, view: SentenceView) -> None:
        """Count the countries and governorates that a sentence names without doubt, and keep the places it names."""
        self._heading = self._headed
        self._headed = _heading(view)
        for hit in view.places:
            if hit.anaphor or hit.described or hit.part_of is not None or not hit.certain:
                continue
            countries = {place.country for place in hit.places if place.country}
            if len(countries) == 1 and not _may_be_named_after(hit):
                self._countries[next(iter(countries))] += 1
            if hit.places and hit.places[0].kind == "admin1" and hit.places[0].admin1:
                self._admin1[hit.places[0].admin1] += 1
            filler = PlaceFiller(view, hit, "places.named")
            self._named.append(filler)
            if hit.places and hit.places[0].kind == "country":
                self._country_named[hit.places[0].country] = filler

    def resolve(self, filler: PlaceFiller) -> Place | None:
        """The gazetteer place of a hit, by the document's country and governorate; None when nobody knows it."""
        hit = filler.hit
        if not hit.places:
            return None
        if len(hit.places) == 1 and not _may_be_named_after(hit):
            return None if self._is_stray(hit.places[0]) else hit.places[0]
        country = self._country_beside(filler)
        admin1 = self._admin1.most_common(1)[0][0] if self._admin1 else None
        kind = None if hit.head is None else _KIND_OF_HEAD.get(hit.head.kind, hit.head.kind)
        candidates = hit.places
        if hit.head is None or hit.head.kind in _ABOUT_TOWNS:  # «في الخرطوم» is the town, not its governorate
            towns = {place.country for place in candidates if place.kind == "town"}
            candidates = tuple(p for p in candidates if p.kind != "admin1" or p.country not in towns) or candidates
        place = self._gazetteer.resolve(candidates, country, admin1, None, kind)
        abroad = place is not None and country is not None and place.country not in ("", country)
        return None if abroad and _may_be_named_after(hit) else place

    def _is_stray(self, place: Place) -> bool:
        """Whether a spot lies in a country of which a text about another one names nothing else."""
        if place.kind not in _SPOTS or not place.country or self._countries[place.country] > 1:
            return False
        country, times = next(iter(self._countries.most_common(1)), (place.country, 0))
        return country != place.country and times >= _ABOUT

    def _country_beside(self, filler: PlaceFiller) -> str | None:
        """The country of the places named beside a homonym, else the one that the document names most."""
        candidates = {place.country for place in filler.hit.places}
        beside = self._beside.get(id(filler.view))
        if beside is None:
            sure = (hit.places for hit in filler.view.places if hit.certain and not _may_be_named_after(hit))
            counted = Counter(places[0].country for places in sure if len({place.country for place in places}) == 1)
            beside = self._beside[id(filler.view)] = [country for country, _ in counted.most_common()]
        fits = [country for country in beside if country in candidates]
        if fits:
            return fits[0]
        return self._countries.most_common(1)[0][0] if self._countries else None

    def settle(self, drafts: list[Draft]) -> None:
        """Give the places that only refer («هذه البلدة») their names, and remember where the events were."""
        for draft in drafts:
            draft.places = self._settled(draft.places)
            if not draft.places and self._heading is not None:
                draft.places = [self._heading]
        self._events += [draft for draft in drafts if draft.places]

    def _settled(self, fillers: list[PlaceFiller]) -> list[PlaceFiller]:
        """The places with the names that references stand for, each named once."""
        found: list[PlaceFiller] = []
        for filler in fillers:
            hit = filler.hit
            named: list[PlaceFiller] = []
            if hit.anaphor and hit.head is not None:
                named = self._antecedents(filler.view, hit, hit.head)
            elif hit.part_of is not None and hit.part_of.kind != "country":
                named = self._antecedents(filler.view, hit, hit.part_of)
            if not hit.anaphor:
                found.append(filler)
            elif not named:
                found.append(self._strip(filler))
            found.extend(PlaceFiller(n.view, n.hit, "places.antecedent") for n in named)
        kept: list[PlaceFiller] = []
        for filler in found:
            if not any(_same_place(filler, other) for other in kept):
                kept.append(filler)
        return kept

    def _strip(self, filler: PlaceFiller) -> PlaceFiller:
        """«القطاع» in a text about Palestine is the Gaza Strip, named before or not."""
        top = self._countries.most_common(1)
        if not filler.hit.name.endswith("القطاع") or not top or top[0][0] not in ("PS", "IL"):
            return filler
        hit = replace(filler.hit, places=self._gazetteer.lookup("قطاع غزه")[:1], anaphor=False)
        return PlaceFiller(filler.view, hit, "places.strip")

    def _antecedents(self, view: SentenceView, hit: PlaceHit, head: PlaceHead) -> list[PlaceFiller]:
        """What «المدينة», «هذه البلدة», «القريتين» stand for: the latest place of events, else the latest named."""
        if head.number == "two":
            return self._pair(view, hit, head)
        if head.kind == "country":
            top = self._countries.most_common(1)
            named_country = self._country_named.get(top[0][0]) if top else None
            return [] if named_country is None else [named_country]
        named = [f for f in self._named[-_WINDOW:] if f.view is not view or f.hit.first < hit.first]
        if hit.name.endswith("العاصمه"):
            capitals = [f for f in named if any(place.id in self._capitals for place in f.hit.places)]
            return capitals[-1:]
        this = bool(hit.first) and view.roles[hit.first - 1] == "pronoun"
        here = [f for f in named if f.view is view and _is_called(f.hit, head)]
        told = [place for event in self._events[-_KEEPS:] for place in event.places]
        order = (named,) if this else (here, [f for f in told if f.view is not view], named)
        for filler in (f for group in order for f in reversed(group)):
            homonym = head.kind in _DIVISIONS and any(filler is other for other in here)
            if not filler.hit.described and filler.hit.part_of is None and (homonym or _answers(filler.hit, head)):
                return [filler]
        return []

    def _pair(self, view: SentenceView, hit: PlaceHit, head: PlaceHead) -> list[PlaceFiller]:
        """«القريتين»: the two places that were named together last."""
        listed = [f for f in self._named[-_WINDOW:] if f.hit.head is not None and f.hit.head.number == "two"]
        kind = [f for f in listed if f.hit.head is not None and f.hit.head.kind == head.kind]
        earlier = [f for f in kind if f.view is not view or f.hit.first < hit.first]
        if len(earlier) < 2 or earlier[-2].view is not earlier[-1].view:
            return []
        return earlier[-2:]


def _heading(view: SentenceView) -> PlaceFiller | None:
    """«الحديدة.. معارك»: a place that stands alone before what is told of it."""
    if len(view.places) != 1 or not view.places[0].certain or view.places[0].first:
        return None
    alone = all(not form.isalnum() for form in view.forms[view.places[0].last :])
    return PlaceFiller(view, view.places[0], "places.heading") if alone else None


def _may_be_named_after(hit: PlaceHit) -> bool:
    """Whether a site, quarter or road may only be called after a place («شارع المنصورة»)."""
    return hit.head is not None and hit.head.kind in _NAMED_AFTER_TOWNS


def _same_place(first: PlaceFiller, second: PlaceFiller) -> bool:
    """Whether two mentions are one, or name one place with one word («محافظة الجوف», «الجوف»)."""
    if first.view is second.view and first.hit.first == second.hit.first:
        return True
    if any(hit.head is not None and hit.head.compass for hit in (first.hit, second.hit)):
        return False
    ids = {place.id for place in first.hit.places} & {place.id for place in second.hit.places}
    return bool(ids) and not set(first.hit.name.split()).isdisjoint(second.hit.name.split())


def _is_called(hit: PlaceHit, head: PlaceHead) -> bool:
    """Whether a place is told as what a head says, or may be the governorate or district that it means."""
    if hit.head is not None and hit.head.kind == head.kind:
        return True
    return head.kind in _DIVISIONS and any(place.kind == head.kind for place in hit.places)


def _answers(hit: PlaceHit, head: PlaceHead) -> bool:
    """Whether a named place can be what a head stands for."""
    place = hit.places[0] if hit.places else None
    own = hit.head.kind if hit.head is not None else ""
    if own == head.kind:
        return True
    if place is None or own in ("compass", "outskirts", "region"):
        return False
    if head.kind in _SETTLED:
        return place.kind in _SETTLED
    return place.kind == head.kind
