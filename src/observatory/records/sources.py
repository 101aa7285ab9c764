"""What a run takes documents from: a file, an address, or documents that are at hand already."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from hudna.sources import Defaults, Refusal, SourceDocument, read_source
from observatory.records.originals import hash_of_file

Found = Iterator[SourceDocument | Refusal]


class DocumentSource(Protocol):
    """Something that documents come from."""

    @property
    def name(self) -> str:
        """What a person calls it."""
        ...

    def size(self) -> int:
        """Its bytes, as far as they are known before it is read."""
        ...

    def mark(self) -> str | None:
        """What it is known again by, None where it must be read to know what it holds."""
        ...

    def documents(self) -> Found:
        """Its documents and refusals, in order."""
        ...


@dataclass(frozen=True, slots=True)
class FileSource:
    """A file of one or many documents."""

    path: Path
    defaults: Defaults = field(default_factory=Defaults)
    kind: str | None = None

    @property
    def name(self) -> str:
        """The file's name."""
        return str(self.path)

    def size(self) -> int:
        """The file's length; 0 where there is none."""
        try:
            return self.path.stat().st_size
        except OSError:
            return 0

    def mark(self) -> str | None:
        """The hash of its bytes and of what the user says about its documents."""
        try:
            digest = hash_of_file(self.path)
        except OSError:
            return None
        return hashlib.sha256(f"{digest} {self.defaults!r} {self.kind}".encode()).hexdigest()

    def documents(self) -> Found:
        """What the file holds."""
        return read_source(self.path, self.defaults, self.kind)


@dataclass(frozen=True, slots=True)
class GivenSource:
    """Documents that were fetched already, for instance from a feed."""

    name: str
    found: Iterable[SourceDocument | Refusal]

    def size(self) -> int:
        """Not known."""
        return 0

    def mark(self) -> str | None:
        """None: the documents are at hand."""
        return None

    def documents(self) -> Found:
        """The documents."""
        return iter(self.found)


@dataclass(frozen=True, slots=True)
class WebSource:
    """An address on the web."""

    name: str
    defaults: Defaults = field(default_factory=Defaults)

    def size(self) -> int:
        """Not known before it is fetched."""
        return 0

    def mark(self) -> str | None:
        """None: what stands there may have changed."""
        return None

    def documents(self) -> Found:
        """What is fetched, or why nothing is."""
        from observatory.feeds.client import Client, FetchError
        from observatory.feeds.poll import fetch

        try:
            with Client() as client:
                yield from fetch(self.name, client, self.defaults)
        except FetchError as error:
            yield Refusal(self.name, error.problem, error.remedy)
