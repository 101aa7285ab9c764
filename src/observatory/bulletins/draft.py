"""The rule-made draft of a bulletin, from incidents and ledgers as an audience may see them.

It rests on what belongs to no project: a bulletin goes to everybody of its audience.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from django.contrib.auth.models import AnonymousUser

from hudna.labels import Language
from hudna.protect import Profile
from observatory.atlas.gate import Shown, open_incidents, shown
from observatory.atlas.present import line
from observatory.atlas.queries import Days
from observatory.bulletins.content import Bulletin, Number, Section, Sentence, Source
from observatory.bulletins.violations import violations
from observatory.documents.fields import Voice, party_name
from observatory.ui import numerals, words
from observatory.ui.words import LANGUAGES

EVERYBODY = AnonymousUser()
MOST = 300
"""Incidents that are looked at, the best documented first."""
LISTED = 12
"""Incidents of one region that are told one by one."""
_SPEAKERS = 4
_TALKS = frozenset({"ceasefire", "agreement", "talks"})
_TOLD = frozenset({"happened", "ongoing"})
_FIGURES = ("killed", "wounded", "displaced", "captured")


def draft(days: Days, profile: Profile, digits: str = "latin") -> Bulletin:
    """The draft of a bulletin of these days."""
    voices = {language: Voice(language, digits) for language in LANGUAGES}
    rows, total = _incidents(days, profile)
    before, total_before = _incidents(days.before, profile)
    numbers = [
        Number("incidents", total, total, total_before, total_before),
        *_numbers(rows, before),
    ]
    reported, sides = violations(days, profile, EVERYBODY, voices)
    return Bulletin(
        numbers=tuple(numbers),
        violations=tuple(reported),
        sections=(sides, *_regions(rows, voices), *_talks(rows, voices), _changes(numbers, days, voices)),
    )


def _incidents(days: Days, profile: Profile) -> tuple[list[Shown], int]:
    """The incidents of some days, and how many there are in all."""
    found = open_incidents(EVERYBODY, profile).filter(last_day__gte=days.first, first_day__lte=days.last)
    rows = found.order_by("-documents", "first_day", "key")[:MOST]
    told = [item for item in shown(rows, EVERYBODY, profile) if _is_told(item)]
    return told, max(len(told), found.count() - MOST + len(told)) if len(rows) == MOST else len(told)


def _is_told(item: Shown) -> bool:
    """Whether anybody tells that it happened or denies it; what is planned or demanded is no incident.

    Nor are tallies of violations: they are the ledger's.
    """
    if item.told.type == "ceasefire_violation" and item.told.estimate("violations") is not None:
        return False
    return any(version.status not in ("future", "demanded") for version in item.told.versions)


def _numbers(rows: Iterable[Shown], before: Iterable[Shown]) -> Iterator[Number]:
    now, then = _sums(rows), _sums(before)
    for what in _FIGURES:
        if what in now or what in then:
            yield Number(what, *now.get(what, (0, 0)), *then.get(what, (0, 0)))


def _sums(rows: Iterable[Shown]) -> dict[str, tuple[float, float]]:
    """The lowest and highest figures of all incidents added up, by what is counted."""
    found: dict[str, tuple[float, float]] = {}
    for item in rows:
        for each in item.told.estimates:
            low, high = found.get(each.what, (0, 0))
            found[each.what] = (low + _of(each.low), high + _of(each.high))
    return found


def _of(value: float | None) -> float:
    return value or 0


def _regions(rows: Sequence[Shown], voices: dict[Language, Voice]) -> list[Section]:
    """Incidents by region, the region of most incidents first."""
    grouped: dict[tuple[str, str], list[Shown]] = defaultdict(list)
    for item in rows:
        if item.told.type not in _TALKS:
            grouped[_region(item)].append(item)
    order = sorted(grouped, key=lambda region: (region == _nowhere(), -len(grouped[region]), region))
    return [Section("incidents", *region, tuple(_region_sentences(grouped[region], voices))) for region in order]


def _talks(rows: Sequence[Shown], voices: dict[Language, Voice]) -> Iterator[Section]:
    """Talks, agreements and truces, which are of no zone."""
    told = [item for item in rows if item.told.type in _TALKS]
    if told:
        arabic, english = (words.say("bulletin.talks", language) for language in LANGUAGES)
        yield Section("talks", arabic, english, tuple(_region_sentences(told, voices)))


def _region(item: Shown) -> tuple[str, str]:
    place = item.told.place
    if place is None or not (place.admin1_name or place.country):
        return _nowhere()
    if place.admin1_name:
        return place.admin1_name, place.admin1_english or place.admin1_name
    arabic = (place.name if place.precision == "country" else None) or place.country or ""
    return arabic, place.country_english or arabic


def _nowhere() -> tuple[str, str]:
    return words.say("bulletin.nowhere", "ar"), words.say("bulletin.nowhere", "en")


def _region_sentences(rows: Sequence[Shown], voices: dict[Language, Voice]) -> Iterator[Sentence]:
    listed = sorted(rows[:LISTED], key=lambda item: (item.row.first_day is None, item.row.first_day))
    for item in listed:
        texts = {language: _told(item, voice) for language, voice in voices.items()}
        yield Sentence(texts["ar"], texts["en"], tuple(_sources(item)))
    if len(rows) > LISTED:
        more, more_en = (words.say("bulletin.more", language, number=len(rows) - LISTED) for language in LANGUAGES)
        yield Sentence(
            more, more_en, tuple(Source("incident", item.row.key) for item in rows[LISTED : LISTED + _SPEAKERS])
        )


def _told(item: Shown, voice: Voice) -> str:
    """An incident in one sentence: when, where, what, who, how many, who says so and who denies it."""
    told, shown_line = item.told, line(item, voice)
    day = numerals.days(told.first_day, told.last_day, voice.language, voice.digits) if told.first_day else ""
    what = voice.label("type", told.type)
    statuses = [version.status for version in told.versions]
    if not _TOLD & set(statuses):
        what += f" ({voice.label('status', statuses[0])})"
    if shown_line.actors:
        what += " " + words.say("bulletin.by", voice.language, actors=shown_line.actors)
    if shown_line.targets:
        what += " " + words.say("bulletin.against", voice.language, targets=shown_line.targets)
    head = voice.joined((day, shown_line.place))
    figures = voice.joined(shown_line.figures)
    body = f"{what} – {figures}" if figures else what
    speakers = voice.joined(_speakers(item, voice))
    ending = " " + words.say("bulletin.according", voice.language, speakers=speakers) if speakers else ""
    return (f"{head}: {body}." if head else f"{body}.") + ending


def _speakers(item: Shown, voice: Voice) -> list[str]:
    names = (party_name(v.speaker, voice) if v.speaker else v.outlet for v in item.told.versions)
    return list(dict.fromkeys(name for name in names if name))[:_SPEAKERS]


def _sources(item: Shown) -> Iterator[Source]:
    """The incident, and each document that tells of it."""
    yield Source("incident", item.row.key)
    seen = set()
    for own, through in zip(item.joined.claims, item.told.claims, strict=False):
        if own.document.key not in seen:
            seen.add(own.document.key)
            published = own.document.published
            yield Source("document", own.document.key, through.document.outlet or "", str(published or ""))


def _changes(numbers: Sequence[Number], days: Days, voices: dict[Language, Voice]) -> Section:
    """What is more or less than in as many days before."""
    source = Source("days", "", days=(days.before.first.isoformat(), days.last.isoformat()))
    sentences = tuple(
        Sentence(_change(number, voices["ar"]), _change(number, voices["en"]), (source,)) for number in numbers
    )
    arabic, english = (
        words.say("bulletin.changes", language, days=_days(days.before, voices[language])) for language in LANGUAGES
    )
    return Section("changes", arabic, english, sentences)


def _change(number: Number, voice: Voice) -> str:
    now, before = range_words(number.low, number.high, voice), range_words(number.before_low, number.before_high, voice)
    way = "same" if now == before else "more" if number.high > number.before_high else "less"
    return words.say(f"bulletin.change_{way}", voice.language, what=name_of(number, voice), now=now, before=before)


def range_words(low: float, high: float, voice: Voice) -> str:
    """«2–4», or one figure where both are the same."""
    return voice.figure(low) if low == high else f"{voice.figure(low)}–{voice.figure(high)}"


def name_of(number: Number, voice: Voice) -> str:
    """What a figure counts."""
    if number.name == "incidents":
        return words.say("bulletin.incidents", voice.language)
    return voice.label("count", number.name)


def _days(days: Days, voice: Voice) -> str:
    return numerals.days(days.first, days.last, voice.language, voice.digits)
