"""People for the tests of pages."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.test import Client

from observatory.people.roles import Role, give_role

PASSWORD = "river-stone-42"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def person(name: str, role: Role | None = None) -> User:
    """A person with a role."""
    made = User.objects.create_user(name, password=PASSWORD)
    if role is not None:
        give_role(made, role)
    return made


def signed_in(role: Role | None, name: str = "rana") -> Client:
    """A browser in which somebody of this role has signed in."""
    client = Client()
    client.force_login(person(name, role), backend=BACKEND)
    return client
