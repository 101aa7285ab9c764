"""A claim as its page tells it: each field with its words, what they are read as, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from hudna.labels import Language
from hudna.places import default_gazetteer
from hudna.protect import ProtectedClaim, ProtectedCount, ProtectedParty, ProtectedPlace
from hudna.records import Claim, Count, Finding, Named, PlaceMention, Source, Span, Speaker, When
from hudna.sides import default_sides
from observatory.ui import numerals, words
from observatory.ui.marks import Mark

MARKS = {
    "trigger": "trigger",
    "speaker": "speaker",
    "actors": "actor",
    "targets": "target",
    "places": "place",
    "when": "when",
    "counts": "count",
}
"""The mark on the text of each field."""
LEGEND = ("trigger", "speaker", "actors", "targets", "places", "when", "counts")


@dataclass(frozen=True, slots=True)
class Told:
    """One value of a field."""

    words: str | None
    """As the text has it; None where nothing in the text says so."""
    known: str
    """What it is read as."""
    span: Span | None = None
    source: Source | None = None
    details: tuple[str, ...] = ()


@dataclass(slots=True)
class Field:
    """A field of a claim with its values."""

    name: str
    values: list[Told] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def mark(self) -> str | None:
        """The mark on the text."""
        return MARKS.get(self.name)


@dataclass(frozen=True, slots=True)
class Voice:
    """In which language and digits a page speaks."""

    language: Language
    digits: str

    def figure(self, value: float | None) -> str:
        """A figure with this voice's digits."""
        return numerals.figure(value, self.digits)

    def joined(self, values: Iterable[str | None]) -> str:
        """Names in a row, with the comma of this voice's language."""
        return f"{words.say('list.comma', self.language)} ".join(filter(None, values))

    def label(self, group: str, key: str) -> str:
        """A name of the catalogue."""
        return words.label(group, key, self.language)


def fields_of(claim: Claim, findings: Iterable[Finding], voice: Voice) -> list[Field]:
    """The fields that a claim tells, in the order in which people ask for them."""
    neutral = claim.neutral.get(voice.language) or voice.label("type", claim.type)
    found = [Field("trigger", [Told(claim.trigger.text, neutral, claim.trigger, claim.source)])]
    if claim.speaker is not None:
        found.append(Field("speaker", [_speaker(claim.speaker, voice)]))
    else:
        found.append(Field("speaker", [Told(None, words.label("note", "outlet", voice.language))]))
    found.append(Field("actors", [_named(item, voice) for item in claim.actors]))
    found.append(Field("targets", [_named(item, voice) for item in claim.targets]))
    found.append(Field("places", [_place(item, voice) for item in claim.places]))
    found.append(Field("when", [_when(claim.when, voice)] if claim.when else []))
    found.append(Field("counts", [_count(item, voice) for item in claim.counts], list(findings)))
    status = Told(
        claim.status_cue.text if claim.status_cue else None,
        voice.label("status", claim.status),
        claim.status_cue,
        claim.status_source,
    )
    found.append(Field("status", [status]))
    found.append(Field("also", [Told(span.text, "", span) for span in claim.also]))
    return [item for item in found if item.values or item.findings]


def _speaker(item: Speaker, voice: Voice) -> Told:
    english = default_sides().english(item.id) if voice.language == "en" and item.id else None
    return Told(item.span.text, english or "", item.span, item.source, tuple(item.chain[1:]))


def _named(item: Named, voice: Voice) -> Told:
    name = item.name if item.name and item.name != item.span.text else ""
    if voice.language == "en" and item.id:
        name = default_sides().english(item.id) or name
    return Told(
        item.span.text, name, item.span, item.source, tuple(filter(None, (kind_words(item.kind, voice), item.id)))
    )


def kind_words(kind: str | None, voice: Voice) -> str:
    """The lexicon's kind of an actor or a thing in words; one that the catalogue lacks is shown as it is."""
    key = f"kind.{kind}"
    return words.say(key, voice.language) if key in words.catalogue() else kind or ""


