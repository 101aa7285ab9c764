"""What is kept of incidents tells each audience the same as their claims do, and serves only who may see them all."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hudna.protect import INTERNAL, PARTNER, PROFILES, PUBLIC, Profile
from observatory.atlas import build, gate, parts
from observatory.atlas.gate import glimpse_of, glimpses, shown
from observatory.atlas.glimpse import Glimpse
from observatory.atlas.kept import incidents
from observatory.atlas.models import Facts, Incident, Member, Part
from observatory.atlas.present import line
from observatory.documents.fields import Voice
from observatory.people.models import Project
from observatory.people.roles import Role, give_role
from observatory.records.models import Claim, Document
from observatory.records.query import Query
from observatory.review import decide
from tests.observatory.texts import many, take, write_lines

pytestmark = pytest.mark.usefixtures("record")
NOBODY = AnonymousUser()


@pytest.fixture
def analyst() -> User:
    """A person of no project."""
    person = User.objects.create_user("hanan")
    give_role(person, Role.ANALYST)
    return person


@pytest.fixture
def taken_up(monkeypatch) -> list[Any]:
    """The incidents whose claims are taken up."""
    found: list[Any] = []
    own = gate.shown

    def noting(rows, *arguments):
        rows = list(rows)
        found.extend(rows)
        return own(rows, *arguments)

    monkeypatch.setattr(gate, "shown", noting)
    return found


def comparable(items: list[Glimpse]) -> list[Any]:
    """Everything that a line or a sentence can show of incidents."""
    voices = (Voice("ar", "latin"), Voice("en", "latin"))
    return [([line(item, voice) for voice in voices], item.actors, item.targets, item.telling()) for item in items]


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_kept_facts_tell_what_the_claims_tell(profile: Profile, taken_up, tmp_path):
    take(write_lines(tmp_path / "many.jsonl", many(8)))
    build.refresh()
    rows = list(Incident.objects.order_by("pk"))
    kept = comparable(glimpses(rows, NOBODY, profile))
    assert not taken_up
    assert kept == comparable([glimpse_of(item) for item in shown(rows, NOBODY, profile)])
    assert len(kept) == len(rows)


def test_a_list_from_kept_facts_asks_a_fixed_number_of_questions(analyst):
    Project.objects.create(name="empty")
    with CaptureQueriesContext(connection) as few:
        glimpses(Incident.objects.all()[:1], User.objects.get(pk=analyst.pk), INTERNAL)
    with CaptureQueriesContext(connection) as all_of_them:
        glimpses(Incident.objects.all(), User.objects.get(pk=analyst.pk), INTERNAL)
    assert len(few) == len(all_of_them) <= 8


def test_who_may_see_a_part_is_told_of_that_part(shelled, analyst, taken_up):
    project = Project.objects.create(name="closed")
    project.documents.add(Document.objects.get(external_id="other"))
    (seen,) = glimpses([shelled], analyst, INTERNAL)
    assert taken_up == [shelled]
    assert (seen.documents, seen.sources, seen.disputed) == (2, 1, False)
    assert [(each.low, each.high) for each in seen.estimates if each.what == "killed"] == [(4, 4)]
    project.people.add(analyst)
    (seen,) = glimpses([shelled], analyst, INTERNAL)
    assert (seen.documents, seen.disputed, taken_up) == (3, True, [shelled])


@pytest.fixture
def closed(record) -> Project:
    """A project that holds one of the texts about the shelling."""
    project = Project.objects.create(name="closed")
    project.documents.add(Document.objects.get(external_id="other"))
    return project


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_kept_parts_tell_what_the_open_claims_tell(profile, closed, shelled, taken_up):
    rows = list(Incident.objects.order_by("pk"))
    live = comparable([glimpse_of(item) for item in shown(rows, NOBODY, profile)])
    assert parts.refresh() == 1
    assert comparable(glimpses(rows, NOBODY, profile)) == live
    assert not taken_up
    assert parts.refresh() == 0


def test_a_kept_part_serves_only_whom_just_its_claims_are_hidden_from(closed, shelled, analyst, taken_up):
    parts.refresh()
    closed.documents.add(Document.objects.get(external_id="later"))
    (seen,) = glimpses([shelled], analyst, INTERNAL)
    assert (seen.documents, taken_up) == (1, [shelled])
    parts.refresh()
    (seen,) = glimpses([shelled], analyst, INTERNAL)
    assert (seen.documents, taken_up) == (1, [shelled])
    closed.people.add(analyst)
    (seen,) = glimpses([shelled], analyst, INTERNAL)
    assert (seen.documents, taken_up) == (3, [shelled])


def test_parts_are_made_for_each_set_of_projects_that_somebody_has(closed, shelled, analyst, taken_up):
    other = Project.objects.create(name="other")
    other.documents.add(Document.objects.get(external_id="later"))
    other.people.add(analyst)
    assert parts.refresh() == 1
    assert [seen.documents for seen in glimpses([shelled], analyst, INTERNAL)] == [2]
    assert [seen.documents for seen in glimpses([shelled], NOBODY, INTERNAL)] == [1]
    assert not taken_up


def test_parts_are_made_for_who_shares_projects_with_an_administrator(closed, shelled, taken_up):
    other = Project.objects.create(name="other")
    other.documents.add(Document.objects.get(external_id="later"))
    for name, role in (("first", Role.ADMINISTRATOR), ("second", Role.ANALYST), ("third", Role.ADMINISTRATOR)):
        person = User.objects.create_user(name)
        give_role(person, role)
        other.people.add(person)
    parts.refresh()
    assert [seen.documents for seen in glimpses([shelled], User.objects.get(username="second"), INTERNAL)] == [2]
    assert not taken_up


def test_parts_follow_what_comes_in_and_what_is_corrected(
    closed, tmp_path, django_capture_on_commit_callbacks, taken_up
):
    build.refresh()
    with django_capture_on_commit_callbacks(execute=True):
        claim = Claim.objects.get(current=True, type="shelling", document__external_id="first")
        decide.correct(claim, "status", "possible", "Rana", "")
    (row,) = Incident.objects.filter(type="shelling", place="كفرنبل")
    (seen,) = glimpses([row], NOBODY, INTERNAL)
    assert seen.telling().status == "possible"
    with django_capture_on_commit_callbacks(execute=True):
        decide.reject(Claim.objects.get(current=True, type="shelling", document__external_id="later"), "Rana", "")
    (row,) = Incident.objects.filter(type="shelling", place="كفرنبل")
    (seen,) = glimpses([row], NOBODY, INTERNAL)
    assert (seen.documents, taken_up) == (1, [])


def test_lists_of_parts_ask_a_fixed_number_of_questions(closed, analyst, tmp_path):
    take(write_lines(tmp_path / "many.jsonl", many(8)))
    build.refresh()
    closed.documents.add(*Document.objects.filter(pk__in=Member.objects.values("document"))[:6])
    parts.refresh()

    def questions(rows) -> int:
        listed = list(rows)
        with CaptureQueriesContext(connection) as asked:
            glimpses(listed, User.objects.get(pk=analyst.pk), INTERNAL)
        return len(asked)

    hidden = Member.objects.filter(document__projects=closed).values("incident")
    part, whole = Incident.objects.filter(pk__in=hidden).first(), Incident.objects.exclude(pk__in=hidden).first()
    assert part is not None and whole is not None
    assert questions([part, whole]) == questions(Incident.objects.all()) <= 9


def test_without_projects_no_part_is_made(record):
    assert parts.refresh() == 0
    assert not Part.objects.exists()


@pytest.mark.parametrize("profile", [PARTNER, PUBLIC])
def test_what_waits_for_a_delay_is_not_told_from_kept_facts(shelled, profile, taken_up):
    Incident.objects.filter(pk=shelled.pk).update(whole_day=None)
    shelled.refresh_from_db()
    glimpses([shelled], NOBODY, profile)
    assert taken_up == [shelled]


def test_a_correction_changes_what_is_kept(shelled, django_capture_on_commit_callbacks):
    claim = decide.find_claim(Member.objects.filter(incident=shelled).first().claim_key)
    with django_capture_on_commit_callbacks(execute=True):
        decide.correct(claim, "type", "air_strike", "Rana", "by plane")
    row = Member.objects.get(claim_key=claim.key).incident
    (seen,) = glimpses([row], NOBODY, INTERNAL)
    assert seen.type == row.type
    live = glimpse_of(shown([row], NOBODY, INTERNAL)[0])
    assert comparable([seen]) == comparable([live])


def test_incidents_of_an_older_version_are_made_anew(shelled):
    Facts.objects.all().delete()
    Incident.objects.update(is_told=None)
    build.refresh()
    assert not Incident.objects.filter(is_told=None).exists()
    assert Facts.objects.count() == Incident.objects.count()
    assert Incident.objects.filter(key=shelled.key).exists()
    assert build.refresh() == build.Summary()


def test_the_command_and_files_name_incidents_as_the_pages_do(shelled):
    found = {incident.key: {claim.key for claim in incident.claims} for incident in incidents(Query())}
    assert found.keys() == set(Incident.objects.values_list("key", flat=True))
    assert found[shelled.key] == set(Member.objects.filter(incident=shelled).values_list("claim_key", flat=True))
    (one,) = incidents(Query(documents=(Document.objects.get(external_id="farm").key,)))
    assert one.type == "air_strike"


def test_what_has_come_in_since_is_joined_first(tmp_path):
    take(write_lines(tmp_path / "many.jsonl", many(2)))
    keys = {claim.key for incident in incidents(Query()) for claim in incident.claims}
    assert keys == set(Claim.objects.filter(current=True).values_list("key", flat=True))
