"""Words that take sides: what the shipped file says, what an own file adds, and what is said of a broken one."""

from __future__ import annotations

import pytest

from hudna.arabic.letters import fold
from hudna.lexicon.check import check_lexicon
from hudna.lexicon.entries import LexiconError, lexicon_folder
from hudna.lexicon.loaded import FILE, load_loaded_words

OWN = """events:
  - {words: [نحر], label: {ar: مقتل, en: death}, example: نحر الجنود أسيرا}
groups:
  - {topic: fighters, label: {ar: مقاتلون, en: fighters}, plain: [محارب], loaded: [مارق], example: فر المارق من الحي}
"""


def test_the_shipped_words_are_without_fault_and_have_neutral_labels():
    shipped = load_loaded_words((lexicon_folder(),))
    label = shipped.events[fold("تحييد")]
    assert label and (label["ar"], label["en"]) == ("مقتل", "death")
    assert shipped.events[fold("استشهاد")] is None
    assert (shipped.groups[fold("إرهابي")].topic, shipped.groups[fold("إرهابي")].loaded) == ("fighters", True)
    assert not shipped.groups[fold("مسلح")].loaded


def test_an_own_file_adds_words_to_the_shipped_ones(tmp_path):
    (tmp_path / FILE).write_text(OWN, "utf-8")
    told = load_loaded_words((lexicon_folder(), tmp_path))
    label = told.events["نحر"]
    assert label and label["en"] == "death"
    assert told.groups["مارق"].loaded
    assert not told.groups["محارب"].loaded
    assert "شهيد" in told.events


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("events:\n  - {words: [نحر]}\n", "needs example"),
        ("events:\n  - {words: [نحر], example: هدأ الحي}\n", "holds none of the loaded words"),
        ("events:\n  - {words: [نحر], label: {ar: مقتل}, example: نحر أسير}\n", "both languages"),
        ("groups:\n  - {topic: fighters, loaded: [مارق], example: فر مارق}\n", "needs label"),
    ],
)
def test_a_broken_entry_is_told_by_file_and_line(tmp_path, text, message):
    (tmp_path / FILE).write_text(text, "utf-8")
    with pytest.raises(LexiconError, match=message) as told:
        load_loaded_words((tmp_path,))
    assert f"{FILE}:2" in str(told.value)
    assert [problem.line for problem in check_lexicon((tmp_path,))] == [2]
