"""Links that work once: the first administrator, new people, new passwords."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from observatory.people.models import Invitation, Project
from observatory.people.roles import Role, give_role
from observatory.people.secrets import digest_of, new_secret

LASTS = timedelta(days=7)


class InvitationError(ValueError):
    """A link is used up, too old or unknown."""


def invite(
    role: Role, made_by: User | None, projects: Iterable[Project] = (), note: str = "", person: User | None = None
) -> str:
    """Make a link; gives its path, which is shown once and kept nowhere."""
    secret, now = new_secret(), timezone.now()
    invitation = Invitation.objects.create(
        digest=digest_of(secret),
        role=role.value,
        person=person,
        made_by=made_by,
        note=note,
        made_at=now,
        expires_at=now + LASTS,
    )
    invitation.projects.set(projects)
    return reverse("welcome", args=[secret])


def setup_path() -> str | None:
    """A new link for the first administrator, the ones before being void; None when there is an administrator."""
    if has_administrator():
        return None
    with transaction.atomic():
        setup_links().delete()
        return invite(Role.ADMINISTRATOR, None)


def setup_links() -> QuerySet[Invitation]:
    """The links for the first administrator that nobody has used."""
    return Invitation.objects.filter(made_by=None, person=None, used_at=None)


def has_administrator() -> bool:
    """Whether anybody keeps the people."""
    return User.objects.filter(is_superuser=True, is_active=True).exists()


def open_invitation(secret: str) -> Invitation:
    """The invitation of a link; InvitationError when it does not hold (any more)."""
    found = Invitation.objects.filter(digest=digest_of(secret), used_at=None, expires_at__gt=timezone.now()).first()
    if found is None or (found.made_by is None and has_administrator()):
        raise InvitationError("the link has been used, or is too old, or was never given")
    return found


def accept(secret: str, name: str, password: str) -> User:
    """Make the person that a link invites, or give the person that it names a new password; the link is used up."""
    with transaction.atomic():
        invitation = open_invitation(secret)
        if not Invitation.objects.filter(pk=invitation.pk, used_at=None).update(used_at=timezone.now()):
            raise InvitationError("the link has been used")
        if invitation.person is not None:
            invitation.person.set_password(password)
            invitation.person.save(update_fields=["password"])
            return invitation.person
        person = User.objects.create_user(name, password=password)
        give_role(person, Role(invitation.role))
        for project in invitation.projects.all():
            project.people.add(person)
        return person
