"""Forms of nouns as news writes them: number, case where it shows in the letters, definite article, construct state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from hudna.arabic.letters import fold

Number = Literal["one", "two", "many"]
_NO_ALIF_AFTER = ("ة", "ى", "ا", "اء", "أ", "آ")


@dataclass(frozen=True, slots=True)
class NounForm:
    """One form of a noun: `form` is folded, `written` keeps hamza and ة.

    `construct` marks the short dual and plural endings, which stand only before a genitive or a pronoun.
    """

    form: str
    number: Number
    definite: bool
    written: str
    construct: bool = False
    accusative: bool = False


def _accusative(written: str) -> str | None:
    """The indefinite accusative where it adds an alif: «هجوم» → «هجوما», but not «غارة», «اعتداء», «قتلى»."""
    return None if written.endswith(_NO_ALIF_AFTER) else written + "ا"


def _lacks_nunation(plural: str) -> bool:
    """Whether a broken plural is of the patterns مفاعل and مفاعيل (قذائف، صواريخ), which take no alif."""
    return len(plural) in (5, 6) and plural[2] == "ا" and (len(plural) == 5 or plural[4] in "يو")


def _dual_stem(one: str) -> str | None:
    if one.endswith("ة"):
        return one[:-1] + "ت"
    if one.endswith("ى"):
        return one[:-1] + "ي"
    if one.endswith(("أ", "آ")):
        return one[:-1]
    return None if one.endswith("ا") else one


def _is_sound(one: str, plural: str) -> bool:
    """Whether a plural in ون or ين is the sound plural and not a broken one that ends so (سجون، قوانين)."""
    stem = plural[:-2]
    if not plural.endswith(("ون", "ين")) or len(plural) < 5:
        return False
    if one:
        return fold(one).rstrip("هي") in (fold(stem), fold(stem).rstrip("ي"))
    return not _lacks_nunation(plural)


def _singular(one: str) -> Iterator[NounForm]:
    yield NounForm(fold(one), "one", False, one)
    accusative = _accusative(one)
    if accusative:
        yield NounForm(fold(accusative), "one", False, accusative, accusative=True)
    yield NounForm("ال" + fold(one), "one", True, "ال" + one)


def _dual(stem: str) -> Iterator[NounForm]:
    for ending in ("ان", "ين"):
        yield NounForm(fold(stem + ending), "two", False, stem + ending)
        yield NounForm(fold("ال" + stem + ending), "two", True, "ال" + stem + ending)
    for ending in ("ا", "ي"):
        yield NounForm(fold(stem + ending), "two", False, stem + ending, construct=True)


def _sound_plural(stem: str) -> Iterator[NounForm]:
    for ending in ("ون", "ين"):
        yield NounForm(fold(stem + ending), "many", False, stem + ending)
        yield NounForm(fold("ال" + stem + ending), "many", True, "ال" + stem + ending)
    for ending in ("و", "ي"):
        yield NounForm(fold(stem + ending), "many", False, stem + ending, construct=True)


def _takes_alif(one: str, plural: str) -> bool:
    feminine_sound = plural.endswith("ات") and not (len(plural) == 5 and plural[0] in "أا" and plural[:3] != one[:3])
    return not feminine_sound and not _lacks_nunation(plural)


def _broken_plural(one: str, plural: str) -> Iterator[NounForm]:
    yield NounForm(fold(plural), "many", False, plural)
    accusative = _accusative(plural) if _takes_alif(one, plural) else None
    if accusative:
        yield NounForm(fold(accusative), "many", False, accusative, accusative=True)
    yield NounForm("ال" + fold(plural), "many", True, "ال" + plural)


def _all_forms(one: str, many: Iterable[str], two: str | None) -> Iterator[NounForm]:
    if one:
        yield from _singular(one)
    for plural in many:
        yield from _sound_plural(plural[:-2]) if _is_sound(one, plural) else _broken_plural(one, plural)
    stem = two[:-2] if two else _dual_stem(one) if one and two is None else None
    if stem:
        yield from _dual(stem)


def noun_forms(one: str, many: Sequence[str] = (), two: str | None = None) -> tuple[NounForm, ...]:
    """Every form of a noun, folded and without repetition: where two forms fold alike the first reading stands.

    `one` is the singular with its ة and hamza ("" for a noun used only in the plural), `many` its plurals, broken or
    sound, `two` the dual in ان where it is not regular ("" for a noun that has none: «قتال»). Further words of a
    noun are adjectives and agree with it («عبوة ناسفة»).
    """
    head, _, tail = one.partition(" ")
    if tail or any(" " in plural for plural in many):
        return _phrase_forms(head, tail, many, two)
    unique: dict[str, NounForm] = {}
    for form in _all_forms(one, many, two):
        unique.setdefault(form.form, form)
    return tuple(unique.values())


def _article(word: str) -> str:
    return word if word.startswith("ال") else "ال" + word


def _agreeing(adjective: str, head: NounForm) -> str:
    """The adjective after this form of its noun, with the article, accusative alif or dual ending of the noun."""
    if head.number == "two":
        ending = head.written[-2:] if not head.construct else ""
        adjective = (_dual_stem(adjective) or adjective) + ending if ending else adjective
    elif head.accusative:
        adjective = _accusative(adjective) or adjective
    return _article(adjective) if head.definite else adjective


def _phrase_forms(head: str, tail: str, many: Sequence[str], two: str | None) -> tuple[NounForm, ...]:
    """«عبوة ناسفة», «هجوم مضاد»: a noun and its adjectives, inflected together."""
    unique: dict[str, NounForm] = {}
    singular = [(word, tail) for word in noun_forms(head, (), two)]
    plural = [
        (word, rest) for first, _, rest in (item.partition(" ") for item in many) for word in noun_forms("", [first])
    ]
    for word, adjectives in singular + plural:
        written = " ".join([word.written, *(_agreeing(adjective, word) for adjective in adjectives.split())])
        form = NounForm(fold(written), word.number, word.definite, written, word.construct, word.accusative)
        unique.setdefault(form.form, form)
    return tuple(unique.values())
