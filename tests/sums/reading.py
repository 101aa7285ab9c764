"""Reads a text into breakdowns with a small fixed list of places, without the rest of the reader."""

from __future__ import annotations

from hudna.arabic.clitics import splits
from hudna.arabic.letters import fold
from hudna.arabic.numbers import read_numbers
from hudna.arabic.tokens import Token, tokenise
from hudna.sums.breakdowns import Breakdown, read_breakdowns

PLACES = (
    "حلب", "درعا", "دمشق", "ريف دمشق", "إدلب", "اللاذقية", "حماة", "حمص", "القنيطرة", "السويداء", "الرقة", "دير الزور",
    "سوريا", "روسيا", "تركيا", "تعز", "الحديدة", "حجة", "مأرب", "صعدة", "الضالع", "الجوف", "حيس", "الدريهمي", "اليمن",
    "غزة", "رفح", "خان يونس", "جباليا", "لبنان", "صور", "بنت جبيل", "مرجعيون", "النبطية", "طرابلس", "سرت", "مصراتة",
    "الخرطوم", "الفاشر", "نيالا", "أم درمان",
)  # fmt: skip


def _index() -> dict[str, list[tuple[list[str], str]]]:
    found: dict[str, list[tuple[list[str], str]]] = {}
    for name in PLACES:
        words = fold(name).split()
        found.setdefault(words[0], []).append((words, name))
    return found


INDEX = _index()


def places_of(tokens: list[Token]) -> list[tuple[int, int, str]]:
    """The places of the list in the tokens, longest first, proclitics allowed."""
    found: list[tuple[int, int, str]] = []
    at = 0
    while at < len(tokens):
        best: tuple[int, int, str] | None = None
        for _, base in splits(tokens[at].form):
            for words, name in INDEX.get(base, ()):
                end = at + len(words)
                same = [token.form for token in tokens[at + 1 : end]] == words[1:]
                if same and (best is None or end > best[1]):
                    best = (at, end, name)
        if best is not None:
            found.append(best)
        at = best[1] if best is not None else at + 1
    return found


def breakdowns_of(text: str) -> list[Breakdown]:
    """The breakdowns of a whole text."""
    tokens = tokenise(text)
    return read_breakdowns(text, tokens, 0, len(tokens), read_numbers(tokens), places_of(tokens))
