"""Made-up articles with the claims that they make, written down together: no reader reads them.

A text is put together piece by piece, and every field of a claim notes the piece that it stands on, so that its offsets
are true. The words are the project's own.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from typing import Any

from made_up_world import COUNTRIES, Day, Happening, Name, World

Data = dict[str, Any]
Piece = tuple[int, int]

COPIED = 0.14
"""The share of articles that another outlet has taken over."""
TALLIES = 0.3
"""The share of Syrian articles that hold a daily tally of violations."""
_YESTERDAY, _EARLIER = 0.25, 0.05
_ZONE = timezone(timedelta(hours=3))
_ZONES = (
    ("إدلب", "iso:SY-ID", (35.93, 36.63)),
    ("حلب", "iso:SY-HL", (36.2, 37.16)),
    ("حماة", "iso:SY-HM", (35.13, 36.76)),
    ("اللاذقية", "iso:SY-LA", (35.52, 35.79)),
)
_SIDES = (
    (Name("الجانب الروسي", None, "monitor.russian_side"), "حالات إطلاق نار", ("حالات إطلاق نار", "cases of firing")),
    (Name("الجانب التركي", None, "monitor.turkish_side"), "خرقا", ("خرق هدنة", "ceasefire violation")),
)


@dataclass(slots=True)
class Article:
    """An article as it would come in, with the JSON form of its claims and findings."""

    number: int
    day: date
    outlet: str
    title: str
    text: str
    claims: list[Data]
    findings: list[Data] = field(default_factory=list)
    published_at: datetime | None = None

    def original(self) -> bytes:
        """The line of a file that it would have come as."""
        told = {
            "id": self.number,
            "title": self.title,
            "text": self.text,
            "published": self.day.isoformat(),
            "outlet": self.outlet,
        }
        return json.dumps(told, ensure_ascii=False).encode()


class _Text:
    """A text in the making."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.end = 0

    def put(self, words: str) -> Piece:
        """Add words, and give where they stand."""
        start, self.end = self.end, self.end + len(words)
        self.parts.append(words)
        return start, self.end

    def __str__(self) -> str:
        return "".join(self.parts)


