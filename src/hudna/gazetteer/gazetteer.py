"""The gazetteer in memory: places by folded name, and an index by first word for longest match."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from hudna.arabic.letters import fold
from hudna.gazetteer.place import PRECISIONS, Place, name_weight
from hudna.gazetteer.resolve import resolve
from hudna.gazetteer.table import NEEDS_HEAD, SEPARATOR, GazetteerError, split_lines

_FILE = Path(__file__).with_name("data") / "places.tsv"

FirstWords = dict[str, tuple[tuple[tuple[str, ...], tuple[Place, ...]], ...]]


class Gazetteer:
    """Places by name. Made by `load`; never changed afterwards.

    `first_words` maps the first folded word of a name to (further words, places), the longest name first, so that
    whoever walks over tokens asks once for a token and takes the first entry whose further words follow.
    """

    __slots__ = ("_by_id", "_by_name", "_common", "_needs_head", "first_words")

    def __init__(self, by_name: dict[str, tuple[Place, ...]], flags: frozenset[str]) -> None:
        self._by_name = by_name
        self._needs_head = frozenset(flag[1:] for flag in flags if flag.startswith(NEEDS_HEAD))
        self._common = self._needs_head | {flag for flag in flags if not flag.startswith(NEEDS_HEAD)}
        self._by_id = {place.id: place for places in by_name.values() for place in places}
        self.first_words: FirstWords = _index(by_name)

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> Gazetteer:
        """The shipped places, with the tables of `extra` (made by `import_table`) added.

        A place of an extra table replaces the shipped one of the same id.
        """
        rows = split_lines(_FILE)
        flags = _flags(rows)
        places = _read(rows, _FILE)
        for path in extra:
            more = split_lines(path)
            flags |= _flags(more)
            places.update(_read(more, path))
        return cls(_by_name(places), flags)

    def lookup(self, folded_name: str) -> tuple[Place, ...]:
        """All places of a folded name, the likeliest first; empty when there is none."""
        return self._by_name.get(folded_name, ())

    def resolve(
        self,
        candidates: Sequence[Place],
        country_hint: str | None = None,
        admin1_hint: str | None = None,
        near: tuple[float, float] | None = None,
        kind: str | None = None,
    ) -> Place | None:
        """The place meant among homonyms; see `hudna.gazetteer.resolve.resolve`."""
        return resolve(candidates, country_hint, admin1_hint, near, kind)

    def by_id(self, place_id: str) -> Place | None:
        """The place of an id."""
        return self._by_id.get(place_id)

    def is_common_word(self, folded_name: str) -> bool:
        """Whether a name is also an ordinary word or a given name («الباب», «صالح»).

        Such a name is a place only after a place head or a preposition of place with no other reading.
        """
        return folded_name in self._common

    def needs_head(self, folded_name: str) -> bool:
        """Whether a common name is so ordinary that only a place head makes it a place («بلدة الصور», «حي القدم»)."""
        return folded_name in self._needs_head

    def __len__(self) -> int:
        return len(self._by_id)


def _flags(rows: list[list[str]]) -> frozenset[str]:
    return frozenset(flag for cells in rows if cells[9] for flag in cells[9].split(SEPARATOR))


_Named = tuple[Place, list[str]]


def _read(rows: list[list[str]], path: Path) -> dict[str, _Named]:
    found: dict[str, _Named] = {}
    precisions = PRECISIONS
    for number, cells in enumerate(rows, start=2):
        identity, kind, names, english, latitude, longitude, population, country, admin1, _ = cells
        try:
            place = Place(
                identity,
                names.split(SEPARATOR, 1)[0],
                english,
                kind,
                (float(latitude), float(longitude)) if latitude else None,
                precisions[kind],
                admin1,
                country,
                int(population) if population else 0,
            )
        except ValueError as error:
            raise GazetteerError(f"{path}, row {number}: not a number ({error}). Import the source again.") from error
        found[identity] = (place, fold(names).split(SEPARATOR))
    return found


def _by_name(places: dict[str, _Named]) -> dict[str, tuple[Place, ...]]:
    first_names = {identity: names[0] for identity, (_, names) in places.items()}
    regions = {identity: names[0] for identity, (place, names) in places.items() if place.kind == "admin1"}
    by_name: dict[str, list[Place]] = {}
    for place, names in places.values():
        for name in names:
            same = by_name.get(name)
            if same is None:
                by_name[name] = [place]
            elif same[-1] is not place:
                same.append(place)
    for name, same in by_name.items():
        if len(same) > 1:
            same.sort(key=lambda place: (-name_weight(place, name, first_names[place.id], regions), place.id))
    return {name: tuple(same) for name, same in by_name.items()}


def _index(by_name: dict[str, tuple[Place, ...]]) -> FirstWords:
    gathered: dict[str, list[tuple[tuple[str, ...], tuple[Place, ...]]]] = {}
    for name, places in by_name.items():
        first, *rest = name.split(" ")
        entry = (tuple(rest), places)
        same = gathered.get(first)
        if same is None:
            gathered[first] = [entry]
        else:
            same.append(entry)
    for entries in gathered.values():
        if len(entries) > 1:
            entries.sort(key=lambda entry: -len(entry[0]))
    return {first: tuple(entries) for first, entries in gathered.items()}
