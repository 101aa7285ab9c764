"""What the record tells whoever derives something from it."""

from __future__ import annotations

from django.dispatch import Signal

readings_written = Signal()
"""Documents got a reading, in the transaction that writes it; `documents` are their numbers."""