class Writer:
    """Writes the articles of a world, day by day."""

    def __init__(self, world: World) -> None:
        self.world, self.chance = world, world.chance
        self._recent: list[Article] = []
        self._written = 0

    def articles(self, days: Iterator[Day], documents: int, claims: int) -> Iterator[Article]:
        """So many articles with so many claims in all, the oldest first."""
        earlier: list[Day] = []
        told = 0
        due = 0.0
        for day in days:
            earlier = [*earlier[-5:], day]
            due += day.share * documents
            while self._written < min(round(due), documents):
                article = self._article(earlier, (claims - told) / (documents - self._written))
                self._written += 1
                told += len(article.claims)
                yield article
            self._recent = self._recent[-200:]

    def _article(self, days: Sequence[Day], wanted: float) -> Article:
        if self._recent and self.chance.random() < COPIED:
            return self._copy(self.chance.choice(self._recent[-40:]), days[-1].day)
        country = self.chance.choices(list(COUNTRIES), list(COUNTRIES.values()))[0]
        number = max(1, round(self.chance.gauss(wanted, wanted / 4)))
        told = list(dict.fromkeys(self._happening(country, days) for _ in range(number)))
        article = self._write(country, told, days[-1].day, number)
        self._recent.append(article)
        return article

    def _happening(self, country: str, days: Sequence[Day]) -> Happening:
        drawn = self.chance.random()
        back = self.chance.randrange(1, len(days) + 1) if drawn < _EARLIER else 2 if drawn < _YESTERDAY else 1
        happenings, weights = days[-min(back, len(days))].happenings[country]
        return self.chance.choices(happenings, cum_weights=weights)[0]

    def _copy(self, own: Article, day: date) -> Article:
        """The same article in another outlet, with a sentence more."""
        outlet = self.world.outlet()
        text = f"{own.text} نقلا عن {own.outlet}."
        return Article(self._written, max(day, own.day), outlet, own.title, text, own.claims, own.findings, None)

    def _write(self, country: str, told: list[Happening], day: date, number: int) -> Article:
        chance, text = self.chance, _Text()
        claims: list[Data] = []
        findings: list[Data] = []
        for at in range(number):
            if at % 3 == 0:
                text.put(f"{self._filler(country)}. ")
            claims.append(self._claim(text, country, told[at % len(told)], day))
            text.put(". ")
        if country == "SY" and chance.random() < TALLIES:
            for side in range(len(_SIDES)):
                self._tally(text, side, day, claims, findings)
        text.put(f"{self._filler(country)}.")
        title = f"{told[0].kind.words} في {told[0].place.name}"
        moment = datetime.combine(day, time(chance.randrange(5, 23), chance.randrange(60)), _ZONE)
        return Article(
            self._written, day, self.world.outlet(), title, str(text), claims, findings,
            moment if chance.random() < 0.6 else None,
        )  # fmt: skip

    def _filler(self, country: str) -> str:
        chance = self.chance
        officer = f"{chance.choice(_GIVEN_NAMES)} {chance.choice(_LATER_NAMES)}"
        place = chance.choice(self.world.places[country][0]).name
        return chance.choice(_FILLERS).format(
            person=officer, place=place, thing=chance.choice(_THINGS), quality=chance.choice(_QUALITIES)
        )

    def _claim(self, text: _Text, country: str, told: Happening, day: date) -> Data:
        chance = self.chance
        speaker = self.world.speaker(country) if chance.random() < 0.8 else None
        evidence_start = text.end
        said = None
        if speaker:
            verb, that = chance.choice(_SAYS)
            text.put(verb)
            said = text.put(speaker.words)
            text.put(that)
        trigger = text.put(told.kind.words)
        actor = target = when = None
        if chance.random() < 0.7:
            text.put(chance.choice((" من جانب ", " نفذته ", " نسب إلى ")))
            actor = text.put(told.actor.words)
        if told.kind.harm and chance.random() < 0.6:
            text.put(" على ")
            target = text.put(told.target.words)
        text.put(chance.choice((" في ", " وقع في ", " قرب ")))
        place = text.put(told.place.name)
        if chance.random() < 0.75:
            text.put(" ")
            when = text.put("اليوم" if told.day == day else f"يوم {told.day.day}/{told.day.month}")
        counts = list(self._counts(text, told))
        return {
            "type": told.kind.type,
            "neutral": {"ar": told.kind.neutral[0], "en": told.kind.neutral[1]},
            "trigger": _span(told.kind.words, trigger),
            "evidence": _span(str(text)[evidence_start:], (evidence_start, text.end)),
            "also": [],
            "actors": [_named(told.actor, actor)] if actor else [],
            "targets": [_named(told.target, target)] if target else [],
            "places": [_place(told, place)],
            "when": _when(told.day if when else None, when, "اليوم" if told.day == day else None),
            "counts": counts,
            "speaker": _speaker(speaker, said) if speaker and said else None,
            "status": chance.choices(("happened", "ongoing", "denied", "possible"), (90, 5, 2, 3))[0],
            "status_rule": None,
            "status_cue": None,
            "rule": "claims.noun",
            "entry": told.kind.entry,
        }

    def _counts(self, text: _Text, told: Happening) -> Iterator[Data]:
        """The toll as this source gives it: mostly the same, at times another."""
        if (not told.killed and not told.wounded) or self.chance.random() < 0.35:
            return
        text.put("، ما أدى إلى ")
        for what, words, of, number in (
            ("killed", "مقتل", "أشخاص", told.killed),
            ("wounded", "إصابة" if not told.killed else "وإصابة", "آخرين", told.wounded),
        ):
            if number == 0:
                continue
            value = number if self.chance.random() < 0.8 else max(1, number + self.chance.randrange(-2, 4))
            text.put(f"{words} ")
            piece = text.put(f"{value} {of}")
            text.put(" ")
            yield _count(what, of, value, piece)

    def _tally(self, text: _Text, side: int, day: date, claims: list[Data], findings: list[Data]) -> None:
        speaker, unit, neutral = _SIDES[side]
        # All outlets tell one day's figures alike, as they come from one bulletin.
        same = random.Random(f"{day} {side}")
        values = [same.randrange(9) for _ in _ZONES]
        stated = sum(values) + (2 if same.random() < 0.08 else 0)
        text.put(" ")
        start = text.end
        text.put("وأعلن ")
        said = text.put(speaker.words)
        text.put(" تسجيل ")
        figure = text.put(f"{stated} {unit}")
        when = (text.put(" ")[1], text.put("خلال الساعات الماضية")[1])
        text.put(" في")
        parts, places = [], []
        for (name, identity, point), value in zip(_ZONES, values, strict=True):
            text.put(" ")
            own = text.put(name)
            whole = (own[0], text.put(f" ({value})")[1])
            parts.append({"place": name, "value": value, "by": "place", "start": whole[0], "end": whole[1]})
            places.append(_zone(name, identity, point, own))
        claim = {
            "type": "ceasefire_violation",
            "neutral": {"ar": neutral[0], "en": neutral[1]},
            "trigger": _span(unit, (figure[1] - len(unit), figure[1])),
            "evidence": _span(str(text)[start:], (start, text.end)),
            "also": [],
            "actors": [],
            "targets": [],
            "places": places,
            "when": _when(day, when, "خلال الساعات الماضية"),
            "counts": [{**_count("violations", unit, stated, figure), "parts": parts, "whole": True}],
            "speaker": _speaker(speaker, said),
            "status": "happened",
            "status_rule": None,
            "status_cue": None,
            "rule": "claims.noun",
            "entry": "ceasefire_violation.halat",
        }
        text.put(".")
        findings.append(_finding(speaker.words, len(claims), stated, values))
        claims.append(claim)


def _span(words: str, piece: Piece) -> Data:
    return {"text": words, "start": piece[0], "end": piece[1]}


def _named(name: Name, piece: Piece) -> Data:
    known = {"name": name.name, "id": name.id, "kind": name.kind}
    return {
        "surface": name.words,
        "start": piece[0],
        "end": piece[1],
        **{key: value for key, value in known.items() if value is not None},
        "rule": "roles.genitive",
        "entry": name.id,
    }


