"""The table of counted words: each entry's example holds a form of the entry."""

from __future__ import annotations

import pytest

from hudna.arabic.tokens import tokenise
from hudna.lexicon.entries import lexicon_folder, read_yaml
from hudna.sums.forms import FILE, load_forms

ENTRIES = read_yaml(lexicon_folder() / FILE)["units"]


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry["id"] for entry in ENTRIES])
def test_the_example_of_a_unit_holds_one_of_its_forms(entry: dict) -> None:
    forms = load_forms()
    tokens = [token.form for token in tokenise(entry["example"])]
    found = set()
    for at, token in enumerate(tokens):
        for _, phrases in forms.candidates(token):
            for rest, word in phrases:
                if word.unit is not None and tuple(tokens[at + 1 : at + 1 + len(rest)]) == rest:
                    found.add(word.unit.id)
    assert entry["id"] in found


@pytest.mark.parametrize(
    ("word", "unit"),
    [("خرقًا", "violation"), ("الانتهاكات", "violation"), ("حالتي", "case"), ("وخروقاته", "violation"), ("بيت", None)],
)
def test_the_unit_of_a_word(word: str, unit: str | None) -> None:
    found = load_forms().unit_of(word)
    assert (found.id if found is not None else None) == unit
