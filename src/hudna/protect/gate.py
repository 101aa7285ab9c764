"""The one gate: claims and incidents in, protected records out, and nothing that the profile does not allow."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import overload
from urllib.parse import urlsplit

from hudna.gazetteer import Gazetteer
from hudna.incidents.estimates import changes, estimates
from hudna.incidents.records import Change, Incident, Version
from hudna.incidents.tolls import bound, main_counts
from hudna.lexicon.store import Lexicon, default_lexicon
from hudna.places import default_gazetteer
from hudna.protect.parties import Parties
from hudna.protect.places import Coarsener, is_sensitive
from hudna.protect.profiles import Level, Profile, profile_named
from hudna.protect.records import (
    ProtectedChange,
    ProtectedClaim,
    ProtectedCount,
    ProtectedDocument,
    ProtectedIncident,
    ProtectedPart,
    ProtectedParty,
    ProtectedPlace,
    ProtectedVersion,
)  # fmt: skip
from hudna.protect.words import Mask
from hudna.recorded import RecordedClaim
from hudna.records import Claim, Count, Named, Span
from hudna.series import window
from hudna.sides import Sides

_SECOND_LEVELS = frozenset({"ac", "co", "com", "edu", "gob", "gov", "info", "mil", "net", "news", "org"})
"""Parts of addresses that stand between a site and its country: `bbc.co.uk`, `sana.gov.sy`."""

_EXACTNESS = ("exact", "town", "grid", "district", "region", "admin1", "country")


class Gate:
    """The gate over one lexicon and gazetteer. `protect` is what callers use."""

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        self._mask = Mask(lexicon, gazetteer)
        self._coarsener = Coarsener(gazetteer)
        self._parties = Parties(lexicon, Sides(lexicon), self._mask)

    def claim(
        self, recorded: RecordedClaim, profile: Profile, today: date, sensitive: bool = False
    ) -> ProtectedClaim | None:
        """One claim under a profile; None while it may not appear. `sensitive` says that its incident is."""
        if not may_appear(recorded, profile, today):
            return None
        claim = recorded.claim
        is_hidden = sensitive or is_sensitive(recorded)
        level: Level = profile.sensitive_places if is_hidden else profile.places
        places = self._places(claim, profile, level)
        texts = self._texts(claim, profile, level, is_hidden)
        first, last = window(recorded)
        return ProtectedClaim(
            key=public_key(recorded.key, "claim", profile),
            profile=profile.name,
            document=self._document(recorded, profile),
            type=claim.type,
            neutral=dict(claim.neutral),
            status=claim.status,
            review=recorded.review,
            trigger=texts(claim.trigger),
            evidence=texts(claim.evidence),
            also=tuple(text for span in claim.also if (text := texts(span)) is not None),
            note=recorded.note if profile.notes else None,
            actors=self._party_list(claim.actors, profile),
            targets=self._party_list(claim.targets, profile),
            speaker=self.speaker(recorded, profile),
            places=places,
            first_day=first,
            last_day=last,
            day_basis="told" if claim.when is not None and claim.when.first_day is not None else "published",
            counts=tuple(self._count(claim, count, profile, level) for count in claim.counts),
            withheld=_withheld(recorded, profile, level, is_hidden),
            original=recorded if profile.names and profile.text == "full" else None,
        )

    def incident(
        self, incident: Incident, profile: Profile, today: date, sensitive: bool = False
    ) -> ProtectedIncident | None:
        """One incident under a profile, with those of its claims that may appear; None when there are none.

        What is sensitive in one claim is sensitive in all: another telling of it would give the place away.
        `sensitive` says that a claim which is not handed over here is.
        """
        sensitive = sensitive or any(map(is_sensitive, incident.claims))
        kept = [claim for claim in incident.claims if may_appear(claim, profile, today)]
        protected = [self.claim(claim, profile, today, sensitive) for claim in kept]
        claims = tuple(claim for claim in protected if claim is not None)
        if not claims:
            return None
        keys = {original.key: claim.key for original, claim in zip(kept, claims, strict=True)}
        versions = [version for version in incident.versions if set(version.claims) <= set(keys)]
        speakers = {original.key: claim.speaker for original, claim in zip(kept, claims, strict=True)}
        return ProtectedIncident(
            key=public_key(incident.key, "incident", profile),
            profile=profile.name,
            family=incident.family,
            type=incident.type,
            claims=claims,
            versions=tuple(self._version(version, keys, speakers, profile) for version in versions),
            first_day=incident.first_day,
            last_day=incident.last_day,
            day_basis=incident.day_basis,
            place=_most_exact(claims),
            actors=_once(party for claim in claims for party in claim.actors),
            targets=_once(party for claim in claims for party in claim.targets),
            estimates=estimates(versions),
            changes=tuple(_change(change, speakers, keys) for change in changes(versions)),
            denied_by=_deniers(versions, speakers),
            withheld=tuple(dict.fromkeys(what for claim in claims for what in claim.withheld)),
        )

    def speaker(self, recorded: RecordedClaim, profile: Profile) -> ProtectedParty | None:
        """Who says a claim, as the profile may name them."""
        speaker = recorded.claim.speaker
        return self._parties.party(speaker, profile) if speaker is not None else None

    def _document(self, recorded: RecordedClaim, profile: Profile) -> ProtectedDocument:
        document = recorded.document
        is_full = profile.addresses == "full"
        return ProtectedDocument(
            key=public_key(document.key, "document", profile),
            title=document.title if is_full else None,
            outlet=self._outlet(document.outlet, profile),
            address=document.address if is_full else _site(document.address),
            published=document.published,
        )

    def _outlet(self, outlet: str | None, profile: Profile) -> str | None:
        """The outlet, unless it bears a person's name: a page of one's own is a private person's."""
        return outlet if outlet and (profile.names or not self._mask.has_given_name(outlet)) else None

    def _texts(self, claim: Claim, profile: Profile, level: Level, is_hidden: bool) -> _Texts:
        allowed = [place.span.text for place in claim.places if self._coarsener.is_told_by_name(place, level)]
        mask = self._mask if profile.text == "masked" and not is_hidden else None
        return _Texts(mask, allowed, profile.text == "full")

    def _places(self, claim: Claim, profile: Profile, level: Level) -> tuple[ProtectedPlace, ...]:
        found: list[ProtectedPlace] = []
        for mention in claim.places:
            place = self._coarsener.place(mention, profile, level)
            if place is not None and place.precision == "unresolved" and not profile.names:
                continue
            if place is not None and place not in found:
                found.append(place)
        return tuple(found)

    def _party_list(self, items: Sequence[Named], profile: Profile) -> tuple[ProtectedParty, ...]:
        return _once(party for item in items if (party := self._parties.party(item, profile)) is not None)

    def _count(self, claim: Claim, count: Count, profile: Profile, level: Level) -> ProtectedCount:
        low, high = bound(count)
        parts = []
        for part in count.parts:
            name: str | None = part.name
            if part.by == "place":
                name = self._coarsener.part_name(part.name, level)
            if name is not None and not profile.names and part.by != "place":
                name = self._mask.text(name)
            if name:
                parts.append(ProtectedPart(name, part.value, part.by))
        of = count.of if count.of is None or profile.names else self._mask.text(count.of)
        return ProtectedCount(
            what=count.what,
            of=of,
            kind=self._parties.kind_of(count.of),
            value=count.value,
            qualifier=count.qualifier,
            low=low,
            high=high,
            is_total=count in main_counts(claim, count.what),
            parts=tuple(parts),
        )

    def _version(
        self, version: Version, keys: dict[str, str], speakers: dict[str, ProtectedParty | None], profile: Profile
    ) -> ProtectedVersion:
        return ProtectedVersion(
            speaker=speakers[version.claims[0]],
            source=public_key(version.source, "source", profile),
            outlet=self._outlet(version.outlet, profile),
            published=version.published,
            status=version.status,
            figures=version.figures,
            claims=tuple(keys[key] for key in version.claims),
        )


