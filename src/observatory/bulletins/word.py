"""A bulletin as a DOCX file; Arabic runs from right to left, in the document and in each of its tables."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from hudna.protect import Profile
from observatory.bulletins.content import Sentence
from observatory.bulletins.draft import name_of, range_words
from observatory.bulletins.sources import name_of_source
from observatory.bulletins.versions import Edition
from observatory.documents.fields import Voice
from observatory.ui import numerals, words

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_FONT = "Noto Sans Arabic"


class _Paper:
    """A document being written in one language."""

    def __init__(self, voice: Voice) -> None:
        self.voice, self.is_arabic = voice, voice.language == "ar"
        self.document: Any = Document()
        normal = self.document.styles["Normal"]
        normal.font.size = Pt(10.5)
        fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
        fonts.set(qn("w:cs"), _FONT)
        if self.is_arabic:
            self.document.sections[0]._sectPr.append(OxmlElement("w:bidi"))

    def heading(self, text: str, level: int) -> None:
        """A heading."""
        self._write(self.document.add_heading(level=level), text)

    def line(self, text: str, style: str | None = None, small: bool = False) -> None:
        """A paragraph."""
        run = self._write(self.document.add_paragraph(style=style), text)
        if small:
            run.font.size = Pt(8.5)

    def table(self, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """A table, whose first column stands on the side where reading begins."""
        made = self.document.add_table(rows=1, cols=len(head), style="Light Grid Accent 1")
        if self.is_arabic:
            made._tbl.tblPr.append(OxmlElement("w:bidiVisual"))
        for values in (head, *rows):
            cells = made.rows[0].cells if values is head else made.add_row().cells
            for cell, value in zip(cells, values, strict=True):
                self._write(cell.paragraphs[0], value)

    def _write(self, paragraph: Any, text: str) -> Any:
        """Put text into a paragraph, with the marks of its direction."""
        run = paragraph.add_run(text)
        if self.is_arabic:
            properties = paragraph._p.get_or_add_pPr()
            properties.insert_element_before(OxmlElement("w:bidi"), *_AFTER_BIDI)
            paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT  # of a paragraph from right to left, the side it begins on
            run.font.rtl = True
        return run

    def data(self) -> bytes:
        """The file."""
        stream = io.BytesIO()
        self.document.save(stream)
        return stream.getvalue()


_AFTER_BIDI = (
    "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents",
    "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl", "w:divId",
    "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange",
)  # fmt: skip


def document(shown: Edition, title: str, voice: Voice, own: Profile, site: str) -> bytes:
    """The bulletin as a file of Word, in the language and digits of the reader; `site` stands before addresses."""
    paper = _Paper(voice)
    language, digits = voice.language, voice.digits
    paper.heading(title, 0)
    paper.line(numerals.days(shown.days.first, shown.days.last, language, digits))
    moment = numerals.moment(shown.as_of, language, digits)
    paper.line(f"{words.say('bulletin.as_of', language, moment=moment)} · {state_words(shown, voice)}", small=True)
    paper.table(
        [words.say("ledger.value", language), "", words.say("bulletin.days_before", language)],
        [
            (name_of(each, voice), range_words(each.low, each.high, voice),
             range_words(each.before_low, each.before_high, voice))
            for each in shown.bulletin.numbers
        ],
    )  # fmt: skip
    number = 0
    for section in shown.bulletin.sections:
        if not section.sentences:
            continue
        paper.heading(section.ar if language == "ar" else section.en, 1)
        if section.name == "violations" and shown.bulletin.violations:
            _violations(paper, shown, voice)
        for sentence in section.sentences:
            number += 1
            paper.line(f"{sentence.ar if language == 'ar' else sentence.en} [{voice.figure(number)}]")
    paper.heading(words.say("bulletin.sources", language), 1)
    for at, sentence in enumerate(shown.bulletin.sentences(), 1):
        paper.line(f"[{voice.figure(at)}] {_sources(sentence, voice, own, site)}", small=True)
    return paper.data()


def _violations(paper: _Paper, shown: Edition, voice: Voice) -> None:
    keys = ("ledger.side", "ledger.unit", "ledger.stated", "ledger.parts", "bulletin.days_without",
            "bulletin.days_before")  # fmt: skip
    paper.table(
        [words.say(key, voice.language) for key in keys],
        [
            (
                row.side[voice.language],
                row.unit[voice.language],
                voice.figure(row.stated),
                f"≠ {voice.figure(row.parts)}" if row.differs else voice.figure(row.parts),
                voice.figure(row.without),
                voice.figure(row.before),
            )
            for row in shown.bulletin.violations
        ],
    )


def state_words(shown: Edition, voice: Voice) -> str:
    """Who signed it off, or that nobody did."""
    version = shown.version
    if version is None:
        return words.say("bulletin.draft", voice.language)
    if not version.signed:
        return words.say("bulletin.edited", voice.language, person=version.person)
    moment = numerals.moment(version.made_at, voice.language, voice.digits)
    return words.say("bulletin.signed", voice.language, person=version.person, moment=moment)


def _sources(sentence: Sentence, voice: Voice, own: Profile, site: str) -> str:
    """The sources of a sentence in words, with their addresses on the site."""
    found = []
    for source in sentence.sources:
        name = name_of_source(source, voice)
        day = numerals.day(source.date, voice.language, voice.digits) if source.date else ""
        found.append(" ".join(filter(None, (name, day, site + source.address(own)))))
    if sentence.person:
        found.append(words.say("bulletin.source_person", voice.language, person=sentence.person))
    return "؛ ".join(found) if voice.language == "ar" else "; ".join(found)
