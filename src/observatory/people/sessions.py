"""The open sessions of a person: where they are signed in, each to be ended by itself."""

from __future__ import annotations

from typing import cast

from allauth.usersessions.models import UserSession
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from observatory.people.audience import person_of
from observatory.people.guard import allowed

_BROWSERS = (("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))
_SYSTEMS = (("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"),
            ("Linux", "Linux"))  # fmt: skip


@never_cache
@allowed()
def sessions(request: HttpRequest) -> HttpResponse:
    """Where this person is signed in."""
    rows = UserSession.objects.purge_and_list(request.user)
    told = [
        {"session": row, "browser": browser_name(row.user_agent), "is_this": row.is_current()}
        for row in sorted(rows, key=lambda row: row.last_seen_at, reverse=True)
    ]
    return render(request, "people/sessions.html", {"sessions": told})


@require_POST
@allowed()
def end_sessions(request: HttpRequest) -> HttpResponse:
    """End one session of this person, or all but this one."""
    person, number = cast(User, person_of(request)), request.POST.get("session", "")
    for session in UserSession.objects.filter(user=person):
        if str(session.pk) == number or (number == "others" and not session.is_current()):
            session.end()
    return redirect("usersessions_list")


def browser_name(agent: str) -> str:
    """A browser and system in words, from what the browser says of itself; all of that where it is none of those."""
    browser = next((name for mark, name in _BROWSERS if mark in agent), None)
    system = next((name for mark, name in _SYSTEMS if mark in agent), None)
    return " · ".join(filter(None, (browser, system))) or agent[:60]
