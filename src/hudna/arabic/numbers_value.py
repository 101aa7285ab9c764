"""The value of a number written in digits, in words, or in both («240 ألفا و381»)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from hudna.arabic.numbers_words import ARTICLES, LONE_DUALS, WORDS, Word
from hudna.arabic.tokens import Token
from hudna.records import Figure

MARGIN = 2
"""Most characters (a tatweel, a space) between an article and the digits it belongs to («الـ 48»)."""

_THOUSANDS = re.compile(r"[0-9]{1,3}(?:([.,٬'])[0-9]{3})(?:\1[0-9]{3})*")
_DECIMAL = re.compile(r"[0-9]+[.,٫][0-9]+")
_SCALE_ROLES = frozenset({"scale", "plural_scale"})
_NEVER_ADDED = frozenset({"vague", "plural_scale", "fraction", "ordinal", "quarters"})
_LONE_DUALS = tuple(LONE_DUALS)


class Value(NamedTuple):
    """What was read from a token on: `end` is the index after it, `scale` the last scale word's worth (1 if none)."""

    end: int
    value: Figure | None
    kind: str
    definite: bool
    lead: str
    scale: int = 1
    weak: bool = False


class _Part(NamedTuple):
    """A piece of a compound: what may still be added to it with و must be smaller than `room`."""

    end: int
    value: Figure
    room: int
    scale: int


def digits_value(form: str, before_scale: bool = False) -> Figure | None:
    """The value of digits with separators; None for what is no number (1.2.3, 007).

    Groups of three after a comma or point are thousands, save right before a scale word («1.250 مليون»).
    """
    if form.isdigit():
        return None if len(form) > 12 or (form[0] == "0" and len(form) > 1) else int(form)
    thousands = _THOUSANDS.fullmatch(form)
    if thousands is not None and form[0] != "0":
        separator = thousands.group(1)
        if not (before_scale and separator in ".," and form.count(separator) == 1):
            return int(form.replace(separator, ""))
    if _DECIMAL.fullmatch(form):
        return float(form.replace(",", ".").replace("٫", "."))
    return None


def plain(value: Figure) -> Figure:
    """A whole value as an int, so that 27.8 thousand is 27800 and not 27800.0."""
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded


def article_before(tokens: Sequence[Token], at: int) -> tuple[str, bool] | None:
    """The (lead, definite) of an article or proclitic token that belongs to the digits at `at`."""
    if at == 0 or tokens[at].start - tokens[at - 1].end > MARGIN:
        return None
    return ARTICLES.get(tokens[at - 1].form)


