"""What thinks about claims stays apart from what keeps them, and reading commands load no Django."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src"
IMPORT = re.compile(r"^\s*(?:from|import)\s+(django|observatory)\b", re.MULTILINE)


def test_only_the_command_line_of_the_library_knows_the_observatory():
    found = {
        path.relative_to(SOURCE).as_posix()
        for path in (SOURCE / "hudna").rglob("*.py")
        if IMPORT.search(path.read_text("utf-8"))
    }
    assert found == {"hudna/command/main.py"}


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["ingest", "--help"], ["lexicon", "list"]])
def test_commands_that_need_no_record_load_no_django(arguments):
    code = (
        "import sys\nfrom hudna.command.main import app\n"
        f"try:\n    app({arguments!r})\nexcept SystemExit:\n    pass\n"
        "assert not {'django', 'httpx', 'multiprocessing', 'pyarrow'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_the_command_works_without_the_observatory(tmp_path):
    text = tmp_path / "report.txt"
    text.write_text("قصفت مدفعية الجيش القرية", "utf-8")
    code = (
        "import sys\nsys.modules['observatory'] = None\nfrom hudna.command.main import app\n"
        f"app(['read', {str(text)!r}])"
    )
    shown = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert "قصفت" in shown.stdout


def test_a_missing_package_is_told_with_what_to_install():
    code = "import sys\nsys.modules['django'] = None\nfrom hudna.command.main import app\napp(['incidents'])"
    shown = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert shown.returncode == 1
    assert "pip install 'hudna[observatory]'" in shown.stderr
