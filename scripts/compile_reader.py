"""Compile the inner modules of the reader with mypyc and a C compiler: the same reader, about twice as fast.

    python scripts/compile_reader.py build/compiled        (takes some minutes)
    PYTHONPATH=build/compiled hudna read FILE              reads with it

The folder gets a copy of the package with the compiled modules beside their sources, and of the lexicons. It follows no
later edit of either: compile again. Why it is not the default: docs/decisions/0006-compiled-reader.md.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMPILED = ("arabic", "attribution", "claims", "find", "sums")
"""Packages of which every module is compiled."""
ALSO = ("lexicon/match.py", "gazetteer/gazetteer.py", "gazetteer/place.py", "pipeline.py", "records.py")
OPTIMISATION = "2"
SETTINGS = "[mypy]\nstrict = True\nignore_missing_imports = True\n"


def modules(package: Path) -> list[Path]:
    """The modules to compile, relative to the folder above the package."""
    found = [file for name in COMPILED for file in sorted((package / name).glob("*.py")) if file.stem != "__init__"]
    return [file.relative_to(package.parent) for file in (*found, *(package / name for name in ALSO))]


def compile_reader(target: Path) -> int:
    """Copy the package to `target` and compile it there; the number of compiled modules."""
    shutil.rmtree(target, ignore_errors=True)
    package = target / "hudna"
    shutil.copytree(ROOT / "src" / "hudna", package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "lexicons", package / "lexicons")
    settings = target / "mypy.ini"
    settings.write_text(SETTINGS, "utf-8")
    names = [str(file) for file in modules(package)]
    environment = {**os.environ, "MYPYC_OPT_LEVEL": OPTIMISATION, "MYPYC_DEBUG_LEVEL": "0"}
    subprocess.run([sys.executable, "-m", "mypyc", *names], cwd=target, env=environment, check=True)
    shutil.rmtree(target / "build", ignore_errors=True)
    return len(names)


def main() -> int:
    """Compile and say where it is."""
    parser = argparse.ArgumentParser(description="Compile the reader's inner modules with mypyc.")
    parser.add_argument("target", type=Path, help="folder to make; what stands there is replaced")
    target: Path = parser.parse_args().target
    if target.exists() and not (target / "hudna").exists():
        parser.error(f"{target} is there and holds no compiled reader: name a new folder")
    if shutil.which(os.environ.get("CC", "cc")) is None:
        parser.error("no C compiler: run «sudo apt-get install gcc python3-dev», then again")
    print(f"compiling the reader into {target}: some minutes", file=sys.stderr)
    print(f"{compile_reader(target)} modules compiled: PYTHONPATH={target} hudna read FILE")
    return 0


if __name__ == "__main__":
    sys.exit(main())
