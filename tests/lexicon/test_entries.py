"""Lexicon files on disk: families by file name, lines, sections, and clear messages for what cannot be read."""

from __future__ import annotations

import pytest

from hudna.lexicon.entries import (
    LexiconError,
    extra_folders,
    family_of,
    lexicon_files,
    lexicon_folder,
    read_entries,
    read_yaml,
)


@pytest.fixture
def write(tmp_path):
    """Writes a file of a lexicon folder and hands out the folder."""

    def put(name: str, content: str):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
        return tmp_path

    return put


FAMILIES = {
    "events/mine.yaml": "event",
    "actors/deep/mine.yaml": "actor",
    "status.yaml": "status",
    "things.yaml": "thing",
    "places.yaml": None,
    "notes.yaml": None,
}


@pytest.mark.parametrize(("name", "family"), FAMILIES.items(), ids=FAMILIES)
def test_file_or_folder_name_gives_the_family(tmp_path, name, family):
    assert family_of(tmp_path, tmp_path / name) == family


def test_entry_knows_its_file_and_line(write):
    folder = write("events/mine.yaml", "# words\n- id: a\n  type: attack\n\n- id: b\n  type: aid\n")
    assert [(e.id, e.file, e.line) for e in read_entries((folder,))] == [
        ("a", "events/mine.yaml", 2),
        ("b", "events/mine.yaml", 5),
    ]


def test_source_names_id_file_and_line(write):
    (entry,) = read_entries((write("events/mine.yaml", "- id: a\n  type: attack\n"),))
    assert entry.source == "a (events/mine.yaml:1)"


def test_section_of_a_file_is_kept_with_the_entry(write):
    folder = write("status.yaml", "doubt:\n  - {id: s, status: possible, forms: [لعل]}\n")
    (entry,) = read_entries((folder,))
    assert entry.data["section"] == "doubt"


def test_entry_without_an_id_is_named_after_its_word(write):
    (entry,) = read_entries((write("titles.yaml", "- {one: عمدة, many: [عمد], kind: civil}\n"),))
    assert entry.id == "title.عمدة"


def test_broken_yaml_is_told_with_file_and_line(write):
    folder = write("events/mine.yaml", "- id: a\n  type: [attack\n- id: b\n")
    with pytest.raises(LexiconError, match=r"events/mine\.yaml:\d+: not valid YAML .*check quotes and indentation"):
        list(read_entries((folder,)))


def test_item_that_is_no_entry_is_told(write):
    with pytest.raises(LexiconError, match=r"events/mine\.yaml: «attack» is not an entry"):
        list(read_entries((write("events/mine.yaml", "- attack\n"),)))


def test_empty_file_has_no_entries(write):
    assert list(read_entries((write("events/mine.yaml", ""),))) == []


def test_line_of_each_mapping_is_noted(write):
    folder = write("x.yaml", "a:\n  b: 1\n")
    assert read_yaml(folder / "x.yaml")["a"] == {"b": 1, "__line__": 2}


def test_extra_folders_come_from_the_environment(monkeypatch, tmp_path):
    first, second = tmp_path / "one", tmp_path / "two"
    monkeypatch.setenv("HUDNA_LEXICONS", f"{first}:{second}")
    monkeypatch.setattr("os.pathsep", ":")
    assert extra_folders() == (first, second)
    monkeypatch.delenv("HUDNA_LEXICONS")
    assert extra_folders() == ()


def test_shipped_folder_holds_every_family():
    folder = lexicon_folder()
    families = {family_of(folder, file) for _, file in lexicon_files((folder,))}
    assert families >= {"event", "actor", "group", "title", "thing", "unit", "weapon", "status", "verb", "speech"}
