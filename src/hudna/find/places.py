"""Place mentions: gazetteer names, heads («بلدة …», «ريف …»), unknown names after a head, «هذه البلدة»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hudna.find.place_described import BORDERS, SIDES, PlaceDescriber
from hudna.find.place_hit import (
    BASES,
    HEADING_MARKS,
    MIDDLES,
    NAMED_BY_HEAD,
    NO_NAMES,
    PLACE_PREPOSITIONS,
    REFERRING,
    VAGUE,
    PlaceHit,
    is_adjective,
)
from hudna.find.place_names import Named, PlaceNames, Words, bare_name
from hudna.gazetteer import Gazetteer, Place, PlaceHead, capital_adjectives

__all__ = ["PlaceFinder", "PlaceHit"]

_BETWEEN_NAMES = frozenset(["(", ")", "،", ",", ":", "-", "–"])
_COMMAS = frozenset(["،", ","])
_INSIDE_WORDS = frozenset({"داخل", "عمق"})
_SPOTS = frozenset({"quarter", "village", "camp", "base"})
_SETTLED = frozenset({"town", "village", "quarter", "camp", "admin1", "admin2"})
_WITHOUT_NAME = frozenset({"نقطه", "حاجز", "موقع", "نقاط", "حواجز", "مواقع"})
"""Heads after which an ordinary word is no name, although a town is called so («نقطة عين»)."""


class PlaceFinder:
    """Finds place mentions with a gazetteer; keeps the analyses of word forms."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._names = PlaceNames(gazetteer)
        self._describer = PlaceDescriber(self._names)
        self._capitals = {
            adjective: found
            for adjective, name in capital_adjectives().items()
            if (found := tuple(place for place in gazetteer.lookup(name) if place.kind == "town")[:1])
        }

    def find(
        self,
        forms: Sequence[str],
        kinds: Sequence[str],
        roles: Sequence[str],
        blocked: Sequence[int],
        known_word: Sequence[bool],
    ) -> list[PlaceHit]:
        """All place mentions, left to right, without overlap.

        `blocked` words belong to a date or a figure; a `known_word` has another reading in the lexicon and is no
        unknown name.
        """
        words = Words(forms, kinds, roles, blocked, known_word)
        found: list[PlaceHit] = []
        at, size = 0, len(forms)
        beginnings = self._names.beginnings
        while at < size:
            if blocked[at] or kinds[at] != "word":
                at += 1
                continue
            form = forms[at]
            if found and found[-1].last == at and self._surroundings(form):
                found[-1].last = at = at + 1  # «درعا وريفها» is one place
                continue
            head, may_begin = beginnings.get(form) or self._names.begins(form)
            hit = self._hit(words, at, head) if may_begin else None
            if hit is None and form.lstrip("وب") in SIDES:
                hit = self._describer.side_of(words, at)
            if hit is None and found and at - found[-1].last <= 1:
                hit = self._goes_on(words, at, found)
            if hit is None or (found and hit.first < found[-1].last):
                at += 1
                continue
            self._judge(hit, words, found)
            if found and hit.lead == "ل" and self._is_side(words, found[-1], hit.first):
                _widen(found[-1], hit)
            else:
                found.append(hit)
            at = hit.last
        return found

    def _hit(self, words: Words, at: int, head: tuple[str, PlaceHead] | None) -> PlaceHit | None:
        named = self._names.named(words.forms, at)
        if head is not None and (named is None or named[0] == at + 1):
            headed = self._after_head(words, at, head)
            if headed is not None:
                return headed
        if named is None:
            return None if head is None else self._describer.described(words, at, head)
        last, lead, places = named
        last = self._names.direction_end(words.forms, last)
        certain = not self._gazetteer.is_common_word(bare_name(words.forms, at, last, lead))
        # «ثكنة زرعيت» is a name with its head; «الولايات المتحدة» is none
        local = head is not None and (head[1].kind == "country" or places[0].kind != "country")
        return PlaceHit(at, last, lead, None, " ".join(words.forms[at:last]), places, certain=certain, local=local)

    def _after_head(self, words: Words, at: int, head: tuple[str, PlaceHead]) -> PlaceHit | None:
        """A head with what it governs: further heads («أطراف بلدة X»), then a name, then a direction."""
        lead, first_head = head
        forms = words.forms
        if self._capital(words, at):
            return self._capital_hit(words, at, head)
        if forms[at] == "عاصمه" and words.free(at + 1) and self._names.head(forms[at + 1]) is not None:
            return None  # «عاصمة محافظة لحج»: the governorate is named
        inner, naming = self._inner_heads(words, at, first_head)
        if words.free(inner):
            if self._capital(words, inner):
                capital = self._capital_hit(words, inner, head)
                return PlaceHit(at, capital.last, lead, first_head, capital.name, capital.places, local=True)
            referred = self._names.head(forms[inner])
            if referred is not None and not referred[0] and self._refers(words, inner, referred[1]):
                return self._part(words, at, inner, head, referred[1])
            named, opening = self._names.named(forms, inner, ("", "ل")), _listing(first_head, naming)
            if named is not None and self._may_name(words, at, inner, named, naming):
                last = self._names.direction_end(forms, named[0], first_head.number != "one")
                name = " ".join(forms[inner : named[0]])
                return PlaceHit(at, last, lead, opening, name, _of_kind(named[2], naming), local=True)
            if self._may_be_unknown(words, at, inner, naming):
                last = self._names.direction_end(forms, self._names.unknown_end(words, inner, forms[inner - 1]))
                return PlaceHit(at, last, lead, opening, " ".join(forms[inner:last]), (), local=True)
        return self._definite_head(words, at, head) if inner == at + 1 else None

    def _inner_heads(self, words: Words, at: int, first_head: PlaceHead) -> tuple[int, PlaceHead]:
        """Where the heads that begin at a word end, and the innermost of them, which the name belongs to."""
        forms, naming, inner = words.forms, first_head, at + 1
        while words.free(inner):
            following = self._names.head(forms[inner])
            if following is None or self._names.is_long(forms, inner):  # «بلدة تل أبيض», «ولاية غرب دارفور»
                break
            if forms[inner].startswith("ال"):  # «ضواحي العاصمة دمشق»
                named = self._appositive(words, inner + 1) and not self._capital(words, inner)
                return inner + named, following[1]
            sides = following[1].compass and (naming.compass or forms[at] in MIDDLES)
            joined = following[0] == "و" and (sides or self._names.follows(forms, inner + 1))
            if following[0] and not joined:
                break
            naming = following[1]
            inner += 1
        return inner, naming

    def _refers(self, words: Words, at: int, head: PlaceHead) -> bool:
        """Whether a definite head stands for a place named elsewhere («المدينة» in «وسط المدينة»)."""
        definite = words.forms[at].startswith("ال") and head.number == "one" and head.kind in REFERRING
        return definite and not self._appositive(words, at + 1) and not self._capital(words, at)

    def _appositive(self, words: Words, at: int) -> bool:
        """Whether a bare name right after a definite head says what it is («العاصمة دمشق»)."""
        return self._names.follows(words.forms, at) and self._names.head(words.forms[at]) is None

    def _part(
        self, words: Words, at: int, inner: int, head: tuple[str, PlaceHead], whole: PlaceHead
    ) -> PlaceHit | None:
        """«وسط المدينة», «أحياء البلدة», «شمال البلاد»: a part of a place named elsewhere."""
        if words.forms[at].removeprefix(head[0]) in _INSIDE_WORDS:
            return None
        last = self._names.direction_end(words.forms, inner + 1)
        return PlaceHit(at, last, head[0], head[1], words.forms[inner], (), local=True, part_of=whole)

    def _may_name(self, words: Words, at: int, inner: int, named: Named, naming: PlaceHead) -> bool:
        """Whether a gazetteer name after a head is meant: not an ordinary word that the sentence uses as such."""
        if named[0] > inner + 1 or named[1]:
            return True
        form, head_form = words.forms[inner], words.forms[at]
        if is_adjective(form, naming.number != "one", not head_form.endswith("ه")):
            return self._gazetteer.lookup(form) != () and not self._gazetteer.is_common_word(form)
        if not self._gazetteer.is_common_word(form):
            return True
        if _is_definite(head_form) or (naming.kind == "outskirts" and self._gazetteer.needs_head(form)):
            return False
        if naming.number == "one" and naming.kind in _SETTLED:
            return form not in VAGUE
        plain_head = head_form.lstrip("وبل") not in _WITHOUT_NAME
        unread = not (words.known[inner] or words.roles[inner])
        return unread or form.startswith("ال") if plain_head else unread and form.startswith("ال")

    def _may_be_unknown(self, words: Words, at: int, inner: int, head: PlaceHead) -> bool:
        form, head_form = words.forms[inner], words.forms[at]
        if head.kind not in NAMED_BY_HEAD or not words.plain(inner) or not _looks_like_name(form):
            return False
        if head.kind == "base" and head_form.lstrip("وبل")[:4] not in BASES:
            return False
        absolute = head.number == "two" and head_form.endswith(("ين", "ان"))
        if _is_definite(head_form) or absolute or form in self._names.directions or head_form.endswith("محليه"):
            return False
        return self._names.head(form) is None and not is_adjective(form, head.number != "one", head_form[-1] != "ه")

    def _capital(self, words: Words, at: int) -> bool:
        return words.forms[at].endswith("العاصمه") and words.form(at + 1) in self._capitals

    def _definite_head(self, words: Words, at: int, head: tuple[str, PlaceHead]) -> PlaceHit | None:
        """A definite head alone: with an adjective a name («المدينة الصناعية»), else a reference («البلدة»)."""
        lead, place_head = head
        forms, inner = words.forms, at + 1
        bare = forms[at].removeprefix(lead)
        definite = bare.startswith("ال") or (lead.endswith("ل") and bare.startswith("ل"))
        if bare in BORDERS:
            return self._describer.border(words, at, head)
        if definite and place_head.kind == "outskirts":  # «الأطراف الشرقية للغوطة»
            last = self._names.direction_end(forms, inner)
            whole = last > inner and words.free(last) and forms[last].startswith("ل")
            name = " ".join(forms[at:last])
            return PlaceHit(at, last, lead, place_head, name, (), described=True) if whole else None
        if not definite or place_head.number == "many" or place_head.kind not in REFERRING:
            return None
        if place_head.number == "two":
            return PlaceHit(at, inner, lead, place_head, forms[at], (), anaphor=True)
        following = words.form(inner) if words.free(inner) else ""
        appositive = following.startswith("ال") and self._names.follows(forms, inner + 1)
        if appositive and self._names.head(forms[inner + 1]) is None:  # «المدينة الساحلية طرطوس»
            named = self._names.named(forms, inner + 1, ("",))
            if named is not None:
                name = " ".join(forms[inner + 1 : named[0]])
                return PlaceHit(at, named[0], lead, place_head, name, named[2], local=True)
        if following in self._names.directions and place_head.kind == "region":  # «الريف الشمالي» of what was named
            last = self._names.direction_end(forms, inner)
            return PlaceHit(at, last, lead, place_head, " ".join(forms[at:last]), (), described=True)
        if following in self._names.directions:
            return None
        if bare == "الحي" and words.form(at - 1).endswith("الرصاص"):
            return None  # «الرصاص الحي»
        if bare == "المنطقه" and following == "العسكريه":
            return None  # «المنطقة العسكرية الثالثة» is a command
        if following == "الحدوديه":
            return PlaceHit(at, inner + 1, lead, place_head, " ".join(forms[at : inner + 1]), (), described=True)
        described = following.startswith("ال") and len(following) > 5 and not words.roles[inner]
        described = described and following.endswith(("ي", "يه", "اء")) and following not in NO_NAMES
        if described and not words.known[inner] and place_head.kind in NAMED_BY_HEAD:
            return PlaceHit(at, inner + 1, lead, place_head, " ".join(forms[at : inner + 1]), (), local=True)
        return PlaceHit(at, inner, lead, place_head, forms[at], (), anaphor=True)

    def _capital_hit(self, words: Words, at: int, head: tuple[str, PlaceHead]) -> PlaceHit:
        """«العاصمة السورية», «العاصمة العراقية، بغداد»: a capital by the name of its country."""
        places = self._capitals[words.form(at + 1)]
        after = at + 2 + (words.form(at + 2) in _COMMAS)
        named = self._names.named(words.forms, after, ("",)) if words.free(after) else None
        if named is not None and named[2] and any(place.id == places[0].id for place in named[2]):
            return PlaceHit(at, named[0], head[0], head[1], places[0].name, places, local=True)
        return PlaceHit(at, at + 2, head[0], head[1], places[0].name, places, local=True)

    def _is_side(self, words: Words, part: PlaceHit, whole: int) -> bool:
        """Whether a definite part that an adjective of direction names stands right before what it is a part of."""
        named = part.last == whole and part.last - part.first > 1 and words.forms[whole - 1] in self._names.directions
        return named and _is_definite(words.forms[part.first].removeprefix(part.lead.removesuffix("ل")))

    def _surroundings(self, form: str) -> bool:
        """Whether a word names the surroundings of the place before it («وريفها», «وضواحيها»)."""
        if not (form.startswith("و") and form.endswith("ها")):
            return False
        head = self._names.head(form[1:-2])
        return head is not None and not head[0] and head[1].kind in ("region", "outskirts", "compass")

    def _goes_on(self, words: Words, at: int, found: list[PlaceHit]) -> PlaceHit | None:
        """The next of a list of unknown names («قريتي X وY»), or a head with a pronoun («درعا وريفها»)."""
        before = found[-1]
        form = words.forms[at]
        joined = form[0] == "و" and len(form) > 3 and before.last == at
        if before.head is None or before.head.number == "one" or before.head.compass or before.described:
            return None
        if (before.listed and before.head.number == "two") or not words.plain(at):
            return None
        after_comma = before.last == at - 1 and words.forms[at - 1] in _COMMAS
        last = self._names.unknown_end(words, at)
        more = words.form(last) in _COMMAS or words.form(last).startswith("و")
        lead = "و" if joined else ""
        name = bare_name(words.forms, at, last, lead)
        if not (joined or (after_comma and more and before.head.number == "many")) or not _looks_like_name(name):
            return None
        return PlaceHit(at, last, lead, before.head, name, (), local=before.local, listed=True)

    def _continues(self, hit: PlaceHit, forms: Sequence[str], earlier: list[PlaceHit]) -> bool:
        """Whether a name goes on a list of places («حلب (1) ودرعا (1)») or names the region of the place before it."""
        if not earlier or not earlier[-1].local or hit.first - earlier[-1].last > 4:
            return False
        if hit.first > earlier[-1].last and hit.lead not in ("", "و"):
            return False
        return all(_is_filler(form) for form in forms[earlier[-1].last : hit.first])

    def _judge(self, hit: PlaceHit, words: Words, earlier: list[PlaceHit]) -> None:
        """Mark a hit that prepositions or neighbours show to be a place."""
        forms = words.forms
        before = forms[hit.first - 1] if hit.first else ""
        before = before if before in PLACE_PREPOSITIONS else before.removeprefix("و")
        governed = before in PLACE_PREPOSITIONS or "ب" in hit.lead
        continues = self._continues(hit, forms, earlier)
        if continues and not hit.certain and not _opens_list(earlier[-1]):
            continues = not words.known[hit.first] and hit.first == earlier[-1].last
        if continues and hit.head is None and hit.lead == "و" and (head := earlier[-1].head) is not None:
            hit.head = None if head.compass else head  # «محافظات حلب ودرعا»: the head holds for the whole list
            hit.listed = hit.head is not None
            if hit.listed and head.number == "many" and not earlier[-1].listed:
                earlier[-1].own_first = self._names.name_start(forms, earlier[-1].first, earlier[-1].name)
        heading = hit.first == 0 and words.form(hit.last) in HEADING_MARKS  # «السودان: …», «الحديدة.. …»
        if governed or heading or (continues and not hit.described):
            hit.local = True
        if hit.local and not hit.certain:
            name = bare_name(forms, hit.first, hit.last, hit.lead)
            placed = before in ("في", "قرب", "داخل") or " " in name or ("ب" in hit.lead and len(forms[hit.first]) > 4)
            hit.certain = hit.head is not None or (placed and not self._gazetteer.needs_head(name))


