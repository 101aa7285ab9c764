"""Defining a ceasefire: by a TOML file or by the form; and its definition as a file."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from hudna.ledger import DefinitionError
from observatory.ledgers.forms import DefinitionFileForm, DefinitionForms
from observatory.ledgers.keeping import Kept, keep, versions, withdraw
from observatory.ledgers.page import find, voice_of
from observatory.ledgers.toml_text import to_toml
from observatory.people.audience import person_of
from observatory.people.exports import note_export
from observatory.people.guard import allowed
from observatory.people.roles import Permission
from observatory.ui.words import say


@allowed(Permission.REVIEW)
def define(request: HttpRequest, name: str | None = None) -> HttpResponse:
    """Keep a new ceasefire, or a new definition of one; a withdrawn one is no longer listed."""
    language = voice_of(request).language
    kept = find(name) if name else None
    posted = request.POST if request.method == "POST" else None
    do, person = request.POST.get("do"), person_of(request).get_username()
    if kept is not None and do == "withdraw":
        withdraw(kept, person)
        messages.success(request, say("definition.withdrawn", language))
        return redirect("ceasefires")
    file = DefinitionFileForm(posted if do == "file" else None, request.FILES or None, language=language)
    forms = DefinitionForms(language, posted if do == "form" else None, kept.ceasefire if kept else None)
    problem, done = _taken(do, file, forms, person)
    if done is not None:
        messages.success(request, say("definition.kept", language))
        return redirect("ceasefire", done.ceasefire.name)
    context: dict[str, Any] = {
        "kept": kept,
        "title": kept.ceasefire.title[language] if kept else "",
        "file": file,
        "forms": forms,
        "problem": problem,
        "versions": versions(kept.ceasefire.name) if kept else [],
    }
    return render(request, "ledgers/define.html", context, status=400 if do else 200)


def _taken(do: str | None, file: DefinitionFileForm, forms: DefinitionForms, person: str) -> tuple[str, Kept | None]:
    """What is wrong, or what was kept."""
    try:
        if do == "file" and file.is_valid():
            name, text = file.cleaned_data["file"]
            return "", keep(text, person, name)
        if do == "form" and forms.is_valid():
            return "", keep(to_toml(forms.value()), person)
    except DefinitionError as error:
        return str(error), None
    return "", None


def definition(request: HttpRequest, name: str) -> HttpResponse:
    """The definition as the TOML file that `hudna ledger` takes."""
    kept = find(name)
    note_export(request, "toml", 1)
    response = HttpResponse(kept.definition.text, content_type="application/toml; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.toml"'
    return response
