"""Under which protection profile a request is answered, and which documents it may touch at all."""

from __future__ import annotations

from typing import cast

from django.contrib.auth.models import User
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from hudna.protect import INTERNAL, PARTNER, PUBLIC, Profile
from observatory.people.models import Project
from observatory.people.roles import Permission, Person, may
from observatory.records.models import Claim, Document


def person_of(request: HttpRequest) -> Person:
    """Who asks: the person of the session or of the token."""
    return cast(Person, request.user)


def audience_of(request: HttpRequest) -> Profile:
    """The profile of a request: public for who has not signed in, partner for readers, internal from analysts on."""
    return profile_of(person_of(request))


def profile_of(person: Person) -> Profile:
    """The profile of a person."""
    if may(person, Permission.SEE_INTERNAL):
        return INTERNAL
    return PARTNER if may(person, Permission.SEE_PARTNER) else PUBLIC


def visible_documents(person: Person) -> QuerySet[Document]:
    """The documents that a person may see: those of no project and those of their own projects."""
    found = Document.objects.all()
    condition = _visible(person, "pk", "outlet")
    return found if condition is None else found.filter(condition)


def visible_claims(person: Person, claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """Those of some claims whose document a person may see."""
    condition = _visible(person, "document", "document__outlet")
    return claims if condition is None else claims.filter(condition)


def hidden_documents(person: Person) -> QuerySet[Document, int] | None:
    """The numbers of the documents that a person may not see; None where there can be none."""
    if may(person, Permission.KEEP_PEOPLE) or not Project.objects.exists():
        return None
    hidden = Document.objects.filter(_of(Project.objects.all(), "pk", "outlet"))
    if isinstance(person, User):
        hidden = hidden.exclude(_of(Project.objects.filter(people=person), "pk", "outlet"))
    return hidden.values_list("pk", flat=True)


def _visible(person: Person, document: str, outlet: str) -> Q | None:
    """A condition on the columns of document and outlet; None for who sees all."""
    if may(person, Permission.KEEP_PEOPLE):
        return None
    seen = ~_of(Project.objects.all(), document, outlet)
    if isinstance(person, User):
        seen |= _of(Project.objects.filter(people=person), document, outlet)
    return seen


def _of(projects: QuerySet[Project], document: str, outlet: str) -> Q:
    """Whether a document is of one of some projects, by itself or by its outlet."""
    documents = Project.documents.through.objects.filter(project__in=projects).values("document")
    outlets = Project.outlets.through.objects.filter(project__in=projects).values("outlet")
    return Q(**{f"{document}__in": documents}) | Q(**{f"{outlet}__in": outlets})
