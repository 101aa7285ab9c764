"""A ledger as a person sees it: where sums differ, what is a gap, the sentences behind a figure, the form."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Site, served
from tests.observatory.ledgers.texts import DEFINITION, bulletins

LEDGER = "/ceasefires/north/?from=2020-06-03&to=2020-06-05"
TITLES = {"ar": ("rtl", "هدنة الشمال"), "en": ("ltr", "Truce of the north")}
DIFFERS = {"ar": "أعلن 5 ومجموع أجزائه 6، والفرق 1", "en": "states 5, its parts add up to 6; they differ by 1"}
GAP = {"ar": "لا بلاغ (وليس صفراً)", "en": "no report (not zero)"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server of our own: its articles and its ceasefire are in nobody else's way."""
    with served(tmp_path_factory.mktemp("home"), bulletins()) as made:
        made.run(
            "from observatory.configuration import open_record\nopen_record()\n"
            f"from observatory.ledgers.keeping import keep\nkeep({DEFINITION!r}, '')"
        )
        yield made


@pytest.mark.parametrize("language", TITLES)
@pytest.mark.parametrize("role", [None, "analyst"])
def test_five_and_six_are_marked_where_they_stand(open_page, language, role):
    page = open_page(f"{LEDGER}&lang={language}", role=role)
    direction, title = TITLES[language]
    expect(page.locator("html")).to_have_attribute("dir", direction)
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page.locator(".sums")).to_contain_text(DIFFERS[language])
    row = page.locator('tr[data-day="2020-06-03"][data-side="turkey"]')
    expect(row.locator(".whole")).to_have_text("5")
    mark = row.locator(".parts .badge.warning")
    expect(mark).to_be_visible()
    assert re.sub(r"\s", "", mark.inner_text()) == "≠6"
    expect(page.locator(".ledger tbody .parts .badge.warning")).to_have_count(1)


@pytest.mark.parametrize("language", GAP)
def test_a_gap_looks_otherwise_than_zero(open_page, language):
    page = open_page(f"{LEDGER}&lang={language}", role="analyst")
    gap = page.locator('tr[data-day="2020-06-04"][data-side="russia"] .gap-cell')
    expect(gap).to_have_text(GAP[language])
    assert "gradient" in gap.evaluate("one => getComputedStyle(one).backgroundImage")
    expect(page.locator('tr[data-day="2020-06-04"][data-side="turkey"] .whole')).to_have_text("0")
    expect(page.locator(".chart .no-report").first).to_be_attached()


@pytest.mark.parametrize("language", TITLES)
def test_a_figure_leads_to_its_sentences_and_on_to_the_document(open_page, language):
    page = open_page(f"{LEDGER}&lang={language}", role="analyst")
    page.locator('tr[data-day="2020-06-03"][data-side="turkey"] .whole a').click()
    sentence = page.locator(".sentence")
    expect(sentence).to_contain_text("أن الجانب التركي سجل 5 انتهاكات")
    assert sentence.evaluate("one => getComputedStyle(one).direction") == "rtl"
    page.get_by_role("link", name="حصيلة 3").click()
    expect(page.locator(".claim.chosen")).to_be_visible()


def test_the_chart_has_its_table(open_page):
    page = open_page(f"{LEDGER}&lang=en", role="analyst")
    expect(page.locator("svg.chart")).to_be_visible()
    page.locator("details.chart-table summary").click()
    expect(page.locator("details.chart-table tbody tr").first).to_contain_text("3 Jun 2020")


@pytest.mark.parametrize("language", TITLES)
def test_the_page_fits_a_narrow_screen(open_page, language):
    page = open_page(f"{LEDGER}&lang={language}", role="analyst", width=360)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    expect(page.locator('tr[data-day="2020-06-03"][data-side="turkey"] .parts .badge')).to_be_in_viewport(ratio=0)


def test_a_reviewer_changes_the_definition_by_the_form(open_page):
    page = open_page("/ceasefires/north/define/?lang=en", role="reviewer")
    page.get_by_label("Title in English").first.fill("Truce of the far north")
    page.get_by_role("button", name="Keep the definition").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Truce of the far north")
    page.get_by_role("link", name="Change the definition").click()
    expect(page.locator(".definition-row legend", has_text="Zone").first).to_be_visible()
    page.get_by_label("Title in English").first.fill("Truce of the north")
    page.get_by_role("button", name="Keep the definition").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Truce of the north")
