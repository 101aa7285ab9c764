"""The row that all event formats share, made of one protected incident; each format takes its own columns from it."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hudna.exchange.countries import COUNTRIES, Country
from hudna.incidents.records import Estimate, VersionFigure
from hudna.protect import ProtectedClaim, ProtectedIncident, ProtectedParty, ProtectedPlace, ProtectedVersion
from hudna.records import Figure, Status

_CERTAINTY: tuple[Status, ...] = ("happened", "ongoing", "possible", "future", "demanded", "denied")
_HAPPENED = frozenset({"happened", "ongoing"})
_CIVILIAN_KINDS = frozenset({"victim", "crowd", "people", "civilian_group", "witness"})
_ORGANISED_KINDS = frozenset({"state", "state_force", "armed_group", "coalition", "movement"})
_STATE_KINDS = frozenset({"state", "state_force", "judiciary"})


@dataclass(frozen=True, slots=True)
class Event:
    """One incident as a row of an export, with what several formats reckon from it."""

    incident: ProtectedIncident
    status: Status
    place: ProtectedPlace | None
    country: Country | None
    actors: tuple[ProtectedParty, ...]
    targets: tuple[ProtectedParty, ...]
    killed: Estimate | None
    wounded: Estimate | None
    sources: tuple[str, ...]
    """Who says it: speakers, and outlets where they speak for themselves."""
    outlets: tuple[str, ...]
    published: date | None
    """The latest publication."""
    notes: str

    @property
    def key(self) -> str:
        """The key of the incident."""
        return self.incident.key

    @property
    def happened(self) -> bool:
        """Whether a source tells it as having happened."""
        return self.status in _HAPPENED

    @property
    def days(self) -> int:
        """How many days it covers; 0 without a day."""
        first, last = self.incident.first_day, self.incident.last_day
        return (last - first).days + 1 if first is not None and last is not None else 0

    @property
    def is_placed(self) -> bool:
        """Whether it happened at a place that the gazetteer knows."""
        return self.place is not None and self.place.precision != "unresolved"

    @property
    def only_civilians(self) -> bool:
        """Whether it was done to civilians alone."""
        return bool(self.targets) and all(is_civilian(party) for party in self.targets)


def is_civilian(party: ProtectedParty) -> bool:
    """Whether a party is civilians and no side."""
    return party.id is None and party.kind in _CIVILIAN_KINDS


def is_organised(party: ProtectedParty) -> bool:
    """Whether a party is a known side under arms, and not «gunmen» or «an officer»."""
    return party.id is not None and party.kind in _ORGANISED_KINDS


def is_state(party: ProtectedParty) -> bool:
    """Whether a party is a state or its forces."""
    return party.kind in _STATE_KINDS


def event(incident: ProtectedIncident) -> Event:
    """The row of an incident."""
    place = incident.place
    statuses = {version.status for version in incident.versions} or {claim.status for claim in incident.claims}
    published = [claim.document.published for claim in incident.claims if claim.document.published is not None]
    return Event(
        incident=incident,
        status=next(status for status in _CERTAINTY if status in statuses),
        place=place,
        country=COUNTRIES.get(place.country or "") if place is not None else None,
        actors=incident.actors,
        targets=incident.targets,
        killed=incident.estimate("killed"),
        wounded=incident.estimate("wounded"),
        sources=tuple(dict.fromkeys(_source(version) for version in incident.versions)),
        outlets=tuple(dict.fromkeys(claim.document.outlet for claim in incident.claims if claim.document.outlet)),
        published=max(published, default=None),
        notes=notes(incident),
    )


def notes(incident: ProtectedIncident) -> str:
    """What no column holds: what happened in words, who says what where sources dispute, what was withheld."""
    parts = [_headline(incident)]
    parts.extend(_disputes(incident))
    for change in incident.changes:
        parts.append(
            f"Figure changed: {change.speaker} gave {change.what} {number(change.before)} "
            f"({change.published_before}), later {number(change.after)} ({change.published_after})."
        )
    doubtful = [version for version in incident.versions if version.status == "possible"]
    if doubtful:
        parts.append("Told as unconfirmed by: " + "; ".join(dict.fromkeys(map(_source, doubtful))) + ".")
    if incident.day_basis == "published":
        parts.append("No text tells the day; it is the publication and the day before.")
    if incident.withheld:
        parts.append(f"Withheld under profile {incident.profile}: {', '.join(incident.withheld)}.")
    return " ".join(parts)


def _headline(incident: ProtectedIncident) -> str:
    told = next((claim.neutral.get("en") for claim in incident.claims if claim.neutral.get("en")), incident.type)
    place = place_name(incident.place)
    reports = len({claim.document.key for claim in incident.claims})
    return f"{told}{f' in {place}' if place else ''}; {reports} report{'s' if reports > 1 else ''}."


def _disputes(incident: ProtectedIncident) -> list[str]:
    """DISPUTED for every figure on which sources differ, with each source's own figure, and who denies it."""
    parts = []
    for estimate in incident.estimates:
        if estimate.sources < 2 or estimate.low == estimate.high:
            continue
        told = "; ".join(
            f"{_source(version)}: {figure_words(figure)}"
            for version in incident.versions
            for figure in version.figures
            if figure.what == estimate.what
        )
        end = " or more" if estimate.open_ended else ""
        parts.append(
            f"DISPUTED {estimate.what}: {told} (low {number(estimate.low)}, best {number(estimate.best)}, "
            f"high {number(estimate.high)}{end})."
        )
    if incident.denied_by:
        parts.append(f"DISPUTED: denied by {'; '.join(incident.denied_by)}.")
    return parts


