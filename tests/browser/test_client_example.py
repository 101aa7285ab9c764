"""The client of the documentation runs against a real server."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

CLIENT = Path(__file__).parents[2] / "docs" / "client.py"
MAKE_TOKEN = """
from observatory.configuration import open_record
open_record()
from django.contrib.auth.models import User
from observatory.people.tokens import Scope, make_token
print(make_token(User.objects.get(username={role!r}), "client", list(Scope))[1])
"""


def run(site, token: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "HUDNA_ADDRESS": site.address, "HUDNA_TOKEN": token}
    words = [sys.executable, str(CLIENT), "2020-01-01T00:00:00+00:00"]
    return subprocess.run(words, env=environment, capture_output=True, text=True, check=False)


def test_the_client_reads_decides_and_follows(site):
    done = run(site, site.run(MAKE_TOKEN.format(role="reviewer")).strip())
    assert done.returncode == 0, done.stderr
    assert "waits: " in done.stdout
    assert "كفرزيتا" in done.stdout
    assert "decision accept checked by a program" in done.stdout
    assert "changed: " in done.stdout


def test_without_a_token_it_sees_what_is_public(site):
    done = run(site, "")
    assert done.returncode == 0, done.stderr
    assert "كفرزيتا" not in done.stdout


@pytest.mark.parametrize("token", ["hudna_wrong"])
def test_a_token_that_does_not_hold_is_told(site, token):
    done = run(site, token)
    assert done.returncode == 1
    assert done.stderr.startswith("401")
