"""What incidents tell whoever derives something from them."""

from __future__ import annotations

from django.dispatch import Signal

incidents_written = Signal()
"""Incidents were made anew, in the transaction that writes them; `joined` are these incidents."""
