"""Verbs of speech, their participles and verbal nouns: who is the subject, and what is said."""

from __future__ import annotations

from hudna.attribution.complements import Complements
from hudna.attribution.drafts import Draft, Drafts
from hudna.attribution.nouns import Nouns
from hudna.attribution.phrases import Namer, Phrase
from hudna.attribution.speech import Cue, Lexicon, Speech
from hudna.attribution.subjects import Subjects
from hudna.attribution.view import View
from hudna.attribution.words import (
    BY,
    DEFINITE,
    DOCUMENT,
    FOR,
    GIVEN,
    HEAD,
    NEGATION,
    PLACE,
    PREPOSITION,
    RELATIVE,
    RUMOUR,
    SPEAKS,
)

_WINDOW = 16
_TAIL = 8
_NEAR, _OPENING = 6, 12
"""How far what a participle says may stand from it: farther when it opens the sentence («مضيفا على صفحته «…»»)."""
_LEAST_BEFORE = 3
_FROM = "عن"
_REFERS_BACK = frozenset({"اليها", "اليه", "بها", "به", "اليهما", "لها", "له"})
_NARROW = frozenset({"deny", "doubt", "demand", "promise", "threat"})
_NAME_OF = frozenset({"اسمه", "اسمها", "هويته", "هويتها", "اسمهم", "اسمائهم", "هويتهم", "هوياتهم"})
_REVEALING = frozenset({"الكشف", "كشف", "ذكر", "الافصاح", "عدم", "نشر", "ايراد", "اغفال"})
_HALTS = frozenset({".", "؟", "!"})
_PRESENT = ("", "ي", "ت", "ن")
"""First letters of the present tense, whose vowel may be an u in the active too."""
_U = "\u064f"
_JOINING = "وف\u064e"
"""Letters of a joined «and», with its vowel."""
_WHICH = frozenset({"مما", "وما"})


