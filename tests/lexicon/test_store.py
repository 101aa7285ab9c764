"""The compiled lexicon: the index, its version, its cache, and errors that name the entry."""

from __future__ import annotations

import pytest

from hudna.lexicon.entries import Entry, LexiconError
from hudna.lexicon.store import build_index, default_lexicon, load_lexicon

ENTRY = """
- id: my.words
  type: shelling
  neutral: {ar: قصف, en: shelling}
  nouns: [{one: زخة, many: [زخات]}]
  phrases: [صب النيران على]
  example: سقطت زخة على القرية
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A lexicon folder of one entry; the cache of the user is left alone."""
    cache = tmp_path / "cache"
    monkeypatch.setattr("hudna.lexicon.store.user_cache_path", lambda name: cache / name)
    path = tmp_path / "own" / "events" / "mine.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(ENTRY, "utf-8")
    return tmp_path / "own"


def test_index_holds_the_folded_first_word_of_each_form(folder):
    index = load_lexicon((folder,)).index
    assert {"زخه", "الزخه", "زخات", "صب"} <= set(index)
    rest, entry, features = index["صب"][0]
    assert (rest, entry.id, features.part) == (("النيران", "علي"), "my.words", "phrase")


def test_longer_forms_stand_first():
    entries = [
        Entry("event", "short", {"phrases": ["خرق"]}, "x.yaml", 1),
        Entry("event", "long", {"phrases": ["خرق وقف النار"]}, "x.yaml", 2),
    ]
    index, _ = build_index(entries)
    assert [rest for rest, _, _ in index["خرق"]] == [("وقف", "النار"), ()]


def test_loading_again_gives_the_same(folder):
    first, second = load_lexicon((folder,)), load_lexicon((folder,))
    assert first.version == second.version
    assert first.index == second.index


def test_edit_acts_at_the_next_loading(folder):
    before = load_lexicon((folder,))
    path = folder / "events" / "mine.yaml"
    path.write_text(ENTRY.replace("صب النيران على", "صب الحمم على"), "utf-8")
    after = load_lexicon((folder,))
    assert after.version != before.version
    assert [form[0] for form in after.index["صب"]] == [("الحمم", "علي")]


def test_damaged_cache_is_made_again(folder, tmp_path):
    version = load_lexicon((folder,)).version
    cache = tmp_path / "cache" / "hudna" / f"lexicon-{version}.bin"
    cache.write_bytes(b"damaged")
    assert "زخه" in load_lexicon((folder,)).index


def test_few_compiled_lexicons_are_kept(folder, tmp_path):
    path = folder / "events" / "mine.yaml"
    for number in range(8):
        path.write_text(f"{ENTRY}# {number}\n", "utf-8")
        load_lexicon((folder,))
    assert len(list((tmp_path / "cache" / "hudna").glob("lexicon-*.bin"))) == 5


def test_cache_that_cannot_be_written_is_no_error(folder, tmp_path):
    (tmp_path / "cache").write_text("a file where the folder should be")
    assert "زخه" in load_lexicon((folder,)).index


def test_entry_that_cannot_be_inflected_is_named():
    entry = Entry("actor", "my.actor", {"aliases": ["x"]}, "actors/mine.yaml", 7)
    with pytest.raises(LexiconError, match=r"actors/mine\.yaml:7: entry «my\.actor» cannot be inflected"):
        build_index([entry])


def test_shipped_lexicon_is_loaded_once_and_knows_its_families():
    lexicon = default_lexicon()
    assert lexicon is default_lexicon()
    assert len({entry.data["type"] for entry in lexicon.family("event")}) == 27
    assert all(lexicon.by_id[entry.id].family == "actor" for entry in lexicon.family("actor"))
