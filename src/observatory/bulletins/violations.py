"""The violations of a bulletin: what each side of each ceasefire reported, with its sums."""

from __future__ import annotations

from collections.abc import Mapping

from hudna.labels import Language
from hudna.ledger import Ceasefire, Ledger
from hudna.protect import Profile
from observatory.atlas.queries import Days
from observatory.bulletins.content import Section, Sentence, Source, Violations
from observatory.documents.fields import Voice
from observatory.ledgers.keeping import all_kept
from observatory.ledgers.queries import MOST_SHOWN, Span, ledger_of
from observatory.ledgers.tables import Row, Table, Total
from observatory.people.roles import Person
from observatory.ui import numerals, words
from observatory.ui.words import LANGUAGES

_MOST = 6
"""Ceasefires in one bulletin, the latest first."""


def violations(
    days: Days, profile: Profile, person: Person, voices: Mapping[Language, Voice]
) -> tuple[list[Violations], Section]:
    """What the sides of the ceasefires of these days reported, as rows and as sentences."""
    rows: list[Violations] = []
    sentences: list[Sentence] = []
    for ceasefire in [kept.ceasefire for kept in all_kept()][:_MOST]:
        span = _within(ceasefire, days)
        if span is None:
            continue
        made, _ = ledger_of(ceasefire, person, profile, span)
        before = _within(ceasefire, days.before)
        earlier = ledger_of(ceasefire, person, profile, before)[0] if before else None
        tables = {language: Table(made, voice) for language, voice in voices.items()}
        rows += _rows(ceasefire, tables, Table(earlier, voices["en"]) if earlier else None)
        sentences += _sentences(made, tables)
    arabic, english = (words.say("bulletin.violations", language) for language in LANGUAGES)
    return rows, Section("violations", arabic, english, tuple(sentences))


def _within(ceasefire: Ceasefire, days: Days) -> Span | None:
    """Those of the days in which a ceasefire holds."""
    first, last = max(days.first, ceasefire.first), min(days.last, ceasefire.last or days.last)
    return Span(first, last) if first <= last and (last - first).days < MOST_SHOWN else None


def _rows(ceasefire: Ceasefire, tables: Mapping[Language, Table], earlier: Table | None) -> list[Violations]:
    found = []
    for at, total in enumerate(tables["en"].totals):
        arabic = tables["ar"].totals[at]
        same = [each for each in earlier.totals if _key(each) == _key(total)] if earlier else []
        found.append(
            Violations(
                ceasefire=ceasefire.name,
                title=dict(ceasefire.title),
                side={"ar": arabic.side.title, "en": total.side.title},
                number=total.side.number,
                unit={"ar": arabic.unit or arabic.side.unit, "en": total.unit or total.side.unit},
                stated=total.whole,
                parts=total.parts_sum,
                differs=total.differs,
                counted=total.counted + total.zero,
                without=total.without,
                before=same[0].whole if same else None,
            )
        )
    return found


def _key(total: Total) -> tuple[str, str]:
    return total.side.id, total.unit


def _sentences(made: Ledger, tables: Mapping[Language, Table]) -> list[Sentence]:
    """A sentence a side, then one for each day whose sums differ."""
    source = Source("ledger", made.ceasefire.name, days=(made.first.isoformat(), made.last.isoformat()))
    sides = zip(tables["ar"].totals, tables["en"].totals, strict=True)
    found = [Sentence(_side(ar, tables["ar"]), _side(en, tables["en"]), (source,)) for ar, en in sides]
    for ar, en in zip(tables["ar"].rows, tables["en"].rows, strict=True):
        if ar.message:
            day = ar.day.isoformat()
            texts = (_dated(ar, tables["ar"].voice), _dated(en, tables["en"].voice))
            found.append(Sentence(*texts, (Source("ledger", made.ceasefire.name, days=(day,)),)))
    return found


def _dated(row: Row, voice: Voice) -> str:
    return f"{numerals.day(row.day, voice.language, voice.digits)}: {row.message}"


def _side(total: Total, table: Table) -> str:
    """«The Turkish side: 45 violations on 8 days (Idlib 36, Hama 8); no report for 1 day.»"""
    voice = table.voice
    title = table.ledger.ceasefire.title[voice.language]
    if total.whole is None:
        return words.say("bulletin.side_silent", voice.language, title=title, side=total.side.title)
    zones = voice.joined(
        f"{name} {voice.figure(value)}" for name, value in zip(table.heads, total.zones, strict=True) if value
    )
    text = words.say(
        "bulletin.side",
        voice.language,
        title=title,
        side=total.side.title,
        stated=voice.figure(total.whole),
        unit=total.unit or total.side.unit,
        days=voice.figure(total.counted + total.zero),
        zones=f": {zones}" if zones else "",
    )
    if total.without:
        text += " " + words.say("bulletin.side_without", voice.language, number=voice.figure(total.without))
    return text
