"""Verbs of speech, their participles and verbal nouns: who is the subject, and what is said."""

from __future__ import annotations

from hudna.attribution.complements import Complements
from hudna.attribution.drafts import Draft, Drafts
from hudna.attribution.phrases import Namer, Phrase
from hudna.attribution.speech import CLAUSE as CLAUSE_WORD
from hudna.attribution.speech import Cue, Speech
from hudna.attribution.view import View
from hudna.attribution.words import (
    AUXILIARY,
    BODY,
    BY,
    CLAUSE,
    CONJUNCTION,
    CONTENT,
    DEFINITE,
    DOCUMENT,
    FOR,
    HEAD,
    MASDAR,
    NEGATION,
    PREPOSITION,
    RELATIVE,
    RUMOUR,
    SPEAKS,
    TIME,
)

_WINDOW = 16
_LOOK_BACK = 40
_ADVERBIAL = 6
_SHORT_NAME = 3
_TAIL = 8
_LEAST_BEFORE = 3
_FROM = "عن"
_REFERS_BACK = frozenset({"اليها", "اليه", "بها", "به", "اليهما", "لها", "له"})
_DASHES = frozenset({"-", "–", "—", "|", "/"})
_NAME_OF = frozenset({"اسمه", "اسمها", "هويته", "هويتها", "اسمهم", "اسمائهم", "هويتهم", "هوياتهم"})
_REVEALING = frozenset({"الكشف", "كشف", "ذكر", "الافصاح", "عدم", "نشر", "ايراد", "اغفال"})
_HALTS = frozenset({".", "؟", "!"})


