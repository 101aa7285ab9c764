"""Today and an incident as a person sees them: the map shows the right area, decisions are made and undone."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

DAYS = "from=2021-03-01&to=2021-03-07"
WORDS = {
    "ar": {"dir": "rtl", "title": "اليوم", "incident": "قصف", "town": "كفرزيتا", "versions": "الروايات"},
    "en": {"dir": "ltr", "title": "Today", "incident": "shelling", "town": "Kafr Zaytā", "versions": "Versions"},
}
# Whether the point of the town stands inside a shape of the map, in the shape's own coordinates on the screen.
INSIDE = """([shape, other]) => {
  const box = other.getBoundingClientRect();
  const at = new DOMPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
  return shape.isPointInFill(at.matrixTransform(shape.getScreenCTM().inverse()));
}"""


def map_of(page: Page) -> Locator:
    """The map when it is drawn."""
    expect(page.locator(".map-frame.map-ready")).to_be_visible()
    return page.locator(".map")


def open_incident(open_page: Any, language: str, role: str = "reviewer", **options: Any) -> Page:
    page: Page = open_page(f"/?lang={language}&{DAYS}&type=shelling", role=role, **options)
    page.locator(".incidents .row-title").first.click()
    page.wait_for_url("**/incidents/*/")
    return page


@pytest.mark.parametrize("language", WORDS)
def test_today_opens_with_the_last_week_of_the_record(open_page, language):
    words = WORDS[language]
    page = open_page(f"/?lang={language}", role="analyst")
    expect(page.locator("html")).to_have_attribute("dir", words["dir"])
    expect(page.get_by_role("heading", level=1)).to_have_text(words["title"])
    expect(page.locator(".incidents")).to_contain_text(words["incident"])
    expect(page.locator(".pages [aria-current=page]")).to_have_text(words["title"])
    expect(page.locator("svg.chart")).to_be_visible()


@pytest.mark.parametrize("language", WORDS)
def test_the_map_shows_the_town_as_a_circle_inside_its_governorate(open_page, language):
    page = open_page(f"/?lang={language}&{DAYS}", role="analyst")
    drawn = map_of(page)
    expect(drawn).to_have_attribute("dir", "ltr")
    expect(drawn.locator("path.outline").first).to_be_attached()
    circles = drawn.locator("path.area.circle")
    expect(circles.first).to_be_visible()
    assert not page.locator(".leaflet-marker-icon").count()
    circles.first.click()
    popup = drawn.locator(".leaflet-popup-content")
    expect(popup).to_contain_text(WORDS[language]["town"])
    popup.locator("a").first.click()
    page.wait_for_url("**/incidents/*/")


@pytest.mark.parametrize("language", WORDS)
def test_the_public_map_fills_the_governorate_and_tells_no_town(open_page, language):
    town = open_page(f"/?lang={language}&{DAYS}&type=shelling", role="analyst")
    public = open_page(f"/?lang={language}&{DAYS}&type=shelling")
    map_of(town)
    drawn = map_of(public)
    expect(drawn.locator("path.area.region").first).to_be_visible()
    assert not drawn.locator("path.area.circle").count()
    assert WORDS[language]["town"] not in public.content()
    drawn.locator("path.area.region").first.dispatch_event("click")
    expect(drawn.locator(".leaflet-popup-content")).to_contain_text({"ar": "حماة", "en": "Hama"}[language])


def test_the_filled_region_holds_the_town(open_page):
    page = open_page(f"/?lang=en&{DAYS}", role="analyst")
    map_of(page)
    areas = page.evaluate("fetch(document.querySelector('.map').dataset.areas).then(one => one.json())")["areas"]
    town = next(area for area in areas if area["kind"] == "circle")
    assert town["point"] == pytest.approx([35.37, 36.6], abs=0.1)
    regions = page.locator("path.area.region")
    circle = page.locator("path.area.circle").first
    held = [
        page.evaluate(INSIDE, [regions.nth(at).element_handle(), circle.element_handle()])
        for at in range(regions.count())
    ]
    assert any(held)


def test_filters_send_themselves_and_stay_in_the_address(open_page):
    page = open_page(f"/?lang=en&{DAYS}", role="analyst")
    page.get_by_label("Type").select_option("shelling")
    page.wait_for_url(re.compile(r"type=shelling"))
    assert "side=" not in page.url
    titles = page.locator(".incidents .row-title").all_inner_texts()
    assert titles and all("shelling" in title for title in titles)
    page.get_by_role("link", name="Earlier days").click()
    expect(page).to_have_url(re.compile(r"from=2021-02-22&to=2021-02-28"))
    expect(page.locator(".state")).to_be_visible()


def test_the_list_is_complete_without_script(open_page):
    page = open_page(f"/?lang=en&{DAYS}", role="analyst", java_script_enabled=False)
    expect(page.locator(".map-state")).to_contain_text("the list is complete")
    page.locator(".incidents .row-title").first.click()
    expect(page.get_by_role("heading", name="Versions", exact=True)).to_be_visible()


@pytest.mark.parametrize("language", WORDS)
def test_an_incident_shows_versions_figures_and_its_area(open_page, language):
    page = open_incident(open_page, language)
    expect(page.get_by_role("heading", name=WORDS[language]["versions"], exact=True)).to_be_visible()
    sentence = page.locator("blockquote.sentence").first
    expect(sentence).to_contain_text("كفرزيتا")
    assert sentence.evaluate("one => getComputedStyle(one).direction") == "rtl"
    assert map_of(page).locator("path.area.circle").count() == 1
    page.locator(".telling").get_by_role("link").first.click()
    page.wait_for_url(re.compile(r"/documents/.*claim=\d"))
    expect(page.locator(".claim.chosen")).to_be_visible()


def test_a_reviewer_merges_incidents_and_undoes_it(open_page):
    page = open_incident(open_page, "en")
    before = page.locator("article.version .telling").count()
    page.locator(".decide input[name=other]").first.check()
    page.locator("#merge-reason").fill("one raid, told twice")
    page.get_by_role("button", name="Merge").click()
    expect(page.locator(".message")).to_contain_text("The decision is kept")
    expect(page.locator(".history")).to_contain_text("one raid, told twice")
    expect(page.locator("article.version .telling")).not_to_have_count(before)
    page.locator("button.undo").first.click()
    expect(page.locator(".history li.undone")).to_have_count(1)
    expect(page.locator("article.version .telling")).to_have_count(before)


def test_an_analyst_sees_the_history_and_no_form(open_page):
    page = open_incident(open_page, "en", role="analyst")
    expect(page.get_by_role("heading", name="History of decisions")).to_be_visible()
    assert not page.locator(".decide").count()


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("page_of", ["today", "incident"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_narrow_screen_needs_no_scrolling_sideways(open_page, language, page_of, theme):
    if page_of == "incident":
        page = open_incident(open_page, f"{language}&theme={theme}", width=360)
    else:
        page = open_page(f"/?lang={language}&theme={theme}&{DAYS}", role="reviewer", width=360)
    map_of(page)
    expect(page.locator("html")).to_have_attribute("data-theme", theme)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize(("language", "closer"), [("ar", "قرّب"), ("en", "Closer")])
def test_each_area_of_the_map_is_one_stop_of_the_keyboard_and_has_a_name(open_page, language, closer):
    page = open_page(f"/?lang={language}", role="analyst")
    areas = page.locator(".map path.area")
    expect(areas.first).to_be_attached()
    names = areas.evaluate_all("all => all.map(one => one.getAttribute('aria-label'))")
    stops = page.locator(".map path.area[tabindex='0']").evaluate_all(
        "all => all.map(one => one.getAttribute('aria-label'))"
    )
    assert all(names)
    assert sorted(stops) == sorted(set(names))
    expect(page.get_by_role("button", name=closer, exact=True)).to_be_visible()
