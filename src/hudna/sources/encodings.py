"""Tells Arabic text in UTF-8 from everything else that is handed to a reader, and names the remedy."""

from __future__ import annotations

import re

_ARABIC = re.compile(r"[\u0621-\u064a\u066e-\u06d3\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_OTHER_ARABIC_SCRIPT = re.compile(r"[پچژگڤےںھٹڈڑۆێەڕڵ]")
_ARTICLE = re.compile(r"(?<!\w)[وفبك]?(?:ال|لل)\w")
_WORD = re.compile(r"\w+")
_DOUBLE_ENCODED = re.compile(r"[ØÙÚÛ][\u0080-\u00bf\u0152-\u0192\u02c6-\u2122]")
_FREQUENT = (" في ", " من ", " على ", " إلى ", " أن ", " التي ", " عن ", "ال")
_SCRIPTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("Latin", re.compile(r"[A-Za-z\u00c0-\u024f]")),
    ("Cyrillic", re.compile(r"[\u0400-\u04ff]")),
    ("Hebrew", re.compile(r"[\u05d0-\u05ea]")),
    ("Greek", re.compile(r"[\u0370-\u03ff]")),
    ("Chinese or Japanese", re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")),
)

_SAMPLE = 200_000
_LEAST_ARABIC = 0.3
_MOST_CONTROL = 0.01
_BOM_8 = b"\xef\xbb\xbf"
_BOM_16 = (b"\xff\xfe", b"\xfe\xff")


class UnreadableError(ValueError):
    """Why bytes or a text cannot be read as Arabic reporting, and what helps; `line` counts from 1, 0 is unknown."""

    def __init__(self, problem: str, remedy: str, line: int = 0) -> None:
        super().__init__(f"{problem}: {remedy}")
        self.problem = problem
        self.remedy = remedy
        self.line = line


def utf16_remedy(name: str) -> str:
    """How to turn a UTF-16 file into UTF-8."""
    return _iconv("UTF-16", name)


def _iconv(encoding: str, name: str) -> str:
    return f"iconv -f {encoding} -t UTF-8 «{name}» > utf8.txt"


def decode(data: bytes, name: str) -> str:
    """The text of UTF-8 bytes without a byte order mark. UnreadableError names the likely encoding of anything else."""
    if data.startswith(_BOM_16):
        raise UnreadableError("is UTF-16, not UTF-8", utf16_remedy(name))
    content = data.removeprefix(_BOM_8)
    if b"\x00" in content:
        _refuse_null_bytes(content, name)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        byte = content[error.start]
    encoding = _likely_encoding(content)
    if encoding:
        raise UnreadableError(f"is not UTF-8 but most likely {encoding}", _iconv(encoding, name), line)
    if _looks_binary(content):
        raise UnreadableError(
            "is not a text but binary data", "extract the text first (from PDF, DOCX, an image, an archive)"
        )
    raise UnreadableError(f"is not UTF-8 (byte 0x{byte:02x})", "save it again as UTF-8", line)


def _refuse_null_bytes(content: bytes, name: str) -> None:
    for encoding in ("utf-16-le", "utf-16-be"):
        sample = content[: _SAMPLE - _SAMPLE % 2]
        text = sample.decode(encoding, "replace")
        if _share(_ARABIC, text) > 0.5 and "\ufffd" not in text[:-1]:
            raise UnreadableError("is UTF-16, not UTF-8", _iconv(encoding.upper(), name))
    at = content.index(b"\x00")
    if _looks_binary(content):
        raise UnreadableError(
            "is not a text but binary data", "extract the text first (from PDF, DOCX, an image, an archive)"
        )
    line = content.count(b"\n", 0, at) + 1
    raise UnreadableError("holds NUL bytes", f"take them out: tr -d '\\000' < «{name}» > clean.txt", line)


def _looks_binary(content: bytes) -> bool:
    sample = content[:_SAMPLE].decode("latin-1")
    return len(_CONTROL.findall(sample)) > max(1, _MOST_CONTROL * len(sample))


def _likely_encoding(content: bytes) -> str | None:
    """The legacy Arabic encoding in which the bytes read as the most frequent Arabic words, if any does."""
    best, most = None, 0
    for encoding in ("windows-1256", "iso-8859-6"):
        text = content[:_SAMPLE].decode(encoding, "replace")
        if _share(_ARABIC, text) < 0.6 or _CONTROL.search(text):
            continue
        hits = sum(text.count(word) for word in _FREQUENT) - 3 * text.count("\ufffd")
        if hits > most:
            best, most = encoding.upper() if encoding.startswith("iso") else encoding, hits
    return best


def _share(letters: re.Pattern[str], text: str) -> float:
    of = len(_LETTER.findall(text))
    return len(letters.findall(text)) / of if of else 0.0


def require_arabic(text: str, what: str = "the text") -> None:
    """UnreadableError unless the text holds characters, few control characters, and mostly Arabic letters."""
    if not text.strip():
        raise UnreadableError(
            "is empty" if what == "the text" else f"{what} is empty", "check that the export or download finished"
        )
    if "\x00" in text:
        raise UnreadableError(
            f"{what} holds NUL characters", "take them out (\\u0000)", text.count("\n", 0, text.index("\x00")) + 1
        )
    sample = text if len(text) <= _SAMPLE else text[: _SAMPLE // 2] + text[-_SAMPLE // 2 :]
    controls = len(_CONTROL.findall(sample))
    if controls > max(3, _MOST_CONTROL * len(sample)):
        raise UnreadableError(f"{what} is not readable: {controls} control characters", "extract the plain text first")
    _refuse_double_encoding(sample, what)
    _refuse_other_script(sample, what)
    _refuse_other_language(sample, what)


def _refuse_double_encoding(sample: str, what: str) -> None:
    letters = len(_LETTER.findall(sample))
    if letters and 2 * len(_DOUBLE_ENCODED.findall(sample)) > letters / 2:
        problem = f"{what} is UTF-8 that was once read as windows-1252"
        raise UnreadableError(problem, "undo it: iconv -f UTF-8 -t windows-1252, or export it again as UTF-8")


def _refuse_other_script(sample: str, what: str) -> None:
    letters = len(_LETTER.findall(sample))
    arabic = len(_ARABIC.findall(sample))
    if letters and arabic >= _LEAST_ARABIC * letters:
        return
    if not letters:
        raise UnreadableError(f"{what} holds no letters", "hand in running Arabic text")
    name, count = max(((name, len(script.findall(sample))) for name, script in _SCRIPTS), key=lambda pair: pair[1])
    script = f", {count} are {name}" if count else ""
    problem = f"{what} is not Arabic: {arabic} of its {letters} letters are Arabic{script}"
    raise UnreadableError(problem, "hudna reads Arabic only: hand in the Arabic original")


def _refuse_other_language(sample: str, what: str) -> None:
    letters = len(_ARABIC.findall(sample))
    foreign = len(_OTHER_ARABIC_SCRIPT.findall(sample))
    words = len(_WORD.findall(sample))
    if foreign > 0.015 * letters and len(_ARTICLE.findall(sample)) < 0.05 * words:
        problem = f"{what} is in Arabic script but another language (Persian, Urdu or Kurdish, most likely)"
        raise UnreadableError(problem, "hudna reads Arabic only: hand in the Arabic original")