class _Texts:
    """What a profile lets through of a claim's words."""

    def __init__(self, mask: Mask | None, allowed: Sequence[str], is_full: bool) -> None:
        self._mask = mask
        self._allowed = allowed
        self._is_full = is_full

    def __call__(self, span: Span) -> str | None:
        if self._is_full:
            return span.text
        return self._mask.text(span.text, self._allowed) if self._mask is not None else None


def may_appear(recorded: RecordedClaim, profile: Profile, today: date) -> bool:
    """Whether the delay is over for the days that are told and for the publication. What has no date waits for ever."""
    if recorded.review == "rejected" and not profile.rejected:
        return False
    if profile.delay == 0:
        return True
    days = [day for day in (window(recorded)[1], recorded.document.published) if day is not None]
    return bool(days) and max(days) + timedelta(days=profile.delay) <= today


def public_key(key: str, kind: str, profile: Profile) -> str:
    """The key under which a profile knows a claim, document, incident or source (`kind`).

    Keys of the record are made of documents and places of words; outside `internal` they are replaced by ones that say
    nothing and stay the same.
    """
    if profile.addresses == "full":
        return key
    return f"{kind}-{hashlib.sha256(f'{profile.name}/{kind}/{key}'.encode()).hexdigest()[:20]}"


def _site(address: str | None) -> str | None:
    """The site of an address alone: the rest often holds the title, and a part before the site its writer's name."""
    if not address:
        return None
    try:
        host = urlsplit(address).hostname
    except ValueError:
        return None
    labels = (host or "").split(".")
    if len(labels) < 2 or any(label.startswith("xn--") or not label.isascii() for label in labels):
        return None
    return ".".join(labels[-3:] if labels[-2] in _SECOND_LEVELS and len(labels) > 2 else labels[-2:])


