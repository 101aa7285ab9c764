"""A document as attribution sees it: folded forms, word flags, paragraphs and quotations, all by token index."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from hudna.arabic.tokens import Token
from hudna.attribution.quotes import MARKS, quotations
from hudna.attribution.words import CLAUSE, GIVEN, HEAD, MASDAR, OWNED, TIME, Words

_ALI = frozenset({"علي", "وعلي"})
_PRONOUNS = ("ها", "هم", "هما")
_CAUSATIVE = re.compile(r"[وفبل]{0,2}(?:ال)?ا\w\wا\w")
COMMAS = frozenset({"،", ",", "؛", ";"})


class View:
    """The document; nothing here changes while it is read."""

    __slots__ = (
        "actor_at",
        "close_of",
        "flags",
        "forms",
        "kinds",
        "open_of",
        "paragraph_start",
        "size",
        "text",
        "tokens",
        "words",
    )

    def __init__(self, text: str, tokens: Sequence[Token], words: Words, actor_at: Mapping[int, int]) -> None:
        self.text = text
        self.tokens = tokens
        self.size = len(tokens)
        self.forms = [token.form for token in tokens]
        self.kinds = [token.kind for token in tokens]
        self.words = words
        self.flags = [words[token.form] if token.kind == "word" else 0 for token in tokens]
        self._see_letters()
        self.paragraph_start, paragraphs, ends = _paragraphs(text, tokens)
        self.close_of = quotations(tokens, paragraphs, ends)
        self.open_of = {close: opening for opening, close in self.close_of.items()}
        self.actor_at = {first: self._with_close(first, last) for first, last in actor_at.items()}

    def _with_close(self, first: int, last: int) -> int:
        """The end of a known name with the mark that closes a quotation in it: «حركة "النور"»."""
        return last + 1 if first < self.open_of.get(last, -1) < last else last

    def _see_letters(self) -> None:
        """What folding hides and the letters as written tell.

        «علي» is a name and «على» a preposition; «حرصه» has a pronoun and «مدينة» has none; «إنجاز» is a verbal noun.
        """
        text, flags = self.text, self.flags
        for at, form in enumerate(self.forms):
            if form == "كي" and at and self.forms[at - 1] == "بان":
                flags[at - 1] = flags[at] = GIVEN  # «بان كي مون»
            token = self.tokens[at]
            last = form[-1]
            if last == "ه":
                if text[token.end - 1] == "ه" and not flags[at] & (HEAD | TIME) and not form.startswith("ال"):
                    flags[at] |= OWNED
            elif last == "ي":
                if form in _ALI and text[token.end - 1] == "ي":
                    flags[at] = GIVEN
            elif form.endswith(_PRONOUNS) and len(form) > 4:
                flags[at] |= OWNED
            elif not flags[at] and "إ" in text[token.start : token.start + 4] and _CAUSATIVE.fullmatch(form):
                flags[at] = MASDAR

    def is_comma(self, at: int) -> bool:
        return self.forms[at] in COMMAS

    def is_quote(self, at: int) -> bool:
        return self.forms[at] in MARKS

    def says_clause(self, at: int) -> bool:
        """Whether a clause, a colon or a quotation begins at this token."""
        return bool(self.flags[at] & CLAUSE) or self.forms[at] == ":" or at in self.close_of

    def skip_marks(self, at: int, stop: int) -> int:
        """The first token from `at` that is no mark, other than one that opens a quotation or names a hashtag."""
        while at < stop and self.kinds[at] == "mark" and at not in self.close_of:
            at += 1
        return at


def _paragraphs(text: str, tokens: Sequence[Token]) -> tuple[frozenset[int], list[int], list[int]]:
    """The first tokens of paragraphs, the paragraph of each token, and the end of each paragraph."""
    starts: list[int] = []
    of_token: list[int] = []
    end = 0
    for at, token in enumerate(tokens):
        if not at or (token.start - end > 0 and "\n" in text[end : token.start]):
            starts.append(at)
        of_token.append(len(starts) - 1)
        end = token.end
    ends = [*starts[1:], len(tokens)]
    return frozenset(starts), of_token, ends
