"""What is shipped and pinned: the wheel is whole, the lock files hold hashes and no host."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> set[str]:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    with zipfile.ZipFile(built) as archive:
        return set(archive.namelist())


def test_wheel_holds_every_module_and_data_file(wheel):
    source = [path for path in (ROOT / "src").rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    assert source
    for path in source:
        assert path.relative_to(ROOT / "src").as_posix() in wheel
    assert "hudna/schema/reading.schema.json" in wheel


def test_wheel_holds_the_lexicons_where_the_reader_looks(wheel):
    lexicons = list((ROOT / "lexicons").rglob("*.yaml"))
    assert lexicons
    for path in lexicons:
        assert f"hudna/{path.relative_to(ROOT).as_posix()}" in wheel


def test_wheel_holds_the_pages_with_their_words_and_the_example(wheel):
    folder = ROOT / "src/observatory"
    parts = [path for kind in ("*.html", "*.css", "*.js", "words.yaml") for path in folder.rglob(kind)]
    assert parts
    for path in parts:
        assert path.relative_to(ROOT / "src").as_posix() in wheel
    assert "observatory/demo.jsonl" in wheel


def test_wheel_holds_licence_and_notice(wheel):
    names = {Path(name).name for name in wheel}
    assert {"LICENSE", "NOTICE", "py.typed"} <= names


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_lock_pins_every_requirement_with_hashes_and_names_no_host(name):
    text = (ROOT / name).read_text("utf-8")
    assert "://" not in text
    for requirement in re.split(r"\n(?=\S)", text.strip()):
        first, *hashes = requirement.splitlines()
        assert re.match(r"[a-z0-9-]+==\S+", first)
        assert hashes
        assert all(re.match(r"    --hash=sha256:[0-9a-f]{64}( \\)?$", line) for line in hashes)


def test_locks_pin_the_same_versions_and_every_declared_dependency():
    reader, developer = (_pins(name) for name in ("requirements.lock", "requirements-dev.lock"))
    assert reader.items() <= developer.items()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    names = {re.split(r"[>=<]", line)[0].lower() for line in project["project"]["dependencies"]}
    assert names <= reader.keys()
    assert "hatchling" in reader


def _pins(name: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", (ROOT / name).read_text("utf-8"), re.MULTILINE))
