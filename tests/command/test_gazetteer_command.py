"""`hudna gazetteer`: places are found by name, and a table of an analyst's own is imported and then used."""

from __future__ import annotations

import pytest

TABLE = """pcode,name_en,name_ar,admin1_pcode,lat,lon
SYX1,Rummana Gharbiya,الرمانة الغربية الجديدة,SYX,35.5,36.25
SYX2,No Arabic,,SYX,35.6,36.3
"""


@pytest.fixture(autouse=True)
def data_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("HUDNA_HOME", str(tmp_path / "home"))


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "places.csv"
    path.write_text(TABLE, "utf-8")
    return path


@pytest.mark.parametrize("name", ["حلب", "بحلب", "Aleppo"])
def test_find_by_arabic_name_by_clitic_and_by_english_name(hudna, name):
    result = hudna("gazetteer", "find", name)
    assert result.exit_code == 0
    assert "SY" in result.stdout
    assert "حلب" in result.stdout


def test_unknown_name_suggests_near_ones(hudna):
    result = hudna("gazetteer", "find", "دمششق")
    assert result.exit_code == 1
    assert "did you mean" in result.stderr
    assert "دمشق" in result.stderr


def test_imported_place_is_found_afterwards(hudna, table):
    assert hudna("gazetteer", "find", "الرمانة الغربية الجديدة").exit_code == 1
    result = hudna("gazetteer", "import", table)
    assert result.exit_code == 0
    assert "1 of 2 places imported" in result.stdout
    assert "1 without an Arabic name" in result.stdout
    assert "pcode:SYX1" in hudna("gazetteer", "find", "الرمانة الغربية الجديدة").stdout


def test_output_elsewhere_leaves_the_data_folder_alone(hudna, table, tmp_path):
    target = tmp_path / "own.tsv"
    assert hudna("gazetteer", "import", table, "--output", target).exit_code == 0
    assert target.is_file()
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("a,b\n1,2\n", "line 1: no column with an Arabic name"),
        (TABLE.replace("35.5", "north"), "line 2: 'north' is not a coordinate"),
    ],
)
def test_table_that_cannot_be_used(hudna, tmp_path, content, told):
    path = tmp_path / "bad.csv"
    path.write_text(content, "utf-8")
    result = hudna("gazetteer", "import", path)
    assert result.exit_code == 1
    assert told in result.stderr


def test_missing_table(hudna, tmp_path):
    result = hudna("gazetteer", "import", tmp_path / "none.csv")
    assert result.exit_code == 1
    assert "no such file" in result.stderr


@pytest.mark.parametrize("word", ["import", "find"])
def test_help_has_examples(hudna, word):
    assert f"hudna gazetteer {word}" in hudna("gazetteer", word, "--help").stdout.split("Examples")[1]
