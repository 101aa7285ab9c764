"""JSON columns in as few bytes as they need: Arabic letters as they are, no blanks."""

from __future__ import annotations

import json
from typing import Any


class CompactEncoder(json.JSONEncoder):
    """Writes letters as they are and no blanks."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "ensure_ascii": False, "separators": (",", ":")})
