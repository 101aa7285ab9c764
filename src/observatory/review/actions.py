"""What a person does on the page of a claim: decide, undo, take it or let it go."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.http import require_POST

from observatory.people.audience import person_of
from observatory.people.guard import allowed
from observatory.people.roles import Permission, may
from observatory.records.models import Claim
from observatory.review import decide as deciding
from observatory.review import queue
from observatory.review.claim_page import context_of, find
from observatory.review.corrections import FIELDS, CorrectionError
from observatory.review.given import given_value
from observatory.review.models import Decision
from observatory.ui.preferences import preferences_of
from observatory.ui.words import label, say

VERDICTS = {"accept": deciding.accept, "reject": deciding.reject}


@allowed(Permission.COMMENT)
def decide(request: HttpRequest, key: str) -> HttpResponse:
    """Accept, reject or correct a claim, or note something about it."""
    if request.method != "POST":  # a refused correction is shown under this address, and its links lead back to it
        return redirect(_address(request, key))
    person, found = cast(User, person_of(request)), find(key, person_of(request))
    action, name = request.POST.get("action", ""), person.get_username()
    reason = request.POST.get("reason", "").strip()
    if action != "note" and not may(person, Permission.REVIEW):
        raise PermissionDenied
    if (other := _meanwhile(request, found)) is not None:
        _tell(request, "reviewing.meanwhile", messages.WARNING, person=other.person)
        return redirect(_address(request, found.key))
    if action == "correct":
        return _correct(request, found, name, reason)
    if action == "note" and request.POST.get("note", "").strip():
        deciding.note(found, name, request.POST["note"].strip(), reason)
        _tell(request, "reviewing.noted")
        return redirect(_address(request, found.key))
    if action not in VERDICTS:
        return redirect(_address(request, found.key))
    _, following = queue.neighbours(found, queue.asked_of(request), person)
    decision = VERDICTS[action](found, name, reason)
    queue.release(found.key, person)
    _tell_done(request, found, decision)
    return redirect(_address(request, following) if following else reverse("review") + queue.query_string(request))


def _correct(request: HttpRequest, found: Claim, name: str, reason: str) -> HttpResponse:
    field, now = request.POST.get("field", ""), found.body.standing or found.body.read
    if field not in FIELDS:
        raise Http404(field)
    try:
        value = given_value(field, request.POST, now, found.document.body.text)
        deciding.correct(found, field, value, name, reason)
    except CorrectionError as error:
        return render(request, "review/claim.html", context_of(request, found, {field: str(error)}))
    _tell(request, "reviewing.corrected", field=field)
    return redirect(_address(request, found.key))


def _meanwhile(request: HttpRequest, found: Claim) -> Decision | None:
    """What somebody has decided about the claim since the page was made."""
    seen = request.POST.get("seen", "")
    if not seen.isdecimal():
        return None
    decisions = [row for row in deciding.history(found.key) if row.pk > int(seen)]
    return next((row for row in decisions if row.person != request.user.get_username()), None)


@require_POST
@allowed(Permission.REVIEW)
def undo_decision(request: HttpRequest, key: str, number: int) -> HttpResponse:
    """A decision about this claim counts no more."""
    found = find(key, person_of(request))
    if number not in {row.pk for row in deciding.history(found.key)}:
        raise Http404(str(number))
    try:
        deciding.undo(number, request.user.get_username(), request.POST.get("reason", "").strip())
    except deciding.DecisionError:
        _tell(request, "reviewing.undone_before", messages.WARNING)
    else:
        _tell(request, "reviewing.undone")
    return redirect(_address(request, found.key))


@require_POST
@allowed(Permission.REVIEW)
def take(request: HttpRequest, key: str) -> HttpResponse:
    """Take a claim, or let it go."""
    person, found = cast(User, person_of(request)), find(key, person_of(request))
    if request.POST.get("release"):
        queue.release(found.key, person)
    elif (other := queue.take(found.key, person)) is not None:
        _tell(request, "reviewing.taken_by", messages.WARNING, person=other)
    return redirect(_address(request, found.key))


def _address(request: HttpRequest, key: str) -> str:
    return reverse("review_claim", args=[key]) + queue.query_string(request)


def _tell(request: HttpRequest, key: str, level: int = messages.SUCCESS, **values: str) -> None:
    language = preferences_of(request).language
    if "field" in values:
        values["field"] = label("field", values["field"], language)
    messages.add_message(request, level, say(key, language, **values))


def _tell_done(request: HttpRequest, found: Claim, decision: Decision) -> None:
    """Say what was decided, with a link back to where it can be undone."""
    language = preferences_of(request).language
    done = say(f"reviewing.done_{decision.action}", language)
    back = say("reviewing.back", language)
    words = format_html('{} <a href="{}" data-key="z">{} <kbd>z</kbd></a>', done, _address(request, found.key), back)
    messages.add_message(request, messages.SUCCESS, words)
