"""Search as a person sees it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

LANGUAGES = {"ar": ("rtl", "وُجدت"), "en": ("ltr", "found")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_found_and_marked_under_joined_letters(open_page, language):
    direction, found = LANGUAGES[language]
    page = open_page(f"/search/?lang={language}", role="analyst")
    expect(page.locator("html")).to_have_attribute("dir", direction)
    page.get_by_role("searchbox").fill("حماة")
    page.keyboard.press("Enter")
    expect(page.locator(".as-of")).to_contain_text(found)
    snippet = page.locator(".snippet").filter(has_text="بحماة").first
    assert snippet.evaluate("one => getComputedStyle(one).direction") == "rtl"
    mark = snippet.locator("mark").last
    expect(mark).to_have_text("حماة")
    assert mark.evaluate("one => one.previousSibling.textContent.endsWith('ب')")
    assert mark.evaluate("one => getComputedStyle(one).paddingLeft + getComputedStyle(one).marginLeft") == "0px0px"
    page.locator(".row-title").first.click()
    expect(page.locator(".reading")).to_contain_text("حماة")


@pytest.mark.parametrize("language", LANGUAGES)
def test_filters_narrow_what_is_found(open_page, language):
    page = open_page(f"/search/?q=حماة&type=ceasefire_violation&lang={language}", role="analyst")
    expect(page.locator(".found > li")).to_have_count(1)
    expect(page.locator("#type")).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_public_sees_claims_and_no_text(open_page, language):
    page = open_page(f"/search/?q=حماة&lang={language}")
    expect(page.locator(".found > li").first).to_be_visible()
    expect(page.locator(".snippet")).to_have_count(0)
    expect(page.locator("main")).not_to_contain_text("سامر")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["/search/", "/search/?q=حماة&figure=x", "/api/"])
def test_nothing_is_wider_than_a_narrow_screen(open_page, language, path):
    page = open_page(f"{path}{'&' if '?' in path else '?'}lang={language}", role="analyst", width=360)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
