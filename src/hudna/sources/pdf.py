"""A PDF with a text layer. Its letters stand where they are drawn, from left to right; they are put back in the order
in which they are read, by the Unicode bidirectional algorithm."""

from __future__ import annotations

import io
import re
import unicodedata
from itertools import pairwise
from typing import Any

import pdfplumber
from bidi import get_display
from pdfminer.pdfparser import PDFSyntaxError
from pdfplumber.utils.exceptions import PdfminerException
from pdfplumber.utils.text import extract_text

from hudna.sources.encodings import UnreadableError, require_arabic
from hudna.sources.source import Defaults, Refusal, SourceDocument

MEDIA_TYPE = "application/pdf"
_ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
_ENDS = (".", "؟", "!", ":", "…")
_FULL_LINE = 0.75
_PAIRS = (("(", ")"), ("«", "»"), ("[", "]"))
_PRESENTATION = re.compile(r"[\ufb50-\ufdff\ufe70-\ufefc]+")


def read_pdf(data: bytes, where: str, defaults: Defaults) -> SourceDocument | Refusal:
    """The text of a PDF, line by line in reading order; a PDF of pictures alone is refused."""
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            text = _paired("\n\n".join(filter(None, (_page_text(page.chars) for page in pdf.pages))))
            title = (pdf.metadata or {}).get("Title")
    except (PdfminerException, PDFSyntaxError, ValueError) as error:
        return Refusal(where, f"is no readable PDF ({error})", "fetch it again, or print it to PDF anew", len(data))
    if not text.strip():
        remedy = "run text recognition (OCR) on it first, and check its result by eye"
        return Refusal(where, "the PDF has no text layer", remedy, len(data))
    try:
        require_arabic(text)
    except UnreadableError as error:
        return Refusal(where, error.problem, error.remedy, len(data))
    return SourceDocument(
        text,
        data,
        where,
        MEDIA_TYPE,
        id=where,
        title=title if isinstance(title, str) and title.strip() else None,
        outlet=defaults.outlet,
        address=defaults.address,
        published=defaults.published,
    )


def _page_text(characters: list[dict[str, Any]]) -> str:
    # Fonts that draw dots apart from their letter name them with control characters: they are no text.
    letters = [_single(character) for character in characters if character["text"].isprintable()]
    if not letters:
        return ""
    drawn = extract_text(letters, x_tolerance_ratio=0.2)
    return _paragraphs([_reading_order(line) for line in drawn.splitlines()])


def _paragraphs(lines: list[str]) -> str:
    """Lines that fill the page's width and end no sentence run on into the next line."""
    full = _FULL_LINE * max(map(len, lines))
    text = lines[0]
    for before, line in pairwise(lines):
        runs_on = len(before) >= full and not before.rstrip().endswith(_ENDS)
        text += (" " if runs_on else "\n") + line
    return text


def _single(character: dict[str, Any]) -> dict[str, Any]:
    """The character on its baseline, so that fonts of other heights stay in its line; a ligature whose letters the
    file names in reading order («لا») is turned as the rest of its line is."""
    text = character["text"]
    moved = character["y0"] - character["matrix"][5]
    level = {name: character[name] + moved for name in ("top", "bottom", "doctop")}
    return {**character, **level, "text": text[::-1] if len(text) > 1 and _ARABIC.search(text) else text}


def _reading_order(line: str) -> str:
    """A line from its drawn order to the order in which it is read; lines without Arabic stay as they are."""
    if not _ARABIC.search(line):
        return line
    turned = get_display(line, base_dir="R")
    return _PRESENTATION.sub(lambda found: unicodedata.normalize("NFKC", found[0]), str(turned))


def _paired(text: str) -> str:
    """Brackets and quotation marks that open before a word.

    Some programs name a mirrored bracket by the form that is drawn, others by its meaning, so that the algorithm above
    turns the latter once too often.
    """
    for opening, closing in _PAIRS:
        right = len(re.findall(rf"(?<!\w){re.escape(opening)}\w|\w{re.escape(closing)}(?!\w)", text))
        wrong = len(re.findall(rf"(?<!\w){re.escape(closing)}\w|\w{re.escape(opening)}(?!\w)", text))
        if wrong > right:
            text = text.translate({ord(opening): closing, ord(closing): opening})
    return text
