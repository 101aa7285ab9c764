"""Measures readings against gold files by the codebook: figures overall, by slot and by type, and every error."""

from __future__ import annotations

from hudna.evaluation.figures import ClaimError, Difference, Evaluation, Ratio
from hudna.evaluation.inputs import GoldDocument, InputError, load_gold, load_predictions
from hudna.evaluation.page import render_html
from hudna.evaluation.report import render_text
from hudna.evaluation.score import compare, evaluate

__all__ = [
    "ClaimError",
    "Difference",
    "Evaluation",
    "GoldDocument",
    "InputError",
    "Ratio",
    "compare",
    "evaluate",
    "load_gold",
    "load_predictions",
    "render_html",
    "render_text",
]
