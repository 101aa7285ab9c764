"""The forms of people's own pages. Their labels come from the catalogue."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.contrib.auth.validators import UnicodeUsernameValidator

from hudna.labels import Language
from observatory.people.models import Project
from observatory.people.roles import Role
from observatory.people.tokens import Scope
from observatory.ui import numerals
from observatory.ui.words import say

_LASTS = (30, 90, 365)


class WelcomeForm(forms.Form):
    """A name and a password for who follows an invitation; a password alone for who has a name already."""

    name = forms.CharField(max_length=150, validators=[UnicodeUsernameValidator()])
    password = forms.CharField(widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}), strip=False)
    again = forms.CharField(widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}), strip=False)

    def __init__(self, *arguments: Any, person: User | None, language: Language, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.language, self.person = language, person
        for field in self.fields:
            self.fields[field].label = say(f"people.{field}", language)
        if person is not None:
            del self.fields["name"]
        else:
            self.fields["name"].widget.attrs.update({"autocomplete": "username", "dir": "auto"})

    def clean_name(self) -> str:
        """A name that nobody has."""
        name = str(self.cleaned_data["name"])
        if User.objects.filter(username__iexact=name).exists():
            raise forms.ValidationError(say("people.name_taken", self.language))
        return name

    def clean(self) -> dict[str, Any]:
        """Both passwords are the same and good enough."""
        told = super().clean() or {}
        password = told.get("password")
        if password and password != told.get("again"):
            self.add_error("again", say("people.passwords_differ", self.language))
        elif password:
            try:
                validate_password(password, self.person or User(username=told.get("name", "")))
            except forms.ValidationError as error:
                self.add_error("password", error)
        return told


class InviteForm(forms.Form):
    """Whom an administrator invites: role, projects, and a note for the list of open links."""

    role = forms.ChoiceField()
    projects = forms.ModelMultipleChoiceField(Project.objects.order_by("name"), required=False)
    note = forms.CharField(max_length=200, required=False)

    def __init__(self, *arguments: Any, language: Language, **options: Any) -> None:
        super().__init__(*arguments, **options)
        role, projects = self.fields["role"], self.fields["projects"]
        assert isinstance(role, forms.ChoiceField)
        role.choices = [(each.value, say(f"role.{each.value}", language)) for each in Role]
        role.label, projects.label = say("people.role", language), say("people.projects", language)
        if Project.objects.exists():
            projects.widget.attrs["size"] = 4
        else:
            del self.fields["projects"]
        self.fields["note"].label = say("people.invite_note", language)
        self.fields["note"].widget.attrs["dir"] = "auto"


class TokenForm(forms.Form):
    """What a new token is for, what it may do and for how long."""

    name = forms.CharField(max_length=80)
    scopes = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple)
    days = forms.TypedChoiceField(coerce=int)

    def __init__(self, *arguments: Any, language: Language, digits: str, allowed: list[Scope], **options: Any) -> None:
        super().__init__(*arguments, **options)
        scopes, days = self.fields["scopes"], self.fields["days"]
        assert isinstance(scopes, forms.MultipleChoiceField)
        assert isinstance(days, forms.TypedChoiceField)
        scopes.choices = [(each.value, say(f"scope.{each.value}", language)) for each in allowed]
        days.choices = [
            (each, say("people.days", language, number=numerals.digits(str(each), digits))) for each in _LASTS
        ]
        days.initial = _LASTS[1]
        self.fields["name"].label = say("people.token_name", language)
        self.fields["name"].widget.attrs["dir"] = "auto"
        scopes.label, days.label = say("people.token_scopes", language), say("people.token_days", language)
