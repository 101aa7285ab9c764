"""Words that take sides by themselves, with the neutral label of what they mean: `loaded_words.yaml` of each folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hudna.arabic.clitics import splits
from hudna.arabic.letters import fold
from hudna.lexicon.entries import LexiconError, read_yaml
from hudna.lexicon.forms import words_of

FILE = "loaded_words.yaml"
Label = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Group:
    """Under what a word for a kind of people is told, and whether it takes sides."""

    topic: str
    label: Label
    loaded: bool


@dataclass(frozen=True, slots=True)
class LoadedWords:
    """The loaded words of some lexicon folders, by their folded form."""

    events: Mapping[str, Label | None]
    """Words for an event, with the label of what they mean where it is another than that of their entry."""
    groups: Mapping[str, Group]
    """Words for kinds of people, plain and loaded."""


def load_loaded_words(folders: Sequence[Path]) -> LoadedWords:
    """What the folders say; a later folder goes before an earlier one. LexiconError names file and line of a fault."""
    events: dict[str, Label | None] = {}
    groups: dict[str, Group] = {}
    for problem in loaded_problems(folders):
        raise LexiconError("{}:{}: {}".format(*problem))
    for _, data in _files(folders):
        for entry in data.get("events") or ():
            events.update((fold(word), _label(entry)) for word in entry["words"])
        for entry in data.get("groups") or ():
            for loaded in (False, True):
                told = Group(entry["topic"], entry["label"], loaded)
                groups.update((fold(word), told) for word in entry.get("loaded" if loaded else "plain") or ())
    return LoadedWords(events, groups)


def loaded_problems(folders: Sequence[Path]) -> Iterator[tuple[str, int, str]]:
    """What is wrong in the files: file, line, and how to mend it."""
    for file, data in _files(folders):
        for section, needed in (("events", ("words", "example")), ("groups", ("topic", "label", "loaded", "example"))):
            for entry in data.get(section) or ():
                for message in _messages(entry, needed):
                    yield str(file), entry.get("__line__", 0), message


def _messages(entry: dict[str, Any], needed: Sequence[str]) -> Iterator[str]:
    missing = [name for name in needed if not entry.get(name)]
    if missing:
        yield f"an entry of {FILE} needs {', '.join(missing)}"
        return
    label = entry.get("label")
    if label is not None and not (label.get("ar") and label.get("en")):
        yield "a label is given in both languages: label: {ar: …, en: …}"
    words = [words_of(word) for word in entry.get("words") or entry["loaded"]]
    if not any(_holds(words_of(entry["example"]), word) for word in words):
        yield f"the example «{entry['example']}» holds none of the loaded words"


def _holds(text: Sequence[str], word: Sequence[str]) -> bool:
    """Whether the words of a text hold these, the first with a proclitic, the article or the alif of the accusative."""
    forms = {word[0], f"{word[0]}ا", f"ال{word[0]}"}
    for at in range(len(text) - len(word) + 1):
        first = {base for _, base in splits(text[at])}
        if forms & first and tuple(text[at + 1 : at + len(word)]) == tuple(word[1:]):
            return True
    return False


def _label(entry: Mapping[str, Any]) -> Label | None:
    label: Label | None = entry.get("label")
    return label


def _files(folders: Sequence[Path]) -> Iterator[tuple[Path, dict[str, Any]]]:
    for folder in folders:
        if (file := folder / FILE).is_file():
            yield file, read_yaml(file) or {}
