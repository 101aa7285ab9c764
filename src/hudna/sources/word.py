"""A DOCX file of a word processor: its paragraphs and tables in the order of the page."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table

from hudna.sources.encodings import UnreadableError, require_arabic
from hudna.sources.source import Defaults, Refusal, SourceDocument

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read_word(data: bytes, where: str, defaults: Defaults) -> SourceDocument | Refusal:
    """The text of a DOCX file. When it was written says nothing of when it was published, so that is not taken."""
    try:
        document = docx.Document(io.BytesIO(data))
        text = "\n".join(_lines(document))
        require_arabic(text)
    except UnreadableError as error:
        return Refusal(where, error.problem, error.remedy, len(data))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError) as error:
        return Refusal(where, f"is no DOCX file ({error})", "open it and save it again as .docx", len(data))
    return SourceDocument(
        text,
        data,
        where,
        MEDIA_TYPE,
        id=where,
        title=document.core_properties.title or None,
        outlet=defaults.outlet,
        address=defaults.address,
        published=defaults.published,
    )


def _lines(document: WordDocument) -> Iterator[str]:
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                yield "\t".join(cell.text.replace("\n", " ") for cell in row.cells)
        else:
            yield block.text
