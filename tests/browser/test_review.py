"""Review as a person does it: by selecting words, and with the keyboard alone."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

LANGUAGES = ("ar", "en")
HISTORY = {"ar": "كان", "en": "was"}
TOWN = {"ar": "كفرزيتا", "en": "Kafr Zaytā"}

SELECT = """(words) => {
  const reading = document.getElementById("reading");
  const start = reading.textContent.indexOf(words);
  const walker = document.createTreeWalker(reading, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let before = 0;
  const [first, last] = [start, start + words.length];
  while (walker.nextNode()) {
    const end = before + walker.currentNode.data.length;
    if (first >= before && first < end) range.setStart(walker.currentNode, first - before);
    if (last > before && last <= end) range.setEnd(walker.currentNode, last - before);
    before = end;
  }
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  reading.dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
}"""


def open_claim(open_page: Any, language: str, **options: Any) -> Page:
    page: Page = open_page(f"/review/?type=shelling&lang={language}", role="reviewer", **options)
    page.get_by_role("link", name=TOWN[language]).first.click()
    page.wait_for_url("**/review/*/*")
    return page


@pytest.mark.parametrize("language", LANGUAGES)
def test_selected_words_become_the_field_and_stand_in_the_history(open_page, language):
    page = open_claim(open_page, language)
    expect(page.locator("html")).to_have_attribute("dir", "rtl" if language == "ar" else "ltr")
    form = page.locator("#field-targets")
    form.locator("summary").click()
    field = form.locator("[name=words]")
    field.fill("")
    page.evaluate(SELECT, "بلدة كفرزيتا")
    expect(field).to_have_value("بلدة كفرزيتا")
    form.locator("[name=reason]").fill(f"by hand, {language}")
    form.locator("button[value=correct]").click()
    expect(page.locator("#field-targets .told-words")).to_have_text("بلدة كفرزيتا")
    history = page.locator(".history li").first
    expect(history).to_contain_text(HISTORY[language])
    expect(history.locator("ins")).to_have_text("بلدة كفرزيتا")
    expect(history).to_contain_text(f"by hand, {language}")
    page.keyboard.press("u")
    expect(page.locator(".history .taken-back").first).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_claim_is_reviewed_with_the_keyboard_alone(open_page, language):
    page = open_page(f"/review/?type=shelling&lang={language}", role="reviewer")
    page.keyboard.press("Enter")
    page.wait_for_url("**/review/*/*")
    page.keyboard.press("5")
    expect(page.locator("#choosing-help")).to_be_visible()
    field = page.locator("#field-places [name=words]")
    before = field.input_value()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("Enter")
    chosen = page.locator("#field-places [name=words]").input_value().removeprefix(before).strip(" |")
    assert " " in chosen
    page.keyboard.press("Escape")
    expect(page.locator("#field-places button[value=correct]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#field-places .told-words").last).to_have_text(chosen)
    page.keyboard.press("u")
    expect(page.locator(".history .taken-back").first).to_be_visible()


def test_what_is_focused_keeps_its_keys(open_page):
    page = open_page("/review/?lang=en", role="reviewer")
    page.get_by_role("link", name="Documents", exact=True).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/")
    page = open_page("/review/?lang=en", role="reviewer")
    page.locator(".filters button").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/review/*")
    expect(page.get_by_role("heading", level=1)).to_have_text("Review")


@pytest.mark.parametrize("language", LANGUAGES)
def test_accept_and_undo(open_page, language):
    page = open_claim(open_page, language)
    address = page.url
    page.keyboard.press("a")
    expect(page.locator(".messages")).to_be_visible()
    page.keyboard.press("z")
    page.wait_for_url(address)
    expect(page.locator("h1 .badge.good")).to_be_visible()
    page.keyboard.press("u")
    expect(page.locator("h1 .badge.good")).to_have_count(0)


def test_without_script_the_words_are_typed(open_page):
    page = open_claim(open_page, "en", java_script_enabled=False)
    form = page.locator("#field-places")
    form.locator("summary").click()
    form.locator("[name=words]").fill("مدينة ليست في النص")
    form.locator("button[value=correct]").click()
    expect(page.get_by_role("alert")).to_contain_text("Not saved")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["/review/", "/review/agreement/"])
def test_nothing_is_wider_than_a_narrow_screen(open_page, language, path):
    page = open_page(f"{path}?lang={language}", role="reviewer", width=360)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page = open_claim(open_page, language)
    page.set_viewport_size({"width": 360, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
