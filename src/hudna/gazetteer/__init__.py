"""Places: names, points, hierarchy, homonyms, and the import of further tables."""

from hudna.gazetteer.gazetteer import Gazetteer
from hudna.gazetteer.heads import PlaceHead, capital_adjectives, direction_adjectives, given_names, load_heads
from hudna.gazetteer.importer import ImportReport, import_table
from hudna.gazetteer.place import Place
from hudna.gazetteer.resolve import kilometres, resolve
from hudna.gazetteer.table import GazetteerError

__all__ = [
    "Gazetteer",
    "GazetteerError",
    "ImportReport",
    "Place",
    "PlaceHead",
    "capital_adjectives",
    "direction_adjectives",
    "given_names",
    "import_table",
    "kilometres",
    "load_heads",
    "resolve",
]