def _source(version: ProtectedVersion) -> str:
    if version.speaker is not None:
        return version.speaker.english or version.speaker.name
    return version.outlet or "unnamed source"


def figure_words(figure: VersionFigure) -> str:
    """A source's figure as its words allow it: «11», «at least 20», «10 or more» for «dozens»."""
    if figure.value is None:
        return f"{number(figure.low)} or more (no figure told)" if figure.low is not None else "no figure told"
    return (
        number(figure.value)
        if figure.qualifier == "exact"
        else f"{figure.qualifier.replace('_', ' ')} {number(figure.value)}"
    )


def number(value: Figure | None) -> str:
    """A figure without a needless decimal point; nothing for none."""
    if value is None:
        return ""
    return str(int(value)) if value == int(value) else str(value)


def whole(value: Figure) -> int:
    """A figure as a whole number, for columns that hold no others."""
    return math.floor(value)


def place_name(place: ProtectedPlace | None) -> str:
    """The English name of a place, or its Arabic one."""
    return (place.english or place.name or "") if place is not None else ""


def party_name(party: ProtectedParty) -> str:
    """The English name of a party, or its Arabic one."""
    return party.english or party.name


def party_names(parties: Sequence[ProtectedParty]) -> str:
    """Some parties as one text, each once."""
    return "; ".join(dict.fromkeys(map(party_name, parties)))


def clean(text: str) -> str:
    """A text without control characters, as tables need it; line breaks become spaces."""
    kept = "".join(" " if character in "\r\n\t" else character for character in text)
    return "".join(character for character in kept if unicodedata.category(character) not in ("Cc", "Cs"))


def cell(value: object) -> str:
    """A value as a cell of a CSV: a text that a spreadsheet would take for a formula gets an apostrophe."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return str(value)
    text = clean(value)
    return f"'{text}" if text[:1] in ("=", "+", "@") or (text[:1] == "-" and not _is_number(text)) else text


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def day(value: date | None) -> str:
    """A day in ISO form; nothing for none."""
    return value.isoformat() if value is not None else ""


def addresses(claims: Sequence[ProtectedClaim]) -> str:
    """The addresses of some claims' documents, each once."""
    return "; ".join(dict.fromkeys(claim.document.address for claim in claims if claim.document.address))
