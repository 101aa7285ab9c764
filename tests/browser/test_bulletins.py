"""A bulletin as a person sees it: on the page, on paper, edited and signed off."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator

import docx
import pdfplumber
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site, served
from tests.observatory.ledgers.texts import DEFINITION, bulletins

BULLETIN = "/bulletins/2020-06-05/?days=7"
WORDS = {"ar": ("rtl", "النشرة الأسبوعية", "الجانب التركي"), "en": ("ltr", "Weekly bulletin", "Turkish side")}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server of our own: its versions are in nobody else's way."""
    with served(tmp_path_factory.mktemp("home"), bulletins()) as made:
        made.run(
            "from observatory.configuration import open_record\nopen_record()\n"
            f"from observatory.ledgers.keeping import keep\nkeep({DEFINITION!r}, '')"
        )
        yield made


def printed(page: Page) -> str:
    """The text of the page as it is printed, letters in their plain forms."""
    with pdfplumber.open(io.BytesIO(page.pdf(format="A4"))) as paper:
        assert paper.pages[0].width < paper.pages[0].height
        return unicodedata.normalize("NFKC", " ".join(each.extract_text() for each in paper.pages))


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("width", [360, 1280])
def test_the_draft_is_read_in_both_languages(open_page, language, width):
    page = open_page(f"{BULLETIN}&lang={language}", role="analyst", width=width)
    direction, title, side = WORDS[language]
    expect(page.locator("html")).to_have_attribute("dir", direction)
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page.locator(".sides")).to_contain_text(side)
    expect(page.locator(".sides .badge.warning")).to_contain_text("6")
    expect(page.locator(".bulletin-state")).to_contain_text("(UTC)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_printed_bulletin_has_arabic_text_and_no_menu(open_page):
    page = open_page(f"{BULLETIN}&lang=ar", role="analyst")
    text = printed(page)
    letters = re.findall(r"[\u0621-\u064a]", text)
    assert len(letters) > 200
    squeezed = re.sub(r"\s", "", text)
    assert any(words in squeezed or words[::-1] in squeezed for words in ("النشرة", "الأسبوعية"))
    assert "DOCX" not in text


def test_an_english_bulletin_is_printed(open_page):
    text = re.sub(r"\s", "", printed(open_page(f"{BULLETIN}&lang=en", role="analyst")))
    assert "Weeklybulletin" in text and "Turkishside" in text


@pytest.mark.parametrize("language", WORDS)
def test_the_docx_file_is_downloaded(open_page, language):
    page = open_page(f"{BULLETIN}&lang={language}", role="analyst")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="DOCX").click()
    opened = docx.Document(waiting.value.path())
    assert WORDS[language][1] in [paragraph.text for paragraph in opened.paragraphs]


def test_an_analyst_edits_and_a_reviewer_signs_off(open_page):
    page = open_page(f"{BULLETIN}&for=public&lang=en", role="analyst")
    page.get_by_role("button", name="Edit this draft").click()
    page.locator("#en-0").fill("The Turkish side counted five.")
    expect(page.get_by_role("button", name="Keep and sign off")).to_have_count(0)
    page.get_by_role("button", name="Keep a version").click()
    expect(page.locator(".bulletin-state")).to_contain_text("Edited by analyst, not signed off")
    address = page.url
    page = open_page(f"{address}&lang=en", role="reviewer")
    page.get_by_role("link", name="Edit or sign off").click()
    page.get_by_role("button", name="Keep and sign off").click()
    expect(page.locator(".bulletin-state")).to_contain_text("Signed off by reviewer")
    page = open_page(f"{BULLETIN}&lang=en")
    expect(page.locator(".bulletin")).to_contain_text("The Turkish side counted five.")
    expect(page.locator(".bulletin")).to_contain_text("written by analyst")
