"""The project's own gold files keep to the codebook."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from hudna.evaluation import load_gold
from hudna.labels import COUNTS, TYPES
from hudna.records import Qualifier, Status

GOLD = Path(__file__).parents[2] / "accuracy" / "gold"
FILES = sorted(GOLD.glob("*.json"))
FIELDS = {
    *("type", "trigger", "evidence", "also", "actors", "targets"),
    *("places", "point", "when", "counts", "speaker", "status"),
}


def claims(file: Path) -> list[dict]:
    found: list[dict] = json.loads(file.read_text("utf-8"))["claims"]
    return found


def test_there_are_gold_files_of_every_type() -> None:
    assert len(load_gold(GOLD)) >= 14
    assert {claim["type"] for file in FILES for claim in claims(file)} == set(TYPES)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_claim_stands_in_its_text(file: Path) -> None:
    text = json.loads(file.read_text("utf-8"))["text"]
    for claim in claims(file):
        told = [claim["evidence"], *claim["also"]]
        assert all(piece in text for piece in told), claim
        assert any(claim["trigger"] in piece for piece in told), claim


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_claim_is_written_as_the_codebook_says(file: Path) -> None:
    for claim in claims(file):
        assert set(claim) == FIELDS
        assert claim["type"] in TYPES
        assert claim["status"] in get_args(Status)
        assert all(name.strip() for key in ("actors", "targets", "places") for name in claim[key])
        assert claim["point"] is None or (abs(claim["point"][0]) <= 90 and abs(claim["point"][1]) <= 180)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_days_and_figures_are_sound(file: Path) -> None:
    for claim in claims(file):
        when = claim["when"]
        assert (when["start"] is None) == (when["end"] is None), claim
        if when["start"]:
            assert date.fromisoformat(when["start"]) <= date.fromisoformat(when["end"]), claim
        for count in claim["counts"]:
            assert count["what"] in COUNTS and count["qualifier"] in get_args(Qualifier), claim
            assert (count["value"] is None) == (count["qualifier"] == "vague"), claim
