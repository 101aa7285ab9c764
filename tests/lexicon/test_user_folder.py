"""An analyst's own folder in HUDNA_LEXICONS: new words act at once, and a broken file is told by file and line."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

ACTOR = """- id: my.canyon_guard
  name: {ar: حرس الوادي الأخضر, en: Green Valley Guard}
  aliases: [الحرس الأخضر]
  kind: armed_group
  country: SY
  example: انسحب حرس الوادي الأخضر من التل
"""
EVENT = """- id: my.rajama
  type: shelling
  neutral: {ar: قصف, en: shelling}
  verbs: [تَوْتَخَ]
  active: {subject: actor, object: target}
  example: توتخ الجنود القرية
  reads: {type: shelling, actors: [الجنود]}
"""
READ = """
import json, sys
from hudna import read
from hudna.serialise import reading_to_dict
print(json.dumps(reading_to_dict(read(sys.argv[1]))["claims"]))
"""


@pytest.fixture
def run(tmp_path):
    """Reads a text in a fresh process with files of an own folder."""

    def reading(text: str, files: dict[str, str]) -> subprocess.CompletedProcess[str]:
        for name, content in files.items():
            path = tmp_path / "own" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, "utf-8")
        environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache"), "PYTHONIOENCODING": "utf-8"}
        environment["HUDNA_LEXICONS"] = str(tmp_path / "own") if files else ""
        return subprocess.run([sys.executable, "-c", READ, text], capture_output=True, text=True, env=environment)

    return reading


def _claims(result: subprocess.CompletedProcess[str]) -> list[dict]:
    assert result.returncode == 0, result.stderr
    found: list[dict] = json.loads(result.stdout)
    return found


def test_own_actor_and_own_event_word_act_at_once(run):
    text = "توتخ الحرس الأخضر بلدة سراقب"
    assert _claims(run(text, {})) == []
    (claim,) = _claims(run(text, {"actors/mine.yaml": ACTOR, "events/mine.yaml": EVENT}))
    (actor,) = claim["actors"]
    assert (claim["type"], actor["surface"], actor["id"]) == ("shelling", "الحرس الأخضر", "my.canyon_guard")
    assert (actor["name"], actor["entry"]) == ("حرس الوادي الأخضر", "my.canyon_guard (actors/mine.yaml:1)")
    assert claim["entry"] == "my.rajama (events/mine.yaml:1)"


def test_own_verb_is_inflected(run):
    (claim,) = _claims(run("ستتوتخ القوات القرية", {"events/mine.yaml": EVENT}))
    assert (claim["type"], claim["status"]) == ("shelling", "future")


def test_edit_of_the_own_file_acts_at_the_next_reading(run):
    text = "توتخ الجنود القرية"
    assert _claims(run(text, {"events/mine.yaml": EVENT}))[0]["type"] == "shelling"
    changed = EVENT.replace("type: shelling\n", "type: attack\n", 1)
    assert _claims(run(text, {"events/mine.yaml": changed}))[0]["type"] == "attack"


def test_shipped_words_go_on_working(run):
    (claim,) = _claims(run("قصف الجيش القرية", {"events/mine.yaml": EVENT}))
    assert claim["type"] == "shelling"


def test_broken_file_is_told_with_file_and_line(run):
    result = run("قصف الجيش القرية", {"events/mine.yaml": "- id: my.x\n  type: [attack\n- id: my.y\n"})
    assert result.returncode != 0
    assert "events/mine.yaml:3: not valid YAML" in result.stderr
