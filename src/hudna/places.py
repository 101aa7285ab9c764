"""The gazetteer that everything beside the reader shares: the shipped places and those that were imported."""

from __future__ import annotations

from functools import lru_cache

from hudna.gazetteer import Gazetteer
from hudna.home import imported_tables


@lru_cache(maxsize=1)
def default_gazetteer() -> Gazetteer:
    """The shipped and imported places, loaded once."""
    return Gazetteer.load(imported_tables())
