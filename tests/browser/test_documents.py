"""A document as a person sees it: text, direction, marks under which letters join, keys."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

LANGUAGES = {"ar": ("rtl", "الادعاءات"), "en": ("ltr", "Claims")}

# The words that a mark begins or ends in, with their width as shown and as the same word without marks takes.
CUT_WORDS = """() => {
  const reading = document.querySelector(".reading");
  const walker = document.createTreeWalker(reading, NodeFilter.SHOW_TEXT);
  const nodes = [];
  let text = "";
  while (walker.nextNode()) {
    nodes.push({ node: walker.currentNode, start: text.length });
    text += walker.currentNode.data;
  }
  const at = (place) => {
    const found = nodes.findLast((one) => one.start <= place);
    return [found.node, place - found.start];
  };
  const words = [];
  for (const match of text.matchAll(/[\\u0621-\\u064a]+/g)) {
    const [first, last] = [match.index, match.index + match[0].length];
    if (!nodes.some((one) => one.start > first && one.start < last)) continue;
    const range = document.createRange();
    range.setStart(...at(first));
    range.setEnd(at(last - 1)[0], at(last - 1)[1] + 1);
    const plain = document.createElement("span");
    plain.textContent = match[0];
    plain.style.position = "absolute";
    plain.style.whiteSpace = "nowrap";
    reading.append(plain);
    const [shown, width] = [range, plain].map((one) => one.getBoundingClientRect().width);
    words.push({ word: match[0], shown, plain: width });
    plain.remove();
  }
  return words;
}"""


def open_bulletin(open_page: Any, language: str, **options: Any) -> Page:
    page: Page = open_page(f"/documents/?lang={language}", role="analyst", **options)
    page.get_by_role("link", name="نشرة الهدنة").click()
    page.wait_for_url("**/documents/*/")
    return page


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_document_reads_right_to_left_in_both_languages(open_page, language):
    page = open_bulletin(open_page, language)
    direction, claims = LANGUAGES[language]
    expect(page.locator("html")).to_have_attribute("dir", direction)
    expect(page.get_by_role("heading", level=2).first).to_contain_text(claims)
    reading = page.locator(".reading")
    assert reading.evaluate("one => getComputedStyle(one).direction") == "rtl"
    expect(reading).to_contain_text("أعلن مركز الرصد تسجيل 12 خرقا للهدنة")
    text, side = page.locator(".document-text").bounding_box(), page.locator(".document-claims").bounding_box()
    assert text and side
    assert (text["x"] > side["x"]) == (language == "ar")


@pytest.mark.parametrize("language", LANGUAGES)
def test_letters_join_under_marks(open_page, language):
    page = open_bulletin(open_page, language)
    seen = []
    for number in range(1, page.locator(".claim").count() + 1):
        page.goto(re.sub(r"\?.*", "", page.url) + f"?claim={number}")
        seen += page.evaluate(CUT_WORDS)
    assert {"لقوات", "بحماة"} & {word["word"] for word in seen}
    for word in seen:
        assert word["shown"] == pytest.approx(word["plain"], abs=0.6), word


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_chosen_claim_shows_its_fields_on_the_text_with_a_legend(open_page, language):
    page = open_bulletin(open_page, language)
    page.locator(".claim-line", has_text="7").first.click()
    expect(page).to_have_url(re.compile(r"claim=\d"))
    for kind in ("trigger", "speaker", "place", "count"):
        expect(page.locator(f".reading .mark-{kind}").first).to_be_visible()
        expect(page.locator(f".legend .mark-{kind}")).to_be_visible()
    assert "الجانب الروسي" in page.locator(".reading .mark-speaker").first.inner_text()
    tints = {
        page.locator(f".legend .mark-{kind}").evaluate("one => getComputedStyle(one).backgroundColor")
        for kind in ("speaker", "place", "count")
    }
    assert len(tints) == 3
    why = page.locator(".claim.chosen details.why").first
    why.locator("summary").click()
    expect(why).to_contain_text(re.compile(r"\d+–\d+"))
    expect(why).to_contain_text(".yaml:")


def test_a_finding_stands_beside_the_figure(open_page):
    page = open_bulletin(open_page, "en")
    page.locator(".claim", has=page.locator(".badge.warning")).locator(".claim-line").first.click()
    finding = page.locator(".claim.chosen .finding.warning")
    expect(finding).to_be_visible()
    expect(page.locator(".field-row", has=page.locator(".finding.warning")).locator("> dt")).to_have_text("how many")


def test_keys_go_from_claim_to_claim(open_page):
    page = open_bulletin(open_page, "ar")
    for key, number in (("j", 1), ("j", 2), ("ArrowDown", 3), ("ArrowUp", 2), ("k", 1)):
        page.keyboard.press(key)
        expect(page).to_have_url(re.compile(rf"claim={number}$"))
        expect(page.locator(f"#claim-{number}.chosen")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".claim.chosen")).to_have_count(0)
    page.go_back()
    expect(page.locator("#claim-1.chosen")).to_be_visible()


def test_a_click_on_a_marked_word_chooses_its_claim(open_page):
    page = open_bulletin(open_page, "ar")
    page.locator(".reading .mark-trigger").last.click()
    expect(page.locator(".claim.chosen")).to_have_count(1)


def test_everything_works_without_script(open_page):
    page = open_bulletin(open_page, "en", java_script_enabled=False)
    page.locator(".claim-line").nth(1).click()
    expect(page.locator("#claim-2.chosen")).to_be_visible()
    page.get_by_role("link", name="Next claim").click()
    expect(page.locator("#claim-3.chosen")).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["/documents/", "claim"])
def test_a_narrow_screen_needs_no_scrolling_sideways(open_page, language, path):
    if path == "claim":
        page = open_bulletin(open_page, language, width=360)
        page.locator(".claim-line").nth(1).click()
        expect(page.locator("#claim-2.chosen")).to_be_visible()
    else:
        page = open_page(f"{path}?lang={language}", role="analyst", width=360)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_public_sees_that_the_text_is_withheld(open_page, language):
    page = open_page(f"/documents/?lang={language}")
    page.get_by_role("link", name="جريدة الساحل").click()
    expect(
        page.get_by_role("heading", name={"ar": "النص محجوب", "en": "The text is withheld"}[language])
    ).to_be_visible()
    assert "سامر" not in page.content()
    expect(page.locator(".open-claims .claim").first).to_be_visible()


def test_digits_and_theme_are_remembered(open_page):
    page = open_bulletin(open_page, "ar")
    page.locator(".drop summary").click()
    page.get_by_role("link", name="أرقام عربية").click()
    expect(page.locator(".claim-number").first).to_have_text("١")
    page.locator(".drop summary").click()
    page.get_by_role("link", name="مظهر داكن").click()
    page.goto("/documents/")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    colours = page.evaluate("[document.body, document.querySelector('h1')].map(one => getComputedStyle(one))"
                            ".map(style => [style.backgroundColor, style.color])")  # fmt: skip
    assert colours[0][0] == "rgb(20, 25, 27)"


def test_a_document_is_printed_with_its_text(open_page):
    page = open_bulletin(open_page, "ar")
    assert page.pdf().startswith(b"%PDF")
    page.emulate_media(media="print")
    expect(page.locator(".top")).to_be_hidden()
    expect(page.locator(".reading")).to_be_visible()
