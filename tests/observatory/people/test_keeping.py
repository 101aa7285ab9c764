"""What administrators do, tokens, sessions, and the audit of exports."""

from __future__ import annotations

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import User
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils import timezone

from observatory.people.models import Export, ExportsAreFinalError, Token
from observatory.people.roles import Role, give_role, role_of
from observatory.people.tokens import Scope, make_token, opens, token_of
from tests.observatory.people.people import PASSWORD, person, signed_in

pytestmark = pytest.mark.usefixtures("db")
PAGES = ("/people/everyone/", "/people/exports/")


@pytest.mark.parametrize("path", PAGES)
def test_pages_of_administrators_are_closed_to_others(path):
    assert Client().get(path).status_code == 302
    assert signed_in(Role.REVIEWER).get(path).status_code == 403
    assert signed_in(Role.ADMINISTRATOR, "huda").get(path).status_code == 200


def test_an_administrator_gives_a_role_and_closes_an_account():
    client, salma = signed_in(Role.ADMINISTRATOR), person("salma", Role.READER)
    client.post(f"/people/everyone/{salma.pk}/", {"do": "role", "role": "reviewer"})
    assert role_of(User.objects.get(pk=salma.pk)) is Role.REVIEWER
    client.post(f"/people/everyone/{salma.pk}/", {"do": "close"})
    assert not User.objects.get(pk=salma.pk).is_active


@pytest.mark.parametrize("change", [{"do": "role", "role": "reader"}, {"do": "close"}])
def test_the_last_administrator_stays_one(change):
    client = signed_in(Role.ADMINISTRATOR)
    me = User.objects.get()
    assert client.post(f"/people/everyone/{me.pk}/", change).status_code == 403
    assert role_of(User.objects.get()) is Role.ADMINISTRATOR


def test_a_token_is_shown_once_and_kept_as_a_hash():
    client = signed_in(Role.ANALYST)
    page = client.post("/people/tokens/", {"name": "notebook", "scopes": ["read"], "days": "30"})
    secret = page.context["secret"]
    assert secret in page.content.decode()
    assert secret not in client.get("/people/tokens/").content.decode()
    assert secret not in str(Token.objects.values().get())
    found = token_of(secret)
    assert found and found.person.username == "rana"
    assert [scope for scope in Scope if opens(found, scope)] == [Scope.READ]


def test_how_long_a_token_lasts_is_told_in_the_chosen_digits():
    client = signed_in(Role.ANALYST)
    assert ">٩٠ " in client.get("/people/tokens/?lang=ar&digits=arabic").content.decode()
    assert ">90 " in client.get("/people/tokens/?lang=ar&digits=latin").content.decode()


def held(secret: str, scope: Scope) -> bool:
    """Whether a token holds and opens what this scope opens."""
    token = token_of(secret)
    return token is not None and opens(token, scope)


def test_a_token_is_no_wider_than_its_person():
    rana = person("rana", Role.ANALYST)
    token, secret = make_token(rana, "notebook", [Scope.READ, Scope.REVIEW])
    assert token.scopes == ["read"]
    give_role(rana, Role.REVIEWER)
    _, wider = make_token(rana, "review", [Scope.REVIEW])
    assert held(wider, Scope.REVIEW)
    give_role(rana, Role.READER)
    assert not held(wider, Scope.REVIEW)
    assert held(secret, Scope.READ)


def test_a_token_revoked_expired_or_of_a_closed_account_holds_no_more():
    client = signed_in(Role.ANALYST)
    rana = User.objects.get()
    revoked, first = make_token(rana, "one", [Scope.READ])
    client.post(f"/people/tokens/{revoked.pk}/revoke/")
    _, second = make_token(rana, "two", [Scope.READ], timedelta(seconds=-1))
    _, third = make_token(rana, "three", [Scope.READ])
    User.objects.update(is_active=False)
    assert [token_of(secret) for secret in (first, second, third, "hudna_guess")] == [None] * 4


def test_nobody_revokes_the_token_of_another():
    token, secret = make_token(person("salma", Role.ANALYST), "hers", [Scope.READ])
    signed_in(Role.ADMINISTRATOR).post(f"/people/tokens/{token.pk}/revoke/")
    assert token_of(secret)


def test_sessions_are_listed_and_ended_one_by_one():
    person("rana", Role.ANALYST)
    here, there, third = Client(), Client(HTTP_USER_AGENT="Mozilla/5.0 (Android 14) Firefox/140.0"), Client()
    for client in (here, there, third):
        client.post("/people/login/", {"login": "rana", "password": PASSWORD})
    page = here.get("/people/sessions/").content.decode()
    assert "Firefox · Android" in page
    session = UserSession.objects.get(user_agent__contains="Android")
    here.post("/people/sessions/end/", {"session": session.pk})
    assert [client.get("/people/").status_code for client in (here, there, third)] == [200, 302, 200]
    here.post("/people/sessions/end/", {"session": "others"})
    assert [client.get("/people/").status_code for client in (here, there, third)] == [200, 302, 302]


def test_nobody_ends_the_session_of_another():
    person("salma", Role.ANALYST)
    hers = Client()
    hers.post("/people/login/", {"login": "salma", "password": PASSWORD})
    signed_in(Role.ADMINISTRATOR).post("/people/sessions/end/", {"session": UserSession.objects.get().pk})
    assert hers.get("/people/").status_code == 200


@pytest.fixture
def line() -> Export:
    """A line of the audit."""
    return Export.objects.create(
        made_at=timezone.now(), person="rana", profile="internal", format="csv", address="/documents/", rows=3
    )


@pytest.mark.parametrize("statement", ["UPDATE people_export SET person = 'x'", "DELETE FROM people_export"])
def test_the_database_refuses_to_change_the_audit(line, statement):
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert Export.objects.get().person == "rana"


def test_the_application_refuses_to_change_the_audit(line):
    with pytest.raises(ExportsAreFinalError):
        line.save()
    with pytest.raises(ExportsAreFinalError):
        line.delete()
    with pytest.raises(ExportsAreFinalError):
        Export.objects.update(person="x")
    with pytest.raises(ExportsAreFinalError):
        Export.objects.all().delete()


def test_the_audit_tells_of_its_own_export(line):
    client = signed_in(Role.ADMINISTRATOR, "huda")
    assert "/documents/" in client.get("/people/exports/").content.decode()
    rows = client.get("/people/exports/?format=json").json()
    assert [row["person"] for row in rows] == ["rana"]
    newest = Export.objects.order_by("-pk")[0]
    assert (newest.person, newest.format, newest.rows) == ("huda", "json", 1)


def test_upkeep_is_for_administrators_and_signs_in_on_our_page():
    assert "/people/login/" in Client().get("/upkeep/").headers["Location"] + str(
        Client().get("/upkeep/", follow=True).redirect_chain
    )
    assert signed_in(Role.ADMINISTRATOR).get("/upkeep/people/project/add/").status_code == 200


def test_what_a_person_sees_is_kept_in_no_cache():
    assert "no-store" in signed_in(Role.ANALYST).get("/documents/").headers["Cache-Control"]
