"""An incident's page: its versions side by side, figures with who says which, the area it lies in, its history."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from hudna.protect import Profile
from observatory.atlas import history
from observatory.atlas.gate import Shown, glimpse_of, glimpses, open_incidents, shown
from observatory.atlas.models import KEYS, Incident, Member
from observatory.atlas.present import data_row, line, place_words
from observatory.atlas.ranges import span
from observatory.atlas.today import drawn, voice_of
from observatory.atlas.versions import Figure, changed, columns, figures
from observatory.documents.fields import Voice
from observatory.people.audience import audience_of, person_of
from observatory.people.guard import allowed
from observatory.people.roles import Permission, Person, may
from observatory.records.models import Claim
from observatory.review.decide import DecisionError
from observatory.ui import words
from observatory.ui.data import as_data, format_of

_NEAR = timedelta(days=3)
_MOST_NEAR = 6


def incident(request: HttpRequest, key: str) -> HttpResponse:
    """The page of an incident, as far as the audience may see it."""
    profile, person, voice = audience_of(request), person_of(request), voice_of(request)
    item = _find(key, person, profile)
    if format := format_of(request):
        return as_data(request, format, key, [_data(item, voice, format == "geojson")])
    keys = [claim.key for claim in item.joined.claims]
    sources = columns(item, _numbers(keys) if profile.text == "full" else {}, voice)
    can_decide = may(person, Permission.REVIEW)
    told = line(glimpse_of(item), voice)
    context = {
        "line": told,
        "title": told.title(voice),
        "told": item.told,
        "place": place_words(item.told.place, voice),
        "columns": sources,
        "figures": [_drawn(each, voice) for each in figures(item, sources, voice)],
        "changes": changed(item, voice),
        "history": history.history(keys) if profile.notes else [],
        "can_decide": can_decide,
        "candidates": _candidates(item, person, profile, voice) if can_decide else [],
        "profile": profile,
    }
    return render(request, "atlas/incident.html", context)


def area(request: HttpRequest, key: str) -> JsonResponse:
    """What the map of an incident draws."""
    voice = voice_of(request)
    told = line(glimpse_of(_find(key, person_of(request), audience_of(request))), voice)
    return JsonResponse({"areas": [drawn([told], voice)] if told.area else [], "nowhere": None, "left_off": False})


@require_POST
@allowed(Permission.REVIEW)
def decide(request: HttpRequest, key: str) -> HttpResponse:
    """Merge with other incidents, split claims out, or undo a decision; then the incident that the claims stand in."""
    profile, person, voice = audience_of(request), person_of(request), voice_of(request)
    item = _find(key, person, profile)
    keys = [claim.key for claim in item.joined.claims]
    try:
        _decide(request, keys, person, profile)
    except DecisionError as error:
        known = str(error).startswith("incident.")
        messages.error(request, words.say(str(error), voice.language) if known else str(error))
    else:
        messages.success(request, words.say("incident.decided", voice.language))
    member = Member.objects.select_related("incident").filter(claim_key__in=keys).order_by("pk").first()
    return redirect("incident", getattr(member.incident, KEYS[profile.name]) if member else key)


def _decide(request: HttpRequest, keys: list[str], person: Person, profile: Profile) -> None:
    asked, reason, name = request.POST.get("action"), request.POST.get("reason", ""), person.get_username()
    if asked == "split":
        history.split(request.POST.getlist("claim"), keys, name, reason)
    elif asked == "undo":
        history.undo(request.POST.get("decision", ""), keys, name, reason)
    else:
        rows = open_incidents(person, profile).filter(key__in=request.POST.getlist("other"))
        others = [claim.key for other in shown(rows, person, profile) for claim in other.joined.claims]
        added = [other for other in others if other not in keys]
        if not added:
            raise DecisionError("incident.merge_none")
        history.merge([*keys, *added], name, reason)


def _find(key: str, person: Person, profile: Profile) -> Shown:
    rows = open_incidents(person, profile).filter(**{KEYS[profile.name]: key})
    found = shown(rows, person, profile)
    if not found:
        raise Http404(key)
    return found[0]


def _numbers(keys: Sequence[str]) -> dict[str, int]:
    """The number of each claim on the page of its document."""
    rows = Claim.objects.filter(key__in=keys, current=True).values_list("key", "position")
    return {key: position + 1 for key, position in rows}


def _drawn(figure: Figure, voice: Voice) -> dict[str, Any]:
    """An estimate; where sources differ, drawn as a span as well."""
    estimate, title = figure.estimate, voice.label("count", figure.estimate.what)
    svg = span(figure, voice, title) if estimate.low != estimate.high else None
    return {"figure": figure, "estimate": estimate, "svg": svg}


def _candidates(item: Shown, person: Person, profile: Profile, voice: Voice) -> list[Any]:
    """The incidents of the same days that this one may be one with, those of its region and family first."""
    row = item.row
    if row.first_day is None or row.last_day is None:
        return []
    near = open_incidents(person, profile).exclude(pk=row.pk)
    near = near.filter(last_day__gte=row.first_day - _NEAR, first_day__lte=row.last_day + _NEAR, family=row.family)
    if row.country:
        near = near.filter(country=row.country)
    rows = sorted(near.order_by("-documents", "key")[: _MOST_NEAR * 10], key=lambda other: _distance(row, other))
    told = [line(other, voice) for other in glimpses(rows[:_MOST_NEAR], person, profile)]
    return [(each, each.title(voice)) for each in told]


def _distance(row: Incident, other: Incident) -> tuple[bool, bool, int, str]:
    days = abs((other.first_day - row.first_day).days) if other.first_day and row.first_day else 0
    return (other.place_entry != row.place_entry, other.admin1 != row.admin1, days, other.key)


def _data(item: Shown, voice: Voice, with_area: bool) -> dict[str, Any]:
    """An incident as data with its versions."""
    row = data_row(item, voice, with_area)
    row["estimates"] = [{name: getattr(each, name) for name in type(each).__slots__} for each in item.told.estimates]
    row["versions"] = [
        {
            "speaker": version.speaker.name if version.speaker else None,
            "outlet": version.outlet,
            "published": version.published,
            "status": version.status,
            "figures": [
                {"what": f.what, "value": f.value, "qualifier": f.qualifier, "low": f.low, "high": f.high}
                for f in version.figures
            ],
            "claims": list(version.claims),
        }
        for version in item.told.versions
    ]
    return row
