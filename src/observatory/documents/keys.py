"""Keys of documents in addresses: their own for who sees everything, else one that says nothing.

A document's own key is made of its bytes: who has the article could find out that it is in the record.
"""

from __future__ import annotations

import threading

from hudna import protect
from hudna.protect import Profile
from observatory.records.models import Document


def public_key(key: str, profile: Profile) -> str:
    """The key under which a profile knows a document."""
    return protect.public_key(key, "document", profile)


class Keys:
    """The way back from public keys. Documents are only ever added, so that each is looked at once a process."""

    def __init__(self) -> None:
        self._known: dict[str, dict[str, str]] = {}
        self._last: dict[str, tuple[int, str]] = {}
        self._lock = threading.Lock()

    def own_key(self, key: str, profile: Profile) -> str | None:
        """The document's own key of a key in an address; None for a key of no document."""
        if profile.addresses == "full":
            return key
        known = self._known.setdefault(profile.name, {})
        if key not in known:
            with self._lock:
                self._look_further(known, profile)
        return known.get(key)

    def _look_further(self, known: dict[str, str], profile: Profile) -> None:
        number, own = self._last.get(profile.name, (0, ""))
        if number and not Document.objects.filter(pk=number, key=own).exists():  # another record stands there now
            number = 0
            known.clear()
        added = Document.objects.filter(pk__gt=number).order_by("pk").values_list("pk", "key")
        for last, key in added.iterator():
            known[public_key(key, profile)] = key
            self._last[profile.name] = (last, key)


keys = Keys()
