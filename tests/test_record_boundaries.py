"""The packages of the record only think: no framework, no database, no network, no heavy library unasked."""

from __future__ import annotations

import subprocess
import sys

import pytest

PACKAGES = ("hudna.incidents", "hudna.ledger", "hudna.protect", "hudna.exchange")
FORBIDDEN = (
    "django",
    "sqlite3",
    "urllib.request",
    "http.client",
    "requests",
    "httpx",
    "observatory",
    "pyarrow",
    "openpyxl",
)


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    script = f"import sys, {', '.join(PACKAGES)}\nprint('\\n'.join(sys.modules))"
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(result.stdout.split())


@pytest.mark.parametrize("name", FORBIDDEN)
def test_the_pure_packages_import_none_of_it(loaded, name):
    assert name not in loaded


def test_they_do_not_import_the_command_line(loaded):
    assert not {name for name in loaded if name.startswith(("hudna.command", "typer", "rich"))}
