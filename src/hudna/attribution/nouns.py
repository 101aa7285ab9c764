"""Verbal nouns of speech («اتهامات الحكومة بـ…») and verbs that introduce a document («جاء في بيان …»)."""

from __future__ import annotations

from hudna.attribution.complements import Complements
from hudna.attribution.drafts import Drafts
from hudna.attribution.phrases import Namer
from hudna.attribution.speech import CLAUSE as CLAUSE_WORD
from hudna.attribution.speech import Cue
from hudna.attribution.view import View
from hudna.attribution.words import BODY, DOCUMENT, FOR, HEAD, SPEAKS


class Nouns:
    """Reads the cues of one document that are nouns."""

    def __init__(self, view: View, namer: Namer, drafts: Drafts, complements: Complements) -> None:
        self._view = view
        self._namer = namer
        self._drafts = drafts
        self._complements = complements

    def noun(self, at: int, cue: Cue, first: int, last: int) -> None:
        """«اتهامات الحكومة بانتهاك الهدنة»: the genitive of a verbal noun speaks."""
        view, drafts = self._view, self._drafts
        if cue.speech.of_subject:
            return self._of_subject(at, cue, first, last)
        phrase = self._namer.naming(at + 1, last)
        if phrase is None or not phrase.strong or phrase.flags & DOCUMENT:
            return
        if cue.speech.force == "accuse" and view.flags[phrase.first] & FOR:
            return  # «اتهامات للجيش بـ…»: who is accused, not who accuses
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

    def _of_subject(self, at: int, cue: Cue, first: int, last: int) -> None:
        """«خرج السكان للمطالبة بهدنة»: the demand is that of the subject of the sentence."""
        drafts = self._drafts
        marker = self._complements.marker(cue.speech, at + 1, min(last, at + 3))
        if marker is None:
            return
        phrase = self._namer.main_subject(first, at)
        number = drafts.memory.add(phrase) if phrase else None
        end = self._complements.clause_end(at + 1, last)
        drafts.add(number, cue.speech.force, (at, at + 1), "noun.of_subject", cue.speech.id, (at + 1, end))

    def document_verb(self, at: int, cue: Cue, last: int) -> None:
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
