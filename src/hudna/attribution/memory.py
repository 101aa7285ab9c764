"""Speakers named so far, and the fullest naming of each."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from hudna.attribution.phrases import Phrase
from hudna.attribution.view import View
from hudna.attribution.words import (
    ADJECTIVE,
    AND,
    BODY,
    CONTENT,
    DEFINITE,
    DOCUMENT,
    GIVEN,
    HEAD,
    LINK,
    MASDAR,
    MEDIA,
    OWN,
    PERSON,
    PLACE,
    RUMOUR,
    SOURCE,
    SPEAKS,
)

_SELF = frozenset({"نفسه", "ذاته", "نفسها", "ذاتها", "المذكور", "المذكوره", "عينه"})
_STATEMENTS = frozenset({"البيان", "التقرير", "البلاغ", "الرساله", "الكلمه", "التصريح", "الخطاب", "بيانه", "بيانها"})
_BROKEN_PLURALS = frozenset(
    {"مصادر", "كتائب", "فصائل", "سرايا", "وسائل", "عشائر", "قبائل", "صحف", "دول", "امم", "نشطاء"}
)
_THIS = frozenset({"هذا", "هذه", "هؤلاء"})
_TOLD_BEFORE = frozenset(
    {"المسؤول", "المسوول", "المسئول", "المسؤوله", "المصدر", "الدبلوماسي", "القيادي", "الضابط", "المبعوث"}
)
"""Nouns that with their article and an adjective speak of a person named before («المسؤول الأممي»)."""
_CARRIED = 4
_NEARBY = 32
"""So many mentions that share a word are looked at on either side."""
_RELATIONS = frozenset({"باسم", "في", "من", "عن"})


class Mention(NamedTuple):
    """One naming of a speaker. `same_as` is the earlier mention that a short form stands for, by its number."""

    first: int
    last: int
    words: tuple[str, ...]
    flags: int
    same_as: int | None = None

    @property
    def unnamed(self) -> bool:
        """The outlet's own reporter, or a rumour: nobody is named."""
        return bool(self.flags & (OWN | RUMOUR))


def _bare_reports(form: str) -> bool:
    """«أفادت تقارير» names nobody; «تقارير طبية» and «التقارير» do."""
    return form.lstrip("وف") == "تقارير"


def _plain(form: str) -> str:
    if form.startswith("لل") and len(form) > 4:
        return form[2:]
    return form[2:] if form.startswith("ال") and len(form) > 4 else form


