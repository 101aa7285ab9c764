"""The list of speakers or of outlets with their figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from hudna.labels import STATUSES, TYPES, Language
from observatory.people.audience import audience_of, person_of
from observatory.records.pieces import pieces
from observatory.records.projection import folded_naming
from observatory.ui.data import as_data, format_of
from observatory.ui.filters import Filters, filters_of
from observatory.ui.listing import PAGE_LENGTH
from observatory.ui.preferences import preferences_of
from observatory.voices.figures import Audience, Figures, all_figures, filtered_figures, is_filtered, kept
from observatory.voices.models import Voice

SORTS = ("claims", "documents", "disagreements", "denied", "possible", "last", "name")
_LONGEST = 100
_ASKED = 500


@dataclass(frozen=True, slots=True)
class Line:
    """A voice as one line of the list."""

    voice: Voice
    figures: Figures

    def name(self, language: Language) -> str:
        """Its name in the language of the page where it has one in it."""
        return voice_name(self.voice, language)

    @property
    def address(self) -> str:
        """The address of its page."""
        return reverse("voice", args=[self.voice.key])

    @property
    def shares(self) -> list[tuple[str, int, int]]:
        """Its statuses with the number of claims of each and their share in per cent."""
        total = self.figures.claims
        return [(status, number, round(100 * number / total)) for status, number in self.figures.statuses]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for."""

    kind: str
    words: str
    sort: str
    filters: Filters


def voice_name(voice: Voice, language: Language) -> str:
    """The name of a voice in a language where it has one in it."""
    return voice.english if language == "en" and voice.english else voice.name


def voices(request: HttpRequest) -> HttpResponse:
    """The speakers or outlets that the address asks for."""
    audience = Audience(person_of(request), audience_of(request))
    asked = _asked_of(request, audience)
    rows = _listed(asked, audience)
    if format := format_of(request):
        return as_data(request, format, f"{asked.kind}s", _data(rows, audience))
    language = preferences_of(request).language
    listing: Page[Any] = Paginator(rows, PAGE_LENGTH).get_page(request.GET.get("page"))
    context = {
        "asked": asked,
        "filters": asked.filters,
        "listing": listing,
        "lines": [(line, line.name(language)) for line in _lines(listing.object_list, audience)],
        "kinds": Voice.Kind.values,
        "sorts": SORTS,
        "types": list(TYPES),
        "statuses": list(STATUSES),
        "profile": audience.profile,
        "is_filtered": is_filtered(asked.filters) or asked.words,
    }
    return render(request, "voices/list.html", context)


def _asked_of(request: HttpRequest, audience: Audience) -> Asked:
    kind, sort = request.GET.get("kind", ""), request.GET.get("sort", "")
    return Asked(
        kind=kind if kind in Voice.Kind.values else Voice.Kind.SPEAKER.value,
        words=request.GET.get("q", "").strip()[:_LONGEST],
        sort=sort if sort in SORTS else SORTS[0],
        filters=filters_of(request, audience.profile),
    )


def _listed(asked: Asked, audience: Audience) -> QuerySet[Voice] | Sequence[Line]:
    """The voices of a list in its order; figures that are not kept as they are asked for come with them."""
    found = audience.voices().filter(kind=asked.kind)
    for word in folded_naming(asked.words).lower().split():
        found = found.filter(words__contains=word)
    if is_filtered(asked.filters):
        return _sorted(_filtered(found, asked, audience), asked.sort)
    if not audience.sees_all:
        told = all_figures(audience)
        return _sorted((Line(row, told[row.pk]) for row in found if row.pk in told), asked.sort)
    return _ordered(found.filter(claims__gt=0), asked.sort)


def _filtered(found: QuerySet[Voice], asked: Asked, audience: Audience) -> Iterator[Line]:
    told = filtered_figures(asked.kind, asked.filters, audience)
    for numbers in pieces(told, _ASKED):
        yield from (Line(row, told[row.pk]) for row in found.filter(pk__in=numbers))


def _ordered(found: QuerySet[Voice], sort: str) -> QuerySet[Voice]:
    if sort == "name":
        return found.order_by("name", "pk")
    if sort == "last":
        return found.order_by(F("last_day").desc(nulls_last=True), "pk")
    return found.order_by(f"-{sort}", "-claims", "pk") if sort != "claims" else found.order_by("-claims", "pk")


def _sorted(lines: Iterable[Line], sort: str) -> list[Line]:
    told = sorted((line for line in lines if line.figures.claims > 0), key=lambda line: line.voice.pk)
    told.sort(key=lambda line: -line.figures.claims)
    if sort == "name":
        told.sort(key=lambda line: line.voice.name)
    elif sort == "last":
        told.sort(key=lambda line: line.figures.last_day or date.min, reverse=True)
    elif sort == "disagreements":
        told.sort(key=lambda line: -line.figures.disagreements)
    else:
        told.sort(key=lambda line: -line.figures.counts[sort])
    return told


def _lines(rows: Iterable[Voice | Line], audience: Audience) -> Iterator[Line]:
    for row in rows:
        yield row if isinstance(row, Line) else Line(row, kept(row, audience.profile))


def _data(rows: QuerySet[Voice] | Sequence[Line], audience: Audience) -> Iterator[dict[str, Any]]:
    found: Iterable[Any] = rows.iterator(chunk_size=_ASKED) if isinstance(rows, QuerySet) else rows
    for line in _lines(found, audience):
        yield data_row(line, audience)


def data_row(line: Line, audience: Audience) -> dict[str, Any]:
    """A voice as a row of data."""
    voice, figures = line.voice, line.figures
    row: dict[str, Any] = {
        "key": voice.key,
        "kind": voice.kind,
        "name": voice.name,
        "english": voice.english,
        "actor": voice.entry,
        "claims": figures.claims,
        "documents": figures.counts["documents"],
        "decided": figures.counts["decided"],
        "rejected": figures.counts["rejected"],
        **{status: figures.counts[status] for status in STATUSES},
        "disagreements": figures.disagreements,
        "first_day": figures.first_day,
        "last_day": figures.last_day,
    }
    if not audience.profile.rejected:
        del row["rejected"]
    return row
