"""The rule-made draft of a bulletin, from incidents and ledgers as an audience may see them.

It rests on what belongs to no project: a bulletin goes to everybody of its audience.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hudna.labels import Language
from hudna.protect import Profile
from observatory.atlas.glimpse import Glimpse, Teller, Telling
from observatory.atlas.present import line
from observatory.atlas.queries import Days
from observatory.bulletins.content import Bulletin, Number, Section, Sentence, Source
from observatory.bulletins.incidents import EVERYBODY, FIGURES, TALKS, Figures, Told, by_region, nowhere
from observatory.bulletins.violations import violations
from observatory.documents.fields import Voice, party_name
from observatory.ui import numerals, words
from observatory.ui.words import LANGUAGES

LISTED = 12
"""Incidents of one region that are told one by one."""
_SPEAKERS = 4
_Voices = dict[Language, Voice]


def draft(days: Days, profile: Profile, digits: str = "latin") -> Bulletin:
    """The draft of a bulletin of these days."""
    voices: _Voices = {language: Voice(language, digits) for language in LANGUAGES}
    told = Told(days, profile)
    numbers = list(_numbers(told.figures(), Told(days.before, profile).figures()))
    reported, sides = violations(days, profile, EVERYBODY, voices)
    best = told.best()
    return Bulletin(
        numbers=tuple(numbers),
        violations=tuple(reported),
        sections=(sides, *_regions(told, best, voices), *_talks(told, best, voices), _changes(numbers, days, voices)),
    )


def _numbers(now: Figures, before: Figures) -> Iterator[Number]:
    yield Number("incidents", now.incidents, now.incidents, before.incidents, before.incidents)
    for what in FIGURES:
        if what in now.sums or what in before.sums:
            yield Number(what, *now.sums.get(what, (0, 0)), *before.sums.get(what, (0, 0)))


def _regions(told: Told, best: Sequence[Glimpse], voices: _Voices) -> list[Section]:
    """Incidents by region, the region of most incidents first."""
    numbers, grouped = told.regions(), by_region(best)
    for region, rows in grouped.items():
        numbers[region] = max(numbers[region], len(rows))
    order = sorted(numbers, key=lambda region: (region == nowhere(), -numbers[region], region))
    return [
        Section("incidents", *region, tuple(_sentences(grouped.get(region, ()), numbers[region], told.days, voices)))
        for region in order
    ]


def _talks(told: Told, best: Sequence[Glimpse], voices: _Voices) -> Iterator[Section]:
    """Talks, agreements and truces, which are of no zone."""
    if number := told.talks():
        arabic, english = (words.say("bulletin.talks", language) for language in LANGUAGES)
        rows = [item for item in best if item.type in TALKS]
        yield Section("talks", arabic, english, tuple(_sentences(rows, number, told.days, voices)))


def _sentences(rows: Sequence[Glimpse], number: int, days: Days, voices: _Voices) -> Iterator[Sentence]:
    """The best documented of so many incidents one by one, then how many there are beside them."""
    listed = sorted(rows[:LISTED], key=lambda item: (item.first_day is None, item.first_day))
    for item in listed:
        telling = item.telling()
        texts = {language: _told(item, telling, voice) for language, voice in voices.items()}
        yield Sentence(texts["ar"], texts["en"], tuple(_sources(item, telling)))
    if number > len(listed):
        key = "bulletin.more" if listed else "bulletin.unlisted"
        more, more_en = (
            words.say(key, language, number=voice.figure(number - len(listed))) for language, voice in voices.items()
        )
        others = tuple(Source("incident", item.row.key) for item in rows[LISTED : LISTED + _SPEAKERS])
        whole = Source("days", "", days=(days.first.isoformat(), days.last.isoformat()))
        yield Sentence(more, more_en, others or (whole,))


def _told(item: Glimpse, telling: Telling, voice: Voice) -> str:
    """An incident in one sentence: when, where, what, who, how many, who says so and who denies it."""
    shown_line = line(item, voice)
    day = numerals.days(item.first_day, item.last_day, voice.language, voice.digits) if item.first_day else ""
    what = voice.label("type", item.type)
    if not telling.happened:
        what += f" ({voice.label('status', telling.status)})"
    if shown_line.actors:
        what += " " + words.say("bulletin.by", voice.language, actors=shown_line.actors)
    if shown_line.targets:
        what += " " + words.say("bulletin.against", voice.language, targets=shown_line.targets)
    head = voice.joined((day, shown_line.place))
    figures = voice.joined(shown_line.figures)
    body = f"{what} – {figures}" if figures else what
    speakers = voice.joined(_speakers(telling.tellers, voice))
    ending = " " + words.say("bulletin.according", voice.language, speakers=speakers) if speakers else ""
    return (f"{head}: {body}." if head else f"{body}.") + ending


def _speakers(tellers: Sequence[Teller], voice: Voice) -> list[str]:
    names = (party_name(each.party, voice) if each.party else each.outlet for each in tellers)
    return list(dict.fromkeys(name for name in names if name))[:_SPEAKERS]


def _sources(item: Glimpse, telling: Telling) -> Iterator[Source]:
    """The incident, and the first documents that tell of it."""
    yield Source("incident", item.row.key)
    for each in telling.documents:
        yield Source("document", each.key, each.outlet or "", str(each.published or ""))


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
