"""The list of bulletins, and one bulletin as a page, as a DOCX file and as data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from hudna.labels import Language
from hudna.protect import Profile
from observatory.atlas.gate import open_incidents, touching
from observatory.atlas.queries import Days, chosen_days
from observatory.bulletins.content import Section, Sentence, Violations
from observatory.bulletins.draft import draft, name_of, range_words
from observatory.bulletins.incidents import EVERYBODY
from observatory.bulletins.sources import Links
from observatory.bulletins.versions import Edition, audiences, edition, of_days, seen
from observatory.bulletins.word import MEDIA_TYPE, document
from observatory.documents.fields import Voice
from observatory.ledgers.page import voice_of
from observatory.ledgers.tables import LETTERS
from observatory.people.audience import audience_of, person_of
from observatory.people.exports import note_export
from observatory.people.roles import Permission, may
from observatory.ui import words
from observatory.ui.data import as_data, format_of
from observatory.ui.filters import Filters

LENGTHS = (1, 7, 30)
MOST = 31
_WEEKS, _DAILY = 8, 7


def bulletins(request: HttpRequest) -> HttpResponse:
    """The bulletins of the last weeks and days that the record tells of, and the versions that are kept."""
    profile, person = audience_of(request), person_of(request)
    rows = list(_periods(profile)) if open_incidents(EVERYBODY, profile).exists() else []
    kept = list(seen(person, profile)[:200])
    for row in rows:
        own = [v for v in kept if (v.first_day, v.last_day, v.profile) == (row["first"], row["last"], profile.name)]
        row["state"] = "signed" if any(v.signed for v in own) else "edited" if own else "draft"
    if format := format_of(request):
        return as_data(request, format, "bulletins", rows)
    context = {
        "weeks": [row for row in rows if row["days"] > 1],
        "daily": [row for row in rows if row["days"] == 1],
        "versions": kept[:20],
        "newest": rows[0]["last"] if rows else None,
        "lengths": LENGTHS,
    }
    return render(request, "bulletins/list.html", context)


def _periods(profile: Profile) -> Iterator[dict[str, Any]]:
    """The last weeks and days of which the record tells: one question to it."""
    last = chosen_days(Filters(), EVERYBODY, profile).last
    first = last - timedelta(days=7 * _WEEKS - 1)
    found = open_incidents(EVERYBODY, profile).filter(touching(first, last))
    told_days = {day for days in found.values_list("first_day", "last_day").distinct() for day in days}
    for length, number in ((7, _WEEKS), (1, _DAILY)):
        for at in range(number):
            end = last - timedelta(days=length * at)
            days = [end - timedelta(days=back) for back in range(length)]
            if told_days.isdisjoint(days):
                continue
            yield {
                "first": days[-1],
                "last": end,
                "days": length,
                "address": f"{reverse('bulletin', args=[end])}?days={length}",
            }


def days_of(request: HttpRequest, day: date) -> Days:
    """The days that end with this one, as many as the address asks for."""
    asked = request.GET.get("days", "1")
    length = min(int(asked), MOST) if asked.isdecimal() and int(asked) else 1
    return Days(day - timedelta(days=length - 1), day)


def audience_asked(request: HttpRequest) -> Profile:
    """The audience that the bulletin is made for: one's own, or one that sees less."""
    own = audience_of(request)
    return next((each for each in audiences(own) if each.name == request.GET.get("for")), own)


def chosen(request: HttpRequest, day: date, digits: str) -> Edition:
    """The version that the address asks for; else the newest signed one; else the draft of the rules."""
    days, profile = days_of(request, day), audience_asked(request)
    versions = of_days(seen(person_of(request), audience_of(request)), days, profile)
    asked = request.GET.get("version", "")
    if asked and asked != "draft":
        found = versions.filter(pk=int(asked)).first() if asked.isdecimal() else None
        if found is None:
            raise Http404(asked)
        return edition(found)
    signed = versions.filter(signed=True).first() if not asked else None
    return edition(signed) if signed else Edition(days, profile, draft(days, profile, digits), timezone.now())


