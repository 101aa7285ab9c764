"""The compiled lexicon: an index from words to entries, kept in a cache that follows every edit of the YAML files."""

from __future__ import annotations

import hashlib
import marshal
import sys
import tempfile
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from hudna.lexicon.entries import Entry, LexiconError, extra_folders, lexicon_files, lexicon_folder, read_entries
from hudna.lexicon.forms import Features, entry_forms

_SHAPE = 5
"""Raised whenever the layout of the cache changes."""

_KEPT = 5
"""How many compiled lexicons stay in the cache, for those who work with several folders."""
Row = tuple[tuple[str, ...], int, int]
"""A form in the cache: the words after the first, the entry's number, the features' number."""
IndexedForm = tuple[tuple[str, ...], Entry, Features]


class Lexicon:
    """All entries with an index from the first folded word of each form to (rest of the words, entry, features)."""

    def __init__(
        self, entries: list[Entry], index: dict[str, tuple[IndexedForm, ...]], version: str, folders: tuple[Path, ...]
    ) -> None:
        self.entries = entries
        self.index = index
        self.version = version
        self.folders = folders
        self.by_id = {entry.id: entry for entry in entries}

    def family(self, family: str) -> list[Entry]:
        """The entries of one family, in file order."""
        return [entry for entry in self.entries if entry.family == family]


def build_index(entries: Iterable[Entry]) -> tuple[dict[str, tuple[Row, ...]], list[Features]]:
    """First word → ((rest, entry number, features number), …), longest rest first; and the features by number."""
    features: dict[Features, int] = {}
    found: dict[str, dict[tuple[tuple[str, ...], int, str], int]] = {}
    for number, entry in enumerate(entries):
        try:
            for words, form in entry_forms(entry):
                code = features.setdefault(form, len(features))
                found.setdefault(words[0], {}).setdefault((words[1:], number, form.part), code)
        except (KeyError, TypeError, ValueError, IndexError) as error:
            where = f"{entry.file}:{entry.line}"
            raise LexiconError(
                f"{where}: entry «{entry.id}» cannot be inflected ({error!r}): see docs/LEXICON.md"
            ) from error
    index = {
        word: tuple(
            sorted(((rest, n, c) for (rest, n, _), c in forms.items()), key=lambda form: (-len(form[0]), form[1]))
        )
        for word, forms in found.items()
    }
    return index, list(features)


def _digest(folders: tuple[Path, ...]) -> str:
    digest = hashlib.sha256(f"{_SHAPE} {sys.version_info[:2]}".encode())
    weights = [(folder, file) for folder in folders for file in sorted(folder.glob("weights/*.tsv"))]
    for folder, file in (*lexicon_files(folders), *weights):
        digest.update(file.relative_to(folder).as_posix().encode())
        digest.update(file.read_bytes())
    inflection = Path(__file__).resolve().parent.parent / "arabic"
    for module in (
        *sorted(inflection.glob("inflection*.py")),
        inflection / "letters.py",
        Path(__file__).parent / "forms.py",
        Path(__file__).parent / "entries.py",
    ):
        digest.update(module.read_bytes())
    return digest.hexdigest()[:16]


def _compile(folders: tuple[Path, ...]) -> dict[str, Any]:
    entries = list(read_entries(folders))
    index, features = build_index(entries)
    rows = [(e.family, e.id, e.data, e.file, e.line) for e in entries]
    return {"entries": rows, "index": index, "features": [tuple(form) for form in features]}


def _load_or_compile(folders: tuple[Path, ...], version: str) -> dict[str, Any]:
    cache = user_cache_path("hudna") / f"lexicon-{version}.bin"
    try:
        stored: dict[str, Any] = marshal.loads(cache.read_bytes())
        return stored
    except (OSError, ValueError, EOFError, TypeError):
        compiled = _compile(folders)
    try:
        cache.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=cache.parent, delete=False) as fresh:
            fresh.write(marshal.dumps(compiled))
        Path(fresh.name).replace(cache)
        kept = sorted(cache.parent.glob("lexicon-*.bin"), key=lambda file: file.stat().st_mtime, reverse=True)
        for stale in kept[_KEPT:]:
            stale.unlink(missing_ok=True)
    except OSError:
        pass  # a read-only home only costs the next start a compilation
    return compiled


def load_lexicon(folders: tuple[Path, ...]) -> Lexicon:
    """The lexicon of these folders. LexiconError names the file and line of what cannot be used."""
    version = _digest(folders)
    stored = _load_or_compile(folders, version)
    entries = [Entry(*row) for row in stored["entries"]]
    features = [Features(*form) for form in stored["features"]]
    index = {
        word: tuple([(rest, entries[number], features[code]) for rest, number, code in forms])
        for word, forms in stored["index"].items()
    }
    return Lexicon(entries, index, version, folders)


@lru_cache(maxsize=1)
def default_lexicon() -> Lexicon:
    """The shipped lexicon and the folders named in HUDNA_LEXICONS, loaded once."""
    return load_lexicon((lexicon_folder(), *extra_folders()))