def _widen(part: PlaceHit, whole: PlaceHit) -> None:
    """Make «الريف الشمالي» and «لحلب» one place; the West Bank of a river is none of Palestine."""
    part.last, part.described = whole.last, False
    if not part.places or (whole.places and whole.places[0].kind == "river"):
        part.places, part.name = whole.places, whole.name


def _listing(first: PlaceHead, naming: PlaceHead) -> PlaceHead:
    """The first of two heads, as one that opens a list when the second does («محيط قرى X وY»)."""
    opens = first.number == "one" and naming.number != "one" and not first.compass
    return replace(first, number=naming.number) if opens else first


def _opens_list(hit: PlaceHit) -> bool:
    """Whether a head in the dual or plural tells that all that follow are places («مناطق X، وY»)."""
    return hit.head is not None and hit.head.number != "one"


def _of_kind(places: tuple[Place, ...], naming: PlaceHead) -> tuple[Place, ...]:
    """The places that a head can name: a quarter or village is neither a governorate nor a country."""
    if naming.kind not in _SPOTS:
        return places
    return tuple(place for place in places if place.kind not in ("admin1", "country"))


def _is_filler(form: str) -> bool:
    return form in _BETWEEN_NAMES or form.isdigit()


def _is_definite(form: str) -> bool:
    return "ال" in (form[:2], form[1:3])


def _looks_like_name(form: str) -> bool:
    """Whether an unknown word may be a name: no word with a proclitic or a pronoun, no connecting word."""
    return len(form) > 2 and form[0] not in "وف" and not form.endswith(("ها", "هما", "هم")) and form not in NO_NAMES
