"""Roles and what each may do. A role is a group of Django by name; what it allows stands in the table here alone.

So a record that is restored from a backup, and one whose groups somebody changed, allow what this version says.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, cast

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, Group, User

Person = AbstractBaseUser | AnonymousUser


class Role(StrEnum):
    """From the least to the most."""

    READER = "reader"
    ANALYST = "analyst"
    REVIEWER = "reviewer"
    ADMINISTRATOR = "administrator"


class Permission(StrEnum):
    """What can be allowed."""

    SEE_PARTNER = "see_partner"
    """See towns, figures and masked quotations."""
    SEE_INTERNAL = "see_internal"
    """See everything: full texts, names, exact places, original files."""
    EXPORT = "export"
    """Take lists away as data."""
    USE_TOKENS = "use_tokens"
    """Make tokens for programs."""
    COMMENT = "comment"
    """Add notes to claims, edit drafts of bulletins."""
    REVIEW = "review"
    """Accept, correct and reject claims, merge and split incidents."""
    SIGN_OFF = "sign_off"
    """Sign off a bulletin, decide as second reviewer."""
    KEEP_PEOPLE = "keep_people"
    """Invite people, give roles, keep projects, read the audit of exports."""


_READER = frozenset({Permission.SEE_PARTNER, Permission.EXPORT})
_ANALYST = _READER | {Permission.SEE_INTERNAL, Permission.USE_TOKENS, Permission.COMMENT}
_REVIEWER = _ANALYST | {Permission.REVIEW, Permission.SIGN_OFF}
PERMISSIONS: Mapping[Role, frozenset[Permission]] = {
    Role.READER: _READER,
    Role.ANALYST: _ANALYST,
    Role.REVIEWER: _REVIEWER,
    Role.ADMINISTRATOR: frozenset(Permission),
}


def role_of(person: Person) -> Role | None:
    """The role of a person, the highest of their groups; None for who has not signed in or was given none."""
    if not isinstance(person, User) or not person.is_active:
        return None
    if person.is_superuser:
        return Role.ADMINISTRATOR
    known = cast(Any, person)
    if not hasattr(known, "role_groups"):
        known.role_groups = frozenset(person.groups.values_list("name", flat=True))
    return next((role for role in reversed(Role) if role.value in known.role_groups), None)


def may(person: Person, permission: Permission) -> bool:
    """Whether a person may do this."""
    role = role_of(person)
    return role is not None and permission in PERMISSIONS[role]


def give_role(person: User, role: Role) -> None:
    """Give a person this role in the place of the one before. Administrators also get Django's own upkeep pages."""
    group, _ = Group.objects.get_or_create(name=role.value)
    person.groups.remove(*person.groups.filter(name__in=[each.value for each in Role]))
    person.groups.add(group)
    person.is_staff = person.is_superuser = role is Role.ADMINISTRATOR
    person.save(update_fields=["is_staff", "is_superuser"])
    vars(person).pop("role_groups", None)
