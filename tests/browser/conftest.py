"""A server of our own with a record of our own, and Debian's Chromium that looks at it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.articles import ARTICLES
from tests.observatory.texts import write_lines

COMMAND = "from hudna.command.main import run; run()"
PASSWORD = "river-stone-42"
MISSING = (
    "the browser tests need Chromium: run «apt-get install chromium fonts-noto-core», or name it in HUDNA_CHROMIUM"
)
_VIOLATIONS = "document.addEventListener('securitypolicyviolation', e => console.error('CSP', e.violatedDirective))"
_PEOPLE = f"""
from observatory.configuration import open_record
open_record()
from django.contrib.auth.models import User
from observatory.people.roles import Role, give_role
for role in Role:
    give_role(User.objects.create_user(role.value, password={PASSWORD!r}), role)
"""


@dataclass(frozen=True, slots=True)
class Site:
    """The server: its address and the environment of its record."""

    address: str
    environment: dict[str, str]

    def run(self, code: str) -> str:
        """What Python prints that works on the record of the server."""
        done = subprocess.run(
            [sys.executable, "-c", code], env=self.environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


@contextmanager
def served(home: Path, lines: list[dict[str, Any]]) -> Iterator[Site]:
    """A server with a record of these articles and one person of each role."""
    environment = {**os.environ, "HUDNA_HOME": str(home)}
    environment.pop("DATABASE_URL", None)
    articles = write_lines(home / "articles.jsonl", lines)
    ingest = [sys.executable, "-c", COMMAND, "ingest", str(articles)]
    done = subprocess.run(ingest, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    Site("", environment).run(_PEOPLE)
    serve = [sys.executable, "-u", "-c", COMMAND, "serve", "--port", "0"]
    log = home / "serve.log"
    with log.open("w") as errors:
        server = subprocess.Popen(serve, env=environment, stdout=subprocess.PIPE, stderr=errors, text=True)
    try:
        assert server.stdout is not None
        found = re.search(r"http://\S+", server.stdout.readline())
        assert found, log.read_text()
        yield Site(found.group().rstrip("/"), environment)
    finally:
        server.terminate()
        server.wait(20)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server that runs as long as the tests, with our articles."""
    with served(tmp_path_factory.mktemp("home"), ARTICLES) as made:
        yield made


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    program = os.environ.get("HUDNA_CHROMIUM") or shutil.which("chromium")
    if not program:
        pytest.fail(MISSING)
    options = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=options)
        yield started
        started.close()


Opened = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, site: Site) -> Iterator[Opened]:
    """Opens a page in a browser window of its own; what the browser complained about fails the test at its end."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def watch(page: Page) -> None:
        page.add_init_script(_VIOLATIONS)
        page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda sent: _note_foreign(sent.url, site, complaints))

    def opened(path: str, role: str | None = None, width: int = 1280, **options: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 800}, base_url=site.address, **options)
        context.set_default_timeout(8000)
        contexts.append(context)
        if role is not None:
            sign_in(context, site, role)
        page = context.new_page()
        watch(page)
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


def _note_foreign(address: str, site: Site, complaints: list[str]) -> None:
    if not address.startswith((site.address, "data:", "blob:")):
        complaints.append(f"fetched from elsewhere: {address}")


def sign_in(context: BrowserContext, site: Site, role: str) -> None:
    """Give the window the session of the person of this role, without the page of signing in."""
    code = f"""
from observatory.configuration import open_record
open_record()
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.models import User
from django.contrib.sessions.backends.db import SessionStore
person, session = User.objects.get(username={role!r}), SessionStore()
session[SESSION_KEY], session[BACKEND_SESSION_KEY] = str(person.pk), settings.AUTHENTICATION_BACKENDS[-1]
session[HASH_SESSION_KEY] = person.get_session_auth_hash()
session.create()
print(session.session_key)
"""
    key = site.run(code).strip()
    context.add_cookies([{"name": "sessionid", "value": key, "url": site.address}])
