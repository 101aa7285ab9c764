"""Groups of claims into incidents: versions by source and time, the place, the sides, the days, a stable key."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from hudna.arabic.letters import fold
from hudna.incidents.estimates import changes, estimates
from hudna.incidents.families import RANKS
from hudna.incidents.features import Feature, features
from hudna.incidents.join import groups
from hudna.incidents.records import DayBasis, Decision, Incident, Merge, Party, Split, Version, VersionFigure
from hudna.incidents.tolls import toll
from hudna.recorded import RecordedClaim
from hudna.records import Named, PlaceMention
from hudna.sides import Sides, default_sides

_EXACTNESS = ("exact", "town", "district", "region", "admin1", "country")
_LAST = len(RANKS)


def join(
    claims: Sequence[RecordedClaim],
    decisions: Sequence[Decision] = (),
    previous: Mapping[str, str] | None = None,
    sides: Sides | None = None,
) -> tuple[Incident, ...]:
    """The incidents that claims tell, each claim in exactly one; rejected claims are left out.

    `decisions` are merges and splits in the order in which people made them; a later one holds against an earlier.
    `previous` maps claim keys to the incident keys that they had before, so that an incident keeps its key when claims
    are added; without it the key is made of the incident's first claim.
    """
    known = sides or default_sides()
    kept = [claim for claim in claims if claim.review != "rejected"]
    found = features(kept, known)
    incidents = [_incident([found[at] for at in group], known) for group in groups(found, decisions)]
    return tuple(_with_keys(incidents, previous or {}))


def incident_of(claims: Sequence[RecordedClaim], key: str, sides: Sides | None = None) -> Incident:
    """The incident of claims that are known to be about one happening, under a key that it has already."""
    known = sides or default_sides()
    return replace(_incident(features(claims, known), known), key=key)


def unapplied(decisions: Iterable[Decision], claims: Iterable[RecordedClaim]) -> tuple[Decision, ...]:
    """The decisions that name a claim which is not there (any more): to be listed, never dropped."""
    present = {claim.key for claim in claims}
    return tuple(decision for decision in decisions if not set(_named(decision)) <= present)


def _named(decision: Decision) -> tuple[str, ...]:
    return decision.claims if isinstance(decision, Merge) else (*decision.apart, *decision.others)


def split_out(incident: Incident, apart: Sequence[str]) -> Split:
    """The decision that takes some claims out of an incident."""
    return Split(tuple(apart), tuple(claim.key for claim in incident.claims if claim.key not in set(apart)))


def merge_all(*incidents: Incident) -> Merge:
    """The decision that makes some incidents one."""
    return Merge(tuple(claim.key for incident in incidents for claim in incident.claims))


def _incident(group: Sequence[Feature], sides: Sides) -> Incident:
    members = sorted(group, key=lambda feature: _first_told(feature.claim))
    claims = tuple(member.claim for member in members)
    versions = _versions(members)
    first, last, basis = _days(members)
    return Incident(
        key=_key(claims[0].key),
        family=members[0].family,
        type=_type(claims),
        claims=claims,
        versions=versions,
        first_day=first,
        last_day=last,
        day_basis=basis,
        place=_place(claims),
        actors=_parties((item for claim in claims for item in claim.claim.actors), sides),
        targets=_parties((item for claim in claims for item in claim.claim.targets), sides),
        estimates=estimates(versions),
        changes=changes(versions),
        denied_by=tuple(
            dict.fromkeys(version.speaker or version.source for version in versions if version.status == "denied")
        )
        if any(version.status != "denied" for version in versions)
        else (),
    )


def _first_told(claim: RecordedClaim) -> tuple[date, str]:
    return claim.document.published or date.max, claim.key


def _key(anchor: str) -> str:
    return "incident-" + hashlib.sha256(anchor.encode()).hexdigest()[:16]


def _with_keys(incidents: Sequence[Incident], previous: Mapping[str, str]) -> Iterable[Incident]:
    """Each earlier key goes to the incident that holds most of its claims; the others keep the key of their anchor.

    Of incidents that hold as many, the one whose anchor made the key gets it.
    """
    if not previous:
        return incidents
    wishes: list[tuple[int, bool, str, int]] = []
    for at, incident in enumerate(incidents):
        shares = Counter(previous[claim.key] for claim in incident.claims if claim.key in previous)
        wishes.extend((-number, key != incident.key, key, at) for key, number in shares.items())
    given: dict[int, str] = {}
    used: set[str] = set()
    for _, _, key, at in sorted(wishes):
        if at not in given and key not in used:
            given[at] = key
            used.add(key)
    return [
        _renamed(incident, given[at]) if at in given else _unused(incident, used)
        for at, incident in enumerate(incidents)
    ]


def _renamed(incident: Incident, key: str) -> Incident:
    return replace(incident, key=key)


def _unused(incident: Incident, used: set[str]) -> Incident:
    """An incident whose own key another one has taken over gets one of its own."""
    if incident.key not in used:
        return incident
    return _renamed(incident, _key("\n".join([incident.key, *(claim.key for claim in incident.claims)])))


def _type(claims: Sequence[RecordedClaim]) -> str:
    told: dict[str, set[str]] = {}
    for claim in claims:
        told.setdefault(claim.claim.type, set()).add(claim.document.key)
    return min(told, key=lambda type: (-len(told[type]), RANKS.get(type, _LAST)))


def _days(members: Sequence[Feature]) -> tuple[date | None, date | None, DayBasis]:
    """The days that most of the claims that tell days have in common; else those of the earliest publication."""
    told = [member for member in members if member.told and member.first is not None and member.last is not None]
    if told:
        spans = Counter((member.first, member.last) for member in told)
        first, last = min(spans, key=lambda span: (-spans[span], (span[1] or 0) - (span[0] or 0), span))
        return date.fromordinal(first or 1), date.fromordinal(last or 1), "told"
    dated = [member for member in members if member.first is not None and member.last is not None]
    if not dated:
        return None, None, "published"
    earliest = min(dated, key=lambda member: member.last or 0)
    return date.fromordinal(earliest.first or 1), date.fromordinal(earliest.last or 1), "published"


def _place(claims: Sequence[RecordedClaim]) -> PlaceMention | None:
    """The most exact place; of equally exact ones the one that most documents name."""
    told: dict[str, set[str]] = {}
    first: dict[str, PlaceMention] = {}
    for claim in claims:
        for place in claim.claim.places[:1]:
            identity = place.id or fold(place.span.text)
            told.setdefault(identity, set()).add(claim.document.key)
            kept = first.setdefault(identity, place)
            if _exactness(place) < _exactness(kept):
                first[identity] = place
    if not first:
        return None
    best = min(first, key=lambda identity: (_exactness(first[identity]), -len(told[identity]), identity))
    return first[best]


def _exactness(place: PlaceMention) -> int:
    precision = place.precision or ""
    return _EXACTNESS.index(precision) if precision in _EXACTNESS else len(_EXACTNESS)


def _parties(items: Iterable[Named], sides: Sides) -> tuple[Party, ...]:
    """Every side once, under its fullest naming, the one most often named first."""
    number: Counter[str] = Counter()
    found: dict[str, Party] = {}
    for item in items:
        side = sides.of(item)
        identity = side or fold(item.name or item.span.text)
        number[identity] += 1
        name = item.name or item.span.text
        if identity not in found or len(name) > len(found[identity].name):
            found[identity] = Party(side, name)
    return tuple(found[identity] for identity, _ in number.most_common())


def _versions(members: Sequence[Feature]) -> tuple[Version, ...]:
    """One version for each source, day of publication and status; a later telling is a version of its own."""
    grouped: dict[tuple[str, date | None, str], list[Feature]] = {}
    for member in members:
        published = member.claim.document.published
        grouped.setdefault((source_of(member), published, member.claim.claim.status), []).append(member)
    return tuple(_version(source, told) for (source, _, _), told in grouped.items())


def source_of(member: Feature) -> str:
    """The identity of the source of a claim: its speaker, else its outlet, else its document."""
    return member.speaker or fold(member.claim.document.outlet or "") or member.claim.document.key


def _version(source: str, told: Sequence[Feature]) -> Version:
    first = told[0].claim
    speaker = first.claim.speaker
    return Version(
        speaker=speaker.span.text if speaker is not None else None,
        source=source,
        outlet=first.document.outlet,
        published=first.document.published,
        status=first.claim.status,
        figures=_figures(told),
        claims=tuple(member.claim.key for member in told),
    )


def _figures(told: Sequence[Feature]) -> tuple[VersionFigure, ...]:
    """Of every kind of count the greatest figure that the source gives in this telling."""
    found: dict[str, VersionFigure] = {}
    for member in told:
        for what in dict.fromkeys(count.what for count in member.claim.claim.counts):
            figure = toll(member.claim.claim, what)
            if figure is None:
                continue
            known = found.get(what)
            if known is None or _size(figure) > _size(known):
                found[what] = figure
    return tuple(found.values())


def _size(figure: VersionFigure) -> tuple[float, float]:
    return float(figure.low or 0), float(figure.high if figure.high is not None else 0)
