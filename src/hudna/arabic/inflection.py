"""Inflection: every form of a verb or noun that news uses, made when the lexicon is compiled and never while reading.

Verbs are conjugated by mazini (Wael Tellat, CC BY 4.0), a port of Wiktionary's Arabic conjugation module.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeVar

from hudna.arabic.inflection_nouns import NounForm, Number, noun_forms
from hudna.arabic.inflection_roots import ACTIVE_ONLY, reading_of
from hudna.arabic.letters import TASHKEEL, TATWEEL, fold

__all__ = ["NounForm", "Number", "Suffixed", "VerbForm", "join_pronoun", "noun_forms", "verb_forms", "with_pronouns"]

Tense = Literal["past", "present", "imperative"]
Voice = Literal["active", "passive"]
Gender = Literal["masculine", "feminine", "either"]

NOUN_PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "نا", "ك", "كم", "ي")
VERB_PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "نا", "ني", "ك", "كم")

_PERSONS: dict[str, tuple[int, Number, Gender]] = {
    "3ms": (3, "one", "masculine"),
    "3fs": (3, "one", "feminine"),
    "3mp": (3, "many", "masculine"),
    "3md": (3, "two", "masculine"),
    "3fd": (3, "two", "feminine"),
    "3fp": (3, "many", "feminine"),
    "1s": (1, "one", "either"),
    "1p": (1, "many", "either"),
    "2ms": (2, "one", "masculine"),
    "2mp": (2, "many", "masculine"),
}
_REPORTED = ("3ms", "3fs", "3mp", "3md", "3fd", "3fp", "1p", "1s")
_ORDERED = ("2ms", "2mp")
_MOODS: tuple[tuple[str, Tense], ...] = (("past", "past"), ("ind", "present"), ("sub", "present"), ("juss", "present"))
_ACTIVE: tuple[str, Voice] = ("", "active")
_PASSIVE: tuple[str, Voice] = ("_pass", "passive")
_UNWRITTEN = dict.fromkeys(map(ord, TASHKEEL + TATWEEL))


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One form of a verb: `form` is folded, `written` keeps hamza and ى."""

    form: str
    tense: Tense
    voice: Voice
    person: int
    number: Number
    gender: Gender
    written: str


Form = TypeVar("Form", VerbForm, NounForm)


@dataclass(frozen=True, slots=True)
class Suffixed:
    """A form with an attached pronoun; `base` is the form without it."""

    form: str
    suffix: str
    base: VerbForm | NounForm


def _slots(voices: tuple[tuple[str, Voice], ...], commands: bool) -> Iterator[tuple[str, Tense, Voice, str]]:
    for mark, voice in voices:
        for mood, tense in _MOODS:
            for person in _REPORTED if mood in ("past", "ind") else _REPORTED[:-1]:  # «أقل» is seldom «أَقُلْ»
                yield f"{mood}{mark}_{person}", tense, voice, person
    if commands:
        for person in _ORDERED:
            yield f"imp_{person}", "imperative", "active", person


def _spellings(written: str) -> tuple[str, ...]:
    """A form as the rules spell it and as many newspapers do: «بدؤوا» and «بدأوا», «يلجؤون» and «يلجأون»."""
    if written.endswith(("ؤوا", "ؤون")):
        return written, written[:-3] + "أ" + written[-2:]
    return (written,)


@lru_cache(maxsize=4096)
def verb_forms(lemma: str, *, commands: bool = False) -> tuple[VerbForm, ...]:
    """The forms of a vowelled verb in the persons that news uses: third person and first person.

    A form stands once for each tense, voice, person, number and gender that it can be; unvowelled passives often
    look like actives («قتل») and stand after them. A lemma written in the passive («اُسْتُشْهِدَ») has passive forms
    only. Where past and present do not follow from each other give both: «سَارَ/يَسِيرُ». «زَارَ*» has no passive.
    Imperatives are made on demand.
    """
    conjugation, passive_only = reading_of(lemma)
    voices = (_PASSIVE,) if passive_only else (_ACTIVE,) if lemma.endswith(ACTIVE_ONLY) else (_ACTIVE, _PASSIVE)
    unique: dict[tuple[str, str, str, str], VerbForm] = {}
    for slot, tense, voice, code in _slots(voices, commands and not passive_only):
        person, number, gender = _PERSONS[code]
        for made in conjugation.slots.get(slot, ()):
            for written in _spellings(made.form.translate(_UNWRITTEN)):
                form = VerbForm(fold(written), tense, voice, person, number, gender, written)
                unique.setdefault((form.form, tense, voice, code), form)
    return tuple(unique.values())


def join_pronoun(written: str, pronoun: str) -> tuple[str, ...]:
    """The folded spellings of a form with an attached pronoun: «غارة» + «هم» → «غارتهم», «قصفوا» + «ها» → «قصفوها»."""
    if written.endswith("ة"):
        return (fold(written[:-1] + "ت" + pronoun),)
    if written.endswith("ى"):
        return (fold(written[:-1] + "ا" + pronoun),)
    if written.endswith("وا"):
        return (fold(written[:-1] + pronoun),)
    if written.endswith("اء"):
        return tuple(fold(written[:-1] + seat + pronoun) for seat in "ءئؤ")
    return (fold(written + pronoun),)


def _attachable(form: VerbForm | NounForm) -> tuple[str, ...]:
    if isinstance(form, VerbForm):
        return VERB_PRONOUNS if form.voice == "active" else ()
    whole = form.written.endswith(("ان", "ون", "ين")) and not form.construct and form.number != "one"
    return () if form.definite or form.accusative or whole else NOUN_PRONOUNS


def with_pronouns(forms: Iterable[VerbForm] | Iterable[NounForm], pronouns: Iterable[str] = ()) -> tuple[Suffixed, ...]:
    """Each active verb form and each indefinite or construct noun form with every pronoun it can carry.

    `pronouns` narrows the set (("ه", "ها", "هم", "هما") is what news mostly needs). A spelling stands once for each
    base form.
    """
    wanted = frozenset(pronouns)
    found: dict[tuple[str, VerbForm | NounForm], Suffixed] = {}
    for base in forms:
        for pronoun in _attachable(base):
            if wanted and pronoun not in wanted:
                continue
            for form in join_pronoun(base.written, pronoun):
                found.setdefault((form, base), Suffixed(form, pronoun, base))
    return tuple(found.values())
