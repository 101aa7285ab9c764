"""Who the subject of a verb of speech is: the naming after it, before it, or that of its clause."""

from __future__ import annotations

from hudna.attribution.complements import Complements
from hudna.attribution.memory import Memory
from hudna.attribution.phrases import Namer, Phrase
from hudna.attribution.speech import Cue
from hudna.attribution.view import View
from hudna.attribution.words import (
    ADJECTIVE,
    AUXILIARY,
    BY,
    CLAUSE,
    CONJUNCTION,
    DEFINITE,
    DOCUMENT,
    FOR,
    HEAD,
    OWNED,
    PLACE,
    PREPOSITION,
    RELATIVE,
    RUMOUR,
    SPEAKS,
    TIME,
)

_LOOK_BACK = 40
_ADVERBIAL = 6
_SHORT_NAME = 3
_NEAR = 6
_HALTS = frozenset({".", "؟", "!"})
_BY_WAY_OF = frozenset({"عبر"})
_IN = frozenset({"في", "وفي"})
_NUMBER_OF = frozenset(
    lead + noun for lead in ("", "و", "ل", "ب") for noun in ("عدد", "اعداد", "مجموع", "اجمالي", "نسبه", "حصيله")
)
_OF_IT = frozenset({"به", "بها", "عنه", "عنها", "فيه", "فيها"})
_AS_FOR = frozenset({"اما", "واما"})
_AGENCIES = frozenset({"وكالات", "الوكالات", "متابعات"})
_DASHES = frozenset({"-", "–", "—", "|", "/"})
_OPENS_CLAUSE = _DASHES | {":", ")"}


