"""The sentences that one figure of a ledger rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import SafeString

from hudna.ledger import Cell
from hudna.protect import Profile
from hudna.recorded import RecordedClaim
from hudna.series import unit_name
from observatory.documents.fields import Voice, count_words, party_name
from observatory.documents.gate import protected
from observatory.documents.keys import public_key
from observatory.ledgers.page import find, voice_of
from observatory.ledgers.queries import Span, ledger_of
from observatory.ledgers.tables import Table
from observatory.people.audience import audience_of, person_of
from observatory.records.models import Claim
from observatory.ui.data import as_data, format_of
from observatory.ui.days import day_of
from observatory.ui.marks import Mark, marked


def sentences(request: HttpRequest, name: str) -> HttpResponse:
    """What documents say that one cell of a ledger is made of, and the other figures that they give for it."""
    kept, voice, profile = find(name), voice_of(request), audience_of(request)
    try:
        day = day_of(request.GET.get("day", ""))
    except ValueError as error:
        raise Http404(name) from error
    made, claims = ledger_of(kept.ceasefire, person_of(request), profile, Span(day, day))
    asked = tuple(request.GET.get(field, "") for field in ("side", "zone", "unit"))
    cell = next((cell for cell in made.cells if (cell.side, cell.zone, cell.unit or "") == asked), None)
    if cell is None:
        raise Http404(name)
    figures = [(cell.value, cell.claims), *cell.otherwise]
    own = {claims[key].key for _, keys in figures for key in keys}
    known = _known(own, profile)
    told = [
        {"value": value, "claims": [_claim(claims[key], known, profile, voice) for key in keys]}
        for value, keys in figures
    ]
    if format := format_of(request):
        return as_data(request, format, f"sentences-{name}-{day}", _data(cell, told))
    table = Table(made, voice)
    row = next(row for row in table.rows if row.side.id == cell.side and row.unit == _unit(cell, voice))
    context = {
        "name": name,
        "title": kept.ceasefire.title[voice.language],
        "cell": cell,
        "side": row.side,
        "zone_name": table.names[cell.zone],
        "unit": row.unit,
        "message": row.message,
        "told": told,
        "profile": profile,
        "as_of": timezone.now(),
    }
    return render(request, "ledgers/sentences.html", context)


def _unit(cell: Cell, voice: Voice) -> str:
    return unit_name(cell.unit, voice.language)


def _known(keys: Iterable[str], profile: Profile) -> dict[str, tuple[int, str]]:
    """The number of each claim on the page of its document and the document's text, for who may read the text."""
    if profile.text != "full":
        return {}
    rows = Claim.objects.filter(key__in=list(keys), current=True).values_list("key", "position", "document__body__text")
    return {key: (position + 1, text) for key, position, text in rows}


def _claim(own: RecordedClaim, known: Mapping[str, tuple[int, str]], profile: Profile, voice: Voice) -> dict[str, Any]:
    """A claim as a sentence with its source, as the gate hands it out."""
    (claim,) = protected([own], profile)
    number, text = known.get(own.key, (None, ""))
    return {
        "claim": claim,
        "document": public_key(own.document.key, profile),
        "number": number,
        "title": claim.document.title,
        "outlet": claim.document.outlet,
        "published": claim.document.published,
        "speaker": party_name(claim.speaker, voice) if claim.speaker else "",
        "counts": [
            (count_words(count, voice), [(part.name, part.value) for part in count.parts]) for count in claim.counts
        ],
        "sentence": claim.evidence,
        "shown": _sentence(own, text) if text else claim.evidence,
        "review": claim.review,
    }


def _sentence(own: RecordedClaim, text: str) -> SafeString:
    """The line of the text that a claim rests on, with what it rests on marked."""
    evidence = own.claim.evidence
    start = text.rfind("\n", 0, evidence.start) + 1
    end = text.find("\n", evidence.end)
    return marked(text, [Mark(evidence.start, evidence.end, "evidence")], start, end if end >= 0 else len(text))


def _data(cell: Cell, told: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {
            "day": cell.day,
            "zone": cell.zone,
            "side": cell.side,
            "unit": cell.unit,
            "value": figure["value"],
            "in_cell": at == 0,
            "claim": each["claim"].key,
            "document": each["document"],
            "outlet": each["outlet"],
            "published": each["published"],
            "speaker": each["speaker"],
            "sentence": each["sentence"],
            "review": each["review"],
        }
        for at, figure in enumerate(told)
        for each in figure["claims"]
    ]
