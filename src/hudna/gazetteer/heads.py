"""Words that stand before or after a place name and say what it is: «مدينة», «ريف», «شمال», «الشرقي»."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from hudna.gazetteer.table import read_text

_OTHER_KINDS = ("direction", "given", "capital")
_FILE = Path(__file__).with_name("data") / "heads.tsv"


@dataclass(frozen=True, slots=True)
class PlaceHead:
    """What a word before a place name says.

    `kind` is the kind of place that it heads, «outskirts» for words like «أطراف», «compass» for the sides of the
    compass. `precision` is how exact the point of the following name then is. `number` is one, two or many: after two
    and many a list of names follows. `compass` marks «شمال», «جنوبي شرقي» and their like.
    """

    kind: str
    precision: str
    number: str
    compass: bool


@lru_cache(maxsize=1)
def _lines() -> tuple[tuple[str, ...], ...]:
    text = read_text(_FILE)
    return tuple(tuple(line.split("\t")) for line in text.split("\n") if line and not line.startswith("#"))


@lru_cache(maxsize=1)
def load_heads() -> dict[str, PlaceHead]:
    """Every head by its folded form; forms of two words are joined by a space («شمال شرقي»)."""
    return {
        form: PlaceHead(kind, precision, number, kind == "compass")
        for form, kind, precision, number in _lines()
        if kind not in _OTHER_KINDS
    }


@lru_cache(maxsize=1)
def direction_adjectives() -> frozenset[str]:
    """Folded adjectives that follow a name and choose a part of it: «الشمالي», «الشرقية», «الأعلى»."""
    return frozenset(line[0] for line in _lines() if line[1] == "direction")


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Folded given names and parts of them («صالح», «عبد»): a place called so is a place only after a place head."""
    return frozenset(line[0] for line in _lines() if line[1] == "given")


@lru_cache(maxsize=1)
def capital_adjectives() -> dict[str, str]:
    """The folded name of a capital by the folded adjective of its country («العراقية» → «بغداد»)."""
    return {form: name for form, kind, name, _ in _lines() if kind == "capital"}
