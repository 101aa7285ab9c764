from __future__ import annotations

import json
from pathlib import Path

import pytest

from hudna.evaluation import InputError, load_gold, load_predictions


def problems_of(lines: list[str], tmp_path: Path) -> list[str]:
    file = tmp_path / "read.jsonl"
    file.write_text("\n".join(lines), "utf-8")
    with pytest.raises(InputError) as caught:
        load_predictions(file)
    return [problem.removeprefix(str(file)) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("claims", "said"),
    [
        ('"none"', "the field «claims» is not a list"),
        ('["x"]', "claim 0: the claim is a string, not an object"),
        ('[{"actors": "الجيش"}]', "claim 0: «actors» is a string, not a list"),
        ('[{"counts": [{"value": "12"}]}]', "claim 0: «value» is a string, not a number"),
        ('[{"trigger": {"text": "قصف", "start": 3}}]', "claim 0: «trigger» needs both start and end"),
        ('[{"point": [35]}]', "claim 0: «point» is not [latitude, longitude]"),
        ('[{}, {"when": "أمس"}]', "claim 1: «when» is a string, not an object"),
    ],
)
def test_a_faulty_claim_is_named_by_line_and_field(claims: str, said: str, tmp_path: Path) -> None:
    (problem,) = problems_of(['{"id": "good", "claims": []}', f'{{"id": "bad", "claims": {claims}}}'], tmp_path)
    assert problem.startswith(f":2: {said}")


def test_every_broken_line_is_named(tmp_path: Path) -> None:
    lines = ['{"id": "a"', "", '{"claims": []}', "[1]", '{"id": "fine", "claims": []}', "[" * 100_000]
    found = problems_of(lines, tmp_path)
    assert [problem.split(":")[1] for problem in found] == ["1", "3", "4", "6"]
    assert "no valid JSON at column" in found[0]
    assert "«id» is missing" in found[1]


def test_bytes_that_are_no_utf8_are_named_by_line(tmp_path: Path) -> None:
    file = tmp_path / "read.jsonl"
    file.write_bytes(b'{"id": "a"}\n{"id": "\xc7\xe1"}\n')
    with pytest.raises(InputError, match=r"read\.jsonl:2: is not UTF-8"):
        load_predictions(file)


def test_of_two_readings_of_one_document_the_last_counts(tmp_path: Path) -> None:
    file = tmp_path / "read.jsonl"
    lines = [{"id": 7, "claims": [{"type": "aid"}]}, {"id": "7", "claims": [{"type": "siege"}]}]
    file.write_text("\n".join(map(json.dumps, lines)), "utf-8-sig")
    assert [claim.type for claim in load_predictions(file)["7"]] == ["siege"]


def test_a_faulty_gold_file_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "one.json").write_text('{"id": "one",\n "text": }', "utf-8")
    (tmp_path / "two.json").write_text('{"id": "two", "claims": []}', "utf-8")
    with pytest.raises(InputError) as caught:
        load_gold(tmp_path)
    first, second = caught.value.problems
    assert "one.json:2: no valid JSON" in first
    assert "two.json:1: the field «text» is missing" in second


def test_a_folder_without_gold_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no gold file"):
        load_gold(tmp_path)
    with pytest.raises(InputError, match="no such folder"):
        load_gold(tmp_path / "nowhere")
