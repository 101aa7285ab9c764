"""hudna's data folder: what a user imports or makes is kept there, apart from what is shipped."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_data_path


def home() -> Path:
    """The data folder: the environment variable HUDNA_HOME, or the platform's place for it."""
    named = os.environ.get("HUDNA_HOME")
    return Path(named) if named else user_data_path("hudna")


def imported_tables() -> tuple[Path, ...]:
    """The gazetteer tables that `hudna gazetteer import` has put into the data folder, in a fixed order."""
    return tuple(sorted((home() / "gazetteer").glob("*.tsv")))
