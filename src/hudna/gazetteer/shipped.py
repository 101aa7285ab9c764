"""What an import takes from the shipped tables: ids of divisions, and names known to be ordinary words."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from hudna.arabic.letters import fold
from hudna.gazetteer.heads import given_names
from hudna.gazetteer.table import NEEDS_HEAD, SEPARATOR, read_text, split_lines

_DATA = Path(__file__).with_name("data")
_SHORTEST_PLAIN_NAME = 4


@lru_cache(maxsize=1)
def divisions_by_geonames() -> dict[str, str]:
    """The id of a division («iso:SY-ID») by its GeoNames code («SY.12»)."""
    lines = [line.split("\t") for line in read_text(_DATA / "divisions.tsv").split("\n") if line[:1] not in ("", "#")]
    return {line[1]: f"iso:{line[0]}" for line in lines if line[1]}


@lru_cache(maxsize=1)
def divisions_by_name() -> dict[tuple[str, str], str]:
    """The id of a division by country and folded name."""
    return {
        (cells[7], name): cells[0]
        for cells in _places()
        if cells[1] == "admin1"
        for name in fold(cells[2]).split(SEPARATOR)
    }


@lru_cache(maxsize=1)
def _places() -> list[list[str]]:
    return split_lines(_DATA / "places.tsv")


@lru_cache(maxsize=1)
def _known() -> tuple[frozenset[str], frozenset[str]]:
    names = frozenset(name for cells in _places() for name in fold(cells[2]).split(SEPARATOR))
    flagged = frozenset(flag for cells in _places() if cells[9] for flag in cells[9].split(SEPARATOR))
    return names, flagged


def flags_of(names: tuple[str, ...]) -> tuple[str, ...]:
    """Which of some new names to flag as ordinary words, folded.

    Those flagged in the shipped table; of the others given names, very short words and single words with the article,
    which are mostly nouns («المزرعة», «الشيخ»).
    """
    return tuple(flag for name in dict.fromkeys(map(fold, names)) for flag in _flag(name))


def _flag(name: str) -> tuple[str, ...]:
    known, flagged = _known()
    if NEEDS_HEAD + name in flagged:
        return (NEEDS_HEAD + name,)
    if name in flagged:
        return (name,)
    words = name.split(" ")
    plain = len(words) == 1 and name not in known and (len(name) < _SHORTEST_PLAIN_NAME or name.startswith("ال"))
    return (name,) if plain or all(word in given_names() for word in words) else ()
