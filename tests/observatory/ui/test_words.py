"""The catalogue of the pages: both languages, and nothing that a template asks for is missing."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from string import Formatter

import pytest
import yaml

import observatory
from observatory.ui import numerals
from observatory.ui.pages import MENU
from observatory.ui.words import UnknownWordError, _flat, catalogue, say

PACKAGE = Path(observatory.__file__).parent
ASKED = re.compile(r"""{%\s*say\s+["']([\w.]+)["']""")
ARABIC = re.compile(r"[\u0621-\u064a]")


def asked_for() -> set[str]:
    found = {page.words for page in MENU}
    for template in PACKAGE.rglob("*.html"):
        found |= set(ASKED.findall(template.read_text(encoding="utf-8")))
    return found


def test_every_key_that_a_template_asks_for_is_there():
    assert asked_for() - set(catalogue()) == set()


@pytest.mark.parametrize("key", sorted(catalogue()))
def test_both_languages_say_the_same_with_the_same_values(key):
    entry = catalogue()[key]
    names = [{name for _, name, _, _ in Formatter().parse(words) if name} for words in entry]
    assert names[0] == names[1]
    assert all(words.strip() for words in entry)


def test_no_two_files_give_the_same_key():
    files = list(PACKAGE.glob("*/words.yaml"))
    assert {"ui", "documents", "people"} <= {path.parent.name for path in files}
    groups = [set(_flat(yaml.safe_load(path.read_text("utf-8")), "", path)) for path in files]
    assert sum(map(len, groups)) == len(catalogue())


def test_a_missing_key_is_an_error_and_not_an_empty_page():
    with pytest.raises(UnknownWordError):
        say("no.such.key", "ar")


def test_figures_and_days_in_both_digits():
    assert numerals.figure(1234.5, "latin") == "1,234.5"
    assert numerals.figure(1234, "arabic") == "١٬٢٣٤"
    assert numerals.figure(None, "arabic") == "—"
    assert numerals.day(date(2021, 3, 5), "ar", "arabic") == "٥ آذار/مارس ٢٠٢١"
    assert numerals.days(date(2021, 3, 5), date(2021, 3, 5), "en", "latin") == "5 Mar 2021"
    assert numerals.day(date(2021, 3, 5), "en", "latin", weekday=True) == "Fri 5 Mar 2021"


def test_a_moment_names_its_zone():
    damascus = timezone(timedelta(hours=3))
    assert numerals.moment(datetime(2021, 3, 5, 19, 30, tzinfo=damascus), "en", "latin") == "5 Mar 2021, 19:30 (UTC+3)"
    assert numerals.moment(datetime(2021, 3, 5, 19, 30, tzinfo=UTC), "ar", "latin").endswith("19:30 (UTC)")


def test_zones_by_name_and_by_distance():
    moment = datetime(2021, 3, 5, 12, 0, tzinfo=UTC)
    assert moment.astimezone(numerals.zone("+03:00")).hour == 15
    assert moment.astimezone(numerals.zone("-04:30")).strftime("%H:%M") == "07:30"
    assert moment.astimezone(numerals.zone("Asia/Damascus")).hour == 14
    assert numerals.zone("Nowhere/Town") is UTC
