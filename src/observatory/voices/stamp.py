"""Has anything changed that the figures of an audience are made from."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.models import User
from django.db.models import Count, Max

from hudna.protect import Profile
from observatory.people.models import Project
from observatory.people.roles import Permission, Person, may
from observatory.voices.models import Stamp

_KEPT = 100


def stamp() -> None:
    """Note that something has changed. A row each time: two who write do not wait for each other."""
    number = Stamp.objects.create().pk
    Stamp.objects.filter(pk__lt=number - _KEPT).delete()


def signature(person: Person, profile: Profile) -> str:
    """What differs when the figures that a person may see can differ: changes, the day, projects and whose they are."""
    last = Stamp.objects.aggregate(last=Max("pk"))["last"]
    tables = (Project.documents.through, Project.outlets.through, Project.people.through)
    told = [tuple(table.objects.aggregate(rows=Count("pk"), last=Max("pk")).values()) for table in tables]
    own = sorted(Project.objects.filter(people=person).values_list("pk", flat=True)) if isinstance(person, User) else []
    sees_projects = may(person, Permission.KEEP_PEOPLE)
    return repr((profile.name, sees_projects, date.today().isoformat(), last, told, own))
