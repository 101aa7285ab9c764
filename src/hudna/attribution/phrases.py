"""The naming of a speaker, with the asides that may follow it."""

from __future__ import annotations

from typing import NamedTuple

from hudna.attribution.extent import NAME_IN_QUOTES, SAYINGS, Extent
from hudna.attribution.speech import Cue
from hudna.attribution.view import View
from hudna.attribution.words import (
    AND,
    BY,
    CLAUSE,
    CONTENT,
    DEFINITE,
    ENDS,
    FOR,
    GIVEN,
    HEAD,
    MASDAR,
    MEDIA,
    NO_SPEAKER,
    OWN,
    OWNED,
    PERSON,
    PLACE,
    PREPOSITION,
    SPEAKS,
    TEAM,
    TIME,
)

_APART = frozenset({"مقره", "ومقره", "ومقرها", "مقرها", "وهو", "وهي", "الذي", "التي"})
_COMPLEMENTS = frozenset({"علي", "الي", "عن", "من", "برصد", "برصدها", "برصده", "بتوثيق", "بتوثيقها", "بتوثيقه"})
_AFTER_DATELINE = frozenset({"/", "-", "–", "—"})
_DEGREES = frozenset({"د", "ا", "م"})
_AGES = frozenset({"عاما", "عام", "سنه", "ربيعا"})
_AGENCIES = frozenset({"وكاله", "لوكاله", "لفرانس", "لرويترز", "فرانس", "رويترز", "اسوشيتد", "اسوشييتد"})
"""Whose correspondent is a source like any other: «مراسل وكالة فرانس برس» works for no outlet that quotes him."""
_LONGEST = 24
_APPOSITION = 16


class Phrase(NamedTuple):
    """A naming: half-open token range, the flags of its head, and where the text goes on after it and its asides."""

    first: int
    last: int
    flags: int
    after: int
    strong: bool
    """Whether its head is a known kind of speaker or a known actor, and not merely a word that could be a name."""


