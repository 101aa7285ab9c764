"""`hudna demo` and `hudna serve`, as an operator runs them."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from observatory.command.serve import listening
from tests.observatory.conftest import COMMAND


def test_the_example_is_loaded_once(hudna):
    first = hudna("demo").stdout
    assert re.search(r"new: 32 documents with \d+ claims\n", first)
    assert "hudna serve" in first
    assert "new: 0 documents with 0 claims, 32 were known" in hudna("demo").stdout


@pytest.fixture
def problems(tmp_path: Path) -> Path:
    """What the server says on standard error."""
    return tmp_path / "problems.txt"


@pytest.fixture
def serving(environment: dict[str, str], problems: Path) -> Iterator[subprocess.Popen[str]]:
    """A server on a free port."""
    words = [sys.executable, "-u", "-c", COMMAND, "serve", "--port", "0"]
    with problems.open("w") as told:
        server = subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, stderr=told, text=True)
        yield server
        server.terminate()
        server.wait()


def test_the_server_tells_its_address_and_the_link_for_the_first_administrator(serving, problems):
    assert serving.stdout is not None
    first = serving.stdout.readline()
    address = re.search(r"http://localhost:\d+/", first)
    assert address, f"{first}{problems.read_text()}"
    assert "works once" in serving.stdout.readline()
    link = serving.stdout.readline().strip()
    assert link.startswith(f"{address.group()}people/welcome/")
    with urllib.request.urlopen(f"{link}?lang=en") as answer:
        page = answer.read().decode()
        assert "You are the first administrator" in page
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    with urllib.request.urlopen(f"{address.group()}static/ui/tokens.css") as answer:
        assert b"--paper" in answer.read()


def test_every_address_of_a_host_has_the_same_port():
    sockets = listening("localhost", 0)
    try:
        assert len({each.getsockname()[1] for each in sockets}) == 1
        assert len({each.getsockname()[0] for each in sockets}) == len(sockets)
    finally:
        for each in sockets:
            each.close()


def test_a_free_port_is_ours_as_soon_as_it_is_known():
    """Servers that are started at the same moment are given different ports, and each can be reached at once."""
    servers = [listening("localhost", 0) for _ in range(20)]
    try:
        ports = [sockets[0].getsockname()[1] for sockets in servers]
        assert len(set(ports)) == len(ports)
        for sockets in servers:
            for each in sockets:
                with socket.socket(each.family, socket.SOCK_STREAM) as other:
                    other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                    with pytest.raises(OSError, match="in use"):
                        other.bind(each.getsockname())
                socket.create_connection(each.getsockname()[:2], timeout=5).close()
    finally:
        for sockets in servers:
            for each in sockets:
                each.close()


def test_a_taken_port_is_told(hudna):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = hudna("serve", "--host", "127.0.0.1", "--port", port, status=1)
    assert "choose another with --port" in result.stderr
