"""What a word can do in the naming of a speaker, as flags computed once for each form."""

from __future__ import annotations

import re
from functools import lru_cache

from hudna.arabic.clitics import splits
from hudna.attribution.speech import Lexicon, lexicon

SOURCE, PERSON, BODY, MEDIA = 1, 2, 4, 8
DOCUMENT, OWN, RUMOUR = 16, 32, 64
CLAUSE = 128
"""إن، أن، أنه، بأن…"""
PREPOSITION, TIME, CONJUNCTION = 256, 512, 1024
CONTENT = 2048
"""A noun of what is told: مقتل، سقوط."""
MASDAR = 4096
"""Shaped like a verbal noun: تدمير، استخدام."""
DEFINITE = 8192
GIVEN, PLACE = 16384, 32768
ADJECTIVE = 65536
AND = 131072
"""Joined by و or ف to a word that has the other flags."""
FOR, BY = 262144, 524288
"""Joined by ل, by ب to a word that has the other flags."""
NEGATION, RELATIVE, AUXILIARY = 1048576, 2097152, 4194304
LABEL, NO_SPEAKER, LINK, TEAM = 8388608, 16777216, 33554432, 67108864
OWNED = 134217728
"""Ends with a possessive pronoun."""

HEAD = SOURCE | PERSON | BODY | MEDIA
SPEAKS = HEAD | DOCUMENT | OWN | RUMOUR
ENDS = CLAUSE | PREPOSITION | TIME | CONJUNCTION

_CLAUSE_WORDS = frozenset(
    lead + word + pronoun
    for lead in ("", "و", "ب", "وب", "ف")
    for word in ("ان",)
    for pronoun in ("", "ه", "ها", "هم", "هما", "نا", "ني", "هن", "ك")
)
_NEGATIONS = frozenset({"لم", "لا", "لن", "ليس", "ولم", "ولا", "ولن", "فلم", "فلا", "فلن"})
_RELATIVES = frozenset({"الذي", "التي", "الذين", "اللذين", "اللذان", "اللتين", "والذي", "والتي", "والذين"})
_AUXILIARIES = frozenset(
    lead + word
    for lead in ("", "و", "ف")
    for word in ("قد", "كان", "كانت", "كانوا", "كانا", "تكون", "يكون", "لقد", "اما")
)
_SHAPE = re.compile(r"(?:ت[^ا]{1,2}ي[^يه]|است\w{2,3}ا\w|ا\wت\wا\w|ان\w{2}ا\w|م\wا\w\wه)(?:ه|ها|هم|هما)?")
_DEFINITE_SHAPE = re.compile(r"ت[^ا]{2}[^ايه]")
_POSSESSED = re.compile(r"(\w{3,}?)(?:ه|ها|هم|هما|ته|تها|تهم|تهما|نا|تنا)")
_RUN_TOGETHER = re.compile(r"و?مراسلال\w")
"""«مراسلالقناة»: pages lose spaces before the names of outlets."""
_NISBA = ("ي", "يه", "يين", "يون", "يان", "يات")
_SECTIONS = {
    "head.source": SOURCE,
    "head.person": PERSON,
    "head.body": BODY,
    "head.media": MEDIA,
    "documents": DOCUMENT,
    "own": OWN,
    "rumours": RUMOUR,
    "prepositions_plain": PREPOSITION,
    "times": TIME,
    "conjunctions": CONJUNCTION,
    "contents": CONTENT,
    "given_names": GIVEN,
    "capitals": PLACE,
    "countries": PLACE,
    "adjectives": ADJECTIVE,
    "labels": LABEL,
    "not_speakers": NO_SPEAKER,
    "document_links": LINK,
    "teams": TEAM,
}
_LIMIT = 200_000


class Words(dict[str, int]):
    """Folded form → flags; a form never met before is computed and kept."""

    def __init__(self, speech: Lexicon) -> None:
        super().__init__()
        self._bases: dict[str, int] = {}
        self._definite = frozenset("ال" + word for word in speech.words["head.definite"])
        for section, flag in _SECTIONS.items():
            for word in speech.words[section]:
                self._bases[word] = self._bases.get(word, 0) | flag

    def __missing__(self, form: str) -> int:
        if len(self) > _LIMIT:
            self.clear()
        flags = self[form] = self._compute(form)
        return flags

    def _compute(self, form: str) -> int:
        if form in _CLAUSE_WORDS:
            return CLAUSE
        if _RUN_TOGETHER.match(form):
            return OWN
        flags = NEGATION | CONJUNCTION if form in _NEGATIONS else 0
        flags |= RELATIVE | CONJUNCTION if form in _RELATIVES else 0
        flags |= AUXILIARY | CONJUNCTION if form in _AUXILIARIES else 0
        if own := self._base(form):
            return flags | own | (self._shape(form) if own & LABEL and not own & SPEAKS else 0)
        for lead, base in splits(form)[1:]:
            if (found := self._base(base)) and (len(base) > 2 or not found & GIVEN):
                if lead[-1] in "لب" and found & (ENDS | LABEL) and not found & (HEAD | CONTENT):
                    if found & PREPOSITION and len(base) > 2:
                        return flags | PREPOSITION
                    continue
                return flags | found | _joined(lead)
        return flags | self._shape(form)

    def _base(self, form: str) -> int:
        """The flags of a word without clitics; 0 when the lexicon does not hold it."""
        found = self._bases.get(form, 0)
        if form.startswith("ال"):
            if found & TIME:
                return TIME | DEFINITE  # «الأحد» is a day and no «أحد» with its article
            found |= self._bases.get(form[2:], 0) & ~(TIME | PREPOSITION | CONJUNCTION | GIVEN | LABEL)
            found |= BODY if form in self._definite else 0
            if found:
                return found | DEFINITE
            stem = _POSSESSED.fullmatch(form)
            return self._bases.get(stem[1], 0) & CONTENT if stem else 0  # «التزامه»: its ال is no article
        if found:
            return found
        if form.endswith("ا") and (found := self._bases.get(form[:-1], 0)):
            return found & (SPEAKS | CONTENT)
        if form[-1] in "وي" and form[:-1] + "ون" in self._bases:
            return self._bases[form[:-1] + "ون"] & (SOURCE | PERSON)  # «ممثلو الطرفين», «مسؤولي الوزارة»
        stem = _POSSESSED.fullmatch(form)
        if stem and (found := self._bases.get(stem[1], 0) | self._bases.get(stem[1] + "ه", 0)):
            return found & (CONTENT if form.endswith("ه") and form[:-1] == stem[1] else SPEAKS | CONTENT)
        return 0

    def _shape(self, form: str) -> int:
        lead, base = "", form
        for lead, base in reversed(splits(form)):
            if lead and (base.startswith("ال") or _SHAPE.fullmatch(base)):
                break
        else:
            lead, base = "", form
        flags = _joined(lead) if lead else 0
        if base.startswith("ال") and len(base) > 3:
            flags |= DEFINITE
            base = base[2:]
        if _SHAPE.fullmatch(base) or (flags & DEFINITE and _DEFINITE_SHAPE.fullmatch(base)):
            flags |= MASDAR
        if base.endswith(_NISBA) and len(base) > 3:
            flags |= ADJECTIVE
        return flags


def _joined(lead: str) -> int:
    flags = AND if lead[0] in "وف" else 0
    if lead[-1] == "ل":
        flags |= FOR
    elif lead[-1] == "ب":
        flags |= BY
    return flags


@lru_cache(maxsize=1)
def words() -> Words:
    """The flags of the shipped speech lexicon."""
    return Words(lexicon())
