"""Today: incidents of the chosen days on a map and in a list, violations by reporting side, what is new and open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from hudna.labels import STATUSES, TYPES
from hudna.protect import Profile
from observatory.atlas.gate import glimpses, shown
from observatory.atlas.glimpse import ChangedFigure, Glimpse
from observatory.atlas.models import Incident
from observatory.atlas.present import Line, data_row, line, teller_name
from observatory.atlas.queries import (
    Days,
    chosen_days,
    disagreements,
    listed,
    newest_documents,
    open_findings,
)  # fmt: skip
from observatory.atlas.timeline import Timeline, timeline
from observatory.documents.fields import Voice
from observatory.documents.keys import public_key
from observatory.people.audience import audience_of, person_of
from observatory.people.roles import Person
from observatory.records.pieces import pieces
from observatory.ui import charts, numerals, words
from observatory.ui.data import as_data, format_of
from observatory.ui.filters import Filters, filters_of
from observatory.ui.listing import MOST_COUNTED, page_of
from observatory.ui.preferences import address_with, preferences_of

PAGE = 25
_ON_MAP = 500
_ASKED = 500
_OPEN = 6
_NEW = 6


def voice_of(request: HttpRequest) -> Voice:
    """The language and digits of a request."""
    chosen = preferences_of(request)
    return Voice(chosen.language, chosen.digits)


def today(request: HttpRequest) -> HttpResponse:
    """The page that the observatory opens with."""
    profile, person, voice = audience_of(request), person_of(request), voice_of(request)
    filters = filters_of(request, profile)
    days = chosen_days(filters, person, profile)
    disputed = request.GET.get("disputed") == "1"
    rows = listed(person, profile, filters, days, disputed)
    if format := format_of(request):
        return as_data(request, format, "incidents", _data(rows, person, profile, voice, format == "geojson"))
    listing = page_of(request, rows, PAGE, MOST_COUNTED)
    items = glimpses(listing.object_list, person, profile)
    contested = glimpses(disagreements(person, profile, days)[: _OPEN * 2], person, profile)
    told = timeline(person, profile, days, voice)
    context = {
        "listing": listing,
        "lines": [_titled(item, voice) for item in items],
        "changes": list(islice(_changes(items, voice), _OPEN)),
        "contested": [_titled(item, voice) for item in contested if item.disputed][:_OPEN],
        "findings": [_finding(each, profile) for each in open_findings(person, profile, days, _OPEN)],
        "documents": _new(person, profile),
        "timeline": told,
        "chart": _chart(told, voice) if told else None,
        "days": days,
        "before": _moved(request, days.before),
        "after": _moved(request, days.after),
        "filters": filters,
        "disputed": disputed,
        "is_filtered": filters.asks_about_claims or filters.first_day or filters.last_day or disputed,
        "types": list(TYPES),
        "statuses": list(STATUSES),
        "profile": profile,
        "map_query": request.GET.urlencode(),
    }
    return render(request, "atlas/today.html", context)


def areas(request: HttpRequest) -> JsonResponse:
    """What the map of Today draws: each area once, with the incidents in it."""
    profile, person, voice = audience_of(request), person_of(request), voice_of(request)
    filters: Filters = filters_of(request, profile)
    days = chosen_days(filters, person, profile)
    rows = listed(person, profile, filters, days, request.GET.get("disputed") == "1")
    lines = [line(item, voice) for item in glimpses(rows[:_ON_MAP], person, profile)]
    nowhere = sum(each.area is None for each in lines)
    return JsonResponse(
        {
            "areas": list(_by_area(lines, voice)),
            "nowhere": voice.figure(nowhere) if nowhere else None,
            "left_off": rows.count() > _ON_MAP,
        }
    )


def _by_area(lines: Iterable[Line], voice: Voice) -> Iterator[dict[str, Any]]:
    found: dict[str, list[Line]] = {}
    for each in lines:
        if each.area is not None:
            found.setdefault(each.area.key, []).append(each)
    for group in found.values():
        yield drawn(group, voice)


def drawn(group: list[Line], voice: Voice) -> dict[str, Any]:
    """One area of a map with its incidents."""
    area = group[0].area
    assert area is not None
    precision = words.say(f"precision.{group[0].precision}", voice.language)
    return {
        "kind": area.kind,
        "regions": area.regions,
        "point": area.point,
        "metres": area.kilometres * 1000,
        "whole": group[0].precision == "country",
        "name": group[0].place or "—",
        "precision": precision,
        "count": voice.figure(len(group)),
        "disputed": any(each.disputed for each in group),
        "incidents": [
            {
                "title": voice.label("type", each.type),
                "days": numerals.days(each.first_day, each.last_day, voice.language, voice.digits),
                "figures": voice.joined(each.figures),
                "address": each.address,
            }
            for each in group
        ],
    }


def _changes(items: Iterable[Glimpse], voice: Voice) -> Iterator[tuple[Line, str, ChangedFigure]]:
    """The figures that sources have changed, with who did."""
    for item in items:
        for change in item.telling().changes:
            yield line(item, voice), teller_name(change.teller, voice), change


def _titled(item: Glimpse, voice: Voice) -> tuple[Line, str]:
    told = line(item, voice)
    return told, told.title(voice)


def _finding(finding: Any, profile: Profile) -> dict[str, Any]:
    return {"finding": finding, "documents": [public_key(key, profile) for key in finding.documents[:2]]}


def _new(person: Person, profile: Profile) -> list[dict[str, Any]]:
    return [
        {
            "key": public_key(document.key, profile),
            "title": document.title if profile.text == "full" else None,
            "outlet": document.outlet,
            "published": document.published,
        }
        for document in newest_documents(person, profile, _NEW)
    ]


def _chart(told: Timeline, voice: Voice) -> Any:
    labels = [numerals.digits(f"{day.day}/{day.month}", voice.digits) for day in told.days]
    return charts.bars(told.days, told.series, labels, words.say("today.timeline", voice.language), voice.digits)


def _moved(request: HttpRequest, days: Days) -> str:
    return address_with(request, **{"from": days.first.isoformat(), "to": days.last.isoformat(), "page": None})


def _data(
    rows: QuerySet[Incident], person: Person, profile: Profile, voice: Voice, with_area: bool
) -> Iterator[dict[str, Any]]:
    for found in pieces(rows.iterator(chunk_size=_ASKED), _ASKED):
        for item in shown(found, person, profile):
            yield data_row(item, voice, with_area)