class Subjects:
    """Finds the subjects of the verbs of one document."""

    __slots__ = ("_complements", "_cues", "_memory", "_namer", "_view")

    def __init__(
        self, view: View, namer: Namer, memory: Memory, complements: Complements, cues: dict[str, Cue]
    ) -> None:
        self._view = view
        self._namer = namer
        self._memory = memory
        self._complements = complements
        self._cues = cues

    def after(self, at: int, last: int, cue: Cue) -> Phrase | None:
        """The naming that follows a verb, past words of time; a dual or plural verb follows its own subject."""
        if cue.plural:
            return None
        start = self._complements.skip_times(at + 1, last)
        if start < last and self._view.forms[start] in _OF_IT:
            start += 1  # «وفق ما أفادت به مصادر»
        if start >= last or self._view.flags[start] & CLAUSE:
            return None
        if start > at + 1 and self._view.forms[start - 1] in _BY_WAY_OF:
            return None  # «حث عبر تغريدة طرفي النزاع على …»
        phrase = self._namer.naming(
            start, last, addressee=cue.speech.addressee and not cue.object_pronoun, halts=cue.speech.only_with
        )
        if phrase and self._view.close_of.get(phrase.first, -1) >= last - 1:
            return None
        if phrase and cue.speech.addressee and (self._is_addressee(phrase, cue) or self._is_accused(phrase, last, cue)):
            return None
        return phrase

    def _is_accused(self, phrase: Phrase, last: int, cue: Cue) -> bool:
        """«اتهمت القوات بقصف البلدة»: one naming before what somebody is accused of is the accused."""
        if cue.speech.force != "accuse" or cue.object_pronoun or phrase.after >= last:
            return False
        at = self._complements.skip_times(phrase.after, last)
        return at < last and bool(self._view.flags[at] & BY) and self._complements.marker(cue.speech, at, at + 1) == at

    def _is_addressee(self, phrase: Phrase, cue: Cue) -> bool:
        """Whether what follows a verb is its object: «ودعا المسلحين إلى …», «حث أنصاره على …», «ودعا الشعب إلى …»."""
        flags = self._view.flags[phrase.first]
        if self._namer.is_oblique(phrase.first) or (flags & OWNED and not flags & SPEAKS):
            return True
        return cue.joined and not phrase.strong and self._memory.latest() is not None

    def before(self, at: int, first: int) -> Phrase | None:
        """The naming that stands before its verb: «المرصد قال», «وكان الوزير، …، قد أعلن»."""
        view = self._view
        target = at
        while target > first and view.flags[target - 1] & AUXILIARY:
            target -= 1
        if target == first or (
            self._cues[view.forms[at]].joined and target == at and not view.forms[at].startswith("ف")
        ):
            return None
        if target == first or view.forms[target - 1] in _DASHES:
            return None
        if view.flags[target - 1] & (RUMOUR | DOCUMENT):
            apart = view.forms[target - 1].endswith("ا") or (target > first + 1 and view.forms[target - 2] in _IN)
            return None if apart else self._namer.naming(target - 1, target)  # «في بيان نشر على صفحتها أن …»
        opened = view.open_of.get(target - 1, -1)
        if opened == first or (opened > first and (view.is_comma(opened - 1) or view.flags[opened - 1] & CLAUSE)):
            phrase = self._namer.naming(opened, target)
            if phrase and phrase.last == target:
                return phrase
        for start in self._clause_starts(target, first):
            if view.flags[start] & (PREPOSITION | TIME) or start >= target:
                continue
            phrase = self._namer.naming(start, target, bounded=True)
            if phrase and not phrase.strong and start > first and view.flags[start - 1] & RELATIVE:
                continue
            if phrase and target in (phrase.after, phrase.last):
                if self._is_dateline(phrase, target):
                    return None
                announced = start > first and view.flags[start - 1] & AUXILIARY
                if announced or self._may_precede(phrase):
                    return phrase
        opening = view.skip_marks(first, target)
        if view.forms[target].startswith("ف") and view.forms[opening] in _AS_FOR:
            return self._namer.naming(opening + 1, target)  # «أما الزعيم، وهو …، فقال»
        return None

    def _is_dateline(self, phrase: Phrase, verb: int) -> bool:
        """«صنعاء (وكالات) اتهمت لجنة …», «سالم الأحمد، وكالات (صنعاء) قالت …»: where and by whom it was written."""
        view = self._view
        bracketed = phrase.last < verb - 1 and view.forms[phrase.last] == "(" and view.forms[verb - 1] == ")"
        if phrase.last - phrase.first != 1 or not bracketed:
            return False
        return bool(phrase.flags & PLACE) or view.forms[phrase.first] in _AGENCIES

    def _may_precede(self, phrase: Phrase) -> bool:
        """An unknown word before a verb is its subject only in a short naming."""
        view = self._view
        if phrase.strong or view.flags[phrase.first] & DEFINITE:
            return True
        return phrase.last - phrase.first <= _SHORT_NAME and not any(
            view.flags[at] & BY or (view.forms[at][0] == "ب" and len(view.forms[at]) > 4)
            for at in range(phrase.first + 1, phrase.last)
        )

    def _clause_starts(self, target: int, first: int) -> list[int]:
        """Where the clause that ends at `target` may begin, nearest first; after «كان» and «أما» the farthest first."""
        view = self._view
        starts = []
        at = target - 1
        stop = max(first, target - _LOOK_BACK)
        while at >= stop:
            if view.open_of.get(at, -1) >= stop:
                at = view.open_of[at] - 1  # a quotation that closes before the verb is part of the naming
                continue
            flags = view.flags[at]
            bound = flags & (CLAUSE | CONJUNCTION) or at in view.close_of or view.forms[at] in (":", ".")
            if bound or view.is_comma(at):
                starts.append(at + 1)
            if bound:
                if flags & AUXILIARY:
                    starts.reverse()
                break
            at -= 1
        else:
            starts.append(view.skip_marks(stop, target) if stop not in view.close_of else stop)
        return starts

    def of_clause(self, at: int, first: int) -> Phrase | None:
        """The noun that opens the clause of a verb: «إلا أن مصادر في المدينة التي حوصرت تحدثت عن …»."""
        view = self._view
        for back in range(at - 1, max(first, at - _NEAR * 2), -1):
            if view.is_comma(back) or view.forms[back] in _HALTS:
                return None
            if view.flags[back] & CLAUSE:
                phrase = self._namer.naming(back + 1, at)
                return phrase if phrase and phrase.flags & HEAD else None
        return None

    def of_relative(self, at: int, first: int, cue: Cue) -> Phrase | None:
        """The naming that a relative clause belongs to: «خالد العمري، الذي أعلن رفضه …»."""
        view = self._view
        target = at - 1
        while target > first and (view.is_comma(target - 1) or view.flags[target - 1] & TIME):
            target -= 1  # «الوزير، الأحد، الذي قال»
        found = None
        if target > first and view.flags[target - 1] & (FOR | BY) and view.flags[target - 1] & (SPEAKS | PLACE):
            return self._namer.joined_naming(target - 1, target, bounded=True)  # «تحذير لروسيا التي أكدت …»
        for start in range(target - 1, max(first, target - _NEAR) - 1, -1):
            if view.is_comma(start):
                break
            phrase = self._namer.naming(start, target, bounded=True)
            if phrase and start > first and view.forms[start - 1] in _NUMBER_OF and target == at - 1:
                return None  # «بقي عدد الفصائل التي أعلنت التزامها 52»: which are counted, not who speaks
            if phrase and (phrase.strong or self._is_name(start, target, at)) and phrase.last == target:
                agrees = self._memory.feminine(phrase.first, phrase.flags) in (None, cue.feminine)
                found = phrase if agrees else found
        return found

    def _is_name(self, start: int, target: int, verb: int) -> bool:
        """A bare word before «الذي», or a few between commas, are a name: a common noun would have its article."""
        view = self._view
        if not view.forms[verb - 1].endswith("الذي") or target - start > _SHORT_NAME:
            return False
        apart = view.is_comma(start - 1)
        other = ~(DEFINITE | ADJECTIVE) if apart else -1
        unknown = not any(view.flags[at] & other for at in range(start, target))
        return unknown and not view.forms[target - 1].endswith("ه") and (apart or target - start == 1)

    def may_go_on(self, at: int, first: int) -> bool:
        """Whether a verb without a subject can be that of the last speaker: «بلدات تحذر من …» tells of the towns."""
        return self.starts_clause(at, first) or bool(self._view.flags[at - 1] & (CLAUSE | DOCUMENT | SPEAKS))

    def starts_clause(self, at: int, first: int) -> bool:
        """Whether a verb can stand here: at the start of a sentence or clause, or after a particle."""
        view = self._view
        if self._cues[view.forms[at]].joined:
            return True
        back = at - 1
        while back >= first and view.flags[back] & TIME:
            back -= 1
        if back < first or view.is_comma(back) or view.is_quote(back) or view.forms[back] in _OPENS_CLAUSE:
            return True
        if view.flags[back] & CONJUNCTION:
            return True
        start = view.skip_marks(first, at)
        return at - start <= _ADVERBIAL and bool(view.flags[start] & (PREPOSITION | FOR | BY))
