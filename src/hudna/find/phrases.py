"""Noun phrases that can fill a role: actors, groups, persons with titles, victims, objects; with their figures."""

from __future__ import annotations

from dataclasses import dataclass, field

from hudna.arabic.numbers import Number
from hudna.find.view import SentenceView
from hudna.lexicon.match import Match

HEAD_FAMILIES = frozenset({"actor", "group", "title", "thing", "nationality"})
FIGHTING = frozenset({"fighter", "force", "group", "leader", "aircraft", "vessel", "weapon_system"})
_CAN_EXTEND = frozenset({"actor", "group", "title", "thing", "nationality", "weapon"})
_DETERMINERS = frozenset(
    [
        "كل",
        "كلا",
        "كلتا",
        "بعض",
        "جميع",
        "معظم",
        "اغلب",
        "غالبيه",
        "عدد",
        "عده",
        "سائر",
        "احد",
        "احدي",
        "عدد",
        "مختلف",
        "بقيه",
        "باقي",
        "مزيد",
        "العديد",
        "المزيد",
        "عشرات",
    ]
)
_LONGEST = 9
_NAME_WORDS = 4


@dataclass(slots=True)
class Phrase:
    """A noun phrase: words first…last (half-open), its head, what it is, what governs it and its figure."""

    first: int
    last: int
    head: int
    kind: str
    lead: str
    match: Match | None
    governor: str = ""
    """The preposition before it (`في`, `على`, `ب`, …, `agent`, `cause`); empty for a direct subject or object."""
    number: Number | None = None
    inner: list[Match] = field(default_factory=list)
    """Further lexicon readings inside: the owner of «مواقع الجيش», the nationality of «قوات تركية»."""
    coordinate: int = -1
    """Index of the phrase that it is joined to by و; -1 for the first of a list."""

    @property
    def is_actor(self) -> bool:
        """Whether it can act: a named actor, a group, a person."""
        return self.kind in ("actor", "group", "person")


def read_phrases(view: SentenceView) -> list[Phrase]:
    """The noun phrases of a sentence, left to right, without overlap."""
    found: list[Phrase] = []
    at = 0
    size = len(view.forms)
    taken, matches, roles = view.taken, view.matches, view.roles
    while at < size:
        if taken[at] == "date" or not (matches[at] or taken[at] == "number" or roles[at] == "pronoun"):
            at += 1
            continue
        phrase = _phrase_at(view, at)
        if phrase is not None and phrase.kind in ("area", "place") and view.taken[phrase.head] == "place":
            phrase = None
        if phrase is None:
            at += 1
            continue
        _join(view, phrase, found)
        found.append(phrase)
        at = max(phrase.last, at + 1)
    return found


def head_match(view: SentenceView, at: int) -> Match | None:
    """The reading of a word that can head a noun phrase; none when the word is rather an event word."""
    best: Match | None = None
    for match in view.matches[at]:
        if match.family == "event":
            return None
        if match.family in HEAD_FAMILIES and (best is None or _rank(match) > _rank(best)):
            best = match
    return best


def _rank(match: Match) -> tuple[int, int]:
    order = {"actor": 5, "title": 4, "group": 3, "thing": 2, "nationality": 1}
    return (match.last - match.first, order.get(match.family, 0))


def _phrase_at(view: SentenceView, at: int) -> Phrase | None:
    number = view.numbers.get(at)
    head = at
    lead = ""
    if number is not None:
        head = number.last
        lead = number.lead
        if head < len(view.forms) and view.forms[head] == "من":
            head += 1
    elif view.roles[at] == "pronoun" and view.forms[at] in _DETERMINERS:
        head = at + 1
        if head < len(view.forms) and view.forms[head] == "من":
            head += 1
    elif view.roles[at]:
        return None
    if head >= len(view.forms) or view.taken[head] in ("date", "number"):
        return _bare_number(view, at, number)
    match = head_match(view, head)
    if match is None or (head != at and match.lead):
        return _bare_number(view, at, number)
    if head == at and _adjectival(view, match):
        return None
    if match.family == "nationality" and not _nationality_noun(view, match, number):
        return _bare_number(view, at, number)
    phrase = Phrase(
        at, match.last, head, _kind(match), lead if number is not None else match.lead, match, number=number
    )
    if head != at and number is None:
        phrase.lead = ""
    _extend(view, phrase)
    return phrase


def _adjectival(view: SentenceView, match: Match) -> bool:
    """Whether a singular word for a fighter is the adjective of the noun before it («التصعيد العسكري»)."""
    if match.lead or match.features.number != "one" or match.family not in ("group", "thing") or not match.first:
        return False
    if match.entry.data.get("kind") != "fighter":
        return False
    before = match.first - 1
    if view.roles[before] or view.taken[before] == "number" or view.words[before].kind != "word":
        return False
    if any(m.features.part == "verb" for m in view.matches[before]):
        return False
    return view.forms[before].lstrip("وفبل").startswith("ال") == match.features.definite or not view.matches[before]