class Namer:
    """Finds namings in one document."""

    __slots__ = ("_extent", "_view")

    def __init__(self, view: View, cues: dict[str, Cue]) -> None:
        self._view = view
        self._extent = Extent(view, cues)

    def naming(
        self,
        start: int,
        stop: int,
        *,
        addressee: bool = False,
        bounded: bool = False,
        halts: frozenset[str] = frozenset(),
    ) -> Phrase | None:
        """The naming that begins at `start`, or None when no speaker can begin there.

        `addressee` says that a second naming may follow without a join («اتهمت الحكومة المسلحين بـ…»); `bounded` that
        nothing but the naming and its asides can stand before `stop`; `halts` are words that begin what is said.
        """
        view = self._view
        first = start
        while first < stop and (view.forms[first] in ("#", "(", "-") or self._extent.points(first, stop)):
            first += 1
        while first + 2 < stop and view.forms[first] in _DEGREES and view.forms[first + 1] == ".":
            first += 2  # «قال د. سالم الأحمد»
        if first >= stop or not self._extent.can_begin(first, stop):
            return None
        head = view.flags[first]
        if head & OWN and first + 2 < stop and view.forms[first + 1] in _AGENCIES:
            head = head & ~OWN | PERSON
        if first in view.close_of:
            inner = view.flags[first + 1] if first + 1 < stop else 0
            head = inner & (HEAD | PLACE)
        end = min(stop, first + _LONGEST)
        if halts:
            end = next((at for at in range(first + 1, end) if view.forms[at] in halts and view.forms[at] != "في"), end)
        last = self._extent.extend(first, end, head, addressee)
        after = self._asides(last, stop, bounded)
        if after > last:
            named = self._joined_apposition(last, after)
            last = named or last
        strong = bool(head & (SPEAKS | GIVEN | PLACE)) or first in view.actor_at
        return Phrase(first, last, head | self._team(first, stop), after, strong)

    def joined_naming(self, start: int, stop: int, *, bounded: bool) -> Phrase | None:
        """The naming after a preposition whose ل is written onto its first word («وفقا للمرصد»)."""
        view = self._view
        flags = view.flags[start]
        if flags & (CONTENT | NO_SPEAKER | MASDAR | CLAUSE | OWNED) and not flags & SPEAKS:
            return None
        last = self._extent.extend(start, min(stop, start + _LONGEST), flags, False)
        after = self._asides(last, stop, bounded)
        last = self._joined_apposition(last, after) or last
        return Phrase(start, last, flags | self._team(start, stop), after, bool(flags & (SPEAKS | GIVEN | PLACE)))

    def main_subject(self, first: int, last: int) -> Phrase | None:
        """The subject of a sentence's first verb, for speech that hangs on a verb that is none."""
        start = self._view.skip_marks(first, last)
        if start + 2 < last and self._view.flags[start] & PLACE and self._view.forms[start + 1] in _AFTER_DATELINE:
            start += 2  # «غزة/ أصدر المكتب بيانا قال فيه»
        phrase = self.naming(start, last)
        told = self._view.flags[min(start, self._view.size - 1)] & (CONTENT | MASDAR)
        if (phrase is None or not phrase.strong) and not told:
            phrase = self.naming(start + 1, last) if start + 1 < last else None
        return phrase if phrase and phrase.strong else None

    def is_oblique(self, at: int) -> bool:
        """Whether a word ends in the ين of an object plural («المسلحين»); «الأمين» and «فلسطين» do not."""
        view = self._view
        form = view.forms[at]
        if not form.endswith("ين") or view.flags[at] & (GIVEN | PLACE):
            return False
        return not view.flags[at] & HEAD or bool(view.words[form[:-2] + "ون"] & HEAD)

    def _team(self, first: int, stop: int) -> int:
        """«فريق CNN» is the outlet's own."""
        view = self._view
        if not view.flags[first] & TEAM or first + 1 >= stop:
            return 0
        return OWN if view.kinds[first + 1] == "latin" or view.flags[first + 1] & MEDIA else 0

    def _asides(self, at: int, stop: int, bounded: bool) -> int:
        """Where the text goes on after parentheses and commas that only add to the naming."""
        view = self._view
        while at < stop:
            if view.forms[at] == "(":
                end = next((i for i in range(at + 1, min(at + 14, stop)) if view.forms[i] == ")"), None)
                if end is None:
                    return at
                at = end + 1
            elif bounded and at in view.close_of and view.close_of[at] - at <= NAME_IN_QUOTES:
                at = min(view.close_of[at] + 1, stop)
            elif view.forms[at] == "-" and "-" in view.forms[max(0, at - 4) : at]:
                at += 1
            elif view.is_comma(at):
                end = self._aside_end(at, stop, bounded)
                if end == at:
                    return at
                at = end
            else:
                return at
        return at

    def _aside_end(self, comma: int, stop: int, bounded: bool) -> int:
        """The end of the aside that a comma begins: the place after its closing comma, or where a clause begins."""
        view = self._view
        if bounded and comma + 1 == stop:
            return stop
        if comma + 1 >= stop or view.flags[comma + 1] & CLAUSE or view.forms[comma + 1] in _COMPLEMENTS:
            return comma
        end = min(comma + 1 + _APPOSITION, stop)
        for at in range(comma + 1, end):
            if view.flags[at] & CLAUSE and at > comma + 1:
                return at
            if view.forms[at] == ":" and at > comma + 1:
                return at
            if self._extent.is_speech(at) and at > comma + 1 and view.forms[at - 1] != "قد":
                return comma
            if self._counts(at):
                return comma  # «وفقا للمركز، ارتكبت القوات 12 خرقا، أسفرت عن …»
            if view.is_comma(at):
                goes_on = (at + 1 == stop and bounded) or (at + 1 < stop and self._takes_up(at + 1))
                return at + 1 if goes_on else comma
        return end if bounded and end == stop and not view.flags[comma + 1] & AND else comma

    def _counts(self, at: int) -> bool:
        """Whether a figure counts the word after it, as no figure in a name or an age does («اللواء 35»)."""
        view = self._view
        if view.kinds[at] != "number" or at + 1 >= view.size:
            return False
        if view.flags[at - 1] & DEFINITE and not view.flags[at + 1] & (CONTENT | MASDAR):
            return False
        counted = view.kinds[at + 1] == "word" and view.forms[at + 1] not in _AGES
        return counted and not view.flags[at + 1] & (DEFINITE | PREPOSITION | TIME)

    def _takes_up(self, at: int) -> bool:
        """Whether the sentence takes up its verb's complement, or its verb, at this token."""
        view = self._view
        flags = view.flags[at]
        if view.says_clause(at) or (flags & (CONTENT | MASDAR) and not flags & AND) or view.forms[at] == "قد":
            return True
        return bool(flags & (PREPOSITION | TIME)) or flags & BY != 0 or self._extent.is_speech(at)

    def _is_short_name(self, begins: int, after: int) -> bool:
        """A word or a few that mean nothing else, between two commas, are a person's name."""
        view = self._view
        if not 0 < after - 1 - begins <= NAME_IN_QUOTES or not view.is_comma(after - 1):
            return False
        return all(
            view.kinds[at] == "word" and not view.flags[at] & ~(GIVEN | DEFINITE) for at in range(begins, after - 1)
        )

    def _joined_apposition(self, last: int, after: int) -> int | None:
        """The end of the first aside when it is one more name of the speaker («المتحدث باسم الجيش، لول رواي،»)."""
        view = self._view
        if last >= min(after, view.size) or not view.is_comma(last):
            return None
        begins = last + 1
        if begins >= min(after, view.size):
            return None
        flags = view.flags[begins]
        if (
            view.forms[begins] in _APART
            or view.forms[begins] in SAYINGS
            or (flags & (ENDS | CONTENT | MASDAR | AND | FOR | BY) and not flags & HEAD)
        ):
            return None
        if self._is_short_name(begins, after):
            return after - 1
        if view.kinds[begins] not in ("word", "mark") or not self._extent.can_begin(begins, after):
            return None
        return min(self._extent.extend(begins, after, flags, False), after)
