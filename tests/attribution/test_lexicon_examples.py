"""Every entry of the speech lexicon reads its own example."""

from __future__ import annotations

from typing import Any

import pytest

from hudna.attribution.speech import lexicon
from tests.attribution.sentences import read

EXAMPLES = lexicon().examples


@pytest.mark.parametrize("entry", EXAMPLES, ids=[entry["id"] for entry in EXAMPLES])
def test_example_names_the_speaker(entry: dict[str, Any]) -> None:
    text = entry["example"]
    word = entry.get("at") or text.split()[-1]
    found = read(text)
    assert found.speaker(word) == entry["speaker"]
    if entry["speaker"] and "force" in entry:
        expected = "assert" if entry.get("relays") and entry["force"] == "report" and " عن " in text else entry["force"]
        assert found.force(word) == expected


def test_entry_ids_are_unique() -> None:
    ids = [entry["id"] for entry in EXAMPLES]
    assert len(ids) == len(set(ids))


def test_lexicon_is_compiled_once() -> None:
    assert lexicon() is lexicon()
