"""What holds for every page: its heading and direction, nothing untranslated, without a name or too wide."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

PAGES = {
    "/": ("اليوم", "Today"),
    "/ceasefires/": ("الهدن", "Ceasefires"),
    "/ceasefires/define/": ("تعريف هدنة", "Define a ceasefire"),
    "/voices/": ("من يقول ماذا", "Who says what"),
    "/review/": ("المراجعة", "Review"),
    "/review/agreement/": ("اتفاق المراجعين", "Agreement of reviewers"),
    "/bulletins/": ("النشرات", "Bulletins"),
    "/documents/": ("الوثائق", "Documents"),
    "/search/": ("بحث", "Search"),
    "/people/": ("حسابي", "My account"),
    "/people/sessions/": ("الجلسات المفتوحة", "Open sessions"),
    "/people/tokens/": ("رموز البرامج", "Tokens for programs"),
    "/people/second-factor/": ("العامل الثاني", "Second factor"),
    "/people/everyone/": ("الناس والأدوار", "People and roles"),
    "/people/exports/": ("سجل التصدير", "Audit of exports"),
}
LANGUAGES = ("ar", "en")
DIRECTIONS = {"ar": "rtl", "en": "ltr"}
NAMES = frozenset(
    {"English", "JSON", "CSV", "GeoJSON", "TOML", "UTC", "Enter", "Natural", "Earth", "hudna", "ledger", "iso"}
    | {"administrator", "analyst", "reviewer", "reader"}
)
"""Latin words that stand on Arabic pages: names of formats, keys, zones, commands and people."""

OWN_WORDS = "h1, h2, h3, th, dt, label, legend, summary, button, option, .pages a, .choices a, .hint:not(.code)"
WITHOUT_A_NAME = """() => {
  const named = e => e.textContent.trim() || e.getAttribute("aria-label") || e.querySelector("[aria-label], title");
  const labelled = e => (e.labels && e.labels.length) || e.getAttribute("aria-label") || e.getAttribute("aria-hidden");
  const all = query => [...document.querySelectorAll(query)];
  return [
    ...all("a, button, summary").filter(e => !named(e)),
    ...all("input:not([type=hidden]), select, textarea").filter(e => !labelled(e)),
    ...all("img:not([alt]), svg:not([aria-hidden]):not([role]):not(.leaflet-zoom-animated)"),
  ].map(e => e.outerHTML.slice(0, 120));
}"""
TWICE = """() => {
  const all = [...document.querySelectorAll("[id]")].map(e => e.id);
  return all.filter((id, at) => all.indexOf(id) !== at);
}"""
TOO_WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_whole_in_its_language(open_page, path, language):
    page = open_page(f"{path}?lang={language}", role="administrator", width=360)
    expect(page.locator("html")).to_have_attribute("dir", DIRECTIONS[language])
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.get_by_role("heading", level=1)).to_have_text(PAGES[path][LANGUAGES.index(language)])
    assert page.evaluate(WITHOUT_A_NAME) == []
    assert page.evaluate(TWICE) == []
    assert page.evaluate(TOO_WIDE) == 0
    told = page.locator(OWN_WORDS).all_text_contents()
    assert [words for words in told if re.search(r"\b[a-z]+[._][a-z_]+\b", words)] == []
    if language == "ar":
        latin = {word for words in told for word in re.findall(r"[A-Za-z]{3,}", words)}
        assert latin <= NAMES