def _place(told: Happening, piece: Piece) -> Data:
    place = told.place
    return {
        "surface": place.name,
        "start": piece[0],
        "end": piece[1],
        "name": place.name,
        "id": place.id,
        "kind": place.kind,
        "point": list(place.point or ()) or None,
        "precision": "district" if place.kind == "admin2" else "exact" if place.kind == "quarter" else "town",
        "admin1": place.admin1,
        "country": place.country,
        "rule": "circumstances.place",
        "entry": place.id,
    }


def _zone(name: str, identity: str, point: tuple[float, float], piece: Piece) -> Data:
    return {
        "surface": name, "start": piece[0], "end": piece[1], "name": name, "id": identity, "kind": "admin1",
        "point": list(point), "precision": "admin1", "admin1": identity, "country": "SY",
        "rule": "circumstances.place", "entry": identity,
    }  # fmt: skip


def _when(day: date | None, piece: Piece | None, words: str | None) -> Data:
    if day is None or piece is None:
        return {"surface": None, "start": None, "end": None}
    return {
        "surface": words or f"يوم {day.day}/{day.month}",
        "start": day.isoformat(),
        "end": day.isoformat(),
        "span": list(piece),
        "rule": "dates.relative",
        "entry": None,
    }


def _count(what: str, of: str, value: int, piece: Piece) -> Data:
    return {
        "what": what, "of": of, "value": value, "qualifier": "exact", "parts": [], "whole": False,
        "start": piece[0], "end": piece[1], "rule": "counts.figure", "entry": None,
    }  # fmt: skip


def _speaker(name: Name, piece: Piece) -> Data:
    known = {"id": name.id} if name.id else {}
    return {
        "surface": name.words, "start": piece[0], "end": piece[1], "chain": [name.words], **known,
        "rule": "verb.subject", "entry": None,
    }  # fmt: skip


def _finding(speaker: str, position: int, stated: int, parts: Sequence[int]) -> Data:
    whole = sum(parts)
    fits = stated == whole
    return {
        "code": "parts_match" if fits else "parts_differ",
        "level": "info" if fits else "warning",
        "claims": [position],
        "figures": {
            "stated": stated, "sum": whole, "totals": [stated], "parts": list(parts), "difference": stated - whole
        },
        "message": {
            "ar": f"بحسب «{speaker}»: المجموع المعلن {stated}، ومجموع أجزائه {whole}.",
            "en": f"According to «{speaker}»: the stated total is {stated}, the sum of its parts {whole}.",
        },
    }  # fmt: skip


_SAYS = (
    ("وقال ", " إن "), ("وأفاد ", " بأن "), ("وذكر ", " أن "), ("وبحسب ", " فإن "), ("وأكد ", " أن "),
    ("وأضاف ", " أن "),
)  # fmt: skip
_GIVEN_NAMES = (
    "سلمى", "حسان", "ريم", "جابر", "ليلى", "نزار", "هدى", "كمال", "منى", "ياسر", "رانيا", "أنس", "سعاد", "بلال", "هالة",
    "جهاد", "وفاء", "سمير", "لبنى", "ماهر", "دلال", "عامر", "نوال", "شادي",
)  # fmt: skip
_LATER_NAMES = (
    "الرفاعي", "المهندس", "السيد", "العبدالله", "الطويل", "الأحمد", "القيسي", "الزهراني", "بن يوسف", "النمر", "السالم",
    "الكردي", "الفيتوري", "الغامدي", "التميمي", "الأشقر", "الحلبي", "المقدسي", "الأنصاري", "الهاشمي", "الزبير", "العوا",
)  # fmt: skip
_THINGS = (
    "الطرقات", "الأسواق", "المدارس", "المخابز", "شبكة المياه", "خطوط الكهرباء", "المزارع", "الجسور", "الورش", "المرافئ",
    "محطات الوقود", "المراكز الصحية", "الحقول", "المخازن", "الحافلات", "مراكز الإيواء", "المآذن", "البساتين",
)  # fmt: skip
_QUALITIES = (
    "هادئة", "متوترة", "صعبة", "معلقة", "مستقرة", "ضيقة", "مكتظة", "متقطعة", "محدودة", "مقلقة", "بطيئة", "مزدحمة",
)  # fmt: skip
_FILLERS = (
    "وبقيت الحركة في {place} {quality} منذ الصباح حتى ساعات المساء",
    "وتحدثت {person} من سكان {place} عن أضرار لحقت بـ{thing}",
    "ويعيش الأهالي قرب {place} أوضاعا {quality} بسبب ما أصاب {thing}",
    "وأشار {person} إلى أن العمل في {thing} توقف أياما ثم عاد",
    "ولم ترد حتى الآن معلومات أخرى عن {thing} في محيط {place}",
    "وتعمل لجنة محلية يرأسها {person} على إصلاح {thing} في {place}",
    "وكانت الأيام السابقة {quality} في {place} بحسب ما رواه {person}",
    "وينتظر السكان أن تفتح {thing} أبوابها بعدما صارت الحال {quality}",
)
