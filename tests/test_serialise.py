"""The JSON form of a reading keeps to its schema and loses nothing that an analyst needs."""

from __future__ import annotations

import json
from datetime import date
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from hudna import read
from hudna.deserialise import claim_from_dict
from hudna.records import SpanError
from hudna.serialise import reading_to_dict
from tests.texts import TEXTS

SCHEMA = json.loads(files("hudna.schema").joinpath("reading.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
TEXT = "قال وزير الدفاع أمس إن طائرات قصفت بلدة سراقب يوم الاثنين وقتلت نحو عشرة مسلحين"


def _dict(text: str, published: date | None = date(2021, 3, 10)) -> dict[str, Any]:
    return reading_to_dict(read(text, published, id="n1"))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_every_reading_keeps_to_the_schema(text):
    for published in (date(2021, 3, 10), None):
        assert [error.message for error in VALIDATOR.iter_errors(_dict(text, published))] == []


def test_empty_reading_keeps_to_the_schema():
    assert list(VALIDATOR.iter_errors(_dict(""))) == []


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_json_there_and_back_changes_nothing(text):
    written = _dict(text)
    assert json.loads(json.dumps(written, ensure_ascii=False)) == written


def _offsets(data: Any) -> list[tuple[str, int, int]]:
    """Every (surface, start, end) in a JSON form."""
    found: list[tuple[str, int, int]] = []
    if isinstance(data, dict):
        words = data.get("text", data.get("surface"))
        if isinstance(words, str) and isinstance(data.get("start"), int):
            found.append((words, data["start"], data["end"]))
        for value in data.values():
            found.extend(_offsets(value))
    elif isinstance(data, list):
        for value in data:
            found.extend(_offsets(value))
    return found


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_offsets_hold_the_words_beside_them(text):
    found = _offsets(_dict(text))
    assert found
    assert all(_without_hashtag(text[start:end]) == _without_hashtag(words) for words, start, end in found)


def _without_hashtag(words: str) -> list[str]:
    return words.replace("#", " ").replace("_", " ").split()


def test_name_in_a_hashtag_is_handed_out_without_its_marks():
    (claim,) = _dict("قصفت طائرات #ريف_حلب أمس")["claims"]
    (place,) = claim["places"]
    assert (place["surface"], place["end"] - place["start"]) == ("ريف حلب", len("ريف_حلب"))


def test_claim_is_written_with_all_its_fields():
    reading = _dict(TEXT)
    (claim,) = reading["claims"]
    assert reading["id"] == "n1"
    assert (claim["type"], claim["trigger"]["text"], claim["status"]) == ("air_strike", "قصفت", "happened")
    assert claim["neutral"].keys() == {"ar", "en"}
    assert claim["when"]["start"] == claim["when"]["end"] == "2021-03-08"
    assert (claim["places"][0]["surface"], claim["places"][0]["country"]) == ("بلدة سراقب", "SY")
    assert claim["speaker"]["chain"] == ["وزير الدفاع"]
    (count,) = claim["counts"]
    assert (count["what"], count["value"], count["qualifier"]) == ("killed", 10, "about")
    assert claim["rule"] and claim["entry"]


def test_what_is_not_known_is_left_out_of_a_place():
    (claim,) = _dict("قصف الجيش قرية زرنوقة")["claims"]
    (place,) = claim["places"]
    assert place["precision"] == "unresolved"
    assert not {"point", "country", "id"} & set(place)


def test_undated_claim_has_nulls_for_its_days():
    (claim,) = _dict("قصف الجيش قرية زرنوقة")["claims"]
    assert claim["when"] == {"surface": None, "start": None, "end": None}


def test_claims_come_back_from_their_json_form_and_hashtags_with_them():
    for text in (TEXT, "قصفت طائرات #ريف_حلب أمس", "أعلن #الجيش_السوري مقتل جنديين في قطاع #غزة"):
        reading = read(text, date(2021, 3, 9))
        written = reading_to_dict(reading)["claims"]
        assert tuple(claim_from_dict(each, text) for each in written) == reading.claims


def test_a_name_that_does_not_stand_in_the_text_is_refused():
    (written,) = _dict("قصفت طائرات #ريف_حلب أمس")["claims"]
    written["places"][0]["surface"] = "ريف درعا"
    with pytest.raises(SpanError, match="ريف درعا"):
        claim_from_dict(written, "قصفت طائرات #ريف_حلب أمس")
