"""Every entry of the event lexicon, and of the lexicons beside it, is well shaped and stands in its own example."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml

from hudna.arabic.clitics import splits
from hudna.arabic.inflection import noun_forms, verb_forms, with_pronouns
from hudna.arabic.letters import fold
from hudna.arabic.tokens import tokenise
from hudna.lexicon.entries import Entry
from hudna.lexicon.forms import entry_forms
from hudna.lexicon.types import EVENT_TYPES

LEXICONS = Path(__file__).resolve().parents[2] / "lexicons"
ROLES = frozenset(
    ["actor", "target", "place", "means", "origin", "destination", "parties", "count", "harm", "event", "topic", "none"]
)
COUNTS = frozenset(
    [
        "killed",
        "wounded",
        "casualties",
        "missing",
        "captured",
        "released",
        "displaced",
        "violations",
        "strikes",
        "destroyed",
        "places",
        "area_km2",
        "percent",
        "aid",
        "troops",
        "other",
    ]
)
STATUSES = frozenset({"happened", "ongoing", "future", "demanded", "denied", "possible"})
FIELDS = frozenset(
    [
        "id",
        "type",
        "neutral",
        "verbs",
        "nouns",
        "participles",
        "phrases",
        "needs",
        "armed",
        "step",
        "needs_within",
        "needs_before",
        "needs_kinds",
        "not_forms",
        "halts",
        "tenses",
        "active",
        "passive",
        "noun_of",
        "strength",
        "also_count",
        "harm",
        "generic",
        "status",
        "not_before",
        "not_after",
        "not_near",
        "not_leads",
        "no_pronoun",
        "yields_to",
        "example",
        "reads",
    ]
)


def _load(file: Path) -> list[dict[str, Any]]:
    content = yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader)
    if isinstance(content, dict):
        return [entry for entries in content.values() for entry in entries]
    return list(content)


EVENTS = [entry for file in sorted((LEXICONS / "events").glob("*.yaml")) for entry in _load(file)]
THINGS = _load(LEXICONS / "things.yaml")
UNITS = _load(LEXICONS / "units.yaml")
WEAPONS = _load(LEXICONS / "weapons.yaml")
STATUS = _load(LEXICONS / "status.yaml")


def _by_id(entries: list[dict[str, Any]]) -> Any:
    return pytest.mark.parametrize("entry", entries, ids=[entry["id"] for entry in entries])


def _occurrences(entry: dict[str, Any], family: str) -> list[str]:
    """The words of the entry's example, folded and without proclitics, in which one of its forms stands."""
    own: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words, _ in entry_forms(Entry(family, entry["id"], entry, "", 0)):
        own[words[0]].append(words)
    forms = [token.form for token in tokenise(entry["example"]) if token.kind != "mark"]
    found = []
    for at, form in enumerate(forms):
        for _, base in splits(form):
            for words in own.get(base, ()):
                if (base, *forms[at + 1 : at + len(words)]) == words:
                    found.append(" ".join(words))
    return found


def test_ids_are_unique() -> None:
    every = [entry["id"] for entry in (*EVENTS, *THINGS, *UNITS, *WEAPONS, *STATUS)]
    assert [name for name, number in Counter(every).items() if number > 1] == []


def test_every_type_has_words() -> None:
    numbers = Counter(entry["type"] for entry in EVENTS)
    assert set(numbers) == EVENT_TYPES
    assert len(EVENT_TYPES) == 27
    assert {name: number for name, number in numbers.items() if number < 5} == {}


@_by_id(EVENTS)
def test_event_is_well_shaped(entry: dict[str, Any]) -> None:
    assert set(entry) <= FIELDS
    assert entry["id"].startswith(entry["type"] + ".")
    assert set(entry["neutral"]) == {"ar", "en"}
    assert entry["strength"] in ("strong", "weak")
    assert any(entry.get(key) for key in ("verbs", "nouns", "participles", "phrases"))
    for frame in ("active", "passive", "noun_of"):
        assert set(entry.get(frame, {}).values()) <= ROLES
    assert not entry.get("verbs") or entry.get("active") or entry.get("passive")
    assert not entry.get("nouns") or entry.get("noun_of")
    assert entry.get("also_count", "other") in COUNTS


@_by_id(EVENTS)
def test_event_stands_in_its_example(entry: dict[str, Any]) -> None:
    reads = entry["reads"]
    example = fold(entry["example"])
    assert reads["type"] == entry["type"]
    trigger = fold(reads["trigger"])
    assert trigger in example
    assert any(words in trigger or trigger in words for words in _occurrences(entry, "event"))
    if not entry.get("generic"):
        assert any(reads.get(slot) for slot in ("actors", "targets", "places", "counts", "speaker"))
    for slot in ("actors", "targets", "places"):
        assert all(text in entry["example"] for text in reads.get(slot, ()))
    assert reads.get("status", "happened") in STATUSES
    assert {count["what"] for count in reads.get("counts", ())} <= COUNTS


@_by_id([entry for entry in EVENTS if entry.get("needs")])
def test_needed_word_stands_in_the_example(entry: dict[str, Any]) -> None:
    words = [token.form for token in tokenise(entry["example"])]
    text = " ".join([base for form in words for _, base in splits(form)] + words)
    assert any(fold(needed) in text for needed in entry["needs"])


@_by_id(THINGS)
def test_thing(entry: dict[str, Any]) -> None:
    assert entry["id"] == f"{entry['kind']}.{entry['id'].split('.', 1)[1]}"
    assert entry["count"] is None or entry["count"] in COUNTS
    assert _occurrences(entry, "thing")


@_by_id(UNITS)
def test_unit(entry: dict[str, Any]) -> None:
    assert entry["measure"]
    assert entry["count"] is None or entry["count"] in COUNTS
    assert _occurrences(entry, "unit")


@_by_id(WEAPONS)
def test_weapon(entry: dict[str, Any]) -> None:
    assert entry["decides"] in EVENT_TYPES
    assert entry["role"] in ("means", "adjective", "both")
    assert _occurrences(entry, "weapon")


@_by_id(STATUS)
def test_status(entry: dict[str, Any]) -> None:
    assert entry.get("status") is None or entry["status"] in STATUSES
    assert set(entry.get("roles", {}).values()) <= ROLES
    assert "lead" in entry or _occurrences(entry, "status")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("فتحت دورية النار على سيارة مدنية", "gunfire"),
        ("استشهد ثلاثة فتية", "killing"),
        ("وخرقت المجموعات التهدئة", "ceasefire_violation"),
        ("واختطفوا طبيبين", "abduction"),
        ("تراجعت القوات إلى الخطوط الخلفية", "withdrawal"),
        ("بالمظاهرات", "protest"),
    ],
)
def test_words_are_found_under_their_type(sentence: str, expected: str) -> None:
    index: dict[str, set[str]] = defaultdict(set)
    for entry in EVENTS:
        for words, _ in entry_forms(Entry("event", entry["id"], entry, "", 0)):
            if len(words) == 1:
                index[words[0]].add(entry["type"])
    found = {name for token in tokenise(sentence) for _, base in splits(token.form) for name in index.get(base, ())}
    assert expected in found


def test_pronoun_forms_reach_the_same_words() -> None:
    assert "قصفها" in {form.form for form in with_pronouns(verb_forms("قَصَفَ"), ("ها",))}
    assert "هجماتهم" in {form.form for form in with_pronouns(noun_forms("هجوم", ["هجمات"]), ("هم",))}
