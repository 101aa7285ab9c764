"""What each role may do and see."""

from __future__ import annotations

from itertools import pairwise

import pytest
from django.contrib.auth.models import AnonymousUser, Group

from hudna.protect import INTERNAL, PARTNER, PUBLIC
from observatory.people.audience import profile_of, visible_claims, visible_documents
from observatory.people.models import Project
from observatory.people.roles import PERMISSIONS, Permission, Role, give_role, may, role_of
from observatory.records.models import Claim, Document, Outlet
from tests.observatory.people.people import person
from tests.observatory.texts import RAID, SHELLING, article, take, write_lines

pytestmark = pytest.mark.usefixtures("db")


@pytest.mark.parametrize(
    ("role", "profile"),
    [(None, PUBLIC), (Role.READER, PARTNER), (Role.ANALYST, INTERNAL), (Role.REVIEWER, INTERNAL),
     (Role.ADMINISTRATOR, INTERNAL)],
)  # fmt: skip
def test_each_role_has_its_profile(role, profile):
    assert profile_of(person("rana", role)) == profile


def test_who_has_not_signed_in_is_the_public():
    assert profile_of(AnonymousUser()) == PUBLIC
    assert not any(may(AnonymousUser(), permission) for permission in Permission)


def test_each_role_may_do_all_that_the_one_below_may():
    allowed = [PERMISSIONS[role] for role in Role]
    assert all(lower < higher for lower, higher in pairwise(allowed))
    assert allowed[-1] == frozenset(Permission)


def test_a_new_role_takes_the_place_of_the_one_before():
    rana = person("rana", Role.ADMINISTRATOR)
    assert rana.is_staff
    give_role(rana, Role.READER)
    assert role_of(rana) is Role.READER
    assert not rana.is_staff
    assert not may(rana, Permission.KEEP_PEOPLE)


def test_a_closed_account_and_an_unknown_group_allow_nothing():
    rana = person("rana", Role.REVIEWER)
    rana.is_active = False
    assert role_of(rana) is None
    other = person("salma")
    other.groups.add(Group.objects.create(name="friends"))
    assert role_of(other) is None


@pytest.fixture
def articles(tmp_path) -> None:
    lines = [article(SHELLING, outlet="صوت الوادي"), article(RAID, outlet="جريدة الساحل")]
    take(write_lines(tmp_path / "articles.jsonl", lines))


def test_a_document_of_no_outlet_is_seen_where_projects_hold_outlets(tmp_path):
    take(write_lines(tmp_path / "articles.jsonl", [article(SHELLING, outlet=None), article(RAID)]))
    Project.objects.create(name="الوادي").outlets.add(Outlet.objects.get())
    assert [row.outlet for row in visible_documents(AnonymousUser())] == [None]


def outlets_seen(who) -> set[str]:
    by_document = {row.outlet.name for row in visible_documents(who).select_related("outlet") if row.outlet}
    claims = visible_claims(who, Claim.objects.filter(current=True)).select_related("document__outlet")
    assert {claim.document.outlet.name for claim in claims if claim.document.outlet} == by_document
    return by_document


@pytest.mark.parametrize("by", ["outlet", "document"])
def test_documents_of_a_project_are_seen_by_its_people_and_administrators_only(articles, by):
    inside, outside = person("rana", Role.READER), person("salma", Role.REVIEWER)
    project = Project.objects.create(name="الوادي")
    project.people.add(inside)
    if by == "outlet":
        project.outlets.add(Outlet.objects.get(name="صوت الوادي"))
    else:
        project.documents.add(Document.objects.get(outlet__name="صوت الوادي"))
    assert outlets_seen(inside) == {"صوت الوادي", "جريدة الساحل"}
    assert outlets_seen(outside) == {"جريدة الساحل"}
    assert outlets_seen(AnonymousUser()) == {"جريدة الساحل"}
    assert outlets_seen(person("huda", Role.ADMINISTRATOR)) == {"صوت الوادي", "جريدة الساحل"}
