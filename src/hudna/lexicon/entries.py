"""Lexicon entries as they stand in the YAML files, with the file and line that each comes from."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FAMILIES = {
    "events": "event",
    "actors": "actor",
    "people_groups": "group",
    "titles": "title",
    "nationalities": "nationality",
    "things": "thing",
    "units": "unit",
    "weapons": "weapon",
    "status": "status",
    "common_verbs": "verb",
    "speech": "speech",
    "function_words": "function",
}
"""File or folder name under `lexicons/` → family of its entries. Other files belong to their own readers."""


class LexiconError(ValueError):
    """A lexicon file cannot be used; the message names the file, the line and the remedy."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its family, id, data as written, and where it stands."""

    family: str
    id: str
    data: dict[str, Any]
    file: str
    line: int

    @property
    def source(self) -> str:
        """The entry as named in a claim's provenance: id and file:line."""
        return f"{self.id} ({self.file}:{self.line})"


class _LineLoader(yaml.CSafeLoader):
    """The safe YAML loader of libyaml that notes the line on which each mapping begins."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        mapping = super().construct_mapping(node, deep=deep)
        mapping["__line__"] = node.start_mark.line + 1
        return mapping


def lexicon_folder() -> Path:
    """The folder of the shipped lexicons: inside the package, or at the root of a checkout."""
    packaged = Path(__file__).resolve().parent.parent / "lexicons"
    if packaged.is_dir():
        return packaged
    return Path(__file__).resolve().parents[3] / "lexicons"


def extra_folders() -> tuple[Path, ...]:
    """Folders of an analyst's own lexicon files, from the environment variable HUDNA_LEXICONS."""
    value = os.environ.get("HUDNA_LEXICONS", "")
    return tuple(Path(part) for part in value.split(os.pathsep) if part)


def lexicon_files(folders: tuple[Path, ...]) -> list[tuple[Path, Path]]:
    """Every YAML file of the folders, as (folder, file), in a fixed order."""
    return [(folder, file) for folder in folders for file in sorted(folder.rglob("*.yaml"))]


def family_of(folder: Path, file: Path) -> str | None:
    """The family that a file's name or folder gives its entries; None for files of other readers."""
    relative = file.relative_to(folder)
    return FAMILIES.get(relative.parts[0].removesuffix(".yaml"))


def read_yaml(file: Path) -> Any:
    """A YAML file with `__line__` in each mapping; LexiconError names file and line when it cannot be parsed."""
    try:
        return yaml.load(file.read_text("utf-8"), Loader=_LineLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise LexiconError(f"{file}:{line}: not valid YAML ({error.problem}): check quotes and indentation") from error


def read_entries(folders: tuple[Path, ...]) -> Iterator[Entry]:
    """The entries of all lexicon files, in file order. A section name of a file with sections becomes `section`."""
    for folder, file in lexicon_files(folders):
        family = family_of(folder, file)
        if family is None:
            continue
        name = file.relative_to(folder).as_posix()
        content = read_yaml(file)
        sections = content.items() if isinstance(content, dict) else [("", content)]
        for section, items in sections:
            if isinstance(items, list) and (family != "speech" or section == "verbs"):
                yield from _entries(items, family, name, section)


def _entries(items: list[Any], family: str, file: str, section: str) -> Iterator[Entry]:
    for item in items:
        if not isinstance(item, dict):
            raise LexiconError(f"{file}: «{item}» is not an entry: write «- id: …» with its fields below")
        data = {key: value for key, value in item.items() if key != "__line__"}
        if section:
            data.setdefault("section", section)
        label = next((word for word in map(data.get, ("one", "form", "masculine", "verb")) if word), None)
        label = label or next((data[key][0] for key in ("many", "forms", "phrases") if data.get(key)), "")
        yield Entry(family, str(data.get("id") or f"{family}.{label}"), data, file, item["__line__"])
