"""The words of the pages, in Arabic and English: `words.yaml` of this folder and of every application beside it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from hudna.labels import COUNTS, FIELDS, FINDINGS, NOTES, QUALIFIERS, STATUSES, TYPES, Label, Language

_FILE = "words.yaml"
_APPLICATIONS = Path(__file__).parents[1]
LABELS: dict[str, dict[str, Label]] = {
    "type": TYPES,
    "status": STATUSES,
    "count": COUNTS,
    "qualifier": QUALIFIERS,
    "finding": FINDINGS,
    "field": FIELDS,
    "note": NOTES,
}
LANGUAGES: tuple[Language, ...] = ("ar", "en")


class UnknownWordError(KeyError):
    """A page asked for words that the catalogue lacks."""


@cache
def catalogue() -> dict[str, Label]:
    """Every entry by its dotted key, for instance «today.title»; no two files may give the same key."""
    found: dict[str, Label] = {}
    for path in sorted(_APPLICATIONS.glob(f"*/{_FILE}")):
        for key, words in _flat(yaml.safe_load(path.read_text(encoding="utf-8")), "", path):
            if key in found:
                raise UnknownWordError(f"{path.parent.name}/{_FILE}: «{key}» is given twice")
            found[key] = words
    return found


def _flat(tree: dict[str, object], lead: str, path: Path) -> list[tuple[str, Label]]:
    found: list[tuple[str, Label]] = []
    for key, value in tree.items():
        if isinstance(value, dict) and set(value) == set(LANGUAGES):
            found.append((lead + key, Label(str(value["ar"]), str(value["en"]))))
        elif isinstance(value, dict):
            found += _flat(value, f"{lead}{key}.", path)
        else:
            raise UnknownWordError(f"{path.parent.name}/{_FILE}: «{lead}{key}» needs the two words ar and en")
    return found


def say(key: str, language: Language, **values: object) -> str:
    """The words of a key, with `{name}` filled in; UnknownWordError for a key that the catalogue lacks."""
    found = catalogue().get(key)
    if found is None:
        raise UnknownWordError(f"no {_FILE} has «{key}»")
    return found.in_(language).format(**values) if values else found.in_(language)


def label(group: str, key: str, language: Language) -> str:
    """The name of a type, status, count, qualifier, finding or field; an unknown one is shown as it is."""
    found = LABELS[group].get(key)
    return found.in_(language) if found else key