def _withheld(recorded: RecordedClaim, profile: Profile, level: Level, is_hidden: bool) -> tuple[str, ...]:
    told = []
    if not profile.names:
        told.append("private_names")
    if level != "exact":
        told.append("exact_place")
    if is_hidden and profile.sensitive_places != "exact":
        told.append("sensitive_place")
    if profile.text != "full":
        told.append("text" if profile.text == "none" or is_hidden else "unknown_words")
    if profile.addresses != "full":
        told.append("address")
    if recorded.note and not profile.notes:
        told.append("note")
    return tuple(told)


def _most_exact(claims: Sequence[ProtectedClaim]) -> ProtectedPlace | None:
    places = [claim.place for claim in claims if claim.place is not None]

    def exactness(place: ProtectedPlace) -> int:
        return _EXACTNESS.index(place.precision) if place.precision in _EXACTNESS else len(_EXACTNESS)

    return min(places, key=exactness, default=None)


def _once(parties: Iterable[ProtectedParty]) -> tuple[ProtectedParty, ...]:
    found: dict[str, ProtectedParty] = {}
    for party in parties:
        found.setdefault(party.id or party.name, party)
    return tuple(found.values())


def _change(change: Change, speakers: dict[str, ProtectedParty | None], keys: dict[str, str]) -> ProtectedChange:
    speaker = speakers[change.claims[1]]
    return ProtectedChange(
        what=change.what,
        speaker=speaker.name if speaker is not None else keys[change.claims[1]],
        before=change.before,
        after=change.after,
        published_before=change.published_before,
        published_after=change.published_after,
    )


def _deniers(versions: Sequence[Version], speakers: dict[str, ProtectedParty | None]) -> tuple[str, ...]:
    denying = [version for version in versions if version.status == "denied"]
    if len(denying) == len(versions):
        return ()
    named = [speakers[version.claims[0]] for version in denying]
    return tuple(dict.fromkeys(party.name if party is not None else "?" for party in named))


@lru_cache(maxsize=1)
def default_gate() -> Gate:
    """The gate over the shipped lexicon and the installed gazetteer, made once."""
    return Gate(default_lexicon(), default_gazetteer())


@overload
def protect(
    item: RecordedClaim, profile: Profile | str, today: date | None = None, gate: Gate | None = None
) -> ProtectedClaim | None: ...


@overload
def protect(
    item: Incident, profile: Profile | str, today: date | None = None, gate: Gate | None = None
) -> ProtectedIncident | None: ...


def protect(
    item: RecordedClaim | Incident, profile: Profile | str, today: date | None = None, gate: Gate | None = None
) -> ProtectedClaim | ProtectedIncident | None:
    """What a profile lets through of a claim or incident; None when it lets nothing through (yet).

    `today` is the day from which the delay is reckoned, the present one by default. ProfileError for an unknown
    profile, TypeError for anything that is no claim or incident: the gate never hands out what it does not know.
    """
    chosen = profile_named(profile) if isinstance(profile, str) else profile
    if not isinstance(chosen, Profile):
        raise TypeError(f"{profile!r} is no profile")
    day = today or date.today()
    through = gate or default_gate()
    if isinstance(item, RecordedClaim):
        return through.claim(item, chosen, day)
    if isinstance(item, Incident):
        return through.incident(item, chosen, day)
    raise TypeError(f"the gate takes claims and incidents, not {type(item).__name__}")