class Verbs:
    """Reads the cues of one document that are verbs, participles or verbal nouns."""

    def __init__(self, view: View, namer: Namer, drafts: Drafts, cues: dict[str, Cue]) -> None:
        self._view = view
        self._namer = namer
        self._drafts = drafts
        self._cues = cues
        self._complements = Complements(view)

    def read(self, at: int, first: int, last: int) -> None:
        """Read the cue at a token of the sentence `first`–`last`."""
        cue = self._cues[self._view.forms[at]]
        if cue.kind == "verb":
            self._verb(at, cue, first, last)
        elif cue.kind == "participle":
            self._participle(at, cue, first, last)
        elif cue.kind == "noun":
            self._noun(at, cue, last)
        else:
            self._document_verb(at, cue, last)

    def subject_after(self, at: int, last: int, cue: Cue) -> Phrase | None:
        """The naming that follows a verb, past words of time."""
        start = self._complements.skip_times(at + 1, last)
        if start >= last or self._view.flags[start] & CLAUSE:
            return None
        phrase = self._namer.naming(
            start, last, addressee=cue.speech.addressee and not cue.object_pronoun, halts=cue.speech.only_with
        )
        if phrase and self._view.close_of.get(phrase.first, -1) >= last - 1:
            return None
        if phrase and cue.speech.addressee and self._view.forms[phrase.first].endswith("ين"):
            return None
        return phrase

    def _verb(self, at: int, cue: Cue, first: int, last: int) -> None:
        view = self._view
        if self._negated(at, first) or (view.flags[at] & SPEAKS and not cue.joined) or self._keeps_name(at, last):
            return
        before = None if cue.object_pronoun else self._subject_before(at, first)
        if before is not None and not before.strong and cue.noun_like:
            before = None
        after = None if before else self.subject_after(at, last, cue)
        subject = before or after
        if self._relative_demand(at, cue, first, last):
            return
        resume = after.after if after else at + 1
        marker = self._complements.marker(cue.speech, resume, last)
        bare = marker is None and not cue.noun_like and not cue.joined
        if bare and after is not None and self._trails(at, after, cue.speech, first, last):
            return
        if marker is None and cue.speech.only_with:
            return
        if cue.noun_like and before is None and not self._surely_verb(at, first, after, marker):
            return
        if subject is None and cue.speech.addressee and not (cue.joined or cue.object_pronoun or at == first):
            return
        number = self._speaker(subject, cue, at, first)
        if number is None:
            return
        self._drafts.subject = number
        begin = marker if marker is not None and cue.speech.addressee else self._complements.begin(resume, marker)
        self._speak(number, at, cue, begin, last)
        if cue.speech.relays:
            self._relay(cue, after.last if after else at + 1, last)
        self._quotation_before(at, first, number, cue)

    def _surely_verb(self, at: int, first: int, after: Phrase | None, marker: int | None) -> bool:
        """Whether a form that is also a noun is a verb here: it begins a clause and a speaker follows."""
        view = self._view
        if after is None or not self._starts_clause(at, first):
            return False
        clause = marker is not None and view.says_clause(marker)
        return after.strong or (clause and bool(view.flags[after.first] & DEFINITE))

    def _speak(self, number: int, at: int, cue: Cue, begin: int, last: int) -> None:
        drafts = self._drafts
        end = drafts.forward_end(begin, last)
        outer = drafts.voice_of[begin] if begin < self._view.size else -1
        relayed = None
        if outer >= 0 and drafts.drafts[outer].mention not in (None, number) and drafts.drafts[outer].scope[1] > begin:
            relayed = outer if self._contains(outer, at) else None
        rule = "verb.subject" if self._drafts.memory.mentions[number].first != at else "verb"
        drafts.add(number, cue.speech.force, (at, at + 1), rule, cue.speech.id, (begin, end), relayed)

    def _keeps_name(self, at: int, last: int) -> bool:
        """«رفض الكشف عن هويته» tells of the source and says nothing."""
        forms = self._view.forms
        window = forms[at + 1 : min(last, at + 7)]
        return any(form in _NAME_OF for form in window) and any(form in _REVEALING for form in window[:2])

    def _contains(self, draft: int, at: int) -> bool:
        return self._drafts.voice_of[at] == draft

    def _negated(self, at: int, first: int) -> bool:
        view = self._view
        return any(view.flags[back] & NEGATION for back in range(max(first, at - 1), at))

    def _starts_clause(self, at: int, first: int) -> bool:
        """Whether a verb can stand here: at the start of a sentence or clause, or after a particle."""
        view = self._view
        if self._cues[view.forms[at]].joined:
            return True
        back = at - 1
        while back >= first and view.flags[back] & TIME:
            back -= 1
        if back < first or view.is_comma(back) or view.is_quote(back) or view.forms[back] in (":", ")", "-"):
            return True
        if view.flags[back] & CONJUNCTION:
            return True
        start = view.skip_marks(first, at)
        return at - start <= _ADVERBIAL and bool(view.flags[start] & (PREPOSITION | FOR | BY))

    def _subject_before(self, at: int, first: int) -> Phrase | None:
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
            return None if view.forms[target - 1].endswith("ا") else self._namer.naming(target - 1, target)
        for start in self._clause_starts(target, first):
            if view.flags[start] & (PREPOSITION | TIME) or start >= target:
                continue
            phrase = self._namer.naming(start, target, bounded=True)
            if phrase and target in (phrase.after, phrase.last):
                announced = start > first and view.flags[start - 1] & AUXILIARY
                if announced or self._may_precede(phrase):
                    return phrase
        return None

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

    def _speaker(self, subject: Phrase | None, cue: Cue, at: int, first: int) -> int | None:
        if subject is not None:
            return self._drafts.memory.add(subject)
        number = self._drafts.memory.carried(cue.feminine)
        if number is None and at > first + 1:
            found = self.main_subject(first, at)
            number = self._drafts.memory.add(found) if found else None
        return number

    def main_subject(self, first: int, last: int) -> Phrase | None:
        """The subject of a sentence's first verb, for speech that hangs on a verb that is none."""
        start = self._view.skip_marks(first, last)
        phrase = self._namer.naming(start, last)
        told = self._view.flags[min(start, self._view.size - 1)] & (CONTENT | MASDAR)
        if (phrase is None or not phrase.strong) and not told:
            phrase = self._namer.naming(start + 1, last) if start + 1 < last else None
        return phrase if phrase and phrase.strong else None

    def _relay(self, cue: Cue, start: int, last: int) -> None:
        """«نقلت الوكالة عن المتحدث قوله إن …»: the person after «عن» is nearer than the agency."""
        view = self._view
        at = start
        limit = min(last, start + _TAIL)
        while at < limit and view.forms[at] != _FROM and not view.says_clause(at):
            at += 1
        if at >= limit or view.forms[at] != _FROM:
            return
        phrase = self._namer.naming(at + 1, last)
        if phrase is None or not (phrase.strong or cue.noun_like or cue.speech.force == "report"):
            return
        number = self._drafts.memory.add(phrase)
        outer = len(self._drafts.drafts) - 1
        self._drafts.subject = number
        end = self._drafts.forward_end(phrase.after, last)
        self._drafts.add(number, "assert", (at, at + 1), "relay.from", cue.speech.id, (phrase.after, end), outer)

    def _trails(self, at: int, after: Phrase, speech: Speech, first: int, last: int) -> bool:
        """«…، قال المتحدث»: the verb and its subject close the sentence and speak for what stands before."""
        view = self._view
        if at - first < _LEAST_BEFORE or speech.force not in ("assert", "doubt", "report"):
            return False
        previous = at - 1
        if not (view.is_comma(previous) or view.is_quote(previous) or view.forms[previous] in _HALTS):
            return False
        if last - after.last > _TAIL:
            return False
        number = self._drafts.memory.add(after)
        self._drafts.subject = number
        begin = self.region(first, at)
        self._drafts.backward(
            begin, previous, Draft(number, speech.force, (at, at + 1), "verb.trails", speech.id, (begin, previous))
        )
        return True

    def region(self, first: int, at: int) -> int:
        """Where the clause that a trailing attribution at `at` speaks for begins."""
        view = self._view
        for back in range(at - 1, first, -1):
            if view.forms[back] in ("فيما", "بينما") and view.is_comma(back - 1):
                return back
        opened = (view.open_of[close] for close in range(first, at + 1) if close in view.open_of)
        return min((start for start in opened if start < first), default=first)

    def _quotation_before(self, at: int, first: int, number: int, cue: Cue) -> None:
        """A quotation that ends right before the verb belongs to its subject too."""
        view, drafts = self._view, self._drafts
        close = at - 1
        while close > first and view.is_comma(close):
            close -= 1
        if close <= first or not view.is_quote(close) or cue.joined:
            return
        opened = view.open_of.get(close)
        if opened is None or close - opened < _LEAST_BEFORE or drafts.voice_of[opened + 1] >= 0:
            return
        draft = Draft(number, cue.speech.force, (at, at + 1), "verb.trails", cue.speech.id, (opened, close))
        drafts.backward(opened, close, draft)

    def _relative_demand(self, at: int, cue: Cue, first: int, last: int) -> bool:
        """«الهدنة التي دعت إليها الأمم المتحدة»: the demander speaks for the thing demanded, before the verb."""
        view = self._view
        if cue.speech.force != "demand" or at < first + 2 or not view.flags[at - 1] & RELATIVE:
            return False
        if at + 1 >= last or view.forms[at + 1] not in _REFERS_BACK:
            return False
        phrase = self._namer.naming(at + 2, last)
        if phrase is None:
            return False
        begin = at - 2
        while begin > first and at - begin < 6 and not view.flags[begin] & (BY | FOR | PREPOSITION):
            begin -= 1
        number = self._drafts.memory.add(phrase)
        draft = (number, cue.speech.force, (at, at + 1), "verb.relative", cue.speech.id, (begin, at - 1))
        self._drafts.add(*draft)
        self._drafts.past = phrase.last
        return True

    def _participle(self, at: int, cue: Cue, first: int, last: int) -> None:
        """«مؤكدا أن …» goes on with the subject of its sentence."""
        view, drafts = self._view, self._drafts
        if view.flags[at] & HEAD and not view.forms[at].endswith("ا"):
            return
        marker = self._complements.marker(cue.speech, at + 1, min(last, at + 6))
        apart = at == first or view.is_comma(at - 1) or view.is_quote(at - 1) or view.forms[at - 1] == "."
        if (cue.speech.only_with and marker is None) or (not apart and marker is None):
            return
        number, found = drafts.subject, None
        if number is None:
            found = self.main_subject(first, at) if at > first + 1 else None
            number = drafts.memory.add(found) if found else drafts.memory.carried(cue.feminine)
        if number is None:
            return
        begin = at + 1
        outer = self._outer_of(number, at)
        if drafts.subject is None and found:
            told = (self.region(first, at), at)
            drafts.backward(*told, Draft(number, "assert", (at, at + 1), "participle.main", cue.speech.id, told))
        end = drafts.forward_end(begin, last)
        drafts.add(number, cue.speech.force, (at, at + 1), "participle", cue.speech.id, (begin, end), outer)

    def _outer_of(self, number: int, at: int) -> int | None:
        voice = self._drafts.voice_of[at]
        if voice < 0:
            return None
        draft = self._drafts.drafts[voice]
        return draft.outer if draft.mention == number else voice

    def _noun(self, at: int, cue: Cue, last: int) -> None:
        """«اتهامات الحكومة بانتهاك الهدنة»: the genitive of a verbal noun speaks."""
        view, drafts = self._view, self._drafts
        phrase = self._namer.naming(at + 1, last)
        if phrase is None or not phrase.strong or phrase.flags & DOCUMENT:
            return
        marker = self._complements.marker(cue.speech, phrase.last, min(last, phrase.after + 8))
        if marker is None and phrase.after != phrase.last:
            marker = self._complements.marker(cue.speech, phrase.after, min(last, phrase.after + 8))
        if marker is None or (
            not phrase.flags & (HEAD | BODY | SPEAKS)
            and phrase.first not in view.actor_at
            and marker > phrase.after + 2
        ):
            return
        number = drafts.memory.add(phrase)
        if drafts.subject is None:
            drafts.subject = number
        end = self._complements.clause_end(phrase.last, last)
        outer = drafts.voice_of[at]
        relayed = outer if outer >= 0 else None
        drafts.add(number, cue.speech.force, (at, at + 1), "noun.genitive", cue.speech.id, (phrase.last, end), relayed)

    def _document_verb(self, at: int, cue: Cue, last: int) -> None:
        """«وجاء في بيان الشرطة أن …»."""
        view = self._view
        if at + 2 >= last or view.forms[at + 1] != "في" or not view.flags[at + 2] & DOCUMENT:
            return
        phrase = self._namer.naming(at + 2, last)
        if phrase is None:
            return
        marker = self._complements.marker(cue.speech._replace(only_with=frozenset({CLAUSE_WORD})), phrase.last, last)
        if marker is None:
            return
        number = self._drafts.memory.add(phrase)
        self._drafts.subject = number
        end = self._drafts.forward_end(marker, last)
        self._drafts.add(number, cue.speech.force, (at, at + 2), "document", cue.speech.id, (marker, end))
