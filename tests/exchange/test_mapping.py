"""The mapping of the 27 types: complete, valid in each scheme, and the same in the manual."""

from __future__ import annotations

from pathlib import Path

import pytest

from hudna.exchange.mapping import ACLED_SUB_EVENTS, DISORDER, TYPES, table
from hudna.incidents import FAMILIES
from hudna.lexicon.types import EVENT_TYPES

MANUAL = Path(__file__).parents[2] / "docs" / "EXPORTS.md"
PLOVER_MODES = {
    "AGREE": (), "CONSULT": ("visit", "third-party", "multilateral", "phone"), "AID": (),
    "PROTEST": ("demo", "riot", "strike"),
    "RETREAT": ("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
    "MOBILIZE": ("troops", "weapons", "police", "militia"),
    "COERCE": ("seize", "restrict", "ban", "censor", "curfew", "martial-law", "arrest", "deport", "withhold"),
    "ASSAULT": (
        "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
        "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
    ),
}  # fmt: skip


def test_every_type_is_mapped_and_has_a_family():
    assert set(TYPES) == EVENT_TYPES == set(FAMILIES)


@pytest.mark.parametrize("type", sorted(TYPES))
def test_each_mapping_is_valid_in_its_scheme(type):
    target = TYPES[type]
    if target.acled:
        event, sub = target.acled
        assert sub in ACLED_SUB_EVENTS[event] and event in DISORDER
    if target.plover:
        event, mode = target.plover
        assert event in PLOVER_MODES and (mode is None or mode in PLOVER_MODES[event])
    if target.cameo:
        assert 2 <= int(target.cameo[0][:2]) <= 20 and target.cameo[1]
    assert target.trap.endswith(".")


def test_the_manual_shows_the_same_table():
    text = MANUAL.read_text("utf-8")
    start, end = text.index("table -->\n") + len("table -->\n"), text.index("\n<!-- end of types")
    assert text[start:end] == table(), "write hudna.exchange.mapping.table() into docs/EXPORTS.md"


def test_acled_has_its_25_sub_events():
    assert sum(map(len, ACLED_SUB_EVENTS.values())) == 25