class Verbs:
    """Reads the cues of one document that are verbs, participles or verbal nouns."""

    def __init__(self, view: View, namer: Namer, drafts: Drafts, complements: Complements, speech: Lexicon) -> None:
        self._view = view
        self._namer = namer
        self._drafts = drafts
        self._cues = speech.cues
        self._performed = speech.words["performed"]
        self._complements = complements
        self.subjects = Subjects(view, namer, drafts.memory, self._complements, speech.cues)
        self._nouns = Nouns(view, namer, drafts, self._complements)

    def read(self, at: int, first: int, last: int) -> None:
        """Read the cue at a token of the sentence `first`–`last`."""
        cue = self._cues[self._view.forms[at]]
        if cue.kind == "verb":
            self._verb(at, cue, first, last)
        elif cue.kind == "participle":
            self._participle(at, cue, first, last)
        elif cue.kind == "noun":
            self._nouns.noun(at, cue, first, last)
        else:
            self._nouns.document_verb(at, cue, last)

    def _verb(self, at: int, cue: Cue, first: int, last: int) -> None:
        view = self._view
        if self._says_nothing(at, cue, first, last):
            return
        before = None if cue.object_pronoun else self.subjects.before(at, first)
        if before is not None and not before.strong and cue.noun_like:
            before = None
        if before is not None and cue.noun_like and view.is_comma(at - 1) and view.is_comma(before.first - 1):
            return  # «أعلن نائب المدير، العقيد سالم، رصد 36 خرقا»: a verbal noun after an apposition
        after = None if before and not self._is_apposition(before, at) else self.subjects.after(at, last, cue)
        if before is not None and after is not None:
            before = None if after.strong else before
            after = None if before else after
        subject = before or after
        if cue.speech.noun_like and before is None and after and self._namer.is_oblique(after.first):
            return  # «ورفض المسلحين للهدنة»: a verbal noun and its genitive
        if self._relative_demand(at, cue, first, last):
            return
        if subject is None and at > first and view.flags[at - 1] & RELATIVE and not cue.object_pronoun:
            subject = self.subjects.of_relative(at, first, cue)
            if subject is None:
                return
        resume = after.after if after else at + 1
        marker = self._complements.marker(cue.speech, resume, last)
        if cue.speech.performs and self._is_deed(resume, marker, last):
            return
        bare = marker is None and not cue.noun_like and not cue.joined
        if bare and after is not None and self._trails(at, after, cue.speech, first, last):
            return
        if marker is None and cue.speech.only_with:
            return
        if cue.noun_like and before is None and not self._surely_verb(at, first, after, marker):
            return
        if (
            subject is None
            and cue.speech.addressee
            and not (cue.joined or cue.object_pronoun or at == first)
            and not self.subjects.starts_clause(at, first)
        ):
            return
        if subject is not None and self._only_told_of(subject, at):
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

    def _only_told_of(self, subject: Phrase, at: int) -> bool:
        """«قال الوزير إن النتائج الأولية تفيد بـ…»: a word for a thing in the words of a speaker speaks for nobody."""
        known = subject.flags & (SPEAKS | GIVEN | PLACE) or subject.first in self._view.actor_at
        return not known and self._drafts.speaks_at(at)

    def _says_nothing(self, at: int, cue: Cue, first: int, last: int) -> bool:
        """Whether a form is no verb of speech here, or one that tells nothing."""
        if self._is_purpose(at, cue, last) or self._negated(at, first) or self._of_event(at, first):
            return True
        if self._view.flags[at] & SPEAKS and not cue.joined:
            return True
        return self._is_passive(at) or self._keeps_name(at, last)

    def _is_passive(self, at: int) -> bool:
        """«اتُهمت القوات بـ…», «أُعلن عن …»: a written vowel tells that nobody is named who says it."""
        token = self._view.tokens[at]
        word = self._view.text[token.start : token.end].lstrip(_JOINING)
        return word[:1] not in _PRESENT and _U in word[:4]

    def _is_apposition(self, before: Phrase, at: int) -> bool:
        """«الخالدي، شقيق القائد، أكدت مصادر …»: what stands between commas may belong to the name before it."""
        view = self._view
        return not before.strong and view.is_comma(at - 1) and before.first > 0 and view.is_comma(before.first - 1)

    def _surely_verb(self, at: int, first: int, after: Phrase | None, marker: int | None) -> bool:
        """Whether a form that is also a noun is a verb here: it begins a clause and a speaker follows."""
        view = self._view
        if after is None or not self.subjects.starts_clause(at, first):
            return False
        clause = marker is not None and view.says_clause(marker)
        return after.strong or (clause and bool(view.flags[after.first] & DEFINITE))

    def _speak(self, number: int, at: int, cue: Cue, begin: int, last: int) -> None:
        drafts = self._drafts
        end = drafts.forward_end(begin, last)
        if cue.speech.force in _NARROW:
            end = self._complements.contrast(begin, end)
        outer = drafts.voice_of[begin] if begin < self._view.size else -1
        relayed = None
        if outer >= 0 and drafts.drafts[outer].mention not in (None, number) and drafts.drafts[outer].scope[1] > begin:
            relayed = outer if self._contains(outer, at) else None
        if relayed is not None and cue.speech.force == drafts.drafts[relayed].force == "report":
            relayed = drafts.drafts[
                relayed
            ].outer  # «سجل الجانب الروسي …، وسجل الجانب التركي …»: neither relays the other
        force = cue.speech.force
        told = drafts.memory.mentions[number]
        if relayed is not None and told.flags & RUMOUR and told.first > at:
            teller = drafts.drafts[relayed]  # «قال الوزير: «تحدثت تقارير عن …»»
            number = number if teller.mention is None else teller.mention
            relayed, force = teller.outer, "doubt"
        rule = "verb.subject" if self._drafts.memory.mentions[number].first != at else "verb"
        drafts.add(number, force, (at, at + 1), rule, cue.speech.id, (begin, end), relayed)

    def _keeps_name(self, at: int, last: int) -> bool:
        """«رفض الكشف عن هويته» tells of the source and says nothing."""
        forms = self._view.forms
        window = forms[at + 1 : min(last, at + 7)]
        return any(form in _NAME_OF for form in window) and any(form in _REVEALING for form in window[:2])

    def _is_deed(self, resume: int, marker: int | None, last: int) -> bool:
        """«أعلنت الحكومة هدنة», «أعلن في مطلع الشهر هدنة»: what is declared is done by declaring it."""
        end = min(last, resume + _NEAR if marker is None else marker + 1)
        return any(form in self._performed for form in self._view.forms[resume:end])

    def _is_purpose(self, at: int, cue: Cue, last: int) -> bool:
        """«رفضا للاتفاق», «ردا على القصف» are verbal nouns and no dual verbs."""
        form = self._view.forms[at]
        dual = cue.plural and form.endswith("ا") and not form.endswith("وا")
        return dual and (cue.speech.noun_like or (at + 1 < last and bool(self._view.flags[at + 1] & FOR)))

    def _contains(self, draft: int, at: int) -> bool:
        return self._drafts.voice_of[at] == draft

    def _of_event(self, at: int, first: int) -> bool:
        """«مما ينذر بهجوم»: an event is the subject."""
        return at > first and self._view.forms[at - 1] in _WHICH

    def _negated(self, at: int, first: int) -> bool:
        view = self._view
        return any(view.flags[back] & NEGATION for back in range(max(first, at - 1), at))

    def _speaker(self, subject: Phrase | None, cue: Cue, at: int, first: int) -> int | None:
        if subject is not None:
            return self._drafts.memory.add(subject)
        if cue.joined and at > first + 2 and self._drafts.subject is None:
            found = self._namer.main_subject(first, at)
            if found and self._drafts.memory.feminine(found.first, found.flags) in (None, cue.feminine):
                return self._drafts.memory.add(found)
        if at > first + 1 and not cue.joined and not self.subjects.may_go_on(at, first):
            found = self.subjects.of_clause(at, first)
            return self._drafts.memory.add(found) if found else None
        flags = self._view.flags
        if (
            at > first + 2
            and not cue.joined
            and flags[at - 1] & DOCUMENT
            and not any(flags[back] & RELATIVE for back in range(first, at))
        ):
            found = self._namer.main_subject(first, at - 1)  # «أصدر الوزير بيانا قال فيه»
            if found and self._drafts.memory.feminine(found.first, found.flags) in (None, cue.feminine):
                return self._drafts.memory.add(found)
        number = self._drafts.memory.carried(cue.feminine, cue.plural)
        if number is None and at > first + 1:
            found = self._namer.main_subject(first, at)
            number = self._drafts.memory.add(found) if found else None
        return number

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

    def clause_end(self, begin: int, last: int) -> int:
        """Where the clause that begins at a token ends."""
        return self._complements.clause_end(begin, last)

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
        marker = self._complements.marker(cue.speech, at + 1, min(last, at + (_OPENING if at <= first + 1 else _NEAR)))
        apart = at == first or view.is_comma(at - 1) or view.is_quote(at - 1) or view.forms[at - 1] == "."
        if (cue.speech.only_with and marker is None) or (not apart and marker is None):
            return
        number, found = drafts.subject, None
        if number is None:
            found = self._namer.main_subject(first, at) if at > first + 1 else None
            number = drafts.memory.add(found) if found else self._carried(cue, at, first)
        if number is None and cue.speech.force != "demand":
            return
        begin = at + 1
        outer = self._outer_of(number, at)
        if drafts.subject is None and found:
            told = (self.region(first, at), at)
            drafts.backward(*told, Draft(number, "assert", (at, at + 1), "participle.main", cue.speech.id, told))
        end = drafts.forward_end(begin, last)
        drafts.add(number, cue.speech.force, (at, at + 1), "participle", cue.speech.id, (begin, end), outer)

    def _carried(self, cue: Cue, at: int, first: int) -> int | None:
        """The last speaker goes on; but «خرج المئات مطالبين بـ…» is the demand of those who went out."""
        if cue.speech.force == "demand" and at > first + 1:
            return None
        return self._drafts.memory.carried(cue.feminine, cue.plural)

    def _outer_of(self, number: int | None, at: int) -> int | None:
        voice = self._drafts.voice_of[at]
        if voice < 0:
            return None
        draft = self._drafts.drafts[voice]
        return draft.outer if draft.mention == number else voice
