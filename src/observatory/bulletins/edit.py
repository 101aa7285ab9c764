"""Editing a bulletin: the rule-made draft is taken up as a version, and every change of it is a version more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from observatory.bulletins.content import Bulletin, Section, Sentence
from observatory.bulletins.models import Version
from observatory.bulletins.page import chosen, title_of
from observatory.bulletins.versions import Edition, keep, of_days
from observatory.ledgers.page import voice_of
from observatory.people.audience import person_of
from observatory.people.guard import allowed
from observatory.people.roles import Permission, may
from observatory.ui.words import LANGUAGES, say

_LONGEST = 4000


class _MissingLanguageError(ValueError):
    """A sentence that is kept lacks one of its two languages."""


@allowed(Permission.COMMENT)
def edit(request: HttpRequest, day: date) -> HttpResponse:
    """Take up the draft, change its sentences, add a note, sign off."""
    person, voice = person_of(request), voice_of(request)
    shown, do = chosen(request, day, "latin"), request.POST.get("do")
    if request.method == "POST" and do == "take":
        return _to("edit_bulletin", keep(shown, shown.bulletin, person.get_username()))
    if do == "sign" and not may(person, Permission.SIGN_OFF):
        raise PermissionDenied
    problem, bulletin = "", shown.bulletin
    if request.method == "POST":
        newest = of_days(Version.objects.order_by("-pk"), shown.days, shown.profile).first()
        if newest is not None and (shown.version is None or newest.pk != shown.version.pk):
            messages.error(request, say("bulletin.newer", voice.language, person=newest.person))
            return _to("edit_bulletin", newest)
        try:
            bulletin = _edited(shown, request.POST, person.get_username())
        except _MissingLanguageError:
            problem = say("bulletin.both_needed", voice.language)
        else:
            kept = keep(shown, bulletin, person.get_username(), signed=do == "sign")
            messages.success(request, say("bulletin.is_signed" if kept.signed else "bulletin.kept", voice.language))
            return _to("bulletin", kept)
    context = {
        "title": title_of(shown.days, voice),
        "edition": shown,
        "sections": _numbered(shown.bulletin, request.POST),
        "notes": {language: request.POST.get(f"note-{language}", "") for language in LANGUAGES},
        "problem": problem,
        "can_sign": may(person, Permission.SIGN_OFF),
    }
    return render(request, "bulletins/edit.html", context, status=400 if problem else 200)


def _to(page: str, version: Version) -> HttpResponse:
    length = (version.last_day - version.first_day).days + 1
    asked = urlencode({"days": length, "for": version.profile, "version": version.pk})
    return redirect(f"{reverse(page, args=[version.last_day])}?{asked}")


def _numbered(bulletin: Bulletin, posted: QueryDict) -> list[dict[str, object]]:
    """The sections with their sentences under the numbers by which the form sends them."""
    found, number = [], 0
    for section in bulletin.sections:
        sentences = []
        for sentence in section.sentences:
            texts: dict[str, str] = {
                language: posted.get(f"{language}-{number}", getattr(sentence, language)) for language in LANGUAGES
            }
            sentences.append({"number": number, "sentence": sentence, **texts})
            number += 1
        found.append({"section": section, "sentences": sentences})
    return found


def _edited(shown: Edition, posted: QueryDict, person: str) -> Bulletin:
    """The bulletin as the form tells it. Sources stay with their sentences; who changed one stands beside it."""
    sections, number = [], 0
    for section in shown.bulletin.sections:
        sentences = []
        for sentence in section.sentences:
            if f"out-{number}" not in posted:
                sentences.append(_sentence(sentence, posted, number, person))
            number += 1
        sections.append(replace(section, sentences=tuple(sentences)))
    note = {language: posted.get(f"note-{language}", "").strip()[:_LONGEST] for language in LANGUAGES}
    if any(note.values()):
        if not all(note.values()):
            raise _MissingLanguageError
        sections = _with_note(sections, Sentence(note["ar"], note["en"], person=person))
    return replace(shown.bulletin, sections=tuple(sections))


def _sentence(sentence: Sentence, posted: QueryDict, number: int, person: str) -> Sentence:
    arabic, english = (
        " ".join(posted.get(f"{language}-{number}", getattr(sentence, language)).split())[:_LONGEST]
        for language in LANGUAGES
    )
    if not arabic or not english:
        raise _MissingLanguageError
    if (arabic, english) == (sentence.ar, sentence.en):
        return sentence
    return replace(sentence, ar=arabic, en=english, person=person)


def _with_note(sections: list[Section], note: Sentence) -> list[Section]:
    """The sections with a note at the end, under a heading of its own."""
    if sections and sections[-1].name == "notes":
        last = sections[-1]
        return [*sections[:-1], replace(last, sentences=(*last.sentences, note))]
    return [*sections, Section("notes", say("bulletin.notes", "ar"), say("bulletin.notes", "en"), (note,))]
