"""The bytes that documents came as, kept in hudna's data folder under their own hash."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

from hudna.home import home

_CHUNK = 1 << 20


class OriginalError(Exception):
    """Original bytes are missing or are not what they were."""


def originals_folder() -> Path:
    """The folder of all original bytes."""
    return home() / "originals"


def hash_of(data: bytes) -> str:
    """The name of bytes: their SHA-256."""
    return hashlib.sha256(data).hexdigest()


def original_path(digest: str) -> Path:
    """Where the bytes of this hash stand."""
    return originals_folder() / digest[:2] / digest[2:4] / digest


def keep_original(data: bytes, digest: str | None = None) -> str:
    """Keep the bytes and give their hash. They are whole on disk when this returns, or not there at all."""
    digest = digest or hash_of(data)
    target = original_path(digest)
    if target.exists() and target.stat().st_size == len(data):
        return digest
    target.parent.mkdir(parents=True, exist_ok=True)
    number, name = tempfile.mkstemp(dir=target.parent, prefix=".new-")
    try:
        with os.fdopen(number, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return digest


def read_original(digest: str) -> bytes:
    """The bytes of this hash; OriginalError when they are missing or changed."""
    try:
        data = original_path(digest).read_bytes()
    except OSError as error:
        raise OriginalError(f"the original bytes {digest} are missing ({error.strerror})") from error
    if hash_of(data) != digest:
        raise OriginalError(f"the original bytes {digest} have been changed")
    return data


def hash_of_file(path: Path) -> str:
    """The SHA-256 of a file, read in pieces."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while piece := stream.read(_CHUNK):
            digest.update(piece)
    return digest.hexdigest()
