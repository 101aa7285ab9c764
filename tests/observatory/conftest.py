"""Every test of the record runs twice: on SQLite and on a PostgreSQL server that is started for the tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg
import pytest
from django.conf import settings
from django.db import connections
from typer.testing import CliRunner, Result

from observatory.configuration import configure, migrate
from observatory.databases import database_settings
from tests.observatory.servers import postgresql_server

configure()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a PostgreSQL server of our own."""
    with postgresql_server() as address:
        yield address


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest) -> str:
    """The database that the tests run on."""
    return str(request.param)


@pytest.fixture(scope="session")
def empty_database(
    engine: str, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str | None], str]:
    """Makes a database of the engine, empty or as a copy of another, and gives its address."""
    if engine == "sqlite":
        return lambda copied: _sqlite_file(tmp_path_factory.mktemp("database") / "record.sqlite3", copied)
    server: str = request.getfixturevalue("postgresql")
    made: list[str] = []

    def make(copied: str | None) -> str:
        name = f"record_{os.getpid()}_{len(made)}"
        template = f" TEMPLATE {urlsplit(copied).path[1:]}" if copied else ""
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}{template}".encode())
        made.append(name)
        return server.replace("/postgres?", f"/{name}?")

    return make


def _sqlite_file(path: Path, copied: str | None) -> str:
    if copied:
        shutil.copyfile(copied.removeprefix("sqlite:///"), path)
    return f"sqlite:///{path}"


@pytest.fixture(scope="session")
def new_database(
    django_test_environment: None, django_db_blocker: Any, empty_database: Callable[[str | None], str]
) -> Callable[[], str]:
    """Makes a database with the tables of the record and gives its address. Migrations run once for all of them."""
    template = empty_database(None)
    with django_db_blocker.unblock():
        before = settings.DATABASES["default"]
        _use(database_settings(template))
        migrate()
        _use(before)
    return lambda: empty_database(template)


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_blocker: Any, new_database: Callable[[], str]
) -> Iterator[None]:
    """The database of the tests; each test's changes are taken back after it."""
    before = settings.DATABASES["default"]
    with django_db_blocker.unblock():
        _use(database_settings(new_database()))
    yield
    with django_db_blocker.unblock():
        _use(before)


def _use(database: dict[str, Any]) -> None:
    connections["default"].close()
    del connections["default"]
    settings.DATABASES["default"] = database
    connections.settings = connections.configure_settings({"default": database})


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty data folder for each test."""
    folder = tmp_path / "home"
    monkeypatch.setenv("HUDNA_HOME", str(folder))
    return folder


@pytest.fixture
def environment(new_database: Callable[[], str], home: Path) -> dict[str, str]:
    """The environment of a command in a process of its own, with a database of its own."""
    return {**os.environ, "HUDNA_HOME": str(home), "DATABASE_URL": new_database(), "COLUMNS": "160"}


@pytest.fixture
def hudna(db: None) -> Callable[..., Result]:
    """Runs `hudna` with these arguments in this process, on the database of the test."""
    from hudna.command.main import app

    runner = CliRunner(env={"COLUMNS": "160"})

    def run(*arguments: object, status: int = 0) -> Result:
        result = runner.invoke(app, [str(word) for word in arguments])
        assert result.exit_code == status, f"{result.output}\n{result.exception!r}"
        return result

    return run


@pytest.fixture
def hudna_process(environment: dict[str, str]) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs `hudna` with these arguments in a process of its own."""

    def run(*arguments: object, status: int = 0) -> subprocess.CompletedProcess[str]:
        words = [sys.executable, "-c", COMMAND, *map(str, arguments)]
        result = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)
        assert result.returncode == status, result.stdout + result.stderr
        return result

    return run


COMMAND = "from hudna.command.main import run; run()"
