from __future__ import annotations

from pathlib import Path

import pytest

from hudna.evaluation import Evaluation, evaluate

DATA = Path(__file__).parent / "data"


@pytest.fixture
def gold() -> Path:
    return DATA / "gold"


@pytest.fixture
def predictions() -> Path:
    return DATA / "predictions.jsonl"


@pytest.fixture
def evaluation(gold: Path, predictions: Path) -> Evaluation:
    return evaluate(gold, predictions)