def bulletin(request: HttpRequest, day: date) -> HttpResponse:
    """The bulletin of the days that end with this one."""
    voice, person, own = voice_of(request), person_of(request), audience_of(request)
    shown = chosen(request, day, voice.digits)
    name = f"bulletin-{shown.days.first}-{shown.days.last}-{voice.language}"
    if request.GET.get("format") == "docx":
        note_export(request, "docx", sum(1 for _ in shown.bulletin.sentences()))
        site = request.build_absolute_uri("/").rstrip("/")
        made = document(shown, title_of(shown.days, voice), voice, own, site)
        answer = HttpResponse(made, content_type=MEDIA_TYPE)
        answer.headers["Content-Disposition"] = f'attachment; filename="{name}.docx"'
        return answer
    if format := format_of(request):
        return as_data(request, format, name, _data(shown, own))
    versions = list(of_days(seen(person, own), shown.days, shown.profile))
    links = Links(voice, own)
    sections = [_section(section, voice.language, links) for section in shown.bulletin.sections]
    context = {
        "title": title_of(shown.days, voice),
        "edition": shown,
        "length": (shown.days.last - shown.days.first).days + 1,
        "numbers": [_number(number, voice) for number in shown.bulletin.numbers],
        "violations": [_violations(row, voice.language) for row in shown.bulletin.violations],
        "before_incidents": [section for section in sections if section["name"] == "violations"],
        "regions": [section for section in sections if section["name"] == "incidents"],
        "after": [section for section in sections if section["name"] not in ("violations", "incidents")],
        "versions": versions,
        "audiences": audiences(own),
        "lengths": LENGTHS,
        "compared": _compared(shown, versions, voice.language),
        "can_edit": may(person, Permission.COMMENT),
        "can_sign": may(person, Permission.SIGN_OFF),
    }
    return render(request, "bulletins/bulletin.html", context)


def title_of(days: Days, voice: Voice) -> str:
    """«Daily bulletin», «Weekly bulletin», «Bulletin»."""
    length = (days.last - days.first).days + 1
    name = {1: "daily", 7: "weekly"}.get(length, "days")
    return words.say(f"bulletin.title_{name}", voice.language)


def _number(number: Any, voice: Voice) -> dict[str, str]:
    return {
        "name": name_of(number, voice),
        "figure": range_words(number.low, number.high, voice),
        "before": range_words(number.before_low, number.before_high, voice),
    }


def _violations(row: Violations, language: Language) -> dict[str, Any]:
    side = {"number": row.number, "letter": LETTERS[language][row.number - 1], "title": row.side[language]}
    return {"row": row, "side": side, "title": row.title[language], "unit": row.unit[language]}


def _section(section: Section, language: Language, links: Links) -> dict[str, Any]:
    return {
        "name": section.name,
        "title": section.ar if language == "ar" else section.en,
        "sentences": [
            {
                "text": sentence.ar if language == "ar" else sentence.en,
                "person": sentence.person,
                "sources": links.of(sentence.sources),
            }
            for sentence in section.sentences
        ],
    }


def _compared(shown: Edition, versions: list[Any], language: Language) -> dict[str, Any] | None:
    """What the shown edition says that the last signed one before it did not, and the other way round."""
    before = [v for v in versions if v.signed and (shown.version is None or v.pk < shown.version.pk)]
    if not before:
        return None
    old, new = edition(before[0]).bulletin, shown.bulletin

    def texts(sentences: Iterator[Sentence]) -> list[str]:
        return [sentence.ar if language == "ar" else sentence.en for sentence in sentences]

    then, now = texts(old.sentences()), texts(new.sentences())
    return {
        "version": before[0],
        "added": [text for text in now if text not in then],
        "gone": [text for text in then if text not in now],
    }


def _data(shown: Edition, own: Profile) -> Iterator[dict[str, Any]]:
    """One row a sentence."""
    for section in shown.bulletin.sections:
        for sentence in section.sentences:
            yield {
                "from": shown.days.first,
                "to": shown.days.last,
                "as_of": shown.as_of.isoformat(),
                "audience": shown.profile.name,
                "state": shown.state,
                "section": section.name,
                "heading_ar": section.ar,
                "heading_en": section.en,
                "ar": sentence.ar,
                "en": sentence.en,
                "written_by": sentence.person,
                "sources": [source.address(own) for source in sentence.sources],
            }
