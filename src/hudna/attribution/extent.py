"""How far the naming of a speaker runs, word by word."""

from __future__ import annotations

import re

from hudna.arabic.letters import fold
from hudna.arabic.numbers_words import HUNDRED, HUNDREDS, TENS, UNITS
from hudna.attribution.speech import Cue
from hudna.attribution.view import View
from hudna.attribution.words import (
    ADJECTIVE,
    AND,
    BODY,
    BY,
    CLAUSE,
    CONJUNCTION,
    CONTENT,
    DEFINITE,
    DOCUMENT,
    ENDS,
    FOR,
    GIVEN,
    HEAD,
    LABEL,
    LINK,
    MASDAR,
    MEDIA,
    NO_SPEAKER,
    OWNED,
    PERSON,
    PLACE,
    PREPOSITION,
    RUMOUR,
    SOURCE,
    SPEAKS,
    TIME,
)

_IN_ITS_NAME = frozenset({"باسمه", "باسمها", "باسمهم", "باسمهما"})
_IN = frozenset({"في"})
_FIGURES = frozenset(fold(word) for words in (UNITS, TENS, HUNDRED, HUNDREDS) for word in words)
_FOR_PARTY = "عن"
_FROM = frozenset({"من"})
_THIS = frozenset({"هذه", "هذا", "تلك", "هؤلاء"})
_FOLLOWED_BY_FROM = frozenset(
    {"المدعوم", "المدعومه", "المدعومين", "المقرب", "المقربه", "القريب", "القريبه", "مقرب", "مقربه"}
)
_JOINS = frozenset({"بقياده", "برئاسه", "بزعامه", "باسم", "بالنيابه", "لدي", "لشؤون", "بن", "بنت"})
_NAMED_BY = _JOINS | {"ب"}
_PRESS = frozenset(
    {"للصحفيين", "للصحافيين", "لصحفيين", "لصحافيين", "للصحافه", "للاعلام", "لنا", "لشبكتنا", "لمراسلنا", "للاعلاميين"}
)
SAYINGS = frozenset({"قولهما", "قوله", "قولها", "قولهم", "القول", "تاكيده", "ان"})
_TAKES_BY = frozenset(
    {
        "الخاص",
        "الخاصه",
        "خاص",
        "خاصه",
        "المعروف",
        "المعروفه",
        "معروف",
        "المكلف",
        "المكلفه",
        "المعني",
        "المعنيه",
        "المختصه",
    }
)
_BROKEN_PLURAL = re.compile(r"الا\w\wا\w")
NAME_IN_QUOTES = 4
_AFTER_ACTOR = 2
"""Words and marks that may follow a known actor in the quotation that names it."""
_QUOTED_AFTER = BODY | MEDIA
_PLACES = frozenset(
    {"مدينه", "بلده", "قريه", "محافظه", "منطقه", "ريف", "ولايه", "شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي"}
)
_DATES = frozenset(
    {
        "منتصف",
        "اوائل",
        "اواسط",
        "اواخر",
        "مطلع",
        "نهايه",
        "بدايه",
        "الايام",
        "الساعات",
        "الاسابيع",
        "الاشهر",
        "السنوات",
        "شهر",
        "عام",
        "العام",
        "الشهر",
        "الاسبوع",
        "غضون",
    }
)
_OCCASIONS = frozenset(
    {
        "مؤتمر",
        "حديث",
        "مقابله",
        "اتصال",
        "لقاء",
        "ختام",
        "اشاره",
        "وقت",
        "كلمه",
        "بيان",
        "حسابه",
        "صفحته",
        "حوار",
        "سياق",
        "نبا",
        "خبر",
        "تغريده",
        "منشور",
        "تدوينه",
        "رساله",
        "خطاب",
        "مداخله",
        "نفس",
        "ذات",
    }
)


