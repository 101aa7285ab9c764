from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from hudna.evaluation import gate, load_predictions


@pytest.fixture
def checkout(tmp_path: Path, gold: Path, predictions: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with gold texts of its own, read as the predictions of these tests say."""
    shutil.copytree(gold, tmp_path / "accuracy" / "gold")
    monkeypatch.chdir(tmp_path)
    read_as(predictions, monkeypatch)
    return tmp_path


def read_as(file: Path | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "read_gold", lambda folder: load_predictions(file) if file else {})


def floors(checkout: Path) -> dict:
    found: dict = json.loads((checkout / gate.FLOORS).read_text("utf-8"))
    return found


def test_without_floors_the_gate_is_shut(checkout: Path, capsys) -> None:
    assert gate.main([]) == 1
    assert "record them with --record" in capsys.readouterr().err


def test_recorded_floors_hold_for_the_same_reading(checkout: Path) -> None:
    assert gate.main(["--record"]) == 0
    assert floors(checkout)["floors"]["claims"] == 0.761
    assert floors(checkout)["gold"] == {"documents": 2, "claims": 10}
    assert gate.main([]) == 0


def test_a_worse_reading_fails_and_is_named(checkout: Path, monkeypatch, capsys) -> None:
    gate.main(["--record"])
    read_as(None, monkeypatch)
    assert gate.main([]) == 1
    assert "below the floor: claims: 0.000, floor 0.761" in capsys.readouterr().err


def test_a_floor_is_lowered_only_with_the_flag(checkout: Path, monkeypatch) -> None:
    gate.main(["--record"])
    before = floors(checkout)
    read_as(None, monkeypatch)
    assert gate.main(["--record"]) == 1
    assert floors(checkout) == before
    assert gate.main(["--record", "--allow-lower"]) == 0
    assert floors(checkout)["floors"]["claims"] == 0


def test_recording_raises_floors(checkout: Path, predictions: Path, monkeypatch) -> None:
    read_as(None, monkeypatch)
    gate.main(["--record"])
    read_as(predictions, monkeypatch)
    assert gate.main(["--record"]) == 0
    assert floors(checkout)["floors"]["claims"] == 0.761


def test_a_gold_file_taken_away_does_not_pass(checkout: Path, capsys) -> None:
    gate.main(["--record"])
    (checkout / gate.GOLD / "river.json").unlink()
    assert gate.main([]) == 1
    assert "gold documents: 1, recorded 2" in capsys.readouterr().err


@pytest.mark.parametrize("broken", ["{", "[]", '{"gold": {}, "floors": {}}', '{"gold": 1, "floors": "x"}'])
def test_a_broken_file_of_floors_is_named(broken: str, checkout: Path, capsys) -> None:
    (checkout / gate.FLOORS).write_text(broken, "utf-8")
    assert gate.main([]) == 2
    assert "floors.json cannot be used" in capsys.readouterr().err


def test_allow_lower_alone_is_wrong_use(checkout: Path) -> None:
    assert gate.main(["--allow-lower"]) == 2
