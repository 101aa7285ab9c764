"""The pages that say what went wrong."""

from __future__ import annotations

import logging
import re

import pytest
from django.test import Client, RequestFactory

from observatory.ui.errors import server_error
from observatory.ui.static_files import MarkedStaticFilesStorage


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize(
    ("language", "words"), [("ar", "لا صفحة بهذا العنوان"), ("en", "No page at this address")]
)  # fmt: skip
def test_no_page_is_said_in_the_language_of_choice(language, words):
    answer = Client().get(f"/no/such/page/?lang={language}")
    assert answer.status_code == 404
    assert words in answer.content.decode()
    assert f'lang="{language}"' in answer.content.decode()


def test_a_fault_is_logged_under_the_code_that_the_person_sees(caplog):
    with caplog.at_level(logging.ERROR):
        answer = server_error(RequestFactory().get("/documents/?lang=en"))
    code = caplog.records[0].getMessage().split()[1]
    assert answer.status_code == 500
    assert code in answer.content.decode()


@pytest.mark.usefixtures("db")
def test_a_form_without_its_secret_is_refused_in_our_words():
    answer = Client(enforce_csrf_checks=True).post("/people/login/?lang=en", {"login": "rana"})
    assert answer.status_code == 403
    assert "The form is too old" in answer.content.decode()


@pytest.mark.usefixtures("db")
def test_the_address_of_a_button_typed_by_hand_gets_a_page():
    answer = Client().get("/people/sessions/end/?lang=en")
    assert answer.status_code == 405
    assert answer["Allow"] == "POST"
    assert "This is the address of a button" in answer.content.decode()


def test_a_foreign_name_of_the_site_is_refused_in_our_words():
    answer = Client(HTTP_HOST="elsewhere.example").get("/documents/?lang=en")
    assert answer.status_code == 400
    assert "HUDNA_HOSTS" in answer.content.decode()


@pytest.mark.usefixtures("db")
def test_every_page_carries_the_policy_and_no_script_of_its_own():
    answer = Client().get("/documents/")
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    page = answer.content.decode()
    assert "<style" not in page and "style=" not in page and "onclick" not in page
    assert page.count("<script") == page.count("<script src=")


@pytest.mark.usefixtures("db")
def test_choices_are_remembered_and_stand_in_the_page():
    client = Client()
    client.get("/documents/?lang=en&theme=dark&digits=arabic")
    page = client.get("/documents/").content.decode()
    assert '<html lang="en" dir="ltr" data-theme="dark">' in page
    assert client.cookies["hudna_digits"].value == "arabic"
    assert client.cookies["hudna_lang"]["httponly"]


@pytest.mark.usefixtures("db")
def test_the_address_of_a_file_changes_with_its_bytes():
    page = Client().get("/documents/").content.decode()
    sheet = re.search(r'href="(/static/ui/parts\.css\?v=[0-9a-f]{10})"', page)
    assert sheet
    assert MarkedStaticFilesStorage().url("no/such/file.css") == "/static/no/such/file.css"


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize(
    ("language", "words"), [("ar", "طلب غير مفهوم"), ("en", "The request was not understood")]
)  # fmt: skip
def test_an_address_with_too_many_fields_is_refused_in_our_words(language, words):
    client = Client()
    client.cookies["hudna_lang"] = language
    answer = client.get("/documents/?" + "a=1&" * 1500)
    assert answer.status_code == 400
    assert words in answer.content.decode()
