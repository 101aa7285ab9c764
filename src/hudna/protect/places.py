"""Places no more exact than a profile allows, and which claims are about places that must not be found."""

from __future__ import annotations

import math

from hudna.arabic.clitics import splits
from hudna.arabic.letters import fold
from hudna.arabic.tokens import tokenise
from hudna.gazetteer import Gazetteer, Place
from hudna.protect.profiles import Level, Profile
from hudna.protect.records import ProtectedPlace
from hudna.recorded import RecordedClaim
from hudna.records import PlaceMention

_FINE = frozenset({"exact"})
_TOWNS = frozenset({"town", "district"})
_AREAS = frozenset({"region", "admin1"})

_SENSITIVE_TYPES = frozenset({"aid", "aid_obstruction", "displacement"})
_SENSITIVE_IDS = frozenset({
    "building.mustashfa", "building.markaz_sihhi", "building.saydaliyya", "building.malja", "area.mukhayyam",

    "vehicle.sayyarat_isaf", "victim.nazih", "victim.laji", "victim.muhajjar",
})  # fmt: skip
_SENSITIVE_FAMILIES = ("aid.",)
_SENSITIVE_KINDS = frozenset({"camp"})
_SENSITIVE_STEMS = tuple(
    fold(stem)
    for stem in (
        "مستشفى", "مستشفيات", "مشفى", "مشافي", "عيادة", "عيادات", "مستوصف", "صيدلي", "إسعاف", "مسعف", "أطباء", "طبيب",
        "جراح",
        "ملجأ", "ملاجئ", "مأوى", "مآوي", "إيواء", "مخيم", "نازح", "لاجئ", "لجوء", "إغاث", "مساعدات", "معونات", "أونروا",
        "توليد", "أقبية",
    )
)  # fmt: skip
"""How words of hospitals, shelters, camps and aid begin."""

_SENSITIVE_WORDS = frozenset(
    fold(word) for word in ("طبي", "طبية", "صحي", "صحية", "صحة", "قبو", "معونة", "خيام", "خيمة")
)
"""Words of such places that other words begin like."""


def is_sensitive(recorded: RecordedClaim) -> bool:
    """Whether a claim tells of a hospital, a shelter, a camp or aid, by its type, its slots or its words."""
    claim = recorded.claim
    if claim.type in _SENSITIVE_TYPES or any(place.kind in _SENSITIVE_KINDS for place in claim.places):
        return True
    for item in (*claim.actors, *claim.targets):
        if item.id and (item.id in _SENSITIVE_IDS or item.id.startswith(_SENSITIVE_FAMILIES)):
            return True
    texts = [claim.evidence.text, *(span.text for span in claim.also), recorded.document.title or ""]
    return any(_has_stem(token.form) for text in texts for token in tokenise(text))


def _has_stem(form: str) -> bool:
    for _, lead_off in splits(form):
        base = lead_off.removeprefix("ال")
        if base in _SENSITIVE_WORDS or base.startswith(_SENSITIVE_STEMS):
            return True
    return False


class Coarsener:
    """Makes places coarser by the gazetteer's hierarchy."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def place(self, mention: PlaceMention, profile: Profile, level: Level) -> ProtectedPlace | None:
        """The place of a mention at a level; None when it cannot be placed at that level or may not be told."""
        if level == "exact":
            return self._as_it_is(mention)
        precision = mention.precision or "unresolved"
        if level == "town" and precision in _TOWNS:
            return self._as_it_is(mention)
        if level == "town" and precision in _FINE:
            return self._on_the_grid(mention, profile.grid)
        if precision in _AREAS and level == "town":
            return self._as_it_is(mention)
        if precision == "country" or level == "country":
            return self._division(mention.country or _country_of(mention))
        return self._division(mention.admin1) or self._division(mention.country)

    def is_told_by_name(self, mention: PlaceMention, level: Level) -> bool:
        """Whether the naming of a place may stay in a masked text."""
        if level == "exact":
            return True
        return level == "town" and mention.precision in (_TOWNS | _AREAS | {"country"})

    def part_name(self, name: str, level: Level) -> str | None:
        """The name of a line of a breakdown if it is a country or province, or a place that the level may tell."""
        if level in ("exact", "town"):
            return name
        places = self._gazetteer.lookup(fold(name))
        wide = next((place for place in places if place.kind in ("country", "admin1")), None)
        return wide.name if wide is not None else None

    def _as_it_is(self, mention: PlaceMention) -> ProtectedPlace:
        known = self._gazetteer.by_id(mention.id) if mention.id else None
        return self._described(
            name=mention.name or mention.span.text,
            english=known.english if known else None,
            id=mention.id,
            precision=mention.precision or "unresolved",
            point=mention.point,
            admin1=mention.admin1,
            country=mention.country,
        )

    def _on_the_grid(self, mention: PlaceMention, size: float) -> ProtectedPlace | None:
        """The province by name, with the centre of the grid cell as its point."""
        division = self._division(mention.admin1) or self._division(mention.country)
        if division is None or mention.point is None:
            return division
        latitude, longitude = (round((math.floor(degrees / size) + 0.5) * size, 6) for degrees in mention.point)
        return self._described(
            name=division.name,
            english=division.english,
            id=division.id,
            precision="grid",
            point=(latitude, longitude),
            admin1=mention.admin1,
            country=mention.country,
        )

    def _division(self, identity: str | None) -> ProtectedPlace | None:
        place = self._find(identity)
        if place is None:
            return None
        return self._described(
            name=place.name,
            english=place.english,
            id=place.id,
            precision=place.precision,
            point=place.point,
            admin1=place.admin1 if place.kind == "admin1" else None,
            country=place.country,
        )

    def _find(self, identity: str | None) -> Place | None:
        if not identity:
            return None
        return self._gazetteer.by_id(identity) or self._gazetteer.by_id(f"iso:{identity}")

    def _described(
        self,
        *,
        name: str | None,
        english: str | None,
        id: str | None,
        precision: str,
        point: tuple[float, float] | None,
        admin1: str | None,
        country: str | None,
    ) -> ProtectedPlace:
        division, state = self._find(admin1), self._find(country)
        return ProtectedPlace(
            name=name,
            english=english,
            id=id,
            precision=precision,
            point=point,
            admin1=admin1,
            admin1_name=division.name if division else None,
            admin1_english=division.english if division else None,
            country=country,
            country_english=state.english if state else None,
        )


def _country_of(mention: PlaceMention) -> str | None:
    return mention.admin1.removeprefix("iso:").split("-")[0] if mention.admin1 else None
