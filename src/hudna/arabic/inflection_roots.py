"""From a vowelled verb in its dictionary form to its root and pattern, which is what the conjugator asks for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from mazini import Conjugation, MaziniError, conjugate
from mazini.lexicon import attested_wazns

ACTIVE_ONLY = "*"
"""Written after a verb whose passive is not used and would only look like another word («زَارَ*»: «زير»)."""

FATHA, DAMMA, KASRA, SHADDA = "\u064e", "\u064f", "\u0650", "\u0651"
_HAMZAS = "أإؤئ"
_FORM_ONE = ("فعَل يفعُل", "فعَل يفعِل", "فعَل يفعَل", "فعِل يفعَل", "فعُل يفعُل", "فعِل يفعِل")


class Letter(NamedTuple):
    """A consonant or long vowel with what is written over it; `vowel` is "" where nothing is told."""

    base: str
    doubled: bool
    vowel: str


class Reading(NamedTuple):
    """A conjugation that yields the written verb, and whether the verb was written in the passive."""

    conjugation: Conjugation
    passive: bool


def letters_of(word: str) -> list[Letter]:
    """The letters of a word with their marks; every hamza is «ء», «آ» is «ء» with «ا», a first alif is bare."""
    found: list[Letter] = []
    for character in word:
        if character in (FATHA, DAMMA, KASRA) and found:
            found[-1] = found[-1]._replace(vowel=character)
        elif character == SHADDA and found:
            found[-1] = found[-1]._replace(doubled=True)
        elif character == "آ":
            found += [Letter("ء", False, FATHA), Letter("ا", False, "")]
        elif character in _HAMZAS:
            found.append(Letter("ء", False, ""))
        elif character == "ٱ":
            found.append(Letter("ا", False, ""))
        elif "\u0621" <= character <= "\u064a":
            found.append(Letter(character, False, ""))
    if found and found[0].base == "ا":
        found[0] = Letter("ا", False, "")
    return found


def _agree(written: list[Letter], made: str) -> bool:
    """Whether a conjugated form has the written letters and clashes with none of the written vowels."""
    other = letters_of(made)
    return len(written) == len(other) and all(
        mine.base == yours.base
        and mine.doubled == yours.doubled
        and (not mine.vowel or not yours.vowel or mine.vowel == yours.vowel)
        for mine, yours in zip(written, other, strict=True)
    )


def _radicals(letter: Letter, last: bool) -> str:
    if letter.base == "ا":
        return "وي"
    if letter.base == "ى" or (letter.base == "ي" and last):
        return "يو"
    if letter.base in "وي" and not last:
        return letter.base + ("ي" if letter.base == "و" else "و")
    return letter.base


def _three(letters: list[Letter]) -> Iterator[str]:
    """Roots of three radicals that these letters may stand for: «قال» قول or قيل, «رد» with shadda ردد."""
    if len(letters) == 2 and letters[1].doubled:
        yield letters[0].base + letters[1].base * 2
    if len(letters) == 3:
        choices = [letters[0].base, _radicals(letters[1], False), _radicals(letters[2], True)]
        yield from ("".join(root) for root in product(*choices))


def _middle_doubled(letters: list[Letter]) -> bool:
    return len(letters) == 3 and letters[1].doubled


def _plain(letters: list[Letter]) -> Iterator[tuple[str, str]]:
    if _middle_doubled(letters):
        yield from ((root, "فعّل") for root in _three(letters))
    elif len(letters) == 4 and letters[1].base in "او" and not letters[1].doubled:
        yield from ((root, "فاعل") for root in _three([letters[0], *letters[2:]]))
    yield from ((root, pattern) for root in _three(letters) for pattern in _FORM_ONE)
    if letters[0].base == "ء":
        yield from ((root, "أفعل") for root in _three(letters[1:]))
        if letters[1].base == "ا":
            yield from (("ء" + rest[1:], "أفعل") for rest in _three([Letter("ء", False, ""), *letters[2:]]))
    if len(letters) == 4 and letters[1].base != "ا":
        yield "".join(letter.base.replace("ى", "ي") for letter in letters), "فعلل"


def _with_ta(letters: list[Letter]) -> Iterator[tuple[str, str]]:
    rest = letters[1:]
    if _middle_doubled(rest):
        yield from ((root, "تفعّل") for root in _three(rest))
    if len(rest) == 4 and rest[1].base in "او":
        yield from ((root, "تفاعل") for root in _three([rest[0], *rest[2:]]))
    if len(rest) == 3 and rest[1].base == "ا" and rest[2].doubled:
        yield rest[0].base + rest[2].base * 2, "تفاعل"
    if len(rest) == 4:
        yield "".join(letter.base.replace("ى", "ي") for letter in rest), "تفعلل"


def _with_alif(letters: list[Letter]) -> Iterator[tuple[str, str]]:
    bases = "".join(letter.base for letter in letters)
    if bases.startswith("است"):
        yield from ((root, "استفعل") for root in _three(letters[3:]))
    if bases.startswith("ان"):
        yield from ((root, "انفعل") for root in _three(letters[2:]))
    if len(letters) > 3 and letters[2].base in "تطد" and not letters[1].doubled:
        yield from ((root, "افتعل") for root in _three([letters[1], *letters[3:]]))
    if letters[1].doubled and letters[1].base in "تدطثذ":
        for first in dict.fromkeys((letters[1].base, "و")):
            head = Letter(first, False, "")
            yield from ((root, "افتعل") for root in _three([head, *letters[2:]]))
    if letters[-1].doubled and len(letters) == 4:
        yield letters[1].base + letters[2].base + letters[3].base, "افعلّ"
    if letters[-1].doubled and len(letters) == 5:
        yield "".join(letter.base for letter in letters[1:]), "افعللّ"


def _candidates(letters: list[Letter]) -> Iterator[tuple[str, str]]:
    if letters[0].base == "ا":
        yield from _with_alif(letters)
        return
    if letters[0].base == "ت":
        yield from _with_ta(letters)
    yield from _plain(letters)


def _conjugations(letters: list[Letter]) -> Iterator[Conjugation]:
    """Conjugations of every candidate, the verbs that dictionaries know before the others."""
    listed: list[tuple[str, str]] = []
    unlisted: list[tuple[str, str]] = []
    for root, pattern in dict.fromkeys(_candidates(letters)):
        try:
            known = pattern in attested_wazns(root)
        except MaziniError:
            continue
        (listed if known else unlisted).append((root, pattern))
    for root, pattern in listed + unlisted:
        try:
            yield conjugate(root, pattern, passive=True)
        except MaziniError:
            continue


def _has(conjugation: Conjugation, slot: str, written: list[Letter]) -> bool:
    return any(_agree(written, form.form) for form in conjugation.slots.get(slot, ()))


def reading_of(lemma: str) -> Reading:
    """The conjugation of a vowelled verb.

    The lemma is the past, third person masculine («قَصَفَ»), or its passive for verbs used only so («اُسْتُشْهِدَ»). Where the
    past leaves the present open it may follow after a stroke («سَارَ/يَسِيرُ»). ValueError when no verb has these letters.
    """
    past, _, present = lemma.strip().removesuffix(ACTIVE_ONLY).partition("/")
    letters = letters_of(past)
    if len(letters) < 2:
        raise ValueError(f"«{lemma}» is too short for a verb")
    shown = letters_of(present)
    second_choice: Reading | None = None
    for conjugation in _conjugations(letters):
        for slot, other, passive in (("past_3ms", "ind_3ms", False), ("past_pass_3ms", "ind_pass_3ms", True)):
            if not _has(conjugation, slot, letters) or (shown and not _has(conjugation, other, shown)):
                continue
            if not passive:
                return Reading(conjugation, False)
            second_choice = second_choice or Reading(conjugation, True)
    if second_choice is None:
        raise ValueError(f"no root and pattern give the verb «{lemma}»: check its vowels and shadda")
    return second_choice
