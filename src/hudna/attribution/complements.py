"""What a verb of speech needs after it, and where the words that it attributes begin and end."""

from __future__ import annotations

from hudna.attribution.speech import CLAUSE as CLAUSE_WORD
from hudna.attribution.speech import CONTENT as CONTENT_MARK
from hudna.attribution.speech import Speech
from hudna.attribution.view import View
from hudna.attribution.words import BY, CONTENT, DEFINITE, FOR, HEAD, MASDAR, RUMOUR, TIME

_WINDOW = 16
_NEAR = 8
_NEAR_DEEDS = frozenset({"قرب", "اقتراب", "قبيل"})
_DURING = frozenset({"خلال", "منذ"})
_FEW = frozenset(
    [
        "ثلاث",
        "ثلاثه",
        "اربع",
        "اربعه",
        "خمس",
        "خمسه",
        "ست",
        "سته",
        "سبع",
        "سبعه",
        "ثماني",
        "ثمانيه",
        "تسع",
        "تسعه",
        "عشر",
        "عشره",
        "عده",
        "بضع",
        "بضعه",
    ]
)
_AGAINST = frozenset({"رغم", "الرغم", "بينما", "فيما", "حين", "وانما"})
_HALTS = frozenset({".", "؟", "!"})


class Complements:
    """Finds complements in one document."""

    __slots__ = ("_view",)

    def __init__(self, view: View) -> None:
        self._view = view

    def skip_times(self, at: int, last: int) -> int:
        """Past adverbs of time, and the pair of commas around one."""
        while at < last and self._is_time(at, last):
            at += 1
        return at

    def _is_time(self, at: int, last: int) -> bool:
        view = self._view
        if view.is_comma(at):
            return bool(view.flags[at - 1] & TIME) or (at + 1 < last and bool(view.flags[at + 1] & TIME))
        return bool(view.flags[at] & TIME) and not view.flags[at] & HEAD

    def marker(self, speech: Speech, resume: int, last: int) -> int | None:
        """Where what is said begins: the word that the verb needs, or a clause, colon or quotation."""
        view = self._view
        only = speech.only_with
        start = self.skip_times(resume, last)
        if (not only or CONTENT_MARK in only) and start < last and self._is_told(start):
            return start
        if only and CONTENT_MARK in only and start < last and view.forms[start] in _DURING:
            for at in range(start + 2, min(last, start + _NEAR)):
                if self._is_told(at) and not view.flags[at] & DEFINITE:
                    return at  # «سجل المركز خلال الساعات الماضية أربعة خروقات»
        object_first = start < last and not speech.addressee and bool(view.flags[start] & CONTENT)
        closes = resume
        for at in range(resume, min(last, resume + _WINDOW)):
            form = view.forms[at]
            if at < closes:
                continue
            if form == "(":
                closes = self._closing(at, last)  # «لوكالة الأنباء (د. ب. أ) إن»
            if form in _HALTS:
                return None
            if (not only or CLAUSE_WORD in only) and view.says_clause(at) and self._is_said(at, resume, speech):
                return at
            if at > start and (object_first or (speech.near and not view.is_comma(at - 1))):
                continue
            if form in only or (at <= start and self._joined_marker(at, only)):
                return at
            if at > start and only and self._joined_marker(at, only) and view.flags[at] & (CONTENT | MASDAR | DEFINITE):
                return at
        return None

    def _closing(self, at: int, last: int) -> int:
        """The parenthesis that closes a short aside, else where it opens."""
        forms = self._view.forms
        return next((end for end in range(at + 1, min(last, at + _NEAR)) if forms[end] == ")"), at)

    def _is_told(self, at: int) -> bool:
        view = self._view
        flags = view.flags[at]
        if at + 1 < view.size and (view.kinds[at] == "number" or view.forms[at] in _FEW):
            flags = view.flags[at + 1]  # «سجل الجانب الآخر 3 خروقات»
        if view.forms[at] in _NEAR_DEEDS and at + 1 < view.size:
            flags = view.flags[at + 1]  # «توقع قرب انتهاء المعركة»
        return bool(flags & (CONTENT | MASDAR | RUMOUR)) and not flags & FOR

    def _is_said(self, at: int, resume: int, speech: Speech) -> bool:
        """A quotation is what is said when it stands near and is more than a word or two."""
        close = self._view.close_of.get(at)
        if close is not None and speech.only_with and speech.force in ("doubt", "promise"):
            return False  # «توقع فيهم إصابات»: quotation marks around a name make no verb of saying of it
        named = self._view.actor_at
        if close is not None and any(named.get(first, 0) >= close for first in range(max(resume + 1, at - 1), at + 2)):
            return False  # «أعلن المركز رصد 3 خروقات من قبل تنظيم "جبهة النصرة"»
        return close is None or (at - resume <= _NEAR and (close - at > 2 or at == resume))

    def _joined_marker(self, at: int, only: frozenset[str]) -> bool:
        view = self._view
        if "ب" in only and (view.flags[at] & BY or (view.forms[at][0] == "ب" and view.kinds[at] == "word")):
            return True
        return "ل" in only and bool(view.flags[at] & FOR)

    def begin(self, resume: int, marker: int | None) -> int:
        """What is said begins at a clause marker; adverbs before it («خلال مؤتمر») are the outlet's."""
        view = self._view
        if marker is not None and marker > resume and view.says_clause(marker) and view.forms[marker] != "عن":
            return marker
        return resume

    def contrast(self, begin: int, end: int) -> int:
        """Where «…، رغم أن», «…، في حين» sets something against what is said."""
        view = self._view
        for at in range(begin + 2, min(end, view.size)):
            against = view.forms[at] in _AGAINST and (view.is_comma(at - 1) or view.is_comma(at - 2))
            if against and not any(opening < at < close for opening, close in self._quotations(begin, at)):
                return at
        return end

    def _quotations(self, begin: int, at: int) -> list[tuple[int, int]]:
        view = self._view
        return [(opening, view.close_of[opening]) for opening in range(begin, at) if opening in view.close_of]

    def clause_end(self, begin: int, last: int) -> int:
        """The next comma outside quotations and asides, else the sentence's end."""
        view = self._view
        at = begin
        while at < last:
            if at in view.close_of:
                at = view.close_of[at]
            elif view.is_comma(at) and at > begin + 4 and not view.flags[min(at + 1, last - 1)] & (CONTENT | MASDAR):
                return at
            at += 1
        return last
