"""The JSON that the reader hands out keeps to the schema in the repository."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from datetime import date
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator

from hudna import read
from hudna.command.inputs import documents
from hudna.labels import COUNTS, FINDINGS, QUALIFIERS, STATUSES, TYPES
from hudna.serialise import reading_to_dict
from hudna.sources.source import Defaults
from tests.command.conftest import EXAMPLES

SCHEMA = json.loads(files("hudna.schema").joinpath("reading.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)


def example_documents():
    names = [str(path) for path in sorted(EXAMPLES.glob("*.*"))]
    return [item.content for item in documents(names, "auto", Defaults(date(2019, 5, 15)))]


def test_schema_is_a_schema_and_closed():
    Draft202012Validator.check_schema(SCHEMA)
    for name, definition in {"reading": SCHEMA, **SCHEMA["$defs"]}.items():
        for kind in (definition, *definition.get("oneOf", ())):
            if "properties" in kind:
                assert kind["additionalProperties"] is False, name


def test_schema_knows_the_words_of_the_catalogue():
    claim, count = SCHEMA["$defs"]["claim"]["properties"], SCHEMA["$defs"]["count"]["properties"]
    assert set(claim["type"]["enum"]) == set(TYPES)
    assert set(claim["status"]["enum"]) == set(STATUSES)
    assert set(count["what"]["enum"]) == set(COUNTS)
    assert set(count["qualifier"]["enum"]) == set(QUALIFIERS)
    assert set(SCHEMA["$defs"]["finding"]["properties"]["code"]["enum"]) == set(FINDINGS)


def test_reading_with_every_field_is_valid(reading):
    VALIDATOR.validate(json.loads(json.dumps(reading_to_dict(reading))))


def test_reading_of_nothing_is_valid(reading):
    bare = replace(reading, document=replace(reading.document, id=None), claims=(), findings=())
    VALIDATOR.validate(reading_to_dict(bare))


@pytest.mark.parametrize("document", example_documents(), ids=lambda document: document.id.rsplit("/", 1)[-1])
def test_examples_keep_to_the_schema_and_to_their_text(document):
    reading = reading_to_dict(read(document.text, document.published, document.outlet, id=document.id))
    plain = json.loads(json.dumps(reading))
    VALIDATOR.validate(plain)
    assert plain["claims"]
    for item in _spans(plain["claims"]):
        assert document.text[item["start"] : item["end"]] == item.get("text", item.get("surface"))
    for finding in plain["findings"]:
        assert all(index < len(plain["claims"]) for index in finding["claims"])


def _spans(value):
    if isinstance(value, list):
        for item in value:
            yield from _spans(item)
    elif isinstance(value, dict):
        if isinstance(value.get("start"), int) and ("text" in value or "surface" in value):
            yield value
        for item in value.values():
            yield from _spans(item)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("claims", 0, "type"), "bombing"),
        (("claims", 0, "status"), "maybe"),
        (("claims", 0, "trigger", "start"), -1),
        (("claims", 0, "when", "start"), "3 March"),
        (("claims", 0, "when", "start"), "2021-13-40"),
        (("claims", 0, "places", 0, "point"), [95, 36]),
        (("claims", 0, "places", 0, "point"), [35.5]),
        (("claims", 0, "counts", 0, "what"), "deaths"),
        (("claims", 0, "counts", 0, "parts", 0, "by"), "day"),
        (("claims", 0, "speaker", "surface"), ""),
        (("claims", 0, "further"), 1),
        (("findings", 0, "level"), "fatal"),
        (("findings", 0, "message", "fr"), "bonjour"),
        (("engine", "version"), None),
    ],
)
def test_what_breaks_the_contract_is_refused(reading, path, value):
    broken = copy.deepcopy(reading_to_dict(reading))
    target = broken
    for step in path[:-1]:
        target = target[step]
    target[path[-1]] = value
    assert not VALIDATOR.is_valid(broken)