def _place(item: PlaceMention, voice: Voice) -> Told:
    name = item.name if item.name and item.name != item.span.text else ""
    known = default_gazetteer().by_id(item.id) if voice.language == "en" and item.id else None
    name = (known.english if known else None) or name
    point = (
        f"{item.point[0]:.3f}, {item.point[1]:.3f}" if item.point else words.label("note", "unresolved", voice.language)
    )
    precision = words.say(f"precision.{item.precision or 'unresolved'}", voice.language)
    return Told(item.span.text, name, item.span, item.source, (precision, point, *filter(None, (item.id,))))


def _when(item: When, voice: Voice) -> Told:
    known = numerals.days(item.first_day, item.last_day, voice.language, voice.digits)
    if item.first_day is None:
        known = words.label("note", "not_reckoned", voice.language)
    return Told(item.span.text, known, item.span, item.source)


def _count(item: Count, voice: Voice) -> Told:
    parts = tuple(f"{part.name} {voice.figure(part.value)}" for part in item.parts)
    return Told(item.span.text, count_words(item, voice), item.span, item.source, parts)


def count_words(item: Count | ProtectedCount, voice: Voice) -> str:
    """A figure in words: «more than 40 displaced»."""
    value = "" if item.value is None else voice.figure(item.value)
    told = (voice.label("qualifier", item.qualifier), value, voice.label("count", item.what))
    return " ".join(filter(None, told))


def protected_fields(claim: ProtectedClaim, voice: Voice) -> list[Field]:
    """The fields of a claim as the gate hands it out: no characters, no rules."""
    neutral = claim.neutral.get(voice.language) or voice.label("type", claim.type)
    found = [Field("type", [Told(claim.trigger, neutral)])]
    if claim.speaker is not None:
        found.append(Field("speaker", [Told(None, party_name(claim.speaker, voice))]))
    found.append(Field("actors", [Told(None, party_name(item, voice)) for item in claim.actors]))
    found.append(Field("targets", [Told(None, party_name(item, voice)) for item in claim.targets]))
    found.append(Field("places", [Told(None, place_name(item, voice)) for item in claim.places]))
    days = numerals.days(claim.first_day, claim.last_day, voice.language, voice.digits)
    found.append(Field("when", [Told(None, days)] if claim.first_day else []))
    counts = [
        Told(None, count_words(item, voice), None, None, tuple(f"{p.name} {voice.figure(p.value)}" for p in item.parts))
        for item in claim.counts
    ]
    found.append(Field("counts", counts))
    found.append(Field("status", [Told(None, voice.label("status", claim.status))]))
    return [item for item in found if item.values]


def party_name(party: ProtectedParty, voice: Voice) -> str:
    """A party in the language of the page where it has a name in it."""
    return party.english if voice.language == "en" and party.english else party.name


def place_name(place: ProtectedPlace, voice: Voice) -> str:
    """A place in the language of the page where it has a name in it."""
    name = place.english if voice.language == "en" and place.english else place.name
    return name or "—"


def claim_marks(claim: Claim, number: int) -> Iterator[Mark]:
    """Every mark of a chosen claim on the text."""
    yield Mark(claim.evidence.start, claim.evidence.end, "evidence", number)
    for span in claim.also:
        yield Mark(span.start, span.end, "also", number)
    yield Mark(claim.trigger.start, claim.trigger.end, "trigger", number)
    if claim.speaker is not None:
        yield Mark(claim.speaker.span.start, claim.speaker.span.end, "speaker", number)
    for kind, items in (("actor", claim.actors), ("target", claim.targets)):
        yield from (Mark(item.span.start, item.span.end, kind, number) for item in items)
    yield from (Mark(item.span.start, item.span.end, "place", number) for item in claim.places)
    if claim.when is not None:
        yield Mark(claim.when.span.start, claim.when.span.end, "when", number)
    for count in claim.counts:
        yield Mark(count.span.start, count.span.end, "count", number)
        yield from (Mark(part.span.start, part.span.end, "count", number) for part in count.parts)


def overview_marks(claims: Iterable[tuple[int, Claim]]) -> Iterator[Mark]:
    """The marks of all claims where none is chosen: what they rest on, and their event words."""
    for number, claim in claims:
        yield Mark(claim.evidence.start, claim.evidence.end, "evidence", number)
        yield Mark(claim.trigger.start, claim.trigger.end, "trigger", number)
