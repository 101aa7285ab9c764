"""Checks lexicon files: shape, unique ids, known types and roles, and every entry against its own example."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hudna.lexicon.entries import Entry, LexiconError, read_entries
from hudna.lexicon.forms import entry_forms, words_of
from hudna.lexicon.loaded import loaded_problems
from hudna.lexicon.match import Matcher
from hudna.lexicon.store import Lexicon, load_lexicon
from hudna.lexicon.types import EVENT_TYPES, ROLES

_NEEDS_EXAMPLE = frozenset({"event", "actor", "group", "title", "nationality", "thing", "weapon", "status", "verb"})


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a lexicon: where, what, and how to mend it."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


def check_lexicon(folders: tuple[Path, ...]) -> list[Problem]:
    """Every problem of the entries of these folders, in file order; empty when all is well."""
    try:
        entries = list(read_entries(folders))
        lexicon = load_lexicon(folders)
    except LexiconError as error:
        return [Problem("", 0, str(error))]
    problems: list[Problem] = []
    seen: dict[str, Entry] = {}
    matcher = Matcher(lexicon)
    for entry in entries:
        if entry.id in seen:
            other = seen[entry.id]
            problems.append(
                _problem(entry, f"the id «{entry.id}» stands at {other.file}:{other.line} too: choose another")
            )
        seen[entry.id] = entry
        problems.extend(_problem(entry, message) for message in _entry_messages(entry, lexicon, matcher))
    problems.extend(Problem(*found) for found in loaded_problems(folders))
    return problems


def _problem(entry: Entry, message: str) -> Problem:
    return Problem(entry.file, entry.line, message)


def _entry_messages(entry: Entry, lexicon: Lexicon, matcher: Matcher) -> Iterator[str]:
    if entry.family == "event":
        yield from _event_messages(entry)
    if entry.family == "actor":
        yield from _actor_messages(entry, lexicon)
    if entry.data.get("lead"):
        return  # read off a proclitic («س»), not off a form
    if not any(True for _ in entry_forms(entry)):
        yield f"«{entry.id}» has no form: give it verbs, nouns, phrases or a name"
        return
    if entry.family in _NEEDS_EXAMPLE:
        yield from _example_messages(entry, matcher)


def _event_messages(entry: Entry) -> Iterator[str]:
    if entry.data.get("type") not in EVENT_TYPES:
        yield f"«{entry.data.get('type')}» is no event type: use one of {', '.join(sorted(EVENT_TYPES))}"
    neutral = entry.data.get("neutral") or {}
    if not neutral.get("ar") or not neutral.get("en"):
        yield f"«{entry.id}» needs a neutral label in both languages: neutral: {{ar: …, en: …}}"
    for frame in ("active", "passive", "noun_of"):
        for key, role in (entry.data.get(frame) or {}).items():
            if key != "__line__" and role not in ROLES:
                yield f"{frame}: «{role}» is no role for {key}: use one of {', '.join(sorted(ROLES))}"


def _actor_messages(entry: Entry, lexicon: Lexicon) -> Iterator[str]:
    for field in ("side", "parent"):
        target = entry.data.get(field)
        if target and target not in lexicon.by_id:
            yield f"{field}: there is no entry «{target}»"


def _example_messages(entry: Entry, matcher: Matcher) -> Iterator[str]:
    example = entry.data.get("example")
    if not example:
        yield f"«{entry.id}» has no example: add a sentence of your own that holds one of its forms"
        return
    if not matcher.holds(words_of(str(example)), entry):
        yield f"the example «{example}» does not hold a form of «{entry.id}»"
