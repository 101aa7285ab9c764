"""The words of a text as they are indexed and asked for. Pure.

A word is indexed folded (إطلاق as اطلاق), once more without each proclitic that may stand on it (بدمشق as دمشق), and
without its article. A question is folded and taken as it stands: «دمشق» finds بدمشق and ودمشق, «الباب» does not find
every باب.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from hudna.arabic.clitics import splits
from hudna.arabic.letters import fold
from hudna.arabic.normal import fold_with_offsets
from hudna.arabic.tokens import Token, tokenise
from hudna.records import Span

MOST_WORDS = 60_000
"""Of one text so many different words are indexed: PostgreSQL takes no more than 1 MB of them."""
_LONGEST = 80
_ARTICLE = "ال"
_SHORTEST_WITHOUT = 2


@lru_cache(maxsize=65536)
def forms(word: str) -> tuple[str, ...]:
    """What a folded word is found by; the word itself first."""
    found = dict.fromkeys(base for _, base in splits(word))
    for base in list(found):
        if base.startswith(_ARTICLE) and len(base) > len(_ARTICLE) + _SHORTEST_WITHOUT - 1:
            found[base[len(_ARTICLE) :]] = None
    return tuple(found)


def _plain(token: Token) -> str:
    """The form of a token without thousands separators and decimals, which the indexes would take for its end."""
    if token.kind != "number":
        return token.form.lower()
    return "".join(character for character in token.form.split(".")[0] if character.isdigit())


def indexed(text: str) -> str:
    """The words that a text is found by, each once, with spaces between them."""
    found: dict[str, None] = {}
    for token in tokenise(text):
        found.update(dict.fromkeys(_found_by(token)))
        if len(found) > MOST_WORDS:
            break
    return " ".join(found)


def indexed_names(names: Iterable[str]) -> str:
    """The words that short texts are found by together. Names come again and again, and are remembered."""
    return " ".join(dict.fromkeys(word for name in names for word in _words_of(name)))


@lru_cache(maxsize=65536)
def _words_of(name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for token in tokenise(name) for word in _found_by(token)))


def _found_by(token: Token) -> tuple[str, ...]:
    if token.kind == "mark" or len(token.form) > _LONGEST:
        return ()
    return forms(_plain(token)) if token.kind == "word" else (_plain(token),)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for: words that must all be found, and among them phrases that must stand together."""

    words: tuple[str, ...]
    phrases: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words)


def question(asked: str) -> Question:
    """The words of a question; what stands in quotation marks is a phrase as well."""
    parts = asked.replace("«", '"').replace("»", '"').replace("“", '"').replace("”", '"').split('"')
    quoted = parts[1:-1:2] if len(parts) > 2 else []
    words = [_plain(token) for token in tokenise(asked) if token.kind != "mark" and len(token.form) <= _LONGEST]
    phrases = tuple(" ".join(fold(part).split()) for part in quoted if part.strip())
    return Question(tuple(dict.fromkeys(filter(None, words))), phrases)


def hits(text: str, asked: Question) -> list[Span]:
    """Where the words of a question stand in a text, without the proclitics written onto them."""
    wanted = set(asked.words)
    return [_span(text, token, wanted) for token in tokenise(text) if token.kind != "mark" and _is_hit(token, wanted)]


def _is_hit(token: Token, wanted: set[str]) -> bool:
    word = _plain(token)
    return word in wanted or (token.kind == "word" and not wanted.isdisjoint(forms(word)))


def _span(text: str, token: Token, wanted: set[str]) -> Span:
    if token.kind != "word" or token.form in wanted:
        return Span.of(text, token.start, token.end)
    base = next(form for form in forms(token.form) if form in wanted)
    start = token.start
    if token.form.endswith(base):
        folded = fold_with_offsets(text[token.start : token.end])
        start += folded.original(len(token.form) - len(base))
    return Span.of(text, start, token.end)
