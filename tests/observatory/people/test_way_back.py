"""Signing in after a session has ended comes back to a page that can be opened."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

pytestmark = pytest.mark.usefixtures("db")
FORM = "/review/0123456789abcdef0123/decide/"


def way_back(answer) -> str:
    assert answer.status_code == 302
    query = parse_qs(urlsplit(str(answer.headers["Location"])).query)
    return query["next"][0]


def test_a_page_is_come_back_to_with_its_filters():
    assert way_back(Client().get("/review/?type=shelling")) == "/review/?type=shelling"


@pytest.mark.parametrize(
    ("referer", "page"),
    [
        ("http://testserver/review/0123456789abcdef0123/?type=shelling", "/review/0123456789abcdef0123/?type=shelling"),
        ("https://elsewhere.example/review/", "/"),
        (None, "/"),
    ],
)
def test_what_a_form_sent_comes_back_to_the_page_of_the_form(referer, page):
    sent = {} if referer is None else {"HTTP_REFERER": referer}
    assert way_back(Client().post(FORM, {"action": "accept"}, **sent)) == page
