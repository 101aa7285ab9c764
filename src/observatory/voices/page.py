"""The page of a speaker or outlet: what it says, in which words, when, and whom it contradicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString

from hudna.labels import STATUSES
from hudna.protect import ProtectedClaim
from observatory.documents import fields
from observatory.documents.gate import protected_of
from observatory.people.audience import audience_of, person_of
from observatory.records.models import Claim
from observatory.ui import charts, numerals, words
from observatory.ui.data import as_data, format_of
from observatory.ui.filters import filters_of
from observatory.ui.preferences import address_with, preferences_of
from observatory.voices.figures import Audience, Figures, all_figures, kept, open_said
from observatory.voices.listing import Line, data_row, voice_name
from observatory.voices.models import Voice
from observatory.voices.quarrels import most_contradicted, page_of_quarrels
from observatory.voices.wording import Topic, topics

LONGEST = 31
"""So many days stand on the chart."""

TypeRow = tuple[str, int, list[tuple[str, int]]]
_TOPICS = 30
_LATEST = 8


def voice(request: HttpRequest, key: str) -> HttpResponse:
    """One speaker or outlet, as far as the audience may see it."""
    audience = Audience(person_of(request), audience_of(request))
    found = audience.voices().filter(key=key).first()
    told = _figures(found, audience) if found is not None else Figures()
    is_empty = not told.claims and not (audience.profile.rejected and told.counts["rejected"])
    if found is None or is_empty:
        raise Http404(key)
    chosen = preferences_of(request)
    reader = fields.Voice(chosen.language, chosen.digits)
    spoken = topics(found, audience)
    if format := format_of(request):
        return as_data(request, format, key, [_data(Line(found, told), spoken, audience)])
    listing, quarrels = page_of_quarrels(request, found, audience, reader)
    days = _days(request, audience, told)
    counted = _by_day(found, days, audience)
    context = {
        "voice": found,
        "name": voice_name(found, chosen.language),
        "line": Line(found, told),
        "figures": told,
        "types": _types(found, audience),
        "statuses": [status for status in STATUSES if told.counts[status]],
        "topics": [(topic, topic.label(chosen.language)) for topic in spoken[:_TOPICS]],
        "more_topics": max(0, len(spoken) - _TOPICS),
        "listing": listing,
        "quarrels": quarrels,
        "others": [(other, voice_name(other, chosen.language), n) for other, n in most_contradicted(found, audience)],
        "days": days,
        "table": [(day, counted[day]) for day in days if counted[day]],
        "chart": _chart(days, counted, reader),
        "before": _moved(request, days, -len(days)),
        "after": _moved(request, days, len(days)),
        "latest": _latest(found, audience),
        "profile": audience.profile,
    }
    return render(request, "voices/voice.html", context)


def _figures(found: Voice, audience: Audience) -> Figures:
    return kept(found, audience.profile) if audience.sees_all else all_figures(audience).get(found.pk, Figures())


def _types(found: Voice, audience: Audience) -> list[TypeRow]:
    """How many claims of each type, and of each status among them."""
    return audience.remembered(f"types/{found.pk}", lambda: _counted_types(found, audience))


def _counted_types(found: Voice, audience: Audience) -> list[TypeRow]:
    rows = open_said(audience).filter(voice=found, rejected=False).order_by()
    told: dict[str, Counter[str]] = {}
    for type_, status, total in rows.values_list("type", "status").annotate(total=Count("pk")):
        told.setdefault(type_, Counter())[status] += total
    counted = [(type_, by.total(), [(status, by[status]) for status in STATUSES]) for type_, by in told.items()]
    return sorted(counted, key=lambda item: (-item[1], item[0]))


def _days(request: HttpRequest, audience: Audience, told: Figures) -> list[date]:
    """The days of the chart: those of the address, else those up to the last of which it speaks."""
    filters = filters_of(request, audience.profile)
    last = filters.last_day or told.last_day or date.today()
    first = filters.first_day or last - timedelta(days=LONGEST - 1)
    first, last = min(first, last), max(first, last)
    first = max(first, last - timedelta(days=LONGEST - 1))
    return [first + timedelta(days=at) for at in range((last - first).days + 1)]


def _by_day(found: Voice, days: Sequence[date], audience: Audience) -> Counter[date]:
    rows = open_said(audience).filter(voice=found, rejected=False, to_day__range=(days[0], days[-1])).order_by()
    return Counter(dict(rows.values_list("to_day").annotate(total=Count("pk"))))


def _chart(days: Sequence[date], counted: Counter[date], reader: fields.Voice) -> SafeString:
    labels = [numerals.digits(f"{day.day}/{day.month}", reader.digits) for day in days]
    values = tuple(float(counted[day]) if counted[day] else None for day in days)
    title = words.say("voice.timeline", reader.language)
    return charts.bars(days, [charts.Series(title, values)], labels, title, reader.digits)


def _moved(request: HttpRequest, days: Sequence[date], by: int) -> str:
    first, last = days[0] + timedelta(days=by), days[-1] + timedelta(days=by)
    return address_with(request, **{"from": first.isoformat(), "to": last.isoformat()})


def _latest(found: Voice, audience: Audience) -> list[tuple[ProtectedClaim, int | None]]:
    """Its latest claims, and their numbers on the pages of their documents for who may read these."""
    rows = open_said(audience).filter(voice=found, rejected=False, to_day__isnull=False)
    numbers = list(rows.order_by("-to_day").values_list("claim", flat=True)[:_LATEST])
    positions = dict(Claim.objects.filter(pk__in=numbers).values_list("key", "position"))
    told = protected_of(list(positions), audience.profile)
    is_full = audience.profile.text == "full"
    claims = [(claim, positions[key] + 1 if is_full else None) for key, claim in told.items()]
    return sorted(claims, key=lambda item: (item[0].last_day or date.min, item[0].key), reverse=True)


def _data(line: Line, spoken: Sequence[Topic], audience: Audience) -> dict[str, Any]:
    """A voice as data with its words and whom it contradicts."""
    row = data_row(line, audience)
    row["terms"] = [
        {
            "kind": topic.kind,
            "neutral": {"ar": topic.arabic, "en": topic.english},
            "own": [{"form": form.form, "loaded": form.loaded, "claims": form.claims} for form in topic.own],
            "others": [{"form": form.form, "loaded": form.loaded, "claims": form.claims} for form in topic.others],
        }
        for topic in spoken
    ]
    row["contradicts"] = [
        {"key": other.key, "name": other.name, "incidents": incidents}
        for other, incidents in most_contradicted(line.voice, audience)
    ]
    return row