class Memory:
    """All mentions of one document in order of their cues."""

    def __init__(self, view: View) -> None:
        self._view = view
        self.mentions: list[Mention] = []
        self.asides: set[int] = set()
        """Mentions in headlines that a page sets between the paragraphs of its text."""
        self._by_word: dict[str, list[int]] = {}
        self._full: dict[int, tuple[int, int]] = {}
        self._aliases: dict[tuple[str, ...], int] = {}

    def add(self, phrase: Phrase) -> int:
        """Remember a naming; the number of its mention."""
        first, last, flags = self._body(phrase)
        words = self._words(first, last)
        mention = Mention(first, last, words, flags, self._antecedent(first, last, words, flags))
        number = len(self.mentions)
        self.mentions.append(mention)
        if alias := self._alias(last):
            self._aliases.setdefault(alias, number)
        for word in words:
            self._by_word.setdefault(word, []).append(number)
        return number

    def _alias(self, at: int) -> tuple[str, ...]:
        """The other name that stands in parentheses after a naming: «وزارة الدفاع (البنتاغون)»."""
        view = self._view
        if at >= view.size or view.forms[at] != "(":
            return ()
        end = next((i for i in range(at + 2, min(at + 6, view.size)) if view.forms[i] == ")"), at)
        return self._words(at + 1, end) if end > at else ()

    def _words(self, first: int, last: int) -> tuple[str, ...]:
        view = self._view
        return tuple(_plain(view.forms[at]) for at in range(first, last) if view.kinds[at] != "mark")

    def _body(self, phrase: Phrase) -> tuple[int, int, int]:
        """A statement of a named body is the body's: «بيان صادر عن الوزارة» → «الوزارة»."""
        view = self._view
        if view.close_of.get(phrase.first) == phrase.last - 1:
            return phrase.first + 1, phrase.last - 1, phrase.flags
        if not phrase.flags & DOCUMENT:
            return phrase.first, phrase.last, phrase.flags
        for at in range(phrase.first + 1, phrase.last):
            flags = view.flags[at]
            if self._is_body(at, flags):
                return at, phrase.last, flags & ~DOCUMENT
        last = phrase.last
        while last > phrase.first + 1 and view.flags[last - 1] & LINK:
            last -= 1
        bare = last - phrase.first == 1 and _bare_reports(view.forms[phrase.first])
        return phrase.first, last, phrase.flags | (RUMOUR if bare else 0)

    def _is_body(self, at: int, flags: int) -> bool:
        """Whether the word after a word for a statement names whose statement it is."""
        view = self._view
        if at in view.actor_at or view.kinds[at] == "latin":
            return True
        if flags & (CONTENT | MASDAR) or (flags & LINK and not flags & (SPEAKS & ~DOCUMENT)):
            return False
        return bool(flags & (HEAD | GIVEN | PLACE)) or bool(flags & DEFINITE and not flags & ADJECTIVE)

    def _antecedent(self, first: int, last: int, words: tuple[str, ...], flags: int) -> int | None:
        """The mention that «البيان», «المصدر نفسه» or a lone «المسؤول» stands for, where no fuller form matches."""
        view = self._view
        head = view.forms[first]
        if head.startswith("لل"):
            head = "ا" + head[1:]
        if head in _STATEMENTS and last - first <= 2:
            return self.latest()
        if first > 0 and view.forms[first - 1] in _THIS and flags & HEAD:
            return next((at for at in self._recent() if self.mentions[at].flags & flags & HEAD), None)
        selfsame = view.forms[last - 1] in _SELF
        lone = last - first == 1 and flags & DEFINITE and flags & (SOURCE | PERSON)
        if last - first == 2 and head in _TOLD_BEFORE and view.flags[first + 1] & DEFINITE:
            return self._latest_person() if self._fuller(words, first, len(self.mentions)) is None else None
        if not (selfsame or lone) or self._fuller(words[:1], first, len(self.mentions)) is not None:
            return None
        return self.latest()

    def _latest_person(self) -> int | None:
        """The latest mention of one person, whom «المسؤول الأممي» speaks of again."""
        for number in self._recent():
            mention = self.mentions[number]
            if mention.flags & (PERSON | GIVEN) and not self._is_many(mention):
                return number
        return None

    def latest(self) -> int | None:
        """The latest mention that names somebody."""
        return next((number for number in self._recent() if not self.mentions[number].unnamed), None)

    def carried(self, feminine: bool, plural: bool = False) -> int | None:
        """The mention that a verb without its own subject goes on with: the latest that agrees with it."""
        recent = self._recent()
        for number in recent:
            mention = self.mentions[number]
            gender = self.feminine(mention.first, mention.flags)
            if gender in (None, feminine) and (plural or not self._is_many(mention)):
                return number
        return recent[0] if recent else None

    def _recent(self) -> list[int]:
        """The last few mentions, the latest first; those in headlines set between the paragraphs do not go on."""
        last = len(self.mentions) - 1
        recent: list[int] = []
        while last >= 0 and len(recent) < _CARRIED:
            if last not in self.asides:
                recent.append(last)
            last -= 1
        return recent

    def _is_many(self, mention: Mention) -> bool:
        """«مراقبون»: people of whom a verb in the singular cannot go on to tell."""
        head, words = mention.words[0], self._view.words
        if not mention.flags & (SOURCE | PERSON) or self._view.flags[mention.first] & (BODY | GIVEN):
            return False
        return head.endswith("ون") or (head.endswith("ين") and bool(words[head[:-2] + "ون"] & (SOURCE | PERSON)))

    def feminine(self, first: int, flags: int) -> bool | None:
        """Whether a naming is feminine for its verb; None where its head does not tell."""
        if not flags & SPEAKS or flags & DOCUMENT:
            return None
        head = _plain(self._view.forms[first])
        return head.endswith(("ه", "ات")) or head in _BROKEN_PLURALS

    def full(self, number: int, depth: int = 4) -> tuple[int, int]:
        """The fullest naming of a mention's speaker in the whole document."""
        if number in self._full:
            return self._full[number]
        mention = self.mentions[number]
        fuller = mention.same_as
        if fuller is not None and len(mention.words) == 2:  # «المصدر العسكري» where «مصدر عسكري يمني» is named too
            named = self._fuller(mention.words, mention.first, number)
            fuller = fuller if named is None else named
        if fuller is None and self._aliases.get(mention.words, number) != number:
            fuller = self._aliases[mention.words]
        if fuller is None:
            fuller = self._fuller(mention.words, mention.first, number)
        found = (mention.first, mention.last) if fuller is None or depth == 0 else self.full(fuller, depth - 1)
        self._full[number] = found
        return found

    def _fuller(self, words: tuple[str, ...], first: int, number: int) -> int | None:
        """The nearest earlier mention, else the next later one, that names the same with more words."""
        words = tuple(word for word in words if word not in _SELF)
        if not words or len(words) > 4 or self._is_new(first, len(words)):
            return None
        candidates = self._by_word.get(words[-1], [])
        here = bisect_left(candidates, number)
        earlier, later = candidates[max(0, here - _NEARBY) : here], candidates[here : here + _NEARBY]
        for other in (*reversed(earlier), *later):
            if other < number and self.mentions[other].words == words:
                return other
            if self._names_same(words, first, self.mentions[other]):
                return other
        return None

    def _names_same(self, words: tuple[str, ...], first: int, other: Mention) -> bool:
        if len(other.words) <= len(words) or other.unnamed or self._is_joint(other):
            return False
        flags = self._view.flags[first]
        if flags & HEAD or (first in self._view.actor_at and flags & DEFINITE):
            rest = iter(other.words[1:])
            return other.words[0] == words[0] and all(word in rest for word in words[1:])
        if flags & PLACE:
            return False
        return self._ends_name(words, other)

    def _is_joint(self, mention: Mention) -> bool:
        """«الجيش وقوات الحدود»: two speakers are no fuller naming of one of them."""
        view = self._view
        return any(
            view.flags[at] & AND and (view.flags[at] & (HEAD | PLACE) or at in view.actor_at)
            for at in range(mention.first + 1, mention.last)
        )

    def _is_new(self, first: int, length: int) -> bool:
        """Whether a naming brings in a source of its own: «مصادر», «مصدر طبي» are others than those named before."""
        head, *rest = self._view.flags[first : first + length]
        if not head & (SOURCE | MEDIA) or head & (DEFINITE | BODY) or first in self._view.actor_at:
            return False
        return not any(flag & (DEFINITE | GIVEN | PLACE) for flag in rest)

    def _ends_name(self, words: tuple[str, ...], other: Mention) -> bool:
        """Whether the words stand in the other naming as part of a person's name, not as what the person belongs to."""
        if not other.flags & (PERSON | GIVEN | SOURCE) and other.flags & HEAD:
            return False
        place = other.words.index(words[0]) if words[0] in other.words else -1
        if place < 0 or other.words[place : place + len(words)] != words:
            return False
        if place == 0:
            return True
        view = self._view
        before = (
            next((at for at in range(other.first, other.last) if _plain(view.forms[at]) == words[0]), other.first) - 1
        )
        governed = view.flags[before] & HEAD and not view.flags[before] & DEFINITE and view.flags[before + 1] & DEFINITE
        return not governed and view.forms[before] not in _RELATIONS
