"""Place mentions: gazetteer names, heads («بلدة …», «ريف …»), unknown names after a head, «هذه البلدة»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hudna.arabic.clitics import splits
from hudna.gazetteer import Gazetteer, Place, PlaceHead, direction_adjectives, load_heads

_CACHE_LIMIT = 200_000
_PLACE_PREPOSITIONS = frozenset(
    [
        "في",
        "الي",
        "علي",
        "من",
        "قرب",
        "نحو",
        "داخل",
        "خارج",
        "صوب",
        "باتجاه",
        "تجاه",
        "عبر",
        "قباله",
        "وسط",
        "ضمن",
        "حول",
        "بين",
        "حتي",
        "عن",
        "لدي",
        "دخل",
        "دخلت",
        "غادر",
        "شهدت",
        "شهد",
    ]
)
_NAME_LEADS = frozenset(("", "و", "ب", "ل"))
_BASES = frozenset({"قاعد", "معسك", "ثكنه", "ثكنا"})
"""Beginnings of the heads of bases that take an unknown name; «موقع», «نقطة» take descriptions too."""
_BETWEEN_NAMES = frozenset(["(", ")", "،", ",", ":", "-", "–"])
_NAMED_BY_HEAD = frozenset(
    [
        "admin1",
        "admin2",
        "quarter",
        "camp",
        "base",
        "airport",
        "crossing",
        "town",
        "village",
        "island",
        "region",
        "port",
    ]
)
"""Kinds of head after which an unknown word is taken for a name."""
_ANAPHORS = _NAMED_BY_HEAD | {"country", "mountain"}
"""Kinds of head that stand for a place named before («هذه البلدة»)."""
Names = tuple[tuple[tuple[str, ...], tuple[Place, ...]], ...]


@dataclass(slots=True)
class PlaceHit:
    """A place as named in a sentence; positions are half-open word indexes.

    `anaphor` marks «هذه البلدة», «المنطقة»: a head alone that refers to a place named elsewhere. `places` are all
    homonyms; empty for a name that no gazetteer knows. `certain` is False for a name that is also an ordinary word or
    a person's name and has neither head nor preposition of place before it.
    """

    first: int
    last: int
    lead: str
    head: PlaceHead | None
    name: str
    places: tuple[Place, ...]
    anaphor: bool = False
    certain: bool = True
    local: bool = False
    """Whether a preposition of place, a head or another place governs it."""


class PlaceFinder:
    """Finds place mentions with a gazetteer; keeps the analyses of word forms."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._index = gazetteer.first_words
        self._heads = load_heads()
        self._directions = direction_adjectives()
        self._name_cache: dict[str, tuple[tuple[str, Names], ...]] = {}
        self._head_cache: dict[str, tuple[str, PlaceHead] | None] = {}
        self._known_word: Sequence[bool] = ()

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
        self._known_word = known_word
        found: list[PlaceHit] = []
        at = 0
        size = len(forms)
        names, heads = self._name_cache, self._head_cache
        while at < size:
            form = forms[at]
            if blocked[at] or kinds[at] != "word":
                at += 1
                continue
            known_names = names.get(form)
            if known_names is None:
                known_names = self._analyse_name(form)
            known_head = heads[form] if form in heads else self._analyse_head(form)
            hit = (
                self._hit(forms, kinds, roles, blocked, at, known_names, known_head)
                if known_names or known_head
                else None
            )
            if hit is None:
                at += 1
            else:
                self._judge(hit, forms, roles, found)
                found.append(hit)
                at = hit.last
        return found

    def _analyse_name(self, form: str) -> tuple[tuple[str, Names], ...]:
        if len(self._name_cache) > _CACHE_LIMIT:
            self._name_cache.clear()
        # «البلاد», «المدينة» refer to a place named elsewhere; they name no town
        found = tuple(
            (lead, self._index[base])
            for lead, base in splits(form)
            if base in self._index
            and lead[-1:] in _NAME_LEADS
            and not (base.startswith("ال") and base in self._heads and self._heads[base].number == "one")
        )
        self._name_cache[form] = found
        return found

    def _analyse_head(self, form: str) -> tuple[str, PlaceHead] | None:
        if form in self._head_cache:
            return self._head_cache[form]
        if len(self._head_cache) > _CACHE_LIMIT:
            self._head_cache.clear()
        found = None
        for lead, base in splits(form):
            if base in self._heads:
                found = (lead, self._heads[base])
                break
        self._head_cache[form] = found
        return found

    def _hit(
        self,
        forms: Sequence[str],
        kinds: Sequence[str],
        roles: Sequence[str],
        blocked: Sequence[int],
        at: int,
        names: tuple[tuple[str, Names], ...],
        head: tuple[str, PlaceHead] | None,
    ) -> PlaceHit | None:
        named = self._named(forms, at, names)
        if head is not None and (named is None or named[0] == at + 1):
            headed = self._after_head(forms, kinds, roles, blocked, at, head)
            if headed is not None:
                return headed
        if named is None:
            return None
        last, lead, places = named
        last, direction = self._direction(forms, last, None)
        name = " ".join(forms[at:last])
        return PlaceHit(
            at,
            last,
            lead,
            direction,
            name,
            places,
            certain=not self._gazetteer.is_common_word(_name(forms, at, last, lead)),
        )

    def _named(
        self, forms: Sequence[str], at: int, names: tuple[tuple[str, Names], ...]
    ) -> tuple[int, str, tuple[Place, ...]] | None:
        best: tuple[int, str, tuple[Place, ...]] | None = None
        for lead, entries in names:
            for rest, places in entries:
                end = at + 1 + len(rest)
                if best is not None and end <= best[0]:
                    break
                if not rest or tuple(forms[at + 1 : end]) == rest:
                    best = (end, lead, places)
                    break
        return best

    def _after_head(
        self,
        forms: Sequence[str],
        kinds: Sequence[str],
        roles: Sequence[str],
        blocked: Sequence[int],
        at: int,
        head: tuple[str, PlaceHead],
    ) -> PlaceHit | None:
        """A head with what it governs: further heads («أطراف بلدة X»), then a name, then a direction."""
        lead, first_head = head
        place_head = first_head
        inner = at + 1
        while inner < len(forms) and not blocked[inner]:
            following = self._analyse_head(forms[inner])
            if following is None or following[0]:
                break
            if forms[inner].startswith("ال") and not (place_head.compass or self._names_follow(forms, inner + 1)):
                break
            if place_head.compass or following[1].precision not in ("region", "district"):
                place_head = following[1] if not place_head.compass else place_head
            inner += 1
        if inner < len(forms) and not blocked[inner] and kinds[inner] == "word":
            names = self._analyse_name(forms[inner])
            named = self._named(forms, inner, tuple(n for n in names if not n[0] or n[0] == "ل"))
            if named is not None:
                last, direction = self._direction(forms, named[0], first_head)
                return PlaceHit(
                    at, last, lead, direction or first_head, " ".join(forms[inner : named[0]]), named[2], local=True
                )
            if place_head.compass and self._analyse_head(forms[inner]) and forms[inner].startswith("ال"):
                return PlaceHit(at, inner + 1, lead, first_head, forms[inner], (), local=True)
            if self._may_be_unknown_name(forms, roles, inner, first_head, forms[at]):
                last = self._unknown_end(forms, kinds, roles, inner)
                return PlaceHit(at, last, lead, first_head, " ".join(forms[inner:last]), (), local=True)
        return self._definite_head(forms, kinds, roles, at, head) if inner == at + 1 else None

    def _definite_head(
        self, forms: Sequence[str], kinds: Sequence[str], roles: Sequence[str], at: int, head: tuple[str, PlaceHead]
    ) -> PlaceHit | None:
        """A definite head alone: with an adjective a name («المدينة الصناعية»), else a reference («البلدة»)."""
        lead, place_head = head
        inner = at + 1
        definite = forms[at].removeprefix(lead).startswith(("ال", "ل" if lead.endswith("ل") else "ال"))
        last, _ = self._direction(forms, inner, place_head)
        if not definite or place_head.number != "one" or place_head.kind not in _ANAPHORS or last != inner:
            return None
        following = forms[inner] if inner < len(forms) and kinds[inner] == "word" else ""
        if following.startswith("ال") and self._names_follow(forms, inner + 1):  # «العاصمة السورية دمشق»
            named = self._named(forms, inner + 1, tuple(n for n in self._analyse_name(forms[inner + 1]) if not n[0]))
            if named is not None:
                name = " ".join(forms[inner + 1 : named[0]])
                return PlaceHit(at, named[0], lead, place_head, name, named[2], local=True)
        described = following.startswith("ال") and len(following) > 5 and not roles[inner]
        if described and not self._known_word[inner] and place_head.kind in _NAMED_BY_HEAD:
            return PlaceHit(at, inner + 1, lead, place_head, " ".join(forms[at : inner + 1]), (), local=True)
        return PlaceHit(at, inner, lead, place_head, forms[at], (), anaphor=True)

    def _names_follow(self, forms: Sequence[str], at: int) -> bool:
        return at < len(forms) and any(not lead for lead, _ in self._analyse_name(forms[at]))

    def _may_be_unknown_name(
        self, forms: Sequence[str], roles: Sequence[str], inner: int, head: PlaceHead, head_form: str
    ) -> bool:
        form = forms[inner]
        plain = not roles[inner] and len(form) > 2 and form[0] not in "وف" and not self._known_word[inner]
        return (
            head.kind in _NAMED_BY_HEAD
            and (head.kind != "base" or head_form.lstrip("وبل")[:4] in _BASES)
            and plain
            and "ال" not in (head_form[:2], head_form[1:3])
            and form not in self._directions
        )

    def _unknown_end(self, forms: Sequence[str], kinds: Sequence[str], roles: Sequence[str], at: int) -> int:
        second = at + 1
        if second < len(forms) and kinds[second] == "word" and not roles[second] and forms[second].startswith("ال"):
            return second + 1
        return second

    def _direction(self, forms: Sequence[str], at: int, head: PlaceHead | None) -> tuple[int, PlaceHead | None]:
        """The end of a place after adjectives of direction («الشمالي», «الجنوبي الغربي»)."""
        last = at
        while last < len(forms) and forms[last] in self._directions and last - at < 2:
            last += 1
        return last, head

    def _continues(self, hit: PlaceHit, forms: Sequence[str], earlier: list[PlaceHit]) -> bool:
        """Whether a name goes on a list of places («حلب (1) ودرعا (1)») or names the region of the place before it."""
        if not earlier or not earlier[-1].local or hit.first - earlier[-1].last > 4:
            return False
        if hit.first > earlier[-1].last and hit.lead not in ("", "و"):
            return False
        return all(_is_filler(form) for form in forms[earlier[-1].last : hit.first])

    def _judge(self, hit: PlaceHit, forms: Sequence[str], roles: Sequence[str], earlier: list[PlaceHit]) -> None:
        """Mark a hit that prepositions or neighbours show to be a place."""
        before = forms[hit.first - 1] if hit.first else ""
        governed = before in _PLACE_PREPOSITIONS or "ب" in hit.lead
        continues = self._continues(hit, forms, earlier)
        if continues and hit.head is None and hit.lead == "و" and (head := earlier[-1].head) is not None:
            hit.head = None if head.compass else head  # «محافظات حلب ودرعا»: the head holds for the whole list
        if governed or continues:
            hit.local = True
        if hit.local and not hit.certain:
            name = _name(forms, hit.first, hit.last, hit.lead)
            placed = before == "في" or ("ب" in hit.lead and len(forms[hit.first]) > 4)
            hit.certain = hit.head is not None or (placed and not self._gazetteer.needs_head(name))


def _is_filler(form: str) -> bool:
    return form in _BETWEEN_NAMES or form.isdigit()


def _name(forms: Sequence[str], first: int, last: int, lead: str) -> str:
    word = forms[first]
    if lead.endswith("ل") and word[len(lead) :].startswith("ل"):
        word = "ا" + word[len(lead) :]
    elif lead:
        word = word[len(lead) :]
    return " ".join((word, *forms[first + 1 : last]))
