"""`hudna lexicon`: an analyst finds a word, adds one, and is told what is wrong with it."""

from __future__ import annotations

import pytest

GOOD = """
- id: my.canyon_guard
  name: {ar: حرس الوادي الأخضر, en: Green Valley Guard}
  aliases: []
  loaded: []
  kind: armed_group
  side: null
  parent: null
  country: SY
  example: انسحب حرس الوادي الأخضر من التل
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Writes a folder of an analyst's own entries; what is compiled for it leaves the user's cache alone."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))

    def write(content: str, name: str = "actors/mine.yaml"):
        path = tmp_path / "own" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
        return tmp_path / "own"

    return write


def test_shipped_lexicon_has_no_problem(hudna):
    result = hudna("lexicon", "check")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "no problems" in result.stdout


def test_own_actor_is_accepted(hudna, folder, few_words):
    assert hudna("lexicon", "check", folder(GOOD), "--no-read").exit_code == 0


def test_example_without_the_name_is_told_with_its_line(hudna, folder, few_words):
    broken = GOOD.replace("انسحب حرس الوادي الأخضر من التل", "انسحب الحرس من التل")
    result = hudna("lexicon", "check", folder(broken))
    assert result.exit_code == 1
    assert "actors/mine.yaml:2: " in result.stderr
    assert "does not hold a form" in result.stderr


EVENTS = """
- id: my.shelling
  type: shelling
  neutral: {ar: قصف, en: shelling}
  phrases: [نثر الحمم]
  example: نثر الحمم على القرية
  reads: {type: shelling}
- id: my.protest
  type: protest
  neutral: {ar: احتجاج, en: protest}
  phrases: [قرع الصحون]
  example: قرع الصحون في القرية
  reads: {type: talks}
"""


def test_examples_are_read_and_compared_with_what_the_entries_say(hudna, folder):
    own = folder(EVENTS, "events/mine.yaml")
    result = hudna("lexicon", "check", own)
    assert result.exit_code == 1
    assert "events/mine.yaml:8: the example of «my.protest» reads as protest, not as talks" in result.stderr
    assert "my.shelling" not in result.stderr
    assert hudna("lexicon", "check", own, "--no-read").exit_code == 0


@pytest.fixture
def few_words(tmp_path, monkeypatch):
    """A small shipped lexicon, so that checking is quick."""
    shipped = tmp_path / "shipped"
    (shipped / "actors").mkdir(parents=True)
    (shipped / "actors" / "few.yaml").write_text(
        GOOD.replace("my.canyon_guard", "sy.few").replace("حرس", "فوج"), "utf-8"
    )
    monkeypatch.setattr("hudna.lexicon.entries.lexicon_folder", lambda: shipped)


def test_broken_yaml_is_told_with_its_line(hudna, folder, few_words):
    result = hudna("lexicon", "check", folder("- id: a\n  name: {ar: «, en\n"))
    assert result.exit_code == 1
    assert "mine.yaml:" in result.stderr
    assert "not valid YAML" in result.stderr


def test_folder_that_is_none(hudna, tmp_path):
    assert hudna("lexicon", "check", tmp_path / "none").exit_code == 2


def test_own_words_are_used_by_the_reader(hudna, folder, monkeypatch, few_words):
    monkeypatch.setenv("HUDNA_LEXICONS", str(folder(GOOD)))
    assert "my.canyon_guard" in hudna("lexicon", "list", "حرس الوادي الأخضر").stdout


def test_list_finds_an_entry_by_any_form_and_names_its_line(hudna):
    result = hudna("lexicon", "list", "وأعلنت")
    assert result.exit_code == 0
    assert "speech.yaml:" in result.stdout


def test_list_without_a_word_counts_the_entries(hudna):
    assert "event" in hudna("lexicon", "list").stdout


def test_list_of_an_unknown_word(hudna):
    result = hudna("lexicon", "list", "زقزقططط")
    assert result.exit_code == 1
    assert "no entry holds" in result.stderr
