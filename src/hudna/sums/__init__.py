"""Tallies: totals with their parts as told, and the checks whether figures fit each other."""

from hudna.sums.breakdowns import Breakdown, read_breakdowns
from hudna.sums.checks import check_sums

__all__ = ["Breakdown", "check_sums", "read_breakdowns"]
