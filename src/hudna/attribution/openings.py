"""Attribution by fixed phrases: «بحسب …», «حسبما ذكرت …», «يعتقد أن», and «المرصد: …» in headlines."""

from __future__ import annotations

from hudna.attribution.drafts import Draft, Drafts
from hudna.attribution.phrases import Namer, Phrase
from hudna.attribution.speech import Cue, Lexicon, Opening
from hudna.attribution.verbs import Verbs
from hudna.attribution.view import View
from hudna.attribution.words import (
    ADJECTIVE,
    BY,
    CLAUSE,
    CONTENT,
    DEFINITE,
    DOCUMENT,
    FOR,
    LABEL,
    MASDAR,
    OWNED,
    PLACE,
    PREPOSITION,
    SPEAKS,
)

_HEADLINE = 12
_TAIL = 8
_ITS = frozenset(
    {"قوله", "قولها", "قولهم", "تعبيره", "تعبيرها", "وصفه", "وصفها", "وصفهم", "زعمه", "زعمها", "بيانها", "بيانه"}
)
_ALSO = frozenset({"كما", "مثلما", "وكما"})
_WHAT = frozenset({"ما", "لما"})


class Openings:
    """Reads the fixed phrases of one document."""

    def __init__(self, view: View, namer: Namer, drafts: Drafts, verbs: Verbs, speech: Lexicon) -> None:
        self._view = view
        self._namer = namer
        self._drafts = drafts
        self._verbs = verbs
        self._openings = speech.openings
        self._cues = speech.cues
        self._capitals = speech.words["capitals"]

    def read(self, at: int, first: int, last: int) -> bool:
        """Read the fixed phrase that begins at a token; False when the words are no attribution."""
        for opening in self._openings[self._view.forms[at]]:
            end = at + 1 + len(opening.rest)
            if end > last or tuple(self._view.forms[at + 1 : end]) != opening.rest:
                if opening.rest and end <= last and self._own_words(opening, at, end, first, last):
                    return True
                continue
            if self._dispatch(opening, at, end, first, last):
                return True
        return False

    def _own_words(self, opening: Opening, at: int, end: int, first: int, last: int) -> bool:
        """«على حد قوله»: the last word of the phrase with a pronoun."""
        view = self._view
        if view.forms[end - 1] not in _ITS or tuple(view.forms[at + 1 : end - 1]) != opening.rest[:-1]:
            return False
        return view.forms[end - 1].startswith(opening.rest[-1]) and self._its(opening, at, end - 1, first, last)

    def _dispatch(self, opening: Opening, at: int, end: int, first: int, last: int) -> bool:
        if opening.kind == "passive":
            return self._passive(opening, at, end, first, last)
        if opening.kind == "as_told":
            return self._as_told(opening, at, end, first, last)
        return self._preposition(opening, at, end, first, last)

    def _passive(self, opening: Opening, at: int, end: int, first: int, last: int) -> bool:
        """«يعتقد أن …» names nobody; «يذكر أن …» is the outlet itself."""
        view, drafts = self._view, self._drafts
        clause = next((i for i in range(end, min(end + 3, last)) if view.flags[i] & CLAUSE), None)
        if clause is None or any(view.flags[i] & (SPEAKS | PLACE) for i in range(end, clause)):
            return False
        drafts.past = clause
        if opening.speech.force == "outlet":
            return True
        held = drafts.voice_of[at]
        mention = drafts.drafts[held].mention if held >= 0 else None
        outer = drafts.drafts[held].outer if held >= 0 else None
        stop = drafts.forward_end(clause, last)
        if at > first + 1:
            stop = min(stop, self._verbs.clause_end(clause, last))
        drafts.add(mention, opening.speech.force, (at, end), "passive", opening.speech.id, (clause, stop), outer)
        return True

    def _as_told(self, opening: Opening, at: int, end: int, first: int, last: int) -> bool:
        """«حسبما ذكرت الوكالة»; «كما أعلن …» with a clause of its own is a verb like any other."""
        view = self._view
        cue = self._verb_of(view.forms[end]) if end < last else None
        if cue is None:
            return False
        phrase = self._verbs.subjects.after(end, last, cue)
        if phrase is None:
            return False
        also = view.forms[at] in _ALSO
        if also and (at - first < 3 or last - phrase.last > _TAIL or self._says_more(phrase.last, last)):
            return False
        told_by = opening._replace(speech=cue.speech)
        nearer = self._relayed(phrase, last) if cue.speech.relays else None
        if nearer is None:
            self._place(told_by, phrase, (at, end + 1), first, last)
        else:
            outer = self._drafts.relaying(phrase, cue.speech, (at, end + 1))
            self._place(told_by, nearer, (at, end + 1), first, last)
            self._drafts.drafts[-1].outer = outer
        self._drafts.past = end + 1
        return True

    def _relayed(self, phrase: Phrase, last: int) -> Phrase | None:
        """«وفق ما نقلت الوكالة عن مصدر طبي»: the person after «عن» is nearer than the agency."""
        if phrase.last + 1 >= last or self._view.forms[phrase.last] != "عن":
            return None
        nearer = self._namer.naming(phrase.last + 1, last)
        return nearer if nearer and nearer.strong else None

    def _verb_of(self, form: str) -> Cue | None:
        """The verb of speech that a form is, with or without an object pronoun («نقلته», «ذكرها»)."""
        for base in (form, form[:-1] if form.endswith("ه") else "", form.removesuffix("ها")):
            cue = self._cues.get(base)
            if cue is not None and cue.kind == "verb":
                return cue
        return None

    def _says_more(self, begin: int, last: int) -> bool:
        view = self._view
        return any(view.says_clause(at) or view.flags[at] & CONTENT for at in range(begin, last))

    def _preposition(self, opening: Opening, at: int, end: int, first: int, last: int) -> bool:
        """«وفق المرصد», «بحسب مصدر طبي», «نقلا عن الوكالة»."""
        view = self._view
        if end >= last:
            return False
        if opening.joined_by_l and not (
            view.flags[end] & FOR or view.forms[end] in ("ل",) or view.forms[end].startswith("لل")
        ):
            return False
        if view.forms[end] in _ITS:
            return self._its(opening, at, end, first, last)
        phrase = self._source(end, last, opening.joined_by_l, at > first + 1 and last - end < 16)
        if phrase is None:
            return False
        self._place(opening, phrase, (at, end), first, last)
        return True

    def _its(self, opening: Opening, at: int, end: int, first: int, last: int) -> bool:
        """«على حد قوله» goes on with the last speaker and adds its force."""
        drafts = self._drafts
        number = drafts.subject
        if number is None:
            found = self._namer.main_subject(first, at) if at > first + 1 else None
            number = drafts.memory.add(found) if found else drafts.memory.latest()
        if number is None:
            return False
        if end + 1 < last and self._view.kinds[end + 1] != "mark":
            scope = (end + 1, drafts.forward_end(end + 1, last))
            drafts.add(number, opening.speech.force, (at, end + 1), "preposition.own_words", opening.speech.id, scope)
            return True
        begin = self._verbs.region(first, at)
        draft = Draft(
            number, opening.speech.force, (at, end + 1), "preposition.own_words", opening.speech.id, (begin, at)
        )
        drafts.backward(begin, at, draft)
        return True

    def _source(self, start: int, last: int, joined: bool, bounded: bool) -> Phrase | None:
        """The source after a preposition. A joined ل stays with its first word."""
        view = self._view
        if joined and view.forms[start] == "ل":
            return self._namer.naming(start + 1, last)
        if not joined:
            phrase = self._namer.naming(start, last, bounded=bounded)
            return phrase if phrase and (phrase.strong or not view.flags[phrase.first] & (CONTENT | OWNED)) else None
        return self._namer.joined_naming(start, last, bounded=bounded)

    def _place(self, opening: Opening, phrase: Phrase, cue: tuple[int, int], first: int, last: int) -> None:
        """Before its sentence the phrase speaks for all that follows, after it for what stands before."""
        view, drafts = self._view, self._drafts
        number = drafts.memory.add(phrase)
        speech = opening.speech
        start = view.skip_marks(first, last)
        if cue[0] <= start + 1 and not (cue[0] == start + 1 and view.kinds[start] == "word" and not view.flags[start]):
            drafts.subject = number
            if self._stands_alone(phrase, first, last):
                drafts.add(number, speech.force, cue, f"{opening.kind}.trails", speech.id, drafts.before)
                return
            end = drafts.forward_end(phrase.after, last)
            drafts.add(number, speech.force, cue, f"{opening.kind}.leads", speech.id, (phrase.after, end))
            return
        if drafts.subject is None or speech.inner:
            drafts.subject = number
        begin = self._verbs.region(first, cue[0])
        end = self._goes_on(phrase, last)
        if speech.inner and phrase.after < last and view.says_clause(phrase.after):
            begin, end = phrase.after, last
        draft = Draft(number, speech.force, cue, f"{opening.kind}.trails", speech.id, (begin, end))
        if speech.inner:
            drafts.inside(begin, end, draft)
        else:
            drafts.backward(begin, end, draft)

    def _stands_alone(self, phrase: Phrase, first: int, last: int) -> bool:
        """«… . وفقا للمرصد.»: an attribution that is a sentence of its own speaks for the sentence before it."""
        view, drafts = self._view, self._drafts
        begin, end = drafts.before
        if begin >= end or first in view.paragraph_start or any(drafts.voice_of[at] >= 0 for at in range(begin, end)):
            return False
        return all(view.kinds[at] == "mark" for at in range(phrase.last, last))

    def _goes_on(self, phrase: Phrase, last: int) -> int:
        """An attribution set inside its sentence («تسبب القصف، وفق المصدر، بنزوح …») speaks for the rest too."""
        view = self._view
        at = phrase.last
        if at >= last or (view.kinds[at] == "mark" and not view.is_comma(at) and view.forms[at] != "("):
            return phrase.first
        if not view.is_comma(at):
            goes_on = view.kinds[at] == "number" or view.flags[at] & (CONTENT | MASDAR | FOR | BY)
            return last if goes_on else phrase.first  # «قتل وفق المرصد سبعة مدنيين»
        following = at + 1
        if following in view.close_of:
            return last  # «وتدور حاليا، وفق المرصد، "اشتباكات عنيفة …"»
        if following < last and (view.flags[following] & (BY | FOR) or view.forms[following] in ("الي", "علي", "عن")):
            return last
        if following < last and view.kinds[following] == "number":
            return last  # «بلغت الخروقات، وفق المركز، 40 خرقا»
        return phrase.first

    def headline(self, first: int, last: int) -> None:
        """«المرصد السوري: مقتل …» at the start of a paragraph."""
        view = self._view
        colon = next((i for i in range(first + 1, min(first + _HEADLINE, last - 1)) if view.forms[i] == ":"), None)
        if colon is None or any(view.forms[i] in self._cues and self._speaks(i) for i in range(first, colon)):
            return
        flags = view.flags[first]
        if flags & LABEL or (flags & PLACE and view.forms[first] not in self._capitals and colon == first + 1):
            return
        phrase = self._namer.naming(first, colon)
        if phrase is None or phrase.last != colon or phrase.flags & (PREPOSITION | DOCUMENT):
            return
        if not phrase.strong and colon - first > 4:
            return
        if any(self._is_verb_like(at) for at in self._outside_actors(phrase)):
            return  # «القائد يتوعد: …»: a sentence stands before the colon
        number = self._drafts.memory.add(phrase)
        self._drafts.subject = number
        self._drafts.add(
            number, "assert", (colon, colon + 1), "headline", "", (colon + 1, self._drafts.forward_end(colon + 1, last))
        )

    def _is_verb_like(self, at: int) -> bool:
        """Whether a word looks like a present verb: it means nothing else and is no adjective of the word before."""
        flags, before = self._view.flags[at], self._view.flags[at - 1]
        return self._view.forms[at][0] in "يت" and not flags & ~ADJECTIVE and (not flags or bool(before & DEFINITE))

    def _outside_actors(self, phrase: Phrase) -> list[int]:
        """The words of a naming that are no part of a known name."""
        known = self._view.actor_at
        end = known.get(phrase.first, phrase.first + 1)
        return [at for at in range(end, phrase.last) if self._view.kinds[at] == "word"]

    def _speaks(self, at: int) -> bool:
        return self._cues[self._view.forms[at]].kind == "verb" and not self._view.flags[at] & SPEAKS
