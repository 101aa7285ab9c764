"""Signing in as a person does it: password, code, passkey, invitation."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import struct
import time

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PASSWORD

WORDS = {
    "ar": {"dir": "rtl", "sign_in": "دخول", "account": "حسابي", "out": "خروج", "role": "محلل"},
    "en": {"dir": "ltr", "sign_in": "Sign in", "account": "My account", "out": "Sign out", "role": "analyst"},
}


def fill_in(page: Page, name: str, password: str = PASSWORD) -> None:
    page.locator("[name=login]").fill(name)
    page.locator("[name=password]").fill(password)
    page.locator("main form button[type=submit], main form button:not([type])").first.click()


def confirm(page: Page) -> None:
    """Give the password once more, as pages that change how a person signs in ask for it."""
    expect(page.locator("main form [name=password]")).to_be_visible()
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main form button").first.click()


@pytest.mark.parametrize("language", WORDS)
def test_a_person_signs_in_and_out(open_page, language):
    words = WORDS[language]
    page = open_page(f"/people/login/?lang={language}&next=/people/")
    expect(page.locator("html")).to_have_attribute("dir", words["dir"])
    expect(page.get_by_role("heading", level=1)).to_have_text(words["sign_in"])
    fill_in(page, "analyst", "not this one")
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.locator("[name=login]")).to_have_value("analyst")
    fill_in(page, "analyst")
    expect(page.get_by_role("heading", level=1)).to_have_text(words["account"])
    expect(page.locator("main")).to_contain_text(words["role"])
    page.get_by_role("button", name=words["out"]).click()
    expect(page.locator(".choices").get_by_role("link", name=words["sign_in"])).to_be_visible()


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize(
    "path", ["/people/", "/people/everyone/", "/people/tokens/", "/people/sessions/", "/people/exports/",
             "/people/second-factor/", "/people/second-factor/webauthn/", "/people/password/change/"],
)  # fmt: skip
def test_pages_of_people_fit_a_narrow_screen(open_page, language, path):
    page = open_page(f"{path}?lang={language}", role="administrator", width=360)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_an_administrator_invites_and_the_invited_comes_in(open_page):
    page = open_page("/people/everyone/?lang=ar", role="administrator")
    page.locator("[name=role]").last.select_option("reviewer")
    page.get_by_role("button", name="أنشئ رابط دعوة").click()
    link = page.locator(".secret").inner_text()
    guest = open_page(f"{link}?lang=ar")
    expect(guest.locator("main")).to_contain_text("مراجع")
    guest.locator("[name=name]").fill("سلمى")
    guest.locator("[name=password]").fill("a-quiet-river-7")
    guest.locator("[name=again]").fill("a-quiet-river-7")
    guest.get_by_role("button", name="ابدأ").click()
    expect(guest.locator(".choices .person")).to_have_text("سلمى")
    page.reload()
    expect(page.locator("table").first).to_contain_text("سلمى")


def test_a_token_is_shown_once(open_page):
    page = open_page("/people/tokens/?lang=en", role="analyst")
    page.locator("[name=name]").fill("notebook")
    page.get_by_label("read", exact=True).check()
    page.get_by_role("button", name="Make a token").click()
    secret = page.locator(".secret").inner_text()
    assert re.fullmatch(r"hudna_[\w-]{40,}", secret)
    page.goto("/people/tokens/")
    assert secret not in page.content()
    expect(page.locator("table")).to_contain_text(secret[:11])


def code_of(secret: str) -> str:
    """The six digits that an authenticator app shows now."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at : at + 4])[0] & 0x7FFFFFFF) % 10**6:06d}"


def test_an_app_is_set_up_and_asked_for(open_page):
    page = open_page("/people/login/?lang=ar&next=/people/second-factor/totp/activate/")
    fill_in(page, "reviewer")
    confirm(page)
    expect(page.locator("img.qr")).to_be_visible()
    secret = page.locator("#authenticator_secret").input_value()
    page.locator("[name=code]").fill(code_of(secret))
    page.locator("main form button").first.click()
    page.goto("/people/second-factor/")
    expect(page.locator("main")).to_contain_text("التطبيق مفعّل")
    page.goto("/people/second-factor/recovery-codes/")
    codes = page.locator("#recovery_codes").input_value().split()
    assert len(codes) == 10
    again = open_page("/people/login/?lang=en&next=/people/")
    fill_in(again, "reviewer")
    expect(again.get_by_role("heading", level=1)).to_have_text("Second factor")
    again.locator("[name=code]").fill(codes[0])
    again.locator("main form button").first.click()
    expect(again.get_by_role("heading", level=1)).to_have_text("My account")


def test_a_passkey_is_added_and_signs_in_alone(open_page):
    page = open_page("/people/login/?lang=en&next=/people/second-factor/webauthn/add/")
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    device.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    fill_in(page, "reader")
    confirm(page)
    page.get_by_label("Signs in alone").check()
    page.get_by_role("button", name="Add a key").click()
    page.wait_for_url(lambda address: "/add/" not in address)
    page.goto("/people/second-factor/webauthn/")
    expect(page.locator(".rows li")).to_contain_text("Signs in alone")
    page.get_by_role("link", name="Rename the key").click()
    page.get_by_label("Name of the key").fill("blue key")
    page.get_by_role("button", name="Save the name").click()
    expect(page.locator(".rows li")).to_contain_text("blue key")
    page.get_by_role("link", name="Remove the key").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Remove this key?")
    page.context.clear_cookies()
    page.goto("/people/login/?lang=en&next=/people/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("My account")
    expect(page.locator(".choices .person")).to_have_text("reader")
