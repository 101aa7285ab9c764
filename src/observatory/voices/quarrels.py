"""Where a voice contradicts others, incident by incident, and whom most often."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Max, QuerySet
from django.http import HttpRequest
from django.urls import reverse

from hudna.incidents import VersionFigure
from hudna.protect import ProtectedClaim, public_key
from observatory.atlas.gate import Shown, shown
from observatory.atlas.models import Incident
from observatory.atlas.present import place_words
from observatory.atlas.versions import told_figure
from observatory.documents import fields
from observatory.voices.figures import Audience, open_contradictions
from observatory.voices.models import Contradiction, Voice

PAGE = 10
_MOST_OTHERS = 10
_MOST_ROWS = 4


@dataclass(frozen=True, slots=True)
class Telling:
    """What one of two voices says: the figure, the doer or the status, and the sentence."""

    claim: ProtectedClaim
    said: str
    number: int | None
    """The claim's number on the page of its document, for who may see that."""


@dataclass(frozen=True, slots=True)
class Against:
    """One contradiction with one other."""

    other: Voice
    kind: str
    own: Telling
    theirs: Telling


@dataclass(frozen=True, slots=True)
class Quarrels:
    """The contradictions in one incident."""

    address: str
    type: str
    place: str | None
    first_day: date | None
    last_day: date | None
    rows: tuple[Against, ...]
    more: int


def page_of_quarrels(
    request: HttpRequest, voice: Voice, audience: Audience, reader: fields.Voice
) -> tuple[Page[Any], list[Quarrels]]:
    """The page that the address asks for, the latest incidents first."""
    open_ones = open_contradictions(audience).filter(voice=voice)
    incidents = audience.remembered(f"quarrels/{voice.pk}", lambda: _incidents(open_ones))
    listing = Paginator(incidents, PAGE).get_page(request.GET.get("page"))
    numbers = list(listing.object_list)
    rows: dict[int, list[Contradiction]] = {number: [] for number in numbers}
    # Whether both claims are open is seen from the incident as it is shown: only open ones are in it.
    asked = Contradiction.objects.filter(voice=voice, incident__in=numbers).select_related(
        "other", "claim", "other_claim"
    )
    if not audience.profile.names:
        asked = asked.filter(named=True)
    for row in asked.order_by("kind", "other__name", "pk"):
        rows[row.incident_id].append(row)
    kept = Incident.objects.in_bulk(numbers)
    found = [kept[number] for number in numbers if number in kept]
    items = shown(found, audience.person, audience.profile)
    return listing, [told for item in items if (told := _incident(item, rows[item.row.pk], audience, reader)).rows]


def _incidents(rows: QuerySet[Contradiction]) -> list[int]:
    """The numbers of the incidents, the latest first."""
    grouped = rows.values("incident").annotate(latest=Max("day")).order_by("-latest", "-incident")
    return [row["incident"] for row in grouped]


def _incident(item: Shown, rows: Sequence[Contradiction], audience: Audience, reader: fields.Voice) -> Quarrels:
    claims = {claim.key: claim for claim in item.told.claims}
    told = [against for row in rows if (against := _against(row, claims, audience, reader)) is not None]
    return Quarrels(
        address=reverse("incident", args=[item.told.key]),
        type=item.told.type,
        place=place_words(item.told.place, reader),
        first_day=item.told.first_day,
        last_day=item.told.last_day,
        rows=tuple(told[:_MOST_ROWS]),
        more=max(0, len(told) - _MOST_ROWS),
    )


def _against(
    row: Contradiction, claims: Mapping[str, ProtectedClaim], audience: Audience, reader: fields.Voice
) -> Against | None:
    mine, theirs = (claims.get(public_key(one.key, "claim", audience.profile)) for one in (row.claim, row.other_claim))
    if mine is None or theirs is None:
        return None
    is_full = audience.profile.text == "full"
    return Against(
        other=row.other,
        kind=row.kind,
        own=Telling(mine, _said(row.kind, row.own, mine, reader), row.claim.position + 1 if is_full else None),
        theirs=Telling(
            theirs, _said(row.kind, row.theirs, theirs, reader), row.other_claim.position + 1 if is_full else None
        ),
    )


def _said(kind: str, figure: Mapping[str, Any] | None, claim: ProtectedClaim, reader: fields.Voice) -> str:
    if kind == Contradiction.Kind.FIGURE and figure is not None:
        return told_figure(VersionFigure(**figure), reader)
    if kind == Contradiction.Kind.ACTOR:
        return reader.joined(fields.party_name(party, reader) for party in claim.actors)
    return reader.label("status", claim.status)


def most_contradicted(voice: Voice, audience: Audience) -> list[tuple[Voice, int]]:
    """Whom a voice contradicts, with the number of incidents, the most often contradicted first."""
    pairs = audience.remembered(f"others/{voice.pk}", lambda: _others(voice, audience))
    others = Voice.objects.in_bulk([number for number, _ in pairs])
    return [(others[number], incidents) for number, incidents in pairs]


def _others(voice: Voice, audience: Audience) -> list[tuple[int, int]]:
    rows = open_contradictions(audience).filter(voice=voice).values_list("other")
    counted = rows.annotate(incidents=Count("incident", distinct=True)).order_by("-incidents", "other")
    return list(counted[:_MOST_OTHERS])
