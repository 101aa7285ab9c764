"""Where documents come from: files and bytes in the formats that reporting is kept in.

`read_source(path)` and `read_bytes(data, …)` give `SourceDocument`s and `Refusal`s. Nothing here opens a connection.
"""

from hudna.sources.open import MEDIA_TYPES, kind_of_bytes, kind_of_name, read_bytes, read_source, unopened
from hudna.sources.source import Defaults, Refusal, SourceDocument

__all__ = [
    "MEDIA_TYPES",
    "Defaults",
    "Refusal",
    "SourceDocument",
    "kind_of_bytes",
    "kind_of_name",
    "read_bytes",
    "read_source",
    "unopened",
]