class Extent:
    """Decides where namings can begin and where they end, in one document."""

    __slots__ = ("_cues", "_view")

    def __init__(self, view: View, cues: dict[str, Cue]) -> None:
        self._view = view
        self._cues = cues

    def points(self, at: int, stop: int) -> bool:
        """«هذه» before a definite noun."""
        view = self._view
        return view.forms[at] in _THIS and at + 1 < stop and bool(view.flags[at + 1] & DEFINITE)

    def can_begin(self, at: int, stop: int) -> bool:
        """Whether a naming can begin at a token."""
        view = self._view
        if at in view.actor_at:
            return not (view.flags[at] & FOR and view.flags[at] & MEDIA)  # «وقال لوكالة الأنباء إن …»
        if at in view.close_of:
            return self._quoted_name(at, stop, at)
        if view.kinds[at] == "latin":
            return True
        flags = view.flags[at]
        if view.kinds[at] != "word" or flags & (FOR | BY) or self.is_speech(at):
            return False
        if flags & (SPEAKS | GIVEN | PLACE):
            return True
        if flags & (ENDS | CONTENT | MASDAR | NO_SPEAKER | LABEL | LINK) and not flags & DEFINITE:
            return False
        if flags & (ENDS | CONTENT | MASDAR | NO_SPEAKER | LABEL):
            return False
        if flags & DEFINITE:
            return True
        return self._can_be_name(at, stop)

    def _can_be_name(self, at: int, stop: int) -> bool:
        """An unknown bare word names someone unless it reads as «مصدر الفعل» before a definite noun or as an object."""
        view = self._view
        form = view.forms[at]
        if len(form) > 3 and form[-1] == "ا" and form[-2] not in "يم":
            return False
        following = view.flags[at + 1] if at + 1 < stop else 0
        if form in _FIGURES:
            return bool(following & SPEAKS)  # «سجل الجانب الآخر خمسة خروقات», but «قال ثلاثة مسؤولين»
        return not (following & DEFINITE and not following & ADJECTIVE)

    def is_speech(self, at: int) -> bool:
        """Whether the word is a verb or participle of speech and nothing else."""
        cue = self._cues.get(self._view.forms[at])
        if cue is None or cue.kind == "noun":
            return False
        return not (cue.noun_like or self._view.flags[at] & SPEAKS)

    def extend(self, first: int, stop: int, head: int, addressee: bool) -> int:
        """The end of the naming that begins at `first`."""
        at = last = first
        while at < stop:
            step = self._step(at, stop, first, head, addressee)
            if not step:
                break
            at += step
            last = at
        return max(last, first + 1)

    def _step(self, at: int, stop: int, first: int, head: int, addressee: bool) -> int:
        """How many tokens from `at` belong to the naming that began at `first`; 0 when it ends here."""
        view = self._view
        form, kind = view.forms[at], view.kinds[at]
        if at in view.actor_at:
            end = view.actor_at[at]
            if at > first and view.flags[at] & FOR and view.flags[at] & MEDIA:
                return 0  # «قال المدير لوكالة الأنباء»
            if addressee and at > first and not view.flags[at] & AND and not self._governs(at - 1):
                return 0
            return end - at
        if kind == "mark":
            return self._mark_step(at, stop, first)
        if kind == "number" or (form in _FIGURES and at > first):
            return 0
        if kind == "latin" or at == first:
            return 1
        return self._word_step(at, stop, first, head, addressee, form)

    def _mark_step(self, at: int, stop: int, first: int) -> int:
        view = self._view
        form = view.forms[at]
        if at in view.close_of:
            return view.close_of[at] - at + 1 if self._quoted_name(at, stop, first) else 0
        if form == "#":
            return 1 if at + 1 < stop else 0
        if form == "-" and at > first and self._is_hyphen(at, stop):
            return 2
        if form == "-" and at > first:
            for end in range(at + 1, min(at + 8, stop)):
                if view.forms[end] == "-" and end > at + 1:
                    return end - at
        return 0

    def _is_hyphen(self, at: int, stop: int) -> bool:
        """Whether a dash joins the two parts of a name («كاستينا-ألا») and is not set apart by spaces."""
        tokens = self._view.tokens
        if at + 1 >= stop or self._view.kinds[at + 1] != "word":
            return False
        return tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start

    def _quoted_name(self, at: int, stop: int, first: int) -> bool:
        """Whether the quotation at `at` is a name inside the naming rather than what is said."""
        view = self._view
        close = view.close_of[at]
        known = close - view.actor_at.get(at + 1, at) <= _AFTER_ACTOR  # «فريق منسقو الاستجابة - سوريا»
        if (close - at - 1 > NAME_IN_QUOTES and not known) or close >= stop or close == at + 1:
            return False
        if at == first and view.flags[at + 1] & (CONTENT | MASDAR | ENDS):
            return False
        before = view.flags[at - 1] if at > first else 0
        governed = before & (_QUOTED_AFTER | SOURCE | PLACE) or (before & PERSON and not before & DEFINITE)
        if close + 1 == stop < view.size and at > first and self.is_speech(stop):
            return True  # «قوة المراقبة "درع" رصدت»: all that stands before the verb is its subject
        if at > first and not governed and view.forms[at - 1] not in _NAMED_BY:
            return False
        goes_on = close + 1 < view.size and (view.kinds[close + 1] != "mark" or view.forms[close + 1] in "،,(:")
        return goes_on or (at > first and bool(view.flags[at - 1] & HEAD))

    def _governs(self, at: int) -> bool:
        """Whether the word at `at` is a bare head, so that the next word can stand in its genitive."""
        flags = self._view.flags[at]
        if (flags & PREPOSITION and not flags & HEAD) or (flags & (FOR | BY) and flags & (MASDAR | CONTENT)):
            return True
        return bool(flags & (HEAD | DOCUMENT)) and not flags & DEFINITE

    def _word_step(self, at: int, stop: int, first: int, head: int, addressee: bool, form: str) -> int:
        view = self._view
        flags = view.flags[at]
        if form in _JOINS or (head & DOCUMENT and flags & LINK):
            return 1
        if flags & CLAUSE or form in _PRESS or form in SAYINGS:
            return 0
        if self.points(at, stop):
            return 2
        if form in _IN:
            return self._in_step(at, stop)
        if form == _FOR_PARTY and head & PERSON and at + 1 < stop:
            return 1 if at + 1 in view.actor_at or view.flags[at + 1] & (BODY | PLACE) else 0  # «النائب عن الكتلة»
        if form in _FROM:
            return 1 if self._may_say_from(at, stop, first, head) else 0
        if flags & ENDS and not flags & (HEAD | ADJECTIVE):
            return 1 if flags & TIME and self._governs(at - 1) and view.flags[at - 1] & MEDIA else 0
        if flags & FOR:
            return 0 if flags & MEDIA or (at + 1 < stop and at + 1 in view.close_of) else 1
        if form == "ل":
            return 0
        return self._noun_step(at, first, head, addressee, flags)

    def _noun_step(self, at: int, first: int, head: int, addressee: bool, flags: int) -> int:
        view = self._view
        if self.is_speech(at) or (view.forms[at] in self._cues and self._cues[view.forms[at]].kind == "participle"):
            return 0
        if view.forms[at] in self._cues and self._cues[view.forms[at]].noun_like and flags & CONTENT:
            return 0
        governed = self._governs(at - 1)
        if flags & AND:
            joins = flags & (SPEAKS | GIVEN | PLACE | DEFINITE) and not flags & (CONTENT | MASDAR | FOR | BY)
            return 1 if joins else 0
        if view.forms[at] in _IN_ITS_NAME and head & PERSON:
            return 1  # «المتحدث باسمها العقيد سالم»
        if flags & BY:
            of_body = head & (SOURCE | PERSON) and flags & (BODY | PLACE)  # «مصدر بالجيش»
            return 1 if of_body or view.forms[at - 1] in _TAKES_BY else 0
        if flags & (CONTENT | MASDAR) and not flags & HEAD:
            return self._told_noun_step(at, governed, flags)
        if flags & OWNED and not flags & SPEAKS and not view.flags[at - 1] & GIVEN:
            return 0
        known = flags & (HEAD | GIVEN | ADJECTIVE | DEFINITE | PLACE | LINK)
        if view.forms[at] == "ب":
            return 1 if view.forms[at - 1] in _TAKES_BY else 0
        if head & (BODY | MEDIA) and not head & PERSON and not known and view.flags[at - 1] & DEFINITE:
            return 0
        if flags & RUMOUR and not view.flags[at - 1] & MEDIA:
            return 0
        if view.forms[at] == "اول" and not view.flags[at - 1] & PERSON:
            return 0  # «أعلنت الحركة أول هدنة»; «ملازم أول» is a rank
        if flags & PERSON and view.forms[at][-1] == "ا" and view.flags[at - 1] & DEFINITE and not flags & DEFINITE:
            return 0  # «نعى الحزب قائدا …»: the object
        bare = flags & (HEAD | RUMOUR) and not flags & (DEFINITE | ADJECTIVE | GIVEN)
        if bare and (self._complete(at - 1, first) or (view.flags[at - 1] & DEFINITE and not flags & PERSON)):
            return 0
        return 0 if addressee and self._second_naming(at, first) else 1

    def _told_noun_step(self, at: int, governed: bool, flags: int) -> int:
        """A noun of what is told stays in the naming as its genitive («هيئة تحرير الشام») or adjective («المهاجمة»)."""
        view = self._view
        before = view.flags[at - 1]
        if any(view.flags[back] & (FOR | BY) and view.flags[back] & (MASDAR | CONTENT) for back in (at - 1, at - 2)):
            return 1
        if not flags & CONTENT and flags & DEFINITE and before & DEFINITE and view.forms[at].startswith("الم"):
            return 1
        following = view.flags[at + 1] if at + 1 < view.size else 0
        joined = not flags & CONTENT or flags & DEFINITE or following & DEFINITE
        governed = governed or self._named_after_task(at)
        return 1 if governed and joined and not before & SOURCE else 0

    def _named_after_task(self, at: int) -> bool:
        """«مركز مراقبة الهدنة», «مركز رصد النزوح»: a body named after its task holds the genitive of the task too."""
        view = self._view
        back = at - 1
        while back > 0 and self._is_task(back):
            back -= 1
        return back < at - 1 and bool(view.flags[back] & BODY) and not view.flags[back] & DEFINITE

    def _is_task(self, at: int) -> bool:
        flags, cue = self._view.flags[at], self._cues.get(self._view.forms[at])
        if flags & (DEFINITE | AND | FOR | BY | HEAD):
            return False
        return bool(flags & (CONTENT | MASDAR)) or (cue is not None and cue.noun_like)

    def _complete(self, at: int, first: int) -> bool:
        """Whether an adjective at `at` closes an indefinite naming, so that a bare noun cannot join it."""
        flags = self._view.flags[at]
        return at > first and bool(flags & ADJECTIVE) and not flags & (DEFINITE | GIVEN | HEAD)

    def _second_naming(self, at: int, first: int) -> bool:
        """Whether the word at `at` is the person addressed: it disagrees with the head that the naming has."""
        view = self._view
        flags, form = view.flags[at], view.forms[at]
        if self._governs(at - 1) or (flags & GIVEN and view.flags[at - 1] & GIVEN):
            return False
        before = view.flags[at - 1]
        if flags & (SPEAKS | PLACE) and (not flags & ADJECTIVE or not before & DEFINITE):
            return True
        head_form = view.forms[first]
        plural = form.endswith(("ين", "ون"))
        if flags & DEFINITE:
            if plural:
                return not head_form.endswith(("ين", "ون"))
            if not view.flags[first] & DEFINITE and at == first + 1:
                return not flags & ADJECTIVE
            if _BROKEN_PLURAL.fullmatch(form):
                return True
            return view.forms[at - 1].endswith("ه") and not form.endswith("ه") and not flags & ADJECTIVE
        return bool(view.flags[first] & DEFINITE and not flags & GIVEN and view.flags[at - 1] & DEFINITE)

    def _in_step(self, at: int, stop: int) -> int:
        """«في» belongs to the naming before a place, not before «بيان», «وقت» or a noun of what happened."""
        view = self._view
        if at + 1 >= stop or view.kinds[at + 1] != "word":
            return 0
        flags = view.flags[at + 1]
        if at + 1 in view.actor_at:
            return 1
        if flags & (DOCUMENT | CONTENT | MASDAR | TIME | CONJUNCTION | CLAUSE | FOR | BY):
            return 0
        if view.forms[at + 1] in _DATES:
            return 0
        if flags & (PLACE | BODY | DEFINITE):
            return 2
        return 2 if view.forms[at + 1] in _PLACES or (not flags and view.forms[at + 1] not in _OCCASIONS) else 0

    def _may_say_from(self, at: int, stop: int, first: int, head: int) -> bool:
        view = self._view
        if at + 1 >= stop or view.kinds[at + 1] != "word" or view.flags[at + 1] & (CONTENT | MASDAR | ENDS):
            return False
        if view.forms[at - 1] in _FOLLOWED_BY_FROM:
            return True
        return bool(head & (SOURCE | BODY)) or bool(head & PERSON and not view.flags[first] & DEFINITE)
