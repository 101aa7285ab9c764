"""hudna reads Arabic conflict reporting into claims: who says what happened, where, when, to whom, how many."""

from __future__ import annotations

from datetime import date

from hudna.records import Claim, Document, Finding, Reading

__all__ = ["Claim", "Document", "Finding", "Reading", "read"]
__version__ = "0.1.0"


def read(
    text: str,
    published: date | None = None,
    outlet: str | None = None,
    *,
    id: str | None = None,
    title: str | None = None,
) -> Reading:
    """Read an Arabic text into claims and findings. The lexicon and gazetteer are loaded at the first call.

    `published` is the day from which «أمس» and weekdays are reckoned; without it relative dates keep their words and
    have no days. `outlet`, `id` and `title` are kept with the document.

    >>> read("قصفت مدفعية الجيش القرية").claims[0].type
    'shelling'
    """
    from hudna.pipeline import default_reader

    return default_reader().read(Document(text, id, title, published, outlet))
