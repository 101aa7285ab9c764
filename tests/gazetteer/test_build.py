"""The shipped tables are those that the build script makes."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "src" / "hudna" / "gazetteer" / "data"


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_gazetteer", ROOT / "scripts" / "build_gazetteer.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_rebuilt_tables_are_identical() -> None:
    for name, text in script().build().items():
        assert (DATA / name).read_text("utf-8") == text, f"{name} is out of date: run python scripts/build_gazetteer.py"


def test_a_place_written_twice_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build = script()
    twice = tmp_path / "places.yaml"
    twice.write_text("groups:\n- in: SY\n  sy.one: [1, 2, مثال]\n  sy.one: [1, 2, مثال]\n", "utf-8")
    monkeypatch.setattr(build, "PLACES_YAML", twice)
    with pytest.raises(SystemExit, match=r"sy\.one"):
        build.read_places()


def test_the_tables_say_where_they_come_from() -> None:
    note = (DATA / "README.md").read_text("utf-8")
    assert "GeoNames" in note
    assert "CC BY 4.0" in note
    assert "Natural Earth" in note
