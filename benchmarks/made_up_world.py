"""A made-up world for benchmarks: what happens in seven countries over five years, and who tells of it.

Places and actors are those of the gazetteer and the lexicon, so that the pages have names, sides and areas to show;
everything that happens between them is drawn by chance from a seed. A few happenings are told by many, most by few; a
few days are busy, most are quiet.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from hudna.gazetteer.place import Place
from hudna.lexicon.store import default_lexicon
from hudna.places import default_gazetteer

FIRST_DAY = date(2015, 1, 1)
DAYS = 1826
COUNTRIES = {"SY": 30, "YE": 18, "IQ": 14, "LY": 11, "SD": 11, "PS": 9, "LB": 7}
"""How many of a hundred happenings each has."""

OUTLETS = 60
_PLACES = 140
_PLACE_KINDS = frozenset({"town", "village", "quarter", "admin2"})
_ACTOR_KINDS = frozenset({"armed_group", "state_force", "coalition", "state"})
_GREAT_EVERY, _GREAT_SHARE = 150, 8.0
"""Now and then something happens that most articles of the day tell, and many more are written."""
_TELLINGS = 4
"""Claims about a happening, on average."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of happening: its words, and whether people come to harm in it."""

    type: str
    words: str
    neutral: tuple[str, str]
    entry: str
    weight: int
    harm: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A naming with what the lexicon knows of it."""

    words: str
    name: str | None = None
    id: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Happening:
    """What happened: the same for all who tell of it, but for the figures."""

    kind: Kind
    place: Place
    day: date
    actor: Name
    target: Name
    killed: int
    wounded: int


@dataclass(frozen=True, slots=True)
class Day:
    """A day: its happenings by country with how much each is talked of, added up, and its share of all documents."""

    day: date
    share: float
    happenings: dict[str, tuple[list[Happening], list[float]]]


KINDS = (
    Kind("shelling", "قصف مدفعي", ("قصف", "shelling"), "shelling.qasf", 22, True),
    Kind("air_strike", "غارة جوية", ("قصف جوي", "aerial bombing"), "air_strike.ghara", 16, True),
    Kind("armed_clash", "اشتباكات عنيفة", ("اشتباك", "clash"), "armed_clash.ishtibak", 14, True),
    Kind("attack", "هجوم مباغت", ("هجوم", "attack"), "attack.hujum", 9, True),
    Kind("explosion", "انفجار عبوة ناسفة", ("انفجار", "explosion"), "explosion.infijar", 8, True),
    Kind("gunfire", "إطلاق نار كثيف", ("إطلاق نار", "gunfire"), "gunfire.itlaq_nar", 6, True),
    Kind("detention", "حملة اعتقالات", ("احتجاز", "detention"), "detention.itiqal", 5),
    Kind("displacement", "نزوح مئات العائلات", ("نزوح", "displacement"), "displacement.nuzuh", 4),
    Kind("deployment", "انتشار تعزيزات", ("انتشار قوات", "deployment"), "deployment.intishar", 4),
    Kind("territory_taken", "سيطرة على مواقع", ("سيطرة", "change of control"), "territory_taken.saytara", 3),
    Kind("aid", "دخول قافلة مساعدات", ("قافلة إغاثة", "aid convoy"), "aid.qafila", 3),
    Kind("protest", "مظاهرة شعبية", ("احتجاج", "protest"), "protest.muzahara", 3),
    Kind("talks", "جولة محادثات", ("محادثات", "talks"), "talks.muhadathat", 2),
    Kind("release", "إفراج عن محتجزين", ("إفراج", "release"), "release.ifraj", 1),
)
_TARGETS = (
    (Name("مدنيين", None, "victim.madani", "victim"), 8),
    (Name("مواقع عسكرية", None, "site.mawqi", "position"), 6),
    (Name("منازل سكنية", None, "building.manzil", "building"), 5),
    (Name("نقطة تفتيش", None, "site.hajiz", "position"), 3),
    (Name("مستشفى ميداني", None, "building.mustashfa", "building"), 1),
)


class World:
    """Everything that can happen and be told, by the seed alone."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.places = {country: self._places(country) for country in COUNTRIES}
        self.actors = {country: self._actors(country) for country in COUNTRIES}
        self.outlets = [f"{first} {second}" for first in _OUTLET_FIRST for second in _OUTLET_SECOND][:OUTLETS]
        self.speakers = {country: self._speakers(country) for country in COUNTRIES}

    def days(self, claims: int) -> Iterator[Day]:
        """The days in their order, with happenings for so many claims in all."""
        shares = [self.chance.lognormvariate(0, 0.55) for _ in range(DAYS)]
        great = frozenset(range(60, DAYS, _GREAT_EVERY))
        for at in great:
            shares[at] = _GREAT_SHARE
        whole = sum(shares)
        for at, share in enumerate(shares):
            number = max(len(COUNTRIES), round(claims * share / whole / _TELLINGS))
            day = FIRST_DAY + timedelta(days=at)
            happenings = {each: self._happenings(each, day, number, at in great) for each in COUNTRIES}
            yield Day(day, share / whole, happenings)

    def _happenings(self, country: str, day: date, number: int, is_great: bool) -> tuple[list[Happening], list[float]]:
        own = max(1, round(number * COUNTRIES[country] / 100))
        found = [self._happening(country, day) for _ in range(own)]
        talked_of = [self.chance.paretovariate(1.1) for _ in found]
        if is_great:
            talked_of[0] += sum(talked_of) / 2
        return found, list(accumulate(talked_of))

    def _happening(self, country: str, day: date) -> Happening:
        chance = self.chance
        places, weights = self.places[country]
        kind = chance.choices(KINDS, [each.weight for each in KINDS])[0]
        killed = int(chance.paretovariate(1.3)) - 1 if kind.harm else 0
        return Happening(
            kind=kind,
            place=chance.choices(places, cum_weights=weights)[0],
            day=day,
            actor=_skewed(chance, self.actors[country]),
            target=chance.choices([name for name, _ in _TARGETS], [weight for _, weight in _TARGETS])[0],
            killed=min(killed, 90),
            wounded=min(killed * 2 + chance.randrange(4), 200) if kind.harm else 0,
        )

    def _places(self, country: str) -> tuple[list[Place], list[float]]:
        """Places of a country with their weights added up: the first ones are named far more often than the last."""
        known = {
            place.id: place
            for entries in default_gazetteer().first_words.values()
            for _, places in entries
            for place in places
            if place.country == country and place.kind in _PLACE_KINDS and place.point and place.admin1
        }
        found = [known[key] for key in sorted(known)]
        self.chance.shuffle(found)
        return found[:_PLACES], list(accumulate(1 / (at + 3) for at in range(len(found[:_PLACES]))))

    def _actors(self, country: str) -> list[Name]:
        entries = [
            entry
            for entry in default_lexicon().family("actor")
            if entry.data.get("country") == country and entry.data["kind"] in _ACTOR_KINDS
        ]
        return [
            Name(str(entry.data["name"]["ar"]), str(entry.data["name"]["ar"]), entry.id, str(entry.data["kind"]))
            for entry in sorted(entries, key=lambda entry: entry.id)
        ][:14]

    def _speakers(self, country: str) -> list[Name]:
        told = [entry for entry in default_lexicon().family("actor") if entry.data["kind"] in ("monitor", "media")]
        watchers = [entry for entry in told if entry.data.get("country") == country]
        agencies = [entry for entry in told if not entry.data.get("country")]
        named = [Name(str(entry.data["name"]["ar"]), None, entry.id) for entry in (*watchers[:4], *agencies[:8])]
        people = [f"{first} {last}" for first, last in zip(_GIVEN, _FAMILY, strict=True)]
        officers = [Name(f"{rank} {person}") for rank in _RANKS for person in people]
        self.chance.shuffle(officers)
        return [*map(Name, _SOURCES), *named, *self.actors[country][:3], *officers[:30]]

    def outlet(self) -> str:
        """Who publishes: a few write much, the last ones little."""
        return self.outlets[min(int(self.chance.expovariate(5 / OUTLETS)), OUTLETS - 1)]

    def speaker(self, country: str) -> Name:
        """Who says it: a few say much, many say little."""
        return _skewed(self.chance, self.speakers[country])


def _skewed(chance: random.Random, names: Sequence[Name]) -> Name:
    return names[min(int(chance.expovariate(3 / len(names))), len(names) - 1)]


_SOURCES = ("مصادر محلية", "مصدر أمني", "شهود عيان", "مصدر طبي", "ناشطون", "مصدر في الدفاع المدني")
_RANKS = ("العميد", "العقيد", "الناطق", "المسؤول المحلي", "الطبيب")
_GIVEN = ("سالم", "نادر", "مروان", "هيثم", "وليد", "زياد", "فراس", "عدنان", "باسل", "رامي", "طارق", "غسان")
_FAMILY = (
    "الجبوري", "الحسيني", "العمري", "البيطار", "الشامي", "المصراتي", "الصنعاني", "الخطيب", "النجار", "الحداد", "القاسم",
    "الدوسري",
)  # fmt: skip
_OUTLET_FIRST = ("صوت", "أخبار", "منبر", "مرآة", "نداء", "بوابة", "وكالة", "صدى", "دفاتر", "شبكة")
_OUTLET_SECOND = ("الوادي", "الجسر", "الضفاف", "السهل", "المرفأ", "الميدان")
