"""The Django application of people."""

from __future__ import annotations

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Roles, invitations, projects, tokens, audit of exports."""

    name = "observatory.people"
    label = "people"
    verbose_name = "people"
