"""Definitions of ceasefires, and errors that say where a definition is wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from hudna.ledger import DefinitionError, load, parse

ROOT = Path(__file__).parents[2]
GOOD = """\
[ceasefire]
name = "valley"
title = { ar = "هدنة الوادي", en = "Valley truce" }
parties = ["sy.state", "sy.opposition"]
from = 2021-05-10
to = 2021-05-20

[[zones]]
id = "north"
title = "Northern zone"
places = ["iso:SY-ID"]
names = ["إدلب"]

[[zones]]
id = "south"
polygon = [[32.0, 35.9], [33.0, 35.9], [33.0, 36.5], [32.0, 36.5]]

[[sides]]
id = "russia"
title = { ar = "الجانب الروسي", en = "Russian side" }
speakers = ["الجانب الروسي"]
units = ["حالة إطلاق نار"]
rule = { en = "each burst is one" }

[[sides]]
id = "turkey"
speakers = ["الجانب التركي"]
units = ["خرق"]
"""


def test_a_definition_is_read():
    found = parse(GOOD)
    assert (found.name, found.first, found.last) == ("valley", date(2021, 5, 10), date(2021, 5, 20))
    assert found.title["ar"] == "هدنة الوادي"
    north, south = found.zones
    assert (north.places, north.title["ar"]) == (("iso:SY-ID",), "Northern zone")
    assert south.polygon[0] == (32.0, 35.9)
    russia, turkey = found.sides
    assert (russia.counts, russia.rule["ar"]) == ("violations", "each burst is one")
    assert turkey.title["en"] == "turkey"


def test_a_ceasefire_may_have_no_end():
    assert parse(GOOD.replace("to = 2021-05-20\n", "")).last is None


def test_the_example_can_be_loaded():
    assert len(load(ROOT / "examples" / "ceasefires" / "de-escalation-zones.toml").zones) == 7


@pytest.mark.parametrize(
    ("before", "after", "line", "says"),
    [
        ('name = "valley"\n', "", 1, "ceasefire.name: missing"),
        ("from = 2021-05-10", 'from = "May"', 5, "ceasefire.from: 'May' is not what is needed"),
        ("to = 2021-05-20", "to = 2021-05-01", 6, "before «from»"),
        ('id = "south"', "", 14, "zones.id: missing"),
        ('id = "south"', 'id = "north"', 15, "also in the zone before"),
        ("[32.0, 36.5]]", "[132.0, 36.5]]", 16, "zones.polygon"),
        ('places = ["iso:SY-ID"]', "places = []", 11, "zones.places"),
        ('speakers = ["الجانب التركي"]', 'speakers = ["الجانب الروسي"]', 27, "also a speaker of another side"),
        ('speakers = ["الجانب التركي"]', "", 25, "sides.speakers: missing"),
        ('units = ["خرق"]', 'counts = "breaches"', 28, "no kind of count"),
        ('units = ["خرق"]', 'unit = ["خرق"]', 28, "unknown field"),
        ('units = ["خرق"]', 'units = ["خرق"', 28, "not valid TOML"),
        ('title = "Northern zone"', "title = 3", 10, "zones.title"),
    ],
)
def test_what_is_wrong_is_told_with_file_line_and_field(before, after, line, says):
    assert before in GOOD
    with pytest.raises(DefinitionError) as caught:
        parse(GOOD.replace(before, after, 1), "truce.toml")
    message = str(caught.value)
    assert says in message
    assert message.startswith(f"truce.toml:{line}:"), message


def test_tables_that_are_missing_or_unknown():
    for text, says in (
        ("", "[ceasefire]"),
        (GOOD.split("[[zones]]")[0], "[[zones]]"),
        (GOOD + "\n[extra]\na = 1\n", "extra"),
    ):
        with pytest.raises(DefinitionError, match=says.replace("[", r"\[").replace("]", r"\]")):
            parse(text)


def test_a_zone_without_any_place_is_refused():
    with pytest.raises(DefinitionError, match="places"):
        parse(GOOD.replace('places = ["iso:SY-ID"]\nnames = ["إدلب"]\n', ""))


def test_a_file_that_is_not_there_or_not_utf8(tmp_path):
    with pytest.raises(DefinitionError, match="no such file"):
        load(tmp_path / "none.toml")
    (tmp_path / "bad.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(DefinitionError, match="UTF-8"):
        load(tmp_path / "bad.toml")
