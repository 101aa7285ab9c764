"""The ISO code of a country that a source names in words."""

from __future__ import annotations

from functools import lru_cache

_CODE_LENGTH = 2


def country_code(name: str | None) -> str | None:
    """The code of a country's English or Arabic name as the lexicon knows it, or of a code; None for another name."""
    if not name:
        return None
    if len(name) == _CODE_LENGTH and name.isascii() and name.isalpha():
        return name.upper()
    from hudna.arabic.letters import fold

    return _codes().get(fold(name).lower())


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    from hudna.arabic.letters import fold
    from hudna.lexicon.store import default_lexicon

    found: dict[str, str] = {}
    for entry in default_lexicon().family("actor"):
        if entry.id.endswith(".state") and entry.data.get("country"):
            names = (entry.data["name"]["ar"], entry.data["name"]["en"], *entry.data.get("aliases", ()))
            found.update({fold(str(name)).lower(): str(entry.data["country"]) for name in names})
    return found
