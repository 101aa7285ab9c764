"""Files made of the record pass the gate, hold what is asked for, and tell what is not in them."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date

import pytest

from hudna.evaluation.inputs import load_gold
from hudna.exchange import FORMATS, GoldError
from hudna.protect import profile_named
from observatory.records.exports import Exported, exported
from observatory.records.models import Claim
from observatory.records.query import Query
from observatory.review import decide
from tests.observatory.texts import RAID, SHELLING, TRUCE, article, take, write_lines

pytestmark = pytest.mark.usefixtures("db")
TODAY = date(2021, 3, 5)


@pytest.fixture
def record(tmp_path) -> None:
    """Three documents of one day."""
    lines = [article(SHELLING, url="https://news.example/a"), article(RAID), article(TRUCE)]
    take(write_lines(tmp_path / "articles.jsonl", lines))


def make(name: str, profile: str = "internal", today: date = TODAY, **asked) -> Exported:
    """A file of the record."""
    return exported(name, profile_named(profile), Query(**asked), today)


def accept_all(text: str) -> None:
    """Accept every claim of a document."""
    for claim in Claim.objects.filter(document__body__text=text):
        decide.accept(decide.find_claim(claim.key), "Rana", "")


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_is_made_of_the_record(record, name):
    accept_all(SHELLING)
    made = make(name)
    assert made.written > 0
    assert made.data


def test_claims_are_written_with_their_keys_and_decisions(record):
    claim = decide.find_claim(Claim.objects.get(type="shelling").key)
    decide.correct(claim, "status", "denied", "Rana", "")
    (line,) = make("jsonl", types=["shelling"]).data.decode().splitlines()
    data = json.loads(line)
    assert (data["key"], data["status"], data["review"]) == (claim.key, "denied", "corrected")


def test_what_is_too_young_for_a_profile_is_held_back(record):
    total = Claim.objects.count()
    assert (make("jsonl", "public").written, make("jsonl", "public").withheld) == (0, total)
    assert make("jsonl", "partner", date(2021, 3, 20)).written == total


@pytest.mark.parametrize("name", sorted(FORMATS.keys() - {"gold", "xlsx", "parquet"}))
def test_the_public_file_holds_no_town_no_sentence_and_no_address(record, name):
    made = make(name, "public", date(2021, 4, 1))
    text = made.data.decode()
    assert made.written > 0
    for private in ("سراقب", "قصفت قوات", "news.example/a"):
        assert private not in text


def test_a_gold_file_holds_every_claim_of_a_reviewed_document(record, tmp_path):
    accept_all(SHELLING)
    decide.correct(decide.find_claim(Claim.objects.get(type="shelling").key), "status", "denied", "Rana", "")
    made = make("gold", reviews=["corrected"])
    zipfile.ZipFile(io.BytesIO(made.data)).extractall(tmp_path / "gold")
    (document,) = load_gold(tmp_path / "gold")
    assert document.text == SHELLING
    assert len(document.claims) == Claim.objects.filter(document__body__text=SHELLING).count()


def test_gold_files_are_for_the_keepers_of_the_record_only(record):
    accept_all(SHELLING)
    with pytest.raises(GoldError):
        make("gold", "partner", date(2021, 4, 1))


def test_incidents_without_a_row_are_counted_with_the_reason(record):
    made = make("ucdp")
    assert made.left_out.total() > 0
    assert made.written + made.left_out.total() == len(json.loads(make("geojson").data)["features"])
