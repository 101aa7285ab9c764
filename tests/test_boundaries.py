"""What keeps the reader a library: no framework, database or network; small modules; no path of one machine."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FORBIDDEN = (
    "django",
    "sqlite3",
    "urllib.request",
    "http.client",
    "requests",
    "httpx",
    "ftplib",
    "smtplib",
    "socketserver",
)
LONGEST_MODULE = 400
# Written so that this file does not hold what it looks for.
MACHINE_PATH = re.compile(r"(?<![\w.>])/(?:" + "|".join(("home", "work", "root", "tmp", "Users")) + r")/\w")
SKIPPED = {".git", ".venv", "__pycache__", ".mypy_cache", ".pytest_cache", ".ruff_cache", "dist", "build"}
TEXTS = {".py", ".md", ".toml", ".yaml", ".yml", ".json", ".jsonl", ".txt", ".lock", ".tsv", ""}

READ = """
import sys
from datetime import date
from hudna import read
reading = read("أعلن الجيش أمس مقتل ثلاثة جنود في قصف على حلب.", date(2021, 3, 4))
assert reading.document.text
print("\\n".join(sys.modules))
"""


@pytest.fixture(scope="module")
def modules_after_reading() -> set[str]:
    result = subprocess.run([sys.executable, "-c", READ], capture_output=True, text=True, check=True)
    return set(result.stdout.split())


@pytest.mark.parametrize("name", FORBIDDEN)
def test_reading_a_text_imports_no_framework_database_or_network_client(modules_after_reading, name):
    assert name not in modules_after_reading


def test_reading_opens_no_socket():
    guard = (
        "import socket\ndef refuse(*arguments, **options): raise AssertionError('a socket')\nsocket.socket = refuse\n"
    )
    subprocess.run([sys.executable, "-c", guard + READ], capture_output=True, check=True)


def test_library_does_not_import_the_command_line(modules_after_reading):
    assert not {name for name in modules_after_reading if name.startswith(("hudna.command", "typer", "rich"))}


def _files() -> list[Path]:
    return [
        path for path in ROOT.rglob("*") if path.is_file() and not SKIPPED.intersection(path.relative_to(ROOT).parts)
    ]


@pytest.mark.parametrize("path", sorted((ROOT / "src").rglob("*.py")), ids=lambda path: path.stem)
def test_modules_stay_short(path):
    assert len(path.read_text("utf-8").splitlines()) < LONGEST_MODULE


def test_no_file_names_a_path_of_one_machine():
    for path in _files():
        if path.suffix in TEXTS:
            found = MACHINE_PATH.search(path.read_text("utf-8"))
            assert found is None, f"{path.relative_to(ROOT)} names {found and found.group()}"
