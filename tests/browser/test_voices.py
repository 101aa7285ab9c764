"""Who says what, as a person sees it."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

WORDS = {
    "ar": {
        "dir": "rtl",
        "title": "من يقول ماذا",
        "outlets": "الناشرون",
        "speaker": "الدفاع المدني السوري",
        "army": "الجيش السوري",
        "page": "كل ما يقوله",
    },
    "en": {
        "dir": "ltr",
        "title": "Who says what",
        "outlets": "Outlets",
        "speaker": "Syria Civil Defence (White Helmets)",
        "army": "Syrian Arab Army",
        "page": "All that it says",
    },
}


def open_speaker(open_page: Any, language: str, **options: Any) -> Page:
    page: Page = open_page(f"/voices/?q=المدني&lang={language}", **{"role": "analyst", **options})
    page.locator(".voices .row-title").first.click()
    page.wait_for_url("**/voices/speaker-*/")
    return page


@pytest.mark.parametrize("language", WORDS)
def test_speakers_and_outlets_stand_on_two_tabs(open_page, language):
    words = WORDS[language]
    page = open_page(f"/voices/?lang={language}", role="analyst")
    expect(page.locator("html")).to_have_attribute("dir", words["dir"])
    expect(page.get_by_role("heading", level=1)).to_have_text(words["title"])
    expect(page.locator(".pages [aria-current=page]")).to_have_text(words["title"])
    row = page.locator(".voices tbody tr").filter(has_text=words["speaker"])
    expect(row.locator(".shares")).to_contain_text("100")
    page.locator(".tabs a").filter(has_text=words["outlets"]).click()
    page.wait_for_url("**kind=outlet*")
    expect(page.locator(".tabs [aria-current=page]")).to_have_text(words["outlets"])


@pytest.mark.parametrize("language", WORDS)
def test_a_name_is_looked_for_without_pressing_anything_else(open_page, language):
    page = open_page(f"/voices/?lang={language}", role="analyst")
    page.get_by_role("searchbox").fill("المدني")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=*")
    expect(page.locator(".voices tbody tr")).to_have_count(1)
    page.locator("#type").select_option("aid")
    expect(page.locator(".state")).to_be_visible()


@pytest.mark.parametrize("language", WORDS)
def test_a_speaker_shows_its_words_its_days_and_its_claims(open_page, language):
    words = WORDS[language]
    page = open_speaker(open_page, language)
    expect(page.get_by_role("heading", level=1)).to_have_text(words["speaker"])
    topic = page.locator(".wording tr").filter(has_text=words["army"])
    expect(topic.locator(".forms").first).to_contain_text("قوات النظام")
    expect(page.locator("svg.chart rect[height]").last).to_be_visible()
    page.locator("details.chart-table summary").click()
    expect(page.locator("details.chart-table tbody tr")).to_have_count(1)
    sentence = page.locator(".sentence").first
    assert sentence.evaluate("one => getComputedStyle(one).direction") == "rtl"
    page.locator(".rows .row-title").last.click()
    page.wait_for_url("**/documents/*/?claim=*")
    page.locator(".voice-link").click()
    page.wait_for_url("**/voices/speaker-*/")
    expect(page.get_by_role("heading", level=1)).to_have_text(words["speaker"])


@pytest.mark.parametrize("language", WORDS)
def test_the_public_sees_known_bodies_and_no_sentence(open_page, language):
    page = open_speaker(open_page, language, role=None)
    expect(page.get_by_role("heading", level=1)).to_have_text(WORDS[language]["speaker"])
    expect(page.locator(".sentence")).to_have_count(0)
    expect(page.locator("main")).not_to_contain_text("سامر")
    expect(page.locator("main")).not_to_contain_text("كفرزيتا")


@pytest.mark.parametrize("language", WORDS)
def test_nothing_is_wider_than_a_narrow_screen(open_page, language):
    page = open_page(f"/voices/?lang={language}&from=2021-03-01", role="analyst", width=360)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page = open_speaker(open_page, language, width=360)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    # The days begin with the last ones, at the right in both languages.
    chart = page.locator(".chart-frame")
    assert chart.evaluate("one => Math.abs(one.scrollLeft) < 2 && one.scrollWidth > one.clientWidth")