class ValueReader:
    """Reads values out of one list of tokens; tokens marked in `taken` (dates) are never looked at."""

    __slots__ = ("taken", "tokens")

    def __init__(self, tokens: Sequence[Token], taken: bytearray | None = None) -> None:
        self.tokens = tokens
        self.taken = taken

    def word(self, at: int) -> Word | None:
        """The number word at an index, if there is one that is free."""
        if at >= len(self.tokens) or (self.taken is not None and self.taken[at]):
            return None
        return WORDS.get(self.tokens[at].form)

    def is_digits(self, at: int) -> bool:
        """Whether free digits stand at an index."""
        free = at < len(self.tokens) and not (self.taken is not None and self.taken[at])
        return free and self.tokens[at].kind == "number"

    def read(self, at: int) -> Value | None:
        """The number that begins at a token: digits or a number word."""
        if self.is_digits(at):
            article = article_before(self.tokens, at) or ("", False)
            return self._compound(at, self._digits(at), article[0], article[1])
        word = self.word(at)
        if word is None:
            return None
        special = _SPECIAL.get(word.role)
        if special is not None:
            return special(self, at, word)
        return self._compound(at, self._group(at, word), word.lead, word.definite)

    def _compound(self, at: int, part: _Part | None, lead: str, definite: bool) -> Value | None:
        """A first part and everything that is added to it with و."""
        if part is None:
            return None
        part = self._scaled(part)
        total, scale, end = part.value, part.scale, part.end
        room = part.room if total == int(total) and part.value % part.scale == 0 else 0
        while room > 1:
            added = self._added(end, room)
            if added is None:
                break
            total, room, end = total + added.value, added.room, added.end
        end, total = self._and_a_half(end, total, scale)
        return Value(end, plain(total), "cardinal", definite, lead, scale)

    def added_word(self, at: int) -> tuple[int, Word] | None:
        """The number word that و adds at an index («وأربعين», also spaced «و أربعين»), with its own index."""
        word = self.word(at)
        if word is not None:
            return (at, word) if word.lead == "و" else None
        if at < len(self.tokens) and self.tokens[at].form == "و":
            word = self.word(at + 1)
            return (at + 1, word) if word is not None and not word.lead else None
        return None

    def _added(self, at: int, room: int) -> _Part | None:
        part = None
        added = self.added_word(at)
        if added is not None and added[1].role not in _NEVER_ADDED:
            part = self._group(*added)
        elif at < len(self.tokens) and self.tokens[at].form == "و" and self.is_digits(at + 1):
            part = self._digits(at + 1)
        if part is None:
            return None
        part = self._scaled(part)
        return part if part.value < room else None

    def _digits(self, at: int) -> _Part | None:
        form, end = self.tokens[at].form, at + 1
        if self._arabic_comma_group(end):
            form, end = f"{form},{self.tokens[at + 2].form}", at + 3
        scale = self.word(end)
        value = digits_value(form, scale is not None and scale.role in _SCALE_ROLES)
        return None if value is None else _Part(end, value, 0, 1)

    def _arabic_comma_group(self, at: int) -> bool:
        """Whether «،500» follows right at the digits: an Arabic comma as the thousands mark."""
        tokens = self.tokens
        return (
            at + 1 < len(tokens)
            and tokens[at].form == "،"
            and len(tokens[at + 1].form) == 3
            and self.is_digits(at + 1)
            and tokens[at - 1].end == tokens[at].start
            and tokens[at].end == tokens[at + 1].start
        )

    def _group(self, at: int, word: Word) -> _Part | None:
        """A number below a thousand in words, or a scale word by itself."""
        role, value = word.role, int(word.value)
        if role in ("unit", "one", "one_of"):
            return self._unit(at, value, role)
        if role in ("hundred", "hundreds"):
            return self._hundreds(at + 1, value)
        if role == "dual_scale":
            return _Part(at + 1, value, value // 2, value)
        if role == "scale":
            dual = self.tokens[at].form.endswith(_LONE_DUALS)
            return _Part(at + 1, value * 2 if dual else value, value, value)
        return _Part(at + 1, value, 0, 1)

    def _unit(self, at: int, value: int, role: str) -> _Part | None:
        added = self.added_word(at + 1)
        if added is not None and added[1].role == "tens":
            return _Part(added[0] + 1, value + int(added[1].value), 0, 1)
        following = self.word(at + 1)
        if following is not None:
            if following.role == "ten" and not following.lead:
                return _Part(at + 2, 10 + value, 0, 1)
            if role == "unit" and value > 2 and not following.lead and self._is_hundred(following, at + 1):
                return self._hundreds(at + 2, value * 100)
        return None if role == "one_of" else _Part(at + 1, value, 0, 1)

    def _is_hundred(self, word: Word, at: int) -> bool:
        return word.role == "hundred" or (word.role == "vague" and self.tokens[at].form in ("مئات", "مائات"))

    def _hundreds(self, end: int, value: int) -> _Part:
        """Hundreds and the tens and units added to them, as far as they belong before a scale word."""
        added = self.added_word(end)
        if added is not None and added[1].role in ("unit", "one", "one_of", "ten", "tens"):
            rest = self._group(*added)
            if rest is not None and rest.value < 100:
                return _Part(rest.end, value + rest.value, 0, 1)
        return _Part(end, value, 100, 1)

    def _scaled(self, part: _Part) -> _Part:
        word = self.word(part.end)
        if word is None or word.lead or word.role not in _SCALE_ROLES or part.scale > 1:
            return part
        scale = int(word.value)
        return _Part(part.end + 1, part.value * scale, scale, scale)

    def _and_a_half(self, end: int, total: Figure, scale: int) -> tuple[int, Figure]:
        """«مليون ونصف», «مليون ونصف المليون»."""
        word = self.word(end)
        if scale == 1 or word is None or word.role != "fraction" or word.lead != "و":
            return end, total
        repeated = self.word(end + 1)
        same = repeated is not None and repeated.role == "scale" and not repeated.lead
        singular = 10 ** (3 * ((len(str(scale)) - 1) // 3))
        return end + (2 if same else 1), total + singular * word.value / 100

    def _one(self, at: int, word: Word) -> Value | None:
        part = self._unit(at, 1, "one")
        if part is None or part.end == at + 1:
            return Value(at + 1, 1, "cardinal", word.definite, word.lead, weak=True)
        followed_by_ten = part.value == 11
        return self._compound(at, part, "و" if followed_by_ten else word.lead, word.definite)

    def _vague(self, at: int, word: Word) -> Value:
        end, definite = at + 1, word.definite
        following = self.word(end)
        while following is not None and not following.lead and following.role in ("vague", "plural_scale", "ten"):
            end += 1
            following = self.word(end)
        return Value(end, None, "vague", definite, word.lead)

    def _fraction(self, at: int, word: Word) -> Value:
        following = self.word(at + 1)
        if following is not None and following.role == "scale" and not following.lead:
            scale = int(following.value)
            return Value(at + 2, plain(scale * word.value / 100), "cardinal", word.definite, word.lead, scale)
        return Value(at + 1, int(word.value), "fraction", word.definite, word.lead)

    def _unit_or_quarters(self, at: int, word: Word) -> Value | None:
        following = self.word(at + 1)
        if following is not None and following.role == "quarters" and word.value == 3:
            return Value(at + 2, 75, "fraction", word.definite, word.lead)
        return self._compound(at, self._group(at, word), word.lead, word.definite)

    def _ordinal(self, at: int, word: Word) -> Value:
        following = self.word(at + 1)
        value, end = int(word.value), at + 1
        if following is not None and following.role == "ten" and not following.lead:
            value, end = value + 10, at + 2
        elif following is not None and following.role == "tens" and following.lead == "و" and word.definite:
            value, end = value + int(following.value), at + 2
        return Value(end, value, "ordinal", word.definite, word.lead)

    def _nothing(self, at: int, word: Word) -> None:
        return None


_SPECIAL: dict[str, Callable[[ValueReader, int, Word], Value | None]] = {
    "one": ValueReader._one,
    "vague": ValueReader._vague,
    "plural_scale": ValueReader._vague,
    "fraction": ValueReader._fraction,
    "unit": ValueReader._unit_or_quarters,
    "ordinal": ValueReader._ordinal,
    "quarters": ValueReader._nothing,
}
