"""`check_lexicon` names what is wrong in an entry, where it stands and what would be right."""

from __future__ import annotations

import pytest

from hudna.lexicon.check import check_lexicon
from hudna.lexicon.entries import lexicon_folder

EVENT = """- id: my.event
  type: shelling
  neutral: {ar: قصف, en: shelling}
  nouns: [{one: زخة, many: [زخات]}]
  active: {subject: actor, object: target}
  example: سقطت زخة على القرية
"""
ACTOR = """- id: my.actor
  name: {ar: حرس الوادي, en: Valley Guard}
  kind: armed_group
  example: انسحب حرس الوادي من التلة
"""


@pytest.fixture
def problems(tmp_path, monkeypatch):
    """The problems of one file of a lexicon folder, as text."""
    monkeypatch.setattr("hudna.lexicon.store.user_cache_path", lambda name: tmp_path / "cache" / name)

    def of(content: str, name: str = "events/mine.yaml") -> list[str]:
        path = tmp_path / "own" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
        return [str(problem) for problem in check_lexicon((tmp_path / "own",))]

    return of


def test_good_entries_have_no_problem(problems):
    assert problems(EVENT) == []
    assert problems(ACTOR, "actors/mine.yaml") == []


def test_shipped_lexicon_has_no_problem():
    assert check_lexicon((lexicon_folder(),)) == []


WRONG = {
    "type": (EVENT.replace("type: shelling", "type: shouting"), "«shouting» is no event type: use one of"),
    "role": (EVENT.replace("object: target", "object: victim"), "active: «victim» is no role for object: use one of"),
    "label": (EVENT.replace(", en: shelling", ""), "«my.event» needs a neutral label in both languages"),
    "no form": (EVENT.replace("[{one: زخة, many: [زخات]}]", "[]"), "«my.event» has no form"),
    "no example": (EVENT.replace("  example: سقطت زخة على القرية\n", ""), "«my.event» has no example"),
    "foreign example": (EVENT.replace("سقطت زخة", "سقط مطر"), "does not hold a form of «my.event»"),
}


@pytest.mark.parametrize(("content", "message"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told_with_file_and_line(problems, content, message):
    (told,) = problems(content)
    assert told.startswith("events/mine.yaml:1: ")
    assert message in told


def test_id_used_twice_is_told_with_both_lines(problems):
    (told,) = problems(EVENT + EVENT)
    assert told.startswith("events/mine.yaml:7: the id «my.event» stands at events/mine.yaml:1 too")


def test_reference_to_an_unknown_entry_is_told(problems):
    (told,) = problems(f"{ACTOR}  side: my.nobody\n", "actors/mine.yaml")
    assert told == "actors/mine.yaml:1: side: there is no entry «my.nobody»"


def test_broken_yaml_is_one_problem(problems):
    (told,) = problems("- id: [a\n- id: b\n")
    assert "events/mine.yaml:" in told
    assert "not valid YAML" in told
