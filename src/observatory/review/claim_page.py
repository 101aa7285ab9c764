"""A claim to be decided about: its fields on the text, a form for each, and what was decided so far."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from hudna.deserialise import claim_from_dict, finding_from_dict
from hudna.labels import COUNTS, QUALIFIERS, STATUSES, TYPES
from hudna.records import Finding
from observatory.documents.fields import LEGEND, MARKS, Field, Voice, claim_marks, fields_of
from observatory.people.audience import person_of, visible_claims
from observatory.people.guard import allowed
from observatory.people.roles import Permission, Person, may
from observatory.records.models import Claim
from observatory.review.corrections import FIELDS
from observatory.review.decide import history
from observatory.review.given import CHOICES, NAMINGS, SINGLE
from observatory.review.models import Decision, Waiting
from observatory.review.queue import asked_of, holders, neighbours, query_string
from observatory.review.state import counting
from observatory.ui.marks import marked
from observatory.ui.preferences import preferences_of

_ORDER = ("type", "speaker", "actors", "targets", "places", "when", "counts", "status", "evidence", "also")
"""The fields in the order in which people ask for them; each has its digit as key."""


@dataclass(frozen=True, slots=True)
class Form:
    """How a field is corrected."""

    name: str
    key: str
    kind: str
    """«choice», «words», «when» or «counts»."""
    words: str
    spans: str
    value: Any
    many: bool


def find(key: str, person: Person) -> Claim:
    """The current claim of a key that a person may see; Http404 for any other."""
    claims = Claim.objects.filter(current=True, key=key)
    seen = visible_claims(person, claims)
    found = seen.select_related("document", "document__body", "document__outlet", "body", "reading").first()
    if found is None:
        raise Http404(key)
    return found


@allowed(Permission.SEE_INTERNAL)
def claim(request: HttpRequest, key: str) -> HttpResponse:
    """The page of a claim."""
    found = find(key, person_of(request))
    return render(request, "review/claim.html", context_of(request, found))


def context_of(request: HttpRequest, found: Claim, wrong: Mapping[str, str] | None = None) -> dict[str, Any]:
    """What the page shows; `wrong` tells by field why a correction was not saved."""
    person, chosen = person_of(request), preferences_of(request)
    voice = Voice(chosen.language, chosen.digits)
    data, text = found.body.standing or found.body.read, found.document.body.text
    read = claim_from_dict(data, text)
    about = _findings(found)
    told = {item.name: item for item in fields_of(read, about, voice)}
    rows = [_row(name, str(at), told, data, text) for at, name in enumerate(_ORDER, 1)]
    for row in rows:
        if row["name"] in (wrong or {}):
            row["form"] = _as_sent(row["form"], request.POST)
    before, after = neighbours(found, asked_of(request), person)
    decisions, waits = history(found.key), Waiting.objects.filter(claim=found).first()
    counted = {row.pk for row in counting(decisions)}
    return {
        "claim": found,
        "document": found.document,
        "text": marked(text, claim_marks(read, 1)),
        "legend": [
            (name, MARKS[name]) for name in LEGEND if name in told and any(value.span for value in told[name].values)
        ],
        "rows": rows,
        "findings": [] if "counts" in told else about,
        "wrong": dict(wrong or {}),
        "wrong_field": next(iter(wrong or {}), request.GET.get("field", "")),
        "waiting": waits,
        "doubts": [doubt.split(".") for doubt in waits.doubts] if waits else [],
        "history": [(row, row.pk in counted) for row in reversed(decisions)],
        "last_own": _last_own(decisions, counted, person),
        "seen": decisions[-1].pk if decisions else 0,
        "holder": holders([found.key]).get(found.key),
        "previous": before,
        "next": after,
        "along": query_string(request),
        "types": list(TYPES),
        "statuses": list(STATUSES),
        "kinds": list(COUNTS),
        "qualifiers": list(QUALIFIERS),
        "can_review": may(person, Permission.REVIEW),
        "can_note": may(person, Permission.COMMENT),
    }


def _findings(found: Claim) -> list[Finding]:
    rows = found.reading.findings.order_by("position").values("code", "level", "claims", "figures", "message")
    return [finding_from_dict(row) for row in rows if found.position in cast(Any, row["claims"])]


def _last_own(decisions: Sequence[Decision], counted: set[int], person: Person) -> int | None:
    own = [row.pk for row in decisions if row.pk in counted and row.person == person.get_username()]
    return own[-1] if own else None


def _row(name: str, key: str, told: Mapping[str, Field], data: Mapping[str, Any], text: str) -> dict[str, Any]:
    """A field with its values and the form that corrects it."""
    shown = told.get("trigger" if name == "type" else name)
    evidence = [data["evidence"]["text"]] if name == "evidence" else []
    return {
        "name": name,
        "mark": MARKS.get("trigger" if name == "type" else name),
        "field": shown,
        "evidence": evidence,
        "form": _form(name, key[-1], data, text) if name in FIELDS else None,
    }


def _form(name: str, key: str, data: Mapping[str, Any], text: str) -> Form:
    spans = _stretches(name, data[name])
    kind = "choice" if name in CHOICES else "words" if name in (*NAMINGS, *SINGLE) else name
    value: Any = data[name]
    if name == "counts":
        value = [_count(at, count, text) for at, count in enumerate(data["counts"])]
    words = " | ".join(span["surface"] for span in spans)
    return Form(name, key, kind, words, json.dumps(spans, ensure_ascii=False), value, name in NAMINGS)


def _as_sent(form: Form, sent: QueryDict) -> Form:
    """The form as the person sent it, so that nothing has to be typed again."""
    if form.kind == "counts":
        lists = [sent.getlist(name) for name in ("kept", "number", "what", "qualifier", "words", "spans")]
        names = ("at", "value", "what", "qualifier", "words", "spans")
        told = [dict(zip(names, each, strict=True)) for each in zip(*lists, strict=False)]
        return replace(form, value=[count for count in told if count["at"] != "new" or count["words"]])
    value = {"start": sent.get("first", ""), "end": sent.get("last", "")} if form.kind == "when" else form.value
    return replace(form, words=sent.get("words", ""), spans=sent.get("spans", ""), value=value)


def _stretches(name: str, value: Any) -> list[dict[str, Any]]:
    """Where the words of a field stand in the text."""
    if name in CHOICES or name == "counts" or not value:
        return []
    if name == "when":
        start, end = value.get("span") or (None, None)
        return [] if start is None else [{"surface": value["surface"], "start": start, "end": end}]
    items = value if isinstance(value, list) else [value]
    return [
        {"surface": item.get("surface", item.get("text")), "start": item["start"], "end": item["end"]} for item in items
    ]


def _count(at: int, count: Mapping[str, Any], text: str) -> dict[str, Any]:
    words = text[count["start"] : count["end"]]
    place = [{"surface": words, "start": count["start"], "end": count["end"]}]
    return {"at": at, **count, "words": words, "spans": json.dumps(place, ensure_ascii=False)}
