"""Links that work once, and the pages of signing in."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from observatory.people.invitations import InvitationError, invite, open_invitation, setup_path
from observatory.people.models import Invitation, Project
from observatory.people.roles import Role, role_of
from tests.observatory.people.people import PASSWORD, person, signed_in

pytestmark = pytest.mark.usefixtures("db")
FORM = {"name": "رنا", "password": "a-quiet-river-7", "again": "a-quiet-river-7"}


def secret_of(path: str) -> str:
    return path.strip("/").rsplit("/", 1)[1]


def test_the_first_link_makes_an_administrator_and_works_once():
    path = setup_path()
    assert path
    client = Client()
    assert client.get(path).status_code == 200
    assert client.post(path, FORM).status_code == 302
    assert role_of(User.objects.get(username="رنا")) is Role.ADMINISTRATOR
    assert setup_path() is None
    assert Client().post(path, {**FORM, "name": "سلمى"}).status_code == 410
    assert User.objects.count() == 1


def test_a_new_first_link_makes_the_one_before_void():
    first, second = setup_path(), setup_path()
    assert first and second
    with pytest.raises(InvitationError):
        open_invitation(secret_of(first))
    assert open_invitation(secret_of(second))


def test_a_first_link_does_not_hold_once_there_is_an_administrator():
    path = setup_path()
    assert path
    person("huda", Role.ADMINISTRATOR)
    assert Client().get(path).status_code == 410


def test_the_secret_of_a_link_is_kept_nowhere():
    path = invite(Role.READER, person("huda", Role.ADMINISTRATOR))
    row = Invitation.objects.values().get()
    assert secret_of(path) not in str(row)


def test_an_administrator_invites_a_person_into_a_project():
    client = signed_in(Role.ADMINISTRATOR)
    project = Project.objects.create(name="الوادي")
    page = client.post("/people/everyone/", {"role": "analyst", "projects": [project.pk], "note": "سلمى"})
    link = page.context["link"]
    assert link in page.content.decode()
    assert Client().post(link, {**FORM, "name": "سلمى"}).status_code == 302
    made = User.objects.get(username="سلمى")
    assert role_of(made) is Role.ANALYST
    assert list(made.projects.all()) == [project]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"again": "another-river-8"}, "again"),
        ({"password": "12345678", "again": "12345678"}, "password"),
        ({"name": "HUDA"}, "name"),
    ],
)
def test_what_is_wrong_is_told_and_the_link_stays(change, problem):
    path = invite(Role.READER, person("huda", Role.ADMINISTRATOR))
    page = Client().post(path, {**FORM, **change})
    assert page.status_code == 200
    assert problem in page.context["form"].errors
    assert open_invitation(secret_of(path))


@pytest.mark.parametrize(("language", "words"), [("ar", "كلمة المرور قصيرة"), ("en", "too short")])
def test_a_short_password_is_told_in_the_language_of_the_page(language, words):
    path = invite(Role.READER, person("huda", Role.ADMINISTRATOR))
    page = Client().post(f"{path}?lang={language}", {**FORM, "password": "a-b-c-7", "again": "a-b-c-7"})
    assert words in page.content.decode()


def test_a_link_too_old_or_withdrawn_does_not_work():
    client = signed_in(Role.ADMINISTRATOR)
    old = invite(Role.READER, User.objects.get())
    Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert Client().get(old).status_code == 410
    withdrawn = invite(Role.READER, User.objects.get(), note="two")
    client.post(f"/people/invitations/{Invitation.objects.get(note='two').pk}/withdraw/")
    assert Client().get(withdrawn).status_code == 410


def test_a_link_for_a_new_password_asks_for_no_name_and_signs_nobody_in():
    client, salma = signed_in(Role.ADMINISTRATOR), person("salma", Role.READER)
    page = client.post(f"/people/everyone/{salma.pk}/", {"do": "password"})
    other = Client()
    answer = other.post(page.context["link"], {"password": "a-new-river-99", "again": "a-new-river-99"})
    assert answer.headers["Location"] == "/people/login/"
    salma.refresh_from_db()
    assert salma.check_password("a-new-river-99")
    assert "_auth_user_id" not in other.session


def test_nobody_signs_up_and_nobody_resets_by_mail():
    for path in ("/people/signup/", "/people/password/reset/", "/people/email/"):
        assert Client().get(path).status_code == 404


def test_the_sign_in_page_signs_in_and_out():
    person("rana", Role.ANALYST)
    client = Client()
    wrong = client.post("/people/login/", {"login": "rana", "password": "no"})
    assert wrong.status_code == 200
    assert (
        client.post("/people/login/?next=/documents/", {"login": "rana", "password": PASSWORD}).headers["Location"]
        == "/documents/"
    )
    assert client.get("/people/").status_code == 200
    client.post("/people/logout/")
    assert client.get("/people/").status_code == 302


def test_too_many_tries_lock_the_name_for_a_while():
    person("rana", Role.ANALYST)
    client = Client()
    answers = [client.post("/people/login/", {"login": "rana", "password": f"no-{at}"}) for at in range(5)]
    assert answers[-1].status_code == 429
    client.post("/people/login/", {"login": "rana", "password": PASSWORD})
    assert "_auth_user_id" not in client.session


def test_a_closed_observatory_asks_everybody_to_sign_in(settings):
    settings.READERS = "people"
    assert Client().get("/documents/").headers["Location"] == "/people/login/?next=/documents/"
    assert Client().get("/people/login/").status_code == 200
    assert signed_in(Role.READER).get("/documents/").status_code == 200
