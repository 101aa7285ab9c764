"""The bilingual catalogue covers every word that the records can hold."""

from __future__ import annotations

from typing import get_args

import pytest

from hudna import labels
from hudna.lexicon.types import EVENT_TYPES
from hudna.records import Qualifier, Status

CATALOGUES = [
    labels.TYPES,
    labels.STATUSES,
    labels.COUNTS,
    labels.FINDINGS,
    labels.COLUMNS,
    labels.FIELDS,
    labels.NOTES,
]


def test_every_type_status_and_qualifier_has_a_label():
    assert set(labels.TYPES) == EVENT_TYPES
    assert set(labels.STATUSES) == set(get_args(Status))
    assert set(labels.QUALIFIERS) == set(get_args(Qualifier))


@pytest.mark.parametrize("catalogue", CATALOGUES)
def test_labels_are_given_in_both_languages(catalogue):
    for label in catalogue.values():
        assert label.ar and label.en
        assert not any("a" <= letter.lower() <= "z" for letter in label.ar)
        assert not any("\u0600" <= letter <= "\u06ff" for letter in label.en)


def test_types_can_be_told_apart_by_their_labels():
    for language in ("ar", "en"):
        assert len({label.in_(language) for label in labels.TYPES.values()}) == len(labels.TYPES)


def test_unknown_key_is_shown_as_it_is():
    assert labels.label(labels.TYPES, "new_type", "ar") == "new_type"
