"""Compile the reader with mypyc and a C compiler, and pack it as a wheel for this Python and this kind of machine.

    python scripts/compile_reader.py        (`make compiled`; takes some minutes)

The project's wheel is unpacked to build/compiled and the inner modules are compiled there, apart from the sources. Only
when that copy reads every text as its sources do (compare_readers.py) it is packed to dist/. Why: docs/decisions/0006.
"""

from __future__ import annotations

import base64
import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "build" / "compiled"
PURE = ROOT / "build" / "pure"
"""The same before it is compiled: the sources may be edited meanwhile."""
WHEELS = ROOT / "dist"
COMPILED = ("arabic", "attribution", "claims", "find", "sums")
"""Packages of which every module is compiled."""
ALSO = ("lexicon/match.py", "lexicon/weights.py", "gazetteer/gazetteer.py", "gazetteer/place.py", "pipeline.py")
"""Records stay Python: whoever takes a reading on (pickle, dataclasses) finds the same classes."""
SETTINGS = "[mypy]\nstrict = True\nignore_missing_imports = True\n"
OPTIMISATION = "2"


class NotHereError(Exception):
    """Something that compiling needs is not on this machine."""


def need_compiler() -> None:
    """Raise NotHereError unless mypyc, a C compiler and Python's headers are there."""
    if find_spec("mypyc") is None or find_spec("setuptools") is None:
        raise NotHereError("mypyc or setuptools is missing: run «make compiled», which installs them")
    compiler = os.environ.get("CC", "cc").split()[0]
    if shutil.which(compiler) is None:
        raise NotHereError(f"no C compiler («{compiler}»): run «sudo apt-get install gcc», then again")
    if not (Path(sysconfig.get_path("include")) / "Python.h").exists():
        raise NotHereError("Python's headers are missing: run «sudo apt-get install python3-dev», then again")


def unpack_wheel(target: Path) -> None:
    """Build the wheel of the project and unpack it to a new folder."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(target)], cwd=ROOT, check=True)
    (wheel,) = target.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)
    wheel.unlink()


def modules(package: Path) -> list[Path]:
    """The modules to compile, relative to the folder above the package."""
    found = [file for name in COMPILED for file in sorted((package / name).glob("*.py")) if file.stem != "__init__"]
    return [file.relative_to(package.parent) for file in (*found, *(package / name for name in ALSO))]


def compile_modules(target: Path) -> int:
    """Compile the inner modules of the package in a folder, beside their sources; how many."""
    names = [str(file) for file in modules(target / "hudna")]
    settings = target / "mypy.ini"
    settings.write_text(SETTINGS, "utf-8")
    environment = {**os.environ, "MYPYC_OPT_LEVEL": OPTIMISATION, "MYPYC_DEBUG_LEVEL": "0"}
    subprocess.run([sys.executable, "-m", "mypyc", *names], cwd=target, env=environment, check=True)
    settings.unlink()
    for scrap in ("build", ".mypy_cache"):
        shutil.rmtree(target / scrap, ignore_errors=True)
    return len(names)


def tag() -> str:
    """The tag of wheels that only this Python on this kind of machine can load."""
    python = f"cp{sys.version_info.major}{sys.version_info.minor}"
    return f"{python}-{python}-{sysconfig.get_platform().replace('-', '_').replace('.', '_')}"


def pack_wheel(folder: Path, wheels: Path) -> Path:
    """Pack an unpacked wheel again with what was compiled in it, under the tag of this Python and machine."""
    (information,) = folder.glob("*.dist-info")
    about = information / "WHEEL"
    kept = [line for line in about.read_text("utf-8").splitlines() if not line.startswith(("Root-Is-Purelib", "Tag"))]
    about.write_text("\n".join([*kept, "Root-Is-Purelib: false", f"Tag: {tag()}", ""]), "utf-8")
    record = information / "RECORD"
    files = sorted(file for file in folder.rglob("*") if file.is_file() and file != record and _belongs(file))
    lines = [_recorded(file, file.relative_to(folder)) for file in files]
    record.write_text("\n".join([*lines, f"{record.relative_to(folder).as_posix()},,", ""]), "utf-8")
    wheels.mkdir(exist_ok=True)
    wheel = wheels / f"{information.name.removesuffix('.dist-info')}-{tag()}.whl"
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in (*files, record):
            archive.write(file, file.relative_to(folder).as_posix())
    return wheel


def _belongs(file: Path) -> bool:
    return "__pycache__" not in file.parts


def _recorded(file: Path, name: Path) -> str:
    digest = base64.urlsafe_b64encode(hashlib.sha256(file.read_bytes()).digest()).rstrip(b"=").decode()
    return f"{name.as_posix()},sha256={digest},{file.stat().st_size}"


def main() -> int:
    """Compile, compare, pack."""
    try:
        need_compiler()
    except NotHereError as error:
        print(error, file=sys.stderr)
        return 2
    print("compiling the reader: some minutes", file=sys.stderr)
    unpack_wheel(TARGET)
    shutil.rmtree(PURE, ignore_errors=True)
    shutil.copytree(TARGET, PURE)
    count = compile_modules(TARGET)
    comparison = [sys.executable, str(Path(__file__).with_name("compare_readers.py")), str(TARGET), "--pure", str(PURE)]
    compared = subprocess.run(comparison)
    if compared.returncode:
        return compared.returncode
    shutil.rmtree(PURE)
    wheel = pack_wheel(TARGET, WHEELS)
    print(f"{count} modules compiled. Install: python -m pip install --force-reinstall --no-deps {wheel}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