def _bare_number(view: SentenceView, at: int, number: Number | None) -> Phrase | None:
    """A figure whose noun is unknown or left out («إصابة 173»)."""
    if number is None or number.kind == "ordinal":
        return None
    last = number.last
    plain = last < len(view.forms) and not view.roles[last] and not view.matches[last] and not view.taken[last]
    if plain and view.words[last].kind == "word" and view.forms[last][0] not in "وفبل":
        last += 1
    return Phrase(at, last, number.last, "number", number.lead, None, number=number)


def _nationality_noun(view: SentenceView, match: Match, number: Number | None) -> bool:
    """Whether a demonym stands for people («الأكراد», «فلسطينيين», «3 فلسطينيين») and not as an adjective."""
    if match.features.number in ("many", "two") or number is not None:
        return True
    before = match.first - 1
    return before >= 0 and any(m.family == "event" and m.features.part == "verb" for m in view.matches[before])


def _kind(match: Match) -> str:
    if match.family == "actor":
        return "person" if match.entry.data.get("kind") == "person" else "actor"
    if match.family == "title":
        return "person"
    if match.family == "group":
        return "group"
    if match.family == "nationality":
        return "people"
    return str(match.entry.data.get("kind") or "thing")


def _extend(view: SentenceView, phrase: Phrase) -> None:
    """Take in genitives, adjectives, owners and a person's name."""
    at = phrase.last
    names = 0
    limit = min(len(view.forms), phrase.first + _LONGEST + 3)
    while at < limit and view.taken[at] != "date" and view.words[at].kind == "word":
        if view.roles[at] or (view.taken[at] == "number"):
            break
        step = _extension(view, phrase, at, names)
        if step == 0:
            break
        if view.matches[at] == [] and not view.forms[at].startswith("ال"):
            names += 1
        at += step
        phrase.last = at


def _extension(view: SentenceView, phrase: Phrase, at: int, names: int) -> int:
    """How many words the phrase grows by at this word; 0 when it ends here."""
    best: Match | None = None
    for match in view.matches[at]:
        if match.family in ("event", "verb", "status"):
            if match.features.part != "adjective":
                return 0
        elif match.family in _CAN_EXTEND and not match.lead and (best is None or match.last > best.last):
            best = match
    if best is not None:
        if (
            best.family == "actor"
            and phrase.kind == "actor"
            and phrase.match is not None
            and best.first == phrase.match.last
        ):
            return (
                0
                if phrase.match.entry.data.get("kind") not in ("state_force", "armed_group", "organisation")
                else _grow(phrase, best)
            )
        return _grow(phrase, best)
    form = view.forms[at]
    if view.matches[at] and any(m.lead for m in view.matches[at]):
        return 0
    if form.startswith("ال") and len(form) > 4:
        return 1
    if view.taken[at] == "place":
        if phrase.kind == "person" and names:
            return 0
        return 1 if form[0] not in "وفبل" or form.startswith("ال") else 0
    if phrase.kind == "person" and names < _NAME_WORDS and form[0] not in "و" and len(form) > 1:
        return 1 if not form.startswith(("ب", "ل")) or names else 0
    return 0


def _grow(phrase: Phrase, match: Match) -> int:
    phrase.inner.append(match)
    return match.last - match.first


def _join(view: SentenceView, phrase: Phrase, earlier: list[Phrase]) -> None:
    """Note the preposition that governs the phrase, or that it continues a list."""
    if phrase.lead[:1] == "و" and earlier and _adjacent(view, earlier[-1].last, phrase.first):
        phrase.coordinate = len(earlier) - 1
        phrase.governor = phrase.lead[1:] or earlier[-1].governor
        return
    phrase.governor = governor(view, phrase.first, phrase.lead)
    if (
        not phrase.governor
        and earlier
        and phrase.first >= 1
        and view.forms[phrase.first - 1] in ("،", ",")
        and earlier[-1].last == phrase.first - 1
        and not phrase.lead
    ):
        phrase.coordinate = len(earlier) - 1


def _adjacent(view: SentenceView, last: int, first: int) -> bool:
    return first == last or (first == last + 1 and view.forms[last] in ("،", ","))


def governor(view: SentenceView, first: int, lead: str) -> str:
    """The preposition before a phrase: a proclitic of its first word, else the word before it."""
    preposition = lead.lstrip("وف")
    if preposition:
        return preposition
    before = first - 1
    if before < 0:
        return ""
    role = view.roles[before]
    if role in ("agent", "cause", "support", "time", "result"):
        return role
    if role == "preposition":
        return view.forms[before].removeprefix("و")
    return ""
