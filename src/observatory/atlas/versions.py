"""The versions of an incident side by side: a column for each source, its tellings in the order of time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hudna.incidents import Estimate, VersionFigure
from hudna.protect import ProtectedChange, ProtectedClaim, ProtectedVersion
from observatory.atlas.gate import Shown
from observatory.atlas.present import ordered
from observatory.documents.fields import Voice, party_name
from observatory.ui import words
from observatory.ui.charts import SIDES

_COUNTED = ("happened", "ongoing", "possible")


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words that a telling rests on, and where they stand."""

    claim: ProtectedClaim
    number: int | None
    """Its number on the page of its document, for who may see that."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What a source says at one time."""

    published: date | None
    outlet: str | None
    status: str
    figures: tuple[str, ...]
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One source with its tellings."""

    number: int
    letter: str
    source: str
    """Its identity: one name can be that of several sources, and one source can be named in several ways."""
    name: str
    is_outlet: bool
    tellings: tuple[Telling, ...]

    @property
    def side(self) -> int:
        """The number of its colour and shape."""
        return (self.number - 1) % SIDES + 1


@dataclass(frozen=True, slots=True)
class Said:
    """Which figure one source gives at last."""

    number: int
    letter: str
    name: str
    figure: str
    low: float
    high: float

    @property
    def side(self) -> int:
        """The number of its colour and shape."""
        return (self.number - 1) % SIDES + 1


@dataclass(frozen=True, slots=True)
class Changed:
    """One source gave another figure later."""

    name: str
    change: ProtectedChange


@dataclass(frozen=True, slots=True)
class Figure:
    """An estimate with who says which."""

    estimate: Estimate
    said: tuple[Said, ...]


def columns(item: Shown, numbers: Mapping[str, int], voice: Voice) -> list[Column]:
    """The sources of an incident in the order in which they first told it."""
    claims = {claim.key: claim for claim in item.told.claims}
    found: dict[str, list[ProtectedVersion]] = {}
    for version in sorted(item.told.versions, key=lambda each: each.published or date.max):
        found.setdefault(version.source, []).append(version)
    return [
        Column(
            number=at,
            letter=letter(at, voice),
            source=source,
            name=source_name(told[0], voice),
            is_outlet=told[0].speaker is None,
            tellings=tuple(_telling(version, claims, numbers, voice) for version in told),
        )
        for at, (source, told) in enumerate(found.items(), 1)
    ]


def letter(number: int, voice: Voice) -> str:
    """The letter of a source: أ ب ج, A B C; a figure after the last."""
    letters = "أبجدهوزحطي" if voice.language == "ar" else "ABCDEFGHIJ"
    return letters[number - 1] if number <= len(letters) else voice.figure(number)


def source_name(version: ProtectedVersion, voice: Voice) -> str:
    """Who tells a version, as far as it may be said."""
    if version.speaker is not None:
        return party_name(version.speaker, voice)
    return version.outlet or words.say("incident.source_withheld", voice.language)


def _telling(
    version: ProtectedVersion, claims: Mapping[str, ProtectedClaim], numbers: Mapping[str, int], voice: Voice
) -> Telling:
    return Telling(
        published=version.published,
        outlet=version.outlet if version.speaker is not None else None,
        status=version.status,
        figures=tuple(told_figure(figure, voice) for figure in version.figures),
        sentences=tuple(Sentence(claims[key], numbers.get(key)) for key in version.claims if key in claims),
    )


def changed(item: Shown, voice: Voice) -> list[Changed]:
    """The figures that sources changed, with the source named in the language of the page."""
    parties = (version.speaker for version in item.told.versions if version.speaker is not None)
    names = {party.name: party_name(party, voice) for party in parties}
    outlets = {claim.key: claim.document.outlet for claim in item.told.claims}
    withheld = words.say("incident.source_withheld", voice.language)
    return [
        Changed(names.get(change.speaker) or outlets.get(change.speaker) or withheld, change)
        for change in item.told.changes
    ]


def told_figure(figure: VersionFigure, voice: Voice) -> str:
    """A figure as its source gives it: «killed: more than 20»."""
    value = "" if figure.value is None else voice.figure(figure.value)
    qualifier = "" if figure.qualifier == "exact" else voice.label("qualifier", figure.qualifier)
    return f"{voice.label('count', figure.what)}: {' '.join(filter(None, (qualifier, value)))}"


def figures(item: Shown, sources: Sequence[Column], voice: Voice) -> list[Figure]:
    """Every estimate with the figure that each source gives last."""
    numbered = {column.source: column for column in sources}
    return [Figure(each, tuple(_said(item, each.what, numbered, voice))) for each in ordered(item.told.estimates)]


def _said(item: Shown, what: str, numbered: Mapping[str, Column], voice: Voice) -> list[Said]:
    last: dict[str, Said] = {}
    for version in sorted(item.told.versions, key=lambda each: each.published or date.min):
        column = numbered[version.source]
        for figure in version.figures:
            if figure.what != what or version.status not in _COUNTED or (figure.low is None and figure.high is None):
                continue
            low = figure.low if figure.low is not None else 0
            high = figure.high if figure.high is not None else low
            value = told_figure(figure, voice).partition(": ")[2]
            last[version.source] = Said(column.number, column.letter, column.name, value, float(low), float(high))
    return list(last.values())
