"""The list of ceasefires, and the ledger of one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from hudna.labels import Language
from hudna.ledger import OUTSIDE, WHOLE, Ledger, rows, to_json
from hudna.series import unit_name
from hudna.sides import default_sides
from observatory.documents.fields import Voice
from observatory.ledgers.areas import zones_with_cells
from observatory.ledgers.keeping import Kept, all_kept, kept_named
from observatory.ledgers.queries import MOST_SHOWN, MOST_TAKEN, Span, ledger_of, span
from observatory.ledgers.tables import Table, series_of
from observatory.people.audience import audience_of, person_of
from observatory.people.exports import note_export
from observatory.people.roles import Permission, may
from observatory.ui import numerals
from observatory.ui.charts import bars
from observatory.ui.data import as_data, format_of
from observatory.ui.filters import filters_of
from observatory.ui.preferences import preferences_of

_ZONE_WORDS = {WHOLE: "all", OUTSIDE: "outside"}


def voice_of(request: HttpRequest) -> Voice:
    """The language and digits of a request."""
    chosen = preferences_of(request)
    return Voice(chosen.language, chosen.digits)


def ceasefires(request: HttpRequest) -> HttpResponse:
    """The ceasefires whose violations are counted."""
    kept, voice = all_kept(), voice_of(request)
    if format := format_of(request):
        return as_data(request, format, "ceasefires", (_data(each) for each in kept))
    context = {
        "kept": [_listed(each, voice) for each in kept],
        "can_define": may(person_of(request), Permission.REVIEW),
    }
    return render(request, "ledgers/list.html", context)


def _listed(kept: Kept, voice: Voice) -> dict[str, Any]:
    ceasefire = kept.ceasefire
    return {
        "name": ceasefire.name,
        "title": ceasefire.title[voice.language],
        "parties": voice.joined(party_named(party, voice) for party in ceasefire.parties),
        "first": ceasefire.first,
        "last": ceasefire.last,
        "zones": voice.joined(zone.title[voice.language] for zone in ceasefire.zones),
        "sides": voice.joined(side.title[voice.language] for side in ceasefire.sides),
    }


def party_named(party: str, voice: Voice) -> str:
    """A party by its name in the lexicon, or as the definition names it."""
    sides = default_sides()
    if sides.entry(party) is None:
        return party
    found = sides.english(party) if voice.language == "en" else sides.arabic(party)
    return found or party


def _data(kept: Kept) -> dict[str, Any]:
    ceasefire = kept.ceasefire
    return {
        "name": ceasefire.name,
        "title_ar": ceasefire.title["ar"],
        "title_en": ceasefire.title["en"],
        "parties": list(ceasefire.parties),
        "from": ceasefire.first,
        "to": ceasefire.last,
        "zones": [zone.id for zone in ceasefire.zones],
        "sides": [side.id for side in ceasefire.sides],
        "defined_at": kept.definition.made_at,
    }


def find(name: str) -> Kept:
    """The ceasefire of an address."""
    kept = kept_named(name)
    if kept is None:
        raise Http404(name)
    return kept


def ledger(request: HttpRequest, name: str) -> HttpResponse:
    """The ledger of a ceasefire for the days of the address."""
    kept, voice = find(name), voice_of(request)
    profile, person = audience_of(request), person_of(request)
    filters, format = filters_of(request, profile), format_of(request)
    days = span(
        kept.ceasefire, person, profile, filters.first_day, filters.last_day, MOST_TAKEN if format else MOST_SHOWN
    )
    made, _ = ledger_of(kept.ceasefire, person, profile, days)
    as_of = timezone.now()
    if format == "csv":
        return as_data(request, format, f"ledger-{name}", _flat(made, voice.language))
    if format == "geojson":
        cells = _flat(made, voice.language)
        return as_data(request, format, f"ledger-{name}", zones_with_cells(kept.ceasefire.zones, cells))
    if format:
        return _json(request, name, {"as_of": as_of, "profile": profile.name, "cut": days.cut}, made)
    table = Table(made, voice)
    asked = request.GET.get("zone", WHOLE)
    zone = asked if asked in table.names else WHOLE
    context = {
        **_listed(kept, voice),
        "kept": kept,
        "table": table,
        "days": days,
        "shown_days": (made.last - made.first).days + 1,
        "zone": zone,
        "zones": [(identity, table.names[identity]) for identity in (WHOLE, *table.zones)],
        "chart": _chart(made, table, zone, voice),
        "running": list(_running(made, table)),
        "unassigned": [(source, len(keys)) for source, keys in made.unassigned.items()],
        "filters": filters,
        "as_of": as_of,
        "states": ("zero", "unquantified", "not_named", "within", "no_report"),
        "can_define": may(person, Permission.REVIEW),
        **_steps(days, kept),
    }
    return render(request, "ledgers/ledger.html", context)


def _chart(made: Ledger, table: Table, zone: str, voice: Voice) -> dict[str, Any] | None:
    """The drawn chart with the table behind it; None where no day has a figure."""
    days, series = series_of(made, table.sides, zone)
    if not any(value is not None for one in series for value in one.values):
        return None
    labels = [numerals.digits(f"{day.day}/{day.month}", voice.digits) for day in days]
    title = f"{made.ceasefire.title[voice.language]} · {table.names[zone]}"
    return {
        "drawing": bars(days, series, labels, title, voice.digits),
        "rows": [(day, [one.values[at] for one in series]) for at, day in enumerate(days)],
        "names": [one.name for one in series],
    }


def _running(made: Ledger, table: Table) -> Iterator[dict[str, Any]]:
    sides = {side.id: side for side in table.sides}
    for total in made.running:
        yield {
            "day": total.day,
            "since": total.since,
            "side": sides[total.side],
            "zone": table.names[total.zone],
            "unit": unit_name(total.unit, table.voice.language),
            "value": total.value,
            "qualifier": total.qualifier,
            "claims": len(total.claims),
        }


def _steps(days: Span, kept: Kept) -> dict[str, tuple[date, date] | None]:
    """The spans before and after, as far as the ceasefire reaches."""
    length = days.last - days.first
    day = length.resolution
    before = (max(days.first - length - day, kept.ceasefire.first), days.first - day)
    end = min(filter(None, (days.last + day + length, kept.ceasefire.last, date.today())))
    after = (days.last + day, end)
    return {
        "before": before if before[0] <= before[1] else None,
        "after": after if after[0] <= after[1] else None,
    }


def _json(request: HttpRequest, name: str, about: dict[str, Any], made: Ledger) -> HttpResponse:
    note_export(request, "json", len(made.cells))
    about["as_of"] = about["as_of"].isoformat()
    text = json.dumps({**about, **json.loads(to_json(made))}, ensure_ascii=False, indent=1)
    response = HttpResponse(text, content_type="application/json")
    response.headers["Content-Disposition"] = f'attachment; filename="ledger-{name}.json"'
    return response


def _flat(made: Ledger, language: Language) -> Iterator[dict[str, Any]]:
    """One row a cell with plain values; empty figures are no zeros, `state` says why they are empty."""
    for row in rows(made):
        others = "; ".join(str(other["value"]) for other in row["other_figures"])
        yield {
            **row,
            "zone": _ZONE_WORDS.get(row["zone"], row["zone"]),
            "other_figures": others,
            "rule": row["rule"].get(language, ""),
            "claims": " ".join(row["claims"]),
        }
