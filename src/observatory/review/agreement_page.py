"""How far reviewers agree, which types two people look at, and a reviewer's own gold."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.contrib import messages
from django.db.models import Count, F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from hudna.labels import TYPES
from observatory.people.audience import person_of, visible_claims
from observatory.people.exports import note_export
from observatory.people.guard import allowed
from observatory.people.roles import Permission, Person, may
from observatory.records.models import Claim, ClaimBody
from observatory.records.pieces import pieces
from observatory.review.agreement import Agreement, Views, pairs, views
from observatory.review.gold import gold_of
from observatory.review.models import Decision, SecondLook
from observatory.review.waiting import rebuild, second_types
from observatory.ui.data import as_data, format_of
from observatory.ui.preferences import preferences_of
from observatory.ui.words import say

_ASKED = 500


@allowed(Permission.SEE_INTERNAL)
def agreement(request: HttpRequest) -> HttpResponse:
    """The agreement of each two reviewers by field."""
    person = person_of(request)
    found = pairs(claims_of_two(person))
    if format := format_of(request):
        return as_data(request, format, "agreement", _data(found))
    context = {
        "pairs": list(found.items()),
        "people": _people(),
        "second": second_types(),
        "types": list(TYPES),
        "can_choose": may(person, Permission.KEEP_PEOPLE),
        "own": person.get_username(),
    }
    return render(request, "review/agreement.html", context)


def claims_of_two(person: Person) -> list[Views]:
    """What each reviewer took a claim for, of the claims that two or more have decided about."""
    verdicts = Decision.objects.filter(target_kind="claim", action__in=("accept", "correct", "reject"))
    people = verdicts.order_by().values("target_key").annotate(people=Count("person", distinct=True))
    keys = list(people.filter(people__gt=1).values_list("target_key", flat=True))
    found: list[Views] = []
    for asked in pieces(keys, _ASKED):
        seen = visible_claims(person, Claim.objects.filter(key__in=asked, current=True))
        read = dict(ClaimBody.objects.filter(claim__in=seen).values_list("claim__key", "read"))
        rows: dict[str, list[Decision]] = {}
        for row in Decision.objects.filter(target_kind="claim", target_key__in=read).order_by("pk"):
            rows.setdefault(row.target_key, []).append(row)
        found += [of_claim for key, own in rows.items() if len(of_claim := views(read[key], own)) > 1]
    return found


def _data(found: dict[tuple[str, str], list[Agreement]]) -> list[dict[str, Any]]:
    return [
        {
            "first": names[0],
            "second": names[1],
            "field": each.field,
            "claims": each.number,
            "same": each.same,
            "share": round(each.share, 4),
            "kappa": None if each.kappa is None else round(each.kappa, 4),
        }
        for names, listed in found.items()
        for each in listed
    ]


def _people() -> Sequence[Any]:
    """Who has decided about how many claims."""
    verdicts = Decision.objects.filter(target_kind="claim", action__in=("accept", "correct", "reject"))
    rows = verdicts.order_by().values(name=F("person")).annotate(claims=Count("target_key", distinct=True))
    return list(rows.order_by("-claims", "name"))


@require_POST
@allowed(Permission.KEEP_PEOPLE)
def second_looks(request: HttpRequest) -> HttpResponse:
    """Choose the types whose claims two people look at."""
    chosen, before = {name for name in request.POST.getlist("type") if name in TYPES}, second_types()
    SecondLook.objects.exclude(type__in=chosen).delete()
    SecondLook.objects.bulk_create([SecondLook(type=name) for name in sorted(chosen - before)])
    rebuild(Claim.objects.filter(type__in=chosen ^ before).exclude(review="unreviewed"))
    messages.success(request, say("reviewing.second_saved", preferences_of(request).language))
    return redirect("agreement")


@allowed(Permission.EXPORT)
def own_gold(request: HttpRequest) -> HttpResponse:
    """A reviewer's documents as gold files: those of which they have decided about every claim."""
    person = person_of(request)
    if not may(person, Permission.SEE_INTERNAL):
        return redirect("agreement")
    name = request.GET.get("person") or person.get_username()
    made, documents, waiting = gold_of(name, person, date.today())
    if not documents:
        language = preferences_of(request).language
        messages.warning(request, say("reviewing.gold_none", language, person=name, number=waiting))
        return redirect("agreement")
    note_export(request, "gold", documents)
    response = HttpResponse(made, content_type="application/zip")
    response.headers["Content-Disposition"] = 'attachment; filename="gold.zip"'
    return response
