"""Places that words describe and none names: «مناطق صحراوية», «الحدود بين X وY», «إلى الشمال من X»."""

from __future__ import annotations

from hudna.find.place_hit import AREAS, INSIDE, NO_NAMES, VAGUE, PlaceHit, is_adjective
from hudna.find.place_names import PlaceNames, Words
from hudna.gazetteer import PlaceHead

_DASHES = frozenset("-–—")
BORDERS = frozenset({"حدود", "الحدود", "السياج", "الشريط", "الجدار"})
_FENCES = frozenset({"السياج", "الشريط", "الجدار"})
_FENCING = frozenset({"الحدودي", "الفاصل", "الشائك", "الامني", "العازل", "الساحلي"})
"""Adjectives of a fence or strip that runs along a border."""
SIDES = frozenset({"الشمال", "الجنوب", "الشرق", "الغرب"})
_FOUGHT_OVER = frozenset({"مناطق", "جبهات", "محاور", "خطوط", "نقاط", "خط", "محور"})
_CONTACT = frozenset({"التماس", "الاشتباك", "الاشتباكات", "المواجهه", "المواجهات", "القتال", "النار", "الجبهه"})
_NEIGHBOURS = frozenset({"المجاوره", "الجوار"})
_COMPASS = PlaceHead("compass", "region", "one", True)


class PlaceDescriber:
    """Reads descriptions of places with the names and heads of the gazetteer."""

    def __init__(self, names: PlaceNames) -> None:
        self._names = names

    def border(self, words: Words, at: int, head: tuple[str, PlaceHead]) -> PlaceHit | None:
        """«الحدود بين X وY», «الحدود مع X», «الحدود السورية العراقية», «الحدود الشمالية لقطاع X», «الحدود» alone."""
        forms, last = words.forms, at + 1
        while last - at < 5 and (words.form(last)[:1] in _DASHES or _relates(words.form(last))):
            last += 1
        last -= forms[last - 1] in _DASHES
        if words.form(last).startswith("ل") and (end := self._side(words, last)):
            last = end
        if words.form(last) in ("بين", "مع") and (end := self._side(words, last + 1)):
            last = end
            if words.form(last).startswith("و") and (end := self._side(words, last)):
                last = end
        if last == at + 1 and not forms[at].endswith(("الحدود", "السياج")):
            return None
        return PlaceHit(at, last, head[0], head[1], " ".join(forms[at:last]), (), described=True)

    def _side(self, words: Words, at: int) -> int:
        """The end of a place that begins at a word, heads included; 0 when none begins there."""
        if not words.free(at):
            return 0
        head = self._names.head(words.forms[at])
        inner = at + 1 if head is not None and words.free(at + 1) else at
        named = self._names.named(words.forms, inner, ("", "و", "ل"))
        if named is not None:
            return named[0]
        return at + 1 if head is not None and "ال" in words.forms[at][:3] else 0

    def side_of(self, words: Words, at: int) -> PlaceHit | None:
        """«إلى الشمال من عدن», «الجنوب الغربي من الحديدة»."""
        inner = self._names.direction_end(words.forms, at + 1)
        end = self._side(words, inner + 1) if words.form(inner) == "من" else 0
        if not end:
            return None
        start = inner + 1
        while start < end and self._names.head(words.forms[start]) is not None:
            start += 1
        named = self._names.named(words.forms, start, ("",)) if start < end else None
        places = named[2] if named is not None else ()
        lead = words.forms[at].partition("ال")[0]
        return PlaceHit(at, end, lead, _COMPASS, " ".join(words.forms[start:end]), places, local=True)

    def described(self, words: Words, at: int, head: tuple[str, PlaceHead]) -> PlaceHit | None:
        """An area that words describe: «مناطق صحراوية», «القرى الحدودية», «مناطق القتال», «ثلاث ولايات»."""
        lead, place_head = head
        many = place_head.number != "one"
        bare = words.forms[at].removeprefix(lead)
        definite = bare.startswith("ال") or (lead.endswith("ل") and bare.startswith("ل"))
        if bare in _FOUGHT_OVER and _at_contact(words, at):
            return PlaceHit(at, at + 2, lead, place_head, " ".join(words.forms[at : at + 2]), (), described=True)
        if place_head.kind not in AREAS or not (many or bare == "منطقه" or place_head.kind == "quarter"):
            return None
        following = words.form(at + 1) if words.free(at + 1) else ""
        first, last = at, at
        if following in _NEIGHBOURS and many:
            last = at + 2
        elif place_head.kind == "country" and definite:
            return None
        elif definite and many:
            described = _is_relation(following) or following in self._names.directions
            last = at + 2 if described else at + 1 if words.form(at + 1) == "التي" else at
        elif not definite and following:
            named_so = _describes(following, many, not bare.endswith("ه")) or _of_fighting(words, at)
            last = at + 2 if named_so else at
        if not definite and many and lead == "":
            first = _quantity_start(words, at)
            two = place_head.number == "two" and bare.endswith("ين") and words.form(at - 1) in INSIDE
            last = max(last, at + 1) if first < at or two else last
        if last == at:
            return None
        return PlaceHit(first, last, lead, place_head, " ".join(words.forms[first:last]), (), described=True)


def _is_relation(form: str) -> bool:
    """Whether a definite word looks like a relative adjective («السورية», «الحدودية», «السكنية»)."""
    return form.startswith("ال") and len(form) > 5 and form.endswith("يه")


def _relates(form: str) -> bool:
    return _is_relation(form) or form in _FENCING


def _at_contact(words: Words, at: int) -> bool:
    """«خطوط التماس», «مناطق الاشتباك»: where two sides meet."""
    return words.form(at + 1) in _CONTACT


def _describes(form: str, many: bool, masculine: bool) -> bool:
    return form not in VAGUE and is_adjective(form, many, masculine)


def _of_fighting(words: Words, at: int) -> bool:
    """«مناطق القتال», «مناطق الاشتباكات»: an area named after what happens there."""
    areas = words.forms[at].lstrip("وبل") in _FOUGHT_OVER
    fought = words.form(at + 1)
    return areas and fought.startswith("ال") and words.known[at + 1] and fought not in NO_NAMES


def _quantity_start(words: Words, at: int) -> int:
    """Where a figure right before a plural head begins when it stands inside («في ثلاث ولايات»), else the head."""
    first = at
    while first and at - first < 2 and words.blocked[first - 1]:
        first -= 1
    return first if first < at and words.form(first - 1) in INSIDE else at
