"""The pages of a person: account, invitation, tokens; and of administrators: people, audit of exports."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any, cast

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from observatory.people.audience import audience_of, person_of
from observatory.people.forms import InviteForm, TokenForm, WelcomeForm
from observatory.people.guard import allowed
from observatory.people.invitations import InvitationError, accept, has_administrator, invite, open_invitation
from observatory.people.models import Export, Invitation, Token
from observatory.people.roles import PERMISSIONS, Permission, Role, give_role, may, role_of
from observatory.people.tokens import NEEDED, Scope, make_token
from observatory.ui.data import as_data, format_of
from observatory.ui.listing import page_of
from observatory.ui.preferences import preferences_of

_BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@sensitive_post_parameters("password", "again")
@never_cache
def welcome(request: HttpRequest, secret: str) -> HttpResponse:
    """The page of an invitation: choose a name and a password."""
    try:
        invitation = open_invitation(secret)
    except InvitationError:
        return render(request, "people/used.html", status=410)
    language = preferences_of(request).language
    form = WelcomeForm(request.POST or None, person=invitation.person, language=language)
    if request.method == "POST" and form.is_valid():
        try:
            person = accept(secret, form.cleaned_data.get("name", ""), form.cleaned_data["password"])
        except InvitationError:
            return render(request, "people/used.html", status=410)
        if invitation.person is not None:  # who has a second factor still needs it
            return redirect(settings.LOGIN_URL)
        login(request, person, backend=_BACKEND)
        return redirect("account")
    return render(request, "people/welcome.html", {"form": form, "invitation": invitation})


@allowed()
def account(request: HttpRequest) -> HttpResponse:
    """What a person is here, and where to change it."""
    person = cast(User, person_of(request))
    role = role_of(person)
    context = {
        "role": role,
        "permissions": [each for each in Permission if role and each in PERMISSIONS[role]],
        "profile": audience_of(request),
        "projects": list(person.projects.order_by("name")),
        "keeps_people": may(person, Permission.KEEP_PEOPLE),
        "uses_tokens": may(person, Permission.USE_TOKENS),
    }
    return render(request, "people/account.html", context)


@never_cache
@allowed(Permission.USE_TOKENS)
def tokens(request: HttpRequest) -> HttpResponse:
    """A person's tokens: make one, see its secret once, revoke one."""
    person = cast(User, person_of(request))
    scopes = [scope for scope in Scope if may(person, NEEDED[scope])]
    chosen = preferences_of(request)
    form = TokenForm(request.POST or None, language=chosen.language, digits=chosen.digits, allowed=scopes)
    secret = None
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        lasts = timedelta(days=told["days"])
        _, secret = make_token(person, told["name"], [Scope(scope) for scope in told["scopes"]], lasts)
        form = TokenForm(language=chosen.language, digits=chosen.digits, allowed=scopes)
    rows = person.tokens.order_by("-made_at")
    return render(
        request, "people/tokens.html", {"form": form, "tokens": rows, "secret": secret, "now": timezone.now()}
    )


@require_POST
@allowed(Permission.USE_TOKENS)
def revoke_token(request: HttpRequest, number: int) -> HttpResponse:
    """A token holds no more."""
    own = Token.objects.filter(person=cast(User, person_of(request)), pk=number, revoked_at=None)
    own.update(revoked_at=timezone.now())
    return redirect("tokens")


@never_cache
@allowed(Permission.KEEP_PEOPLE)
def everyone(request: HttpRequest) -> HttpResponse:
    """Who has which role, open invitations, and the table of what roles may do."""
    language = preferences_of(request).language
    form = InviteForm(request.POST or None, language=language)
    link = None
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        path = invite(Role(told["role"]), cast(User, person_of(request)), told.get("projects", ()), told["note"])
        link = request.build_absolute_uri(path)
        form = InviteForm(language=language)
    return render(request, "people/everyone.html", _everyone(form, link))


def _everyone(form: InviteForm, link: str | None) -> dict[str, Any]:
    people = User.objects.prefetch_related("groups", "projects").order_by("-is_active", "username")
    open_links = Invitation.objects.filter(used_at=None, expires_at__gt=timezone.now()).select_related(
        "person", "made_by"
    )
    return {
        "form": form,
        "link": link,
        "people": [{"person": each, "role": _role(each)} for each in people],
        "invitations": open_links.order_by("-made_at"),
        "roles": list(Role),
        "table": [(permission, [permission in PERMISSIONS[role] for role in Role]) for permission in Permission],
    }


def _role(person: User) -> Role | None:
    """The role by the groups that are loaded already, whether the person is active or not."""
    if person.is_superuser:
        return Role.ADMINISTRATOR
    names = {group.name for group in person.groups.all()}
    return next((role for role in reversed(Role) if role.value in names), None)


@require_POST
@allowed(Permission.KEEP_PEOPLE)
def change_person(request: HttpRequest, number: int) -> HttpResponse:
    """Give a role, close or open an account, or make a link for a new password. The last administrator stays one."""
    person = get_object_or_404(User, pk=number)
    wanted = request.POST.get("do")
    if wanted == "password":
        path = invite(role_of(person) or Role.READER, cast(User, person_of(request)), note="", person=person)
        form = InviteForm(language=preferences_of(request).language)
        return render(request, "people/everyone.html", _everyone(form, request.build_absolute_uri(path)))
    if wanted == "role" and request.POST.get("role") in set(Role):
        _unless_last(person, lambda: give_role(person, Role(request.POST["role"])))
    elif wanted in ("close", "open"):
        person.is_active = wanted == "open"
        _unless_last(person, lambda: person.save(update_fields=["is_active"]))
    return redirect("everyone")


def _unless_last(person: User, change: Callable[[], None]) -> None:
    """Do it unless no administrator would be left."""
    from django.db import transaction

    with transaction.atomic():
        change()
        if not has_administrator():
            raise PermissionDenied(f"{person} is the last administrator")


@require_POST
@allowed(Permission.KEEP_PEOPLE)
def withdraw_invitation(request: HttpRequest, number: int) -> HttpResponse:
    """A link works no more."""
    Invitation.objects.filter(pk=number, used_at=None).delete()
    return redirect("everyone")


@allowed(Permission.KEEP_PEOPLE)
def exports(request: HttpRequest) -> HttpResponse:
    """Who took what away, the newest first."""
    rows = Export.objects.order_by("-made_at", "-pk")
    if name := request.GET.get("person"):
        rows = rows.filter(person=name)
    if format := format_of(request):
        columns = ("made_at", "person", "token", "profile", "format", "address", "rows")
        return as_data(request, format, "exports", rows.values(*columns))
    return render(request, "people/exports.html", {"listing": page_of(request, rows), "asked": name})
